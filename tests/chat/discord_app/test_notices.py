"""Who manages a server is told once that a feed of it is read no more."""

import asyncio
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.notices import keep_telling, tell
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server
from tests.effort import PATIENCE
from tests.fetching.examples import LONG, Entry, rss
from tests.fetching.site import Site


@pytest.fixture
def site(site: Site) -> Site:
    """A site with a feed, from which the newsroom reads."""
    site.put("/feed", rss([Entry("1", site.url("/a"), "A", LONG)], "Pier Post"))
    return site


@pytest.fixture
async def newsroom(folder: Path, site: Site) -> AsyncIterator[Newsroom]:
    """A newsroom with eight articles on a ferry that reads from the site."""
    async with await Newsroom.open(folder, guard=site.guard) as opened:
        yield opened


async def ended(newsroom: Newsroom, site: Site, collection: str, by: int | None = None) -> None:
    """A feed that was added and then ended by its site."""
    await newsroom.feeds.add(site.url("/feed"), collection, by=None if by is None else str(by))
    site.put("/feed", "", status=410)
    await newsroom.feeds.poll()


def sent(server: Server) -> list[tuple[str, str]]:
    """The channels and bodies of the messages that the bot has sent by itself."""
    return [
        (request.path, str(request.json))
        for request in server.env.http_requests
        if request.method == "POST" and request.path.endswith("/messages")
    ]


async def test_who_added_the_feed_is_told_once(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    await ended(newsroom, site, server.collection, server.manager.id)
    for _ in range(2):
        await tell(bot, newsroom)
    ((_, body),) = sent(server)
    assert "A feed of Linnholm is read no more: Pier Post" in body
    assert "Its site says that it has ended" in body


async def test_the_owner_is_told_when_nobody_is_known_to_have_added_it(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    await ended(newsroom, site, server.collection)
    await tell(bot, newsroom)
    assert len(sent(server)) == 1


async def test_the_servers_own_channel_is_the_last_resort(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    guild = bot.get_guild(server.guild.id)
    assert guild is not None
    guild._system_channel_id = server.channel.id  # noqa: SLF001 - the imitation sets none
    server.env.inject_error("POST", "/users/@me/channels", status=403, code=50007, times=None)
    await ended(newsroom, site, server.collection, server.manager.id)
    await tell(bot, newsroom)
    ((path, _),) = sent(server)
    assert str(server.channel.id) in path


async def test_a_server_where_nobody_can_be_told_does_no_harm(
    bot: PullquoteClient,
    newsroom: Newsroom,
    server: Server,
    site: Site,
    caplog: pytest.LogCaptureFixture,
) -> None:
    guild = bot.get_guild(server.guild.id)
    assert guild is not None
    guild._system_channel_id = server.channel.id  # noqa: SLF001 - as above
    for path in ("/users/@me/channels", "/channels/*/messages"):
        server.env.inject_error("POST", path, status=403, code=50013, times=None)
    await ended(newsroom, site, server.collection, server.manager.id)
    await tell(bot, newsroom)
    assert "nobody could be told of a feed" in caplog.text


async def test_a_server_that_the_bot_left_is_passed_over(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    await ended(newsroom, site, "123456789")
    await tell(bot, newsroom)
    assert sent(server) == []


async def test_notices_go_out_while_the_bot_runs(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    await ended(newsroom, site, server.collection, server.manager.id)
    telling = asyncio.create_task(keep_telling(bot, newsroom))
    async with asyncio.timeout(PATIENCE):
        while not sent(server):  # noqa: ASYNC110 - the imitation only keeps a list
            await asyncio.sleep(0.01)
    telling.cancel()


async def test_nobody_is_told_of_the_operators_feeds(
    bot: PullquoteClient, newsroom: Newsroom, server: Server, site: Site
) -> None:
    await ended(newsroom, site, "operator")
    await tell(bot, newsroom)
    assert sent(server) == []
