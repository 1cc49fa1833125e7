"""Preparing articles beside the process that saves them, when there are many."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections.abc import Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from functools import cache

from bot.articles.article import Draft
from bot.search.analysis import Analyser
from bot.storage.preparing import prepared
from bot.storage.records import Prepared

BULK_BYTES = 20_000_000
"""From so many bytes on, a second core wins back the second that it takes to start with it."""

Hashed = tuple[Draft, str]
"""An article and its content hash."""

Prepare = Callable[[Sequence[Hashed]], Awaitable[list[Prepared]]]


@contextmanager
def preparing(size: int) -> Iterator[tuple[Prepare, int]]:
    """How to prepare articles of `size` bytes in all, and how many batches at once it is for."""
    if size < BULK_BYTES:
        yield in_thread, 1
        return
    others = max(1, (os.cpu_count() or 1) - 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(others, context, initializer=_serve) as pool:
        yield _in_pool(pool), others + 1


async def in_thread(batch: Sequence[Hashed]) -> list[Prepared]:
    """The articles prepared in this process, with the event loop free meanwhile."""
    return await asyncio.to_thread(prepare, batch)


def prepare(batch: Sequence[Hashed]) -> list[Prepared]:
    """The articles with everything the store keeps of them."""
    with _turn():
        return [prepared(draft, hashed, _analyser()) for draft, hashed in batch]


def _in_pool(pool: Executor) -> Prepare:
    async def beside(batch: Sequence[Hashed]) -> list[Prepared]:
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, prepare, batch)
        except BrokenProcessPool:  # the system ended it; the work goes on here, only slower
            return await in_thread(batch)

    return beside


@cache
def _analyser() -> Analyser:
    return Analyser()


@cache
def _turn() -> threading.Lock:
    return threading.Lock()


def _serve() -> None:
    """Ctrl-C is for the process that saves; when that one is gone, so is this."""
    signal.signal(signal.SIGINT, signal.SIG_IGN)
    threading.Thread(target=_leave_with_parent, daemon=True).start()


def _leave_with_parent() -> None:
    parent = multiprocessing.parent_process()
    if parent is not None:
        parent.join()
        os._exit(1)
