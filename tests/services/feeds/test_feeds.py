"""Feeds from the day they are added to the day they end, as people and servers meet them."""

import asyncio
import logging
from pathlib import Path

import pytest
from aiohttp import web

from bot.errors import NothingFound, PullquoteError, Refused, StorageFailed, WrongUse
from bot.feeds.decider import HOUR, MOST_FAILURES
from bot.feeds.subscription import Feed
from bot.persistence.feeds import FeedRepository
from bot.persistence.saving import ArticleWriter
from bot.persistence.store import Store
from bot.services.feeds import agent
from bot.services.folders import WatchedFolders
from bot.services.newsroom import Newsroom
from tests.effort import PATIENCE
from tests.fetching.examples import LONG, PIER, SEALS, Entry, page, rss
from tests.fetching.site import Site
from tests.services.feeds.conftest import START, Clock

SERVER = "7"


def tell(site: Site, *names: str, title: str = "Island Post", **headers: str) -> None:
    """Let the site's feed name these articles."""
    entries = [Entry(name, site.url(f"/{name}"), f"On {name}", f"{name}. {LONG}") for name in names]
    site.put("/feed", rss(entries, title, site.url()), headers=headers)


async def only(newsroom: Newsroom, collection: str = SERVER) -> Feed:
    (status,) = await newsroom.feeds.statuses(collection)
    return status.feed


async def utterance(doing: object) -> str:
    with pytest.raises(PullquoteError) as caught:
        await doing  # type: ignore[misc]  # whatever the test awaits
    return caught.value.utterance


def sent(site: Site, path: str = "/feed") -> list[dict[str, str]]:
    return [dict(headers) for asked, headers in site.asked if asked == path]


