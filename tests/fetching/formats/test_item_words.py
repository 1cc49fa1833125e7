"""Titles and texts of feeds: plain, in HTML, in code, twice in code, and beside pictures."""

from base64 import b64encode

import pytest

from tests.fetching.formats.feeds import atom_item, read, rss, rss_item

TITLES = {
    "L'Europe boursière": ("L&amp;apos;Europe boursi&amp;egrave;re", "L'Europe boursi&egrave;re"),
    "café don't close": ("caf&amp;eacute; don&amp;apos;t close",),
    "Seals — back & well": (
        *("Seals &amp;mdash; back &amp;amp; well", "<![CDATA[Seals &mdash; back &amp; well]]>"),
        *("Seals &amp;#8212; back &amp;amp;amp; well", "<![CDATA[Seals &#151; back & well]]>"),
        *("<![CDATA[Seals <i>&mdash;</i> back & well]]>", "Seals &#151; back & well"),
        *(
            "Seals <i>&#8212;</i> back & well",
            "Seals\n &amp;lt;b&amp;gt;—&amp;lt;/b&amp;gt; back & well",
        ),
        "Seals â€” back & well",
    ),
    "5 < 6 > 4": ("5 &lt; 6 &gt; 4", "5 < 6 > 4", "<![CDATA[5 < 6 > 4]]>"),
    "How <canvas> and #include <stdio.h> work": (
        "How &lt;canvas&gt; and #include &lt;stdio.h&gt; work",
    ),
    "R&D at AT&T; &c. &seals;": ("R&D at AT&T; &amp;c. &amp;seals;",),
    "می‌خواهم": ("می‌خواهم", "می&zwnj;خواهم"),
    None: ("", "<![CDATA[]]>", "&lt;br&gt;"),
}


@pytest.mark.parametrize(
    ("written", "title"), [(one, title) for title, many in TITLES.items() for one in many]
)
def test_a_title_is_read_as_it_is_meant(written: str, title: str | None) -> None:
    found = rss_item(f"<title>{written}</title>").title
    # Joiners inside words are the business of whoever cleans text.
    assert (found or "").replace("\u200c", "") == (title or "").replace("\u200c", "")


@pytest.mark.parametrize(
    ("attributes", "inside", "title"),
    [
        ("", "Seals &lt;i&gt;back&lt;/i&gt;", "Seals back"),
        ('type="text"', "&lt;b&gt; makes text &lt;/b&gt;", "<b> makes text </b>"),
        ('type="html"', "Seals &lt;i&gt;back&lt;/i&gt; &amp;amp; well", "Seals back & well"),
        ('type="xhtml"', "<div xmlns='http://www.w3.org/1999/xhtml'>A <b>b</b></div>", "A b"),
        ('type="xhtml"', "The &lt;b&gt;x&lt;/b&gt; tag", "The <b>x</b> tag"),
        ('type="text/plain" mode="xml"', "A <b>bold</b> &lt;b&gt;", "A bold <b>"),
        ('type="text/html" mode="base64"', b64encode(b"A <b>b</b>").decode(), "A b"),
        ('type="application/x-words"', "test", "test"),
    ],
)
def test_an_atom_title_is_read_by_its_kind(attributes: str, inside: str, title: str) -> None:
    assert atom_item(f"<title {attributes}>{inside}</title>").title == title


@pytest.mark.parametrize(
    ("inside", "title"),
    [
        ("<dc:title>Seals</dc:title>", "Seals"),
        ("<dc:title>Other</dc:title><title>Seals</title>", "Seals"),
        ("<media:title>Seals on a rock</media:title><title>Seals</title>", "Seals"),
        ("<title>&lt;img&gt;</title><itunes:title>Seals</itunes:title>", "Seals"),
        ("<media:content><media:title>Seals</media:title></media:content>", None),
    ],
)
def test_an_item_is_headed_by_its_own_title(inside: str, title: str | None) -> None:
    assert rss_item(inside).title == title


TEXT = "The council voted for the tram."
CAPTION = "The mayor, Ida Renner, in front of the old tram depot, seen by a reader last summer."
CAPTIONED = f"<media:description>{CAPTION}</media:description>"


@pytest.mark.parametrize(
    ("inside", "text"),
    [
        (f"<description>{TEXT}</description>", TEXT),
        (f"<content:encoded>&lt;p&gt;{TEXT}&lt;/p&gt;</content:encoded>", TEXT),
        (f"<description>Short.</description><content:encoded>{TEXT}</content:encoded>", TEXT),
        (f"<description>{TEXT}</description><content:encoded>See.</content:encoded>", TEXT),
        (f"<description>{TEXT}</description>{CAPTIONED}", TEXT),
        (
            f"<media:content>{CAPTIONED}</media:content><description>{TEXT}</description>",
            TEXT,
        ),
        (f"<media:group><media:description>{TEXT}</media:description></media:group>", TEXT),
        (f"<itunes:summary>{TEXT}</itunes:summary><description/>", TEXT),
        (f"<dc:description>{TEXT}</dc:description>", TEXT),
        (f"<dcterms:abstract>{TEXT}</dcterms:abstract>", TEXT),
        (f"<encoded>{TEXT}</encoded>", TEXT),
        (
            f"<body xmlns='http://www.w3.org/1999/xhtml'><p>{TEXT}</p><p>So.</p></body>",
            TEXT + "\nSo.",
        ),
        (f"<description>{TEXT}&lt;br&gt;So</description>", TEXT + "\nSo"),
        (
            f"<description><p>{TEXT}</p>So &lt;b&gt;it&lt;/b&gt; is.</description>",
            TEXT + "\nSo it is.",
        ),
        (f"<description>&amp;lt;p&amp;gt;{TEXT}&amp;lt;/p&amp;gt;</description>", TEXT),
        (f"<description>&lt;![CDATA[&lt;p&gt;{TEXT}&lt;/p&gt;]]&gt;</description>", TEXT),
        ("<description>Write &amp;lt;p&amp;gt; for it.</description>", "Write <p> for it."),
        ("<description><g:image>One</g:image> two</description>", "One two"),
        ("<description>Cafe&#769; Ã©</description>", "Cafe\u0301 Ã©"),
        ("", ""),
    ],
)
def test_the_text_of_an_item_is_its_own_before_that_of_its_pictures(inside: str, text: str) -> None:
    assert rss_item(inside).text == text


