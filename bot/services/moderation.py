"""The use cases of reported questions: reports, and what those who manage a server decide."""

from dataclasses import dataclass

from bot.errors import NotForYou, NothingFound
from bot.persistence.answers import AnswerRepository
from bot.persistence.reports import Decision, ReportRepository, Verdict
from bot.persistence.rounds import RoundRepository
from bot.quiz.item import Item, Reason, Withdrawal, withdrawal
from bot.quiz.rounds import Turn

LATELY = 100
"""Questions looked through for one to retire: some ten rounds."""


@dataclass(frozen=True, slots=True)
class ReportedItem:
    """A question that is not asked in a server, why, and for which reasons it was reported.

    `item` is None when its article has been removed.
    """

    decided: Decision
    item: Item | None
    reasons: tuple[str, ...]


class ModerationService:
    """Takes reports; a withdrawn question is not asked any more in the server that reported it."""

    def __init__(
        self, reports: ReportRepository, rounds: RoundRepository, answers: AnswerRepository
    ) -> None:
        self._reports = reports
        self._rounds = rounds
        self._answers = answers

    async def report(
        self, round_id: str, number: int, server: str, player: str, reason: Reason, *, now: int
    ) -> Withdrawal | None:
        """Take a report of a question that was asked; why it is withdrawn now, None if it is not.

        NotForYou when it was asked elsewhere, is still open, or was reported by the player before.
        """
        turn = await self.reportable(round_id, number, server)
        item = turn.item
        if item is None or not await self._reports.report(server, item.id, player, reason, now):
            raise NotForYou("quiz/reported_before")
        return await self.review(turn, now)

    async def reportable(self, round_id: str, number: int, server: str) -> Turn:
        """A question that may be reported: asked in the server, and its answer is known."""
        turn = await self._rounds.turn(round_id, number)
        if turn is None or turn.round.server != server:
            raise NotForYou("quiz/foreign")
        if turn.closed is None:
            raise NotForYou("quiz/report_later")
        return turn

    async def review(self, turn: Turn, now: int) -> Withdrawal | None:
        """Withdraw a question that players report or fail; why, None if it goes on being asked."""
        item, server = turn.item, turn.round.server
        if item is None:
            return None
        last = await self._reports.verdict(server, item.id)
        if last is not None and last.verdict != "restored":
            return None
        since = last.at if last else 0
        reports = await self._reports.reasons(server, item.id, since)
        first = await self._answers.first_answers(server, item.id, since)
        found = withdrawal(len(reports), first, len(item.options))
        if found is not None:
            await self._reports.decide(server, item.id, found, now)
        return found

    async def not_asked(self, server: str) -> list[ReportedItem]:
        """The questions that are not asked in a server, those decided last first."""
        decided = await self._reports.not_asked(server)
        items = await self._rounds.snapshots([one.item for one in decided])
        reasons = await self._reports.all_reasons(server)
        return [
            ReportedItem(one, items.get(one.item), tuple(reasons.get(one.item, ())))
            for one in decided
        ]

    async def asked_lately(self, server: str) -> list[Item]:
        """The questions asked in a server last, for choosing one to retire."""
        return await self._rounds.asked_lately(server, LATELY)

    async def restore(self, server: str, item: str, now: int) -> None:
        """Let a question be asked again; reports and answers before now count no more."""
        await self._decide(server, item, "restored", now)

    async def retire(self, server: str, item: str, now: int) -> None:
        """Let a question never be asked again in a server."""
        await self._decide(server, item, "retired", now)

    async def _decide(self, server: str, item: str, verdict: Verdict, now: int) -> None:
        if not await self._rounds.was_asked(server, item):
            raise NothingFound("quiz/no_such_question", id=item[:40])
        await self._reports.decide(server, item, verdict, now)
