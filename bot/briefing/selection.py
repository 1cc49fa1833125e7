"""Which quotes a reply shows, and in what order: several outlets first, each sentence once."""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field

from bot.articles.article import Article, Quote
from bot.articles.duplicates import Signature, are_copies, signature
from bot.articles.verbatim import folded, holds_span, places
from bot.briefing.answer import Cited

PAGE = 6
"""Quotes of a reply at most: what fits into a message and can be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A short quote, its passage, and the words in it that answer or that say the topic.

    `share` is how likely it is that its passage answers the question, of all passages.
    """

    quote: Quote
    passage: Quote
    spans: tuple[Quote, ...] = ()
    highlights: tuple[Quote, ...] = ()
    share: float = 0.0


@dataclass(slots=True)
class _Kept:
    """A quote that is shown, and the outlets of other articles that hold its very words."""

    found: Found
    also_in: dict[str, str | None] = field(default_factory=dict)


def chosen(found: Sequence[Found], wanted: int, *, by_outlet: bool = True) -> list[Cited]:
    """The first `wanted` quotes, or all, each sentence once.

    `found` is ordered, best first; `by_outlet` moves the best of each outlet and article before
    the others. An outlet is named beside another's quote only when its own
    article holds the very words that are shown. A copy is quoted by itself only for words that it
    does not share with what it copies.
    """
    kept: list[_Kept] = []
    copies = _Copies()
    for item in found:
        if any(_overlap(item.quote, one.found.quote) for one in kept):
            continue
        copied = [one for one in kept if copies.are_copies(item.quote, one.found.quote)]
        for one in copied:
            _credit(one, item.quote.article)
        if any(holds_span(one.found.quote.article, item.quote.text) for one in copied):
            continue
        same = next((one for one in kept if _says(one.found.quote, item.quote)), None)
        if same is not None:
            _credit(same, item.quote.article)
            continue
        kept.append(_Kept(item))
    if by_outlet:
        kept = [kept[number] for number in _spread([one.found for one in kept])]
    return [_cited(one) for one in kept[:wanted]]


def _cited(one: _Kept) -> Cited:
    found, also_in = one.found, tuple(one.also_in.values())
    return Cited(found.quote, found.spans, also_in, found.passage, found.highlights, found.share)


def _credit(one: _Kept, article: Article) -> None:
    """Name the outlet of another article, if it is another's and the article holds the words."""
    shown = one.found.quote
    is_same = article.outlet is not None and article.outlet == shown.article.outlet
    if article.id == shown.article.id or is_same or article.id in one.also_in:
        return
    if holds_span(article, shown.text):
        one.also_in[article.id] = article.outlet


def _spread(found: Sequence[Found]) -> Iterator[int]:
    """What answers, then the first of each outlet, then of each article, then the others.

    An unstated outlet is one of its own.
    """
    outlets, articles = set[str](), set[str]()
    places: list[tuple[int, int]] = []
    for number, item in enumerate(found):
        article = item.quote.article
        outlet = article.outlet or article.id
        told_before = (outlet in outlets) + (article.id in articles)
        places.append((0 if item.spans else told_before, number))
        outlets.add(outlet)
        articles.add(article.id)
    return (number for _, number in sorted(places))


def _says(shown: Quote, quote: Quote) -> bool:
    """Whether the words of a quote are shown already, by whomever, as a sentence."""
    if folded(shown.text) == folded(quote.text):
        return True
    return any(
        shown.start <= place.start and place.end <= shown.end
        for place in places(shown.article, quote.text)
    )


class _Copies:
    """What is copied among the articles at hand, each of them read once."""

    def __init__(self) -> None:
        self._signatures: dict[str, Signature] = {}

    def are_copies(self, one: Quote, other: Quote) -> bool:
        """Whether the articles of two quotes are one text, reprinted or altered."""
        if one.article.id == other.article.id:
            return False
        return are_copies(self._signature(one.article), self._signature(other.article))

    def _signature(self, article: Article) -> Signature:
        if article.id not in self._signatures:
            self._signatures[article.id] = signature(article.text, article.marks)
        return self._signatures[article.id]


def _overlap(one: Quote, other: Quote) -> bool:
    same = one.article.id == other.article.id
    return same and one.start < other.end and other.start < one.end
