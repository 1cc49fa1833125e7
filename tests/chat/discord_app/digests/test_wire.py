"""The whole bot as a process posts a digest over sockets, and tells a story at a press."""

from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from bot.digest.schedule import Timing
from bot.services.digests import DigestOrder
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.connected import until
from tests.chat.discord_app.examples import are_verbatim, ids, told
from tests.chat.discord_app.test_wire import running, standin
from tests.discord_standin import Standin
from tests.services.digest_examples import HandClock, news

__all__ = ["standin"]


@pytest.fixture
async def data(tmp_path: Path, standin: Standin) -> Path:
    """A newsroom with the morning's news, and a digest of one story that is due since a minute."""
    folder, now = tmp_path / "data", datetime.now(UTC)
    clock = HandClock((now - timedelta(hours=2)).timestamp())
    at = (now - timedelta(minutes=1)).time().replace(second=0, microsecond=0)
    async with await Newsroom.open(folder, clock=clock) as newsroom:
        await news(newsroom)
        await newsroom.digests.order(
            DigestOrder(
                face="discord",
                server=standin.state.guild_id,
                channel=next(iter(standin.state.channels)),
                topic="seaweed loaf",
                made_by="1",
                timing=Timing(at, "UTC"),
            )
        )
    return folder


async def test_a_due_digest_is_posted_by_the_running_bot_once_over_a_restart(
    standin: Standin,
    data: Path,
) -> None:
    async with running(standin, data):
        await until(lambda: standin.calls("POST", r"/channels/\d+/messages$"))
        (message,) = [
            m for m in standin.state.messages.values() if "Digest of" in told(m["components"])
        ]
        story = await (
            await standin.users.click(message, ids(message["components"], "story")[0])
        ).message()
        async with await Newsroom.open(data) as newsroom:
            assert await are_verbatim(newsroom, story["components"], None)
        typing = await standin.users.autocomplete("digest schedule", "zone", "berlin")
        assert "Europe/Berlin" in [choice["value"] for choice in await typing.choices()]
    async with running(standin, data):
        assert "/digest" in told(
            (await (await standin.users.slash("help")).message())["components"]
        )
    async with await Newsroom.open(data) as newsroom:
        (schedule,) = await newsroom.digests.schedules(standin.state.guild_id)
        (post,) = (await newsroom.digests.standing(schedule)).posts
        assert post.state == "posted"
    assert len(standin.calls("POST", r"/channels/\d+/messages$")) == 1
