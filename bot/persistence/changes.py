"""What the index is fed with, and what it asks back: changes and statistics."""

from collections.abc import Sequence

from sqlalchemy import bindparam, func, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.persistence.article_rows import IS_CURRENT, Change, CollectionStatistics
from bot.persistence.database import Repository
from bot.persistence.schema import article, article_version, collection, passage

CHANGES = (
    select(
        article.c.change,
        article.c.id,
        article.c.version,
        article.c.collection_id,
        article_version.c.outlet,
        article.c.day,
        func.coalesce(article_version.c.title, ""),
        func.coalesce(article_version.c.text, ""),
    )
    .join_from(article, article_version, IS_CURRENT, isouter=True)
    .where(article.c.change > bindparam("after"))
    .order_by(article.c.change)
    .limit(bindparam("most"))
)
CHANGED_PASSAGES = (
    select(passage.c.article_id, passage.c.start, passage.c.end)
    .join_from(passage, article, article.c.id == passage.c.article_id)
    .where(article.c.change > bindparam("after"), article.c.change <= bindparam("last"))
    .order_by(passage.c.id)
)
NEWEST_DAY = (
    select(func.max(article.c.day))
    .where(article.c.collection_id == collection.c.id, ~article.c.removed)
    .scalar_subquery()
)
"""Of a collection, read at the end of an index."""


class ChangeFeed(Repository):
    """The part of the store that an index is built from."""

    async def last(self) -> int:
        """The number of the latest change, 0 when nothing was ever saved."""
        latest = select(func.coalesce(func.max(article.c.change), 0))
        async with self._database.reading() as connection:
            return int((await connection.execute(latest)).scalar_one())

    async def passage_count(self) -> int:
        """How many passages an index of this database must hold."""
        counted = select(func.coalesce(func.sum(collection.c.passages), 0))
        async with self._database.reading() as connection:
            return int((await connection.execute(counted)).scalar_one())

    async def term_count(self) -> int:
        """How many terms those passages have, each with its title's."""
        counted = select(func.coalesce(func.sum(collection.c.words), 0))
        async with self._database.reading() as connection:
            return int((await connection.execute(counted)).scalar_one())

    async def after(self, after: int, limit: int) -> list[Change]:
        """The latest change of each article that changed after a number, in order of number."""
        async with self._database.observing() as connection:
            rows = (await connection.execute(CHANGES, {"after": after, "most": limit})).all()
            span = {"after": after, "last": rows[-1][0] if rows else after}
            passages = await _passages(connection, span)
        return [Change(*row, tuple(passages.get(row[1], ()))) for row in rows]

    async def statistics(self, collections: Sequence[str]) -> list[CollectionStatistics]:
        """How much each of the collections holds, by name; one that never was is left out."""
        asked = select(
            collection.c.id,
            collection.c.name,
            collection.c.articles,
            collection.c.passages,
            collection.c.words,
            NEWEST_DAY,
        ).where(collection.c.name.in_(collections))
        async with self._database.reading() as connection:
            rows = await connection.execute(asked.order_by(collection.c.name))
            return [CollectionStatistics(*row) for row in rows]


async def _passages(
    connection: AsyncConnection, span: dict[str, int]
) -> dict[int, list[tuple[int, int]]]:
    grouped: dict[int, list[tuple[int, int]]] = {}
    for article_row, start, end in await connection.execute(CHANGED_PASSAGES, span):
        grouped.setdefault(article_row, []).append((start, end))
    return grouped
