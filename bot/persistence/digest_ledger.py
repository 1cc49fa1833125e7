"""The ledger of digests: one row for each local date of a schedule, whatever came of it."""

import json
from collections.abc import Callable, Mapping, Sequence
from dataclasses import asdict
from datetime import date, timedelta
from typing import TYPE_CHECKING, Any

from sqlalchemy import Select, case, func, select, update

from bot.digest.schedule import LOOKED_BACK, Claimed, Part, Post, PostContent, Slot, State
from bot.persistence.database import AnyRow, Repository
from bot.persistence.schema import digest_part, digest_post, digest_schedule

if TYPE_CHECKING:  # nobody who keeps an SQLite file shall wait for the other dialect
    from sqlalchemy.dialects import postgresql, sqlite

KEPT = LOOKED_BACK + 2
"""Local dates that the ledger is asked for: those that may be looked at, and the zone's edges."""

TOLD = ("posted", "empty")
"""The states after which a window is over."""

CURRENT = digest_post.c.state != "outdated"
"""Rows that count; the others were planned by an earlier release and are to be planned anew."""

PLANNED = ("state", "window_start", "window_end", "content")

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
            digest_post.c.schedule_id == schedule_id, digest_post.c.day >= first, CURRENT
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
            new = self._placed({**row, "content": _written(content)}, *PLANNED)
            made = await connection.execute(new.returning(digest_post.c.id))
            post = made.scalar_one_or_none()
            if post is not None and parts:
                values = [{"post_id": post, **asdict(part)} for part in parts]
                await connection.execute(
                    self._database.insert(digest_part).on_conflict_do_nothing(), values
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
                await connection.execute(self._placed(row, "state", "reason"))

    async def claim(
        self, by: str, lease: int, face: str, owns: Callable[[str, str], bool]
    ) -> Claimed | None:
        """The longest due post of a face that nobody holds, for `lease` seconds; None for none.

        `owns` says of a server and a channel whether their posts are this process's to send.
        """
        now = int(self._clock())
        free = (digest_post.c.state == "planned") & (digest_post.c.leased_until <= now)
        places = (digest_schedule.c.server, digest_schedule.c.channel)
        waiting = (
            select(digest_post.c.id, *places)
            .join(digest_schedule, digest_schedule.c.id == digest_post.c.schedule_id)
            .where(free, digest_schedule.c.face == face)
            .order_by(digest_post.c.due, digest_post.c.id)
        )
        taking = (
            update(digest_post)
            .values(leased_by=by, leased_until=now + lease, attempts=digest_post.c.attempts + 1)
            .returning(*POST)
        )
        async with self._database.writing() as connection:
            for post, server, channel in (await connection.execute(waiting)).all():
                if not owns(server, channel):
                    continue
                # Elsewhere than in SQLite, with its one writer, another process may be faster.
                taken = await connection.execute(taking.where(digest_post.c.id == post, free))
                if row := taken.one_or_none():
                    parts = select(*PART).where(digest_part.c.post_id == row.id)
                    found = await connection.execute(parts.order_by(digest_part.c.ordinal))
                    return Claimed(_post(row), tuple(Part(*part) for part in found))
        return None

    async def sent(self, post_id: int, ordinal: int, message: str) -> None:
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
        rows = select(*POST).where(digest_post.c.schedule_id == schedule_id, CURRENT)
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

    def _placed(
        self, row: Mapping[str, object], *taken: str
    ) -> "sqlite.Insert | postgresql.Insert":
        """A new row; in place of an outdated one of the same date it brings only `taken`.

        When that had been begun and is skipped now, it stays told without its thread.
        """
        new = self._database.insert(digest_post).values(row)
        values: dict[str, Any] = {name: new.excluded[name] for name in taken}
        if row["state"] == "skipped":
            sent = select(digest_part.c.post_id).where(digest_part.c.message.is_not(None))
            begun = digest_post.c.id.in_(sent)
            values = {
                "state": case((begun, "posted"), else_="skipped"),
                "reason": case((begun, "no_thread"), else_=row["reason"]),
            }
        keys = ["schedule_id", "day"]
        return new.on_conflict_do_update(index_elements=keys, set_=values, where=~CURRENT)

    async def _posts(self, query: Select[*tuple[Any, ...]]) -> list[Post]:
        async with self._database.reading() as connection:
            return [_post(row) for row in await connection.execute(query)]

    async def _change_post(self, post_id: int, values: Mapping[str, object]) -> None:
        changing = update(digest_post).where(digest_post.c.id == post_id)
        async with self._database.writing() as connection:
            await connection.execute(changing.values(values))


def _written(content: PostContent) -> str:
    return json.dumps(asdict(content))


def _post(row: AnyRow) -> Post:
    columns = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row as a mapping
    read = json.loads(columns.pop("content"))
    content = PostContent(
        read.get("read", 0),
        # An earlier release named stories, which bore the id of an article that they held.
        tuple(read.get("told", read.get("stories", ()))),
        tuple(read.get("articles", ())),
        read.get("left_out", {}),
    )
    return Post(day=date.fromisoformat(columns.pop("day")), content=content, **columns)
