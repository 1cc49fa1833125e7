"""Posting digests: what is due is frozen, claimed, paced, sent and noted; exactly once."""

import asyncio
import logging
import os
import secrets
from collections.abc import Awaitable, Callable
from time import monotonic

import aiohttp
import discord

from bot.chat.discord_app import digest_channel
from bot.chat.discord_app.channel import DiscordPort
from bot.chat.discord_app.digest_channel import GONE, Trouble
from bot.chat.discord_app.digest_notice import tell_resting
from bot.chat.discord_app.digest_presenter import PartMaker
from bot.digest.schedule import GRACE, is_late, nonce, part_key
from bot.services.digests import Claimed, DigestService, Part, Post, Schedule
from bot.wording.prompts import Prompts, utterance

REQUESTS_A_SECOND = 30.0
"""Of the 50 that Discord allows a bot; commands have the rest. The rates of processes add up."""

INVALID_WAIT = 0.25
"""Seconds that nothing is sent after a refusal: 10,000 within ten minutes would ban the bot."""


class Pace:
    """Hands out moments to send at, evenly; a crowd waits in line."""

    def __init__(
        self, rate: float = REQUESTS_A_SECOND, clock: Callable[[], float] = monotonic
    ) -> None:
        self._step = 1 / rate
        self._clock = clock
        self._next = 0.0
        self._line = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until something may be sent."""
        async with self._line:
            await asyncio.sleep(max(0.0, self._next - self._clock()))
            self._next = self._clock() + self._step

    def refused(self) -> None:
        """Let everybody wait a moment longer, because a request was no good."""
        self._next = max(self._next, self._clock()) + INVALID_WAIT


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
        digests: DigestService,
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
            message = await self._part(schedule, claimed, part, int(schedule.channel), ends)
            if message is None:
                await self._digests.settle(post, "skipped", "missed")
                return False
            first = int(message or 0) if first is None else first
        more = claimed.parts[len(own) :]
        told = not more or await self._thread(schedule, claimed, first or GONE, ends)
        await self._digests.settle(post, "posted", None if told else "no_thread")
        return True

    async def _thread(self, schedule: Schedule, claimed: Claimed, first: int, ends: float) -> bool:
        """Whether there is a thread under the first message, with all that belongs into it."""
        client, server, channel = self._client, schedule.server, int(schedule.channel)
        if first == GONE or not digest_channel.can_open_thread(client, server, channel):
            return False
        name = self._prompts.say(utterance("digest/thread", date=claimed.post.day.isoformat()))
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
    ) -> str | None:
        """The message that a part became, now or before; None when it is too late to send it."""
        if part.message is not None:
            return part.message
        post, message = claimed.post, None
        if post.attempts > 1:
            await self._pace.turn()
            async with asyncio.timeout(self._lease / UNDER_WAY):
                found = await digest_channel.find(self._client, channel, part.mark, post.planned)
            message = None if found is None else str(found)
        if message is None:
            if (
                part.ordinal == 0
                and self._digests.now.timestamp() - post.due > GRACE.total_seconds()
            ):
                return None
            message = str(await self._sent(schedule, claimed, part, channel, ends))
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
                role=int(schedule.role or 0) or None if part.ordinal == 0 and not late else None,
                silent=schedule.silent,
            )


HEARTBEAT = 30.0
"""Seconds between two looks at what is due."""

LEASE = 60
"""Seconds for which a claimed post is one process's own."""

FIRST_WAIT = 5
LONGEST_WAIT = 600
"""Seconds after which a post that may be lost is looked for; twice as many after each attempt."""

MOST_DOUBLED = 8
"""Times that the wait is doubled at most."""

SENDERS = 10
"""Posts under way at once: enough for thirty requests a second that take a third of one each."""

PLANNED_AT_ONCE = 40
"""Digests that are frozen before they are sent, so that the first need not wait for the last."""


Ask = Callable[[Schedule], Awaitable[None]]
"""Asks the question of the day in the channel of a digest that was just posted."""


