"""The presenter of digests: requests in, messages out; a digest in parts that fit."""

import json
from collections.abc import Iterator, Sequence
from datetime import date
from zoneinfo import ZoneInfo

import discord
from discord import ui

from bot.chat.digest_options import days_written
from bot.chat.digest_replies import more_replies, next_line, schedule_line, status_reply
from bot.chat.discord_app.digest_channel import Trouble, missing_permissions, trouble
from bot.chat.discord_app.digest_notice import why_resting
from bot.chat.discord_app.rendering.digest import DigestRenderer, Head
from bot.chat.discord_app.rendering.views import Message, Renderer
from bot.digest.digest import Digest
from bot.digest.records import Position
from bot.digest.schedule import Slot, mark, part_key
from bot.errors import NotForYou, WrongUse
from bot.language.calendar import iso_date
from bot.services.digests import DigestOrder, DigestService, Part, Schedule, ScheduleStatus
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Line, Reply

MUCH = 3
"""Quotes from which there is enough more to read for a thread."""


class PartMaker:
    """Freezes digests into messages."""

    def __init__(self, prompts: Prompts) -> None:
        self._digest = DigestRenderer(prompts)
        self._more = Renderer(prompts)

    def parts(
        self, schedule: Schedule, slot: Slot, digest: Digest, *, late: bool
    ) -> tuple[Part, ...]:
        """What to send for a slot, in order; nothing on an empty day unless a line is wanted."""
        if digest.is_empty and not schedule.tell_empty:
            return ()
        more = [] if digest.is_empty else [self._more.message(r) for r in self._replies(digest)]
        count = 1 + len(more)
        foots = [_foot(schedule, slot.day, number, count) for number in range(1, count + 1)]
        head = Head(
            slot.day,
            schedule.topic,
            None if late or schedule.role is None else int(schedule.role),
            int(slot.due.timestamp()) if late else None,
        )
        messages: list[tuple[Position, Message]] = [
            ("channel", self._digest.message(digest, head, foots[0]))
        ]
        messages += [
            ("thread", self._signed(message, foot))
            for message, foot in zip(more, foots[len(messages) :], strict=True)
        ]
        return tuple(_frozen(schedule, slot.day, messages))

    def preview(self, schedule: Schedule, day: date, digest: Digest) -> Message:
        """The digest as it would be posted, for one person."""
        return self._digest.message(digest, Head(day, schedule.topic), utterance("digest/preview"))

    def _replies(self, digest: Digest) -> list[Reply]:
        replies = more_replies(digest)
        return replies if sum(len(reply.blocks) for reply in replies) >= MUCH else []

    def _signed(self, message: Message, foot: Utterance) -> Message:
        message.add_item(ui.TextDisplay(self._digest.line(foot)))
        return Message(message.children, private=False, continued=False)


def _foot(schedule: Schedule, day: date, number: int, count: int) -> Utterance:
    key = part_key(schedule.id, day, number - 1)
    return utterance("digest/mark", date=day.isoformat(), part=number, parts=count, mark=mark(key))


def _frozen(
    schedule: Schedule, day: date, messages: Sequence[tuple[Position, Message]]
) -> Iterator[Part]:
    for ordinal, (place, message) in enumerate(messages):
        payload = json.dumps(message.to_components(), ensure_ascii=False)
        yield Part(ordinal, place, mark(part_key(schedule.id, day, ordinal)), payload)


DAYS_KEPT = 10
"""Latest dates of a digest that status looks at."""


class DigestPresenter:
    """Answers those who manage a server's digests."""

    def __init__(self, digests: DigestService, prompts: Prompts) -> None:
        self._digests = digests
        self._prompts = prompts
        self._renderer = Renderer(prompts)
        self._maker = PartMaker(prompts)

    async def order(self, wanted: DigestOrder) -> Message:
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
        standings: list[tuple[ScheduleStatus, str]] = []
        problems: list[tuple[Utterance, ...]] = []
        for schedule in schedules or await self._digests.schedules(server):
            standing = await self._digests.standing(schedule, DAYS_KEPT)
            standings.append((standing, days_written(schedule.timing.days)))
            problem = await trouble(client, server, int(schedule.channel))
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

    async def _told(self, name: str, schedule: Schedule) -> Message:
        standing = await self._digests.standing(schedule, 1)
        days = days_written(schedule.timing.days)
        return self._lines(utterance(name), schedule_line(schedule, days), next_line(standing))

    def _lines(self, *words: Utterance) -> Message:
        return self._renderer.message(Reply(tuple(Line(line) for line in words), private=True))

    def _problem(self, problem: Trouble | None) -> tuple[Utterance, ...]:
        if problem is None:
            return ()
        return (utterance("digest/problem", why=why_resting(self._prompts, problem)),)


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
