"""What the store keeps of digests: schedules, the ledger's rows, and articles as they came in."""

from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from typing import Literal

from bot.articles.article import Article
from bot.digest.schedule import State, Timing

Paused = Literal["asked", "channel_gone", "server_gone", "permissions"]
"""Why a schedule rests: somebody asked for it, or nothing can be posted there."""

Position = Literal["channel", "thread"]
"""Where a part of a digest is posted: in the channel itself, or in the thread under it."""


@dataclass(frozen=True, slots=True, kw_only=True)
class DigestOrder:
    """A digest as somebody ordered it: where, when, on what, and how it is posted.

    Ids are text, as the platform `face` writes them; `made_by` is empty when that was forgotten.
    A server has one digest of a topic in a channel; an empty topic stands for everything.
    """

    face: str
    server: str
    channel: str
    topic: str
    made_by: str
    timing: Timing
    role: str | None = None
    silent: bool = False
    quiz: bool = False
    tell_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Schedule(DigestOrder):
    """An order that is kept; only slots after `since` count, in Unix seconds."""

    id: int
    since: int
    paused: Paused | None
    next_due: int


@dataclass(frozen=True, slots=True)
class Part:
    """One message of a digest as it will be sent.

    `message` is its id once it was, empty when it was deleted since.
    """

    ordinal: int
    place: Position
    mark: str
    payload: str
    message: str | None = None


@dataclass(frozen=True, slots=True)
class PostContent:
    """What a post told, for later ones and for status; ids of stories and of articles."""

    read: int = 0
    stories: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Post:
    """A row of the ledger: a local date of a schedule and what became of it; Unix seconds."""

    id: int
    schedule_id: int
    day: date
    due: int
    state: State
    reason: str | None
    window_start: int
    window_end: int
    planned: int
    attempts: int
    content: PostContent

    @property
    def due_at(self) -> datetime:
        """When it is due, in UTC."""
        return datetime.fromtimestamp(self.due, UTC)


@dataclass(frozen=True, slots=True)
class Claimed:
    """A post that this process may send until its lease ends, and its parts."""

    post: Post
    parts: tuple[Part, ...]


@dataclass(frozen=True, slots=True)
class Arrival:
    """An article with its row, when it came in (Unix seconds, None unknown), and its day."""

    row: int
    article: Article
    first_seen: int | None
    baseline: bool
    day: date | None
