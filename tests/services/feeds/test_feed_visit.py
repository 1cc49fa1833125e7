"""What becomes of what a feed tells: articles, versions, excerpts, and nothing twice."""

import asyncio
from collections.abc import Sequence
from dataclasses import replace
from datetime import time

import pytest
from aiohttp import web

from bot.articles.article import Article
from bot.digest.schedule import Arrival, Timing
from bot.errors import StorageFailed
from bot.feeds.subscription import Feed
from bot.persistence.feeds import FeedRepository
from bot.persistence.store import Store
from bot.services import digest_making
from bot.services.digests import DigestOrder
from bot.services.newsroom import Newsroom
from tests.fetching.examples import BAKER, LONG, PIER, SEALS, Entry, page, rss
from tests.fetching.site import Site
from tests.services.feeds.conftest import START, Clock

HOUR = 3_600
FERRY = (
    "A ferry will cross the strait at midnight for the whole of July. "
    "The council of the mainland pays the crew for the extra hours. "
    "Tickets for the late crossing are sold on board only."
)


async def articles(newsroom: Newsroom, collection: str = "7") -> list[Article]:
    return [one async for one in newsroom.articles.articles(collection)]


async def subscribed(newsroom: Newsroom, site: Site, entries: Sequence[Entry]) -> Feed:
    """The feed of a server, read once."""
    tell(site, entries)
    new = await newsroom.feeds.add(site.url("/feed"), "7")
    await newsroom.feeds.poll()
    return new.feed


async def arrivals(store: Store, clock: Clock) -> list[Arrival]:
    return await store.arrivals.between(["7"], 0, int(clock.now), 10)


def tell(site: Site, entries: Sequence[Entry]) -> None:
    site.put("/feed", rss(entries, link=site.url()))


async def read_again(newsroom: Newsroom, clock: Clock, after: int = 2 * HOUR) -> None:
    clock.now += after
    assert len(await newsroom.feeds.poll()) == 1


def seals(site: Site) -> Entry:
    return Entry("seals", site.url("/seals"), "Seals are back", LONG)


