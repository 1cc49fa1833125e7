"""Which sentences tell a story: those that cover what most of its articles say.

Sentences are taken greedily. The gain of one is the number of articles that say each of its terms
and pairs of terms, less for what is told already, by its length. The beginning of an article weighs
more, and less so the shorter the articles are: in a text of five lines everything is the beginning.
"""

import math
from collections import Counter
from collections.abc import Callable, Container, Hashable, Iterator, Sequence
from dataclasses import dataclass
from itertools import pairwise

from bot.articles.article import Article, Quote, source_sentences
from bot.digest.standing_alone import leans
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import Span

WORDS = range(8, 51)
"""Words of a sentence that can be quoted alone: less says nothing, more is not read."""

LONGEST = 600
"""Characters of a sentence that can be quoted; a longer one is a table, or no language."""

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
    articles: Sequence[Article],
    analyser: Analyser,
    *,
    again: float = SAME_SOURCE,
    fits: Callable[[Quote], bool] | None = None,
    said: Container[Hashable] = frozenset(),
) -> Iterator[Quote]:
    """Sentences that tell what the articles have in common, the most telling first.

    `again` is what a sentence is worth after another of its outlet: 0 takes one of each. Only those
    that `fits` allows are taken; the terms of `said` count as told already.
    """
    texts = [_candidates(article, analyser) for article in articles]
    spread = Counter(unit for text in texts for unit in _units(text))
    worth = {unit: count if count > 1 else ALONE for unit, count in spread.items()}
    worth |= {unit: ALONE for unit in worth if unit in said}
    lead = LEAD * _length_share(articles, texts)
    left = [candidate for text in texts for candidate in text if candidate.words in WORDS]
    if fits is not None:
        left = [candidate for candidate in left if fits(candidate.quote)]
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
    source = article.outlet or article.id
    return [
        _candidate(article, Span(one.start, one.end), source, one.ordinal, analyser)
        for one in source_sentences(article)
        if one.end - one.start <= LONGEST and not leans(article.text, Span(one.start, one.end))
    ]


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
