"""The spans of days that a leaderboard looks at."""

from datetime import date, datetime, timedelta
from typing import Literal
from zoneinfo import ZoneInfo

Window = Literal["week", "month", "all"]
WINDOWS: tuple[Window, ...] = ("week", "month", "all")


def first_day(window: Window, today: date) -> date:
    """The first day of this ISO week, of this month, or of all time."""
    if window == "week":
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if window == "month" else date.min


def local_day(moment: int, zone: str) -> date:
    """The day that it is at a moment, in Unix milliseconds, in a zone."""
    return datetime.fromtimestamp(moment / 1000, ZoneInfo(zone)).date()


def day_number(day: date) -> int:
    """A day as a number such as 20240516, in the order of days."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The day that such a number stands for."""
    return date(number // 10_000, number // 100 % 100, number % 100)
