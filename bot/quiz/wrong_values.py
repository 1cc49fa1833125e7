"""Wrong values that look like the right one: same format, unit, magnitude and roundness."""

import re
from collections.abc import Iterable, Iterator, Sequence
from datetime import date, timedelta
from decimal import Decimal

from bot.language.english.lexicon import MONTHS
from bot.language.english.units import SMALL
from bot.language.numerals import DIGITS, SMALL_NUMBER, numeral_at
from bot.quiz.selection import mixed

WANTED = 3
"""Wrong options of a question."""
NEAREST, FARTHEST = 0.15, 0.9
"""How far a wrong value is from the right one, as a share of it."""
LOWEST = 0.4
"""The lowest wrong value, as a share of the right one."""
PRECISE = 100
"""Steps of its last decimal place from which on a value is measured: nobody runs 9.85 in 18.10."""
CLOSE, FAR = 0.03, 0.25
"""How far a wrong value is from a measured one."""
TEENS = 19
"""Up to here every number is as likely as its neighbours."""
HUNDRED, THOUSAND = 100, 1_000
SEPTEMBER = 9
"""The one month that has four letters when it is short: "Sept."."""
LEAP = 2000
"""A year that has every day, for a date whose year nobody knows."""

BELOW = (0, 1, 1, 2, 2, 3)
"""Chances of how many wrong values are lower. The ends are rarer, for the right value of "more
than" is always the lowest: so in all it is in each place as often."""

_BELOW: dict[int, tuple[int, ...]] = {-1: (0,), 0: (), 1: (WANTED,)}
"""How many wrong values are lower when the words before bound them; without a bound, by chance."""
_LEAST = re.compile(
    r"\b(?:in excess of|(?:more|greater|higher|larger|bigger|longer|older) than|at least|"
    r"(?:well |just )?over|above|"
    r"exceed(?:s|ed|ing)?|upwards? of|beyond|surpass\w*|topp(?:ed|ing)|tops)\s+(?:a |an |the )?$",
    re.IGNORECASE,
)
_MOST = re.compile(
    r"\b(?:(?:less|fewer|lower|smaller|shorter|younger) than|at most|(?:just )?under|below|up to|"
    r"as (?:many|much|high|long|far) as|nearly|almost|approaching|nearing|close to)\s+(?:a |an |"
    r"the )?$",
    re.IGNORECASE,
)
_NUMERAL = re.compile(rf"{DIGITS}|\b(?:{SMALL_NUMBER}-)?{SMALL_NUMBER}\b")  # "1,200", "Ninety-nine"
_BY_VALUE = {value: word for word, value in SMALL.items()}
_MARK = re.compile(r"(?<=\d)[^\d.]")  # what groups the digits of "12,500" and "12 500"
_DAY = re.compile(r"\d{1,2}(?!\d)(st|nd|rd|th)?")
_YEAR = re.compile(r"\d{4}")
_MONTH = re.compile(r"[A-Z][a-z]+\.?")


def bound(before: str) -> int:
    """Which way values are right as well after these words: -1 for lower ones, 1 for higher ones.

    "More than 300" is true of 200 too, "nearly 300" of 400: those must not be wrong options.
    """
    if _LEAST.search(before):
        return -1
    return 1 if _MOST.search(before) else 0


def number_options(
    surface: str, value: str, name: str, bounded: int = 0, others: Iterable[Decimal] = ()
) -> Iterator[list[str]]:
    """Sets of three wrong values for a quantity, in an order by chance drawn from `name`.

    None of them lies on the side where values are right as well. `others` are percentages beside
    this one: with the largest of them no wrong one makes more than the whole.
    """
    most = HUNDRED - max(others, default=Decimal(0)) if value.startswith("percent:") else None
    if most is not None and most <= Decimal(value.rpartition(":")[2]):
        most = Decimal(HUNDRED)  # they are no parts of one whole
    if found := _NUMERAL.search(surface):
        yield from _like_number(surface, found, _around(found.group(), most, name, bounded))


def _like_number(
    surface: str, found: re.Match[str], around: Iterable[Sequence[Decimal]]
) -> Iterator[list[str]]:
    for values in around:
        written = [_like(found.group(), one) for one in values]
        is_sum = surface[: found.start()] != ""  # "an $8 note": no wrong value may sound so
        if all(written) and not (is_sum and any(re.match("8|1[18]", one) for one in written)):
            yield [surface[: found.start()] + one + surface[found.end() :] for one in written]


