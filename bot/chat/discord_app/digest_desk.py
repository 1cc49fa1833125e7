"""The digest's counter in Discord: orders go in, messages come out."""

from datetime import date
from zoneinfo import ZoneInfo

import discord

from bot.articles.dates import iso_date
from bot.chat.digest_status import next_line, schedule_line, status_reply
from bot.chat.discord_app.digest_channel import Trouble, missing_permissions, trouble
from bot.chat.discord_app.digest_notice import why_resting
from bot.chat.discord_app.digest_options import days_written
from bot.chat.discord_app.digest_parts import PartMaker
from bot.chat.discord_app.rendering import Message, Renderer
from bot.chat.prompts import Prompts, Said, said
from bot.chat.reply import Line, Reply
from bot.errors import NotForYou, WrongUse
from bot.newsroom_digest import NewsroomDigest, Schedule, Standing, Wanted

DAYS_KEPT = 10
"""Latest dates of a digest that status looks at."""


class DigestDesk:
    """Answers those who manage a server's digests."""

    def __init__(self, digests: NewsroomDigest, prompts: Prompts) -> None:
        self._digests = digests
        self._prompts = prompts
        self._renderer = Renderer(prompts)
        self._maker = PartMaker(prompts)

    async def order(self, wanted: Wanted) -> Message:
        """Keep an order, and tell when its first digest comes."""
        schedule, is_new = await self._digests.order(wanted)
        return await self._told("digest/ordered" if is_new else "digest/changed", schedule)

    async def preview(self, server: str, chosen: str | None) -> Message:
        """What would be posted now."""
        schedule = await self._chosen(server, chosen)
        digest, _ = await self._digests.preview(schedule)
        day = self._digests.now.astimezone(ZoneInfo(schedule.timing.zone)).date()
        message = self._maker.preview(schedule, day, digest)
        message.private = True
        return message

    async def status(self, client: discord.Client, server: str, chosen: str | None) -> Message:
        """How one digest stands, or all of them do."""
        schedules = [await self._chosen(server, chosen)] if chosen else None
        standings: list[tuple[Standing, str]] = []
        problems: list[tuple[Said, ...]] = []
        for schedule in schedules or await self._digests.schedules(server):
            standing = await self._digests.standing(schedule, DAYS_KEPT)
            standings.append((standing, days_written(schedule.timing.days)))
            problem = await trouble(client, server, schedule.channel)
            problems.append(self._problem(problem))
        return self._renderer.message(status_reply(standings, problems))

    async def pause(self, server: str, chosen: str | None, until: str | None) -> Message:
        """Let a digest rest, for good or until a date."""
        schedule = await self._chosen(server, chosen)
        if until is None:
            await self._digests.rest(schedule, "asked")
            return await self._told("digest/paused", await self._again(schedule))
        return await self._told(
            "digest/paused", await self._digests.rest_until(schedule, _day(until))
        )

    async def resume(self, server: str, chosen: str | None) -> Message:
        """Let a digest begin again."""
        schedule = await self._digests.resume(await self._chosen(server, chosen))
        return await self._told("digest/resumed", schedule)

    async def remove(self, server: str, chosen: str | None) -> Message:
        """Forget a digest."""
        schedule = await self._chosen(server, chosen)
        await self._digests.remove(schedule)
        return self._lines(said("digest/removed", channel=schedule.channel))

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

    async def _told(self, name: str, schedule: Schedule) -> Message:
        standing = await self._digests.standing(schedule, 1)
        days = days_written(schedule.timing.days)
        return self._lines(said(name), schedule_line(schedule, days), next_line(standing))

    def _lines(self, *words: Said) -> Message:
        return self._renderer.message(Reply(tuple(Line(line) for line in words), private=True))

    def _problem(self, problem: Trouble | None) -> tuple[Said, ...]:
        if problem is None:
            return ()
        return (said("digest/problem", why=why_resting(self._prompts, problem)),)


def refuse_channel(
    prompts: Prompts, channel: discord.TextChannel | discord.Thread, asker: discord.Member
) -> None:
    """WrongUse or NotForYou when a digest cannot be posted there, or the asker cannot see it."""
    if not channel.permissions_for(asker).view_channel:
        raise NotForYou("digest/unseen_channel")
    missing = missing_permissions(channel, channel.guild.me)
    if missing:
        why = why_resting(prompts, Trouble("permissions", missing))
        raise WrongUse("digest/problem", why=why)


def refuse_role(
    role: discord.Role | None,
    channel: discord.abc.GuildChannel | discord.Thread,
    asker: discord.Member,
) -> None:
    """NotForYou when the asker could not call the role themselves."""
    if role is None or role.mentionable:
        return
    if role.is_default() or not channel.permissions_for(asker).mention_everyone:
        raise NotForYou("digest/not_your_role")


def _day(written: str) -> date:
    found = iso_date(written)
    if found is None:
        raise WrongUse("error/bad_day", option="until", value=written[:40])
    return date.fromisoformat(found[:10])
