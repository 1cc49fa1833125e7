"""Saving and removing articles, each batch in one transaction with every count that it moves."""

from collections.abc import Sequence
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.persistence.article_rows import IS_CURRENT, Prepared, Saved, Values
from bot.persistence.database import Repository, distinct_runs, pieces, writable
from bot.persistence.save_plan import (
    CatalogueDelta,
    CurrentVersion,
    IntakeMoment,
    Plan,
    SaveContext,
    StoredArticle,
)
from bot.persistence.schema import article, article_version, catalogue, collection, meta, passage

KNOWN = select(
    article.c.id,
    article.c.key,
    article.c.public_id,
    article.c.version,
    article.c.removed,
    article_version.c.content_hash,
    article_version.c.topics,
    article_version.c.outlet,
).select_from(article.outerjoin(article_version, IS_CURRENT))

HASHES = (
    select(article.c.key, article_version.c.content_hash)
    .join_from(article, article_version, IS_CURRENT)
    .where(~article.c.removed)
)

KnownRow = Row[Any, Any, Any, Any, Any, Any, Any, Any]
"""SQLAlchemy knows no types for the columns of an outer join."""


class ArticleWriter(Repository):
    """The part of the store that changes what is known."""

    async def content_hashes(self, collection: str, keys: Sequence[str]) -> dict[str, str]:
        """The content hashes of those articles that the collection has, by key."""
        async with self._database.reading() as connection:
            found: dict[str, str] = {}
            for piece in pieces(keys):
                asked = HASHES.where(_is_of(collection), article.c.key.in_(piece))
                rows = await connection.execute(asked)
                found |= {row.key: row.content_hash for row in rows}
        return found

    async def save(
        self, prepared: Sequence[Prepared], collection: str, *, baseline: bool = False
    ) -> list[Saved]:
        """Save all of the articles or, when that fails, none; what became of each, in order.

        `baseline` marks those that are new here as what a feed had at its first reading.
        """
        saved: list[Saved] = []
        now = int(self._clock())
        async with self._database.writing() as connection:
            row = await self._own(connection, collection)
            for run in distinct_runs(prepared, key=lambda one: one.draft.key):
                context = await _save_context(
                    connection, collection, row, IntakeMoment(now, baseline)
                )
                made = await _planned(connection, run, context)
                await self._carry_out(connection, made, row)
                saved += made.saved
        return saved

    async def remove(self, article_id: str, collection: str) -> bool:
        """Delete every version of an article; False when the collection does not have it."""
        sought = writable(article_id)
        async with self._database.writing() as connection:
            await _wait_for_writers(connection)
            known = await _known(connection, collection, article.c.public_id, [sought])
            found = known.get(sought)
            if found is None or found.current is None:
                return False
            await self._remove(connection, collection, found.row, found.current)
        return True

    async def _own(self, connection: AsyncConnection, name: str) -> int:
        await _wait_for_writers(connection)
        empty = {"name": name, "articles": 0, "passages": 0, "words": 0}
        new = self._database.insert(collection).values(empty).on_conflict_do_nothing()
        await connection.execute(new)
        return await _collection_row(connection, name)

    async def _remove(
        self, connection: AsyncConnection, name: str, row: int, current: CurrentVersion
    ) -> None:
        passages, words = await _delete_passages(connection, [row])
        await connection.execute(delete(article_version).where(article_version.c.article_id == row))
        change = await _last(connection, article.c.change) + 1
        gone = {"removed": True, "day": None, "change": change}
        await connection.execute(update(article).where(article.c.id == row).values(gone))
        tally = CatalogueDelta()
        tally.subtract(current.topics, current.outlet)
        owner = await _collection_row(connection, name)
        await self._count(connection, owner, tally, (-1, -passages, -words))

    async def _carry_out(self, connection: AsyncConnection, made: Plan, row: int) -> None:
        if not made.articles:
            return
        passages, words = await _delete_passages(connection, made.outdated)
        upsert = self._database.insert(article)
        moving = ("version", "removed", "change", "day")
        upsert = upsert.on_conflict_do_update(
            index_elements=["id"], set_={name: upsert.excluded[name] for name in moving}
        )
        await connection.execute(upsert, made.articles)
        await connection.execute(article_version.insert(), made.versions)
        if made.passages:
            await connection.execute(passage.insert(), made.passages)
        more = (made.more_articles, len(made.passages) - passages, made.more_words - words)
        await self._count(connection, row, made.tally, more)

    async def _count(
        self,
        connection: AsyncConnection,
        row: int,
        tally: CatalogueDelta,
        more: tuple[int, int, int],
    ) -> None:
        columns = (collection.c.articles, collection.c.passages, collection.c.words)
        counts = {column: column + by for column, by in zip(columns, more, strict=True)}
        await connection.execute(update(collection).where(collection.c.id == row).values(counts))
        changed = tally.rows(row)
        if changed:
            await self._list(connection, row, changed)

    async def _list(self, connection: AsyncConnection, row: int, changed: list[Values]) -> None:
        upsert = self._database.insert(catalogue)
        grown = {"articles": catalogue.c.articles + upsert.excluded.articles}
        keys = ["collection_id", "kind", "folded"]
        await connection.execute(
            upsert.on_conflict_do_update(index_elements=keys, set_=grown), changed
        )
        if not any(int(str(values["articles"])) < 0 for values in changed):
            return
        unused = (catalogue.c.collection_id == row) & (catalogue.c.articles == 0)
        await connection.execute(delete(catalogue).where(unused))


