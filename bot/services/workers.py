"""Reading articles' words beside the process that saves them, when there are many."""

import asyncio
import multiprocessing
import os
import signal
import threading
from collections import deque
from collections.abc import AsyncGenerator, AsyncIterator, Awaitable, Callable, Iterator, Sequence
from concurrent.futures import Executor, ProcessPoolExecutor
from concurrent.futures.process import BrokenProcessPool
from contextlib import contextmanager
from dataclasses import dataclass, replace
from functools import cache, partial
from typing import Protocol, TypeVar

from bot.articles.article import Draft, Rejection, attempted
from bot.language.english.analyser import Analyser
from bot.persistence.article_rows import Change, Prepared
from bot.search.passage_index import IndexedArticle
from bot.services.preparing import analysed, prepared

BULK_BYTES = 20_000_000
"""From so many bytes on, a second core wins back the second that it takes to start with it."""


@dataclass(frozen=True, slots=True)
class Hashed:
    """An article with its content hash, where it was read, and lines that may be furniture."""

    draft: Draft
    content_hash: str
    place: str
    lines: tuple[int, ...] = ()


Item = TypeVar("Item")
Result = TypeVar("Result")


class Work(Protocol):
    """Runs a function of this module on a batch, in another process or in a thread."""

    def __call__(
        self, function: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> Awaitable[list[Result]]:
        """What the function makes of the batch, with the event loop free meanwhile."""
        ...


@contextmanager
def working(size: int) -> Iterator[tuple[Work, int]]:
    """How to work on articles of `size` bytes in all, and how many batches at once it is for."""
    if size < BULK_BYTES:
        yield in_thread, 1
        return
    others = max(1, (os.cpu_count() or 1) - 1)
    context = multiprocessing.get_context("spawn")
    with ProcessPoolExecutor(others, context, initializer=_serve) as pool:
        yield _in_pool(pool), others + 1


async def worked_ahead(
    batches: AsyncIterator[Sequence[Item]],
    function: Callable[[Sequence[Item]], list[Result]],
    work: Work,
    at_once: int,
) -> AsyncGenerator[tuple[Sequence[Item], list[Result]], None]:
    """Each batch with what became of it, in order; meanwhile the next ones are worked on."""
    waiting: deque[tuple[Sequence[Item], asyncio.Task[list[Result]]]] = deque()
    try:
        async for batch in batches:
            waiting.append((batch, asyncio.create_task(_worked(work, function, batch))))
            if len(waiting) >= at_once:
                first, task = waiting.popleft()
                yield first, await task
        while waiting:
            first, task = waiting.popleft()
            yield first, await task
    finally:
        for _, task in waiting:
            task.cancel()


async def _worked(
    work: Work, function: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
) -> list[Result]:
    return await work(function, batch) if batch else []


async def in_thread(
    function: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
) -> list[Result]:
    """The work done in this process."""
    return await asyncio.to_thread(function, batch)


def prepare(batch: Sequence[Hashed]) -> list[Prepared | Rejection]:
    """The articles with everything the store keeps of them, and those that broke on the way."""
    with _turn():
        return [attempted(one.place, partial(_prepared, one)) for one in batch]


def _prepared(one: Hashed) -> Prepared:
    made = prepared(one.draft, one.content_hash, _analyser())
    return replace(made, place=one.place, lines=one.lines)


def analyse(batch: Sequence[Change]) -> list[IndexedArticle]:
    """The articles of these changes as the index takes them."""
    with _turn():
        return [analysed(change, _analyser()) for change in batch]


def _in_pool(pool: Executor) -> Work:
    async def beside(
        function: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> list[Result]:
        try:
            return await asyncio.get_running_loop().run_in_executor(pool, function, batch)
        except BrokenProcessPool:  # the system ended it; the work goes on here, only slower
            return await in_thread(function, batch)

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
