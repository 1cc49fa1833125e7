"""The ledger of digests: one row for each local date of a schedule, whatever came of it."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from sqlalchemy import Row, Select, func, select, update

from bot.digest.records import Claimed, Part, Post, PostContent
from bot.digest.schedule import LOOKED_BACK, Slot, State
from bot.persistence.database import Repository
from bot.persistence.schema_digest import digest_part, digest_post

Columns = Row[*tuple[Any, ...]]
"""SQLAlchemy knows no types for a whole table's columns."""

KEPT = LOOKED_BACK + 2
"""Local dates that the ledger is asked for: those that may be looked at, and the zone's edges."""

TOLD = ("posted", "empty")
"""The states after which a window is over."""

POST = tuple(
    digest_post.c[name]
    for name in "id schedule_id day due state reason window_start window_end planned "
    "attempts content".split()
)
PART = tuple(digest_part.c[name] for name in "ordinal place mark payload message".split())


class DigestLedger(Repository):
    """The part of the store that knows what was posted; times are Unix seconds."""

    async def settled_days(self, schedule_id: int, today: date) -> set[date]:
        """The latest local dates that have a row."""
        first = (today - timedelta(days=KEPT)).isoformat()
        rows = select(digest_post.c.day).where(
            digest_post.c.schedule_id == schedule_id, digest_post.c.day >= first
        )
        async with self._database.reading() as connection:
            return {date.fromisoformat(day) for day in (await connection.execute(rows)).scalars()}

    async def plan(
        self,
        schedule_id: int,
        slot: Slot,
        window: tuple[int, int],
        content: PostContent,
        parts: Sequence[Part],
    ) -> bool:
        """Freeze what will be posted for a slot; False when another process has done so."""
        state: State = "planned" if parts else "empty"
        async with self._database.writing() as connection:
            row = self._row(schedule_id, slot, state, window)
            new = self._database.insert(digest_post).values({**row, "content": _written(content)})
            made = await connection.execute(
                new.on_conflict_do_nothing().returning(digest_post.c.id)
            )
            post = made.scalar_one_or_none()
            if post is not None and parts:
                await connection.execute(
                    digest_part.insert(), [{"post_id": post, **asdict(part)} for part in parts]
                )
        return post is not None

    async def skip(self, schedule_id: int, slots: Sequence[Slot], reason: str) -> None:
        """Note that nothing is posted for these slots, and why."""
        at = int(self._clock())
        rows = [
            {**self._row(schedule_id, slot, "skipped", (at, at)), "reason": reason, "content": "{}"}
            for slot in slots
        ]
        async with self._database.writing() as connection:
            for row in rows:
                new = self._database.insert(digest_post).values(row)
                await connection.execute(new.on_conflict_do_nothing())

    async def claim(self, by: str, lease: int) -> Claimed | None:
        """The longest due post that nobody holds, for `lease` seconds; None when there is none."""
        now = int(self._clock())
        free = (
            select(digest_post.c.id)
            .where(digest_post.c.state == "planned", digest_post.c.leased_until <= now)
            .order_by(digest_post.c.due, digest_post.c.id)
            .limit(1)
            .with_for_update(skip_locked=True)
        )
        taking = (
            update(digest_post)
            .where(digest_post.c.id.in_(free.scalar_subquery()))
            .values(leased_by=by, leased_until=now + lease, attempts=digest_post.c.attempts + 1)
            .returning(*POST)
        )
        async with self._database.writing() as connection:
            row = (await connection.execute(taking)).one_or_none()
            if row is None:
                return None
            parts = select(*PART).where(digest_part.c.post_id == row.id)
            found = await connection.execute(parts.order_by(digest_part.c.ordinal))
            return Claimed(_post(row), tuple(Part(*part) for part in found))

    async def sent(self, post_id: int, ordinal: int, message: int) -> None:
        """Note the message that a part became."""
        part = (digest_part.c.post_id == post_id) & (digest_part.c.ordinal == ordinal)
        async with self._database.writing() as connection:
            await connection.execute(update(digest_part).where(part).values(message=message))

    async def settle(self, post_id: int, state: State, reason: str | None = None) -> None:
        """Note what became of a post, for good."""
        values = {"state": state, "reason": reason, "settled": int(self._clock())}
        await self._change_post(post_id, values)

    async def release(self, post_id: int, wait: int) -> None:
        """Let a post be claimed again, by anybody, after some seconds."""
        await self._change_post(post_id, {"leased_until": int(self._clock()) + wait})

    async def window_end(self, schedule_id: int) -> int | None:
        """Where the last window ended that was told, None when none was."""
        last = select(func.max(digest_post.c.window_end)).where(
            digest_post.c.schedule_id == schedule_id, digest_post.c.state.in_(TOLD)
        )
        async with self._database.reading() as connection:
            end: int | None = (await connection.execute(last)).scalar_one()
        return end

    async def posts(self, schedule_id: int, most: int) -> list[Post]:
        """The latest rows of a schedule, the newest date first."""
        rows = select(*POST).where(digest_post.c.schedule_id == schedule_id)
        return await self._posts(rows.order_by(digest_post.c.day.desc()).limit(most))

    def _row(
        self, schedule_id: int, slot: Slot, state: State, window: tuple[int, int]
    ) -> dict[str, object]:
        return {
            "schedule_id": schedule_id,
            "day": slot.day.isoformat(),
            "due": int(slot.due.timestamp()),
            "state": state,
            "window_start": window[0],
            "window_end": window[1],
            "planned": int(self._clock()),
            "attempts": 0,
            "leased_until": 0,
        }

    async def _posts(self, query: Select[*tuple[Any, ...]]) -> list[Post]:
        async with self._database.reading() as connection:
            return [_post(row) for row in await connection.execute(query)]

    async def _change_post(self, post_id: int, values: Mapping[str, object]) -> None:
        changing = update(digest_post).where(digest_post.c.id == post_id)
        async with self._database.writing() as connection:
            await connection.execute(changing.values(values))


def _written(content: PostContent) -> str:
    return json.dumps(asdict(content))


def _post(row: Columns) -> Post:
    columns = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row as a mapping
    read = json.loads(columns.pop("content"))
    content = PostContent(
        read.get("read", 0),
        tuple(read.get("stories", ())),
        tuple(read.get("articles", ())),
        read.get("left_out", {}),
    )
    return Post(day=date.fromisoformat(columns.pop("day")), content=content, **columns)
