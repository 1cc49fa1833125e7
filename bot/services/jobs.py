"""Loops in the background, and how a process is asked to end."""

import asyncio
import logging
import signal
from collections.abc import Awaitable, Callable, Iterator
from contextlib import contextmanager, suppress

from bot.errors import PullquoteError

log = logging.getLogger(__name__)


async def forever(
    step: Callable[[], Awaitable[object]], every: float, hurry: asyncio.Event | None = None
) -> None:
    """Take a step, wait for `every` seconds or until `hurry` is set, and again, until cancelled.

    A step that fails is logged, and does not keep the next one from being taken.
    """
    hurry = hurry or asyncio.Event()
    while True:
        hurry.clear()
        try:
            await step()
        except PullquoteError as error:
            log.warning("a step failed: %s %s", error.utterance, error.variables)
        except Exception:
            log.exception("a step failed")
        with suppress(TimeoutError):
            await asyncio.wait_for(hurry.wait(), every)


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
