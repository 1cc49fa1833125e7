"""Dates as feeds write them, in any of their forms; what cannot be read for certain is no date."""

import re
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone

from bot.feeds.month_names import month_of
from bot.language.calendar import day_of, iso_date

EARLIEST = date(1990, 1, 1)
"""Before there were feeds; what is older is a counter that was never set."""

AHEAD = timedelta(days=1)
"""How far a date may lie ahead of us: zones are mixed up, and evening papers bear tomorrow's."""

MOST_CHARACTERS = 100
"""The longest forms have some fifty; what is longer is a sentence."""

FARTHEST = timedelta(hours=14)
"""The zone farthest from Greenwich; all are some quarters of an hour away."""

QUARTER, NOON, DECEMBER = 15, 12, 12
SHORT, LONG = 2, 4
"""Digits of a day and of a year."""

PIVOT = 69
"""From where on a year of two digits is one of the last century, as in mail (RFC 2822)."""

# 15:07, 9:15:00.25, 11:23 p.m., T23:59:59Z
_TIME = re.compile(
    r"(?<!\d)(?P<before>오전|오후)?\s?(?:(?<=\d)T)?(?P<hour>\d{1,2})[:h](?P<minute>\d\d)"
    r"(?::(?P<second>\d{1,2})(?:[.,]\d{1,9})?)?(?!\d)\s?(?P<half>[ap]\.?m\b\.?)?",
    re.IGNORECASE,
)
# -07:00, +0100, GMT+1, (UTC), EST, Z
_ZONE = re.compile(
    r"\s?\(?(?P<name>[A-Z]{1,5})?(?:\s?(?P<sign>[+-])(?P<hours>\d{1,2})(?::?(?P<minutes>\d\d))?"
    r"(?!\d))?\)?(?!\w)",
    re.IGNORECASE,
)
_YEAR_FIRST = re.compile(  # 2026-05-19, 2016/6/29, 2004년 05월 28일
    r"(?<!\d)(\d{4})(?:([-/.])|[년年]\s?)(\d{1,2})(?(2)\2|[월月]\s?)(\d{1,2})(?!\d)"
)
_COMPACT = re.compile(r"(?<!\d)(\d{4})(\d\d)(\d\d)(?!\d)")  # 20260519
_COMPACT_TIME = re.compile(r"(?<=\d{8}T)(\d\d)(\d\d)(\d\d)?(?!\d)")  # 20260519T080000Z
_ORDINAL = re.compile(
    r"(?<!\d)((?:19|20)\d\d)-([0-3]\d\d)(?!\d)"
)  # 2026-139, ISO's day of the year
_DAY_FIRST = re.compile(r"(?<!\d)(\d{1,2})([./-])(\d{1,2})\2(\d{4})(?!\d)")  # 19.05.2026
_TOKEN = re.compile(r"\d+|[^\W\d_]+")
_NAMED = (
    (0, "Z UT UTC GMT WET"),
    (1, "WEST BST CET MEZ"),
    (2, "CEST MESZ EET"),
    (3, "EEST MSK"),
    (8, "HKT SGT"),
    (9, "JST KST"),
    (10, "AEST"),
    (11, "AEDT"),
    (12, "NZST"),
    (13, "NZDT"),
    (-3, "ADT BRT"),
    (-4, "AST EDT"),
    (-5, "EST CDT"),
    (-6, "CST MDT"),
    (-7, "MST PDT"),
    (-8, "PST AKDT"),
    (-9, "AKST"),
    (-10, "HST"),
)
_HOURS = {name: hours for hours, names in _NAMED for name in names.split()}
"""Zones by name that mean one thing; IST, which means three, leaves a date its day only."""


@dataclass(frozen=True, slots=True)
class _Clock:
    """The time of day and zone of a date, and what is written beside them."""

    hour: int
    minute: int
    second: int
    zone: timezone | None
    beside: str


