"""Dates as feeds write them."""

from datetime import UTC, datetime

import pytest

from bot.feeds.dates import item_date
from bot.feeds.month_names import month_of

NOW = datetime(2026, 5, 20, 12, tzinfo=UTC)

IN_THEIR_ZONE = {
    "2026-05-19T23:30:00-07:00": (
        *("Tue, 19 May 2026 23:30 -0700", "19 May 26 23:30:00 MST", "2026-05-19T23:30:00-07:00"),
        *("2026-05-19 23:30 -07", "Tuesday, 19-May-26 23:30:00 PDT", "20260519T233000-0700"),
        *("Tue May 19 23:30:00 PDT 2026", "May 19, 2026 11:30 p.m. MST"),
        *("Ter, 19 mai 2026 23:30:00 -0700", "mar., 19 mayo 2026 23:30:00 -07:00"),
        *("Τρι, 19 Μαΐ 2026 23:30:00 -0700", "2026-május-19T23:30-07:00"),
        *("Tue, 2026/05/19 23:30:00 PDT", "2026-05-19T23:30:00.1234567-07:00"),
    ),
    "2026-05-19T08:00:00+00:00": (
        *("Tue, 19 May 2026 08:00:00 GMT", "Tue, 19 May 2026 8:00 Z", "2026-05-19T08:00Z"),
        *("Tue, 19 May 2026 08:00:00 -0000", "19 May 2026 08:00:00 UTC (morning)"),
        *("Tue, 19 May 2026 08:00:00 GMT+0000", "20260519T0800Z"),
    ),
    "2026-05-19T12:05:59+02:00": (
        *("19 мая 2026, 12:05:60 +0200", "Tue, 19 May 2026 12:05:59 PM CEST"),
    ),
    "2026-05-19T00:05:00+09:00": ("Tue, 19 May 2026 12:05 am JST",),
    "2026-02-28T10:00:00-03:00": ("Sáb, 28 Fev 2026 10:00:00 -0300",),
    "2004-01-01T10:00:00+05:30": ("Thu, 01 Jan 04 10:00:00 +0530",),
    "1999-12-31T23:59:00-05:00": ("Fri, 31 Dec 99 23:59 EST",),
}
THE_DAY_ONLY = {
    "2026-05-19": (
        *("2026-05-19", "20260519", "2026-139", "2026/5/19 15:07:41", "2026.05.19", "19.05.2026"),
        *("19/05/2026 at noon", "5/19/2026", "19-05-2026", "Tue, 19 May 2026 08:00:00"),
        *("19. Mai 2026, 10:00 Uhr", "19 de maio de 2026 às 18h30", "2026년 05월 19일 01:31:15"),
        *("2026-05-19 오후 11:23:17", "2026年5月19日", "Tue May 19 12:00:00 2026"),
        *("Tue, 19 May 2026 08:00:00 IST", "Tue, 19 May 2026 08:00 Europe/Brussels"),
        *("Tue, 19 May 2026 25:61:00 GMT", "Tue, 19 May 2026 08:00:00 +9999"),
        *("Tue, 19 May 2026 08:00:00 +0123",),
    ),
    "2025-05-05": ("05/05/2025",),
    "2025-12-31": ("2025/12/31 23:59:59",),
}
NOT_READ = (
    *("", "soon", "yesterday", "1 May", "May 2026", "2026", "2026-05", "2026-05-40", "2026-366"),
    *("05/06/2025", "31/02/2026", "Tue, 99 May 2026 08:00:00 GMT", "19 5 2026", "19 Tue 2026"),
    *("19 May 2026 and 20 May 2026", "19 May 202", "119 May 2026", "19 listopad 2025", "08:00"),
    *("1716105600", "19 May 2026 " + "x" * 100, "2026/5-19"),
)
NOT_MEANT = (
    *("Mon, 01 Jan 0001 00:00:00 +0000", "Fri, 31 Dec 9999 23:59:59 GMT", "9999-366"),
    *("Thu, 01 Jan 1970 00:00:00 GMT", "1989-12-31", "22 May 2026", "۱۴۰۵/۰۲/۲۹"),
)


@pytest.mark.parametrize(
    ("written", "stated"),
    [
        (one, day)
        for many in (IN_THEIR_ZONE, THE_DAY_ONLY)
        for day, ones in many.items()
        for one in ones
    ],
)
def test_a_date_is_read_with_its_own_zone_or_as_its_day(written: str, stated: str) -> None:
    assert item_date(written, NOW) == stated


@pytest.mark.parametrize("written", [*NOT_READ, *NOT_MEANT])
def test_a_date_that_is_not_certain_is_none(written: str) -> None:
    assert item_date(written, NOW) is None


def test_without_a_date_there_is_none() -> None:
    assert item_date(None, NOW) is None


def test_tomorrow_is_a_date_and_the_day_after_is_none() -> None:
    assert item_date("2026-05-21", NOW) == "2026-05-21"
    assert item_date("2026-05-22", NOW) is None


@pytest.mark.parametrize(
    ("word", "month"),
    [("Sept", 9), ("août", 8), ("März", 3), ("dez", 12), ("Aralık", 12), ("lipca", 7), ("июл", 7)],
)
def test_a_month_is_known_by_its_name_in_many_languages(word: str, month: int) -> None:
    assert month_of(word) == month


@pytest.mark.parametrize("word", ["listopada", "lip", "červ", "ju", "Tue", "maybe", ""])
def test_a_name_that_may_mean_two_months_or_none_is_none(word: str) -> None:
    assert month_of(word) is None
