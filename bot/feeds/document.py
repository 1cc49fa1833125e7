"""A feed's document, its items, and items recognised as seen before."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, field
from hashlib import sha256

from bot.articles.article import Draft, Rejection
from bot.articles.metadata import canonical_address
from bot.feeds.subscription import SeenItem


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
    """A feed as it was read once; what it does not say is None.

    `site` is the address of the site that it belongs to, `publisher` who stands behind it, and
    `author` who wrote all that names nobody else.
    """

    title: str | None = None
    site: str | None = None
    publisher: str | None = None
    author: str | None = None
    items: tuple[FeedItem, ...] = field(default=())


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What an item became, and whether its page is to be tried again."""

    made: Draft | Rejection
    again: bool = False


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
