"""Hostile feeds: they take little time, and declare nothing of their own."""

import pytest

from bot.errors import Refused
from bot.fetching.formats.items import MOST_ITEMS
from tests.effort import little_effort
from tests.fetching.formats.feeds import read

MEGABYTE = 1_000_000

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


AT = "a." * 32_000
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
    "an author": f"<rss><channel><item><author>a@{'a.' * 900_000}</author></item></channel></rss>",
    "many authors": f"<rss><channel>{f'<item><author>a@{AT}</author></item>' * 30}</channel></rss>",
    "names": f"<rss><channel><item>{'<author>a</author>' * 90_000}</item></channel></rss>",
    "a date": f"<rss><channel><item><pubDate>{'1 Jan ' * 300_000}</pubDate></item></channel></rss>",
    "a link": f"<rss><channel><item><link>h:{'a/../' * 300_000}</link></item></channel></rss>",
    "labels": f"<rss><channel><item><category>{'a,' * 900_000}</category></item></channel></rss>",
    "captions": f"<rss><channel><item>{'<media:text/>' * 120_000}</item></channel></rss>",
    "elements": f"<rss><channel><item><title>{'<b>a</b>' * 220_000}</title></item></channel></rss>",
    "ampersands beside cdata": f"<rss><channel><title>{('&' * 99 + '<![CDATA[]]>') * 17_000}",
    "ends of cdata": f"<rss><channel><item><title>{']]>' * 600_000}</title></item></channel></rss>",
    "no ends": "<rss><channel>" + "<item><title>a</title>" * 80_000,
    "broken items": "<rss><channel>" + "<item><title>a</item>" * 90_000,
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
