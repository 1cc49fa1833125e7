"""A crash at any step of posting neither loses a digest nor doubles one."""

import asyncio
from collections import Counter
from collections.abc import AsyncIterator, Callable
from pathlib import Path
from typing import Any, cast

import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.services.digests import DigestService, Schedule
from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.digests.examples import ordered
from tests.chat.discord_app.digests.fake_discord import FakeDiscord, client_of, texts
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL, channel
from tests.services.digest_examples import MORNING, HandClock, news

CHANNELS = 90
"""More crashes than there are steps."""


class Killed(BaseException):
    """The process is no more."""


class Life:
    """Ends at the n-th step of a process."""

    def __init__(self, steps: int) -> None:
        self._left = steps
        self.process: asyncio.Task[None] | None = None

    @property
    def is_over(self) -> bool:
        """Whether the process is dead."""
        return self._left <= 0

    def seen(self, _what: str) -> bool:
        """Another step at the other end of the wire."""
        self._left -= 1
        if self.is_over and self.process is not None:
            self.process.cancel()
        return not self.is_over

    def step(self) -> None:
        """Another step in the process itself."""
        self._left -= 1
        if self.is_over:
            raise Killed


class Mortal:
    """The digests of a newsroom, to a process that may die before or after each call."""

    def __init__(self, digests: DigestService, life: Life) -> None:
        self._digests = digests
        self._life = life

    def __getattr__(self, name: str) -> object:
        found = getattr(self._digests, name)
        if not asyncio.iscoroutinefunction(found):
            return found

        async def called(*given: object, **named: object) -> object:
            self._life.step()
            result = await found(*given, **named)
            self._life.step()
            return result

        return called


@pytest.fixture
def clock() -> HandClock:
    return HandClock(0)


@pytest.fixture
async def newsroom(tmp_path: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    clock.set(MORNING)
    clock.move(hours=-3)
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        await news(opened)
        yield opened


async def crashed(
    poster: Callable[[DigestService], Poster], newsroom: Newsroom, life: Life
) -> None:
    """Post what is due in a process that dies, or is done before."""
    mortal = cast("DigestService", Mortal(newsroom.digests, life))
    life.process = asyncio.create_task(poster(mortal).post_due())
    await asyncio.wait({life.process})
    if not life.is_over:
        life.process.result()
    elif not life.process.cancelled():
        life.process.exception()


async def recovered(
    poster: Callable[[DigestService], Poster],
    newsroom: Newsroom,
    schedule: Schedule,
    clock: HandClock,
) -> None:
    """Beat until the digest is settled, and once more."""
    for _ in range(8):
        await poster(newsroom.digests).post_due()
        clock.move(seconds=30)
        (post,) = (await newsroom.digests.standing(schedule)).posts
        if post.state != "planned":
            break
    await poster(newsroom.digests).post_due()


@pytest.mark.parametrize(
    ("delay", "lost", "remembers"),
    [
        ({"seconds": 10}, 0, False),
        ({"seconds": 10}, 1, False),
        ({"minutes": 3}, 1, False),
        ({"hours": 3}, 1, False),
        ({"seconds": 10}, 1, True),
    ],
)
async def test_a_crash_at_any_step_neither_loses_nor_doubles(
    newsroom: Newsroom, clock: HandClock, delay: dict[str, float], lost: int, *, remembers: bool
) -> None:
    fake = FakeDiscord(lost=lost, remembers_nonces=remembers, clock=clock)
    async with fake.serving():
        numbers = [FIRST_CHANNEL + n for n in range(CHANNELS)]
        async with client_of(fake.base, newsroom, [channel(n) for n in numbers]) as client:
            steps = await _killed_at_every_step(fake, client, newsroom, clock, delay)
    assert 12 < steps < CHANNELS


async def _killed_at_every_step(
    fake: FakeDiscord,
    client: PullquoteClient,
    newsroom: Newsroom,
    clock: HandClock,
    delay: dict[str, float],
) -> int:
    def poster(digests: DigestService) -> Poster:
        return Poster(client.port, digests, client.writer, pace=Pace(10_000))

    for steps in range(1, CHANNELS + 1):
        number = FIRST_CHANNEL + steps - 1
        clock.set(MORNING)
        clock.move(hours=-1)
        schedule = await ordered(newsroom, number)
        clock.set(MORNING)
        life = Life(steps)
        fake.seen = life.seen
        await crashed(poster, newsroom, life)
        fake.seen = Life(10_000).seen
        clock.move(**delay)
        await recovered(poster, newsroom, schedule, clock)
        assert _times_posted(fake, number) == {1}, f"killed at step {steps}"
        (post,) = (await newsroom.digests.standing(schedule)).posts
        assert post.state == "posted", f"killed at step {steps}"
        if not life.is_over:
            return steps
        await newsroom.digests.remove(schedule)
    return CHANNELS + 1


def _times_posted(fake: FakeDiscord, number: int) -> set[int]:
    """How often each part of a digest was posted, in the channel and in its threads."""
    channels = [number, *(int(message["id"]) for message in fake.messages[number])]
    posts: list[dict[str, Any]] = [m for place in channels for m in fake.messages[place]]
    marks = Counter(texts(message).rsplit(" ", 1)[-1] for message in posts)
    parts = int(texts(posts[0]).rsplit("/", 1)[-1].split()[0])
    assert len(marks) == parts
    return set(marks.values())