async def test_a_feed_with_whole_texts_is_read_without_its_pages(
    newsroom: Newsroom, site: Site
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    (one,) = await articles(newsroom)
    assert (one.title, one.outlet, one.text) == ("Seals are back", "Island Post", LONG)
    assert (one.published, one.url) == ("2026-05-19T08:00:00+02:00", site.url("/seals"))
    assert not one.excerpt
    assert set(site.paths()) == {"/feed"}


async def test_the_text_of_an_excerpt_comes_from_its_page(newsroom: Newsroom, site: Site) -> None:
    site.put("/seals", page("Seals", LONG, '<meta property="og:site_name" content="The Post">'))
    await subscribed(newsroom, site, [replace(seals(site), text="Seals have come back …")])
    (one,) = await articles(newsroom)
    assert "two years of harbour fees" in one.text
    assert (one.title, one.outlet, one.excerpt) == ("Seals are back", "The Post", False)


async def test_an_excerpt_whose_page_is_closed_is_kept_and_labelled(
    newsroom: Newsroom, site: Site
) -> None:
    site.put("/seals", "no", status=403)
    await subscribed(newsroom, site, [replace(seals(site), text=SEALS)])
    (one,) = await articles(newsroom)
    assert (one.text, one.excerpt) == (SEALS, True)


async def test_a_notice_that_stands_in_the_way_does_not_pass_for_the_article(
    newsroom: Newsroom, site: Site
) -> None:
    notice = "We value your privacy and use cookies together with many hundred partners. " * 9
    site.put("/consent", page("Before you go on", notice))
    site.redirect("/seals", site.url("/consent", "consent.example"), 302)
    await subscribed(newsroom, site, [replace(seals(site), text=SEALS)])
    (one,) = await articles(newsroom)
    assert (one.text, one.url, one.excerpt) == (SEALS, site.url("/seals"), True)


async def test_a_page_that_was_slow_is_read_an_hour_later(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    site.put("/seals", "no", status=503)
    await subscribed(newsroom, site, [replace(seals(site), text=SEALS)])
    assert [one.excerpt for one in await articles(newsroom)] == [True]
    site.put("/seals", page("Seals", LONG))
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert (one.excerpt, one.version) == (False, 2)
    await read_again(newsroom, clock)
    assert site.paths().count("/seals") == 2


async def test_what_was_whole_is_not_given_up_while_its_page_is_down(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    site.put("/seals", page("Seals", LONG))
    entry = replace(seals(site), text=SEALS)
    await subscribed(newsroom, site, [entry])
    site.put("/seals", "no", status=503)
    tell(site, [replace(entry, title="Seals and pups are back")])
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert (one.version, one.excerpt) == (1, False)
    site.put("/seals", page("Seals", LONG))
    await read_again(newsroom, clock)
    assert [one.title for one in await articles(newsroom)] == ["Seals and pups are back"]


async def test_a_site_that_is_busy_is_not_asked_for_more_pages_in_this_visit(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    entries = [
        Entry(str(n), site.url(f"/{n}"), f"Note {n}", f"Note {n} of the bay …") for n in range(5)
    ]
    for number in range(5):
        site.put(f"/{number}", "", status=429)
    await subscribed(newsroom, site, entries)
    assert site.paths().count("/4") == 1
    assert not {"/0", "/1", "/2", "/3"} & set(site.paths())
    assert [one.excerpt for one in await articles(newsroom)] == [True] * 5
    for number in range(5):
        site.put(f"/{number}", page(f"Note {number}", f"Note {number} of the bay. {LONG}"))
    await read_again(newsroom, clock)
    assert [one.excerpt for one in await articles(newsroom)] == [False] * 5


async def test_a_site_that_is_out_of_order_is_soon_left_alone(
    newsroom: Newsroom, site: Site
) -> None:
    entries = [Entry(str(n), site.url(f"/{n}"), f"Note {n}", f"{n} of {SEALS}") for n in range(9)]
    for number in range(9):
        site.put(f"/{number}", "", status=500)
    await subscribed(newsroom, site, entries)
    assert len(set(site.paths()) - {"/feed"}) == 3


@pytest.mark.parametrize("limit", ["MOST_PAGES", "LONGEST_VISIT"])
async def test_pages_beyond_the_measure_of_a_visit_are_read_in_the_next(
    newsroom: Newsroom, site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch, limit: str
) -> None:
    entries = [
        Entry(str(n), site.url(f"/{n}"), f"Note {n}", f"Note {n} of the bay …") for n in range(3)
    ]
    for number in range(3):
        site.put(f"/{number}", page(f"Note {number}", f"Note {number} of the bay. {LONG}"))
    with monkeypatch.context() as patched:
        patched.setattr(f"bot.services.feed_visit.{limit}", 0)
        await subscribed(newsroom, site, entries)
    assert set(site.paths()) == {"/feed"}
    await read_again(newsroom, clock)
    assert [one.excerpt for one in await articles(newsroom)] == [False] * 3


async def test_a_page_that_holds_less_than_the_feed_leaves_it_at_the_feeds_text(
    newsroom: Newsroom, site: Site
) -> None:
    site.put("/seals", page("Seals", SEALS[:130]))
    await subscribed(newsroom, site, [replace(seals(site), text=SEALS)])
    (one,) = await articles(newsroom)
    assert (one.text, one.excerpt) == (SEALS, False)


MOVED = {
    "its date": {"date": "Wed, 20 May 2026 09:00:00 +0200"},
    "its guid": {"guid": "other"},
    "a tracking parameter": {"link": "/seals?utm_source=feed&fbclid=1"},
    "its address": {"link": "/2026/seals"},
    "guid and address": {"guid": "other", "link": "/2026/seals"},
}


@pytest.mark.parametrize("moved", MOVED.values(), ids=MOVED)
async def test_an_item_that_only_moved_is_no_new_article(
    newsroom: Newsroom, site: Site, clock: Clock, moved: dict[str, str]
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    link = {"link": site.url(moved["link"])} if "link" in moved else {}
    tell(site, [replace(seals(site), **{**moved, **link})])
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert one.version == 1


async def test_an_edited_article_is_a_new_version_and_old_quotes_keep_theirs(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    tell(site, [replace(seals(site), text=f"Correction: ten pups.\n{LONG}")])
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert one.version == 2
    assert one.text.startswith("Correction: ten pups.")
    context = await newsroom.articles.context(one.id, 1, 0, 10, "7")
    assert context.quote.article.text == LONG


async def test_an_item_that_is_edited_and_named_anew_at_once_is_the_same_article(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    edited = replace(seals(site), guid="new", text=f"Correction: ten pups.\n{LONG}")
    tell(site, [edited])
    await read_again(newsroom, clock)
    tell(site, [replace(edited, text=f"Correction: twelve pups.\n{LONG}")])
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert (one.version, one.text[:25]) == (3, "Correction: twelve pups.\n")


async def test_a_feed_that_is_removed_while_it_is_read_leaves_nothing_behind(
    newsroom: Newsroom, site: Site
) -> None:
    asked, held = asyncio.Event(), asyncio.Event()

    async def slow(_: web.Request) -> web.Response:
        asked.set()
        await held.wait()
        return web.Response(text=page("Seals", LONG), content_type="text/html")

    site.pages["/seals"] = slow
    tell(site, [replace(seals(site), text=SEALS)])
    new = await newsroom.feeds.add(site.url("/feed"), "7")
    reading = asyncio.create_task(newsroom.feeds.poll())
    await asked.wait()
    await newsroom.feeds.remove(str(new.feed.id), "7")
    held.set()
    await reading
    assert await newsroom.feeds.statuses("7") == []


async def test_a_crash_between_article_and_note_makes_nothing_double(
    newsroom: Newsroom,
    store: Store,
    site: Site,
    clock: Clock,
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    tell(site, [seals(site)])
    await newsroom.feeds.add(site.url("/feed"), "7")

    async def crash(*_: object) -> None:
        raise StorageFailed("storage/full", file="f")

    with monkeypatch.context() as patched:
        patched.setattr(FeedRepository, "keep_items", crash)
        with pytest.raises(StorageFailed):
            await newsroom.feeds.poll()
    assert len(await articles(newsroom)) == 1
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert one.version == 1
    assert [item.baseline for item in await arrivals(store, clock)] == [True]


async def test_a_book_in_a_feed_is_no_article(newsroom: Newsroom, site: Site) -> None:
    tell(site, [replace(seals(site), text=f"{SEALS} " * 4_000)])
    await newsroom.feeds.add(site.url("/feed"), "7")
    (visit,) = await newsroom.feeds.poll()
    assert [item.error.utterance for item in visit.report.refused] == ["fetch/too_long"]


async def test_a_guid_that_all_items_share_names_none_of_them(
    newsroom: Newsroom, site: Site
) -> None:
    entries = [
        Entry("site", site.url(f"/{number}"), f"Note {number}", f"{number}. {LONG}")
        for number in range(3)
    ]
    await subscribed(newsroom, site, entries)
    assert len(await articles(newsroom)) == 3


async def test_items_without_guid_and_address_are_known_by_their_words(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [Entry(None, None, "Seals", LONG)])
    await read_again(newsroom, clock)
    (one,) = await articles(newsroom)
    assert (one.version, one.url) == (1, None)


async def test_what_somebody_took_out_does_not_come_back(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    (one,) = await articles(newsroom)
    await newsroom.intake.remove(one.id, "7")
    tell(site, [replace(seals(site), title="Edited", guid="new")])
    await read_again(newsroom, clock)
    assert await articles(newsroom) == []


async def test_an_article_that_another_feed_brought_stays_as_it_is(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    forged = Entry("x", site.url("/seals"), "Seals are gone", BAKER * 9)
    site.put("/second", rss([forged], title="Rumour"))
    await newsroom.feeds.add(site.url("/second"), "7")
    await newsroom.feeds.poll()
    site.put("/second", rss([replace(forged, title="All seals are gone")], title="Rumour"))
    clock.now += 2 * HOUR
    await newsroom.feeds.poll()
    (one,) = await articles(newsroom)
    assert (one.title, one.version) == ("Seals are back", 1)


async def test_a_collection_of_other_sites_lends_them_no_name(
    newsroom: Newsroom, site: Site
) -> None:
    elsewhere = Entry("a", site.url("/a", "elsewhere.example"), "Of another paper", LONG)
    await subscribed(newsroom, site, [elsewhere])
    assert [one.outlet for one in await articles(newsroom)] == [None]


@pytest.mark.parametrize(("byline", "author"), [("Ina Bell", "Ina Bell"), (None, "The desk")])
async def test_whom_a_page_names_goes_before_who_wrote_the_whole_feed(
    newsroom: Newsroom, site: Site, byline: str | None, author: str
) -> None:
    head = f'<meta name="author" content="{byline}">' if byline else ""
    site.put("/seals", page("Seals", LONG, head))
    told = rss([replace(seals(site), text=SEALS)], link=site.url())
    site.put("/feed", told.replace("</link>", "</link><author>The desk</author>", 1))
    await newsroom.feeds.add(site.url("/feed"), "7")
    await newsroom.feeds.poll()
    assert [one.author for one in await articles(newsroom)] == [author]


async def test_a_feed_whose_publisher_is_named_lends_that_name(
    newsroom: Newsroom, site: Site
) -> None:
    told = rss([seals(site)], "Island Post: Sea", link=site.url())
    publisher = "<x:publisher xmlns:x='http://purl.org/dc/elements/1.1/'>Island Post</x:publisher>"
    site.put("/feed", told.replace("</link>", f"</link>{publisher}", 1))
    await newsroom.feeds.add(site.url("/feed"), "7")
    await newsroom.feeds.poll()
    assert [one.outlet for one in await articles(newsroom)] == ["Island Post"]


async def test_the_outlet_that_was_given_goes_before_all_others(
    newsroom: Newsroom, site: Site
) -> None:
    site.put("/seals", page("Seals", LONG, '<meta property="og:site_name" content="The Post">'))
    tell(site, [replace(seals(site), text=SEALS)])
    await newsroom.feeds.add(site.url("/feed"), "7", outlet="Island Post Online")
    await newsroom.feeds.poll()
    assert [one.outlet for one in await articles(newsroom)] == ["Island Post Online"]


async def test_what_a_feed_holds_at_first_is_its_baseline(
    newsroom: Newsroom, store: Store, site: Site, clock: Clock
) -> None:
    await subscribed(newsroom, site, [seals(site)])
    pier = Entry("pier", site.url("/pier"), "Pier closed", f"{LONG}\n{PIER}")
    tell(site, [pier, seals(site)])
    await read_again(newsroom, clock)
    assert [
        (item.article.title, item.first_seen, item.baseline)
        for item in await arrivals(store, clock)
    ] == [("Seals are back", START, True), ("Pier closed", START + 2 * HOUR, False)]


async def test_an_item_of_the_first_reading_is_its_baseline_also_when_its_page_is_read_later(
    newsroom: Newsroom, store: Store, site: Site, clock: Clock
) -> None:
    site.put("/seals", "", status=503)
    await subscribed(newsroom, site, [replace(seals(site), text="")])
    assert await articles(newsroom) == []
    site.put("/seals", page("Seals", LONG))
    pier = Entry("pier", site.url("/pier"), "Pier closed", f"{LONG}\n{PIER}")
    tell(site, [pier, replace(seals(site), text="")])
    await read_again(newsroom, clock)
    assert [(item.article.title, item.baseline) for item in await arrivals(store, clock)] == [
        ("Seals are back", True),
        ("Pier closed", False),
    ]


async def test_a_digest_tells_what_came_after_a_feed_was_first_read(
    newsroom: Newsroom, site: Site, clock: Clock, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest_making, "MOST_READ", 2)
    today = "Thu, 28 May 2026 08:00:00 +0200"
    await subscribed(newsroom, site, [replace(seals(site), date=today)])
    ferry = Entry("ferry", site.url("/ferry"), "A ferry by night", FERRY, today)
    tell(site, [ferry, replace(seals(site), date=today)])
    await read_again(newsroom, clock)
    old = [Entry(str(n), site.url(f"/{n}"), f"Note {n}", f"{n}. {LONG}", today) for n in range(3)]
    site.put("/second", rss(old))
    await newsroom.feeds.add(site.url("/second"), "7")
    await newsroom.feeds.poll()
    timing = Timing(time(8), "UTC")
    order = DigestOrder(
        face="discord", server="7", channel="5", topic="", made_by="6", timing=timing
    )
    schedule, _ = await newsroom.digests.order(order)
    digest, _ = await newsroom.digests.preview(schedule)
    assert [one.title for one in digest.articles] == ["A ferry by night"]


async def test_an_article_of_a_server_is_seen_there_only(newsroom: Newsroom, site: Site) -> None:
    await subscribed(newsroom, site, [seals(site)])
    assert await articles(newsroom, "8") == []


async def test_many_items_are_all_taken_in_the_newest_last(newsroom: Newsroom, site: Site) -> None:
    entries = [
        Entry(str(number), site.url(f"/{number}"), f"Note {number}", f"{number}. {LONG}")
        for number in range(45)
    ]
    await subscribed(newsroom, site, entries)
    titles = [one.title for one in await articles(newsroom)]
    assert len(titles) == 45
    assert titles[-1] == "Note 0"


async def test_an_item_that_is_no_article_is_refused_and_not_read_each_time(
    newsroom: Newsroom, site: Site, clock: Clock
) -> None:
    site.put("/photo", b"\x89PNG\r\n\x1a\n")
    tell(site, [Entry("photo", site.url("/photo"), "A photo", "")])
    await newsroom.feeds.add(site.url("/feed"), "7")
    (visit,) = await newsroom.feeds.poll()
    assert [item.error.utterance for item in visit.report.refused] == ["refused/empty"]
    await read_again(newsroom, clock)
    assert site.paths().count("/photo") == 1
