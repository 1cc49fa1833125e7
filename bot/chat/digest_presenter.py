"""The presenter of digests: what those who manage a server ask for, and the replies to it."""

from dataclasses import replace
from datetime import date
from zoneinfo import ZoneInfo

from bot.chat.digest_options import days_written
from bot.chat.digest_replies import next_line, schedule_line, status_reply
from bot.chat.digest_writer import DigestWriter, digest_pages, signed
from bot.errors import WrongUse
from bot.language.calendar import iso_date
from bot.services.digests import DigestOrder, DigestService, Schedule, ScheduleStatus
from bot.services.ports import ChatPort, Trouble
from bot.services.posting import place_of
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Line, Reply

DAYS_KEPT = 10
"""Latest dates of a digest that status looks at."""


class DigestPresenter:
    """Answers those who manage a server's digests."""

    def __init__(self, digests: DigestService, writer: DigestWriter, port: ChatPort) -> None:
        self._digests = digests
        self._writer = writer
        self._port = port

    async def order(self, wanted: DigestOrder) -> Reply:
        """Keep an order, and tell when its first digest comes."""
        schedule, is_new = await self._digests.order(wanted)
        return await self._told("digest/ordered" if is_new else "digest/changed", schedule)

    async def preview(self, server: str, chosen: str | None) -> list[Reply]:
        """What would be posted now, in as many replies."""
        schedule = await self._chosen(server, chosen)
        digest, window = await self._digests.preview(schedule)
        day = self._digests.now.astimezone(ZoneInfo(schedule.timing.zone)).date()
        since = int(window.start.timestamp())
        *others, last = digest_pages(digest, day, schedule.topic, since=since)
        shown = [*others, signed(last, utterance("digest/preview"))]
        return [replace(reply, private=True) for reply in shown]

    async def status(self, server: str, chosen: str | None) -> Reply:
        """How one digest stands, or all of them do."""
        schedules = [await self._chosen(server, chosen)] if chosen else None
        standings: list[tuple[ScheduleStatus, str]] = []
        problems: list[tuple[Utterance, ...]] = []
        for schedule in schedules or await self._digests.schedules(server):
            standing = await self._digests.standing(schedule, DAYS_KEPT)
            standings.append((standing, days_written(schedule.timing.days)))
            problems.append(self._problem(await self._port.why_not(place_of(schedule))))
        return status_reply(standings, problems)

    async def pause(self, server: str, chosen: str | None, until: str | None) -> Reply:
        """Let a digest rest, for good or until a date."""
        schedule = await self._chosen(server, chosen)
        if until is None:
            await self._digests.rest(schedule, "asked")
            return await self._told("digest/paused", await self._again(schedule))
        return await self._told(
            "digest/paused", await self._digests.rest_until(schedule, _day(until))
        )

    async def resume(self, server: str, chosen: str | None) -> Reply:
        """Let a digest begin again."""
        schedule = await self._digests.resume(await self._chosen(server, chosen))
        return await self._told("digest/resumed", schedule)

    async def remove(self, server: str, chosen: str | None) -> Reply:
        """Forget a digest."""
        schedule = await self._chosen(server, chosen)
        await self._digests.remove(schedule)
        return self._lines(utterance("digest/removed", channel=schedule.channel))

    async def _chosen(self, server: str, chosen: str | None) -> Schedule:
        """The digest that is meant: by its number, or the only one."""
        if chosen is not None:
            number = int(chosen) if chosen.isascii() and chosen.isdigit() else 0
            return await self._digests.find(number, server)
        schedules = await self._digests.schedules(server)
        if len(schedules) != 1:
            raise WrongUse("digest/which" if schedules else "digest/none")
        return schedules[0]

    async def _again(self, schedule: Schedule) -> Schedule:
        return await self._digests.find(schedule.id, schedule.server)

    async def _told(self, name: str, schedule: Schedule) -> Reply:
        standing = await self._digests.standing(schedule, 1)
        days = days_written(schedule.timing.days)
        return self._lines(utterance(name), schedule_line(schedule, days), next_line(standing))

    def _lines(self, *words: Utterance) -> Reply:
        return Reply(tuple(Line(line) for line in words), private=True)

    def _problem(self, problem: Trouble | None) -> tuple[Utterance, ...]:
        if problem is None or problem.why == "down":
            return ()
        return (utterance("digest/problem", why=self._writer.why(problem)),)


def _day(written: str) -> date:
    found = iso_date(written)
    if found is None:
        raise WrongUse("error/bad_day", option="until", value=written[:40])
    return date.fromisoformat(found[:10])
