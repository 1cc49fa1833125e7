"""How alike articles are as reports: the names, numbers and rare words that they share.

An article is its title and opening as weighted terms: a term weighs with the logarithm of how often
it is said, more in the title, double as a name or a number, and with its rarity among the articles
compared, so that what everybody writes about weighs next to nothing. Logarithms, and an opening of
so many words, let an excerpt be compared with a long report. Likeness is the cosine of the two.

Two excerpts may be alike by one rare name and tell of different things. So there is their breadth
too: the likeness when no single term counts for much, a name for less than a word, because people
and institutions are in many stories, and what they did in one.
"""

import math
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

import numpy as np
import numpy.typing as npt

from bot.articles.article import Article
from bot.language.english.analyser import Analyser, Token
from bot.language.paragraphs import prose_runs

OPENING_WORDS = 300
"""Words of an article that are compared; what comes later is background."""

TITLE_WEIGHT = 2.0
NAME_WEIGHT = 2.0
NAME_SHARE = 0.5
"""A word is a name when it is capitalised inside a sentence at least this often."""

MOST_OF_NAME = 0.02
MOST_OF_WORD = 0.06
"""What a single name or number, or another single term, adds to the breadth at most."""

FEWEST = 15
"""Articles among which rarity is told at least: what five reports of one event all say is no common
word. Of reports of one event alone .57 to .91 stay together (.23 to .37 without it), on three
labelled sets, at the same precision."""

LEAST_RARITY = 0.01
"""What a term still weighs that stands in every article."""

REACH = timedelta(days=30)
"""Articles further apart than this are not compared; no report is of the news of a month ago."""

FLOOR = 0.05
"""Two articles that are less alike than this share nothing but common words; it counts as none."""

SENTENCE_END = frozenset(".!?…:\"“”'‘’\n")

Floats = npt.NDArray[np.float64]
Places = npt.NDArray[np.int64]
Singles = npt.NDArray[np.float32]
Shorts = npt.NDArray[np.int32]
"""Half as long: there may be millions of pairs."""


@dataclass(frozen=True, slots=True)
class StoryReport:
    """An article as stories see it: how often it says each term, and its day if stated.

    `names` counts how often a term is written like a name or a number; `title` is its headline's.
    """

    id: str
    counts: Mapping[str, int]
    names: Mapping[str, int]
    title: frozenset[str]
    day: date | None = None

    @property
    def terms(self) -> AbstractSet[str]:
        """What the text or the headline says."""
        return self.counts.keys() | self.title


@dataclass(frozen=True, slots=True)
class LikenessGraph:
    """The pairs of reports that are alike at all, by their places in the list of reports.

    `breadth` is what there is of the likeness when no single term counts for much.
    """

    first: Shorts
    second: Shorts
    likeness: Singles
    breadth: Singles


