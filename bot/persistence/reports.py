"""Questions that players report: reasons, and what was decided about them in a server."""

from dataclasses import dataclass
from typing import Literal

from sqlalchemy import select

from bot.persistence.database import Repository, writable
from bot.persistence.schema_quiz import quiz_report, quiz_verdict
from bot.quiz.item import Reason, Withdrawal

Verdict = Withdrawal | Literal["retired", "restored"]
"""Withdrawn for a reason, retired or restored by somebody who manages the server."""


@dataclass(frozen=True, slots=True)
class Decision:
    """What was decided about a question, and when in Unix milliseconds."""

    item: str
    verdict: Verdict
    at: int


class ReportRepository(Repository):
    """The part of the store that keeps reports and verdicts."""

    async def report(self, server: str, item: str, player: str, reason: Reason, now: int) -> bool:
        """Keep a report; False when the player has reported the question in the server before."""
        values = {"server": server, "item": item, "player": player}
        new = self._database.insert(quiz_report).values(**values, reason=reason, reported=now)
        async with self._database.writing() as connection:
            done = await connection.execute(new.on_conflict_do_nothing())
        return bool(done.rowcount)

    async def reasons(self, server: str, item: str, since: int = 0) -> list[str]:
        """The reasons for which a question was reported in a server after a moment."""
        found = select(quiz_report.c.reason).where(
            quiz_report.c.server == server,
            quiz_report.c.item == item,
            quiz_report.c.reported > since,
        )
        async with self._database.reading() as connection:
            return list(await connection.scalars(found))

    async def all_reasons(self, server: str) -> dict[str, list[str]]:
        """The reasons for which questions were reported in a server, by question."""
        found = select(quiz_report.c.item, quiz_report.c.reason)
        reasons: dict[str, list[str]] = {}
        async with self._database.reading() as connection:
            rows = await connection.execute(found.where(quiz_report.c.server == server))
            for item, reason in rows:
                reasons.setdefault(item, []).append(reason)
        return reasons

    async def verdict(self, server: str, item: str) -> Decision | None:
        """What was decided about a question in a server last."""
        found = select(quiz_verdict.c.item, quiz_verdict.c.verdict, quiz_verdict.c.decided)
        mine = found.where(quiz_verdict.c.server == server, quiz_verdict.c.item == writable(item))
        async with self._database.reading() as connection:
            row = (await connection.execute(mine)).one_or_none()
        return None if row is None else Decision(*row)

    async def decide(self, server: str, item: str, verdict: Verdict, now: int) -> None:
        """Keep what was decided about a question, in place of what was decided before."""
        values = {"verdict": verdict, "decided": now}
        new = self._database.insert(quiz_verdict).values(
            server=server, item=writable(item), **values
        )
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["server", "item"], set_=values)
            )

    async def not_asked(self, server: str) -> list[Decision]:
        """The questions that are not asked in a server, those decided last first."""
        found = select(quiz_verdict.c.item, quiz_verdict.c.verdict, quiz_verdict.c.decided)
        mine = found.where(quiz_verdict.c.server == server, quiz_verdict.c.verdict != "restored")
        async with self._database.reading() as connection:
            rows = await connection.execute(mine.order_by(quiz_verdict.c.decided.desc()))
            return [Decision(*row) for row in rows]
