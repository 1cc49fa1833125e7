"""Questions are made while nobody waits for them, so that /quiz asks its first one at once."""

import asyncio
import contextlib
import logging
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager

from bot.errors import PullquoteError
from bot.services.newsroom import Newsroom

EVERY = 60.0
"""Seconds between two looks for new articles: by then nobody remembers having added one."""

REST = 0.25
"""Seconds between two articles; without any, /brief took twice as long meanwhile."""

log = logging.getLogger(__name__)


@asynccontextmanager
async def questions_made_ready(newsroom: Newsroom) -> AsyncIterator[None]:
    """While it lasts, the questions on articles that came lately are made beside all else."""
    task = asyncio.create_task(_make_ready(newsroom))
    try:
        yield
    finally:
        task.cancel()
        with contextlib.suppress(asyncio.CancelledError):
            await task


async def _make_ready(newsroom: Newsroom) -> None:
    while True:
        try:
            await newsroom.quiz.make_ready(rest=REST)
        except PullquoteError:
            log.exception("questions could not be made")
        await asyncio.sleep(EVERY)
