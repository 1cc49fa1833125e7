"""What a collection is about: its topics and outlets, and how many articles have each."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Select, func, select

from bot.storage.records import Kind, fold
from bot.storage.room import Room, writable
from bot.storage.schema import catalogue, collection

LAST_CODE_POINT = "\U0010ffff"

NAME = func.min(catalogue.c.name)
ARTICLES = func.sum(catalogue.c.articles)


class Catalogue(Room):
    """The part of the store that knows topics and outlets."""

    async def catalogue(
        self, collections: Sequence[str], kind: Kind, limit: int
    ) -> list[tuple[str, int]]:
        """The most common names of a kind with their numbers of articles, most common first."""
        return await self._found(_entries(collections, kind), limit)

    async def catalogue_like(
        self, collections: Sequence[str], kind: Kind, prefix: str, limit: int
    ) -> list[tuple[str, int]]:
        """The most common names whose folded form starts with `prefix`.

        The prefix of a topic is given in the folded form in which topics were saved.
        """
        start = writable(fold(prefix) if kind == "outlet" else prefix)
        folded = catalogue.c.folded.between(start, start + LAST_CODE_POINT)
        return await self._found(_entries(collections, kind).where(folded), limit)

    async def _found(self, found: Select[Any], limit: int) -> list[tuple[str, int]]:
        async with self._database.reading() as connection:
            rows = await connection.execute(found.limit(limit))
            return [(name, int(articles)) for name, articles in rows]


# SQLAlchemy infers no column types through a function of a column: Any.
def _entries(collections: Sequence[str], kind: Kind) -> Select[Any]:
    rows = select(collection.c.id).where(collection.c.name.in_(collections))
    return (
        select(NAME, ARTICLES)
        .where(catalogue.c.collection_id.in_(rows), catalogue.c.kind == kind)
        .group_by(catalogue.c.folded)
        .order_by(ARTICLES.desc(), catalogue.c.folded)
    )
