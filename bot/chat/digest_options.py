"""What people write for a time of day and for days of the week."""

import re
from datetime import time

from bot.digest.schedule import EVERY_DAY
from bot.errors import WrongUse

CLOCK = re.compile(
    r"(?P<hour>\d{1,2})(?:[:.h](?P<minute>\d\d))?\s*(?P<half>am|pm|a\.m\.|p\.m\.)?", re.IGNORECASE
)
NOON = 12

NAMES = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
DAY = re.compile(r"(mon|tue|wed|thu|fri|sat|sun)[a-z]*")
RANGE = re.compile(r"\s*(?:-|–|to)\s*")
SETS = {
    "daily": EVERY_DAY,
    "every day": EVERY_DAY,
    "weekdays": frozenset(range(5)),
    "weekends": frozenset({5, 6}),
}


def time_of_day(written: str) -> time:
    """A time as 08:00, 8, 8.30 or 8 pm; WrongUse when it is none."""
    found = CLOCK.fullmatch(written.strip())
    refusal = WrongUse("digest/no_such_time", time=written[:40])
    if found is None:
        raise refusal
    hour, half = int(found["hour"]), (found["half"] or "").lower()[:1]
    if half:
        if not 1 <= hour <= NOON:
            raise refusal
        hour = hour % NOON + (NOON if half == "p" else 0)
    try:
        return time(hour, int(found["minute"] or 0))
    except ValueError:
        raise refusal from None


def days_of_week(written: str) -> frozenset[int]:
    """Days as weekdays, mon-fri, or mon, wed, fri; Monday is 0; WrongUse when they are none."""
    typed = written.strip().casefold()
    if typed in SETS:
        return SETS[typed]
    days: set[int] = set()
    for piece in re.split(r"\s*(?:,|;|\band\b)\s*", typed):
        ends = [DAY.fullmatch(end) for end in RANGE.split(piece)]
        if not all(ends) or len(ends) > 2:  # noqa: PLR2004 - from one day to another
            raise WrongUse("digest/no_such_days", days=written[:40])
        numbers = [NAMES.index(end[1]) for end in ends if end]
        first, last = numbers[0], numbers[-1]
        days.update(day % 7 for day in range(first, last + 1 + 7 * (last < first)))
    return frozenset(days)


def days_written(days: frozenset[int]) -> str:
    """Days in the short form in which they can be written."""
    for name, known in SETS.items():
        if days == known:
            return name
    return ", ".join(NAMES[day] for day in sorted(days))
