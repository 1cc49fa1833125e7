"""Dates as feeds write them, of which many are wrong."""

from datetime import UTC, date, datetime, timedelta
from email.utils import parsedate_to_datetime
from time import struct_time

from bot.articles.dates import iso_date

EARLIEST = date(1990, 1, 1)
"""Before there were feeds; what is older is a counter that was never set."""

AHEAD = timedelta(days=1)
"""How far a date may lie ahead of us: zones are mixed up, and evening papers bear tomorrow's."""


def item_date(written: str | None, parsed: struct_time | None, now: datetime) -> str | None:
    """The ISO form of an item's date, with its own zone; None when it is none that can be meant.

    `parsed` is what a library made of it, in UTC, for the forms that are in no standard.
    """
    stated = _stated(written or "") or _counted(parsed)
    if stated is None:
        return None
    day = date.fromisoformat(stated[:10])
    return stated if EARLIEST <= day <= (now + AHEAD).date() else None


def _stated(written: str) -> str | None:
    found = iso_date(written)
    if found is not None:
        return found
    try:
        return iso_date(parsedate_to_datetime(written))
    except (ValueError, TypeError, OverflowError):
        return None


def _counted(parsed: struct_time | None) -> str | None:
    try:
        return iso_date(datetime(*parsed[:6], tzinfo=UTC)) if parsed else None
    except (ValueError, OverflowError):
        return None
