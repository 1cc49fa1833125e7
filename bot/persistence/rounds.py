"""Rounds of the quiz and their questions, each step of them one transaction."""

import json
from collections.abc import Callable, Sequence
from dataclasses import asdict, replace
from typing import Any, cast

from sqlalchemy import ColumnElement, Select, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.persistence.database import AnyRow, Repository, pieces, writable
from bot.persistence.schema_quiz import quiz_round, quiz_turn
from bot.quiz.item import Item
from bot.quiz.rounds import Round, Turn, due

Columns = dict[str, Any]  # Any: values of many types, which the database checks

ROUND_FIELDS = tuple(Round.__dataclass_fields__)
TURN_FIELDS = ("number", "asked", "closes", "closed", "shown", "message", "snapshot")

WHOLE = select(quiz_round, *(quiz_turn.c[name] for name in TURN_FIELDS)).join_from(
    quiz_round, quiz_turn, quiz_turn.c.round_id == quiz_round.c.id
)
ANY_TURN = quiz_turn.alias("any_turn")
LATEST = quiz_turn.c.number == (
    select(func.max(ANY_TURN.c.number))
    .where(ANY_TURN.c.round_id == quiz_round.c.id)
    .correlate(quiz_round)
    .scalar_subquery()
)

# What it says must hold until it is changed, also where there are several writers.
HELD = WHOLE.where(LATEST).with_for_update(of=[quiz_round, quiz_turn])


class RoundRepository(Repository):
    """The part of the store that keeps rounds."""

    async def open(self, turn: Turn, slot: str) -> bool:
        """Keep a round with its first question; False when another one holds the slot."""
        values = _round_values(turn.round) | {"slot": slot, "due": due(turn)}
        new = self._database.insert(quiz_round).values(values).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            if not (await connection.execute(new)).rowcount:
                return False
            await connection.execute(quiz_turn.insert().values(_turn_values(turn)))
        return True

    async def ask(self, turn: Turn) -> bool:
        """Keep the next question of a round; False when it is kept, or its host was faster."""
        new = self._database.insert(quiz_turn).values(_turn_values(turn)).on_conflict_do_nothing()
        async with self._database.writing() as connection:
            held = await _held(connection, turn.round.id)
            if held is None or held.round != turn.round:
                return False
            if not (await connection.execute(new)).rowcount:
                return False
            await _set_due(connection, turn.round.id, due(turn))
        return True

    async def turn(self, round_id: str, number: int | None = None) -> Turn | None:
        """A question of a round, by default the latest; None when there is none."""
        wanted = LATEST if number is None else quiz_turn.c.number == number
        async with self._database.reading() as connection:
            found = WHOLE.where(quiz_round.c.id == writable(round_id), wanted)
            row = (await connection.execute(found)).one_or_none()
        return None if row is None else turn_of(row)

    async def holding(self, face: str, slot: str) -> Turn | None:
        """The latest question of the open round of a face that holds a slot."""
        mine = (quiz_round.c.face == face) & (quiz_round.c.slot == slot)
        return await self._first(WHOLE.where(mine, LATEST))

    async def due_rounds(self, face: str, now: int) -> list[Round]:
        """The rounds of a face about which something is to be done, longest due first."""
        mine = (quiz_round.c.face == face) & (quiz_round.c.due <= now)
        found = select(quiz_round).where(mine).order_by(quiz_round.c.due)
        async with self._database.reading() as connection:
            return [_round_of(row) for row in await connection.execute(found)]

    async def next_due(self, face: str, now: int) -> int | None:
        """When something is to be done about a round of a face after now; None for never."""
        mine = (quiz_round.c.face == face) & (quiz_round.c.due > now)
        async with self._database.reading() as connection:
            moment: int | None = await connection.scalar(
                select(func.min(quiz_round.c.due)).where(mine)
            )
        return moment

    async def open_live_turns(self) -> list[Turn]:
        """The live questions that can be answered now."""
        found = WHOLE.where(quiz_round.c.mode == "live", quiz_round.c.due.is_not(None))
        async with self._database.reading() as connection:
            rows = await connection.execute(found.where(quiz_turn.c.closed.is_(None)))
            return [turn_of(row) for row in rows]

    async def set_message(self, turn: Turn, message: str) -> None:
        """Keep which message shows a question."""
        async with self._database.writing() as connection:
            await connection.execute(update(quiz_turn).where(is_turn(turn)).values(message=message))

    async def change_turn(self, turn: Turn, *names: str) -> None:
        """Keep these of a question's moments, and when its round is due by them."""
        values = {name: getattr(turn, name) for name in names}
        async with self._database.writing() as connection:
            await connection.execute(update(quiz_turn).where(is_turn(turn)).values(values))
            await _set_due(connection, turn.round.id, due(turn))

    async def steer(self, round_id: str, change: Callable[[Turn], Turn]) -> Turn | None:
        """Let the latest question of a round become what `change` makes of it; due at once.

        None when there is no such round; whatever `change` raises leaves all as it was.
        """
        mine = quiz_round.c.id == writable(round_id)
        async with self._database.writing() as connection:
            held = await _held(connection, round_id)
            if held is None:
                return None
            turn = change(held)
            names = ("ending", "paused", "steered")
            steering = {name: getattr(turn.round, name) for name in names}
            steering["due"] = turn.round.steered
            await connection.execute(update(quiz_round).where(mine).values(steering))
            moments = {"closes": turn.closes, "shown": turn.shown}
            await connection.execute(update(quiz_turn).where(is_turn(turn)).values(moments))
        return turn

    async def set_shown(self, turn: Turn, now: int) -> None:
        """Keep when the answer to a question was shown, unless its round was changed meanwhile."""
        shown = update(quiz_turn).where(is_turn(turn)).values(shown=now)
        async with self._database.writing() as connection:
            held = await _held(connection, turn.round.id)
            if held is not None and (held.round, held.number) == (turn.round, turn.number):
                await connection.execute(shown)
                await _set_due(connection, turn.round.id, due(replace(held, shown=now)))

    async def wait(self, round_id: str) -> None:
        """Keep when an open round is due, as it is now."""
        async with self._database.writing() as connection:
            held = await _held(connection, round_id)
            if held is not None and held.round.ended is None:
                await _set_due(connection, round_id, due(held))

    async def turns(self, round_id: str) -> list[Turn]:
        """The questions of a round, in their order."""
        found = WHOLE.where(quiz_round.c.id == writable(round_id)).order_by(quiz_turn.c.number)
        async with self._database.reading() as connection:
            return [turn_of(row) for row in await connection.execute(found)]

    async def end(self, played: Round, due_at: int | None) -> bool:
        """Keep that a round is over and let go of its slot; False when that was done before."""
        open_still = (quiz_round.c.id == played.id) & quiz_round.c.ended.is_(None)
        values = {"ending": played.ending, "ended": played.ended, "slot": None, "due": due_at}
        async with self._database.writing() as connection:
            done = await connection.execute(update(quiz_round).where(open_still).values(values))
        return bool(done.rowcount)

    async def set_due(self, round_id: str, moment: int | None) -> None:
        """Keep when something is to be done about a round; None for never again."""
        async with self._database.writing() as connection:
            await _set_due(connection, round_id, moment)

    async def forget_questions(self, article: str) -> None:
        """Forget every question that quotes an article; who answered it keeps the points."""
        theirs = quiz_turn.c.article == writable(article)
        async with self._database.writing() as connection:
            await connection.execute(update(quiz_turn).where(theirs).values(snapshot=None))

    async def was_asked(self, server: str, item: str) -> bool:
        """Whether a question was asked in a server."""
        found = (
            select(quiz_turn.c.number)
            .join_from(quiz_turn, quiz_round, quiz_turn.c.round_id == quiz_round.c.id)
            .where(quiz_round.c.server == server, quiz_turn.c.item == writable(item))
        )
        async with self._database.reading() as connection:
            return (await connection.execute(found.limit(1))).first() is not None

    async def asked_lately(self, server: str, limit: int) -> list[Item]:
        """The questions asked in a server last, the latest first."""
        found = (
            select(quiz_turn.c.snapshot)
            .join_from(quiz_turn, quiz_round, quiz_turn.c.round_id == quiz_round.c.id)
            .where(quiz_round.c.server == server, quiz_turn.c.snapshot.is_not(None))
            .where(quiz_turn.c.closed.is_not(None))
            .order_by(quiz_turn.c.asked.desc())
        )
        async with self._database.reading() as connection:
            return [item_of(row[0]) for row in await connection.execute(found.limit(limit))]

    async def snapshots(self, items: Sequence[str]) -> dict[str, Item]:
        """Questions as they were asked, by their ids; those that quote a removed article miss."""
        known: dict[str, Item] = {}
        async with self._database.reading() as connection:
            for piece in pieces(items):
                found = select(quiz_turn.c.snapshot).where(quiz_turn.c.item.in_(piece))
                rows = await connection.scalars(found.where(quiz_turn.c.snapshot.is_not(None)))
                known |= {item.id: item for item in map(item_of, rows)}
        return known

    async def _first(self, found: Select[*tuple[Any, ...]]) -> Turn | None:
        async with self._database.reading() as connection:
            row = (await connection.execute(found)).one_or_none()
        return None if row is None else turn_of(row)