@pytest.mark.parametrize(
    ("attributes", "inside", "text"),
    [
        ("", f"&lt;p&gt;{TEXT}&lt;/p&gt;", TEXT),
        ('type="text"', "&lt;p&gt; begins it", "<p> begins it"),
        ('type="html"', f"&lt;p&gt;{TEXT}&lt;/p&gt;&lt;p&gt;So.", TEXT + "\nSo."),
        (
            'type="xhtml"',
            "<x:div xmlns:x='http://www.w3.org/1999/xhtml'><x:p>A</x:p>B</x:div>",
            "A\nB",
        ),
        ('type="application/octet-stream"', b64encode(TEXT.encode()).decode(), TEXT),
        ('type="application/json"', '{"a": 1}', '{"a": 1}'),
        ('type="application/xml"', "<a>One</a>", "One"),
        ('type="image/png"', "aGVsbG8=", ""),
        ('src="https://news.example/seals.html"', "", ""),
    ],
)
def test_an_atom_text_is_read_by_its_kind(attributes: str, inside: str, text: str) -> None:
    assert atom_item(f"<content {attributes}>{inside}</content>").text == text


def test_the_labels_of_an_item_are_its_topics() -> None:
    item = rss_item(
        "<category>Harbour &amp;amp; sea</category><category>12</category>"
        "<a:category term='boats'/>"
        "<category>https://tags.example/1</category><dc:subject>Seals</dc:subject>"
        "<category>x<item><title>Inner</title></item></category>"
        "<a:category term='s' label='Sea'/><media:keywords>pups, Seals,rocks</media:keywords>"
    )
    assert item.topics == ("Harbour & sea", "boats", "x", "Sea", "Seals", "pups", "rocks")


@pytest.mark.parametrize(
    ("inside", "outlet"),
    [
        ('<source url="https://b.example/feed">Bay &amp;amp; Sound</source>', "Bay & Sound"),
        ("<dc:publisher>Bay Post</dc:publisher>", "Bay Post"),
        ("<dc:publisher>news@bay.example (Bay Post)</dc:publisher>", "Bay Post"),
        ("<dc:publisher>news@bay.example</dc:publisher>", None),
        ("<a:source><a:title>Bay Post</a:title><a:id>1</a:id></a:source>", "Bay Post"),
        ("<a:source><a:id>1</a:id></a:source>", None),
        ('<source url="https://b.example/feed"/>', None),
    ],
)
def test_an_item_may_state_its_own_outlet(inside: str, outlet: str | None) -> None:
    assert rss_item(inside).outlet == outlet


def test_who_stands_behind_a_feed_is_known() -> None:
    feed = read(rss("", "<title>Bay Post: Sea</title><dc:publisher>Bay Post</dc:publisher>"))
    assert (feed.title, feed.publisher, feed.author) == ("Bay Post: Sea", "Bay Post", None)


@pytest.mark.parametrize(
    ("inside", "channel", "language"),
    [
        ("", "<language>pl</language>", "pl"),
        ("", "<dc:language>pl</dc:language>", "pl"),
        ("<dc:language>de</dc:language>", "<language>pl</language>", "de"),
        ("<title xml:lang='da'>Sæler</title>", "<language>pl</language>", "da"),
        ("", "", None),
    ],
)
def test_the_language_is_that_of_the_item_else_of_its_feed(
    inside: str, channel: str, language: str | None
) -> None:
    assert rss_item(inside, channel).language == language


@pytest.mark.parametrize(
    ("inside", "published", "edited"),
    [
        ("<pubDate>19 May 2026</pubDate>", "2026-05-19", None),
        ("<pubDate>soon</pubDate><dc:date>2026-05-19</dc:date>", "2026-05-19", "2026-05-19"),
        ("<dc:date>2026-05-19</dc:date>", "2026-05-19", None),
        ("<dcterms:created>2026-05-19</dcterms:created>", "2026-05-19", None),
        ("<dcterms:modified>2026-05-19</dcterms:modified>", "2026-05-19", None),
        ("<a:published>2026-05-18</a:published><a:updated>x</a:updated>", "2026-05-18", "x"),
        ("<pubDate>2016/6/29 15:07:41</pubDate>", "2016-06-29", None),
        ("<pubDate>Mon, 01 Jan 0001 00:00:00 +0000</pubDate>", None, None),
    ],
)
def test_the_date_of_an_item_is_the_first_that_can_be_read(
    inside: str, published: str | None, edited: str | None
) -> None:
    item = rss_item(inside)
    assert (item.published, item.edited) == (published, edited)
