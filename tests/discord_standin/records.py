"""What the stand-in keeps: requests of the bot, faults to come, interactions and their answers."""

import asyncio
import re
import time
from dataclasses import dataclass, field

from tests.discord_standin.payloads import Json
from tests.effort import PATIENCE

DEFERRED, CHOICES = 5, 8
"""Kinds of answers to an interaction."""


class Refused(Exception):
    """An answer of Discord that is an error."""

    def __init__(self, status: int, code: int, message: str = "refused") -> None:
        super().__init__(f"{status} ({code}) {message}")
        self.status = status
        self.body: Json = {"code": code, "message": message}


@dataclass(slots=True)
class Request:
    """A request that the bot made, and what was wrong with it."""

    method: str
    path: str
    body: object
    at: float
    errors: list[str] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class Fault:
    """What becomes of the next request that matches: an error's status, or a broken connection."""

    path: re.Pattern[str]
    method: str | None
    status: int
    retry_after: float
    drop: bool

    def concerns(self, method: str, path: str) -> bool:
        """Whether a request meets this fault."""
        return self.method in {None, method} and self.path.search(path) is not None


@dataclass(slots=True)
class Exchange:
    """An interaction that was sent to the bot, and all that the bot answered."""

    payload: Json
    sent: float = field(default_factory=time.perf_counter)
    acknowledged: float | None = None
    callback: Json | None = None
    original: Json | None = None
    followups: list[Json] = field(default_factory=list)
    answered: asyncio.Event = field(default_factory=asyncio.Event)
    edited: asyncio.Event = field(default_factory=asyncio.Event)

    @property
    def name(self) -> str:
        """The command, or the id of the component."""
        data = self.payload["data"]
        return str(data.get("name") or data["custom_id"])

    @property
    def latency(self) -> float:
        """Seconds until the first answer."""
        assert self.acknowledged is not None
        return self.acknowledged - self.sent

    async def reply(self) -> Json:
        """The first answer as the bot sent it."""
        await asyncio.wait_for(self.answered.wait(), PATIENCE)
        assert self.callback is not None
        return self.callback

    async def message(self) -> Json:
        """The message that the user sees in the end; "thinking" is waited out."""
        if (await self.reply())["type"] == DEFERRED:
            await asyncio.wait_for(self.edited.wait(), PATIENCE)
        return self.shown

    @property
    def shown(self) -> Json:
        """The message that the user sees now."""
        assert self.original is not None, f"{self.name} was answered without a message"
        return self.original

    async def choices(self) -> list[Json]:
        """What is offered to who is typing."""
        reply = await self.reply()
        assert reply["type"] == CHOICES, reply
        offered: list[Json] = reply["data"]["choices"]
        return offered