class Poster:
    """Posts what is due; several may work on one database, in one process or in many."""

    def __init__(
        self,
        client: discord.Client,
        digests: DigestService,
        prompts: Prompts,
        *,
        ask: Ask | None = None,
        pace: Pace | None = None,
        lease: int = LEASE,
        first_wait: int = FIRST_WAIT,
    ) -> None:
        self._client = client
        self._port = DiscordPort(client, prompts)
        self._digests = digests
        self._prompts = prompts
        self._maker = PartMaker(prompts)
        self._ask = ask
        self._pace = pace or Pace()
        self._sender = Sender(client, digests, prompts, self._pace, lease)
        self._lease = lease
        self._first_wait = first_wait
        self._name = f"{os.getpid()}-{secrets.token_hex(4)}"

    async def beat(self) -> None:
        """Look at what is due every 30 seconds, until cancelled; no failure ends it."""
        await self._client.wait_until_ready()
        while True:
            try:
                await self.post_due()
            except Exception:
                log.exception("looking for due digests failed")
            await asyncio.sleep(HEARTBEAT)

    async def post_due(self) -> None:
        """Freeze and send everything that is due now."""
        await self._send_all()
        due = await self._digests.due("discord")
        for first in range(0, len(due), PLANNED_AT_ONCE):
            for schedule in due[first : first + PLANNED_AT_ONCE]:
                try:
                    await self._plan(schedule)
                except Exception:  # one bad schedule never delays another
                    log.exception("the digest of schedule %s could not be made", schedule.id)
            await self._send_all()

    async def _plan(self, schedule: Schedule) -> None:
        """Freeze the digest of a due slot; where nothing could be posted the schedule rests."""
        if digest_channel.is_down(self._client, schedule.server):
            return
        if problem := await self._trouble(schedule):
            await self._rest(schedule, problem)
            return
        slot = (await self._digests.slots(schedule)).post
        if slot is None:
            return
        told = await self._digests.at(schedule, slot)
        late = is_late(slot.due, self._digests.now)
        parts = self._maker.parts(schedule, slot, told[0], late=late)
        await self._digests.freeze(schedule, slot, told, parts)

    async def _send_all(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(SENDERS):
                group.create_task(self._send_claimed())

    async def _send_claimed(self) -> None:
        while claim := await self._digests.claim(self._name, self._lease, self._port):
            schedule, claimed = claim
            try:
                await self._post(schedule, claimed)
            except (*LOST, NotNow) as error:
                log.warning("a digest may be lost, and is looked for: %s", type(error).__name__)
                await self._digests.release(claimed.post, self._wait(claimed.post))
            except Exception:  # one bad post never delays another
                log.exception("the digest %s could not be posted", claimed.post.id)
                await self._digests.settle(claimed.post, "failed", "error")

    def _wait(self, post: Post) -> int:
        return min(self._first_wait << min(post.attempts - 1, MOST_DOUBLED), LONGEST_WAIT)

    async def _post(self, schedule: Schedule, claimed: Claimed) -> None:
        if digest_channel.is_down(self._client, schedule.server):
            raise NotNow
        problem = await self._trouble(schedule)
        try:
            if problem is None:
                if await self._sender.send(schedule, claimed) and schedule.quiz and self._ask:
                    await self._ask(schedule)
                return
        except (discord.Forbidden, discord.NotFound) as error:
            self._pace.refused()
            is_gone = isinstance(error, discord.NotFound)
            problem = Trouble("channel_gone" if is_gone else "permissions")
        except discord.DiscordServerError:
            raise
        except discord.HTTPException as error:
            self._pace.refused()
            log.error("Discord refused a digest: %s %s", error.status, error.code)  # noqa: TRY400 - its trace is no help
            await self._digests.settle(claimed.post, "failed", "refused")
            return
        await self._digests.settle(claimed.post, "failed", problem.why)
        await self._rest(schedule, problem)

    async def _rest(self, schedule: Schedule, problem: Trouble) -> None:
        """Let a schedule rest, and tell whoever ordered it, once."""
        await self._digests.rest(schedule, problem.why)
        if await self._digests.may_tell(schedule):
            await tell_resting(self._client, self._prompts, schedule, problem)

    async def _trouble(self, schedule: Schedule) -> Trouble | None:
        return await digest_channel.trouble(self._client, schedule.server, int(schedule.channel))