async def _wait_for_writers(connection: AsyncConnection) -> None:
    # SQLite has one writer at a time anyway; elsewhere this row lets the next change number be one.
    identity = select(meta.c.value).where(meta.c.name == "identity")
    await connection.execute(identity.with_for_update())


async def _collection_row(connection: AsyncConnection, name: str) -> int:
    found = select(collection.c.id).where(collection.c.name == name)
    return int((await connection.execute(found)).scalar_one())


async def _last(connection: AsyncConnection, column: Column[int]) -> int:
    return int((await connection.execute(select(func.coalesce(func.max(column), 0)))).scalar_one())


async def _known(
    connection: AsyncConnection, name: str, column: Column[str], sought: Sequence[str]
) -> dict[str, StoredArticle]:
    known: dict[str, StoredArticle] = {}
    for piece in pieces(sought):
        for row in await connection.execute(KNOWN.where(_is_of(name), column.in_(piece))):
            known[getattr(row, column.name)] = _as_known(row)
    return known


def _is_of(name: str) -> ColumnElement[bool]:
    row = select(collection.c.id).where(collection.c.name == name).scalar_subquery()
    return article.c.collection_id == row


def _as_known(row: KnownRow) -> StoredArticle:
    if row.removed:
        return StoredArticle(row.id, row.version, None)
    return StoredArticle(
        row.id, row.version, CurrentVersion(row.content_hash, row.topics, row.outlet)
    )


async def _save_context(
    connection: AsyncConnection, name: str, row: int, arriving: IntakeMoment
) -> SaveContext:
    rows, change = await _last(connection, article.c.id), await _last(connection, article.c.change)
    return SaveContext(name, row, rows, change, arriving)


async def _planned(
    connection: AsyncConnection, batch: Sequence[Prepared], context: SaveContext
) -> Plan:
    keys = [prepared.draft.key for prepared in batch]
    known = await _known(connection, context.collection, article.c.key, keys)
    made = Plan(context)
    for prepared in batch:
        made.take(prepared, known.get(prepared.draft.key))
    return made


async def _delete_passages(connection: AsyncConnection, rows: Sequence[int]) -> tuple[int, int]:
    passages = words = 0
    for piece in pieces(rows):
        theirs = passage.c.article_id.in_(piece)
        held = select(func.count(), func.coalesce(func.sum(passage.c.length), 0)).where(theirs)
        count, length = (await connection.execute(held)).one()
        passages, words = passages + int(count), words + int(length)
        await connection.execute(delete(passage).where(theirs))
    return passages, words
