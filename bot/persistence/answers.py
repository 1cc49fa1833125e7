"""Answers to the questions of a round: one a player, scored when the question closes."""

from collections.abc import Sequence
from decimal import Decimal
from typing import Any

from sqlalchemy import ColumnElement, Row, Select, bindparam, case, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.language.numerals import plain
from bot.persistence.database import Repository, pieces, writable
from bot.persistence.rounds import WHOLE, is_turn, turn_of
from bot.persistence.schema_quiz import quiz_answer, quiz_round, quiz_turn
from bot.quiz.podium import AnswerMark
from bot.quiz.rounds import Click, Turn, judged
from bot.quiz.scoring import Answered, GivenAnswer, Tally, scored
from bot.quiz.selection import AskedBefore

RIGHT = func.coalesce(func.sum(case((quiz_answer.c.right, 1), else_=0)), 0)
POINTS = func.coalesce(func.sum(quiz_answer.c.points), 0)
TALLY = (quiz_answer.c.player, POINTS.label("points"), RIGHT.label("right"), func.count())


History = Select[*tuple[Any, ...]]
"""Questions, whether they were answered right, their rounds, and when; SQLAlchemy has no types."""


class AnswerRepository(Repository):
    """The part of the store that keeps answers."""

    async def answer(self, round_id: str, number: int, click: Click, day: int) -> Answered | None:
        """Take a click, or find out why not; None when there is no such question.

        `day` is the local day of the server as yyyymmdd.
        """
        async with self._database.writing() as connection:
            row = (await connection.execute(_asked(round_id, number, click.player))).one_or_none()
            if row is None:
                return None
            turn = turn_of(row)
            held = row.choice if row.guess is None else Decimal(row.guess)
            judgement = judged(turn, click, held)
            if judgement in ("taken", "changed"):
                held = click.answer
                await self._keep(connection, turn, click, day)
            return Answered(judgement, turn, held)

    async def close_turn(self, turn: Turn, now: int) -> bool:
        """Close a question and score its answers; False when it was closed before."""
        open_still = is_turn(turn) & quiz_turn.c.closed.is_(None)
        async with self._database.writing() as connection:
            closing = update(quiz_turn).where(open_still).values(closed=now)
            if not (await connection.execute(closing)).rowcount:
                return False
            due = update(quiz_round).where(quiz_round.c.id == turn.round.id).values(due=now)
            await connection.execute(due)
            right = await _score(connection, turn)
            await connection.execute(update(quiz_turn).where(is_turn(turn)).values(right=right))
        return True

    async def given(self, turn: Turn) -> list[GivenAnswer]:
        """The answers to a question."""
        async with self._database.reading() as connection:
            return await _given(connection, turn)

    async def unanswered(self, turn: Turn) -> int:
        """How many questions in a row, up to this one, nobody has answered."""
        last = select(func.max(quiz_answer.c.number)).where(
            quiz_answer.c.round_id == turn.round.id, quiz_answer.c.number <= turn.number
        )
        async with self._database.reading() as connection:
            return turn.number - (await connection.scalar(last) or 0)

    async def round_tallies(self, round_id: str) -> list[Tally]:
        """What the players of a round have gathered in it."""
        found = select(*TALLY).where(quiz_answer.c.round_id == round_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(found.group_by(quiz_answer.c.player))
            return [Tally(*row) for row in rows]

    async def marks(self, round_id: str) -> list[AnswerMark]:
        """Who answered which question of a round, and whether right."""
        columns = (quiz_answer.c.player, quiz_answer.c.number, quiz_answer.c.right)
        found = select(*columns).where(quiz_answer.c.round_id == round_id)
        async with self._database.reading() as connection:
            rows = await connection.execute(found)
            return [AnswerMark(row.player, row.number, bool(row.right)) for row in rows]

    async def played(
        self, server: str, round_id: str, player: str | None, items: Sequence[str]
    ) -> list[AskedBefore]:
        """Which of these questions were asked before, oldest first: of a player, or of all.

        A question that is still open counts as answered right: nobody has missed it yet.
        """
        found = _of_server(server) if player is None else _of_one(server, player)
        item = quiz_turn.c.item if player is None else quiz_answer.c.item
        rows: list[Row[Any]] = []
        async with self._database.observing() as connection:
            for piece in pieces(items):
                rows += await connection.execute(found.where(item.in_(piece)))
        rows.sort(key=lambda row: row.at)
        return [
            AskedBefore(row.item, row.right is not False, row.round_id == round_id) for row in rows
        ]

    async def first_answers(self, server: str, item: str, since: int) -> dict[str, bool]:
        """Whether each player's first answer to a question in a server was right."""
        found = (
            select(quiz_answer.c.player, quiz_answer.c.right)
            .where(quiz_answer.c.server == server, quiz_answer.c.item == item)
            .where(quiz_answer.c.right.is_not(None), quiz_answer.c.answered > since)
            .order_by(quiz_answer.c.answered)
        )
        first: dict[str, bool] = {}
        async with self._database.reading() as connection:
            for player, right in await connection.execute(found):
                first.setdefault(player, right)
        return first

    async def _keep(self, connection: AsyncConnection, turn: Turn, click: Click, day: int) -> None:
        new = self._database.insert(quiz_answer).values(
            round_id=turn.round.id,
            number=turn.number,
            player=writable(click.player),
            server=turn.round.server,
            item=turn.item.id if turn.item else "",
            choice=click.choice,
            answered=click.at,
            day=day,
            guess=None if click.guess is None else plain(click.guess),
        )
        moved = {name: new.excluded[name] for name in ("choice", "guess", "answered", "day")}
        keys = ["round_id", "number", "player"]
        await connection.execute(new.on_conflict_do_update(index_elements=keys, set_=moved))


def _asked(round_id: str, number: int, player: str) -> Select[*tuple[Any, ...]]:
    """The question with the player's answer so far."""
    mine = (
        (quiz_answer.c.round_id == quiz_turn.c.round_id)
        & (quiz_answer.c.number == quiz_turn.c.number)
        & (quiz_answer.c.player == player)
    )
    found = WHOLE.add_columns(quiz_answer.c.choice, quiz_answer.c.guess).outerjoin(
        quiz_answer, mine
    )
    this = found.where(quiz_round.c.id == writable(round_id), quiz_turn.c.number == number)
    # Elsewhere than in SQLite, with its one writer, the question must not close meanwhile.
    return this.with_for_update(of=quiz_turn)


def _is_of(turn: Turn) -> ColumnElement[bool]:
    return (quiz_answer.c.round_id == turn.round.id) & (quiz_answer.c.number == turn.number)


async def _given(connection: AsyncConnection, turn: Turn) -> list[GivenAnswer]:
    columns = ("player", "choice", "answered", "guess")
    found = select(*(quiz_answer.c[name] for name in columns)).where(_is_of(turn))
    return [
        GivenAnswer(player, choice, at, None if guess is None else Decimal(guess))
        for player, choice, at, guess in await connection.execute(found)
    ]


async def _score(connection: AsyncConnection, turn: Turn) -> bool:
    """Give the answers to a question their points; whether any is right."""
    worth = [
        {"by": one.player, "is_right": one.is_right, "worth": one.points}
        for one in scored(turn, await _given(connection, turn))
    ]
    if worth:
        mine = update(quiz_answer).where(_is_of(turn), quiz_answer.c.player == bindparam("by"))
        values: dict[str, Any] = {"right": bindparam("is_right"), "points": bindparam("worth")}
        await connection.execute(mine.values(values), worth)
    return any(one["is_right"] for one in worth)


def _of_one(server: str, player: str) -> History:
    mine = (quiz_answer.c.server == server) & (quiz_answer.c.player == player)
    columns = (quiz_answer.c.item, quiz_answer.c.right, quiz_answer.c.round_id)
    return select(*columns, quiz_answer.c.answered.label("at")).where(mine)


def _of_server(server: str) -> History:
    columns = (quiz_turn.c.item, quiz_turn.c.right, quiz_turn.c.round_id)
    return (
        select(*columns, quiz_turn.c.asked.label("at"))
        .join_from(quiz_turn, quiz_round, quiz_turn.c.round_id == quiz_round.c.id)
        .where(quiz_round.c.server == server, quiz_round.c.mode != "solo")
    )
