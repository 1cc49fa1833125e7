"""Sending one claimed post: part by part, each noted, none twice."""

import asyncio
import logging
from time import monotonic

import aiohttp
import discord

from bot.chat.discord_app import digest_channel
from bot.chat.discord_app.digest_channel import GONE
from bot.chat.discord_app.digest_pace import Pace
from bot.chat.prompts import Prompts, said
from bot.digest.due import GRACE, is_late
from bot.digest.ledger import nonce, part_key
from bot.newsroom_digest import Claimed, NewsroomDigest, Part, Schedule

LOST = (aiohttp.ClientError, discord.DiscordServerError, OSError, TimeoutError)
"""How it shows that a request may or may not have arrived."""

UNDER_WAY = 3
"""A request may take this part of a lease; so the last one ends before another process begins."""

log = logging.getLogger(__name__)


class NotNow(Exception):
    """The lease ends too soon for another request, or the server is down; a later claim goes on."""


class Sender:
    """Sends posts that this process holds; `lease` is for how many seconds it does."""

    def __init__(
        self,
        client: discord.Client,
        digests: NewsroomDigest,
        prompts: Prompts,
        pace: Pace,
        lease: int,
    ) -> None:
        self._client = client
        self._digests = digests
        self._prompts = prompts
        self._pace = pace
        self._lease = lease

    async def send(self, schedule: Schedule, claimed: Claimed) -> bool:
        """Send what was not sent yet, and note that all is posted; False when it was too late.

        Raises one of LOST when a request may have arrived, NotNow when the lease is over, and what
        discord.py raises when Discord refuses.
        """
        ends = monotonic() + self._lease * (1 - 1 / UNDER_WAY)
        post, first = claimed.post, None
        own = [part for part in claimed.parts if part.place == "channel"]
        for part in own:
            message = await self._part(schedule, claimed, part, schedule.channel, ends)
            if message is None:
                await self._digests.settle(post, "skipped", "missed")
                return False
            first = message if first is None else first
        more = claimed.parts[len(own) :]
        told = not more or await self._thread(schedule, claimed, first or GONE, ends)
        await self._digests.settle(post, "posted", None if told else "no_thread")
        return True

    async def _thread(self, schedule: Schedule, claimed: Claimed, first: int, ends: float) -> bool:
        """Whether there is a thread under the first message, with all that belongs into it."""
        client, server, channel = self._client, schedule.server, schedule.channel
        if first == GONE or not digest_channel.can_open_thread(client, server, channel):
            return False
        name = self._prompts.say(said("digest/thread", date=claimed.post.day.isoformat()))
        try:
            await self._pace.turn()
            async with asyncio.timeout(self._lease / UNDER_WAY):
                thread = await digest_channel.open_thread(client, server, channel, first, name)
            for part in claimed.parts:
                if part.place == "thread":
                    await self._part(schedule, claimed, part, thread, ends)
        except (discord.Forbidden, discord.NotFound) as error:
            self._pace.refused()
            log.warning("no thread under a digest: %s", error.code)
            return False
        return True

    async def _part(
        self, schedule: Schedule, claimed: Claimed, part: Part, channel: int, ends: float
    ) -> int | None:
        """The message that a part became, now or before; None when it is too late to send it."""
        if part.message is not None:
            return part.message
        post, message = claimed.post, None
        if post.attempts > 1:
            await self._pace.turn()
            async with asyncio.timeout(self._lease / UNDER_WAY):
                message = await digest_channel.find(self._client, channel, part.mark, post.planned)
        if message is None:
            if (
                part.ordinal == 0
                and self._digests.now.timestamp() - post.due > GRACE.total_seconds()
            ):
                return None
            message = await self._sent(schedule, claimed, part, channel, ends)
        await self._digests.sent(post, part, message)
        return message

    async def _sent(
        self, schedule: Schedule, claimed: Claimed, part: Part, channel: int, ends: float
    ) -> int:
        await self._pace.turn()
        if monotonic() > ends:
            raise NotNow
        post = claimed.post
        late = is_late(post.due_at, self._digests.now)
        async with asyncio.timeout(self._lease / UNDER_WAY):
            return await digest_channel.send(
                self._client,
                channel,
                part.payload,
                nonce(part_key(schedule.id, post.day, part.ordinal)),
                role=schedule.role if part.ordinal == 0 and not late else None,
                silent=schedule.silent,
            )
