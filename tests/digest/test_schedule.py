"""A digest is due once on each local date, at its wall time, whatever the clocks do."""

from collections.abc import Iterator
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

import pytest

from bot.digest.schedule import GRACE, LOOKED_BACK, Due, Timing, due, following, is_late, slot

HALF_A_MINUTE = timedelta(seconds=30)
START = datetime(2026, 3, 10, tzinfo=UTC)
ZONES = (
    *("America/New_York", "America/Santiago", "America/St_Johns", "Europe/London", "Europe/Berlin"),
    *("Asia/Beirut", "Australia/Lord_Howe", "Pacific/Auckland", "Africa/Casablanca", "Asia/Gaza"),
)
"""Leaps at midnight, of half an hour, backwards in winter, and around a month of fasting."""

TIMES = (time(0, 0), time(1, 30), time(2, 30), time(8, 0))
YEARS = range(2024, 2028)


@pytest.mark.parametrize(
    ("zone", "day", "at", "utc", "local"),
    [
        ("America/New_York", date(2026, 3, 8), time(2, 30), "07:30", "03:30"),
        ("America/New_York", date(2026, 11, 1), time(1, 30), "05:30", "01:30"),
        ("America/Santiago", date(2026, 9, 6), time(0, 0), "04:00", "01:00"),
        ("Asia/Beirut", date(2026, 3, 29), time(0, 0), "22:00", "01:00"),
        ("Europe/London", date(2026, 3, 29), time(1, 30), "01:30", "02:30"),
    ],
)
def test_a_time_in_a_leap_is_an_hour_later_and_a_repeated_one_the_first(
    zone: str, day: date, at: time, utc: str, local: str
) -> None:
    found = slot(Timing(at, zone), day)
    assert f"{found.due:%H:%M}" == utc
    assert f"{found.due.astimezone(ZoneInfo(zone)):%H:%M}" == local


def changes(zone: str) -> Iterator[datetime]:
    """Every instant of the years at which the clocks of a zone change."""
    place = ZoneInfo(zone)
    hour = datetime(YEARS.start, 1, 1, tzinfo=UTC)
    while hour.year in YEARS:
        following_hour = hour + timedelta(hours=1)
        if hour.astimezone(place).utcoffset() != following_hour.astimezone(place).utcoffset():
            yield hour
        hour = following_hour


def beaten(timing: Timing, start: datetime, end: datetime) -> list[date]:
    """The local dates that are posted when somebody looks every half minute."""
    posted: list[date] = []
    now = start
    while now < end:
        found = due(timing, start, posted, now)
        assert found.missed == ()
        posted += [found.post.day] if found.post else []
        # A heart that beats at odd seconds, but need not beat while nothing is near.
        next_slot = following(timing, now, posted).due
        now = max(now + HALF_A_MINUTE, next_slot - HALF_A_MINUTE * 3 + timedelta(seconds=7))
    return posted


@pytest.mark.parametrize("zone", ZONES)
def test_around_every_change_each_local_date_is_posted_once(zone: str) -> None:
    found = list(changes(zone))
    assert len(found) >= 2 * len(YEARS)
    place = ZoneInfo(zone)
    for change in found:
        start = change - timedelta(hours=36)
        end = change + timedelta(hours=36)
        for at in TIMES:
            days = beaten(Timing(at, zone), start, end)
            first, last = start.astimezone(place).date(), end.astimezone(place).date()
            every = [first + timedelta(days=n) for n in range((last - first).days + 1)]
            expected = [d for d in every if start < slot(Timing(at, zone), d).due <= end]
            assert days == sorted(set(days))
            assert days == expected


@pytest.mark.parametrize("zone", ZONES)
def test_three_days_without_the_bot_are_one_post_or_none_and_the_rest_is_missed(zone: str) -> None:
    timing = Timing(time(8), zone)
    for change in changes(zone):
        start = change - timedelta(hours=36)
        for hours in range(0, 24, 5):
            now = start + timedelta(hours=72 + hours)
            found = due(timing, start, frozenset(), now)
            days = [s.day for s in found.missed] + ([found.post.day] if found.post else [])
            assert days == sorted(set(days))
            assert len(days) in (3, 4)
            newest = slot(timing, days[-1]).due
            assert bool(found.post) == (now - newest <= GRACE)
            assert due(timing, start, days, now) == Due(None)


def test_only_slots_after_the_order_count() -> None:
    ordered = START + timedelta(hours=10)
    assert due(Timing(time(8), "UTC"), ordered, (), START + timedelta(hours=12)) == Due(None)


def test_a_changed_time_or_zone_does_not_post_a_date_twice() -> None:
    now = START + timedelta(hours=20)
    found = due(Timing(time(19), "UTC"), START, {START.date()}, now)
    assert found == Due(None)
    moved = Timing(time(9), "Asia/Tokyo")
    assert following(moved, now, {date(2026, 3, 11)}).day == date(2026, 3, 12)


def test_days_of_the_week_are_kept() -> None:
    timing = Timing(time(8), "UTC", frozenset({0, 4}))
    week = [following(timing, START + timedelta(days=n)).day.weekday() for n in range(7)]
    assert set(week) == {0, 4}
    assert due(timing, START, (), START + timedelta(hours=9)) == Due(None)


def test_a_leap_day_and_the_turn_of_a_year_are_ordinary() -> None:
    timing = Timing(time(8), "UTC")
    assert following(timing, datetime(2028, 2, 28, 9, tzinfo=UTC)).day == date(2028, 2, 29)
    assert following(timing, datetime(2026, 12, 31, 9, tzinfo=UTC)).day == date(2027, 1, 1)


def test_a_long_absence_is_told_for_a_month_only() -> None:
    found = due(Timing(time(8), "UTC"), START - timedelta(days=400), (), START)
    assert len(found.missed) in (LOOKED_BACK, LOOKED_BACK + 1)


@pytest.mark.parametrize(("minutes", "late"), [(1, False), (15, False), (16, True)])
def test_a_quarter_of_an_hour_is_on_time(minutes: int, *, late: bool) -> None:
    assert is_late(START, START + timedelta(minutes=minutes)) == late
