"""A newsroom whose clock is set by hand, and the bot before a Discord that loses and refuses."""

from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.digests.fake_discord import FakeDiscord, client_of
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL, channel
from tests.services.digest_examples import MORNING, HandClock, news


@pytest.fixture
def clock() -> HandClock:
    return HandClock((MORNING - timedelta(hours=3)).timestamp())


@pytest.fixture
async def newsroom(tmp_path: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    """A newsroom with two stories that came in at five in the morning."""
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        await news(opened)
        yield opened


@pytest.fixture
async def fake(clock: HandClock) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord(clock=clock).serving() as serving:
        yield serving


@pytest.fixture
async def client(fake: FakeDiscord, newsroom: Newsroom) -> AsyncIterator[PullquoteClient]:
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL)]) as opened:
        yield opened


@pytest.fixture
def poster(client: PullquoteClient, newsroom: Newsroom) -> Poster:
    return Poster(client.port, newsroom.digests, client.writer, pace=Pace(1_000))
