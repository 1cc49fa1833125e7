"""Which sentences tell a story's event: a news report tells its news first, and its title says it.

The event is what the titles and beginnings of a story's articles say, each word weighed by how many
of them say it. Only the opening of an article is looked at; what is below it is background and
detail. What is told of an earlier time is background there too.
"""

import math
import re
from collections import Counter
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.article import Article, Quote, source_sentences
from bot.digest.sentence_selection import LONGEST, WORDS
from bot.language.english.analyser import Analyser
from bot.language.english.lexicon import MONTH, MONTHS, WEEKDAY

OPENING = 200
"""Words of an article in which it tells its news."""

BEGINNING = 300
"""Characters of a text in which it says what it is about."""

HEADED = 1.0
ALONE = 0.2
"""What a word of the headline is worth besides, and one that a single beginning says."""

FLOOR = 0.5
"""Least share of what the most telling sentence says of the event that one that is shown says."""

ON_IT = 0.65
"""The same of titles with beginnings: an article that says less is on another event."""

ON_HEADLINE = 2
"""Words of the headline that a sentence of a story of several articles says, if they have them."""

LENGTH = 0.5
"""Exponent of a sentence's length: at 1 short ones win that share a name, at 0 long ones."""

TOLD = 0.5
"""What is left of a word's worth each time that it has been told."""

BACKGROUND = 0.4
"""What is left of a sentence that dates what it tells in an earlier year."""

AGAIN = 0.3
"""What is left of a sentence after each that was taken of its outlet before."""

STEM = 5
"""Letters by which two words are of one matter: "Cambodia" and "Cambodian"."""

EARLIER = re.compile(  # In August 2012, / Last year / Two years ago, / On June 4, 1989 —
    rf"(?:(?:early |late )?(?:back )?in (?:(?:early|late|mid-?) ?)?"
    rf"(?:{MONTH}|the (?:\d{{4}}|early|late|mid)\b)"
    r"|(?:back )?in (?:\d{4}|recent (?:years|months|decades))\b"
    r"|(?:earlier|later) (?:this|that) (?:year|month)\b|last (?:year|month|spring|summer|autumn|"
    r"fall|winter)\b|for (?:years|decades|centuries|months)\b|since \w+|"
    r"(?:[\w-]+ ){1,3}(?:years|decades|months|centuries) (?:ago|later|earlier)\b"
    r"|[^,;]{0,120}\bhad (?:earlier|previously)\b)",
    re.IGNORECASE,
)
"""Opens with an earlier time, and so tells what was before today's event."""

DATED = re.compile(
    rf"\b[Ii]n (?:{MONTH} )?(\d{{4}})\b|\b{MONTH} \d{{1,2}},? (\d{{4}})\b"
    r"|\b(?:has|have) (?:been|had)\b[^,;]{0,80}\bsince (\d{4})\b"
)
"""A year in which something is said to have been."""

_PLACE = r"[A-Z][\w.’'-]*(?:,? [A-Z][\w.’'-]*){0,4}"
_DAY = rf"(?:{WEEKDAY},? )?(?:{MONTH} \d{{1,2}}|\d{{1,2}} {MONTH})(?:,? \d{{4}})?"
DATELINE = (
    re.compile(  # Alva, May 4, 2031 – The; Alva [Norland] May 4 (BNN): The; (BNN / May 4) :The
        rf"(?:(?:{_PLACE}(?: \[[^\]]{{1,30}}\])?,? )?{_DAY}(?: ?\([^()]{{1,40}}\))? ?[—–:-]+\s*"
        rf"|(?:{_PLACE} )?\([^()]{{1,40}}\) ?[—–:-]+\s*|(?:{_PLACE} )?\([A-Z]{{2,8}}\) "
        rf"|{_PLACE} (?:[—–-]|--) "  # Alva, Norland - The
        r")(?=[A-Z“\"])"
    )
)
"""A place, an agency or a date before the first sentence of a report."""

Weights = Mapping[str, float]


@dataclass(frozen=True, slots=True)
class _Candidate:
    quote: Quote
    place: int
    stems: frozenset[str]
    worth: float


