"""The items of a feed, each read by itself: one that breaks its reader keeps no other out."""

import logging
from collections.abc import Callable, Iterable
from functools import partial
from itertools import islice
from typing import TypeVar

from bot.articles.article import Rejection, attempted
from bot.feeds.document import FeedItem

MOST_ITEMS = 1_000
"""Items of one feed; long ones hold a few hundred, and what is older was read before."""

Entry = TypeVar("Entry")

log = logging.getLogger(__name__)


def read_items(
    url: str, entries: Iterable[Entry], read: Callable[[Entry], FeedItem | None]
) -> tuple[FeedItem, ...]:
    """The items that `read` makes of a feed's entries; those that break it go into the log."""
    made = [attempted(url, partial(read, entry)) for entry in islice(entries, MOST_ITEMS)]
    for number, item in enumerate(made, start=1):
        if isinstance(item, Rejection):
            log.warning("item %d of %s broke its reader\n%s", number, url, item.trace)
    return tuple(item for item in made if isinstance(item, FeedItem))
