"""JSON Feed: from the text of a feed to its items."""

from collections.abc import Iterator
from datetime import datetime
from typing import Any

from bot.articles.metadata import MAX_TITLE, MAX_URL, one_line, topic_names
from bot.articles.readers.json import parsed
from bot.articles.readers.markup import fragment_text
from bot.errors import Refused
from bot.feeds.dates import item_date
from bot.feeds.document import FeedDocument, FeedItem
from bot.fetching.formats.items import read_items
from bot.fetching.formats.people import people
from bot.fetching.formats.wording import line_text
from bot.fetching.formats.xml_fields import MOST_OF_ONE, joined_address

MOST_NODES = 50_000
"""Objects and lists of one feed: a thousand items have some ten thousand."""

BARE_VERSION = "1."
VERSIONS = ("https://jsonfeed.org/version/", "http://jsonfeed.org/version/", BARE_VERSION)

Loaded = dict[str, Any]  # Any: whatever a feed says


def json_document(text: str, url: str, now: datetime) -> FeedDocument | None:
    """The feed that is written in a text, read from `url`; None when it is no JSON Feed.

    An item that is not in form is left out, the others are kept. Refused when it holds more than
    any feed.
    """
    if text.count("{") + text.count("[") > MOST_NODES:
        raise Refused("fetch/nested")
    try:
        feed = parsed(text)
    except Refused:
        return None
    if not isinstance(feed, dict) or not _words(feed, "version").startswith(VERSIONS):
        return None
    items = feed.get("items")
    if not isinstance(items, list) and _words(feed, "version").startswith(BARE_VERSION):
        return None
    site = joined_address(_words(feed, "feed_url") or url, _words(feed, "home_page_url"))
    return FeedDocument(
        title=one_line(_words(feed, "title"), MAX_TITLE),
        site=site,
        author=people(_people(feed)),
        items=read_items(
            url,
            items if isinstance(items, list) else [],
            lambda entry: _item(entry, feed, site or url, now),
        ),
    )


def _item(entry: object, feed: Loaded, base: str, now: datetime) -> FeedItem | None:
    if not isinstance(entry, dict):
        return None
    guid = _words(entry, "id")
    addresses = (joined_address(base, _words(entry, name)) for name in ("url", "external_url"))
    texts = (
        _words(entry, "content_text"),
        fragment_text(_words(entry, "content_html")),
        _words(entry, "summary"),
    )
    dates = (item_date(_words(entry, name), now) for name in ("date_published", "date_modified"))
    return FeedItem(
        guid=guid[:MAX_URL] or None,
        url=next(filter(None, addresses), None) or joined_address(None, guid),
        title=one_line(line_text(_words(entry, "title")), MAX_TITLE),
        text=max(texts, key=len),
        author=people(_people(entry)) or people(_people(feed)),
        published=next(filter(None, dates), None),
        edited=_words(entry, "date_modified") or None,
        language=_words(entry, "language") or _words(feed, "language") or None,
        topics=topic_names([str(tag) for tag in _listed(entry, "tags") if isinstance(tag, str)]),
    )


def _people(loaded: Loaded) -> Iterator[str]:
    """The names of the people of an item or feed, in the forms of either version."""
    for person in (*_listed(loaded, "authors"), *_listed(loaded, "author")):
        yield _words(person, "name") if isinstance(person, dict) else str(person or "")


def _listed(loaded: Loaded, name: str) -> list[Any]:  # Any: whatever a feed says
    value = loaded.get(name)
    return (value if isinstance(value, list) else [value])[:MOST_OF_ONE]


def _words(loaded: Loaded, name: str) -> str:
    """A text or number of an object, as text; nothing in its place."""
    value = loaded.get(name)
    return str(value).strip() if isinstance(value, (str, int, float)) else ""
