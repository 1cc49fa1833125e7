"""Who gets a digest, where and when."""

from collections.abc import Mapping
from dataclasses import asdict
from datetime import time
from typing import Any

from sqlalchemy import Select, delete, func, select, update

from bot.digest.schedule import DigestOrder, Paused, Schedule, Timing
from bot.persistence.database import AnyRow, Repository, writable
from bot.persistence.schema import digest_part, digest_post, digest_schedule

FIELDS = tuple(c for c in digest_schedule.c if c.name != "told")
CHANGING = "made_by at zone days role silent quiz tell_empty since paused told next_due".split()


class ScheduleRepository(Repository):
    """The part of the store that keeps the orders for digests."""

    async def order(self, wanted: DigestOrder, since: int, next_due: int) -> tuple[Schedule, bool]:
        """Keep an order in place of the channel's own on the same topic; whether it is new."""
        values = {**_values(wanted), "since": since, "next_due": next_due}
        new = self._database.insert(digest_schedule).values(values)
        moved = {name: new.excluded[name] for name in CHANGING}
        where = (
            (digest_schedule.c.face == wanted.face)
            & (digest_schedule.c.server == wanted.server)
            & (digest_schedule.c.channel == wanted.channel)
            & (digest_schedule.c.topic == values["topic"])
        )
        async with self._database.writing() as connection:
            known = select(func.count()).select_from(digest_schedule).where(where)
            is_new = not (await connection.execute(known)).scalar_one()
            keys = ["face", "server", "channel", "topic"]
            await connection.execute(new.on_conflict_do_update(index_elements=keys, set_=moved))
            row = (await connection.execute(select(*FIELDS).where(where))).one()
        return _schedule(row), is_new

    async def of(self, server: str) -> list[Schedule]:
        """The orders of a server, in the order in which they were given."""
        return await self._schedules(select(*FIELDS).where(digest_schedule.c.server == server))

    async def one(self, schedule_id: int) -> Schedule | None:
        """An order by its number."""
        found = await self._schedules(select(*FIELDS).where(digest_schedule.c.id == schedule_id))
        return found[0] if found else None

    async def due(self, face: str, now: int) -> list[Schedule]:
        """The orders of a face that have to be looked at, the longest due first."""
        waiting = (digest_schedule.c.next_due <= now) & digest_schedule.c.paused.is_(None)
        found = select(*FIELDS).where(waiting, digest_schedule.c.face == face)
        return await self._schedules(
            found.order_by(None).order_by(digest_schedule.c.next_due, digest_schedule.c.id)
        )

    async def look_again(self, schedule_id: int, next_due: int) -> None:
        """Note when an order has to be looked at again."""
        await self._change_order(schedule_id, {"next_due": next_due})

    async def pause(self, schedule_id: int, why: Paused) -> None:
        """Let an order rest."""
        await self._change_order(schedule_id, {"paused": why})

    async def resume(self, schedule_id: int, since: int, next_due: int) -> None:
        """Let an order begin again with the slots after `since`."""
        again = {"paused": None, "told": False, "since": since, "next_due": next_due}
        await self._change_order(schedule_id, again)

    async def may_tell(self, schedule_id: int) -> bool:
        """Whether nobody was told yet that the order rests; true only once."""
        untold = (digest_schedule.c.id == schedule_id) & ~digest_schedule.c.told
        telling = update(digest_schedule).where(untold).values(told=True)
        async with self._database.writing() as connection:
            return (await connection.execute(telling)).rowcount == 1

    async def forget(self, schedule_id: int) -> None:
        """Delete an order and all that was posted for it."""
        posts = select(digest_post.c.id).where(digest_post.c.schedule_id == schedule_id)
        async with self._database.writing() as connection:
            await connection.execute(delete(digest_part).where(digest_part.c.post_id.in_(posts)))
            theirs = digest_post.c.schedule_id == schedule_id
            await connection.execute(delete(digest_post).where(theirs))
            await connection.execute(
                delete(digest_schedule).where(digest_schedule.c.id == schedule_id)
            )

    async def _schedules(self, found: Select[*tuple[Any, ...]]) -> list[Schedule]:
        async with self._database.reading() as connection:
            rows = await connection.execute(found.order_by(digest_schedule.c.id))
            return [_schedule(row) for row in rows]

    async def _change_order(self, schedule_id: int, values: Mapping[str, object]) -> None:
        changing = update(digest_schedule).where(digest_schedule.c.id == schedule_id)
        async with self._database.writing() as connection:
            await connection.execute(changing.values(values))


def _values(wanted: DigestOrder) -> dict[str, object]:
    """The columns of an order that begins anew."""
    timing = wanted.timing
    columns = {name: value for name, value in asdict(wanted).items() if name != "timing"}
    return {
        **columns,
        "topic": writable(wanted.topic),
        "at": timing.at.isoformat("minutes"),
        "zone": timing.zone,
        "days": "".join(str(day) for day in sorted(timing.days)),
        "paused": None,
        "told": False,
    }


def _schedule(row: AnyRow) -> Schedule:
    columns = dict(row._mapping)  # noqa: SLF001 - SQLAlchemy's own way to a row as a mapping
    at, zone, days = columns.pop("at"), columns.pop("zone"), columns.pop("days")
    timing = Timing(time.fromisoformat(at), zone, frozenset(int(day) for day in days))
    return Schedule(timing=timing, **columns)
