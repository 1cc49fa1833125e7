"""Live rounds go on by themselves: a question closes when its time is out, the next is asked."""

import asyncio
import contextlib
import hashlib
import logging
from collections.abc import Coroutine
from dataclasses import replace
from weakref import WeakValueDictionary

import aiohttp
import discord

from bot.chat.discord_app.interactions import NOBODY
from bot.chat.discord_app.quiz_presenter import QuizPresenter
from bot.chat.discord_app.rendering.views import Message
from bot.errors import NotForYou, NothingFound, PullquoteError
from bot.quiz.results import Board, Posed, Reveal
from bot.quiz.rounds import SECOND, Turn
from bot.services.rounds import Happening, RoundRequest

RETRY = 6 * SECOND
"""After which a round that could not be told something is tried again."""

GIVE_UP = 600 * SECOND
"""For so long Discord may refuse or be away; then the round ends unseen, its answers counted."""

REFRESH = 6.0
"""Seconds after which the number of players below a question is brought up to date: a channel takes
some five edits in five seconds, and other rounds may be in it."""

LAST_REFRESH = 2 * SECOND
"""So shortly before it closes a question is left alone, for its answer is shown soon."""

LONGEST_WAIT = 60.0
"""Seconds after which the rounds are looked through in any case: a clock may have been changed."""

GONE = (discord.NotFound, discord.Forbidden)
NOT_SENT = (discord.HTTPException, aiohttp.ClientError, PullquoteError)

DAY = 24 * 60 * 60
"""Seconds for which a question of the day is open."""

log = logging.getLogger(__name__)


