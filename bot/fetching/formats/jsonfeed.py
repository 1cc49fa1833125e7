"""JSON Feed: from the text of a feed to its items."""

from datetime import datetime

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.articles.metadata import MAX_NAME, MAX_TITLE, MAX_URL, one_line, topic_names, web_address
from bot.articles.readers.json import parsed
from bot.articles.readers.markup import fragment_text
from bot.errors import Refused
from bot.feeds.document import FeedDocument, FeedItem, item_date
from bot.fetching.formats.items import read_items

MOST_NODES = 50_000
"""Objects and lists of one feed: a thousand items have some ten thousand."""

VERSION = "https://jsonfeed.org/version/"


class _JsonAuthor(BaseModel):
    name: str | None = None


class _JsonItem(BaseModel):
    """One item; what else it holds is ignored."""

    model_config = ConfigDict(extra="ignore", coerce_numbers_to_str=True)

    id: str | None = None
    url: str | None = None
    title: str | None = None
    content_html: str | None = None
    content_text: str | None = None
    summary: str | None = None
    date_published: str | None = None
    date_modified: str | None = None
    language: str | None = None
    tags: list[str] = []
    authors: list[_JsonAuthor] = []
    author: _JsonAuthor | None = None


class _JsonFeed(BaseModel):
    model_config = ConfigDict(extra="ignore")

    version: str
    title: str | None = None
    home_page_url: str | None = None
    language: str | None = None
    items: list[object] = []


def json_document(text: str, url: str, now: datetime) -> FeedDocument | None:
    """The feed that is written in a text, read from `url`; None when it is no JSON Feed.

    An item that is not in form is left out, the others are kept. Refused when it holds more than
    any feed.
    """
    if text.count("{") + text.count("[") > MOST_NODES:
        raise Refused("fetch/nested")
    try:
        feed = _JsonFeed.model_validate(parsed(text))
    except (Refused, ValidationError):
        return None
    if not feed.version.startswith(VERSION):
        return None
    return FeedDocument(
        title=one_line(feed.title, MAX_TITLE),
        site=web_address(feed.home_page_url),
        items=read_items(url, feed.items, lambda entry: _item(entry, feed.language, now)),
    )


def _item(loaded: object, language: str | None, now: datetime) -> FeedItem | None:
    try:
        entry = _JsonItem.model_validate(loaded)
    except ValidationError:
        return None
    texts = (entry.content_text, fragment_text(entry.content_html or ""), entry.summary)
    people = [*entry.authors, *([entry.author] if entry.author else [])]
    names = dict.fromkeys(name for name in (one_line(p.name, MAX_NAME) for p in people) if name)
    return FeedItem(
        guid=(entry.id or "").strip()[:MAX_URL] or None,
        url=web_address(entry.url),
        title=one_line(entry.title, MAX_TITLE),
        text=max((text or "" for text in texts), key=len),
        author=one_line(", ".join(names), MAX_NAME),
        published=item_date(entry.date_published, None, now),
        edited=entry.date_modified,
        language=entry.language or language,
        topics=topic_names(entry.tags),
    )
