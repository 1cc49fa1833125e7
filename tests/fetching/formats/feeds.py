"""Feeds of one item, written and read for tests."""

from datetime import UTC, datetime

from bot.feeds.document import FeedDocument, FeedItem
from bot.fetching.formats.parsing import feed_document

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)
URL = "https://news.example/feeds/all"
SPACES = (
    'xmlns:dc="http://purl.org/dc/elements/1.1/" xmlns:dcterms="http://purl.org/dc/terms/" '
    'xmlns:content="http://purl.org/rss/1.0/modules/content/" '
    'xmlns:media="http://search.yahoo.com/mrss/" xmlns:a="http://www.w3.org/2005/Atom" '
    'xmlns:itunes="http://www.itunes.com/dtds/podcast-1.0.dtd" '
    'xmlns:fb="http://rssnamespace.org/feedburner/ext/1.0"'
)


def read(content: str | bytes, content_type: str = "") -> FeedDocument:
    """What a feed says."""
    written = content.encode() if isinstance(content, str) else content
    return feed_document(written, URL, content_type, NOW)


def rss(inside: str, channel: str = "", attributes: str = "") -> str:
    """An RSS feed of one item."""
    item = f"<item {attributes}>{inside}</item>"
    return f'<rss version="2.0" {SPACES}><channel>{channel}{item}</channel></rss>'


def atom(inside: str, feed: str = "", attributes: str = "") -> str:
    """An Atom feed of one entry."""
    space = "http://www.w3.org/2005/Atom"
    return f'<feed xmlns="{space}" {SPACES} {attributes}>{feed}<entry>{inside}</entry></feed>'


def rss_item(inside: str, channel: str = "", attributes: str = "") -> FeedItem:
    """The item of an RSS feed."""
    (item,) = read(rss(inside, channel, attributes)).items
    return item


def atom_item(inside: str, feed: str = "", attributes: str = "") -> FeedItem:
    """The entry of an Atom feed."""
    (item,) = read(atom(inside, feed, attributes)).items
    return item
