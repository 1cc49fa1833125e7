"""Broken feeds: what of them can be read is kept, and what is left out stands in the log."""

import pytest

from bot.feeds.document import FeedItem
from bot.fetching.formats.items import read_items
from tests.fetching.formats.feeds import URL, read

BROKEN = {
    "an element that never ends": "<item><title><b>Broken</title></item>",
    "an end of nothing": "<item><title>Broken</title></b></item>",
    "no end inside": "<item><title>Broken</item>",
    "a character that is none": "<item><title>Broken&#xD800;</title></item>",
    "an attribute without quotes": "<item><title type=text>Broken</title></item>",
    "elements without end": f"<item><description>{'<b>' * 200}{'</b>' * 200}</description></item>",
    "an item inside": "<item><title>Broken</title><b><item><title>Inner</title></b></item></item>",
}


@pytest.mark.parametrize("broken", BROKEN.values(), ids=BROKEN)
@pytest.mark.parametrize("place", [0, 1, 3])
@pytest.mark.parametrize("kind", ["rss", "rdf", "atom", "head"])
def test_an_item_of_broken_xml_is_left_out_and_the_others_kept(
    broken: str, place: int, kind: str, caplog: pytest.LogCaptureFixture
) -> None:
    items = [f"<item><title>Seal {n}</title><link>/{n}</link></item>" for n in range(3)]
    items.insert(place, broken)
    head = "<title>Bay</ttle>" if kind == "head" else "<title>Bay</title>"
    inside = "".join(items)
    written = {
        "rdf": f"<r:RDF xmlns:r='r'><channel>{head}</channel>{inside}</r:RDF>",
        "atom": f"<feed xmlns='http://www.w3.org/2005/Atom'>{head}{inside}</feed>".replace(
            "item>", "entry>"
        ),
    }.get(kind, f"<rss version='2.0'><channel>{head}{inside}</channel></rss>")
    feed = read(written)
    assert feed.title == (None if kind == "head" else "Bay")
    titles = [item.title for item in feed.items if item.title != "Inner"]
    assert titles == ["Seal 0", "Seal 1", "Seal 2"]
    assert f"{URL} is broken XML" in caplog.text


@pytest.mark.parametrize("name", ["item", "ITEM", "r:item"])
def test_an_item_without_an_end_ends_where_the_next_one_begins(name: str) -> None:
    items = "".join(f"<{name}><title>Seal {n}</title>" for n in range(3))
    feed = read(f"<rss version='2.0' xmlns:r='r'><channel>{items}</{name}></channel></rss>")
    assert [item.title for item in feed.items] == ["Seal 0", "Seal 1", "Seal 2"]


BREAKING = {
    "an item inside a category": "<category>harbour<item><title>Inner</title></item></category>",
    "an item inside an author": "<author><item><category>x</category></item></author>",
    "a position inside nothing": "<georss:where><item/></georss:where><gml:pos>1 2</gml:pos>",
}


@pytest.mark.parametrize("inside", BREAKING.values(), ids=BREAKING)
@pytest.mark.parametrize("place", [0, 3, 6])
def test_an_item_that_breaks_its_reader_keeps_no_other_out(inside: str, place: int) -> None:
    items = [f"<item><title>Seal {n}</title><link>/{n}</link></item>" for n in range(6)]
    items.insert(place, f"<item>{inside}</item>")
    spaces = "xmlns:georss='http://www.georss.org/georss' xmlns:gml='http://www.opengis.net/gml'"
    rss = f"<rss version='2.0' {spaces}><channel><title>Bay</title>{''.join(items)}</channel></rss>"
    titles = [item.title for item in read(rss).items if item.title]
    assert [title for title in titles if title.startswith("Seal")] == [
        f"Seal {number}" for number in range(6)
    ]


def test_an_item_whose_reader_breaks_is_named_in_the_log(caplog: pytest.LogCaptureFixture) -> None:
    made = read_items(URL, [1, 0, 2, None], lambda entry: FeedItem(guid=str(2 // entry)))  # type: ignore[operator]  # what breaks
    assert [item.guid for item in made] == ["2", "1"]
    assert [
        f"item {number} of {URL} broke its reader" in caplog.text for number in (1, 2, 3, 4)
    ] == [
        False,
        True,
        False,
        True,
    ]
