"""Wrong values that look like the right one: same format, unit, magnitude and roundness."""

import re
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal

from bot.articles.calendar_dates import MONTHS
from bot.articles.quantities import ORDINALS, WORDS, number_value, plain
from bot.quiz.chance import drawn, mixed

WANTED = 3
"""Wrong options of a question."""
NEAREST, FARTHEST = 0.15, 0.9
"""How far a wrong value is from the right one, as a share of it."""
HUNDRED = 100

_DIGITS = re.compile(r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?")
_WORD = re.compile(r"[A-Za-z]+(?:-[a-z]+)?")
_BY_VALUE = {value: word for word, value in WORDS.items()}
_BY_RANK = {rank: word for word, rank in ORDINALS.items()}
_DAY = re.compile(r"\d{1,2}(?!\d)(st|nd|rd|th)?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"[A-Z][a-z]+\.?")


def number_options(surface: str, value: str, name: str) -> Iterator[list[str]]:
    """Sets of three wrong values for a quantity, in an order by chance drawn from `name`."""
    if value.startswith("ordinal:"):
        yield from _ordinals(surface, int(value.rpartition(":")[2]), name)
        return
    found = _DIGITS.search(surface) or _WORD.match(surface)
    if found is None:
        return
    most = Decimal(HUNDRED) if value.startswith("percent:") else None
    for values in _around(found.group(), most, name):
        written = [_like(found.group(), one) for one in values]
        if all(written):
            yield [surface[: found.start()] + one + surface[found.end() :] for one in written]


def date_options(surface: str, key: str, last: date | None, name: str) -> Iterator[list[str]]:
    """Sets of three wrong dates, none of them after `last`."""
    year, month, day = _parts(key)
    for below in mixed(range(WANTED + 1), name, "below"):
        if not month:
            shifts = _shifts(below, 1, 6, name)
            found = [_year_of(surface, int(year) + shift, last) for shift in shifts]
        elif not day:
            found = [_month_of(surface, int(year), int(month), s, last) for s in _shifts(below, 1, 7, name)]
        else:
            shifts = _shifts(below, 2, 17, name)
            known = int(year) if year else (last.year if last else 2000)
            found = [_day_of(surface, (known, int(month), int(day)), s, last) for s in shifts]
        written = [one for one in found if one]
        if len(set(written)) == WANTED:
            yield written


def _around(numeral: str, most: Decimal | None, name: str) -> Iterator[list[Decimal]]:
    value = number_value(numeral)
    step = _step(numeral)
    count = int(value / step)
    if count % 5 == 0 and count > 10:  # noqa: PLR2004 - 15, 350: as round as their neighbours
        step, count = step * 5, count // 5
    for below in mixed(range(WANTED + 1), name, "below"):
        lower = mixed(_counts(count, -1), name, "lower")[:below]
        upper = mixed(_counts(count, 1), name, "upper")[: WANTED - below]
        values = [step * other for other in (*lower, *upper)]
        if len(values) == WANTED and (most is None or max(values) < most):
            yield values


def _counts(count: int, way: int) -> list[int]:
    """Whole numbers below or above another one: near, yet plainly different, and as round."""
    nearest = max(1, round(count * NEAREST))
    farthest = max(4, round(count * FARTHEST)) if way > 0 else max(1, round(count * 0.6))
    reach = range(nearest, farthest + 1, max(1, nearest // 2 or 1))
    found = [count + way * far for far in reach]
    return [one for one in found if one > 1 and (one % 10 or count < 10)] or [
        one for one in found if one > 1
    ]


def _step(numeral: str) -> Decimal:
    """The last decimal place that the numeral uses: 100 for "1,200", 0.1 for "7.9"."""
    value = number_value(numeral)
    _, digits, exponent = value.as_tuple()
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if value else 0
    return Decimal(10) ** zeros


def _like(numeral: str, value: Decimal) -> str:
    """A value written as the numeral is; empty when it cannot be."""
    if numeral[0].isdigit():
        decimals = len(numeral.partition(".")[2])
        grouped = "," in numeral or (value >= 10_000 and len(numeral) > 4)  # noqa: PLR2004 - "1234"
        return f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
    word = _in_words(int(value)) if value == int(value) and value < HUNDRED else ""
    return word.capitalize() if numeral[0].isupper() else word


def _in_words(value: int) -> str:
    if value in _BY_VALUE:
        return _BY_VALUE[value]
    return f"{_BY_VALUE[value - value % 10]}-{_BY_VALUE[value % 10]}"


def _ordinals(surface: str, rank: int, name: str) -> Iterator[list[str]]:
    for below in mixed(range(WANTED + 1), name, "below"):
        ranks = [*range(rank - below, rank), *range(rank + 1, rank + 1 + WANTED - below)]
        written = [_ordinal_like(surface, one) for one in ranks if one > 1]
        if len([one for one in written if one]) == WANTED:
            yield written


def _ordinal_like(surface: str, rank: int) -> str:
    if surface[0].isdigit():
        return f"{rank}{_suffix(rank)}"
    word = _BY_RANK.get(rank, "")
    return word.capitalize() if surface[0].isupper() else word


def _suffix(number: int) -> str:
    if 10 < number % 100 < 14:  # noqa: PLR2004 - eleventh, twelfth, thirteenth
        return "th"
    return {1: "st", 2: "nd", 3: "rd"}.get(number % 10, "th")


def _shifts(below: int, nearest: int, farthest: int, name: str) -> list[int]:
    lower = mixed(range(nearest, farthest + 1), name, "lower")[:below]
    upper = mixed(range(nearest, farthest + 1), name, "upper")[: WANTED - below]
    return [*(-far for far in lower), *upper]


def _year_of(surface: str, year: int, last: date | None) -> str:
    return "" if last and year > last.year else _YEAR.sub(str(year), surface)


def _month_of(surface: str, year: int, month: int, shift: int, last: date | None) -> str:
    years, months = divmod(year * 12 + month - 1 + shift, 12)
    if last and (years, months + 1) > (last.year, last.month):
        return ""
    return _YEAR.sub(str(years), _with_month(surface, months + 1))


def _day_of(surface: str, day: tuple[int, int, int], shift: int, last: date | None) -> str:
    try:
        moved = date(*day) + timedelta(days=shift)
    except ValueError:
        return ""
    if (last and moved > last) or moved.year != day[0]:
        return ""
    named = _with_month(surface, moved.month)

    def numbered(found: re.Match[str]) -> str:
        return f"{moved.day}{_suffix(moved.day) if found[1] else ''}"

    return _DAY.sub(numbered, named, count=1) if named else ""


def _with_month(surface: str, month: int) -> str:
    stated = _MONTH.search(surface)
    if stated is None:
        return ""
    full = MONTHS[month - 1]
    whole = stated.group().rstrip(".") in MONTHS
    short = full if len(full) < 5 else f"{full[:3]}."  # noqa: PLR2004 - May, June and July
    return surface[: stated.start()] + (full if whole else short) + surface[stated.end() :]


def _parts(key: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"date:(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?", key)
    year, month, day = found.groups() if found else (None, None, None)
    return year or "", month or "", day or ""


_ = (drawn, plain)
