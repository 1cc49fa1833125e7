"""Which passages become quotes, and in which order: several articles first, copies once."""

from collections.abc import Sequence
from dataclasses import dataclass

from bot.articles.article import Article, Quote
from bot.articles.copies import Shingles, are_copies, shingles
from bot.briefing.answer import Cited

PAGE = 6
"""Quotes of a reply at most: what fits into a message and can be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that covers a query, with the words in it that answer."""

    quote: Quote
    spans: tuple[Quote, ...] = ()


def chosen(found: Sequence[Found], wanted: int) -> list[Cited]:
    """The first `wanted` quotes, or all: the best of each article, then the others.

    `found` is ordered, best first. Passages of an article that copies a better one are left out;
    its outlet is named at the first quote of the article it copies.
    """
    originals = _Originals()
    best: dict[str, Found] = {}
    others: list[Found] = []
    for item in found:
        article = item.quote.article
        if article.id not in best and originals.takes(article):
            best[article.id] = item
        elif article.id in best and not _repeats(item, [best[article.id], *others]):
            others.append(item)
        if len(best) == wanted:
            break
    first = [Cited(i.quote, i.spans, originals.copied(name)) for name, i in best.items()]
    return [*first, *(Cited(item.quote, item.spans) for item in others)][:wanted]


class _Originals:
    """The articles met so far that copy none before them."""

    def __init__(self) -> None:
        self._texts: dict[str, Shingles] = {}
        self._copied: dict[str, dict[str, str | None]] = {}

    def takes(self, article: Article) -> bool:
        """Whether the article is not a copy; a copy's outlet is noted at its original."""
        runs = shingles(article.text, article.marks)
        for name, known in self._texts.items():
            if are_copies(runs, known):
                self._copied.setdefault(name, {})[article.id] = article.outlet
                return False
        self._texts[article.id] = runs
        return True

    def copied(self, name: str) -> tuple[str | None, ...]:
        """The outlets of the copies of an article."""
        return tuple(self._copied.get(name, {}).values())


def _repeats(item: Found, shown: Sequence[Found]) -> bool:
    """Whether a quote shares its text with one already chosen, as overlapping passages may."""
    return any(
        item.quote.article.id == other.quote.article.id
        and item.quote.start < other.quote.end
        and other.quote.start < item.quote.end
        and _overlap(item.quote, other.quote) > (item.quote.end - item.quote.start) / 2
        for other in shown
    )


def _overlap(one: Quote, other: Quote) -> int:
    return min(one.end, other.end) - max(one.start, other.start)
