"""Days in a row, with a day of grace."""

from datetime import date, timedelta

import pytest

from bot.quiz.scoring import streak

TODAY = date(2024, 3, 10)


def days(*ago: int) -> list[date]:
    return [TODAY - timedelta(days=number) for number in ago]


@pytest.mark.parametrize(
    ("played", "expected"),
    [
        ([], 0),
        ([0], 1),
        ([0, 1, 2], 3),
        ([1, 2], 2),
        ([2, 3], 2),
        ([3, 4], 0),
        ([0, 2, 3], 3),
        ([0, 3, 4], 1),
        ([0, 2, 4, 5], 2),
        ([0, 2, 3, 4, 5, 6, 7, 9], 8),
        ([0, 2, 3, 4, 5, 6, 8], 6),
        ([0, 0, 1], 2),
    ],
)
def test_one_missed_day_a_week_is_forgiven(played: list[int], expected: int) -> None:
    assert streak(days(*played), TODAY) == expected


def test_days_to_come_count_for_nothing() -> None:
    assert streak([*days(0), TODAY + timedelta(days=1)], TODAY) == 1


def test_a_streak_crosses_years() -> None:
    assert streak([date(2023, 12, 31), date(2024, 1, 1)], date(2024, 1, 1)) == 2
