"""What a feed says: its own name and the items in it, whatever format it came in."""

from dataclasses import dataclass, field


@dataclass(frozen=True, slots=True, kw_only=True)
class Item:
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
    items: tuple[Item, ...] = field(default=())
