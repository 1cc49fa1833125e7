"""Stories: which articles tell of the same event, found as they come in.

An article joins the story that it is most like on average, if it is like enough, or starts one; so
a story keeps its name over days. Likeness is the cosine of the term weights (tf-idf) of title and
opening, in which names and numbers count double: two earthquakes share words, but not their places.
"""

import math
from collections import Counter, defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice

from bot.articles.article import Article
from bot.language.english.analyser import Analyser, Token
from bot.language.paragraphs import prose_runs

ALIKE = 0.14
"""Mean cosine from which an article belongs to a story; the one setting for every kind of news."""

OPENING_WORDS = 200
"""Words of an article that are compared; what comes later is background."""

TITLE_WEIGHT = 2.0
NAME_WEIGHT = 2.0
NAME_SHARE = 0.5
"""A word is a name when it is capitalised inside a sentence at least this often."""

WINDOW = timedelta(days=7)
"""Between two dated reports of one story at most."""

SENTENCE_END = frozenset(".!?…:\"“”'‘’\n")

Terms = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class StoryReport:
    """An article as stories see it: its id, its terms with their weights, its day if stated."""

    id: str
    terms: Terms
    day: date | None = None


class StoryLine:
    """The stories so far; `rarity` weighs the terms of all reports, those to come included."""

    def __init__(self, rarity: Mapping[str, float]) -> None:
        self._rarity = rarity
        self._sizes: Counter[str] = Counter()
        self._days: dict[str, tuple[date, date]] = {}
        self._sums: defaultdict[str, dict[str, float]] = defaultdict(dict)

    def add(self, report: StoryReport, story: str) -> None:
        """Put a report into a story that is known to be its own."""
        self._put(report, story, self._unit(report))

    def place(self, report: StoryReport) -> str:
        """The story that a report belongs to; a new one bears the report's own id."""
        unit = self._unit(report)
        story = self._nearest(report, unit) or report.id
        self._put(report, story, unit)
        return story

    def _nearest(self, report: StoryReport, unit: Terms) -> str | None:
        likeness: defaultdict[str, float] = defaultdict(float)
        for term, weight in unit.items():
            for story, held in self._sums.get(term, {}).items():
                likeness[story] += weight * held
        near = [
            (total / self._sizes[story], story)
            for story, total in likeness.items()
            if total >= ALIKE * self._sizes[story] and self._is_near(report.day, story)
        ]
        return max(near, key=lambda one: (one[0], one[1]))[1] if near else None

    def _is_near(self, day: date | None, story: str) -> bool:
        known = self._days.get(story)
        return day is None or known is None or known[0] - WINDOW <= day <= known[1] + WINDOW

    def _put(self, report: StoryReport, story: str, unit: Terms) -> None:
        self._sizes[story] += 1
        for term, weight in unit.items():
            held = self._sums[term]
            held[story] = held.get(story, 0.0) + weight
        if report.day is not None:
            first, last = self._days.get(story, (report.day, report.day))
            self._days[story] = (min(first, report.day), max(last, report.day))

    def _unit(self, report: StoryReport) -> Terms:
        weights = {term: w * self._rarity.get(term, 1.0) for term, w in report.terms.items()}
        length = math.sqrt(sum(weight * weight for weight in weights.values()))
        return {term: weight / length for term, weight in weights.items()} if length else {}


def rarity(reports: Iterable[StoryReport]) -> dict[str, float]:
    """How telling each term is: 1 + ln((N + 1) / (df + 1)), never below 1."""
    held = list(reports)
    counts = Counter(term for report in held for term in report.terms)
    return {term: 1 + math.log((len(held) + 1) / (count + 1)) for term, count in counts.items()}


def report_of(article: Article, analyser: Analyser, day: date | None) -> StoryReport:
    """An article as stories see it; boilerplate is no part of it."""
    counts: Counter[str] = Counter()
    names: Counter[str] = Counter()
    for text, token in _opening(article, analyser):
        counts.update(token.terms)
        if _is_name(text, token):
            names.update(token.terms)
    terms = {
        term: count * (NAME_WEIGHT if names[term] >= NAME_SHARE * count else 1.0)
        for term, count in counts.items()
    }
    for term in analyser.terms(article.title):
        is_name = bool(names[term]) and names[term] >= NAME_SHARE * counts[term]
        terms[term] = terms.get(term, 0.0) + TITLE_WEIGHT * (NAME_WEIGHT if is_name else 1.0)
    return StoryReport(article.id, terms, day)


def _opening(article: Article, analyser: Analyser) -> Iterable[tuple[str, Token]]:
    words = (
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
