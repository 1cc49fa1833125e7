"""Three processes on one database, killed at random: each digest is posted once."""

import asyncio
import os
import random
import sys
from collections import Counter
from datetime import UTC, datetime, timedelta
from pathlib import Path
from time import monotonic

from bot.digest.schedule import Timing
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.digests.examples import ordered
from tests.chat.discord_app.digests.fake_discord import FakeDiscord
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL
from tests.chat.discord_app.digests.worker import server_of
from tests.commands import ROOT, surroundings
from tests.services.digest_examples import BAKERY, HandClock, tell

DIGESTS = int(os.environ.get("PULLQUOTE_DIGESTS", "200"))
"""600 were posted once each in the run that is told of in the README."""
WORKERS = 3
KILLS = 5
PATIENCE = 180
"""Seconds after which posting counts as stuck."""

COMMAND = (sys.executable, "-m", "tests.chat.discord_app.digests.worker")


async def prepared(data: Path) -> None:
    """A newsroom with one story, and digests that are due since a minute."""
    now = datetime.now(UTC)
    clock = HandClock((now - timedelta(hours=1)).timestamp())
    at = (now - timedelta(minutes=1)).time().replace(second=0, microsecond=0)
    async with await Newsroom.open(data, clock=clock) as newsroom:
        await tell(newsroom, "Selby Star", BAKERY)
        for number in range(DIGESTS):
            server, timing = str(server_of(number)), Timing(at, "UTC")
            await ordered(newsroom, FIRST_CHANNEL + number, server=server, timing=timing)


async def start(data: Path, base: str) -> asyncio.subprocess.Process:
    arguments = (*COMMAND, str(data), base, str(DIGESTS))
    return await asyncio.create_subprocess_exec(
        *arguments, cwd=ROOT, env=surroundings(), stderr=asyncio.subprocess.DEVNULL
    )


async def outcomes(data: Path) -> Counter[str]:
    """How many dates ended in which state."""
    async with await Newsroom.open(data) as newsroom:
        servers = {str(server_of(number)) for number in range(DIGESTS)}
        schedules = [s for server in servers for s in await newsroom.digests.schedules(server)]
        posts = [p for s in schedules for p in (await newsroom.digests.standing(s, 2)).posts]
    return Counter(post.state for post in posts)


async def test_three_processes_killed_at_random_post_each_digest_once(tmp_path: Path) -> None:
    data, chance = tmp_path / "data", random.Random(3)  # noqa: S311 - moments, not secrets
    await prepared(data)
    async with FakeDiscord(lost=1).serving() as fake:
        workers = [await start(data, fake.base) for _ in range(WORKERS)]
        for kill in range(1, KILLS + 1):
            await _posted(fake, DIGESTS * kill // (KILLS + 1))
            victim = chance.randrange(WORKERS)
            workers[victim].kill()
            await workers[victim].wait()
            workers[victim] = await start(data, fake.base)
        await _settled(data)
        for worker in workers:
            worker.kill()
            await worker.wait()
    assert await outcomes(data) == {"posted": DIGESTS}
    posts = Counter({number: len(messages) for number, messages in fake.messages.items()})
    assert len(posts) == DIGESTS
    assert set(posts.values()) == {1}


async def _posted(fake: FakeDiscord, count: int) -> None:
    end = monotonic() + PATIENCE
    while len(fake.messages) < count:
        assert monotonic() < end, f"only {len(fake.messages)} were posted"
        await asyncio.sleep(0.01)


async def _settled(data: Path) -> None:
    end = monotonic() + PATIENCE
    while (await outcomes(data)).total() < DIGESTS or "planned" in await outcomes(data):
        assert monotonic() < end, await outcomes(data)
        await asyncio.sleep(1)
