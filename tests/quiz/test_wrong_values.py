"""Wrong values look like the right one, and are not right as well."""

from collections import Counter
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.numbers import quantities
from bot.quiz.wrong_values import bound, date_options, number_options


def first(surface: str, value: str, bounded: int = 0) -> list[str]:
    return next(number_options(surface, value, "seed", bounded))


@pytest.mark.parametrize(
    ("surface", "value"),
    [
        ("$350 million", "money:usd:350000000"),
        ("Fifteen", "count:boat:15"),
        ("7.9 km", "measure:km:7.9"),
        ("18,870", "count:hour:18870"),
        ("100", "count:boat:100"),
        ("thirteen days", "duration:day:13"),
        ("9,500", "count:boat:9500"),
        ("9.85 seconds", "duration:second:9.85"),
        ("five-year", "duration:year:5"),
        ("12 500", "count:boat:12500"),
        ("1’250’000", "count:boat:1250000"),
        ("-7 degrees", "measure:degree:-7"),
    ],
)
def test_wrong_numbers_have_the_format_of_the_right_one(surface: str, value: str) -> None:
    options = first(surface, value)
    assert len({surface, *options}) == 4
    for option in options:
        assert option[0].isupper() == surface[0].isupper()
        assert option.split()[1:] == surface.split()[1:]
        assert ("." in option) == ("." in surface)


@given(st.integers(3, 5_000_000), st.text(min_size=1, max_size=3))
def test_wrong_counts_are_three_others(number: int, name: str) -> None:
    for options in number_options(f"{number:,}", f"count:boat:{number}", name):
        values = [next(quantities(one, 0, len(one))).value for one in options]
        assert len({number, *values}) == 4


def test_no_percentage_is_over_the_whole() -> None:
    for options in number_options("90 percent", "percent:90", "seed"):
        assert all(int(option.split()[0]) < 100 for option in options)


@pytest.mark.parametrize(
    ("others", "most"),
    [((), 100), ((20,), 80), ((20, 45), 55), ((70,), 100)],  # 70 and 43 are no parts of a whole
)
def test_no_percentage_makes_more_than_the_whole_with_those_beside_it(
    others: tuple[int, ...], most: int
) -> None:
    sets = [
        options
        for name in "abcdefgh"
        for options in number_options(
            "43 percent", "percent:43", name, others=list(map(Decimal, others))
        )
    ]
    highest = max(int(option.split()[0]) for options in sets for option in options)
    assert most - 30 < highest < most


@pytest.mark.parametrize("surface", ["9.85", "12.4", "1.86"])
def test_wrong_measured_values_are_near(surface: str) -> None:
    for options in number_options(f"{surface} seconds", f"duration:second:{surface}", "seed"):
        for option in options:
            value = Decimal(option.split()[0])
            assert abs(value / Decimal(surface) - 1) <= Decimal("0.26")
            assert len(option.split()[0].partition(".")[2]) == len(surface.partition(".")[2])


ENDINGS = {1: "st", 2: "nd", 3: "rd", 21: "st", 22: "nd", 23: "rd", 31: "st"}
"""The endings of days that do not have "th"."""


@pytest.mark.parametrize("day", ["May 3rd", "May 19th", "May 28th"])
def test_wrong_days_have_the_endings_of_theirs(day: str) -> None:
    for options in date_options(day, f"date:--05-{day[4:-2]:0>2}", None, "seed"):
        for option in options:
            number = option.split()[1]
            assert number[-2:] == ENDINGS.get(int(number[:-2]), "th")


def test_the_right_number_is_in_every_place_and_less_often_at_an_end() -> None:
    sets = [next(number_options("340", "count:boat:340", f"seed {n}")) for n in range(300)]
    lower = Counter(sum(int(one) < 340 for one in options) for options in sets)
    assert set(lower) == {0, 1, 2, 3}
    assert max(lower[0], lower[3]) < min(lower[1], lower[2])


def test_the_same_name_draws_the_same() -> None:
    assert first("340", "count:boat:340") == first("340", "count:boat:340")


@pytest.mark.parametrize(
    ("before", "way"),
    [
        ("more than ", -1),
        ("at least ", -1),
        ("in excess of ", -1),
        ("nearly ", 1),
        ("up to ", 1),
        ("about ", 0),
        ("", 0),
    ],
)
def test_words_before_a_number_bound_it(before: str, way: int) -> None:
    assert bound(f"Norwick bought {before}") == way


def test_no_wrong_number_lies_where_it_would_be_right_as_well() -> None:
    assert all(int(one) > 340 for one in first("340", "count:boat:340", -1))
    assert all(int(one) < 340 for one in first("340", "count:boat:340", 1))


def test_what_cannot_be_written_alike_gives_no_options() -> None:
    assert list(number_options("?", "count:boat:0", "seed")) == []
    assert list(number_options("half a million", "count:boat:500000", "seed")) == []
    for options in number_options("ninety boats", "count:boat:90", "seed"):
        assert all(option.endswith(" boats") and option[0].isalpha() for option in options)


def test_wrong_numbers_do_not_tell_an_article_before_a_sum() -> None:
    for options in number_options("$16", "money:usd:16", "seed"):
        assert not any(option.startswith(("$8", "$11", "$18")) for option in options)


@pytest.mark.parametrize(
    ("surface", "key"),
    [
        ("1998", "date:1998"),
        ("October 2001", "date:2001-10"),
        ("Oct. 2001", "date:2001-10"),
        ("18 April 2005", "date:2005-04-18"),
        ("June 1st", "date:--06-01"),
        ("May 12", "date:--05-12"),
    ],
)
def test_wrong_dates_have_the_format_of_the_right_one(surface: str, key: str) -> None:
    for options in date_options(surface, key, date(2024, 3, 5), "seed"):
        assert len({surface, *options}) == 4
        assert all(len(one.split()) == len(surface.split()) for one in options)


def test_no_wrong_date_lies_after_the_report() -> None:
    last = date(2001, 10, 20)
    for options in date_options("2001", "date:2001", last, "seed"):
        assert all(int(option) <= 2001 for option in options)
    for options in date_options("October 2001", "date:2001-10", last, "seed"):
        assert "November 2001" not in options
    for options in date_options("October 18", "date:--10-18", last, "seed"):
        assert not any(option.startswith("November") for option in options)


def test_a_day_that_is_none_gives_no_options() -> None:
    assert list(date_options("February 30", "date:--02-30", None, "seed")) == []
    assert list(date_options("2.5.2001", "date:2001-05-02", None, "seed")) == []
    assert list(date_options("2001", "date:2001", None, "seed"))
    assert list(date_options("May 12", "date:--05-12", None, "seed"))
