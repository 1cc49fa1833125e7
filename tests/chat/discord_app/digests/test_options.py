"""Times and days as people write them."""

from datetime import time

import pytest

from bot.chat.digest_options import days_of_week, days_written, time_of_day
from bot.errors import WrongUse


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("08:00", time(8)),
        ("8", time(8)),
        (" 8.30 ", time(8, 30)),
        ("17h45", time(17, 45)),
        ("8 am", time(8)),
        ("12 am", time(0)),
        ("12 pm", time(12)),
        ("8:15 p.m.", time(20, 15)),
        ("00:00", time(0)),
        ("23:59", time(23, 59)),
    ],
)
def test_a_time_is_read(written: str, expected: time) -> None:
    assert time_of_day(written) == expected


@pytest.mark.parametrize(
    "written", ["", "noon", "24:00", "8:60", "13 pm", "0 am", "8:0", "-1", "@"]
)
def test_what_is_no_time_is_told(written: str) -> None:
    with pytest.raises(WrongUse) as refused:
        time_of_day(written)
    assert refused.value.variables == {"time": written}


@pytest.mark.parametrize(
    ("written", "expected"),
    [
        ("daily", range(7)),
        ("Every day", range(7)),
        ("weekdays", range(5)),
        ("weekends", (5, 6)),
        ("mon, wed, fri", (0, 2, 4)),
        ("Monday and Thursday", (0, 3)),
        ("mon-fri", range(5)),
        ("sat to mon", (5, 6, 0)),
        ("tue", (1,)),
    ],
)
def test_days_are_read(written: str, expected: tuple[int, ...]) -> None:
    assert days_of_week(written) == frozenset(expected)


@pytest.mark.parametrize("written", ["", "someday", "mon-", "mon-tue-wed", "8", "mon,,tue"])
def test_what_are_no_days_is_told(written: str) -> None:
    with pytest.raises(WrongUse):
        days_of_week(written)


@pytest.mark.parametrize("days", ["daily", "weekdays", "weekends", "mon, wed", "sun"])
def test_days_are_written_as_they_are_read(days: str) -> None:
    assert days_written(days_of_week(days)) == days
