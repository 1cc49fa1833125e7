"""The values of a feed and of what it told of, as the store keeps them."""

from dataclasses import dataclass
from typing import Literal

from bot.errors import Refused

FeedState = Literal["active", "paused", "stopped", "gone"]
"""Read on its schedule; paused by somebody; stopped after too many failures; ended by its site."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """A feed of a collection and how it fares; times are in Unix seconds.

    `configured` when it stands in the operator's settings. `due` is when it is read next, and
    `wait_until` before when its server asked not to be. `face` is the platform of its collection's
    server, empty for the operator's own feeds. `tried` is the last attempt, `read` the
    last one that worked. `told` when somebody was told that it is read no more.
    """

    id: int
    collection: str
    url: str
    title: str | None = None
    outlet: str | None = None
    state: FeedState = "active"
    configured: bool = False
    face: str = ""
    added_by: str | None = None
    added: int
    due: int
    wait_until: int | None = None
    tried: int | None = None
    read: int | None = None
    etag: str | None = None
    modified: str | None = None
    moved_to: str | None = None
    moved_seen: int = 0
    failures: int = 0
    error: Refused | None = None
    told: bool = False

    @property
    def name(self) -> str:
        """What people call it: its own name or, while that is not known, its address."""
        return self.title or self.url


@dataclass(frozen=True, slots=True, kw_only=True)
class SeenItem:
    """An item that a feed told of, and the article that it became.

    `name` and `link` identify it in its feed; `key` and `article` are the article's key and public
    id. `told_hash` says whether the feed tells something else of it now, `text_hash` whether the
    article does. Its page is still to be read when there is a time, in Unix seconds, `again_until`
    which that is tried. `baseline` when the feed had it already at the first reading, which makes
    whatever article it becomes, then or later, no news.
    """

    name: str
    link: str | None
    key: str
    article: str
    told_hash: str
    text_hash: str
    again_until: int | None
    baseline: bool


@dataclass(frozen=True, slots=True)
class NewFeed:
    """A feed that was just added, and how many articles it names now."""

    feed: Feed
    items: int


@dataclass(frozen=True, slots=True)
class FeedStatus:
    """A feed of a list, and how many articles it has told of."""

    feed: Feed
    articles: int
