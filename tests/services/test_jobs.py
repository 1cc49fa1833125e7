"""A step is taken again and again, whatever becomes of one of them."""

import asyncio
import logging

import pytest

from bot.errors import StorageFailed
from bot.services.jobs import Alarm, forever, together
from tests.effort import PATIENCE


async def test_a_step_that_fails_is_logged_and_the_next_is_taken(
    caplog: pytest.LogCaptureFixture,
) -> None:
    caplog.set_level(logging.WARNING)
    failures: list[Exception] = [StorageFailed("storage/full", file="f"), ValueError("broken")]
    done = asyncio.Event()

    async def step() -> None:
        if failures:
            raise failures.pop(0)
        done.set()

    beating = asyncio.create_task(forever(step, 0.01))
    async with asyncio.timeout(PATIENCE):
        await done.wait()
    beating.cancel()
    with pytest.raises(asyncio.CancelledError):
        await beating
    assert "storage/full" in caplog.text
    assert "ValueError: broken" in caplog.text


async def test_a_step_is_taken_at_once_when_there_is_hurry() -> None:
    hurry, steps = Alarm(), asyncio.Semaphore(0)

    async def step() -> None:
        steps.release()

    beating = asyncio.create_task(forever(step, 3_600, hurry))
    async with asyncio.timeout(PATIENCE):
        await steps.acquire()
        hurry.set()
        await steps.acquire()
    beating.cancel()


async def test_what_is_done_together_has_ended_when_one_of_it_fails() -> None:
    begun, ended = asyncio.Event(), asyncio.Event()

    async def slow() -> None:
        try:
            begun.set()
            await asyncio.Event().wait()
        finally:
            await asyncio.sleep(0)
            ended.set()

    async def failing() -> None:
        await begun.wait()
        raise StorageFailed("storage/full", file="f")

    with pytest.raises(StorageFailed):
        await together([slow(), failing()])
    assert ended.is_set()


async def test_what_is_done_together_is_told_in_its_order() -> None:
    assert await together(asyncio.sleep(0.01 / n, n) for n in (1, 2, 3)) == [1, 2, 3]
