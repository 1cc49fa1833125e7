"""Feeds in each of their formats, and what is none."""

import json

import pytest

from bot.errors import Refused
from bot.feeds.document import FeedItem
from bot.fetching.formats.parsing import feed_text, named_feeds
from tests.fetching.formats.feeds import read

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
        ("windows-1252", "text/xml; charset=utf-8"),
        ("cp1252", ""),
    ],
)
def test_the_encoding_is_the_headers_or_the_feeds_own(encoding: str, header: str) -> None:
    written = RSS.format(encoding=encoding).encode("cp1252" if header else encoding)
    assert read(written, header).title == "Café & News"
    assert feed_text(written, header).count("é") == 1


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
    with pytest.raises(Refused) as caught:
        read(whole[: whole.index("</item>")])
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
        b'{"version": "1.1"}',
        b"[]",
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


def test_an_entry_by_itself_belongs_to_no_feed() -> None:
    feed = read("<entry xmlns='http://www.w3.org/2005/Atom'><title>Seals</title></entry>")
    assert (feed.title, [item.title for item in feed.items]) == (None, ["Seals"])


def test_elements_may_be_written_in_capitals() -> None:
    rss = "<RSS><CHANNEL><TITLE>Bay</TITLE><ITEM><TITLE>Seals</TITLE></ITEM></CHANNEL></RSS>"
    for written in (rss, rss.replace("</CHANNEL>", "<ITEM><B></ITEM></CHANNEL>")):
        feed = read(written)
        assert (feed.title, [item.title for item in feed.items]) == ("Bay", ["Seals"])


def test_a_prefix_that_nobody_declared_is_the_one_that_all_declare() -> None:
    feed = read("<rss><channel><item><dc:creator>Ina</dc:creator></item></channel></rss>")
    assert feed.items[0].author == "Ina"


@pytest.mark.parametrize(
    ("space", "author"),
    [
        ("xmlns:x='http://purl.org/dc/elements/1.1/'", "Ina"),
        ("xmlns:x=' HTTP://PURL.ORG/dc/elements/1.1# '", "Ina"),
        ("xmlns:x='https://purl.org/dc/terms'", "Ina"),
        ("xmlns:x='https://other.example/'", None),
    ],
)
def test_a_namespace_is_known_by_its_address(space: str, author: str | None) -> None:
    feed = read(f"<rss {space}><channel><item><x:Creator>Ina</x:Creator></item></channel></rss>")
    assert feed.items[0].author == author


@pytest.mark.parametrize(
    ("version", "items"),
    [("1.1", [{"title": "Seals"}]), ("http://jsonfeed.org/version/1", [{"title": "Seals"}])],
)
def test_a_json_feed_is_known_by_its_version(version: str, items: list[object]) -> None:
    assert read(json.dumps({"version": version, "items": items})).items[0].title == "Seals"
    assert read(json.dumps({"version": "https://jsonfeed.org/version/1"})).items == ()


def test_a_json_item_keeps_what_is_in_form() -> None:
    item = {"id": 5, "title": "R&amp;D", "content_text": ["x"], "tags": "sea", "summary": "Short."}
    (one,) = read(json.dumps({**JSON, "items": [item]})).items
    assert (one.guid, one.title, one.text, one.topics) == ("5", "R&D", "Short.", ("sea",))
