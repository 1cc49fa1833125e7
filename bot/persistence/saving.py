"""Saving and removing articles, each batch in one transaction with every count that it moves."""

import asyncio
from collections.abc import Hashable, Sequence

from sqlalchemy import Column, ColumnElement, bindparam, delete, func, select, tuple_, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.articles.boilerplate.recurring import telling_lines
from bot.articles.identity import names_of, words_hash
from bot.persistence.article_rows import IS_CURRENT, CurrentVersion, Prepared, Saved, Values
from bot.persistence.articles import CURRENT, article_of
from bot.persistence.database import AnyRow, Repository, distinct_beginning, pieces, writable
from bot.persistence.recognising import known_by, recognised
from bot.persistence.save_plan import CatalogueDelta, IntakeMoment, Plan, SaveContext
from bot.persistence.schema import article, article_version, catalogue, collection, meta, passage
from bot.persistence.schema_intake import article_name, recurring_line

HASHES = (
    select(article.c.key, article_version.c.content_hash)
    .join_from(article, article_version, IS_CURRENT)
    .where(~article.c.removed)
)
NAMED_HASHES = (
    select(article_name.c.key, article_name.c.content_hash)
    .join_from(article_name, article, article.c.id == article_name.c.article_id)
    .where(~article.c.removed)
)
UNKNOWN_WORDS = CURRENT.where(article.c.words_hash.is_(None))
NOTED_WORDS = (
    update(article)
    .where(article.c.id == bindparam("row"), article.c.version == bindparam("then"))
    .values(words_hash=bindparam("words"))
)


class ArticleWriter(Repository):
    """The part of the store that changes what is known."""

    async def content_hashes(self, collection: str, keys: Sequence[str]) -> dict[str, set[str]]:
        """What the articles of a collection that came under each of the names were there."""
        found: dict[str, set[str]] = {}
        async with self._database.reading() as connection:
            own, named = HASHES.where(_is_of(collection)), NAMED_HASHES.where(_is_of(collection))
            for piece in pieces(keys):
                asked = own.where(article.c.key.in_(piece)).union_all(
                    named.where(article_name.c.key.in_(piece))
                )
                for key, content_hash in await connection.execute(asked):
                    found.setdefault(key, set()).add(content_hash)
        return found

    async def save(
        self, prepared: Sequence[Prepared], collection: str, *, baseline: bool = False
    ) -> list[Saved]:
        """Save all of the articles or, when that fails, none; what became of each, in order.

        `baseline` marks those that are new here as what a feed had at its first reading.
        """
        saved: list[Saved] = []
        arriving = IntakeMoment(int(self._clock()), baseline)
        async with self._database.writing() as connection:
            row = await self._own(connection, collection)
            while len(saved) < len(prepared):
                run = distinct_beginning(prepared[len(saved) :], _names)
                context = await _save_context(connection, collection, row, arriving)
                made = await _planned(connection, run, context)
                await self._carry_out(connection, made, row)
                saved += made.saved
        return saved

    async def remove(self, article_id: str, collection: str) -> bool:
        """Delete every version of an article; False when the collection does not have it."""
        sought = writable(article_id)
        async with self._database.writing() as connection:
            await wait_for_writers(connection)
            here = _is_of(collection)
            known = await known_by(connection, article.c.public_id, [sought], here)
            found = known.get(sought)
            if found is None or found.current is None:
                return False
            await self._remove(connection, collection, found.row, found.current)
        return True

    async def note_words(self, most: int) -> tuple[int, list[int]]:
        """Find out of an earlier release's articles how they are known again.

        Of how many, and which of their lines may be furniture.
        """
        async with self._database.reading() as connection:
            rows = (await connection.execute(UNKNOWN_WORDS.limit(most))).all()
        found, lines = await asyncio.to_thread(_noted, rows)
        if found:
            async with self._database.writing() as connection:
                await connection.execute(NOTED_WORDS, found)
                await self._note_lines(connection, lines)
        return len(found), [int(str(values["line"])) for values in lines]

    async def _note_lines(self, connection: AsyncConnection, lines: Sequence[Values]) -> None:
        if lines:
            new = self._database.insert(recurring_line).on_conflict_do_nothing()
            await connection.execute(new, lines)

    async def _own(self, connection: AsyncConnection, name: str) -> int:
        await wait_for_writers(connection)
        empty = {"name": name, "articles": 0, "passages": 0, "words": 0}
        new = self._database.insert(collection).values(empty).on_conflict_do_nothing()
        await connection.execute(new)
        return await _collection_row(connection, name)

    async def _remove(
        self, connection: AsyncConnection, name: str, row: int, current: CurrentVersion
    ) -> None:
        passages, words = await delete_passages(connection, [row])
        await connection.execute(delete(article_version).where(article_version.c.article_id == row))
        await connection.execute(delete(recurring_line).where(recurring_line.c.article_id == row))
        change = await last(connection, article.c.change) + 1
        gone = {"removed": True, "day": None, "change": change, "words_hash": ""}
        await connection.execute(update(article).where(article.c.id == row).values(gone))
        tally = CatalogueDelta()
        tally.subtract(current.topics, current.outlet)
        owner = await _collection_row(connection, name)
        await self._count(connection, owner, tally, (-1, -passages, -words))

    async def _carry_out(self, connection: AsyncConnection, made: Plan, row: int) -> None:
        if made.articles:
            await self._carry_out_articles(connection, made, row)
        if made.names:
            upsert = self._database.insert(article_name)
            told = {"content_hash": upsert.excluded.content_hash}
            keys = ["collection_id", "key", "article_id"]
            await connection.execute(
                upsert.on_conflict_do_update(index_elements=keys, set_=told), made.names
            )
        if made.former_names:
            former = self._database.insert(article_name).on_conflict_do_nothing()
            await connection.execute(former, made.former_names)
        await _forget_names(connection, made.own_names)

    async def _carry_out_articles(self, connection: AsyncConnection, made: Plan, row: int) -> None:
        passages, words = await delete_passages(connection, made.outdated)
        upsert = self._database.insert(article)
        moving = ("version", "removed", "change", "day", "words_hash")
        upsert = upsert.on_conflict_do_update(
            index_elements=["id"], set_={name: upsert.excluded[name] for name in moving}
        )
        await connection.execute(upsert, made.articles)
        await connection.execute(article_version.insert(), made.versions)
        if made.passages:
            await connection.execute(passage.insert(), made.passages)
        await self._note_lines(connection, made.lines)
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


