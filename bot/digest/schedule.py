"""When a digest is due: slots over time zones; the states, keys and marks of a post."""

import hashlib
from collections.abc import Container, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

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
    return _digits(f"nonce/{key}")[:NONCE_CHARACTERS]


def mark(key: str) -> str:
    """What a part shows, so that it can be found again in the channel."""
    return _digits(f"mark/{key}")[:MARK_DIGITS]


def _digits(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
