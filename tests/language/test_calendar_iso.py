"""What counts as a date, and what becomes of it."""

from datetime import UTC, date, datetime, time

import pytest

from bot.errors import Refused
from bot.language.calendar import iso_date, stated_date


@pytest.mark.parametrize(
    ("value", "expected"),
    [
        (date(2024, 5, 16), "2024-05-16"),
        (datetime(2024, 5, 16, 18, 30, tzinfo=UTC), "2024-05-16T18:30:00+00:00"),
        (datetime(2024, 5, 16, 18, 30), "2024-05-16"),  # noqa: DTZ001 - TOML has such ones
        ("2024-05-16", "2024-05-16"),
        (" 2024-05-16T18:30:00+08:00 ", "2024-05-16T18:30:00+08:00"),
        ("2024-05-16T18:30:00.123Z", "2024-05-16T18:30:00+00:00"),
        ("2024-05-16 18:30 +0800", "2024-05-16T18:30:00+08:00"),
        ("2024-05-16T18:30", "2024-05-16"),
    ],
)
def test_a_date_takes_its_iso_form(value: object, expected: str) -> None:
    assert iso_date(value) == expected


@pytest.mark.parametrize(
    "value",
    [
        *("2024-02-30", "1499-12-31", "2201-01-01", "16 May 2024", "20240516", "x"),
        *("2024-05-16T25:00", "2024-05-16T18:30+99:00", "２０２４-05-16"),
    ],
)
def test_a_bad_date_is_unknown_or_refused(value: str) -> None:
    assert iso_date(value) is None
    with pytest.raises(Refused) as refused:
        stated_date("published", value)
    assert refused.value.variables == {"key": "published", "value": value}


@pytest.mark.parametrize("value", [5, 2.5, True, time(12), ["2024-05-16"]])
def test_what_is_no_date_at_all_is_refused(value: object) -> None:
    with pytest.raises(Refused):
        stated_date("date", value)


def test_a_date_that_is_stated_takes_its_iso_form() -> None:
    assert stated_date("published", "2024-05-16") == "2024-05-16"


@pytest.mark.parametrize("value", [None, "", "  "])
def test_nothing_stated_is_unknown(value: object) -> None:
    assert stated_date("published", value) is None