def telling(
    articles: Sequence[Article],
    analyser: Analyser,
    headline: str,
    fits: Callable[[Quote], bool],
) -> Iterator[Quote]:
    """The sentences that tell a story's event and that `fits` allows, the most telling first."""
    weights = event_weights(articles, analyser, headline)
    told = [_told(_begun(article, analyser), weights) for article in articles]
    found = [
        candidate
        for article, says in zip(articles, told, strict=True)
        if says >= ON_IT * max(told)
        for candidate in _opening(article, analyser)
    ]
    most = max((_told(one.stems, weights) for one in found), default=0.0)
    headed = _headed(articles, analyser, headline)
    needed = min(ON_HEADLINE, len(headed)) if len(articles) > 1 else 0
    left = [
        one
        for one in found
        if _is_telling(one, weights, most) and len(one.stems & headed) >= needed and fits(one.quote)
    ]
    yield from _greedily(left, dict(weights))


def event_weights(articles: Sequence[Article], analyser: Analyser, headline: str) -> Weights:
    """What each word of the titles and beginnings is worth: the share of articles that say it."""
    begun = [_begun(one, analyser) for one in articles]
    spread = Counter(stem for one in begun for stem in one)
    weights = {stem: n / len(articles) if n > 1 else ALONE for stem, n in spread.items()}
    for stem in _headed(articles, analyser, headline):
        weights[stem] = weights.get(stem, 0.0) + HEADED
    return weights


def _headed(articles: Sequence[Article], analyser: Analyser, headline: str) -> frozenset[str]:
    """The words of the headline that the articles say too."""
    said = {stem for one in articles for stem in _stems(one.text, analyser)}
    return _stems(headline, analyser) & said


def _begun(article: Article, analyser: Analyser) -> frozenset[str]:
    return _stems(f"{article.title} {article.text[:BEGINNING]}", analyser)


def _opening(article: Article, analyser: Analyser) -> Iterator[_Candidate]:
    """The sentences in which an article tells its news; all those of no readable length are out."""
    before = 0
    for one in source_sentences(article):
        if before >= OPENING:
            return
        dateline = None if one.ordinal else DATELINE.match(article.text, one.start, one.end)
        quote = article.quote(dateline.end() if dateline else one.start, one.end)
        words = len(quote.text.split())
        before += words
        if words in WORDS and len(quote.text) <= LONGEST:
            worth = (1 + 1 / (1 + one.ordinal)) / math.pow(words, LENGTH)
            worth *= BACKGROUND if is_dated_before(quote) else 1.0
            yield _Candidate(quote, one.ordinal, _stems(quote.text, analyser), worth)


def is_dated_before(quote: Quote) -> bool:
    """Whether what a sentence tells is dated in a year before the one of its article."""
    year = (quote.article.published or "")[:4]
    years = [found[found.lastindex or 0] for found in DATED.finditer(quote.text)]
    return bool(year) and any(one < year for one in years)


def opens_earlier(quote: Quote) -> bool:
    """Whether a sentence opens with a time before its article: "In August 2012, a visitor fell"."""
    opening = EARLIER.match(quote.text)
    if opening is None:
        return False
    month = int((quote.article.published or "")[5:7] or 0)
    return month == 0 or is_dated_before(quote) or MONTHS[month - 1] not in opening[0]


def _is_telling(one: _Candidate, weights: Weights, most: float) -> bool:
    return 0 < FLOOR * most <= _told(one.stems, weights) and not opens_earlier(one.quote)


def _told(stems: frozenset[str], weights: Weights) -> float:
    return sum(weights.get(stem, 0.0) for stem in stems)


def _greedily(left: list[_Candidate], weights: dict[str, float]) -> Iterator[Quote]:
    taken: Counter[str] = Counter()

    def gain(one: _Candidate) -> float:
        source = one.quote.article.outlet or one.quote.article.id
        return _told(one.stems, weights) * one.worth * math.pow(AGAIN, taken[source])

    while left:
        best = max(left, key=gain)
        yield best.quote
        left = [one for one in left if one is not best]
        taken[best.quote.article.outlet or best.quote.article.id] += 1
        for stem in best.stems & weights.keys():
            weights[stem] *= TOLD


def _stems(words: str, analyser: Analyser) -> frozenset[str]:
    return frozenset(term[:STEM] for term in analyser.terms(words))
