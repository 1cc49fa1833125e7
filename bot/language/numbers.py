"""The reader of numbers: every written form of a quantity, with its offsets, value and unit."""

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from decimal import Decimal
from typing import Literal

from bot.language.english.units import (
    ALSO_WORDS,
    COLLECTIVES,
    CURRENCIES,
    DURATIONS,
    NATIONAL_CURRENCIES,
    UNITS,
    sign_currency,
    singular,
)
from bot.language.numerals import (
    HUNDRED,
    REACH,
    SMALL_NUMBER,
    Numeral,
    next_numeral,
    numeral_at,
    plain,
)

QuantityKind = Literal[
    "money", "percent", "fraction", "ordinal", "duration", "age", "measure", "count"
]


_BEFORE = re.compile(
    r"(?P<minus>(?<![^\s(])[-−](?!\s)|\b[Mm]inus\s)?"
    r"(?P<sign>(?<!\w)(?:[A-Z]{0,2}[^\w\s.,:;/()“”‘’'\"+–—−-]|[A-Z]{3}|R[Mp]|Rs\.?"
    r"|[Kk]r|Fr\.?|KSh))?\s?\Z"
)  # "US$", "-", "minus ", "CHF ", "Rs. "
_NO_NUMBER = re.compile(
    r"(?:[\w.,:/+-]|\bNos?\.\s|\bNumber\s|[#№]\s?|(?:\+|\b0)\d[\d ]*)\Z"
)  # "F-", "10:", "No. "
_TO = re.compile(
    r"(?P<share>\s?%|\sper\s?cent)?(?:(?P<dash>[-–—])|\s(?P<word>to|and|–)\s)"
    rf"(?=\D{{0,4}}\d|{SMALL_NUMBER}\b)(?P<sign>[A-Z]{{0,3}}[$£€¥₽₴₹₩₪₺₱]\s?)?"
)  # "10-12", "10% to 12%", "between $10 and $12"
_FROM = re.compile(r"\b[Ff]rom\s+(?:\w+\s)?\Z")
_BETWEEN = re.compile(r"\b[Bb]etween\s+(?:\w+\s)?\Z")
_OTHER = re.compile(
    r"one (?:of|another|by)\b|third (?:world|countr(?:y|ies)|part(?:y|ies))\b", re.IGNORECASE
)
_PERCENT = re.compile(r"\s?%|[\s-](?:per\s?cent|pct|percentage\spoints?)\b", re.IGNORECASE)
_WORD = re.compile(r"(?:[^\S\n]|-)?(U\.S\.|[^\W\d_]+(?:/h\b)?|°[CF]?)(?!\w)")
_OLD, _PLURAL = re.compile(r"[\s-]olds?\b|\sof\sage\b"), re.compile(r"\s[a-z]+s\b")
_DEGREES = re.compile(r"\s(celsius|fahrenheit)\b", re.IGNORECASE)
_METRES = re.compile(r"\dm\Z")
_YEAR, _YEARS = re.compile(r"(?:1[5-9]|2[01])\d\d"), re.compile(r"1\d{3}[-–—]\d{2,4}(?!\d)")
_SIGN_REACH = len("minus CHF ")
LONGEST_COUNTRY = 2
"""Words that may name a country: "New Zealand dollars"."""
_NOUN = re.compile(r"\s+([a-z][a-z’'-]*)", re.IGNORECASE)
NOUN_REACH = 4
"""Words after a number among which its noun is looked for: "12 new British armoured vehicles"."""
_STOPS = frozenset(
    "of in on at to for from by with and or but as is was were are has have had been be than that "
    "who which this his its per a an the".split()
)


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text: its span, its value in plain units, and what it is of.

    `unit` is a currency, a unit of measure or time, the noun that is counted in the singular, or
    empty. The span ends before a counted noun, and after a currency, a per cent sign or a unit;
    the number itself ends at `number_end`. `upper` is the upper end of a range.
    """

    start: int
    end: int
    kind: QuantityKind
    value: Decimal
    unit: str
    number_end: int
    upper: Decimal | None = None

    @property
    def key(self) -> str:
        """The same text for the same quantity, however it is written."""
        value = "-".join(plain(one) for one in (self.value, self.upper) if one is not None)
        return ":".join(part for part in (self.kind, self.unit, value) if part)


@dataclass(frozen=True, slots=True)
class _Head:
    """Where a quantity begins with its sign, the currency of the sign, and whether it is minus."""

    start: int
    currency: str = ""
    is_minus: bool = False


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities between two offsets, in order; years and parts of codes are none."""
    at = start
    while number := next_numeral(text, at, end):
        at = number.end
        head = _head(text, number, start)
        if head is None:
            continue
        number, upper = _range(text, number, head, start, end)
        if upper is not None:
            at = upper.end
            is_of_years = _is_year(text, number) or _YEARS.match(text, number.start)
            if number.value >= upper.value or is_of_years:
                continue  # a result, such as 2-1, or years
        if quantity := _quantity(text, head, number, upper, end):
            at = max(at, quantity.end)
            yield quantity


