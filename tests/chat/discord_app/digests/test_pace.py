"""Requests are sent evenly, and more slowly after a refusal."""

import asyncio
from time import monotonic

from bot.services.pace import INVALID_WAIT, Pace


async def times(pace: Pace, count: int) -> list[float]:
    """When each of a crowd may send, in seconds from now."""
    start = monotonic()

    async def waited() -> float:
        await pace.turn()
        return monotonic() - start

    return sorted(await asyncio.gather(*(waited() for _ in range(count))))


async def test_a_crowd_goes_one_by_one_at_the_rate() -> None:
    found = await times(Pace(100), 11)
    assert found[0] < 0.05
    assert found[-1] >= 0.1


async def test_a_refusal_lets_everybody_wait() -> None:
    pace = Pace(1_000)
    pace.refused()
    assert (await times(pace, 1))[0] >= INVALID_WAIT * 0.99


async def test_who_comes_late_does_not_wait_for_turns_that_passed() -> None:
    pace = Pace(20)
    await pace.turn()
    await asyncio.sleep(0.06)
    assert (await times(pace, 1))[0] < 0.05
