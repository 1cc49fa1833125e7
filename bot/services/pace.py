"""The pace at which a process may send: evenly, and more slowly after a refusal."""

import asyncio
from collections.abc import Awaitable, Callable
from time import monotonic

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
