"""Dates as they are stated: an ISO date, a date-time with its zone, or unknown."""

import re
from datetime import date, datetime

from bot.errors import Refused

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