def report_of(article: Article, analyser: Analyser, day: date | None) -> StoryReport:
    """An article as stories see it; boilerplate is no part of it."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text, token in _opening(article, analyser):
        counts.update(token.terms)
        if _is_name(text, token):
            names.update(token.terms)
    # What stands for a title that nobody wrote is the beginning of the text once more.
    title = "" if article.title_origin == "first_words" else article.title
    return StoryReport(article.id, counts, names, frozenset(analyser.terms(title)), day)


def likeness_of(reports: Sequence[StoryReport]) -> LikenessGraph:
    """How alike reports are, given by day, the undated ones first."""
    own, postings = _weighed(reports)
    following = postings.starts[:-1].copy()
    found: list[tuple[Shorts, Shorts, Singles, Singles]] = []
    ends = _last_in_reach([report.day for report in reports])
    for place, terms in enumerate(own):
        here = following[terms]
        following[terms] += 1
        alike, broad = postings.alike(terms, here, len(reports))
        near = np.flatnonzero(alike[: ends[place]] >= FLOOR).astype(np.int32)
        found.append((np.full_like(near, place), near, alike[near], broad[near]))
    return LikenessGraph(*(np.concatenate(column) for column in zip(*found, strict=True)))


def _last_in_reach(days: Sequence[date | None]) -> list[int]:
    """Up to which place each report is compared."""
    numbers = [day.toordinal() if day else 0 for day in days]
    reach = [number + REACH.days if number else math.inf for number in numbers]
    return [int(place) for place in np.searchsorted(numbers, reach, side="right")]


@dataclass(frozen=True, slots=True)
class _Postings:
    """For each term the reports that say it, in order, and its weight in them, one after another.

    Those of a term stand from `starts[term]` up to the next term's; it adds up to `most[term]` to
    the breadth.
    """

    starts: Places
    places: Places
    weights: Floats
    most: Floats

    def alike(self, terms: Places, here: Places, reports: int) -> tuple[Singles, Singles]:
        """How alike a report is to each later one, and the breadth of it.

        The report stands at `here` among those of its terms.
        """
        counts = self.starts[terms + 1] - here - 1
        firsts = np.cumsum(counts) - counts
        later = np.arange(counts.sum()) + np.repeat(here + 1 - firsts, counts)
        shared = self.weights[later] * np.repeat(self.weights[here], counts)
        broad = np.minimum(shared, np.repeat(self.most[terms], counts))
        alike, breadth = (
            np.bincount(self.places[later], column, reports).astype(np.float32)
            for column in (shared, broad)
        )
        return alike, breadth


def _weighed(reports: Sequence[StoryReport]) -> tuple[list[Places], _Postings]:
    """The terms of each report, as numbers, and what they weigh; squared, that is 1 in all."""
    names = _names(reports)
    worth = _worth(reports, names)
    numbers = {term: number for number, term in enumerate(sorted(worth))}
    own: list[Places] = []
    weights: list[Floats] = []
    for report in reports:
        shares = {numbers[t]: worth[t] * _share(report, t) for t in report.terms}
        terms = np.array(sorted(shares), np.int64)
        found = np.array([shares[number] for number in terms.tolist()], np.float64)
        own.append(terms)
        weights.append(found / np.sqrt(found @ found))
    every = np.concatenate(own)
    order = np.argsort(every, kind="stable")
    places = np.repeat(np.arange(len(own)), [len(terms) for terms in own])
    starts = np.searchsorted(every[order], np.arange(len(numbers) + 1))
    most = np.array([MOST_OF_NAME if term in names else MOST_OF_WORD for term in numbers])
    return own, _Postings(starts, places[order], np.concatenate(weights)[order], most)


def _names(reports: Sequence[StoryReport]) -> set[str]:
    """The terms that are names or numbers, by how they are mostly written."""
    said: Counter[str] = Counter()
    named: Counter[str] = Counter()
    for report in reports:
        said.update(report.counts)
        named.update(report.names)
    return {term for term, count in named.items() if count >= NAME_SHARE * said[term]}


def _worth(reports: Sequence[StoryReport], names: AbstractSet[str]) -> dict[str, float]:
    """What each term is worth by its rarity, and as a name or number."""
    spread = Counter(term for report in reports for term in report.terms)
    return {
        term: max(LEAST_RARITY, math.log((max(len(reports), FEWEST) + 1) / (count + 0.5)))
        * (NAME_WEIGHT if term in names else 1.0)
        for term, count in spread.items()
    }


def _share(report: StoryReport, term: str) -> float:
    """How much of a report a term is, in the text and in the title."""
    count = report.counts.get(term, 0)
    said = 1 + math.log(count) if count else 0.0
    return said + TITLE_WEIGHT * (term in report.title)


def _opening(article: Article, analyser: Analyser) -> Iterator[tuple[str, Token]]:
    words: Iterable[tuple[str, Token]] = (
        (article.text, token)
        for run in prose_runs(article.text, article.marks)
        for paragraph in run
        for token in analyser.tokens(article.text, paragraph.start, paragraph.end)
    )
    return islice(words, OPENING_WORDS)


def _is_name(text: str, token: Token) -> bool:
    """Whether a word is written like a name or a number, and not only because it comes first."""
    if token.surface[0].isdigit():
        return True
    before = text[max(0, token.start - 2) : token.start].rstrip(" ")
    return token.surface[0].isupper() and bool(before) and before[-1] not in SENTENCE_END
