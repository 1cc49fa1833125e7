"""Posting digests: what is due is frozen, claimed, paced, sent and noted; exactly once."""

import asyncio
import logging
import os
import secrets
from collections.abc import Awaitable, Callable, Sequence
from time import monotonic
from typing import Protocol

from bot.digest.digest import Digest, Window
from bot.digest.schedule import GRACE, Position, Slot, is_late, mark, part_key
from bot.persistence.database import Clock
from bot.services.digests import Claimed, DigestService, Part, Post, Schedule
from bot.services.frozen_replies import frozen
from bot.services.jobs import Pace, forever
from bot.services.ports import (
    ChatPort,
    Place,
    PostForbidden,
    PostGone,
    PostLost,
    PostRefused,
    Trouble,
    Why,
)
from bot.wording.prompts import utterance
from bot.wording.reply import Reply

UNDER_WAY = 3
"""A request may take this part of a lease; so the last one ends before another process begins."""

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


class DigestWords(Protocol):
    """What is said of a digest: the presenters know it, and are handed in."""

    def parts(
        self, schedule: Schedule, slot: Slot, composed: tuple[Digest, Window], *, late: bool
    ) -> Sequence[tuple[Position, Reply]]:
        """What to post for a slot, in order; nothing where nothing is to be said."""
        ...

    def resting(self, schedule: Schedule, problem: Trouble) -> Reply:
        """Why a digest rests, for whoever ordered it."""
        ...


class NotNow(Exception):
    """The lease ends too soon for another request, or the server is down; a later claim goes on."""


MAYBE_LOST = (PostLost, TimeoutError, NotNow)
"""After these a post is looked for by a later claim, and goes on."""


class Sender:
    """Sends posts that this process holds; `lease` is for how many seconds it does."""

    def __init__(
        self, port: ChatPort, digests: DigestService, pace: Pace, lease: int, clock: Clock
    ) -> None:
        self._port = port
        self._digests = digests
        self._pace = pace
        self._lease = lease
        self._clock = clock

    async def send(self, schedule: Schedule, claimed: Claimed) -> bool:
        """Send what was not sent yet, and note that all is posted; False when it was too late.

        Raises one of MAYBE_LOST when it is not known whether all was sent, and what the port
        raises when the platform refuses.
        """
        ends = self._clock() + self._lease * (1 - 1 / UNDER_WAY)
        post, first = claimed.post, ""
        own = [part for part in claimed.parts if part.place == "channel"]
        for part in own:
            message = await self._part(schedule, claimed, part, place_of(schedule), ends)
            if message is None:
                await self._digests.settle(post, "skipped", "missed")
                return False
            first = first or message
        more = claimed.parts[len(own) :]
        is_whole = not more or await self._thread(schedule, claimed, first, ends)
        await self._digests.settle(post, "posted", None if is_whole else "no_thread")
        return True

    async def _thread(self, schedule: Schedule, claimed: Claimed, first: str, ends: float) -> bool:
        """Whether there is a thread under the first message, with all that belongs into it."""
        if not first:
            return False
        name = utterance("digest/thread", date=claimed.post.day.isoformat())
        try:
            await self._pace.turn()
            async with asyncio.timeout(self._lease / UNDER_WAY):
                thread = await self._port.open_thread(place_of(schedule), first, name)
            if thread is None:
                return False
            for part in claimed.parts:
                if part.place == "thread":
                    await self._part(schedule, claimed, part, thread, ends)
        except (PostForbidden, PostGone) as error:
            self._pace.refused()
            log.warning("no thread under a digest: %r", error)
            return False
        return True

    async def _part(
        self, schedule: Schedule, claimed: Claimed, part: Part, place: Place, ends: float
    ) -> str | None:
        """The message that a part became, now or before; None when it is too late to send it."""
        if part.message is not None:
            return part.message
        post, message = claimed.post, None
        if post.attempts > 1:
            await self._pace.turn()
            async with asyncio.timeout(self._lease / UNDER_WAY):
                message = await self._port.find(place, part.mark, post.planned)
        if message is None:
            passed = self._digests.now - post.due_at
            if part.ordinal == 0 and passed > GRACE:
                return None
            message = await self._sent(schedule, post, part, place, ends)
        await self._digests.sent(post, part, message)
        return message

    async def _sent(
        self, schedule: Schedule, post: Post, part: Part, place: Place, ends: float
    ) -> str:
        reply = await self._digests.reply(schedule, part)
        await self._pace.turn()
        if self._clock() > ends:
            raise NotNow
        late = is_late(post.due_at, self._digests.now)
        async with asyncio.timeout(self._lease / UNDER_WAY):
            return await self._port.post(
                place,
                reply,
                key=part_key(schedule.id, post.day, part.ordinal),
                role=schedule.role if part.ordinal == 0 and not late else None,
                silent=schedule.silent,
            )


