"""The addresses of items: which of several, and where relative ones lead."""

import json

import pytest

from tests.fetching.formats.feeds import atom_item, read, rss_item

SITE = "<link>https://bay.example/en/</link>"
A = "https://news.example/a"
JSON_LINK = "<link rel='alternate' type='application/json' href='https://b.example/'/>"


@pytest.mark.parametrize(
    ("inside", "channel", "url"),
    [
        (f"<link>{A}</link><guid>{A}#1</guid>", "", A),
        (f"<link> {A}\n</link>", "", A),
        (f"<link><![CDATA[{A}?b=1&c=2]]></link>", "", f"{A}?b=1&c=2"),
        (f"<link>{A}?b=1&c=2</link>", "", f"{A}?b=1&c=2"),
        (f"<link>{A}/two words</link>", "", f"{A}/two%20words"),
        (f"<link>{A}</link><link>https://b.example/</link>", "", A),
        (f"<link/><guid>{A}</guid>", "", A),
        (f'<guid isPermaLink="false">{A}</guid>', "", None),
        ('<guid isPermaLink="true">/a</guid>', "", A),
        ("<guid>a</guid>", "", None),
        (f"<link>https://count.example/1</link><fb:origLink>{A}</fb:origLink>", "", A),
        (f"<a:link href='{A}'/>", "", A),
        (f"<a:link rel='self' href='https://b.example/'/><link>{A}</link>", "", A),
        ("<link>/a</link>", SITE, "https://bay.example/a"),
        ("<link>a</link>", SITE, "https://bay.example/en/a"),
        ("<link>a</link>", "<link>/en/</link>", "https://news.example/en/a"),
        ("<link>a</link>", "", "https://news.example/feeds/a"),
        ("<link xml:base='https://cdn.example/x/'>a</link>", SITE, "https://cdn.example/x/a"),
        ("<link>javascript:alert(1)</link>", "", None),
        ("<link>http://[broken/</link>", "", None),
        (f"<link>{A}{'a' * 5_000}</link>", "", None),
        (f"<link uri='at://did:plc:x'>{A}</link>", "", A),
    ],
)
def test_an_item_of_rss_has_one_address(inside: str, channel: str, url: str | None) -> None:
    assert rss_item(inside, channel).url == url


@pytest.mark.parametrize(
    ("inside", "feed", "url"),
    [
        (f"<link href='{A}'/>", "", A),
        (f"<link rel='enclosure' href='https://b.example/x.mp3'/><link href='{A}'/>", "", A),
        (
            f"{JSON_LINK}<link rel='alternate' type='text/html' href='{A}'/>",
            "",
            A,
        ),
        (
            "<link rel='alternate' type='application/json' href='a'/>",
            "",
            "https://news.example/feeds/a",
        ),
        (f"<link rel='enclosure'>https://b.example/x.jpg</link><link href='{A}'/>", "", A),
        (f"<link rel='alternate'>{A}</link>", "", A),
        (f"<link rel='http://www.iana.org/assignments/relation/alternate' href='{A}'/>", "", A),
        (f"<link rel='related' href='https://b.example/'/><id>{A}</id>", "", A),
        ("<link rel='self' href='https://b.example/'/><id>urn:1</id>", "", None),
        ("<link href='a'/>", "<link href='https://bay.example/'/>", "https://news.example/feeds/a"),
        ("<link href='../a' xml:base='c/d/'/>", "", "https://bay.example/b/c/a"),
        ("<link href='/a'/>", "", "https://bay.example/a"),
    ],
)
def test_an_entry_of_atom_has_one_address(inside: str, feed: str, url: str | None) -> None:
    based = "bay.example" in (url or "") and not feed
    base = "xml:base='https://bay.example/b/'" if based else ""
    assert atom_item(inside, feed, base).url == url


def test_rdf_names_its_items_by_their_addresses() -> None:
    feed = read(
        '<rdf:RDF xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#" '
        'xmlns="http://purl.org/rss/1.0/"><channel><title>Bay</title>'
        "<link>https://bay.example/</link></channel>"
        f'<item rdf:about="{A}"><title>Seals</title></item></rdf:RDF>'
    )
    (item,) = feed.items
    assert (feed.title, feed.site) == ("Bay", "https://bay.example/")
    assert (item.url, item.guid, item.title) == (A, A, "Seals")


@pytest.mark.parametrize(
    ("item", "feed", "url"),
    [
        ({"url": A}, {}, A),
        ({"url": "/a"}, {"home_page_url": "https://bay.example/"}, "https://bay.example/a"),
        ({"url": "/a"}, {"feed_url": "https://bay.example/feed.json"}, A),
        ({"url": "/a"}, {}, A),
        ({"external_url": A}, {}, A),
        ({"id": A}, {}, A),
        ({"id": "5", "url": 1.5}, {"home_page_url": ["x"]}, "https://news.example/feeds/1.5"),
        ({"id": 5}, {}, None),
    ],
)
def test_a_json_item_has_one_address(
    item: dict[str, object], feed: dict[str, object], url: str | None
) -> None:
    version = "https://jsonfeed.org/version/1.1"
    (one,) = read(json.dumps({"version": version, **feed, "items": [item]})).items
    assert one.url == url
