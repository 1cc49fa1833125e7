"""The reader of dates: in running text, and as ISO dates with their day numbers."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import Refused

MONTHS = (
    "January February March April May June July August September October November December"
).split()
"""The names of the months, in order."""

_SHORT = {name[:3].casefold(): number for number, name in enumerate(MONTHS, start=1)}
_MONTH = rf"(?:{'|'.join(MONTHS)}|(?:Jan|Feb|Mar|Apr|Jun|Jul|Aug|Sept?|Oct|Nov|Dec)\.?(?![a-z]))"
_YEAR = r"(?:1[5-9]|20)\d\d"
_DATE = re.compile(
    rf"""(?<![\w/-])(?:
      (?P<month_first>{_MONTH})\s(?P<day_after>\d{{1,2}})(?:st|nd|rd|th)?
        (?!\d|[:.,]\d{{1,2}}\b|\s?[ap]\.?m)(?:,?\s(?P<year_1>{_YEAR}))?
    | (?P<day_before>\d{{1,2}})(?:st|nd|rd|th)?\s(?:of\s)?(?P<month_second>{_MONTH})
        (?:,?\s(?P<year_2>{_YEAR}))?
    | (?P<month_only>{_MONTH}),?\s(?:of\s)?(?P<year_3>{_YEAR})
    | (?<![$£€¥#])(?P<year_only>{_YEAR})
    )(?![\w%]|[-–—/]\d|[.,:]\d)""",
    re.VERBOSE,
)
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of a text: its span and its parts; a part that is not stated is None."""

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None

    @property
    def key(self) -> str:
        """The same text for the same date: `date:2024-05-16`, `date:2023-10`, `date:--05-16`."""
        year = f"{self.year:04}" if self.year else "-"
        parts = [f"{part:02}" for part in (self.month, self.day) if part]
        return "date:" + "-".join([year, *parts])


def stated_dates(text: str, start: int, end: int) -> Iterator[StatedDate]:
    """The dates between two offsets, in order."""
    for found in _DATE.finditer(text, start, end):
        day = found["day_after"] or found["day_before"]
        month = found["month_first"] or found["month_second"] or found["month_only"]
        year = found["year_1"] or found["year_2"] or found["year_3"] or found["year_only"]
        if day is not None and not 1 <= int(day) <= LONGEST_MONTH:
            continue
        yield StatedDate(
            found.start(),
            found.end(),
            int(year) if year else None,
            _SHORT[month[:3].casefold()] if month else None,
            int(day) if day else None,
        )


def day_of(year: int, month: int, day: int) -> date | None:
    """The day with these numbers, None when there is none: 31 June."""
    try:
        return date(year, month, day)
    except ValueError:
        return None


# Before printed news, and after any date an article can bear: a slip of the pen.
YEARS = range(1500, 2201)
# Enough of a bad value to find it in the file.
SHOWN_CHARACTERS = 60

_ISO = re.compile(
    r"\d{4}-\d\d-\d\d(?:[T ]\d\d:\d\d(?::\d\d(?:\.\d{1,6})?)?(?: ?(?:Z|[+-]\d\d(?::?\d\d)?))?)?",
    re.ASCII,
)


def iso_date(value: object) -> str | None:
    """Return the ISO form of a date, date-time or ISO string, or None when it is no date.

    A date-time without a zone keeps only its date; years outside 1500 to 2200 are no dates.
    """
    moment = _parsed(value) if isinstance(value, str) else value
    if not isinstance(moment, date) or moment.year not in YEARS:
        return None
    if not isinstance(moment, datetime):
        return moment.isoformat()
    if moment.tzinfo is None:
        return moment.date().isoformat()
    return moment.isoformat(timespec="seconds")


def stated_date(key: str, value: object) -> str | None:
    """Return the ISO form of a date that a person wrote down, None when nothing is written.

    Raises Refused, naming the key and the value, when it is no date.
    """
    if value is None or (isinstance(value, str) and not value.strip()):
        return None
    stated = iso_date(value)
    if stated is None:
        shown = " ".join(str(value)[:SHOWN_CHARACTERS].split())
        raise Refused("refused/bad_date", key=key, value=shown)
    return stated


def _parsed(text: str) -> date | None:
    if not _ISO.fullmatch(text := text.strip()):
        return None
    try:
        if ":" not in text:
            return date.fromisoformat(text)
        return datetime.fromisoformat(text.replace(" +", "+").replace(" -", "-").replace(" Z", "Z"))
    except ValueError:
        return None
