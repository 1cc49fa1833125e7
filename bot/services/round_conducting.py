"""Live rounds go on by themselves: a question closes when its time is out, the next is asked."""

import asyncio
import contextlib
import logging
import time
from collections.abc import Awaitable, Callable, Coroutine
from dataclasses import replace
from weakref import WeakValueDictionary

from bot.errors import NotForYou, NothingFound, PullquoteError
from bot.quiz.rounds import SECOND, Round, Turn, last_moved
from bot.quiz.scoring import Board, Posed, Reveal
from bot.services.jobs import Alarm, Jobs, whenever_due
from bot.services.ports import ChatPort, Place, PostFailed, PostForbidden, PostGone
from bot.services.round_requests import RoundRequest
from bot.services.rounds import Happening, RoundService
from bot.wording.reply import Reply

RETRY = 6 * SECOND
"""After which a round that could not be told something is tried again."""

GIVE_UP = 600 * SECOND
"""For so long the platform may refuse or be away; then the round ends unseen, its answers count."""

REFRESH = 6.0
"""Seconds after which the number of players below a question is brought up to date: Discord takes
some five edits in five seconds from a channel, and other rounds may be in it."""

LAST_REFRESH = 2 * SECOND
"""So shortly before it closes a question is left alone, for its answer is shown soon."""

LONGEST_WAIT = 60.0
"""Seconds after which the rounds are looked through in any case: a clock may have been changed."""

AT_ONCE = 500
"""Rounds looked after in one go; the others follow as these are done."""

DAY = 24 * 60 * 60
"""Seconds for which a question of the day is open."""

NOT_SENT = (PostFailed, PullquoteError)

Show = Callable[[Happening], Reply]
"""From what happens in a round to what is shown of it."""

log = logging.getLogger(__name__)