def item_date(written: str | None, now: datetime) -> str | None:
    """The ISO form of an item's date, with its own zone; None when it is none that can be meant.

    Without a zone that is known it is the day only.
    """
    line = " ".join((written or "").split())
    if not line or len(line) > MOST_CHARACTERS:
        return None
    clock = _clock(_COMPACT_TIME.sub(_spelled, line))
    day = _day(clock.beside if clock else line)
    if day is None or not EARLIEST <= day <= (now + AHEAD).date():
        return None
    return (_moment(day, clock) if clock else None) or iso_date(day)


def _spelled(time: re.Match[str]) -> str:
    return f"{time[1]}:{time[2]}:{time[3] or '00'}"


def _moment(day: date, clock: _Clock) -> str | None:
    if clock.zone is None:
        return None
    try:
        moment = datetime(
            day.year, day.month, day.day, clock.hour, clock.minute, clock.second, tzinfo=clock.zone
        )
    except ValueError:
        return None
    return iso_date(moment)


def _clock(line: str) -> _Clock | None:
    found = _TIME.search(line)
    if found is None:
        return None
    zone = _ZONE.match(line, found.end())
    hour = int(found["hour"])
    half = (found["half"] or "").lower()[:1] or {"오전": "a", "오후": "p"}.get(found["before"], "")
    if half and hour <= NOON:
        hour = hour % NOON + (NOON if half == "p" else 0)
    # A leap second is no second that a computer knows.
    second = min(int(found["second"] or 0), 59)
    known = _zone(zone) if zone else None
    # "12:00 EST 2026" has a zone, "12:00 2026" has none.
    is_zone = known is not None or (zone is not None and zone["sign"] is not None)
    rest = line[zone.end() :] if zone and is_zone else line[found.end() :]
    return _Clock(hour, int(found["minute"]), second, known, f"{line[: found.start()]} {rest}")


def _zone(found: re.Match[str]) -> timezone | None:
    name = (found["name"] or "").upper()
    if found["sign"] is None:
        return timezone(timedelta(hours=_HOURS[name])) if name in _HOURS else None
    offset = timedelta(hours=int(found["hours"]), minutes=int(found["minutes"] or 0))
    if offset > FARTHEST or int(found["minutes"] or 0) % QUARTER:
        return None
    return timezone(-offset if found["sign"] == "-" else offset) if offset else UTC


def _day(text: str) -> date | None:
    if found := _YEAR_FIRST.search(text) or _COMPACT.search(text):
        year, month, day = (int(part) for part in found.groups() if part and part.isdecimal())
        return day_of(year, month, day)
    if found := _ORDINAL.search(text):
        one = date(int(found[1]), 1, 1) + timedelta(days=int(found[2]) - 1)
        return one if one.year == int(found[1]) else None
    if found := _DAY_FIRST.search(text):
        return _numbered(int(found[1]), int(found[3]), int(found[4]), dotted=found[2] == ".")
    return _named(_TOKEN.findall(text))


def _numbered(first: int, second: int, year: int, *, dotted: bool) -> date | None:
    """The day of 19.05.2026 and 05/19/2026; 05/06/2026 is one in Europe, another in America."""
    if dotted or first > DECEMBER or first == second:
        return day_of(year, second, first)
    return day_of(year, first, second) if second > DECEMBER else None


def _named(tokens: list[str]) -> date | None:
    """The day of "Tue, 19 May 2026", "May 19, 2026" and "19 de maio de 26"."""
    numbers = [token for token in tokens if token.isdecimal()]
    months = [month for month in map(month_of, tokens) if month is not None]
    if months[1:] and month_of(tokens[0]) is not None:
        del months[0]  # "mar. 5 ago" begins with a Tuesday
    if len(months) != 1 or len(numbers) != len(("day", "year")):
        return None
    day, year = numbers if len(numbers[0]) <= SHORT else reversed(numbers)
    if len(day) > SHORT or len(year) not in (SHORT, LONG):
        return None
    century = 0 if len(year) == LONG else 2000 if int(year) < PIVOT else 1900
    return day_of(century + int(year), months[0], int(day))
