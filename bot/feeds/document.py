"""A feed's document, its items, their dates as written, and items recognised as seen before."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from hashlib import sha256

from bot.articles.article import Draft, Rejection
from bot.articles.metadata import canonical_address
from bot.feeds.subscription import SeenItem
from bot.language.calendar import iso_date


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedItem:
    """One article as a feed tells of it; what it does not say is None or empty.

    `guid` names the item within its feed. `text` is the longest text that the feed carries, as
    plain lines; `outlet` is stated by the item itself. Dates are ISO.
    """

    guid: str | None = None
    url: str | None = None
    title: str | None = None
    text: str = ""
    outlet: str | None = None
    author: str | None = None
    published: str | None = None
    edited: str | None = None
    language: str | None = None
    topics: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedDocument:
    """A feed as it was read once; `site` is the address of the site that it belongs to."""

    title: str | None = None
    site: str | None = None
    items: tuple[FeedItem, ...] = field(default=())


EARLIEST = date(1990, 1, 1)
"""Before there were feeds; what is older is a counter that was never set."""

AHEAD = timedelta(days=1)
"""How far a date may lie ahead of us: zones are mixed up, and evening papers bear tomorrow's."""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What an item became, and whether its page is to be tried again."""

    made: Draft | Rejection
    again: bool = False


def item_date(written: str | None, parsed: Sequence[int] | None, now: datetime) -> str | None:
    """The ISO form of an item's date, with its own zone; None when it is none that can be meant.

    `parsed` is what a library made of it, in UTC, for the forms that are in no standard.
    """
    stated = _stated(written or "") or _counted(parsed)
    if stated is None:
        return None
    day = date.fromisoformat(stated[:10])
    return stated if EARLIEST <= day <= (now + AHEAD).date() else None


def _stated(written: str) -> str | None:
    found = iso_date(written)
    if found is not None:
        return found
    try:
        return iso_date(parsedate_to_datetime(written))
    except (ValueError, TypeError, OverflowError):
        return None


def _counted(parsed: Sequence[int] | None) -> str | None:
    if not parsed:
        return None
    year, month, day, hour, minute, second = parsed[:6]
    try:
        return iso_date(datetime(year, month, day, hour, minute, second, tzinfo=UTC))
    except (ValueError, OverflowError):
        return None


TELLING_WORDS = 20
"""Words of a text below which two items that share it may be two notes of one form."""

Named = tuple[str, FeedItem]
"""An item and the name by which its feed knows it."""


def named_items(items: Sequence[FeedItem]) -> list[Named]:
    """Each item with its name: its guid, else its address, else its words; the first of each name.

    A guid that several items share is the mistake of a program, and names none of them.
    """
    shared = Counter(item.guid for item in items)
    named: dict[str, FeedItem] = {}
    for item in items:
        named.setdefault(_name(item, unique=shared[item.guid] == 1), item)
    return list(named.items())


def link_of(item: FeedItem) -> str | None:
    """The item's address in the form in which two can be compared."""
    return canonical_address(item.url) if item.url else None


def told_hash(item: FeedItem) -> str:
    """What changes when a feed tells something else of an item; a moved date is nothing else."""
    return _hash([item.title, item.text, link_of(item), item.edited])


def text_hash(draft: Draft) -> str:
    """What changes when an article does: its title and its text."""
    return _hash([draft.title, draft.text])


class SeenItems:
    """Items that were seen before, found again by name or address."""

    def __init__(self, seen: Iterable[SeenItem]) -> None:
        self._names: dict[str, SeenItem] = {}
        self._links: dict[str, SeenItem] = {}
        for item in seen:
            self._names[item.name] = item
            if item.link is not None:
                self._links[item.link] = item

    def of(self, name: str, item: FeedItem) -> SeenItem | None:
        """The item of this name, else the one of this address."""
        return self._names.get(name) or self._links.get(link_of(item) or "")


def _name(item: FeedItem, *, unique: bool) -> str:
    if item.guid and unique:
        return item.guid
    return link_of(item) or told_hash(item)


def _hash(value: object) -> str:
    return sha256(json.dumps(value, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
