"""Work in the background of a process: loops, single tasks, their pace, and how all ends."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Coroutine, Iterable, Iterator
from contextlib import contextmanager
from time import monotonic
from typing import Any, TypeVar

from bot.errors import PullquoteError

log = logging.getLogger(__name__)

Result = TypeVar("Result")


class Alarm:
    """Ends the pauses of loops before their time."""

    def __init__(self) -> None:
        self._is_set = False
        self._pauses: set[asyncio.Task[None]] = set()

    def set(self) -> None:
        """Let every loop take its next step at once, also one that is in the midst of a step."""
        self._is_set = True
        for pause in self._pauses:
            pause.cancel()

    def clear(self) -> None:
        """Begin a step: what was called for until now is done by it."""
        self._is_set = False

    async def pause(self, seconds: float) -> None:
        """Wait for some seconds, or until the alarm is set."""
        if self._is_set:
            return
        pause = asyncio.ensure_future(asyncio.sleep(seconds))
        self._pauses.add(pause)
        try:
            await asyncio.wait({pause})
        finally:
            pause.cancel()
            self._pauses.discard(pause)


async def forever(
    step: Callable[[], Awaitable[object]], every: float, alarm: Alarm | None = None
) -> None:
    """Take a step, wait for `every` seconds or for the alarm, and again, until cancelled.

    A step that fails is logged, and does not keep the next one from being taken.
    """

    async def taken() -> float:
        await step()
        return every

    await whenever_due(taken, every, alarm or Alarm())


async def whenever_due(step: Callable[[], Awaitable[float]], retry: float, alarm: Alarm) -> None:
    """As `forever`, for a step that tells in how many seconds the next one is due.

    After one that fails, the next is due in `retry` seconds.
    """
    while True:
        alarm.clear()
        wait = retry
        try:
            wait = await step()
        except PullquoteError as error:
            log.warning("a step failed: %s %s", error.utterance, error.variables)
        except Exception:
            log.exception("a step failed")
        await alarm.pause(wait)


async def together(works: Iterable[Coroutine[Any, Any, Result]]) -> list[Result]:  # Any: as below
    """What all of these make, done at the same time; when one fails, none of the others goes on."""
    try:
        async with asyncio.TaskGroup() as group:
            tasks = [group.create_task(work) for work in works]
    except ExceptionGroup as failures:
        raise failures.exceptions[0] from None
    return [task.result() for task in tasks]


class Jobs:
    """All that goes on in the background of a face; it ends together."""

    def __init__(self) -> None:
        self._tasks: set[asyncio.Task[None]] = set()
        self._is_over = False

    def begin(self, work: Coroutine[Any, Any, object]) -> None:  # Any: what nobody sends into it
        """Do something beside all else; should it fail, the log tells."""
        if self._is_over:
            work.close()
            return
        task = asyncio.create_task(_logged(work))
        self._tasks.add(task)
        task.add_done_callback(self._tasks.discard)

    async def stop(self) -> None:
        """Break off everything, and begin nothing any more."""
        self._is_over = True
        tasks = tuple(self._tasks)
        for task in tasks:
            task.cancel()
        await asyncio.gather(*tasks, return_exceptions=True)


async def _logged(work: Coroutine[Any, Any, object]) -> None:  # Any: as above
    try:
        await work
    except Exception:
        log.exception("work in the background failed")


SIGNALS = (signal.SIGTERM, signal.SIGINT)


@contextmanager
def stop_event() -> Iterator[asyncio.Event]:
    """An event that a signal to end sets."""
    stop, loop = asyncio.Event(), asyncio.get_running_loop()
    for number in SIGNALS:
        loop.add_signal_handler(number, stop.set)
    try:
        yield stop
    finally:
        for number in SIGNALS:
            loop.remove_signal_handler(number)


REQUESTS_A_SECOND = 30.0
"""Of the 50 that Discord allows a bot; commands have the rest. The rates of processes add up."""

INVALID_WAIT = 0.25
"""Seconds that nothing is sent after a refusal: 10,000 within ten minutes would ban the bot."""


class Pace:
    """Hands out moments to send at, evenly; a crowd waits in line."""

    def __init__(
        self,
        rate: float = REQUESTS_A_SECOND,
        clock: Callable[[], float] = monotonic,
        sleep: Callable[[float], Awaitable[None]] = asyncio.sleep,
    ) -> None:
        self._step = 1 / rate
        self._clock = clock
        self._sleep = sleep
        self._next = 0.0
        self._line = asyncio.Lock()

    async def turn(self) -> None:
        """Wait until something may be sent."""
        async with self._line:
            await self._sleep(max(0.0, self._next - self._clock()))
            self._next = self._clock() + self._step

    def refused(self) -> None:
        """Let everybody wait a moment longer, because a request was no good."""
        self._next = max(self._next, self._clock()) + INVALID_WAIT
