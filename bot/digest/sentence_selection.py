"""Which sentences tell a story: those that cover what most of its articles say.

Sentences are taken greedily. The gain of one is the number of articles that say each of its terms
and pairs of terms, less for what is told already, by its length. The beginning of an article weighs
more, and less so the shorter the articles are: in a text of five lines everything is the beginning.
"""

import math
import re
from collections import Counter
from collections.abc import Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.articles.article import Article, Quote
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences
from bot.search.passages import depends

WORDS = range(8, 51)
"""Words of a sentence that can be quoted alone: less says nothing, more is not read."""

LONGEST = 600
"""Characters of a sentence that can be quoted; a longer one is a table, or no language."""

LEANING = re.compile(
    r"(?:but|and|yet|so|or|nor|then|still|also|instead|however|meanwhile|moreover|thus|therefore|"
    r"besides|nevertheless|nonetheless|likewise|otherwise|afterwards|in return|in turn|in addition|"
    r"as a result|for example|for instance)\b"
    r"|.*\b(?:hours?|days?|weeks?|months?|years?) (?:earlier|later|before|afterwards)\W*$"
    r"|.*\b(?:the latter|the former|all (?:two|three|four|five|of (?:them|these|this)))\b",
    re.IGNORECASE | re.DOTALL,
)
"""A sentence that leans on what was said before it, though it names what it is about."""

LENGTH = 0.75
"""Exponent of a sentence's length: at 1 short ones win that share a name, at 0 long ones."""

LEAD = 8.0
"""How much more the first sentence of a long article weighs; the n-th one a n-th of that."""

LONG_TEXT = 300
"""Mean words of articles from which the beginning has its full weight."""

ALONE = 0.1
"""What a term is worth that one article only says; a shared one is worth the number of them."""

TOLD = 0.3
"""What is left of a term's worth each time that it has been told."""

SAME_SOURCE = 0.3
"""What is left of a sentence's worth for each sentence of its source that was taken before."""


@dataclass(frozen=True, slots=True)
class CandidateSentence:
    """A sentence that could be quoted; `place` counts the sentences before it in its article."""

    quote: Quote
    source: Hashable
    place: int
    words: int
    units: frozenset[Hashable]


def covering(
    articles: Sequence[Article], analyser: Analyser, *, again: float = SAME_SOURCE
) -> Iterator[Quote]:
    """Sentences that tell what the articles have in common, the most telling first.

    `again` is what a sentence is worth after another of its outlet: 0 takes one of each.
    """
    texts = [_candidates(article, analyser) for article in articles]
    spread = Counter(unit for text in texts for unit in _units(text))
    worth = {unit: count if count > 1 else ALONE for unit, count in spread.items()}
    lead = LEAD * _length_share(articles, texts)
    left = [candidate for text in texts for candidate in text if candidate.words in WORDS]
    yield from _greedily(left, worth, lead, again)


def _greedily(
    left: list[CandidateSentence], worth: dict[Hashable, float], lead: float, again: float
) -> Iterator[Quote]:
    taken: Counter[Hashable] = Counter()

    def gain(candidate: CandidateSentence) -> float:
        told = sum(worth.get(unit, 0.0) for unit in candidate.units)
        beginning = 1 + lead / (1 + candidate.place)
        repeated = math.pow(again, taken[candidate.source])
        return told * beginning * repeated / math.pow(candidate.words, LENGTH)

    while left:
        best = max(left, key=gain)
        if gain(best) <= 0:
            return
        yield best.quote
        left = [candidate for candidate in left if candidate is not best]
        taken[best.source] += 1
        for unit in best.units & worth.keys():
            worth[unit] *= TOLD


def _candidates(article: Article, analyser: Analyser) -> list[CandidateSentence]:
    """The sentences of an article that can be understood alone, of whatever length."""
    found: list[CandidateSentence] = []
    source = article.outlet or article.id
    place = 0
    for run in prose_runs(article.text, article.marks):
        for span in (s for paragraph in run for s in sentences(article.text, paragraph)):
            if span.end - span.start <= LONGEST and not _leans(article.text, span):
                found.append(_candidate(article, span, source, place, analyser))
            place += 1
    return found


def _leans(text: str, span: Span) -> bool:
    """Whether a sentence cannot be understood without those before it."""
    return depends(text, span) or bool(LEANING.match(text, span.start, span.end))


def _candidate(
    article: Article, span: Span, source: Hashable, place: int, analyser: Analyser
) -> CandidateSentence:
    quote = article.quote(span.start, span.end)
    terms = analyser.terms(quote.text)
    units = frozenset[Hashable]([*terms, *pairwise(terms)])
    return CandidateSentence(quote, source, place, len(quote.text.split()), units)


def _units(text: Sequence[CandidateSentence]) -> frozenset[Hashable]:
    return frozenset(unit for candidate in text for unit in candidate.units)


def _length_share(
    articles: Sequence[Article], texts: Sequence[Sequence[CandidateSentence]]
) -> float:
    """The square of the articles' mean length as a share of LONG_TEXT, at most 1."""
    words = sum(candidate.words for text in texts for candidate in text)
    return min(1.0, words / (LONG_TEXT * len(articles))) ** 2 if articles else 0.0
