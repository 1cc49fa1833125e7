"""The reader of dates: in running text with their offsets, and as ISO dates."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, datetime

from bot.errors import Refused
from bot.language.english.lexicon import MONTH, MONTHS, WEEKDAY
from bot.language.numbers import quantities
from bot.language.paragraphs import Span

_BY_NAME = {name[:3]: number for number, name in enumerate(MONTHS, start=1)}
_YEAR = r"(?:1[5-9]|20)\d\d"
_ENDING, _UNTIL = r"(?:st|nd|rd|th)?", r"\s?(?:[-–—]|to)\s?"
_DATE = re.compile(
    rf"""(?=[\dJFMASONDm])(?<![\w/-])(?:
      (?P<name_1>{MONTH})\s(?P<day_1>\d{{1,2}}){_ENDING}
        (?:{_UNTIL}(?P<last_1>\d{{1,2}}){_ENDING}\b)?
        (?!\d|[:.,]\d{{1,2}}\b|\s?[ap]\.?m)(?:,?\s(?P<year_1>{_YEAR}))?
    | (?P<day_2>\d{{1,2}}){_ENDING}(?:{_UNTIL}(?P<last_2>\d{{1,2}}){_ENDING})?\s(?:of\s)?
        (?P<name_2>{MONTH})(?:,?\s(?P<year_2>{_YEAR}))?
    | (?:mid-)?(?P<name_3>{MONTH}),?\s(?:of\s)?(?P<year_3>{_YEAR})
    | (?P<year_4>{_YEAR})-(?P<month>0[1-9]|1[0-2])-(?P<day_4>\d\d)
    | (?<![$£€¥#])(?P<year_5>{_YEAR})
    )(?![\w%]|[-–—/]\d|[.,:]\d)""",
    re.VERBOSE,
)  # "May 16, 2024", "3–5 May", "the 12th of Mar.", "mid-March 2024", "2024-05-16", "1998"
_LEAD = re.compile(r"\b(?:in|since|by|until|of|during)\s+(?:early\s+|late\s+)?\Z", re.IGNORECASE)
_LEAD_REACH = len("during early ")
_LOOSE = re.compile(
    r"\b(?:(?:in|since|by|until|of|during)\s+(?:early\s+|late\s+|mid-)?|(?:early|late)\s|mid-)"
    rf"{MONTH}(?![\w%])(?!,?\s\d)|\b(?:(?:last|next|this|on|late|early|by|since|until)\s+)?{WEEKDAY}"
    r"(?:\s+(?:morning|afternoon|evening|night))?\b|"
    r"\b(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter)\b|"
    r"\b(?:yesterday|today|tomorrow|tonight)\b|"
    r"\ban?\s(?:week|month|year|decade)\s(?:ago|later|earlier)\b"
)  # "in mid-March", "on Monday evening", "last week", "yesterday", "a year ago"
_AGO = re.compile(r"\s+(?:ago|later|earlier)\b")
LONGEST_MONTH = 31


@dataclass(frozen=True, slots=True)
class StatedDate:
    """A date of a text: its span and its parts; a part that is not stated is None.

    `last` is the last of several days: "3-5 May".
    """

    start: int
    end: int
    year: int | None
    month: int | None
    day: int | None
    last: int | None = None

    @property
    def key(self) -> str:
        """The same text for the same date: `date:2024-05-16`, `date:2023-10`, `date:--05-16`."""
        year = f"{self.year:04}" if self.year else "-"
        parts = [f"{part:02}" for part in (self.month, self.day) if part]
        return "date:" + "-".join([year, *parts]) + (f"/{self.last:02}" if self.last else "")


def stated_dates(text: str, start: int, end: int) -> Iterator[StatedDate]:
    """The dates between two offsets that tell a year or the day of a month, in order."""
    for found in _DATE.finditer(text, start, end):
        parts = {name.partition("_")[0]: one for name, one in found.groupdict().items() if one}
        days = [int(parts[name]) if name in parts else None for name in ("day", "last")]
        month = int(parts["month"]) if "month" in parts else _BY_NAME.get(parts.get("name", "")[:3])
        if all(day is None or 1 <= day <= LONGEST_MONTH for day in days):
            year = int(parts["year"]) if "year" in parts else None
            yield StatedDate(found.start(), found.end(), year, month, *days)


def told_dates(text: str, start: int, end: int) -> Iterator[Span]:
    """Every way to tell when: what is stated, "in mid-March", "last week", "two years ago"."""
    for stated in stated_dates(text, start, end):
        near = max(start, stated.start - _LEAD_REACH)
        lead = None if stated.day else _LEAD.search(text, near, stated.start)
        yield Span(lead.start() if lead else stated.start, stated.end)
    for found in _LOOSE.finditer(text, start, end):
        yield Span(found.start(), found.end())
    for quantity in quantities(text, start, end):
        if quantity.kind == "duration" and (ago := _AGO.match(text, quantity.end, end)):
            yield Span(quantity.start, ago.end())


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