class Poster:
    """Posts what is due on one face; several may work on one database, in one process or many."""

    def __init__(
        self,
        port: ChatPort,
        digests: DigestService,
        words: DigestWords,
        *,
        ask: Ask | None = None,
        pace: Pace | None = None,
        lease: int = LEASE,
        first_wait: int = FIRST_WAIT,
        clock: Clock = monotonic,
    ) -> None:
        self._port = port
        self._digests = digests
        self._words = words
        self._ask = ask
        self._pace = pace or Pace()
        self._sender = Sender(port, digests, self._pace, lease, clock)
        self._lease = lease
        self._first_wait = first_wait
        self._name = f"{os.getpid()}-{secrets.token_hex(4)}"

    async def beat(self, every: float = HEARTBEAT) -> None:
        """Look at what is due again and again, until cancelled; no failure ends it."""
        await forever(self.post_due, every)

    async def post_due(self) -> None:
        """Freeze and send everything that is due now in the places that are this process's own."""
        await self._send_all()
        due = [s for s in await self._digests.due(self._port.face) if self._port.owns(place_of(s))]
        for first in range(0, len(due), PLANNED_AT_ONCE):
            for schedule in due[first : first + PLANNED_AT_ONCE]:
                try:
                    await self._plan(schedule)
                except Exception:  # one bad schedule never delays another
                    log.exception("the digest of schedule %s could not be made", schedule.id)
            await self._send_all()

    async def _plan(self, schedule: Schedule) -> None:
        """Freeze the digest of a due slot; where nothing could be posted the schedule rests."""
        if problem := await self._port.why_not(place_of(schedule)):
            await self._rest(schedule, problem)
            return
        slot = (await self._digests.slots(schedule)).post
        if slot is None:
            return
        composed = await self._digests.at(schedule, slot)
        late = is_late(slot.due, self._digests.now)
        replies = self._words.parts(schedule, slot, composed, late=late)
        parts = [
            Part(ordinal, position, mark(part_key(schedule.id, slot.day, ordinal)), frozen(reply))
            for ordinal, (position, reply) in enumerate(replies)
        ]
        await self._digests.freeze(schedule, slot, composed, parts)

    async def _send_all(self) -> None:
        async with asyncio.TaskGroup() as group:
            for _ in range(SENDERS):
                group.create_task(self._send_claimed())

    async def _send_claimed(self) -> None:
        while claim := await self._digests.claim(self._name, self._lease, self._port):
            schedule, claimed = claim
            try:
                await self._post(schedule, claimed)
            except MAYBE_LOST as error:
                log.warning("a digest may be lost, and is looked for: %s", type(error).__name__)
                await self._digests.release(claimed.post, self._wait(claimed.post))
            except Exception:  # one bad post never delays another
                log.exception("the digest %s could not be posted", claimed.post.id)
                await self._digests.settle(claimed.post, "failed", "error")

    def _wait(self, post: Post) -> int:
        return min(self._first_wait << min(post.attempts - 1, MOST_DOUBLED), LONGEST_WAIT)

    async def _post(self, schedule: Schedule, claimed: Claimed) -> None:
        problem = await self._port.why_not(place_of(schedule))
        if problem is not None and problem.why == "down":
            raise NotNow
        try:
            if problem is None:
                if await self._sender.send(schedule, claimed) and schedule.quiz and self._ask:
                    await self._ask(schedule)
                return
        except (PostForbidden, PostGone) as error:
            self._pace.refused()
            why: Why = "channel_gone" if isinstance(error, PostGone) else "permissions"
            problem = Trouble(why)
        except PostRefused as error:
            self._pace.refused()
            log.error("a digest was refused: %s", error)  # noqa: TRY400 - its trace is no help
            await self._digests.settle(claimed.post, "failed", "refused")
            return
        await self._digests.settle(claimed.post, "failed", problem.why)
        await self._rest(schedule, problem)

    async def _rest(self, schedule: Schedule, problem: Trouble) -> None:
        """Let a schedule rest, and tell whoever ordered it, once."""
        if problem.why == "down":
            return
        await self._digests.rest(schedule, problem.why)
        if await self._digests.may_tell(schedule):
            log.warning("the digest of schedule %s rests: %s", schedule.id, problem.why)
            notice = self._words.resting(schedule, problem)
            if not await self._port.tell(place_of(schedule), schedule.made_by, notice):
                log.warning("nobody could be told that a digest rests")


def place_of(schedule: Schedule) -> Place:
    """Where a digest is posted."""
    return Place(schedule.face, schedule.server, schedule.channel)
