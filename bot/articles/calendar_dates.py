"""Dates that a text states: days, months and years, with what is known of them.

"16 May 2024", "May 16" and "October 2023" are found; "Thursday" and "last year" are not dates.
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

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
