"""The spans of days that a leaderboard looks at."""

from datetime import date

import pytest

from bot.quiz.scoring import Window, day_number, day_of, first_day, local_day


@pytest.mark.parametrize(
    ("window", "today", "first"),
    [
        ("week", date(2024, 3, 10), date(2024, 3, 4)),
        ("week", date(2024, 3, 4), date(2024, 3, 4)),
        ("week", date(2025, 1, 1), date(2024, 12, 30)),
        ("month", date(2024, 3, 10), date(2024, 3, 1)),
        ("all", date(2024, 3, 10), date.min),
    ],
)
def test_a_week_begins_on_monday_and_a_month_on_its_first(
    window: Window, today: date, first: date
) -> None:
    assert first_day(window, today) == first


def test_a_day_has_a_number_in_the_order_of_days() -> None:
    days = [date.min, date(2023, 12, 31), date(2024, 1, 1), date.max]
    numbers = [day_number(day) for day in days]
    assert numbers == sorted(numbers)
    assert numbers[2] == 20_240_101
    assert [day_of(number) for number in numbers] == days


@pytest.mark.parametrize(
    ("zone", "day"),
    [("UTC", 9), ("America/Los_Angeles", 9), ("Pacific/Kiritimati", 10)],
)
def test_the_same_moment_is_another_day_elsewhere(zone: str, day: int) -> None:
    assert local_day(1_710_000_000_000, zone) == date(2024, 3, day)