def turn_of(row: AnyRow) -> Turn:
    """The question that a row of WHOLE holds."""
    columns = row._mapping  # noqa: SLF001 - SQLAlchemy's public name for it
    played = _round_of(row)
    times = {name: columns[name] for name in TURN_FIELDS if name != "snapshot"}
    snapshot = columns["snapshot"]
    return Turn(round=played, item=item_of(snapshot) if snapshot else None, **times)


def _round_of(row: AnyRow) -> Round:
    columns = row._mapping  # noqa: SLF001 - as above
    return Round(**{name: columns[name] for name in ROUND_FIELDS})


def item_of(snapshot: str) -> Item:
    """The question that a snapshot holds."""
    values = json.loads(snapshot)
    return Item(**values | {"options": tuple(values["options"])})


def _round_values(played: Round) -> Columns:
    return {name: getattr(played, name) for name in ROUND_FIELDS}


def _turn_values(turn: Turn) -> Columns:
    item = cast("Item", turn.item)  # a question is asked with all that it has
    return {
        "round_id": turn.round.id,
        "number": turn.number,
        "item": item.id,
        "article": item.article_id,
        "snapshot": json.dumps(asdict(item), ensure_ascii=False),
        "asked": turn.asked,
        "closes": turn.closes,
    }


async def _held(connection: AsyncConnection, round_id: str) -> Turn | None:
    """The latest question of a round, which nobody else changes before this transaction ends."""
    mine = HELD.where(quiz_round.c.id == writable(round_id))
    row = (await connection.execute(mine)).one_or_none()
    return None if row is None else turn_of(row)


async def _set_due(connection: AsyncConnection, round_id: str, moment: int | None) -> None:
    mine = quiz_round.c.id == round_id
    await connection.execute(update(quiz_round).where(mine).values(due=moment))


def is_turn(turn: Turn) -> ColumnElement[bool]:
    """The row of a question."""
    return (quiz_turn.c.round_id == turn.round.id) & (quiz_turn.c.number == turn.number)
