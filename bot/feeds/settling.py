"""What becomes of an item that was read: a new article, a new version, or nothing new."""

from dataclasses import dataclass, replace

from bot.articles.article import Draft
from bot.feeds.identity import Named, link_of, text_hash, told_hash
from bot.feeds.item_reading import ReadItem
from bot.storage.rows import public_id
from bot.storage.subscriptions import Feed, SeenItem

TRIED_FOR = 24 * 3_600
"""Seconds for which a page that could not be read is tried again."""

ANOTHERS = ""
"""Stands for the hash of a text that came by another way: whoever brought an article keeps it."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An item to read, what it was the last time, and whether its page may be read."""

    named: Named
    old: SeenItem | None
    with_page: bool


@dataclass(frozen=True, slots=True)
class Settled:
    """The article to save, None when nothing is new of it; and what to remember of the item."""

    draft: Draft | None
    seen: SeenItem | None


def settled(
    one: Pending, became: ReadItem, same: SeenItem | None, feed: Feed, now: int, *, taken: bool
) -> Settled:
    """Decide on an item; `same` is an earlier one of its text, `taken` when its key is in use."""
    old, made = one.old, became.made
    fresh = _fresh(one, became, feed, now)
    if not isinstance(made, Draft):
        return Settled(None, fresh)
    if same is not None:
        known = replace(fresh, key=same.key, article=same.article, text_hash=same.text_hash)
        return Settled(None, known)
    if old is None or not old.key:
        named = replace(fresh, key=made.key, article=public_id(feed.collection, made.key))
        if taken:
            return Settled(None, named)
        return Settled(made, replace(named, text_hash=text_hash(made)))
    return _edited(replace(made, key=old.key), old, fresh, again=became.again)


def _edited(made: Draft, old: SeenItem, fresh: SeenItem, *, again: bool) -> Settled:
    hashed = text_hash(made)
    if old.text_hash in (ANOTHERS, hashed):
        return Settled(None, fresh)
    # What is whole is not given up for an excerpt because its site was slow for an hour.
    if again and old.again_until is None:
        return Settled(None, None)
    return Settled(made, replace(fresh, text_hash=hashed))


def _fresh(one: Pending, became: ReadItem, feed: Feed, now: int) -> SeenItem:
    """What is remembered of an item in any case."""
    name, item = one.named
    old = one.old
    return SeenItem(
        name=name,
        link=link_of(item),
        key=old.key if old else "",
        article=old.article if old else "",
        told_hash=told_hash(item),
        text_hash=old.text_hash if old else ANOTHERS,
        again_until=_again_until(old, now) if became.again else None,
        baseline=old.baseline if old else feed.read is None,
    )


def _again_until(old: SeenItem | None, now: int) -> int:
    """Until when a page is tried again that could not be read now."""
    if old is not None and old.again_until is not None:
        return old.again_until
    return now + TRIED_FOR
