"""Feeds in each of their formats, broken ones as far as they go, hostile ones not at all."""

import json
from datetime import UTC, datetime

import pytest

from bot.errors import Refused
from bot.feeds.document import FeedDocument, FeedItem
from bot.fetching.formats.items import MOST_ITEMS
from bot.fetching.formats.parsing import feed_document, named_feeds
from tests.effort import little_effort

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
URL = "https://news.example/feeds/all"
MEGABYTE = 1_000_000

RSS = """<?xml version="1.0" encoding="{encoding}"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
  xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:atom="http://www.w3.org/2005/Atom">
<channel><title>Café &amp;amp; News</title><link>https://news.example/</link>
<atom:link rel="self" href="https://news.example/feeds/all"/><language>en-gb</language>
<item><title>Seals &lt;i&gt;back&lt;/i&gt; &amp;amp; well</title>
<link>/seals?a=1&amp;utm_source=x</link>
<guid isPermaLink="false">s1</guid><pubDate>Tue, 19 May 2026 23:30:00 -0700</pubDate>
<dc:creator>Ada Lund</dc:creator><category>Seals</category><category>12</category>
<category>https://tags.example/1</category>
<description>Short.</description>
<content:encoded><![CDATA[<p>First line.<br>Second &eacute; line.</p><figure><img>A caption</figure>
<script>evil()</script><ul><li>One</li><li>Two</li></ul>]]></content:encoded>
<source url="https://other.example/f">Other Post</source></item>
<item><title>Plain</title><guid>https://news.example/plain</guid><description>Only words &amp;lt;3
here.</description><pubDate>soon</pubDate></item>
<item><description></description></item>
</channel></rss>"""

ATOM = """<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="de"><title>Inselblatt</title>
<link rel="self" href="https://insel.example/atom"/><link href="https://insel.example/"/>
<entry><id>urn:1</id><title type="text">5 &lt; 6</title><link href="eins"/>
<published>2026-05-18T10:00:00+02:00</published><updated>2026-05-19T10:00:00+02:00</updated>
<author><name>Nis Hansen</name></author><author><name>ada@insel.example</name></author>
<content type="xhtml"><div xmlns="http://www.w3.org/1999/xhtml"><p>Eins.</p><p>Zwei.</p></div>
</content></entry>
<entry><id>urn:2</id><title>Nur geändert</title><updated>2026-05-19T10:00:00Z</updated>
<content type="text">Schon gut.</content></entry></feed>"""

JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Island JSON",
    "home_page_url": "https://json.example/",
    "language": "en",
    "items": [
        {
            "id": 5,
            "url": "https://json.example/5",
            "title": "Five",
            "content_html": "<p>A longer text.</p>",
            "summary": "Short.",
            "date_published": "2026-05-19T10:00:00Z",
            "date_modified": "2026-05-20T10:00:00Z",
            "tags": ["ferry"],
            "authors": [{"name": "Ada"}, {"name": None}],
        },
        "no item",
        {"id": "6", "content_text": "Plain.", "author": {"name": "Nis"}, "language": "da"},
    ],
}


def read(content: str | bytes, content_type: str = "") -> FeedDocument:
    written = content.encode() if isinstance(content, str) else content
    return feed_document(written, URL, content_type, NOW)


def test_rss_is_read() -> None:
    feed = read(RSS.format(encoding="utf-8"))
    assert (feed.title, feed.site) == ("Café & News", "https://news.example/")
    first, plain, empty = feed.items
    assert first == FeedItem(
        guid="s1",
        url="https://news.example/seals?a=1&utm_source=x",
        title="Seals back & well",
        text="First line.\nSecond é line.\nOne\nTwo",
        outlet="Other Post",
        author="Ada Lund",
        published="2026-05-19T23:30:00-07:00",
        language="en-gb",
        topics=("Seals",),
    )
    assert (plain.url, plain.published) == ("https://news.example/plain", None)
    assert plain.text == "Only words <3 here."
    assert empty == FeedItem(language="en-gb")


@pytest.mark.parametrize(
    ("encoding", "header"),
    [
        ("iso-8859-1", ""),
        ("utf-16", ""),
        ("utf-8", "text/xml; charset=windows-1252"),
        ("cp1252", ""),
    ],
)
def test_the_encoding_is_the_headers_or_the_feeds_own(encoding: str, header: str) -> None:
    written = RSS.format(encoding=encoding).encode("cp1252" if header else encoding)
    assert read(written, header).title == "Café & News"


