"""/feeds: who manages a server adds, lists, pauses, resumes and removes its feeds."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server, answered, forged
from tests.chat.discord_app.examples import all_articles, ids, quotes, told
from tests.fetching.examples import LONG, PIER, Entry, page, rss
from tests.fetching.site import Site


@pytest.fixture
def site(site: Site) -> Site:
    """A site with a feed, from which the newsroom reads."""
    entry = Entry("1", site.url("/pier"), "Pier closed", f"{PIER}\n{LONG}")
    site.put("/feed", rss([entry], "Pier Post", site.url()))
    return site


@pytest.fixture
async def newsroom(folder: Path, site: Site) -> AsyncIterator[Newsroom]:
    """A newsroom with eight articles on a ferry that reads from the site."""
    async with await Newsroom.open(folder, guard=site.guard) as opened:
        yield opened


async def added(server: Server, site: Site) -> str:
    """What a manager is told who adds the feed."""
    message = await server.manages("feeds add", url=site.url("/feed"))
    assert message.ephemeral
    return told(message.components)


async def test_a_manager_adds_a_feed_and_the_server_is_answered_from_it(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    assert "Pier Post names 1 article now" in await added(server, site)
    await newsroom.feeds.poll()
    answer = await server.asks("brief", topic="shipworms")
    assert any("shipworms have eaten" in quote for quote in quotes(answer.components))


async def test_the_list_tells_how_each_feed_fares(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    await added(server, site)
    site.put("/feed", "", status=503)
    await newsroom.feeds.poll()
    message = await server.manages("feeds list")
    words = told(message.components).replace("\\", "")
    assert message.ephemeral
    assert "**Pier Post** · 0 articles · read every hour" in words
    assert "1 failure in a row" in words
    assert "news.example has a fault of its own just now (error 503)" in words


async def test_a_feed_is_paused_resumed_and_removed_by_its_name(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    await added(server, site)
    (offer,) = await server.manager.autocomplete(server.channel, "feeds pause", "feed", "pier")
    assert offer["name"] == "Pier Post"
    for command, words, state in (
        ("pause", "Paused: Pier Post", "paused"),
        ("resume", "It is read again: Pier Post", "active"),
    ):
        message = await server.manages(f"feeds {command}", feed=offer["value"])
        assert words in told(message.components)
        (status,) = await newsroom.feeds.statuses(server.collection)
        assert status.feed.state == state
    message = await server.manages("feeds remove", feed=offer["value"])
    assert "Its articles stay" in told(message.components)
    assert await newsroom.feeds.statuses(server.collection) == []


@pytest.mark.parametrize("command", ["pause", "resume", "remove"])
async def test_a_feed_that_is_not_there_is_told(server: Server, command: str) -> None:
    message = await server.manages(f"feeds {command}", feed="@everyone")
    assert "There is no such feed here" in told(message.components)


async def test_who_does_not_manage_the_server_is_refused_in_the_handler(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    await added(server, site)
    # A server may offer the command to anybody, whatever its default is.
    registered = server.env.backend.find_command("feeds", None)
    assert registered is not None
    server.guild.set_command_permissions(int(registered["id"]), {server.member: True})
    (status,) = await newsroom.feeds.statuses(server.collection)
    named = str(status.feed.id)
    for command, options in (
        ("feeds add", {"url": site.url("/other")}),
        ("feeds list", {}),
        ("feeds pause", {"feed": named}),
        ("feeds resume", {"feed": named}),
        ("feeds remove", {"feed": named}),
        ("articles add", {"url": site.url("/pier")}),
    ):
        message = await server.asks(command, **options)
        assert message.ephemeral
        assert "Manage Server permission" in told(message.components)
    assert await server.types("feeds pause", "feed", "") == []
    assert [s.feed.state for s in await newsroom.feeds.statuses(server.collection)] == ["active"]
    assert site.paths() == ["/feed"]


async def test_another_servers_feeds_are_neither_offered_nor_changed(
    server: Server, other: Server, newsroom: Newsroom, site: Site
) -> None:
    await added(server, site)
    (status,) = await newsroom.feeds.statuses(server.collection)
    assert await other.manager.autocomplete(other.channel, "feeds pause", "feed", "") == []
    assert "no feeds here yet" in told((await other.manages("feeds list")).components)
    message = await other.manages("feeds remove", feed=str(status.feed.id))
    assert "There is no such feed here" in told(message.components)
    assert len(await newsroom.feeds.statuses(server.collection)) == 1


async def test_a_long_list_goes_on_by_a_button(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    for number in range(7):
        site.pages[f"/{number}"] = site.pages["/feed"]
        await newsroom.feeds.add(site.url(f"/{number}"), server.collection)
    message = await server.manages("feeds list")
    (button,) = ids(message.components, "feeds")
    more = answered(await server.manager.click(message.message, custom_id=button))
    assert "6–7 of 7" in told(more.components)


async def test_a_forged_button_shows_nobody_the_feeds_of_a_server(
    server: Server, site: Site
) -> None:
    await added(server, site)
    answer = await server.asks("brief", topic="ferry")
    message = await forged(server, answer, "feeds:0")
    assert "Manage Server permission" in told(message.components)


async def test_an_article_is_added_by_its_address(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    site.put("/pier", page("Pier closed to carts", f"{PIER}\n{LONG}"))
    message = await server.manages("articles add", url=site.url("/pier"))
    assert "1 new" in told(message.components)
    assert len(await all_articles(newsroom, server.collection)) == 9
    site.put("/file", b"%PDF-1.7")
    message = await server.manages("articles add", url=site.url("/file"))
    assert 'Files of the kind ".pdf" cannot be read' in told(message.components).replace("\\", "")


async def test_an_article_comes_from_a_file_or_an_address(server: Server, site: Site) -> None:
    both = {"file": ("a.txt", b"words"), "url": site.url("/pier")}
    for options in ({}, both):
        message = await server.manages("articles add", **options)
        assert "one of the two" in told(message.components)


async def test_the_publisher_that_is_given_is_quoted(
    server: Server, newsroom: Newsroom, site: Site
) -> None:
    await server.manages("feeds add", url=site.url("/feed"), publisher="The Pier\u202e Post")
    await newsroom.feeds.poll()
    outlets = {one.outlet for one in await all_articles(newsroom, server.collection)}
    assert "The Pier Post" in outlets