class Conductor:
    """Looks after the open rounds of one face, also those from before a restart."""

    def __init__(
        self,
        port: ChatPort,
        rounds: RoundService,
        show: Show,
        jobs: Jobs,
        *,
        clock: Callable[[], float] = time.time,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._port = port
        self._rounds = rounds
        self._show = show
        self._jobs = jobs
        self._clock = clock
        self._sleep = sleep
        self._alarm = Alarm()
        self._is_started = self._has_resumed = False
        self._playing: set[str] = set()
        self._refreshing: set[tuple[str, int]] = set()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    def start(self) -> None:
        """Begin to look after rounds, once."""
        if not self._is_started:
            self._is_started = True
            self._jobs.begin(whenever_due(self.look, RETRY / SECOND, self._alarm))

    def wake(self) -> None:
        """Look at all rounds now, for one of them has changed."""
        self._alarm.set()

    def refresh(self, turn: Turn) -> None:
        """Bring the number of players below a question up to date, soon and once."""
        key = (turn.round.id, turn.number)
        if key not in self._refreshing:
            self._refreshing.add(key)
            self._jobs.begin(self._refresh(turn))

    def go_on(self, turn: Turn) -> None:
        """Go on with a paused round; what told the pause tells it no more."""
        if turn.closed is None:
            self.refresh(turn)
        else:
            self._jobs.begin(self._show_resumed(turn))
        self.wake()

    async def ask_daily(self, place: Place) -> None:
        """Ask one question that stays open for a day; nothing where there is none to ask."""
        wanted = RoundRequest(
            mode="daily",
            face=place.face,
            server=place.server,
            channel=place.channel,
            starter="",
            collection=place.server,
            seconds=DAY,
        )
        try:
            posed = await self._rounds.start(wanted, self._now())
        except (NotForYou, NothingFound) as error:
            log.info("no question of the day: %s", error.utterance)
            return
        self.wake()
        await self._guarded(posed.turn, self._tell(posed))

    async def look(self) -> float:
        """Begin all that is due; seconds until something else will be."""
        now = self._now()
        if not self._has_resumed:
            await self._resume(now)
        due = [one for one in await self._rounds.due(self._port.face, now) if self._is_free(one)]
        for played in due[:AT_ONCE]:
            self._playing.add(played.id)
            self._jobs.begin(self._go_on(played))
        following = await self._rounds.next_due(self._port.face, now)
        if following is None:
            return LONGEST_WAIT
        return min(max((following - self._now()) / SECOND, 0.0), LONGEST_WAIT)

    def _is_free(self, played: Round) -> bool:
        return played.id not in self._playing and self._port.owns(_place(played))

    async def _resume(self, now: int) -> None:
        """Show again the questions that were kept but maybe not shown when the bot ended."""
        for turn in await self._rounds.unposted(self._port.face, now):
            if self._port.owns(_place(turn.round)):
                posed = await self._rounds.asked_again(turn, now)
                await self._guarded(posed.turn, self._pose_again(posed))
        self._has_resumed = True

    async def _go_on(self, played: Round) -> None:
        try:
            async with self._lock(played):
                turn = await self._rounds.latest(played.id)
                await self._guarded(turn, self._advance(turn))
        except Exception:  # one round must not stop the others
            log.exception("a round could not be looked after")
            await self._sleep(RETRY / SECOND)
        finally:
            self._playing.discard(played.id)
            self.wake()

    async def _advance(self, turn: Turn) -> None:
        now = self._now()
        happening = await self._rounds.advance(turn, now)
        if happening is not None:
            await self._tell(happening)
        elif _was_not_sent(turn):
            await self._pose_again(await self._rounds.asked_again(turn, now))
        else:
            await self._rounds.wait(turn)

    async def _guarded(self, turn: Turn, work: Coroutine[None, None, None]) -> None:
        """Do something about one round; when it fails, the others go on."""
        now = self._now()
        try:
            await work
        except (PostGone, PostForbidden) as error:
            log.warning("a round ends, for its channel cannot be written to: %r", error)
            await self._rounds.lose(turn, now)
        except NOT_SENT as error:
            log.warning("a round waits, for something was not sent: %r", error)
            if now > last_moved(turn) + GIVE_UP:
                await self._rounds.lose(turn, now)
            else:
                await self._rounds.later(turn, now + RETRY)

    async def _tell(self, happening: Happening) -> None:
        if isinstance(happening, Posed):
            await self._pose(happening)
        elif isinstance(happening, Reveal):
            await self._replace(happening.turn, self._show(happening))
            await self._rounds.shown(happening.turn, self._now())
        elif happening.round.mode == "live":
            await self._close(happening)

    async def _pose(self, posed: Posed) -> Turn:
        message = await self._post(posed.turn, self._show(posed), "question")
        await self._rounds.posted(posed.turn, message)
        return replace(posed.turn, message=message)

    async def _pose_again(self, posed: Posed) -> None:
        """Show a question that was maybe shown before, with its new time in either case."""
        turn = await self._pose(posed)
        await self._replace(turn, self._show(posed))

    async def _close(self, board: Board) -> None:
        turn = await self._rounds.latest(board.round.id)
        if board.round.paused is not None:
            await self._show_again(turn)
        await self._post(turn, self._show(board), "board")
        await self._rounds.closed(board.round)

    async def _post(self, turn: Turn, reply: Reply, part: str) -> str:
        key = f"{turn.round.id}:{turn.number}:{part}"
        return await self._port.post(_place(turn.round), reply, key=key)

    async def _replace(self, turn: Turn, reply: Reply) -> None:
        """Show something in place of a question; beside it when that was deleted."""
        message = turn.message
        if message is None:
            # It may have been sent just before the bot ended; the platform then gives it again.
            message = await self._post(turn, reply, "question")
        try:
            await self._port.edit(_place(turn.round), message, reply)
        except PostGone:
            log.info("a question was deleted before its answer was shown")
            await self._post(turn, reply, "reveal")

    async def _refresh(self, turn: Turn) -> None:
        await self._sleep(REFRESH)
        self._refreshing.discard((turn.round.id, turn.number))
        with contextlib.suppress(*NOT_SENT):  # it is only a number
            async with self._lock(turn.round):
                latest = await self._rounds.latest(turn.round.id)
                is_open = latest.number == turn.number and latest.closed is None
                if is_open and latest.message and latest.closes - self._now() > LAST_REFRESH:
                    reply = self._show(await self._rounds.posed(latest))
                    await self._port.edit(_place(latest.round), latest.message, reply)

    async def _show_resumed(self, turn: Turn) -> None:
        """Show an answer again when its round goes on, as the round is by then."""
        async with self._lock(turn.round):
            latest = await self._rounds.latest(turn.round.id)
            await self._show_again(latest if latest.number == turn.number else turn)

    async def _show_again(self, turn: Turn) -> None:
        """Let an answer that told a pause tell it no more."""
        if turn.message is not None:
            with contextlib.suppress(*NOT_SENT):  # what counts is said elsewhere
                reply = self._show(await self._rounds.reveal(turn))
                await self._port.edit(_place(turn.round), turn.message, reply)

    def _lock(self, played: Round) -> asyncio.Lock:
        return self._turns.setdefault(played.id, asyncio.Lock())

    def _now(self) -> int:
        return int(self._clock() * 1000)


def _was_not_sent(turn: Turn) -> bool:
    """Whether an open question that is ours to post is not known to be shown.

    The first one of a live round is sent as the answer to a command, by somebody else.
    """
    is_ours = turn.round.mode == "daily" or (turn.round.mode == "live" and turn.number > 1)
    return is_ours and turn.item is not None and turn.closed is None and turn.message is None


def _place(played: Round) -> Place:
    return Place(played.face, played.server, played.channel)
