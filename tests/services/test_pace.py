"""Requests are sent evenly, and more slowly after a refusal; time passes only by hand."""

import asyncio

import pytest

from bot.services.jobs import INVALID_WAIT, Pace
from tests.services.digest_examples import HandClock


@pytest.fixture
def clock() -> HandClock:
    return HandClock(100.0)


def pace_of(clock: HandClock, rate: float) -> Pace:
    """A pace whose waiting moves the clock."""

    async def passing(seconds: float) -> None:
        clock.move(seconds=seconds)

    return Pace(rate, clock, passing)


async def times(pace: Pace, clock: HandClock, count: int) -> list[float]:
    """When each of a crowd may send."""

    async def waited() -> float:
        await pace.turn()
        return clock()

    return list(await asyncio.gather(*(waited() for _ in range(count))))


async def test_a_crowd_goes_one_by_one_at_the_rate(clock: HandClock) -> None:
    assert await times(pace_of(clock, 2), clock, 4) == [100.0, 100.5, 101.0, 101.5]


async def test_a_refusal_lets_everybody_wait(clock: HandClock) -> None:
    pace = pace_of(clock, 2)
    pace.refused()
    assert await times(pace, clock, 2) == [100 + INVALID_WAIT, 100.5 + INVALID_WAIT]


async def test_who_comes_late_does_not_wait_for_turns_that_passed(clock: HandClock) -> None:
    pace = pace_of(clock, 2)
    await pace.turn()
    clock.move(seconds=9)
    assert await times(pace, clock, 1) == [109.0]
