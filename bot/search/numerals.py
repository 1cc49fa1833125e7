"""One form for a number, however it is written: "$1.5bn" and "1,500,000,000" say the same."""

import re
from decimal import Decimal

SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent"}
"""Signs that stand for a word; those of several currencies are left out."""

UNITS = {
    "bn": "billion",
    "b": "billion",
    "mn": "million",
    "m": "million",
    "tn": "trillion",
    "k": "thousand",
    "st": "",
    "nd": "",
    "rd": "",
    "th": "",
    "s": "",
}
SCALES = {"trillion": 12, "billion": 9, "million": 6}
FRACTIONS = {"½": ".5", "¼": ".25", "¾": ".75"}
NUMBER = re.compile(r"(\d[\d.,]*?\d|\d)?([½¼¾])?([a-z]+)?")

SHORT = 3
"""A point and two more digits are what a number in millions may have to be short."""

MOST_DIGITS = 15
"""Digits of a number that may be a sum; more are a code."""

_CARDINALS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
# "one", "first" and "second" are seldom numbers.
SPELLED = {
    **{word: str(value) for value, word in enumerate(_CARDINALS) if word != "one"},
    **{word: f"{value}0" for value, word in enumerate(_TENS, start=2)},
    **{word: str(value) for value, word in enumerate(_ORDINALS, start=3)},
}


def number_terms(word: str) -> tuple[str, ...]:
    """The number and the unit that a folded word writes; nothing when it is no number.

    Large numbers are put in millions, billions or trillions when that makes them short.
    """
    if word in SPELLED:
        return (SPELLED[word],)
    written = NUMBER.fullmatch(word)
    if written is None or not (written[1] or written[2]):
        return ()
    digits = (written[1] or "0").replace(",", "") + FRACTIONS.get(written[2] or "", "")
    unit = UNITS.get(written[3] or "", written[3])
    return (digits, unit) if unit else _scaled(digits)


def _scaled(digits: str) -> tuple[str, ...]:
    if len(digits) > MOST_DIGITS or not digits.isdecimal():
        return (digits,)
    for name, zeros in SCALES.items():
        value = Decimal(digits).scaleb(-zeros).normalize()
        short = f"{value:f}"
        if value >= 1 and len(short) <= len(digits) - zeros + SHORT:
            return (short, name)
    return (digits,)
