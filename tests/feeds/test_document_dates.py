"""Dates as feeds write them."""

from datetime import UTC, datetime
from time import struct_time

import pytest

from bot.feeds.document import item_date

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)


def parsed(*parts: int) -> struct_time:
    return struct_time((*parts, 0, 0, 0))


def test_what_a_person_wrote_keeps_its_zone() -> None:
    assert item_date("Tue, 19 May 2026 23:30 -0700", parsed(2026, 5, 20, 6, 30, 0), NOW) == (
        "2026-05-19T23:30:00-07:00"
    )


def test_a_form_of_no_standard_is_what_the_library_made_of_it() -> None:
    assert item_date("19. Mai 2026", parsed(2026, 5, 19, 8, 0, 0), NOW) == (
        "2026-05-19T08:00:00+00:00"
    )


@pytest.mark.parametrize("year", [0, 1, 1969, 1989, 2027, 99_999])
def test_a_year_that_cannot_be_meant_is_unknown(year: int) -> None:
    assert item_date(None, parsed(year, 5, 19, 8, 0, 0), NOW) is None


def test_without_a_date_there_is_none() -> None:
    assert item_date(None, None, NOW) is None
