"""Doing something again and again while the program runs."""

import asyncio
import logging
from collections.abc import Awaitable, Callable
from contextlib import suppress

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
