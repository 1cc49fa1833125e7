"""Orders of digests: when one is due, over time zones, and what the store keeps of its posts."""

import hashlib
from collections.abc import Container, Iterator
from dataclasses import dataclass, field
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

from bot.articles.article import Article
from bot.digest.digest import Digest

GRACE = timedelta(hours=6)
"""How late a digest is still posted; a morning's news is no news in the evening."""

ON_TIME = timedelta(minutes=15)
"""How late a digest may be without being marked late: many are due at eight, and go in turn."""

LOOKED_BACK = 31
"""Missed local dates that are looked at, and told as skipped; an older absence is no news."""

ONE_DAY = timedelta(days=1)
EVERY_DAY = frozenset(range(7))


@dataclass(frozen=True, slots=True)
class Timing:
    """A wall time in an IANA zone on some days of the week, Monday being 0."""

    at: time
    zone: str
    days: frozenset[int] = EVERY_DAY


@dataclass(frozen=True, slots=True)
class Slot:
    """A local date, and the instant (UTC) at which its digest is due."""

    day: date
    due: datetime


@dataclass(frozen=True, slots=True)
class Due:
    """What to do now: at most one slot to post, and slots that were missed for good."""

    post: Slot | None
    missed: tuple[Slot, ...] = ()


def slot(timing: Timing, day: date) -> Slot:
    """The slot of a local date.

    A time that the clocks leap over falls into the hour after it; one that they show twice counts
    the first time (`fold=0`).
    """
    local = datetime.combine(day, timing.at, ZoneInfo(timing.zone))
    return Slot(day, local.astimezone(UTC))


def due(timing: Timing, since: datetime, settled: Container[date], now: datetime) -> Due:
    """The newest unsettled slot in (`since`, `now`], when it is within the grace; and the missed.

    `settled` are the local dates that the ledger has a row for, whatever came of them.
    """
    open_slots = [s for s in _slots(timing, since, now) if s.day not in settled]
    if open_slots and now - open_slots[-1].due <= GRACE:
        return Due(open_slots[-1], tuple(open_slots[:-1]))
    return Due(None, tuple(open_slots))


def following(timing: Timing, after: datetime, settled: Container[date] = frozenset()) -> Slot:
    """The first slot after an instant whose local date is not settled."""
    day = after.astimezone(ZoneInfo(timing.zone)).date()
    while True:
        found = slot(timing, day)
        if day.weekday() in timing.days and found.due > after and day not in settled:
            return found
        day += ONE_DAY


def is_late(due_at: datetime, now: datetime) -> bool:
    """Whether a digest that is posted now must be marked late, and may ping nobody."""
    return now - due_at > ON_TIME


def _slots(timing: Timing, since: datetime, now: datetime) -> Iterator[Slot]:
    last = now.astimezone(ZoneInfo(timing.zone)).date()
    first = max(since.astimezone(ZoneInfo(timing.zone)).date(), last - LOOKED_BACK * ONE_DAY)
    # A slot in a leap at midnight may show the date after its own.
    for number in range((last - first).days + 2):
        found = slot(timing, first + (number - 1) * ONE_DAY)
        if found.day.weekday() in timing.days and since < found.due <= now:
            yield found


State = Literal["planned", "posted", "empty", "skipped", "failed"]
"""A local date's row begins as planned, unless there is nothing to post, and ends as another.

What a migration left behind is `outdated` in the database: it counts as no row, and planning or
skipping its date takes its place."""

NONCE_CHARACTERS = 25
"""Discord's limit, too short for the key itself."""

MARK_DIGITS = 12
"""48 bits: no two posts of one channel ever share a mark."""


def part_key(schedule: int, day: date, ordinal: int) -> str:
    """The name of one part of a digest; the same in every process, before and after a crash."""
    return f"digest/{schedule}/{day.isoformat()}/{ordinal}"


def nonce(key: str) -> str:
    """What Discord is given, so that sending a part twice within minutes makes one message."""
    return hashlib.sha256(f"nonce/{key}".encode()).hexdigest()[:NONCE_CHARACTERS]


def mark(key: str) -> str:
    """What a part shows, so that it can be found again in the channel."""
    return hashlib.sha256(f"mark/{key}".encode()).hexdigest()[:MARK_DIGITS]


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
    """What a post told, for later ones and for status.

    `told` are the ids of the articles that it told, `articles` of all that it considered.
    """

    read: int = 0
    told: tuple[str, ...] = ()
    articles: tuple[str, ...] = ()
    left_out: dict[str, int] = field(default_factory=dict)

    @classmethod
    def of(cls, digest: Digest) -> "PostContent":
        """What a post of a digest tells."""
        told = (a.id for s in digest.told for a in (*s.articles, *s.opinions, *s.copies))
        shown = tuple(dict.fromkeys(told))
        left_out = (item.article_id for item in digest.left_out)
        considered = tuple(dict.fromkeys((*shown, *left_out)))
        return cls(digest.read, shown, considered, digest.reasons)


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
