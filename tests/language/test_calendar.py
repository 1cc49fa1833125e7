"""The one table of written dates: each form, the words that are read, and their key."""

import pytest

from bot.language.calendar import day_of, stated_dates, told_dates

WRITTEN = [
    ("2024-05-16", "2024-05-16", "date:2024-05-16"),
    ("16 May 2024", "16 May 2024", "date:2024-05-16"),
    ("May 16, 2024", "May 16, 2024", "date:2024-05-16"),
    ("Monday, 12 March 2024", "12 March 2024", "date:2024-03-12"),
    ("12 Mar. 2024", "12 Mar. 2024", "date:2024-03-12"),
    ("12 Mar, they say", "12 Mar", "date:--03-12"),
    ("the 16th of May", "16th of May", "date:--05-16"),
    ("June 1st", "June 1st", "date:--06-01"),
    ("July 31", "July 31", "date:--07-31"),
    ("Oct. 7", "Oct. 7", "date:--10-07"),
    ("October 2023", "October 2023", "date:2023-10"),
    ("mid-March 2024", "mid-March 2024", "date:2024-03"),
    ("1998", "1998", "date:1998"),
    ("3-5 May", "3-5 May", "date:--05-03/05"),
    ("3–5 May 2024", "3–5 May 2024", "date:2024-05-03/05"),
    ("3rd to 5th of May", "3rd to 5th of May", "date:--05-03/05"),
    ("May 3-5, 2024", "May 3-5, 2024", "date:2024-05-03/05"),
]

NO_DATES = [
    *("Thursday", "last year", "1990s", "2007-08", "$2000", "May 10 a.m.", "May 45", "may 5"),
    "May 32",
    *("2024-13-01", "2024-05-45", "40-45 May"),
]

TOLD = [
    *("4 May 2021", "in 1998", "in May 2021", "in March", "mid-March", "in mid-March"),
    *("late June", "on Monday evening", "by Friday", "last week", "yesterday", "a year ago"),
    *("two years ago", "three days later", "3–5 May"),
]


def read(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.key) for one in stated_dates(text, 0, len(text))]


@pytest.mark.parametrize(("text", "words", "key"), WRITTEN)
def test_a_date_is_read_whole_and_has_one_key(text: str, words: str, key: str) -> None:
    assert read(f"It was on {text}.") == [(words, key)]


@pytest.mark.parametrize("text", NO_DATES)
def test_other_numbers_are_no_dates(text: str) -> None:
    assert read(f"It was {text} or so.") == []


@pytest.mark.parametrize("words", TOLD)
def test_what_tells_when_is_read_whole(words: str) -> None:
    text = f"It sank {words}, they say."
    assert [text[one.start : one.end] for one in told_dates(text, 0, len(text))] == [words]


def test_a_day_that_is_none_is_told() -> None:
    assert day_of(2024, 6, 31) is None
    assert str(day_of(2024, 6, 30)) == "2024-06-30"
