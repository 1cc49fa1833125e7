"""Numbers as they are written, in digits and in words; the terms that they give to an index."""

import re
from collections import defaultdict
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

from bot.language.english.units import (
    CURRENCY_SIGNS,
    FRACTIONS,
    ORDINALS,
    PARTS,
    SCALES,
    SHORT_SCALES,
    SMALL,
    UNITS,
)

TEN, HUNDRED = 10, 100
REACH = 16
"""Characters before a number in which a word that bears on it stands."""


def _any(*listed: Iterable[str]) -> str:
    """A pattern for words in small letters, with a capital or in capitals, by first letter."""
    endings: dict[str, set[str]] = defaultdict(set)
    for word in (word for words in listed for word in words):
        endings[f"[{word[0]}{word[0].upper()}]"].update((word[1:], word[1:].upper()))
    ways = (f"{first}(?:{'|'.join(sorted(rest)[::-1])})" for first, rest in endings.items())
    return f"(?:{'|'.join(ways)})"


_SCALE, SMALL_NUMBER, _PART = _any(SCALES), _any(SMALL, ORDINALS), _any(PARTS)
DIGITS = (
    r"[1-9]\d{0,2}(?P<mark>[,'’ \u00a0\u2009\u202f\u200b])\d{3}(?:(?P=mark)\d{3})*(?!\d)(?:\.\d+)?"
    r"|\d+,\d{1,2}(?=\s?%|\s(?:[mb]|tr)illion)|\d+(?:\.\d+)?"
)  # "12,500.5", "1 250 000", "1’250"; "12,5 million"; "7.9"
_START = re.compile(
    rf"""(?=[\d½¼¾aefhnostzAEFHNOSTZ])(?<!\w)(?:
      (?P<digits>{DIGITS})(?:[ \u2009]?(?P<sign>[½¼¾]))?|(?P<only>[½¼¾])
      |(?P<word>{SMALL_NUMBER})\b
      |(?P<scaled>[Hh]alf(?:[ -]an?)?|[Aa]n?)(?=[ -]{_SCALE}\b)
      |(?P<half>[Hh]alf)(?:[ -]an?(?=\s(?:hour|day|year|century|decade|mile|tonne|degree)\b)
        |(?![\w-]|\s(?:marathon|brother|sister|time|price)\b))
      |[Aa](?=[ -]{_PART}\b))""",
    re.VERBOSE,
)  # "12", "2½", "Twelve", "a million", "half a million", "half", "half an hour", "a third"
_NEXT = re.compile(
    rf"(?P<joint>[\s-]|,?\sand\s)(?:(?P<scale>{_SCALE})(?P<th>th)?|(?P<word>{SMALL_NUMBER}))\b"
    r"|\sand\s(?:a|one)[ -](?P<more>half|quarter)\b"
)  # " hundred", " and five", "-one", " and a half"
_GLUED = re.compile(r"[^\W\d_]+(?:/h)?|°[CF]?|_")
_CODE_AFTER = re.compile(r"[.,:/]\d")
_MONTH_BEFORE = re.compile(r"\b(?:Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\Z")
_FRACTION = re.compile(rf"[ -](?P<part>{_PART})(?P<plural>s?)\b(?!-)")
_WHOLE = re.compile(
    r"\s(?:of|the|in|to|and|by|from|as|less|more|fewer|off|over|or|an?)\b|\s*(?:[^\w\s-]|$)"
)  # what follows a fraction: "a third of", but not "a third term"
_NO_HALF = re.compile(r"\b(?:first|second|other|better|last|latter|this)\s\Z")


@dataclass(frozen=True, slots=True)
class Numeral:
    """A number as written, without what it is of; `scale` is what it ends with: a thousand."""

    start: int
    end: int
    value: Decimal
    scale: int = 1
    kind: Literal["", "digits", "ordinal", "fraction"] = ""


def next_numeral(text: str, at: int, end: int) -> Numeral | None:
    """The first number between two offsets that is no part of a word or code."""
    while found := _START.search(text, at, end):
        if number := _numeral(text, found, end):
            return number
        at = found.end()
    return None


def numeral_at(text: str, at: int, end: int) -> Numeral | None:
    """The number that begins at an offset."""
    found = _START.match(text, at, end)
    return _numeral(text, found, end) if found else None


def plain(value: Decimal) -> str:
    """A number without exponent or trailing zeros, as keys hold it."""
    return f"{value.normalize():f}"


def _numeral(text: str, found: re.Match[str], end: int) -> Numeral | None:
    """The whole number that begins here; None when it is no number or part of a code."""
    start, at = found.span()
    if found["digits"] or found["only"]:
        return _in_digits(text, found, end)
    word = found.group().casefold()
    if found["half"]:
        if word != "half":
            return Numeral(start, at, Decimal("0.5"))
        is_part = not _NO_HALF.search(text, max(0, start - REACH), start)
        return Numeral(start, at, Decimal("0.5"), kind="fraction") if is_part else None
    if word in ORDINALS:
        return Numeral(start, at, Decimal(ORDINALS[word]), kind="ordinal")
    value = Decimal("0.5") if word.startswith("half") else Decimal(SMALL.get(word, 1))
    if part := _FRACTION.match(text, at, end):
        is_one, name = value == 1, part["part"].casefold()
        is_rank = is_one and name in ORDINALS and not _WHOLE.match(text, part.end(), end)
        if is_one != bool(part["plural"]) and not is_rank:
            return Numeral(start, part.end(), value / PARTS[name], kind="fraction")
    return _grown(text, Numeral(start, at, value), end) if word != "a" or found["scaled"] else None