async def test_a_feed_is_added_and_listed_and_its_articles_are_quoted(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals", "pier")
    new = await newsroom.feeds.add(f" {site.url('/feed')} ", SERVER, by="5")
    assert (new.items, new.feed.name, new.feed.added_by) == (2, "Island Post", "5")
    await newsroom.feeds.poll()
    (status,) = await newsroom.feeds.statuses(SERVER)
    assert (status.articles, status.feed.read, status.feed.due) == (2, START, START + HOUR)
    assert (await newsroom.brief("shipworms", SERVER)).found
    assert not (await newsroom.brief("shipworms", "8")).found


async def test_a_page_that_names_a_feed_is_as_good_as_the_feed(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    head = '<link rel="alternate" type="application/rss+xml" href="/feed">'
    site.put("/", page("Island Post", SEALS, head))
    new = await newsroom.feeds.add(site.url("/"), SERVER)
    assert new.feed.url == site.url("/feed")


@pytest.mark.parametrize(
    ("body", "status", "name"),
    [
        (page("No feed", SEALS), 200, "fetch/no_feed"),
        ("", 404, "fetch/missing"),
        ("<rss><channel>", 200, "fetch/broken_feed"),
    ],
)
async def test_what_is_no_feed_is_refused_when_it_is_added(
    newsroom: Newsroom, site: Site, body: str, status: int, name: str
) -> None:
    site.put("/feed", body, status=status)
    assert await utterance(newsroom.feeds.add(site.url("/feed"), SERVER)) == name
    assert await newsroom.feeds.statuses(SERVER) == []


async def test_a_feed_is_in_a_server_once(newsroom: Newsroom, site: Site) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    with pytest.raises(WrongUse) as caught:
        await newsroom.feeds.add(site.url("/feed"), SERVER)
    assert caught.value.utterance == "feeds/known"
    await newsroom.feeds.add(site.url("/feed"), "8")


async def test_a_server_has_only_so_many_feeds(
    newsroom: Newsroom, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.feeds.MOST_FEEDS", 1)
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    assert await utterance(newsroom.feeds.add(site.url("/b"), SERVER)) == "feeds/too_many"


async def test_etag_and_last_modified_are_sent_back_byte_for_byte(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    etag, modified = 'W/"a b\\c--gzip"', "tue, 19  May 2026 (about noon)"
    tell(site, "seals", ETag=etag, **{"Last-Modified": modified})
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    await newsroom.feeds.poll()
    site.put("/feed", "", status=304)
    clock.now += 2 * HOUR
    (visit,) = await newsroom.feeds.poll()
    assert (visit.reading.error, visit.reading.changed) == (None, False)
    last = sent(site)[-1]
    assert (last["If-None-Match"], last["If-Modified-Since"]) == (etag, modified)
    assert "If-None-Match" not in sent(site)[0]
    feed = await only(newsroom)
    assert (feed.etag, feed.modified, feed.read) == (etag, modified, START + 2 * HOUR)


async def test_an_etag_is_not_kept_when_the_feed_could_not_be_read(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals", ETag='"1"')
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    await newsroom.feeds.poll()
    site.put("/feed", "<rss><channel>", headers={"ETag": '"2"'})
    clock.now += 2 * HOUR
    await newsroom.feeds.poll()
    feed = await only(newsroom)
    assert (feed.etag, feed.failures) == ('"1"', 1)
    assert feed.error == Refused("fetch/broken_feed") or feed.error is not None


async def test_a_feed_is_asked_hourly_and_no_sooner(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    assert len(await newsroom.feeds.poll()) == 1
    for minutes in range(0, 60, 10):
        clock.now = START + minutes * 60
        assert await newsroom.feeds.poll() == []
    clock.now = START + HOUR
    assert len(await newsroom.feeds.poll()) == 1


async def test_a_server_that_asks_to_wait_is_not_asked_even_by_hand(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    site.put("/feed", "", status=429, headers={"Retry-After": str(5 * HOUR)})
    await newsroom.feeds.poll()
    clock.now += 4 * HOUR
    assert await newsroom.feeds.poll() == []
    assert await newsroom.feeds.fetch() == []
    clock.now += HOUR
    assert len(await newsroom.feeds.fetch()) == 1


async def test_a_feed_that_moved_for_good_is_asked_at_its_new_address(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    site.pages["/new"] = site.pages["/feed"]
    site.redirect("/feed", "/new", 301)
    for _ in range(3):
        assert (await only(newsroom)).url == site.url("/feed")
        await newsroom.feeds.poll()
        clock.now += 2 * HOUR
    assert (await only(newsroom)).url == site.url("/new")
    (one,) = [one async for one in newsroom.articles.articles(SERVER)]
    assert one.version == 1


async def test_a_feed_that_moves_to_where_another_is_stays_where_it_was(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    site.pages["/new"] = site.pages["/feed"]
    for path in ("/feed", "/new"):
        await newsroom.feeds.add(site.url(path), SERVER)
    site.redirect("/feed", "/new", 301)
    for _ in range(4):
        await newsroom.feeds.poll()
        clock.now += 2 * HOUR
    urls = {status.feed.url for status in await newsroom.feeds.statuses(SERVER)}
    assert urls == {site.url("/feed"), site.url("/new")}


async def test_a_feed_that_is_gone_ends_and_is_told_once(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    site.put("/feed", "", status=410)
    await newsroom.feeds.poll()
    clock.now += 100 * HOUR
    assert await newsroom.feeds.poll() == []
    assert [feed.state for feed in await newsroom.feeds.untold("discord")] == ["gone"]
    assert await newsroom.feeds.untold("discord") == []


async def test_a_feed_that_keeps_failing_is_given_up_and_told_once(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    site.put("/feed", "", status=500)
    for _ in range(MOST_FAILURES):
        assert await newsroom.feeds.untold("discord") == []
        await newsroom.feeds.poll()
        clock.now += 25 * HOUR
    assert await newsroom.feeds.poll() == []
    (told,) = await newsroom.feeds.untold("discord")
    assert told.error is not None
    assert (told.state, told.error.utterance) == ("stopped", "fetch/fault")
    assert await newsroom.feeds.untold("discord") == []
    tell(site, "seals")
    await newsroom.feeds.resume(str(told.id), SERVER)
    await newsroom.feeds.poll()
    assert (await only(newsroom)).error is None


async def test_a_paused_feed_is_not_read_until_it_is_resumed(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    assert (await newsroom.feeds.pause(site.url("/feed"), SERVER)).state == "paused"
    clock.now += 9 * HOUR
    assert await newsroom.feeds.poll() == await newsroom.feeds.fetch() == []
    await newsroom.feeds.resume(site.url("/feed"), SERVER)
    assert len(await newsroom.feeds.poll()) == 1


async def test_a_feed_that_is_paused_or_removed_while_it_is_read_stays_so(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    asked, held = asyncio.Event(), asyncio.Event()
    answer = site.pages["/feed"]

    async def slow(request: web.Request) -> web.StreamResponse:
        asked.set()
        await held.wait()
        return await answer(request)

    site.pages["/feed"] = slow
    reading = asyncio.create_task(newsroom.feeds.poll())
    await asked.wait()
    await newsroom.feeds.pause(site.url("/feed"), SERVER)
    held.set()
    await reading
    assert (await only(newsroom)).state == "paused"
    await newsroom.feeds.remove(site.url("/feed"), SERVER)
    assert await newsroom.feeds.statuses(SERVER) == []


async def test_a_removed_feed_is_forgotten_and_its_articles_stay(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    await newsroom.feeds.poll()
    assert (await newsroom.feeds.remove(site.url("/feed"), SERVER)).name == "Island Post"
    assert await newsroom.feeds.statuses(SERVER) == []
    assert len([one async for one in newsroom.articles.articles(SERVER)]) == 1
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    (visit,) = await newsroom.feeds.poll()
    assert (visit.report.added, visit.report.unchanged) == (0, 1)


async def test_another_servers_feed_does_not_exist_here(newsroom: Newsroom, site: Site) -> None:
    tell(site, "seals")
    new = await newsroom.feeds.add(site.url("/feed"), SERVER)
    for change in (newsroom.feeds.pause, newsroom.feeds.resume, newsroom.feeds.remove):
        for named in (site.url("/feed"), str(new.feed.id), "", "1' OR '1'='1"):
            with pytest.raises(NothingFound):
                await change(named, "8")
    assert await newsroom.feeds.suggest("", "8") == []
    assert await newsroom.feeds.suggest("island", SERVER) == [(str(new.feed.id), "Island Post")]


async def test_one_broken_feed_keeps_no_other_from_being_read(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    site.put("/other", rss([Entry("a", site.url("/a"), "Other", LONG)], title="Other"))
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    await newsroom.feeds.add(site.url("/other"), SERVER)
    site.put("/feed", "", status=500)
    visits = await newsroom.feeds.poll()
    assert {visit.feed.name: visit.report.added for visit in visits} == {
        "Island Post": 0,
        "Other": 1,
    }


async def test_whatever_breaks_in_reading_is_that_feeds_failure(
    newsroom: Newsroom, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)

    def broken(*_: object) -> None:
        raise ZeroDivisionError

    monkeypatch.setattr("bot.services.feed_visit.feed_document", broken)
    (visit,) = await newsroom.feeds.poll()
    assert visit.feed.error is not None
    assert (visit.feed.error.utterance, visit.feed.failures) == ("feeds/broke", 1)


async def test_a_database_that_fails_is_not_the_feeds_failure(
    newsroom: Newsroom, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)

    async def full(*_: object) -> None:
        raise StorageFailed("storage/full", file="f")

    with monkeypatch.context() as patched:
        patched.setattr(FeedRepository, "seen_items", full)
        assert await utterance(newsroom.feeds.poll()) == "storage/full"
    assert (await only(newsroom)).failures == 0


async def test_when_the_database_fails_no_feed_is_read_any_longer(
    newsroom: Newsroom, site: Site, monkeypatch: pytest.MonkeyPatch
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    await newsroom.feeds.add(site.url("/feed"), "8")
    held = [asyncio.Event()]

    async def full(*_: object) -> None:
        if held:
            await held.pop().wait()
        raise StorageFailed("storage/full", file="f")

    monkeypatch.setattr(FeedRepository, "seen_items", full)
    assert await utterance(newsroom.feeds.fetch()) == "storage/full"
    assert [task for task in asyncio.all_tasks() if "bot/services" in repr(task)] == []


async def test_what_is_being_read_is_not_read_by_another_process(
    store: Store, newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    await newsroom.feeds.add(site.url("/feed"), SERVER)
    first = await store.feeds.claim(START, START + 100, 8)
    assert len(first) == 1
    assert await store.feeds.claim(START, START + 100, 8) == []
    assert len(await store.feeds.claim(START + 100, START + 200, 8)) == 1


async def test_the_operators_feeds_are_those_of_the_settings(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    url = site.url("/feed")
    await newsroom.feeds.configure([(url, None)])
    await newsroom.feeds.configure([(url, "Island Post Online")])
    await newsroom.feeds.fetch()
    (one,) = [one async for one in newsroom.articles.articles()]
    assert one.outlet == "Island Post Online"
    with pytest.raises(WrongUse):
        await newsroom.feeds.remove(url, "operator")
    await newsroom.feeds.configure([])
    assert (await only(newsroom, "operator")).state == "paused"
    await newsroom.feeds.configure([(url, None)])
    feed = await only(newsroom, "operator")
    assert (feed.state, feed.configured, feed.outlet) == ("active", True, None)
    await newsroom.feeds.configure([])
    await newsroom.feeds.remove(url, "operator")


async def test_all_feeds_are_fetched_by_hand_and_it_is_told_how_far_it_is(
    newsroom: Newsroom, site: Site
) -> None:
    tell(site, "seals")
    site.pages["/b"] = site.pages["/feed"]
    for path in ("/feed", "/b"):
        await newsroom.feeds.add(site.url(path), SERVER)
    told: list[tuple[int, int]] = []
    assert len(await newsroom.feeds.fetch(lambda done, total: told.append((done, total)))) == 2
    assert told == [(1, 2), (2, 2)]


async def test_a_page_is_added_by_its_address_and_again_is_unchanged(
    newsroom: Newsroom, site: Site
) -> None:
    site.put("/seals", page("Seals are back in the bay", LONG))
    report = await newsroom.feeds.add_page(f" {site.url('/seals?utm_source=x')}", SERVER)
    assert (report.added, report.refused) == (1, [])
    again = await newsroom.feeds.add_page(site.url("/seals#top"), SERVER)
    assert (again.unchanged, again.added) == (1, 0)
    site.put("/seals", page("Seals are back in the bay", f"{LONG}\n{PIER}"))
    assert (await newsroom.feeds.add_page(site.url("/seals"), SERVER)).updated == 1


@pytest.mark.parametrize(
    ("address", "name"),
    [
        ("http://127.0.0.1/", "fetch/port"),
        ("ftp://news.example/", "fetch/scheme"),
        ("", "fetch/scheme"),
    ],
)
async def test_a_page_that_may_not_be_fetched_is_refused(
    newsroom: Newsroom, address: str, name: str
) -> None:
    (refused,) = (await newsroom.feeds.add_page(address, SERVER)).refused
    assert refused.error.utterance == name


async def test_feeds_are_read_and_folders_watched_while_it_lasts(
    newsroom: Newsroom, site: Site, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.feeds.LOOKED_EVERY", 0.02)
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER)
    tell(site, "seals")
    async with newsroom.feeds.going_on([folder]), asyncio.timeout(PATIENCE):
        await newsroom.feeds.add(site.url("/feed"), SERVER)
        while len([one async for one in newsroom.articles.articles(SERVER)]) < 2:  # noqa: ASYNC110 - as it is
            await asyncio.sleep(0.02)
    (folder / "late.txt").write_text(SEALS)
    tasks = {task for task in asyncio.all_tasks() if "forever" in repr(task)}
    assert tasks == set()


async def test_a_file_that_is_refused_is_logged_and_the_rest_taken(
    newsroom: Newsroom, tmp_path: Path, caplog: pytest.LogCaptureFixture
) -> None:
    caplog.set_level(logging.WARNING)
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "empty.txt").write_text("")
    (folder / "pier.txt").write_text(PIER)
    watched = WatchedFolders([folder])
    assert (await newsroom.feeds.look(watched)).taken == 0
    assert (await newsroom.feeds.look(watched)).added == 1
    assert (await newsroom.feeds.look(watched)).taken == 0
    assert caplog.text.count("refused/empty") == 1


async def test_a_folder_is_looked_at_again_when_it_could_not_be_saved(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = tmp_path / "watched"
    folder.mkdir()
    (folder / "pier.txt").write_text(PIER)
    watched = WatchedFolders([folder])
    await newsroom.feeds.look(watched)

    async def full(*_: object, **_named: object) -> None:
        raise StorageFailed("storage/full", file="f")

    with monkeypatch.context() as patched:
        patched.setattr(ArticleWriter, "save", full)
        assert await utterance(newsroom.feeds.look(watched)) == "storage/full"
    assert (await newsroom.feeds.look(watched)).added == 1


def test_servers_are_told_who_asks_and_whom_to_turn_to() -> None:
    assert "+mailto:desk@news.example" in agent("mailto:desk@news.example")
    assert "no contact" in agent(None)