def test_atom_is_read() -> None:
    feed = read(ATOM)
    assert (feed.title, feed.site) == ("Inselblatt", "https://insel.example/")
    first, second = feed.items
    assert first.title == "5 < 6"
    assert (first.url, first.text) == ("https://news.example/feeds/eins", "Eins.\nZwei.")
    assert (first.author, first.language) == ("Nis Hansen", "de")
    assert (first.published, first.edited) == (
        "2026-05-18T10:00:00+02:00",
        "2026-05-19T10:00:00+02:00",
    )
    assert (second.published, second.edited) == ("2026-05-19T10:00:00+00:00", None)
    assert second.text == "Schon gut."


def test_a_json_feed_is_read_and_what_is_no_item_left_out() -> None:
    feed = read(json.dumps(JSON))
    assert (feed.title, feed.site) == ("Island JSON", "https://json.example/")
    first, second = feed.items
    assert (first.guid, first.text, first.author) == ("5", "A longer text.", "Ada")
    assert (first.edited, first.language, first.topics) == (
        "2026-05-20T10:00:00Z",
        "en",
        ("ferry",),
    )
    assert (second.author, second.language, second.text) == ("Nis", "da", "Plain.")


def test_a_feed_that_breaks_off_is_read_as_far_as_it_goes() -> None:
    whole = RSS.format(encoding="utf-8")
    cut = whole[: whole.index("<item><description>") + 9]
    assert [item.title for item in read(cut).items] == ["Seals back & well", "Plain"]
    assert [item.guid for item in read(whole.replace("<title>Plain", "<b>Plain")).items] == ["s1"]
    with pytest.raises(Refused) as caught:
        read(whole.replace("</title>", "</ttle>", 1))
    assert caught.value.utterance == "fetch/broken_feed"


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"  \n",
        b"<!doctype html><html><head><title>News</title></head><body><p>Hi.</p></body></html>",
        b"Just words.",
        b"{}",
        b'{"version": "1"}',
        b'{"version": "https://other.example/"}',
        b"{broken",
        b"<svg xmlns='http://www.w3.org/2000/svg'/>",
        b"<?xml version='1.0'?>",
    ],
)
def test_what_is_no_feed_is_refused(content: bytes) -> None:
    with pytest.raises(Refused) as caught:
        read(content)
    assert caught.value.utterance == "fetch/no_feed"


LAUGHS = "".join(f'<!ENTITY l{n} "{f"&l{n - 1};" * 10}">' for n in range(1, 10))
ENTITIES = {
    "a billion laughs": f'<!DOCTYPE rss [<!ENTITY l0 "ha">{LAUGHS}]><rss><channel>'
    "<title>&l9;</title></channel></rss>",
    "a file of this machine": '<!DOCTYPE rss [<!ENTITY f SYSTEM "file:///etc/passwd">]>'
    "<rss><channel><title>&f;</title></channel></rss>",
    "an address": '<!DOCTYPE rss [<!ENTITY f SYSTEM "http://127.0.0.1/">]><rss>&f;</rss>',
    "a parameter": '<!DOCTYPE rss [<!ENTITY % p "x">%p;]><rss version="2.0"><channel/></rss>',
    "quadratic": f'<!DOCTYPE r [<!ENTITY a "{"a" * 50_000}">]><rss>{"&a;" * 50_000}</rss>',
}


@pytest.mark.parametrize("content", ENTITIES.values(), ids=ENTITIES)
@pytest.mark.parametrize("encoding", ["utf-8", "utf-16"])
def test_a_feed_with_entities_of_its_own_is_refused(content: str, encoding: str) -> None:
    with pytest.raises(Refused) as caught:
        read(content.encode(encoding))
    assert caught.value.utterance == "fetch/entities"