def _in_digits(text: str, found: re.Match[str], end: int) -> Numeral | None:
    digits, mark, (start, at) = found["digits"] or "0", found["mark"], found.span()
    if mark == " " and _MONTH_BEFORE.search(text, max(0, start - REACH), start):
        digits = digits.partition(mark)[0]
        return Numeral(start, start + len(digits), Decimal(digits), kind="digits")
    value = Decimal(digits.replace(mark, "") if mark else digits.replace(",", "."))
    value += Decimal(FRACTIONS.get(found["sign"] or found["only"], 0))
    if digits[0] == "0" and digits[1:2].isdigit():  # a code: 007
        return None
    scale = 1000 if mark and digits.endswith("000") else 1
    if glued := _GLUED.match(text, at, end):
        letters = glued.group()
        if letters in ("st", "nd", "rd", "th"):
            return Numeral(start, glued.end(), value, kind="ordinal")
        is_sum = text[start - 1 : start] in CURRENCY_SIGNS
        short = SHORT_SCALES.get(letters.casefold() if is_sum else letters)
        if short and (letters != "b" or is_sum):
            value, scale, at = value * short, short, glued.end()
        elif letters != "p" and letters.casefold() not in UNITS:
            return None
    if _CODE_AFTER.match(text, at, end):
        return None
    return _grown(text, Numeral(start, at, value, scale, "digits"), end)


def _grown(text: str, number: Numeral, end: int) -> Numeral:
    """The number with the words that go on with it: "two" and " hundred thousand and five"."""
    done, part, big, before_and = Decimal(0), number.value, 0, number
    while found := _NEXT.match(text, number.end, end):
        word, scale = (found["scale"] or found["word"] or "").casefold(), number.scale
        is_and = "and" in (found["joint"] or "")
        before_and = number if is_and else before_and
        if found["more"]:
            more = Decimal(1) / PARTS[found["more"]]
            done, part = (done + big * more, part) if big else (done, part + more)
        elif found["scale"]:
            scale = SCALES[word]
            if is_and or (big and part and scale >= big):  # "two million and three million"
                return before_and
            if scale <= HUNDRED:
                part *= scale
            else:
                done = done + part * scale if part else done * scale
                part, big = Decimal(0), scale
        else:
            is_tail = not is_and and part % TEN == 0 and part % HUNDRED > TEN
            is_rest = part % HUNDRED == 0 and (scale == HUNDRED or (big > 0 and not part))
            value = SMALL.get(word) or ORDINALS.get(word, 0)
            if not is_rest and not (is_tail and value < TEN and (big or number.kind != "digits")):
                break
            part += value
        kind = "ordinal" if found["th"] or word in ORDINALS else number.kind
        number = Numeral(number.start, found.end(), done + part, scale, kind)
        if kind == "ordinal":
            break
    return number


SIGNS = {"$": "dollar", "€": "euro", "£": "pound", "%": "percent"}
"""Signs that stand for a word in an index; those of several currencies are left out."""

_LARGE = {"trillion": 12, "billion": 9, "million": 6}
_SUFFIXES = {"st": "", "nd": "", "rd": "", "th": "", "s": "", "k": "thousand"} | {
    letters: name
    for letters, value in SHORT_SCALES.items()
    for name, zeros in _LARGE.items()
    if value == 10**zeros
}
_WRITTEN = re.compile(r"(\d[\d.,]*?\d|\d)?([½¼¾])?([a-z]+)?")  # "1,200", "2½", "5bn"
_SPELLED = {
    word: str(value)
    for word, value in (SMALL | ORDINALS).items()
    if word not in ("one", "first", "second")  # they are seldom numbers
}
SHORT = 3
"""A point and two more digits are what a number in millions may have to be short."""
MOST_DIGITS = 15
"""Digits of a number that may be a sum; more are a code."""


def number_terms(word: str) -> tuple[str, ...]:
    """The number and the unit that a folded word writes; nothing when it is no number.

    Large numbers are put in millions, billions or trillions when that makes them short.
    """
    if word in _SPELLED:
        return (_SPELLED[word],)
    written = _WRITTEN.fullmatch(word)
    if written is None or not (written[1] or written[2]):
        return ()
    digits = (written[1] or "0").replace(",", "") + FRACTIONS.get(written[2] or "", "")
    unit = _SUFFIXES.get(written[3] or "", written[3])
    return (digits, unit) if unit else _scaled(digits)


def _scaled(digits: str) -> tuple[str, ...]:
    if len(digits) > MOST_DIGITS or not digits.isdecimal():
        return (digits,)
    for name, zeros in _LARGE.items():
        value = Decimal(digits).scaleb(-zeros).normalize()
        short = f"{value:f}"
        if value >= 1 and len(short) <= len(digits) - zeros + SHORT:
            return (short, name)
    return (digits,)