class Conductor:
    """Looks after every open round of this bot, also those from before a restart."""

    def __init__(self, client: discord.Client, desk: QuizPresenter) -> None:
        self._client = client
        self._desk = desk
        desk.changed, desk.taken = self.wake, self.refresh
        self._is_started = self._has_resumed = False
        self._timer: asyncio.TimerHandle | None = None
        self._tasks: set[asyncio.Task[None]] = set()
        self._playing: set[str] = set()
        self._refreshing: dict[tuple[str, int], asyncio.TimerHandle] = {}
        self._pass = asyncio.Lock()
        self._turns: WeakValueDictionary[str, asyncio.Lock] = WeakValueDictionary()

    async def ask_daily(self, server: str, channel: str) -> None:
        """Ask one question that stays open for a day; nothing where there is none to ask."""
        wanted = RoundRequest(
            mode="daily",
            server=server,
            channel=channel,
            starter="",
            collection=server,
            seconds=DAY,
        )
        try:
            posed = await self._desk.start(wanted)
        except (NotForYou, NothingFound) as error:
            log.info("no question of the day: %s", error.utterance)
            return
        await self._guarded(posed.turn, self._show(posed))

    def start(self) -> None:
        """Begin to look after rounds, once."""
        if not self._is_started:
            self._is_started = True
            self.wake()

    async def stop(self) -> None:
        """Leave the rounds alone; they go on when the bot is back."""
        self._is_started = False
        self._rest()
        for timer in self._refreshing.values():
            timer.cancel()
        self._refreshing.clear()
        for task in tuple(self._tasks):
            task.cancel()
        await asyncio.gather(*self._tasks, return_exceptions=True)

    def wake(self) -> None:
        """Look at all rounds now, for one of them has changed."""
        if self._is_started:
            self._begin(self._look())

    def refresh(self, turn: Turn) -> None:
        """Bring the number of players below a question up to date, soon and once."""
        key = (turn.round.id, turn.number)
        if key not in self._refreshing:
            later = asyncio.get_running_loop().call_later
            self._refreshing[key] = later(REFRESH, self._begin_refresh, turn)

    async def _resume(self) -> None:
        """Show again the questions that were kept but maybe not shown when the bot ended."""
        for posed in await self._desk.rounds.unposted(self._desk.now()):
            await self._guarded(posed.turn, self._pose_again(posed))
        self._has_resumed = True

    async def _look(self) -> None:
        """Begin all that is due, and set the clock to when something else will be."""
        async with self._pass:
            self._rest()
            wait = RETRY / SECOND
            try:
                if not self._has_resumed:
                    await self._resume()
                now = self._desk.now()
                for turn in await self._desk.rounds.due(now):
                    if turn.round.id not in self._playing:
                        self._playing.add(turn.round.id)
                        self._begin(self._played(turn))
                wait = await self._wait(now)
            except Exception:  # the next look may succeed
                log.exception("rounds could not be looked after")
            loop = asyncio.get_running_loop()
            self._timer = loop.call_later(wait, self.wake)

    def _rest(self) -> None:
        if self._timer is not None:
            self._timer.cancel()
            self._timer = None

    async def _played(self, turn: Turn) -> None:
        wait = 0.0
        try:
            await self._guarded(turn, self._play(turn))
        except Exception:  # one round must not stop the others
            log.exception("a round could not be looked after")
            wait = RETRY / SECOND
        finally:
            self._playing.discard(turn.round.id)
        asyncio.get_running_loop().call_later(wait, self.wake)

    async def _play(self, turn: Turn) -> None:
        async with self._turns.setdefault(turn.round.id, asyncio.Lock()):
            now = self._desk.now()
            latest = await self._desk.rounds.latest(turn.round.id)
            happening = await self._desk.rounds.advance(latest, now)
            if happening is None:
                await self._desk.rounds.later(turn, now + RETRY)
            else:
                await self._show(happening)

    async def _guarded(self, turn: Turn, work: Coroutine[None, None, None]) -> None:
        """Do something about one round; when it fails, the others go on."""
        now = self._desk.now()
        try:
            await work
        except GONE as error:
            log.warning("a round ends, for its channel cannot be written to: %s", error)
            await self._desk.rounds.lose(turn, now)
        except NOT_SENT as error:
            log.warning("a round waits, for something was not sent: %s", error)
            if now > turn.closes + GIVE_UP:
                await self._desk.rounds.lose(turn, now)
            else:
                await self._desk.rounds.later(turn, now + RETRY)

    async def _show(self, happening: Happening) -> None:
        rounds, renderer = self._desk.rounds, self._desk.renderer
        if isinstance(happening, Posed):
            await self._pose(happening)
        elif isinstance(happening, Reveal):
            await self._replace(happening.turn, renderer.reveal(happening))
            await rounds.shown(happening.turn, self._desk.now())
        elif happening.round.mode == "live":
            await self._tell(happening)

    async def _pose(self, posed: Posed) -> Turn:
        question = self._desk.renderer.question(posed)
        message = await self._send(posed.turn, question, "question")
        await self._desk.rounds.posted(posed.turn, message)
        return replace(posed.turn, message=message)

    async def _pose_again(self, posed: Posed) -> None:
        """Show a question that was maybe shown before, with its new time in either case."""
        turn = await self._pose(posed)
        await self._replace(turn, self._desk.renderer.question(posed))

    async def _tell(self, board: Board) -> None:
        turn = await self._desk.rounds.latest(board.round.id)
        await self._send(turn, self._desk.renderer.board(board), "board")
        await self._desk.rounds.told(board.round)

    async def _send(self, turn: Turn, message: Message, part: str) -> str:
        # Discord takes a second message with the same nonce for the first one.
        told = f"{turn.round.id}:{turn.number}:{part}"
        nonce = hashlib.sha256(told.encode()).hexdigest()[:25]
        channel = self._client.get_partial_messageable(int(turn.round.channel))
        return str((await channel.send(view=message, nonce=nonce)).id)

    async def _replace(self, turn: Turn, message: Message) -> None:
        """Show something in place of a question; beside it when that was deleted."""
        if turn.message is None:
            # It may have been sent just before the bot ended; then Discord gives it again.
            turn = replace(turn, message=await self._send(turn, message, "question"))
        try:
            await self._edit(turn, message)
        except discord.NotFound:
            log.info("a question was deleted before its answer was shown")
            await self._send(turn, message, "reveal")

    def _begin_refresh(self, turn: Turn) -> None:
        del self._refreshing[turn.round.id, turn.number]
        self._begin(self._refresh(turn))

    async def _refresh(self, turn: Turn) -> None:
        lock = self._turns.setdefault(turn.round.id, asyncio.Lock())
        with contextlib.suppress(*NOT_SENT):  # it is only a number
            async with lock:
                latest = await self._desk.rounds.latest(turn.round.id)
                is_open = latest.number == turn.number and latest.closed is None
                if is_open and latest.message and latest.closes - self._desk.now() > LAST_REFRESH:
                    posed = await self._desk.rounds.posed(latest)
                    await self._edit(latest, self._desk.renderer.question(posed))

    async def _edit(self, turn: Turn, message: Message) -> None:
        channel = self._client.get_partial_messageable(int(turn.round.channel))
        shown = channel.get_partial_message(int(turn.message or 0))
        await shown.edit(view=message, allowed_mentions=NOBODY)

    async def _wait(self, now: int) -> float:
        """Seconds until something else is due than what has begun."""
        due = await self._desk.rounds.next_due(now)
        if due is None:
            return LONGEST_WAIT
        return min(max((due - self._desk.now()) / SECOND, 0.0), LONGEST_WAIT)

    def _begin(self, work: Coroutine[None, None, None]) -> None:
        task = asyncio.create_task(work)
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)