async def wait_for_writers(connection: AsyncConnection) -> None:
    """Let this transaction be the only one that changes articles."""
    # SQLite has one writer at a time anyway; elsewhere this row lets the next change number be one.
    identity = select(meta.c.value).where(meta.c.name == "identity")
    await connection.execute(identity.with_for_update())


async def _collection_row(connection: AsyncConnection, name: str) -> int:
    found = select(collection.c.id).where(collection.c.name == name)
    return int((await connection.execute(found)).scalar_one())


async def last(connection: AsyncConnection, column: Column[int]) -> int:
    """The largest value of a column, 0 when it has none."""
    return int((await connection.execute(select(func.coalesce(func.max(column), 0)))).scalar_one())


def _is_of(name: str) -> ColumnElement[bool]:
    row = select(collection.c.id).where(collection.c.name == name).scalar_subquery()
    return article.c.collection_id == row


async def _save_context(
    connection: AsyncConnection, name: str, row: int, arriving: IntakeMoment
) -> SaveContext:
    rows, change = await last(connection, article.c.id), await last(connection, article.c.change)
    return SaveContext(name, row, rows, change, arriving)


async def _planned(
    connection: AsyncConnection, run: Sequence[Prepared], context: SaveContext
) -> Plan:
    """The plan for the beginning of a run, up to where an article is met a second time."""
    made = Plan(context)
    found = await recognised(connection, context.collection_row, run)
    for prepared, one in zip(run, found, strict=True):
        if made.has_met(one):
            break
        made.take(prepared, one)
    return made


def _noted(rows: Sequence[AnyRow]) -> tuple[list[Values], list[Values]]:
    """What is found out of articles: their words, and their lines that may be furniture."""
    words: list[Values] = []
    lines: list[Values] = []
    for row in rows:
        held = article_of(row)
        words.append({"row": row[0], "then": held.version, "words": words_hash(held)})
        numbers = {line.number for line in telling_lines(held, held.collection)}
        lines += [{"line": number, "article_id": row[0]} for number in numbers]
    return words, lines


def _names(one: Prepared) -> list[Hashable]:
    """By what an article is known again: two that share any of it are saved one after the other."""
    words = [("words", one.words_hash)] if one.words_hash else []
    return [*names_of(one.draft.key), *words]


async def _forget_names(connection: AsyncConnection, names: Sequence[tuple[int, str]]) -> None:
    """Articles that are told under their own keys again need no note of that."""
    for piece in pieces(names):
        these = tuple_(article_name.c.article_id, article_name.c.key).in_(piece)
        await connection.execute(delete(article_name).where(these))


async def delete_passages(connection: AsyncConnection, rows: Sequence[int]) -> tuple[int, int]:
    """Delete the passages of articles; how many they were, and how many words they had."""
    passages = words = 0
    for piece in pieces(rows):
        theirs = passage.c.article_id.in_(piece)
        held = select(func.count(), func.coalesce(func.sum(passage.c.length), 0)).where(theirs)
        count, length = (await connection.execute(held)).one()
        passages, words = passages + int(count), words + int(length)
        await connection.execute(delete(passage).where(theirs))
    return passages, words
