"""Feeds, and what each of them has told of so far."""

import json
from collections.abc import Iterable, Sequence
from dataclasses import asdict, fields, replace

from sqlalchemy import RowMapping, case, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.errors import Refused
from bot.feeds.subscription import Feed, SeenItem
from bot.persistence.article_rows import Values
from bot.persistence.database import Repository, pieces, writable
from bot.persistence.schema import article, collection, feed, feed_item
from bot.persistence.schema_intake import article_name

WANTED = frozenset(["id", "collection", "outlet", "configured", "face", "added_by", "added"])
"""What only people change of a feed, never a reading."""

ITEM_COLUMNS = tuple(feed_item.c[field.name] for field in fields(SeenItem))

KEYED = select(article.c.key, article.c.id, article.c.removed)
NAMED = select(article_name.c.key, article.c.id, article.c.removed).join_from(
    article_name, article, article.c.id == article_name.c.article_id
)


class FeedRepository(Repository):
    """The part of the store that knows feeds."""

    async def add(self, new: Feed) -> Feed | None:
        """Keep a feed, whose id is given here; None when its collection has it already."""
        values = _values(new)
        del values["id"]
        insert = self._database.insert(feed).values(values).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            row = (await connection.execute(insert.returning(feed.c.id))).one_or_none()
        return None if row is None else replace(new, id=row.id)

    async def of(self, collection: str | None = None) -> list[Feed]:
        """The feeds of a collection, or all of them, in the order in which they came."""
        found = select(feed).order_by(feed.c.id)
        if collection is not None:
            found = found.where(feed.c.collection == collection)
        async with self._database.reading() as connection:
            return list(map(_feed, (await connection.execute(found)).mappings()))

    async def claim(self, now: int, until: int, limit: int) -> list[Feed]:
        """Feeds that are due, no more due before `until`: no other process gets them meanwhile."""
        due = (
            select(feed.c.id)
            .where(feed.c.state == "active", feed.c.due <= now)
            .order_by(feed.c.due)
            .limit(limit)
            .with_for_update(skip_locked=True)
        )
        claimed = update(feed).where(feed.c.id.in_(due)).values(due=until).returning(feed)
        async with self._database.writing() as connection:
            return list(map(_feed, (await connection.execute(claimed)).mappings()))

    async def change(self, changed: Feed) -> None:
        """Keep what somebody wants of a feed now; one that was removed stays removed."""
        query = update(feed).where(feed.c.id == changed.id).values(_values(changed))
        async with self._database.writing() as connection:
            await connection.execute(query)

    async def keep_reading(self, read: Feed) -> None:
        """Keep how a feed fares after a reading; what somebody wanted of it meanwhile holds.

        When its new address is that of another feed of the collection, it keeps the old one.
        """
        values = {name: value for name, value in _values(read).items() if name not in WANTED}
        active = feed.c.state == "active"
        values["state"] = case((active, read.state), else_=feed.c.state)
        same = (feed.c.collection == read.collection) & (feed.c.url == read.url)
        taken = select(feed.c.id).where(same, feed.c.id != read.id)
        async with self._database.writing() as connection:
            if (await connection.execute(taken)).first():
                del values["url"]
            await connection.execute(update(feed).where(feed.c.id == read.id).values(values))

    async def remove(self, feed_id: int) -> None:
        """Forget a feed and what it told of; its articles stay."""
        async with self._database.writing() as connection:
            await connection.execute(delete(feed_item).where(feed_item.c.feed_id == feed_id))
            await connection.execute(delete(feed).where(feed.c.id == feed_id))

    async def claim_untold(self, face: str) -> list[Feed]:
        """Feeds of a face and of the operator that have ended; whoever gets them here tells it."""
        ended = feed.c.state.in_(["stopped", "gone"]) & ~feed.c.told
        mine = ended & feed.c.face.in_([face, ""])
        claimed = update(feed).where(mine).values(told=True).returning(feed)
        async with self._database.writing() as connection:
            return list(map(_feed, (await connection.execute(claimed)).mappings()))

    async def seen_items(
        self, feed_id: int, names: Sequence[str], links: Sequence[str], texts: Sequence[str] = ()
    ) -> list[SeenItem]:
        """What a feed told of before under any of the names, links or hashes of a text."""
        found: dict[str, SeenItem] = {}
        columns = (feed_item.c.name, feed_item.c.link, feed_item.c.text_hash)
        async with self._database.reading() as connection:
            for column, values in zip(columns, (names, links, texts), strict=True):
                for piece in pieces(values):
                    query = select(*ITEM_COLUMNS).where(
                        feed_item.c.feed_id == feed_id, column.in_(list(map(writable, piece)))
                    )
                    rows = (await connection.execute(query)).mappings()
                    found |= {row["name"]: SeenItem(**row) for row in rows}
        return list(found.values())

    async def keep_items(self, feed_id: int, items: Iterable[tuple[str | None, SeenItem]]) -> None:
        """Keep what a feed told of, each in place of the item that had the name beside it."""
        async with self._database.writing() as connection:
            known = select(feed.c.id).where(feed.c.id == feed_id)
            if (await connection.execute(known)).first() is None:  # removed meanwhile
                return
            for old, item in items:
                await self._keep_item(connection, feed_id, old, item)

    async def _keep_item(
        self, connection: AsyncConnection, feed_id: int, old: str | None, item: SeenItem
    ) -> None:
        values = asdict(item) | {"feed_id": feed_id, "name": writable(item.name)}
        if old is not None and old != item.name:
            former = (feed_item.c.feed_id == feed_id) & (feed_item.c.name == old)
            await connection.execute(delete(feed_item).where(former))
        upsert = self._database.insert(feed_item).values(values)
        moving = {name: upsert.excluded[name] for name in values if name not in ("feed_id", "name")}
        await connection.execute(
            upsert.on_conflict_do_update(index_elements=["feed_id", "name"], set_=moving)
        )

    async def removed_keys(self, owner: str, keys: Sequence[str]) -> set[str]:
        """Those of the names whose latest article was taken out of a collection."""
        own = select(collection.c.id).where(collection.c.name == owner).scalar_subquery()
        latest: dict[str, tuple[int, bool]] = {}
        async with self._database.reading() as connection:
            for piece in pieces(keys):
                for asked in (KEYED, NAMED):
                    here = (article.c.collection_id == own) & asked.selected_columns.key.in_(piece)
                    for key, row, removed in await connection.execute(asked.where(here)):
                        latest[key] = max(latest.get(key, (0, False)), (row, removed))
        return {key for key, (_, removed) in latest.items() if removed}

    async def articles_of(self, feed_id: int) -> int:
        """How many articles a feed has told of."""
        told = select(func.count(feed_item.c.article.distinct())).where(
            feed_item.c.feed_id == feed_id, feed_item.c.article != ""
        )
        async with self._database.reading() as connection:
            return int((await connection.execute(told)).scalar_one())


def _values(told: Feed) -> Values:
    values = {field.name: getattr(told, field.name) for field in fields(Feed)}
    if told.error is not None:
        values["error"] = json.dumps([told.error.utterance, told.error.variables])
    return values


def _feed(row: RowMapping) -> Feed:
    values = dict(row)
    if values["error"] is not None:
        utterance, variables = json.loads(values["error"])
        values["error"] = Refused(utterance, **variables)
    return Feed(**values)
