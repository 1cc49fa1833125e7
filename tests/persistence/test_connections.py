"""A task that is cancelled anywhere in its work on the database loses no connection."""

import asyncio
import gc
import threading
import warnings
from collections.abc import Awaitable, Generator
from pathlib import Path
from typing import Any

import pytest
from sqlalchemy import select

from bot.feeds.subscription import Feed
from bot.persistence.database import Database, place_of
from bot.persistence.schema import meta
from bot.persistence.store import Store
from tests.persistence.examples import open_and_close, url_of

FEED = Feed(id=0, collection="7", url="https://news.example/feed", added=1, due=1)


class Cancelled:
    """Work in which a task is cancelled at its `step`-th await.

    `late` is the cancellation that arrives when what was awaited is there, and is lost by it.
    """

    def __init__(self, work: Awaitable[object], step: int, *, late: bool) -> None:
        self._work = work
        self._step = step
        self._late = late
        self.reached = 0

    def __await__(self) -> Generator[Any, Any, None]:  # Any: what the loop and futures exchange
        awaits, thrown = self._work.__await__(), None
        while True:
            try:
                future = awaits.throw(thrown) if thrown else awaits.send(None)
            except StopIteration:
                return
            self.reached += 1
            thrown = yield from self._waited(future)

    def _waited(self, future: object) -> Generator[Any, Any, BaseException | None]:
        cancelled = self.reached == self._step
        task = asyncio.current_task()
        if cancelled and not self._late and task is not None:
            task.cancel()
        try:
            yield future
        except BaseException as error:  # noqa: BLE001 - handed on to the work
            return error
        return asyncio.CancelledError() if cancelled and self._late else None


async def work(store: Store, database: Database) -> None:
    await store.feeds.add(FEED)
    await store.feeds.claim(5, 10, 1)
    async with database.observing() as connection:
        await connection.execute(select(meta))
        await connection.exec_driver_sql("SELECT 1")


async def cancelled_at(step: int, url: str, *, late: bool) -> bool:
    """Whether the work has so many steps."""
    store, database = await Store.open(url), Database(place_of(url))
    cancelled = Cancelled(work(store, database), step, late=late)

    async def task() -> None:
        await cancelled

    await asyncio.gather(asyncio.create_task(task()), return_exceptions=True)
    # Whoever is cancelled in a transaction must not keep the others from writing.
    await store.feeds.claim(5, 10, 1)
    await database.close()
    await store.close()
    return cancelled.reached >= step


@pytest.mark.parametrize("late", [False, True])
def test_a_task_cancelled_at_any_step_gives_its_connection_back(
    file: Path, monkeypatch: pytest.MonkeyPatch, *, late: bool
) -> None:
    lost: list[object] = []
    monkeypatch.setattr(threading, "excepthook", lost.append)
    asyncio.run(open_and_close(url_of(file)))
    step = 1
    with warnings.catch_warnings(record=True) as warned:
        warnings.simplefilter("always")
        while asyncio.run(cancelled_at(step, url_of(file), late=late)):
            step += 1
            gc.collect()
    assert step > 10
    assert [str(one.message) for one in warned] == []
    assert lost == []


async def cancelled_twice_at(step: int, url: str) -> int:
    """How many tasks are left when six that write were cancelled after some turns of the loop."""
    store = await Store.open(url)

    async def writing() -> None:
        while True:
            await store.feeds.claim(5, 10, 1)
            await store.feeds.of("7")

    writers = [asyncio.create_task(writing()) for _ in range(6)]
    for _ in range(step):
        await asyncio.sleep(0)
    for writer in writers * 2:
        writer.cancel()
        await asyncio.sleep(0)
    await asyncio.gather(*writers, return_exceptions=True)
    await store.close()
    return len(asyncio.all_tasks()) - 1


def test_tasks_cancelled_twice_at_once_leave_none_behind(file: Path) -> None:
    asyncio.run(open_and_close(url_of(file)))
    left = [asyncio.run(cancelled_twice_at(step * 7, url_of(file))) for step in range(12)]
    assert left == [0] * 12
