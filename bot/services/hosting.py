"""The use case of hosting a live round: skip its question, pause it, go on, and stop it."""

from collections.abc import Callable
from dataclasses import dataclass

from bot.errors import NotForYou
from bot.persistence.rounds import RoundRepository
from bot.quiz.rounds import Turn, paused, resumed, skipped, stopped

Steering = Callable[[Turn, int], Turn]


@dataclass(frozen=True, slots=True)
class Host:
    """Who wants to steer a round, from where; a moderator keeps order in its channel."""

    player: str
    server: str
    is_moderator: bool = False

    def refuse(self, turn: Turn) -> None:
        """NotForYou where it is another server's round, is over, or only others may steer it."""
        played = turn.round
        if played.server != self.server:
            raise NotForYou("quiz/foreign")
        if played.ended is not None:
            raise NotForYou("quiz/over")
        may_steer = self.is_moderator and played.mode != "solo"
        if not may_steer and self.player != played.starter:
            raise NotForYou("quiz/not_host")


class HostService:
    """Lets the starter of a live round or a moderator steer it."""

    def __init__(self, rounds: RoundRepository) -> None:
        self._rounds = rounds

    async def skip(self, round_id: str, number: int, host: Host, now: int) -> Turn:
        """Close the open question now; NotForYou when it is not that one any more."""

        def is_open(turn: Turn) -> None:
            if turn.number != number or turn.closed is not None or turn.closes <= now:
                raise NotForYou("quiz/nothing_to_skip")

        return await self._steered(round_id, host, is_open, skipped, now)

    async def pause(self, round_id: str, host: Host, now: int) -> Turn:
        """Ask nothing after this question until somebody goes on."""

        def goes_on(turn: Turn) -> None:
            if turn.is_last:
                raise NotForYou("quiz/nothing_to_pause")
            if turn.round.paused is not None:
                raise NotForYou("quiz/paused_before")

        return await self._steered(round_id, host, goes_on, paused, now)

    async def resume(self, round_id: str, host: Host, now: int) -> Turn:
        """Ask the next question of a paused round."""

        def is_paused(turn: Turn) -> None:
            if not turn.is_paused:
                raise NotForYou("quiz/not_paused")

        return await self._steered(round_id, host, is_paused, resumed, now)

    async def stop(self, round_id: str, host: Host, now: int) -> Turn:
        """Let a round end after its open question, which closes now."""

        def stop(turn: Turn, now: int) -> Turn:
            return stopped(turn, "stopped", now)

        return await self._steered(round_id, host, lambda _: None, stop, now)

    async def _steered(
        self,
        round_id: str,
        host: Host,
        refuse: Callable[[Turn], None],
        steer: Steering,
        now: int,
    ) -> Turn:
        def change(turn: Turn) -> Turn:
            host.refuse(turn)
            if turn.round.mode != "live":
                raise NotForYou("quiz/foreign")
            refuse(turn)
            return steer(turn, now)

        turn = await self._rounds.steer(round_id, change)
        if turn is None:
            raise NotForYou("quiz/no_round")
        return turn
