"""From the bytes of a feed to what it says, in whichever of its formats it is written."""

import re
from datetime import datetime

from lxml import html
from lxml.etree import LxmlError
from yarl import URL

from bot.articles.readers.encoding import decode
from bot.errors import Refused
from bot.feeds.document import FeedDocument
from bot.fetching.formats.jsonfeed import json_document
from bot.fetching.formats.rss import xml_document

HEAD_CHARACTERS = 200_000
"""How far into a page its feeds are looked for: they are named in its head."""

# <?xml version="1.0" encoding="utf-8"?>
_ENCODING = re.compile(rb"""<\?xml[^>]{0,200}?encoding\s*=\s*["']([\w.:-]{2,20})["']""")
# As in: text/xml; charset="utf-8"
_CHARSET = re.compile(r"charset\s*=\s*[\"']?([\w.:-]{2,20})", re.IGNORECASE)
_TRIED = frozenset(["", "utf-8", "utf8", "us-ascii", "ascii"])
_FEED_TYPES = ("application/rss+xml", "application/atom+xml", "application/feed+json")


def feed_document(content: bytes, url: str, content_type: str, now: datetime) -> FeedDocument:
    """The feed in a server's answer, read from `url`.

    Refused when it is no feed, is no text at all, or is an attack.
    """
    text = feed_text(content, content_type)
    read = json_document if text.lstrip()[:1] == "{" else xml_document
    found = read(text, url, now)
    if found is None:
        raise Refused("fetch/no_feed")
    return found


def feed_text(content: bytes, content_type: str) -> str:
    """The text of a feed: by its byte order mark, as UTF-8, as its header or itself says, by guess.

    Servers call everything UTF-8; a feed that is not is asked itself.
    """
    if not content.strip():
        raise Refused("fetch/no_feed")
    stated = _ENCODING.search(content[:1_000])
    named = (charset(content_type), stated[1].decode() if stated else "")
    return decode(content, next((one for one in named if one.lower() not in _TRIED), ""))


def charset(content_type: str) -> str:
    """The encoding that a header names, or nothing."""
    found = _CHARSET.search(content_type)
    return found[1] if found else ""


def named_feeds(content: bytes, url: str) -> list[str]:
    """The addresses of the feeds that a page names, in its order."""
    try:
        page = html.fromstring(decode(content)[:HEAD_CHARACTERS].encode())
        links = [link for link in page.iter("link") if link.get("type") in _FEED_TYPES]
        return [
            str(URL(url).join(URL(link.get("href").strip()))) for link in links if link.get("href")
        ]
    except (LxmlError, ValueError, Refused):
        return []
