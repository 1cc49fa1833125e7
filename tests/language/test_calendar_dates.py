"""Dates are found with what is stated of them."""

import pytest

from bot.language.calendar import day_of, stated_dates


def keys(text: str) -> list[str]:
    return [stated.key for stated in stated_dates(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("16 May 2024", "date:2024-05-16"),
        ("May 16, 2024", "date:2024-05-16"),
        ("the 16th of May", "date:--05-16"),
        ("June 1st", "date:--06-01"),
        ("Oct. 7", "date:--10-07"),
        ("October 2023", "date:2023-10"),
        ("1998", "date:1998"),
    ],
)
def test_a_date_has_one_key(text: str, key: str) -> None:
    assert keys(f"It was on {text}.") == [key]


@pytest.mark.parametrize(
    "text",
    ["Thursday", "last year", "1990s", "2007-08", "$2000", "May 10 a.m.", "May 45", "may 5"],
)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert keys(f"It was {text} or so.") == []


def test_a_day_that_is_none_is_told() -> None:
    assert day_of(2024, 6, 31) is None
    assert str(day_of(2024, 6, 30)) == "2024-06-30"
