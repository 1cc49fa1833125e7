"""The use cases of scores: one's own, the server's, and what is kept of a player."""

from datetime import date
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError, available_timezones

from bot.errors import WrongUse
from bot.persistence.scores import ScoreRepository
from bot.quiz.scoring import (
    LEADERS,
    WINDOWS,
    Leaderboard,
    Score,
    ServerSettings,
    Standing,
    Window,
    day_number,
    day_of,
    first_day,
    local_day,
    standings,
    streak,
)


class ScoreService:
    """Adds recorded answers up; weeks, months and days are those of the server's zone.

    The zones of servers are kept in memory: every answer needs one.
    """

    def __init__(self, scores: ScoreRepository) -> None:
        self._scores = scores
        self._settings: dict[str, ServerSettings] = {}

    async def score(self, server: str, player: str, now: int) -> Score:
        """What a player has in a server."""
        today = await self._today(server, now)
        week, month, every = [
            await self._standing(server, window, player, now) for window in WINDOWS
        ]
        days = [day_of(number) for number in await self._scores.days(server, player)]
        return Score(week, month, every, streak(days, today))

    async def leaderboard(self, server: str, window: Window, player: str, now: int) -> Leaderboard:
        """The first places of a server, and a player's own."""
        since = day_number(first_day(window, await self._today(server, now)))
        leaders = standings(await self._scores.leaders(server, since, LEADERS))
        own = await self._standing(server, window, player, now)
        return Leaderboard(window, tuple(leaders), own)

    async def settings(self, server: str) -> ServerSettings:
        """What a server has set."""
        known = self._settings.get(server)
        if known is None:
            known = self._settings[server] = await self._scores.settings(server)
        return known

    async def set_settings(
        self,
        server: str,
        zone: str | None = None,
        *,
        speed_bonus: bool | None = None,
        double_last: bool | None = None,
    ) -> ServerSettings:
        """Change what is not None of a server's settings; what holds now."""
        held = await self.settings(server)
        chosen = ServerSettings(
            zone=held.zone if zone is None else known_zone(zone),
            speed_bonus=held.speed_bonus if speed_bonus is None else speed_bonus,
            double_last=held.double_last if double_last is None else double_last,
        )
        await self._scores.set_settings(server, chosen)
        self._settings[server] = chosen
        return chosen

    async def export(self, player: str) -> dict[str, object]:
        """Everything that is kept of a player, as JSON values."""
        return {
            "player": player,
            "answers": await self._scores.answers_of(player),
            "reports": await self._scores.reports_of(player),
            "rounds_started": await self._scores.rounds_of(player),
            **await self._scores.orders_of(player),
        }

    async def forget(self, player: str) -> int:
        """Delete everything that is kept of a player; how many answers and reports there were."""
        return await self._scores.forget(player)

    async def _standing(self, server: str, window: Window, player: str, now: int) -> Standing:
        since = day_number(first_day(window, await self._today(server, now)))
        tally, ahead = await self._scores.tally(server, since, player)
        return Standing(ahead + 1, tally)

    async def _today(self, server: str, now: int) -> date:
        return local_day(now, (await self.settings(server)).zone)


def known_zone(name: str) -> str:
    """The zone of that name; WrongUse when there is none."""
    try:
        ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise WrongUse("quiz/no_zone", zone=name[:40]) from error
    return name


def zones(typed: str, limit: int = 25) -> list[str]:
    """Zones whose name holds what somebody types, such as "paris" or "new york"."""
    sought = typed.strip().casefold().replace(" ", "_")
    return sorted(name for name in available_timezones() if sought in name.casefold())[:limit]