def date_options(surface: str, key: str, last: date | None, name: str) -> Iterator[list[str]]:
    """Sets of three wrong dates, none of them after `last`."""
    year, month, day = _parts(key)
    nearest, farthest = (2, 17) if day else (1, 7 if month else 6)
    for below in mixed(range(WANTED + 1), name, "below"):
        written: set[str] = set()
        for shift in _shifts(below, nearest, farthest, name):
            if not month:
                written.add(_year_of(surface, int(year) + shift, last))
            elif not day:
                written.add(_month_of(surface, int(year), int(month), shift, last))
            else:
                known = int(year) if year else last.year if last else LEAP
                written.add(_day_of(surface, (known, int(month), int(day)), shift, last))
        if "" not in written and len(written) == WANTED:
            yield sorted(written)


def _around(numeral: str, most: Decimal | None, name: str, bounded: int) -> Iterator[list[Decimal]]:
    value = _value(numeral)
    lower, upper = _below_and_above(value, _step(numeral))
    chances = [BELOW[place] for place in mixed(range(len(BELOW)), name, "below")]
    for below in _BELOW[bounded] or dict.fromkeys(chances):
        values = [
            *mixed(lower, name, "lower")[:below],
            *mixed(upper, name, "upper")[: WANTED - below],
        ]
        if len(values) == WANTED and (most is None or max(values) < most):
            yield values


def _below_and_above(value: Decimal, step: Decimal) -> tuple[list[Decimal], list[Decimal]]:
    """Values below and above: near, yet plainly different, and as round."""
    count = int(value / step)
    if count == 1 and step > 1:  # 10, 100: as round are only ten times more or less
        return [value / 2], [value * Decimal(times) for times in ("1.5", "2", "3", "4")]
    if count % 5 == 0 and count > TEENS:  # 350: as round as its neighbours
        step, count = step * 5, count // 5
    is_precise = step < 1 and count >= PRECISE
    near, far, lowest = (CLOSE, FAR, 1 - FAR) if is_precise else (NEAREST, FARTHEST, LOWEST)
    nearest = max(1, round(count * near))
    stride = max(1, nearest // 2)
    below = range(count - nearest, max(1, round(count * lowest)) - 1, -stride)
    above = range(count + nearest, count + max(4, round(count * far)) + 1, stride)
    return _as_round(below, count, step), _as_round(above, count, step)


def _as_round(counts: Iterable[int], count: int, step: Decimal) -> list[Decimal]:
    kept = [one for one in counts if one > 1 or step > 1]
    plain = [one for one in kept if one % 10 or count <= TEENS] or kept
    return [step * one for one in plain]


def _step(numeral: str) -> Decimal:
    """The last decimal place that the numeral uses: 100 for "1,200", 0.1 for "7.9"."""
    value = _value(numeral)
    _, digits, exponent = value.as_tuple()
    if isinstance(exponent, int) and exponent < 0:
        return Decimal(1).scaleb(exponent)
    if value <= TEENS:
        return Decimal(10 if value == 10 else 1)  # noqa: PLR2004 - the one round number of them
    zeros = len(digits) - len("".join(map(str, digits)).rstrip("0")) if value else 0
    return Decimal(10) ** zeros


def _value(numeral: str) -> Decimal:
    read = numeral_at(numeral, 0, len(numeral))
    return read.value if read else Decimal(0)


def _like(numeral: str, value: Decimal) -> str:
    """A value written as the numeral is; empty when it cannot be."""
    if numeral[0].isdigit():
        decimals = len(numeral.partition(".")[2])
        mark = _MARK.search(numeral)
        grouped = mark or (value >= THOUSAND and len(numeral) < len("1234"))
        written = f"{value:,.{decimals}f}" if grouped else f"{value:.{decimals}f}"
        return written.replace(",", mark.group()) if mark else written
    word = _in_words(int(value)) if value == int(value) and value < HUNDRED else ""
    return word.capitalize() if numeral[0].isupper() else word


def _in_words(value: int) -> str:
    if value in _BY_VALUE:
        return _BY_VALUE[value]
    return f"{_BY_VALUE[value - value % 10]}-{_BY_VALUE[value % 10]}"


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
    short = full if len(full) < 5 else f"{full[: 4 if month == SEPTEMBER else 3]}."  # noqa: PLR2004 - May, June and July
    return surface[: stated.start()] + (full if whole else short) + surface[stated.end() :]


def _parts(key: str) -> tuple[str, str, str]:
    found = re.fullmatch(r"date:(?:(\d{4})|-)(?:-(\d\d))?(?:-(\d\d))?", key)
    year, month, day = found.groups() if found else (None, None, None)
    return year or "", month or "", day or ""