def _head(text: str, number: Numeral, start: int) -> _Head | None:
    """The sign before a number; None when what stands there makes it part of a code or a label."""
    head = _Head(number.start)
    if number.kind == "digits":
        near = max(start, number.start - _SIGN_REACH)
        found = _BEFORE.search(text, near, number.start)
        if found and found["sign"] and (unit := sign_currency(found["sign"], number.value)):
            head = _Head(found.start(), unit, found["minus"] is not None)
        elif found and found["minus"] and not found["sign"]:
            head = _Head(found.start(), is_minus=True)
    before = text[max(start, head.start - REACH) : head.start]
    return None if _NO_NUMBER.search(before) else head


def _range(
    text: str, number: Numeral, head: _Head, start: int, end: int
) -> tuple[Numeral, Numeral | None]:
    """A number, and the other that it makes a range with or that a dash ties to it."""
    to = _TO.match(text, number.end, end) if number.kind in ("", "digits") else None
    if to is None or (to["sign"] and not head.currency):
        return number, None
    before = text[max(start, head.start - REACH) : head.start]
    is_apart = {"to": _FROM.search(before), "and": not _BETWEEN.search(before)}
    if is_apart.get(to["word"]):  # "from 10 to 12" is a change
        return number, None
    upper = numeral_at(text, to.end(), end)
    is_other = upper and to["share"] and not _PERCENT.match(text, upper.end, end)
    if upper is None or is_other or upper.kind not in ("", "digits"):
        return number, None
    lower = number
    if upper.scale > 1 == number.scale and number.value * upper.scale < upper.value:
        lower = replace(number, value=number.value * upper.scale)
    return lower, upper if to["dash"] or lower.value < upper.value else None


def _quantity(
    text: str, head: _Head, number: Numeral, upper: Numeral | None, end: int
) -> Quantity | None:
    """What a number, or a range up to another, is of; None when it counts nothing."""
    close = (upper or number).end

    def of(kind: QuantityKind, unit: str = "", until: int = close) -> Quantity:
        value = -number.value if head.is_minus else number.value
        above = upper.value if upper else None
        return Quantity(head.start, until, kind, value, unit, close, above)

    if number.kind in {"ordinal", "fraction"}:
        is_none = number.kind == "ordinal" and text[close : close + 1] == "-"
        return None if is_none or _OTHER.match(text, number.start) else of(number.kind)
    if head.currency:
        return of("money", head.currency)
    if named := _named(text, close, end, number.value):
        return of(*named)
    if text[close : close + 1] == "-" or _is_year(text, number) or _OTHER.match(text, number.start):
        return None
    noun = _noun(text, close, end)
    if not noun and _METRES.search(text, number.start, close):
        return replace(of("measure", "m"), value=number.value / 10**6)
    return of("count", noun)


def _named(text: str, at: int, end: int, value: Decimal) -> tuple[QuantityKind, str, int] | None:
    """The kind, the unit and the end of what follows a number: a per cent sign, a unit."""
    if found := _PERCENT.match(text, at, end):
        return "percent", "", found.end()
    first = _WORD.match(text, at, end)
    if first is None:
        return None
    noun, until = singular(first[1]), first.end()
    if noun in DURATIONS:
        old = _OLD.match(text, until, end)
        return ("age", noun, old.end()) if old else ("duration", noun, until)
    if first[0] == "p":
        return "money", "penny", until
    second = _WORD.match(text, until, end) if noun in ("square", "cubic", "nautical") else first
    if second and (unit := UNITS.get(singular(second[1]))):
        degrees = _DEGREES.match(text, until, end) if unit == "degree" else None
        more = noun if second is not first else degrees[1].casefold() if degrees else ""
        unit = f"{unit} {more}" if degrees else f"{more} {unit}".strip()
        return "measure", unit, (degrees or second).end()
    return _currency(text, at, end, value)


def _currency(text: str, at: int, end: int, value: Decimal) -> tuple[QuantityKind, str, int] | None:
    """The currency whose code or noun follows, with its country: "kronor", "Hong Kong dollars"."""
    countries: list[str] = []
    while (found := _WORD.match(text, at, end)) and len(countries) <= LONGEST_COUNTRY:
        word, at = found[1], found.end()
        noun = singular(word)
        if word.isupper() and not countries and (code := sign_currency(word, value)):
            return "money", code, at
        if word.islower():
            unit = CURRENCIES.get(word) or CURRENCIES.get(noun)
            is_counted = value < HUNDRED and noun == word and _PLURAL.match(text, at, end)
            national = NATIONAL_CURRENCIES.get(noun, {}).get("-".join(countries))
            is_other = noun in ALSO_WORDS and not national and (countries or value < HUNDRED)
            return None if not unit or is_counted or is_other else ("money", national or unit, at)
        countries.append(word.casefold())
    return None


def _is_year(text: str, number: Numeral) -> bool:
    return _YEAR.fullmatch(text, number.start, number.end) is not None


def _noun(text: str, at: int, end: int) -> str:
    """The counted noun in the singular: the first plural within reach."""
    for _ in range(NOUN_REACH):
        found = _NOUN.match(text, at, end)
        if found is None or found[1].casefold() in _STOPS:
            return ""
        at, word = found.end(), found[1]
        if word in COLLECTIVES or (word.endswith("s") and not word.endswith(("ss", "us", "'s"))):
            return singular(word)
    return ""
