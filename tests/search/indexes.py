"""Articles to put into an index, and what it finds of them."""

from collections.abc import Sequence

from bot.engines.forward_index import bodies_of
from bot.search.passage_index import Filters, IndexedArticle, Match, PassageIndex
from tests.search.examples import spanned

EVERYTHING = Filters()


def article(
    row: int,
    *passages: str,
    version: int = 1,
    collection: int = 1,
    outlet: str | None = None,
    day: int | None = None,
    title: str = "",
) -> IndexedArticle:
    """An article with these passages; without any, one that is taken out."""
    spans = spanned(*passages)
    bodies = bodies_of(title, spans)
    return IndexedArticle(row, version, collection, outlet, day, title, spans, bodies)


def found(
    index: PassageIndex,
    *words: str,
    collections: Sequence[int] = (1,),
    filters: Filters = EVERYTHING,
    limit: int = 10,
) -> list[int]:
    concepts = [[tuple(word.split())] for word in words]
    return rows(index.candidates(concepts, collections, filters, limit))


def rows(matches: Sequence[Match]) -> list[int]:
    """Ten times the article and the passage's number, of each match."""
    return [10 * match.article + match.ordinal for match in matches]
