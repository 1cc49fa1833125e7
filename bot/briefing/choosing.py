"""Which passages become quotes, and in which order: several articles first, copies once."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from bot.articles.article import Quote
from bot.articles.copies import Shingles, are_copies, shingles
from bot.briefing.answer import Cited

PAGE = 6
"""Quotes of a reply at most: what fits into a message and can be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that covers a query, with its score and the words in it that answer."""

    quote: Quote
    score: float
    spans: tuple[Quote, ...] = ()


def chosen(found: Sequence[Found]) -> list[Cited]:
    """All quotes in the order they are shown: the best of each article, then the others.

    `found` is ordered, best first. Passages of an article that copies a better one are left out;
    its outlet is named at the first quote of the article it copies.
    """
    originals, copied = _originals(found)
    best: list[Found] = []
    others: list[Found] = []
    seen = set[str]()
    for item in found:
        article = item.quote.article.id
        if article not in originals or _repeats(item, [*best, *others]):
            continue
        (others if article in seen else best).append(item)
        seen.add(article)
    first = [Cited(i.quote, i.spans, copied.get(i.quote.article.id, ())) for i in best]
    return [*first, *(Cited(item.quote, item.spans) for item in others)]


def _originals(found: Iterable[Found]) -> tuple[set[str], dict[str, tuple[str | None, ...]]]:
    texts: dict[str, Shingles] = {}
    copied: dict[str, tuple[str | None, ...]] = {}
    seen = set[str]()
    for item in found:
        article = item.quote.article
        if article.id in seen:
            continue
        seen.add(article.id)
        runs = shingles(article.text, article.marks)
        original = next((name for name, known in texts.items() if are_copies(runs, known)), None)
        if original is None:
            texts[article.id] = runs
        else:
            copied[original] = (*copied.get(original, ()), article.outlet)
    return set(texts), copied


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


def page_of(cited: Sequence[Cited], page: int, skip: int = 0) -> tuple[tuple[Cited, ...], bool]:
    """The quotes of a page, counted from 0 and begun `skip` quotes later, and whether more follow."""
    start = page * PAGE + skip
    return tuple(cited[start : start + PAGE]), len(cited) > start + PAGE


def with_spans(found: Found, spans: Iterable[Quote]) -> Found:
    """The same passage with the words that answer."""
    return replace(found, spans=tuple(spans))
