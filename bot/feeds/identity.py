"""What makes an item of a feed the same as one that was seen before."""

import json
from collections import Counter
from collections.abc import Iterable, Sequence
from hashlib import sha256

from bot.articles.addresses import canonical_address
from bot.articles.article import Draft
from bot.feeds.items import Item
from bot.storage.subscriptions import SeenItem

TELLING_WORDS = 20
"""Words of a text below which two items that share it may be two notes of one form."""

Named = tuple[str, Item]
"""An item and the name by which its feed knows it."""


def named_items(items: Sequence[Item]) -> list[Named]:
    """Each item with its name: its guid, else its address, else its words; the first of each name.

    A guid that several items share is the mistake of a program, and names none of them.
    """
    shared = Counter(item.guid for item in items)
    named: dict[str, Item] = {}
    for item in items:
        named.setdefault(_name(item, unique=shared[item.guid] == 1), item)
    return list(named.items())


def link_of(item: Item) -> str | None:
    """The item's address in the form in which two can be compared."""
    return canonical_address(item.url) if item.url else None


def told_hash(item: Item) -> str:
    """What changes when a feed tells something else of an item; a moved date is nothing else."""
    return _hash([item.title, item.text, link_of(item), item.edited])


def text_hash(draft: Draft) -> str:
    """What changes when an article does: its title and its text."""
    return _hash([draft.title, draft.text])


class Known:
    """Items that were seen before, found again by name or address."""

    def __init__(self, seen: Iterable[SeenItem]) -> None:
        self._names: dict[str, SeenItem] = {}
        self._links: dict[str, SeenItem] = {}
        for item in seen:
            self._names[item.name] = item
            if item.link is not None:
                self._links[item.link] = item

    def of(self, name: str, item: Item) -> SeenItem | None:
        """The item of this name, else the one of this address."""
        return self._names.get(name) or self._links.get(link_of(item) or "")


def _name(item: Item, *, unique: bool) -> str:
    if item.guid and unique:
        return item.guid
    return link_of(item) or told_hash(item)


def _hash(told: object) -> str:
    return sha256(json.dumps(told, ensure_ascii=False).encode("utf-8", "replace")).hexdigest()
