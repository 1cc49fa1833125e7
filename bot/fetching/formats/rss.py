"""RSS and Atom: from the text of a feed to its items."""

import io
import logging
from collections.abc import Iterable, Iterator
from datetime import datetime
from typing import Any

import feedparser
from lxml import etree

from bot.articles.metadata import MAX_NAME, MAX_TITLE, MAX_URL, one_line, topic_names, web_address
from bot.articles.readers.markup import fragment_text
from bot.feeds.document import FeedDocument, FeedItem, item_date
from bot.fetching.formats.items import read_items
from bot.fetching.formats.safe_xml import well_formed

CONTENT_TYPE = "application/xml; charset=utf-8"

MOST_TRIES = 40
"""Halvings of a feed that breaks its reader: three such items among a thousand are found."""

ITEMS = etree.XPath(
    "//*[local-name() = 'item' or local-name() = 'entry']"
    "[not(ancestor::*[local-name() = 'item' or local-name() = 'entry'])]"
)

Entry = dict[str, Any]  # Any: feedparser has no types

log = logging.getLogger(__name__)


def xml_document(text: str, url: str, now: datetime) -> FeedDocument | None:
    """The feed that is written in a text, read from `url`; None when it is no RSS or Atom.

    Broken XML is read as far as it goes. Refused when it is an attack.
    """
    content = well_formed(text)
    if content is None:
        return None
    read = _parsed(content, url, iter(range(MOST_TRIES)))
    if not read.get("version"):
        return None
    return FeedDocument(
        title=_line(read.feed, MAX_TITLE),
        site=web_address(read.feed.get("link")),
        items=read_items(url, read.entries, lambda entry: _item(entry, read.feed, now)),
    )


def _parsed(content: bytes, url: str, tries: Iterator[int]) -> Any:  # noqa: ANN401 - feedparser has no types
    """What feedparser makes of a feed, without the items that break it."""
    headers = {"content-type": CONTENT_TYPE, "content-location": url}
    try:
        return feedparser.parse(
            io.BytesIO(content),
            response_headers=headers,
            resolve_relative_uris=False,
            sanitize_html=False,
        )
    except Exception:
        items = len(ITEMS(etree.fromstring(content)))
        log.warning("%s broke its reader at one of %d items", url, items, exc_info=items == 1)
    if items == 0 or next(tries, None) is None:
        return feedparser.FeedParserDict(feed={}, entries=[])
    half = (items + 1) // 2
    read = _parsed(_without(content, range(half, items)), url, tries) if items > 1 else None
    rest = _parsed(_without(content, range(half)), url, tries)
    if read is None or not read.get("version"):
        return rest
    read.entries += rest.entries
    return read


def _without(content: bytes, left_out: range) -> bytes:
    root = etree.fromstring(content)
    for item in ITEMS(root)[left_out.start : left_out.stop]:
        item.getparent().remove(item)
    return bytes(etree.tostring(root, encoding="utf-8"))


def _item(entry: Entry, feed: Entry, now: datetime) -> FeedItem:
    source = (entry.get("source") or {}).get("title") or entry.get("publisher")
    edited = entry["updated"] if "updated" in entry and "published" in entry else None
    return FeedItem(
        guid=(entry.get("id") or "").strip()[:MAX_URL] or None,
        url=web_address(entry.get("feedburner_origlink")) or web_address(entry.get("link")),
        title=_line(entry, MAX_TITLE),
        text=max(_texts(entry), key=len, default=""),
        outlet=one_line(fragment_text(source or ""), MAX_NAME),
        author=_authors(entry),
        published=_published(entry, now),
        edited=edited,
        language=_language(entry, feed),
        topics=topic_names([*_tags(entry.get("tags") or ())]),
    )


def _texts(entry: Entry) -> Iterator[str]:
    summary = {"value": entry.get("summary"), **(entry.get("summary_detail") or {})}
    return map(_words, [*(entry.get("content") or ()), summary])


def _words(part: Entry) -> str:
    written = part.get("value") or ""
    return written if str(part.get("type")).endswith("/plain") else fragment_text(written)


def _authors(entry: Entry) -> str | None:
    named = [one_line(person.get("name"), MAX_NAME) for person in entry.get("authors") or ()]
    names = dict.fromkeys(name for name in named if name and "@" not in name)
    return one_line(", ".join(names), MAX_NAME)


def _published(entry: Entry, now: datetime) -> str | None:
    for name in ("published", "updated"):
        # feedparser would warn, and answer with the other one.
        if name in entry:
            found = item_date(entry[name], entry.get(f"{name}_parsed"), now)
            if found is not None:
                return found
    return None


def _language(entry: Entry, feed: Entry) -> str | None:
    detail = entry.get("title_detail") or {}
    stated: str | None = detail.get("language") or feed.get("language")
    return stated


def _tags(tags: Iterable[Entry]) -> Iterator[str]:
    for tag in tags:
        name = str(tag.get("label") or tag.get("term") or "")
        if "://" not in name and any(map(str.isalpha, name)):
            yield name


def _line(titled: Entry, limit: int) -> str | None:
    """The title of an entry or feed, on one line."""
    return one_line(_words(titled.get("title_detail") or {}), limit)