HOSTILE = {
    "deep": "<rss version='2.0'><channel>" + "<a>" * 200_000,
    "many items": "<rss version='2.0'><channel>" + "<item><title>a</title></item>" * 60_000,
    "one giant item": f"<rss version='2.0'><channel><item><title>a</title><description>"
    f"{'word ' * 390_000}</description></item></channel></rss>",
    "a giant title": f"<rss version='2.0'><channel><item><title>{'a' * 1_900_000}</title></item>"
    "</channel></rss>",
    "brackets": "<rss version='2.0'><channel><item><description>" + "&lt;" * 400_000,
    "open tags": "<rss version='2.0'><channel><item><description>" + "&lt;a " * 250_000,
    "open comments": "<!--" * 450_000,
    "ampersands": "<rss version='2.0'><channel><title>" + "&" * 1_900_000,
    "attributes": "<rss version='2.0' " + " ".join(f"a{n}='1'" for n in range(150_000)) + "/>",
    "spaces": f"<rss version='2.0'><channel><item><title>{' ' * 1_900_000}</title></item></channel>"
    "</rss>",
    "quotes": "<rss version='" + '"' * 1_900_000,
    "JSON lists": '{"version": "https://jsonfeed.org/version/1", "items": [' + "[]," * 600_000,
    "deep JSON": '{"a":' * 40_000,
    "JSON of one item": '{"version": "https://jsonfeed.org/version/1.1", "items": [{"id": 1, '
    f'"content_html": "{"<p>a" * 390_000}"}}]}}',
    "HTML in one item": "<rss version='2.0'><channel><item><description>"
    f"{'&lt;p&gt;a' * 180_000}</description></item></channel></rss>",
    "cdata": "<rss version='2.0'><channel><item><title>" + "<![CDATA[" * 200_000,
}


REASONS = ("fetch/no_feed", "fetch/nested", "fetch/broken_feed")


@pytest.mark.parametrize("content", HOSTILE.values(), ids=HOSTILE)
def test_a_hostile_feed_takes_little_time(content: str) -> None:
    items, reason = 0, ""
    with little_effort():
        try:
            items = len(read(content[: 2 * MEGABYTE]).items)
        except Refused as error:
            reason = error.utterance
    assert items <= MOST_ITEMS
    assert items or reason in REASONS


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        ("2026-05-19", "2026-05-19"),
        ("Tue, 19 May 2026 08:00:00 GMT", "2026-05-19T08:00:00+00:00"),
        ("Tue, 19 May 2026 08:00:00", "2026-05-19"),
        ("19/05/2026 at noon", None),
        ("Thu, 01 Jan 1970 00:00:00 GMT", None),
        ("Tue, 19 May 2099 08:00:00 GMT", None),
        ("Thu, 21 May 2026 08:00:00 GMT", "2026-05-21T08:00:00+00:00"),
        ("Tue, 19 May 99999 08:00:00 GMT", None),
        ("Tue, 99 May 2026 08:00:00 GMT", None),
        ("", None),
    ],
)
def test_a_date_that_cannot_be_meant_is_unknown(written: str, stated: str | None) -> None:
    text = f"<rss version='2.0'><channel><item><pubDate>{written}</pubDate></item></channel></rss>"
    (item,) = read(text).items
    assert item.published == stated


def test_a_page_names_its_feeds() -> None:
    head = (
        '<link rel="alternate" type="application/rss+xml" href="/rss">'
        '<link rel="alternate" type="application/atom+xml" href=" https://b.example/atom ">'
        '<link rel="stylesheet" href="/style"><link type="application/rss+xml">'
    )
    page = f"<html><head>{head}</head><body></body></html>".encode()
    assert named_feeds(page, "https://a.example/news/") == [
        "https://a.example/rss",
        "https://b.example/atom",
    ]


@pytest.mark.parametrize(
    "content",
    [b"", b"\x89PNG\r\n\x1a\n", b"words", b'<link type="application/rss+xml" href="http://[">'],
)
def test_a_page_that_names_no_feed_names_none(content: bytes) -> None:
    assert named_feeds(content, "https://a.example/") == []


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
    read = feed_document(rss.encode(), URL, "", NOW)
    titles = [item.title for item in read.items if item.title]
    assert [title for title in titles if title.startswith("Seal")] == [
        f"Seal {number}" for number in range(6)
    ]


def test_a_feed_that_breaks_its_reader_everywhere_is_given_up() -> None:
    broken = f"<item>{BREAKING['an item inside a category']}</item>"
    rss = f"<rss version='2.0'><channel><title>Bay</title>{broken * 200}</channel></rss>"
    assert feed_document(rss.encode(), URL, "", NOW).items == ()
