"""/feeds and /articles add in the terminal: the operator's own feeds and pages."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.errors import PullquoteError
from bot.services.newsroom import Newsroom
from tests.chat.terminal.test_session import Talk
from tests.fetching.examples import LONG, Entry, page, rss
from tests.fetching.site import Site


@pytest.fixture
def site(site: Site) -> Site:
    """A site with a feed, from which the newsroom reads."""
    entry = Entry("1", site.url("/a"), "On the pier", LONG)
    site.put("/feed", rss([entry], "Pier Post", site.url()))
    return site


@pytest.fixture
async def newsroom(tmp_path: Path, site: Site) -> AsyncIterator[Newsroom]:
    """An empty newsroom that reads from the site."""
    async with await Newsroom.open(tmp_path / "data", guard=site.guard) as opened:
        yield opened


async def test_a_feed_is_added_and_read_at_once(newsroom: Newsroom, site: Site) -> None:
    talk = Talk(newsroom)
    assert "no feeds here yet" in await talk("/feeds")
    assert "Pier Post names 1 article now" in await talk(f"/feeds add {site.url('/feed')}")
    assert "1 article · read every hour" in await talk("/feeds list 1")
    assert "shipworms" in await talk("/brief shipworms")


async def test_a_feed_is_paused_resumed_and_removed_by_its_number(
    newsroom: Newsroom, site: Site
) -> None:
    talk = Talk(newsroom)
    await talk(f"/feeds add {site.url('/feed')}")
    assert "Paused: Pier Post" in await talk("/feeds pause 1")
    assert "· paused" in await talk("/feeds list")
    assert "It is read again: Pier Post" in await talk("/feeds resume 1")
    assert "Removed: Pier Post" in await talk("/feeds remove 1")
    assert "There is no such feed here" in await talk("/feeds remove 1")


@pytest.mark.parametrize("words", ["/feeds add", "/feeds pause", "/feeds frob 1", "/feeds  x"])
async def test_what_is_not_understood_is_answered_with_the_usage(
    newsroom: Newsroom, words: str
) -> None:
    assert "Write /feeds list" in await Talk(newsroom)(words)


async def test_an_article_is_added_by_its_address(newsroom: Newsroom, site: Site) -> None:
    talk = Talk(newsroom)
    site.put("/a", page("On the pier of the town", LONG))
    assert "1 new" in await talk(f"/articles add {site.url('/a')}")
    assert "news.example has no such page." in await talk(f"/articles add {site.url('/b')}")


async def test_a_feed_that_cannot_be_read_is_refused(newsroom: Newsroom, site: Site) -> None:
    assert "has no such page" in await Talk(newsroom)(f"/feeds add {site.url('/none')}")
    with pytest.raises(PullquoteError):
        await newsroom.feeds.add(site.url("/none"), "operator")
