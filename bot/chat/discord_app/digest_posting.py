"""Posting digests: what is due is frozen, claimed, sent and noted; exactly once."""

import asyncio
import logging
import os
import secrets
from collections.abc import Awaitable, Callable

import discord

from bot.chat.discord_app import digest_channel
from bot.chat.discord_app.digest_channel import Trouble
from bot.chat.discord_app.digest_notice import tell
from bot.chat.discord_app.digest_pace import Pace
from bot.chat.discord_app.digest_parts import PartMaker
from bot.chat.discord_app.digest_sending import LOST, NotNow, Sender
from bot.chat.prompts import Prompts
from bot.digest.due import is_late
from bot.newsroom_digest import Claimed, NewsroomDigest, Post, Schedule

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

log = logging.getLogger(__name__)


Ask = Callable[[Schedule], Awaitable[None]]
"""Asks the question of the day in the channel of a digest that was just posted."""


class Poster:
    """Posts what is due; several may work on one database, in one process or in many."""

    def __init__(
        self,
        client: discord.Client,
        digests: NewsroomDigest,
        prompts: Prompts,
        *,
        ask: Ask | None = None,
        pace: Pace | None = None,
        lease: int = LEASE,
        first_wait: int = FIRST_WAIT,
    ) -> None:
        self._client = client
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
        due = await self._digests.due()
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
        while claim := await self._digests.claim(self._name, self._lease):
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
            await tell(self._client, self._prompts, schedule, problem)

    async def _trouble(self, schedule: Schedule) -> Trouble | None:
        return await digest_channel.trouble(self._client, schedule.server, schedule.channel)
