"""Which article a feed's item becomes when its name, its address or its text is another one."""

from collections.abc import Sequence
from dataclasses import replace

import pytest

from bot.services.newsroom import Newsroom
from tests.fetching.examples import LONG, Entry, page, rss
from tests.fetching.site import Site
from tests.services.feeds.conftest import Clock

HOUR = 3_600
OTHER = "\n".join(
    f"Mail came to the {place} by sledge. The postmaster of {place} walked for {n} hours."
    for n, place in enumerate(("north", "lighthouse", "quarry", "school", "farm") * 4)
)
"""More than two hundred words, and none of the other text's runs."""


def tell(site: Site, entries: Sequence[Entry], path: str = "/feed", title: str = "Post") -> None:
    site.put(path, rss(entries, title=title, link=site.url()))


async def read(newsroom: Newsroom, clock: Clock) -> list[tuple[str, int]]:
    """Read the feeds again; the articles' titles and versions, in the order in which they came."""
    clock.now += 2 * HOUR
    await newsroom.feeds.poll()
    return [(one.title, one.version) async for one in newsroom.articles.articles("7")]


@pytest.fixture
def seals(site: Site) -> Entry:
    return Entry("1", site.url("/seals"), "Seals are back", LONG)


EDITS = {
    "corrected": ({"text": f"{LONG} Corrected."}, [("Seals are back", 2)]),
    "corrected at a new address": (
        {"link": "/moved", "text": f"{LONG} Corrected."},
        [("Seals are back", 2)],
    ),
    "rewritten under its title": ({"text": OTHER}, [("Seals are back", 2)]),
    "another story of the same guid": (
        {"title": "Mail by sledge", "text": OTHER},
        [("Seals are back", 1), ("Mail by sledge", 1)],
    ),
    "another story of the same guid at a new address": (
        {"title": "Mail by sledge", "text": OTHER, "link": "/mail"},
        [("Seals are back", 1), ("Mail by sledge", 1)],
    ),
}


@pytest.mark.parametrize("edited", EDITS.values(), ids=EDITS)
async def test_an_item_that_changed_is_a_version_or_another_article(
    newsroom: Newsroom,
    site: Site,
    clock: Clock,
    seals: Entry,
    edited: tuple[dict[str, str], list[tuple[str, int]]],
) -> None:
    edit, found = edited
    tell(site, [seals])
    await newsroom.feeds.add(site.url("/feed"), "7")
    assert await read(newsroom, clock) == [("Seals are back", 1)]
    link = {"link": site.url(edit["link"])} if "link" in edit else {}
    changed = replace(seals, **(edit | link))
    tell(site, [changed])
    assert await read(newsroom, clock) == found
    assert await read(newsroom, clock) == found
    tell(site, [replace(changed, text=f"{changed.text} Once more.")])
    title, version = found[-1]
    assert await read(newsroom, clock) == [*found[:-1], (title, version + 1)]


async def test_another_story_of_a_known_guid_is_told(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    tell(site, [seals])
    await newsroom.feeds.add(site.url("/feed"), "7")
    await newsroom.feeds.poll()
    tell(site, [replace(seals, title="Mail by sledge", text=OTHER)])
    clock.now += 2 * HOUR
    (visit,) = await newsroom.feeds.poll()
    assert [one.note.name for one in visit.report.told] == ["articles/told_another"]
    assert (visit.report.added, visit.report.updated) == (1, 0)


async def test_a_removed_story_does_not_come_back_under_the_guid_that_it_shared(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    tell(site, [seals])
    await newsroom.feeds.add(site.url("/feed"), "7")
    await newsroom.feeds.poll()
    mail = replace(seals, title="Mail by sledge", text=OTHER)
    tell(site, [mail])
    await read(newsroom, clock)
    _, second = [one async for one in newsroom.articles.articles("7")]
    assert await newsroom.intake.remove(second.id, "7")
    tell(site, [replace(mail, text=f"{OTHER} Once more.")])
    assert await read(newsroom, clock) == [("Seals are back", 1)]


async def test_the_page_of_an_item_and_the_item_are_one_article(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    site.put("/print/seals", page("Seals are back", LONG))
    report = await newsroom.feeds.add_page(site.url("/print/seals"), "7")
    assert (report.added, report.refused) == (1, [])
    tell(site, [seals])
    await newsroom.feeds.add(site.url("/feed"), "7")
    assert [title for title, _ in await read(newsroom, clock)] == ["Seals are back"]


async def test_a_guid_of_an_article_that_came_by_another_way_may_name_another_later(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    site.put("/seals", page("Seals are back", LONG))
    await newsroom.feeds.add_page(site.url("/seals"), "7")
    tell(site, [seals])
    await newsroom.feeds.add(site.url("/feed"), "7")
    assert len(await read(newsroom, clock)) == 1
    mail = replace(seals, title="Mail by sledge", text=OTHER, link=site.url("/mail"))
    tell(site, [mail])
    assert [title for title, _ in await read(newsroom, clock)] == ["Seals are back", mail.title]
    tell(site, [replace(mail, text=f"{OTHER} Once more.")])
    assert (await read(newsroom, clock))[1:] == [(mail.title, 2)]


async def test_two_summaries_that_are_alike_stay_two_items(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    one = replace(seals, text="The council met in the old hall on Monday evening …")
    two = replace(one, guid="2", link=site.url("/two"), title="Council, the second part")
    for path in ("/seals", "/two"):
        site.put(path, "no", status=403)
    tell(site, [one, two])
    await newsroom.feeds.add(site.url("/feed"), "7")
    assert len(await read(newsroom, clock)) == 2


async def test_each_bad_item_is_named_and_the_others_go_in(
    newsroom: Newsroom, site: Site, clock: Clock, seals: Entry
) -> None:
    bad = {"empty": "", "numbers": "1 2 3 4", "book": "word " * 200_000}
    site.put("/bad", "no", status=404)
    good = [
        replace(seals, guid=str(n), link=site.url(f"/{n}"), text=f"{LONG} {n}.") for n in (2, 3)
    ]
    broken = [Entry(name, site.url("/bad"), name, text) for name, text in bad.items()]
    broken = [replace(entry, link=site.url(f"/bad?{entry.guid}")) for entry in broken]
    tell(site, [good[0], *broken, good[1]])
    await newsroom.feeds.add(site.url("/feed"), "7")
    clock.now += 2 * HOUR
    (visit,) = await newsroom.feeds.poll()
    assert visit.report.added == 2
    named = sorted(one.source.rpartition("?")[2] for one in visit.report.refused)
    assert named == sorted(bad)
