"""The reader of numbers, units and currencies: keys for comparison, terms for the index."""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from decimal import Decimal
from typing import Literal

QuantityKind = Literal["money", "percent", "ordinal", "duration", "measure", "count"]

_UNITS = (
    "zero one two three four five six seven eight nine ten eleven twelve thirteen fourteen fifteen "
    "sixteen seventeen eighteen nineteen"
).split()
_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
WORDS = {word: value for value, word in enumerate(_UNITS)} | {
    word: 10 * tens for tens, word in enumerate(_TENS, start=2)
}
"""Numbers that are one word."""

SCALES = {
    "hundred": 100,
    "thousand": 1_000,
    "k": 1_000,
    "million": 1_000_000,
    "mn": 1_000_000,
    "m": 1_000_000,
    "billion": 1_000_000_000,
    "bn": 1_000_000_000,
    "b": 1_000_000_000,
    "trillion": 1_000_000_000_000,
    "tn": 1_000_000_000_000,
}
"""What the word or letter after a number multiplies it by."""

_ORDINALS = (
    "first second third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth thirteenth "
    "fourteenth fifteenth sixteenth seventeenth eighteenth nineteenth twentieth"
).split()
ORDINALS = {word: value for value, word in enumerate(_ORDINALS, start=1)}
"""Ordinals that are one word, up to the twentieth."""

CURRENCIES = {
    "$": "usd",
    "us$": "usd",
    "a$": "aud",
    "au$": "aud",
    "c$": "cad",
    "ca$": "cad",
    "hk$": "hkd",
    "nz$": "nzd",
    "s$": "sgd",
    "£": "gbp",
    "€": "eur",
    "¥": "jpy",
    "₽": "rub",
    "₴": "uah",
    "₹": "inr",
    "dollar": "usd",
    "euro": "eur",
    "pound": "gbp",
    "yen": "jpy",
    "yuan": "cny",
    "renminbi": "cny",
    "rouble": "rub",
    "ruble": "rub",
    "rupee": "inr",
    "hryvnia": "uah",
    "franc": "chf",
    "peso": "peso",
    "won": "krw",
    "cent": "cent",
}
"""The currency that a sign or a noun in the singular stands for when nothing else is said."""

MEASURES = {
    "kilometre": "km",
    "kilometer": "km",
    "km": "km",
    "mile": "mile",
    "metre": "m",
    "meter": "m",
    "centimetre": "cm",
    "centimeter": "cm",
    "cm": "cm",
    "foot": "foot",
    "feet": "foot",
    "inch": "inch",
    "inche": "inch",
    "tonne": "tonne",
    "ton": "ton",
    "kilogram": "kg",
    "kilo": "kg",
    "kg": "kg",
    "barrel": "barrel",
    "acre": "acre",
    "hectare": "hectare",
    "litre": "litre",
    "liter": "litre",
    "gallon": "gallon",
    "megawatt": "mw",
    "gigawatt": "gw",
    "degree": "degree",
    "knot": "knot",
    "mph": "mph",
    "gigabyte": "gb",
    "megapixel": "megapixel",
}
"""Units of measure, their nouns in the singular."""

DURATIONS = "second minute hour day week month year decade century".split()
_PLURALS = {
    "buses": "bus",
    "people": "person",
    "men": "man",
    "women": "woman",
    "children": "child",
    "countries": "country",
    "companies": "company",
    "feet": "foot",
    "lives": "life",
    "wives": "wife",
}
COLLECTIVES = frozenset(
    "people men women children personnel troops police staff crew aircraft cattle fish sheep "
    "data police".split()
)
"""Nouns that are counted without an ending -s."""

_WORD_NUMBER = rf"(?:(?:{'|'.join(_TENS)})(?:-(?:{'|'.join(_UNITS[1:10])}))?|{'|'.join(_UNITS)})"
_DIGITS = r"\d{1,3}(?:,\d{3})+(?:\.\d+)?|\d+(?:\.\d+)?"
_SCALE = r"(?:hundred|thousand|million|billion|trillion)"
_SHORT = r"(?:bn|mn|tn|[mkb])"
_CURRENCY_NOUN = (
    r"(?:(?:U\.?S\.?|American|Canadian|Australian|Hong Kong|New Zealand)[ -])?"
    r"(?:dollars?|euros?|pounds?|yen|yuan|renminbi|roubles?|rubles?|rupees?|hryvnias?|francs?|"
    r"pesos?|won|cents?)"
)
_QUANTITY = re.compile(
    rf"""(?<![\w.,:/$£€¥₽₴₹+-])(?:
      (?P<sign>(?:US|AU|CA|HK|NZ|[ACS])?\$|[£€¥₽₴₹])\s?(?P<amount>{_DIGITS})
        (?:(?:\s|-)(?P<amount_scale>{_SCALE}|bn|mn|tn)|(?P<amount_short>{_SHORT}))?(?![\w%]|[.,:]\d)
    | (?P<ordinal>{"|".join(_ORDINALS)}|\d{{1,3}}(?:st|nd|rd|th))\b(?!-)
    | (?P<number>{_DIGITS}|{_WORD_NUMBER})(?P<scales>\s?(?:bn|mn|tn)\b|(?:[ -]{_SCALE})*)
      (?:\s?(?P<percent>%|(?:-|\s)?(?:percent|per\ cent|percentage\ points?)\b)
        |[ -](?P<currency>{_CURRENCY_NOUN})\b
        |(?P<glue>[ -])(?P<unit>(?:square\ |cubic\ )?[a-z]+)\b
        |(?![\w%]|[.,:]\d))
    )""",
    re.VERBOSE | re.IGNORECASE,
)
_NOUN = re.compile(r"\s+([a-z][a-z’'-]*)", re.IGNORECASE)
NOUN_REACH = 4
"""Words after a number among which its noun is looked for: "12 new British armoured vehicles"."""


@dataclass(frozen=True, slots=True)
class Quantity:
    """One quantity of a text: its span, its value in plain units, and what it is of.

    `unit` is a currency, a unit of measure or time, the noun that is counted in the singular, or
    empty. The span ends before a counted noun, and after a currency, a per cent sign or a unit.
    `noun_end` is the end of the counted noun, or `end`.
    """

    start: int
    end: int
    kind: QuantityKind
    value: Decimal
    unit: str
    noun_end: int

    @property
    def key(self) -> str:
        """The same text for the same quantity, however it is written."""
        return ":".join(part for part in (self.kind, self.unit, plain(self.value)) if part)


def quantities(text: str, start: int, end: int) -> Iterator[Quantity]:
    """The quantities between two offsets, in order; years and parts of codes are none."""
    for found in _QUANTITY.finditer(text, start, end):
        if found["sign"]:
            yield _money(found)
        elif found["ordinal"]:
            value = ordinal_value(found["ordinal"])
            yield Quantity(found.start(), found.end(), "ordinal", value, "", found.end())
        elif quantity := _number(text, found, end):
            yield quantity


def number_value(words: str) -> Decimal:
    """The value of "1,200", "twenty-one" or "2.5"; ValueError when it is no number."""
    plain_words = words.casefold().replace(",", "")
    if plain_words[:1].isdigit():
        return Decimal(plain_words)
    parts = plain_words.split("-")
    if any(part not in WORDS for part in parts):
        raise ValueError(words)
    return Decimal(sum(WORDS[part] for part in parts))


def ordinal_value(words: str) -> Decimal:
    """The value of "fifth" or "21st"."""
    named = ORDINALS.get(words.casefold())
    return Decimal(named if named is not None else int(words[:-2]))


def plain(value: Decimal) -> str:
    """A number without exponent or trailing zeros, as keys hold it."""
    return f"{value.normalize():f}"


def singular(noun: str) -> str:
    """A noun as keys hold it: lower case, without the ending of its plural."""
    word = noun.casefold()
    if word in _PLURALS:
        return _PLURALS[word]
    if word.endswith("ies") and len(word) > 4:  # noqa: PLR2004 - "ties", "lies", "dies"
        return f"{word[:-3]}y"
    if word.endswith(("sses", "shes", "ches", "xes")):
        return word[:-2]
    return word[:-1] if word.endswith("s") and not word.endswith(("ss", "us")) else word


def _money(found: re.Match[str]) -> Quantity:
    scale = (found["amount_scale"] or found["amount_short"] or "").casefold()
    value = number_value(found["amount"]) * SCALES.get(scale, 1)
    unit = CURRENCIES[found["sign"].casefold()]
    return Quantity(found.start(), found.end(), "money", value, unit, found.end())


def _number(text: str, found: re.Match[str], end: int) -> Quantity | None:
    value = number_value(found["number"])
    for scale in re.findall(r"[a-z]+", found["scales"].casefold()):
        value *= SCALES[scale]
    start, close = found.start(), found.end()
    if found["percent"]:
        return Quantity(start, close, "percent", value, "", close)
    if found["currency"]:
        return Quantity(start, close, "money", value, _currency(found["currency"]), close)
    unit = (found["unit"] or "").casefold()
    noun = singular(unit.split()[-1]) if unit else ""
    if noun in DURATIONS:
        return Quantity(start, close, "duration", value, noun, close)
    if noun in MEASURES:
        kind = " ".join([*unit.split()[:-1], MEASURES[noun]])
        return Quantity(start, close, "measure", value, kind, close)
    close = found.end("scales")
    if found["glue"] == "-" or _is_year(found):
        return None
    noun_end = _noun_end(text, close, end)
    counted = singular(text[close:noun_end].rsplit(maxsplit=1)[-1]) if noun_end > close else ""
    return Quantity(start, close, "count", value, counted, noun_end)


def _currency(noun: str) -> str:
    words = noun.casefold().replace(".", "").split()
    country = {"canadian": "cad", "australian": "aud"}.get(words[0])
    return country or CURRENCIES[singular(words[-1].split("-")[-1])]


def _is_year(found: re.Match[str]) -> bool:
    number = found["number"]
    return bool(re.fullmatch(r"(?:1[5-9]|20|21)\d\d", number)) and not found["scales"]


def _noun_end(text: str, start: int, end: int) -> int:
    """The end of the counted noun: the first plural within reach."""
    at = start
    for _ in range(NOUN_REACH):
        word = _NOUN.match(text, at, end)
        if word is None or word[1].casefold() in _STOPS:
            return start
        at = word.end()
        if word[1] in COLLECTIVES or (word[1].endswith("s") and not word[1].endswith(("ss", "'s"))):
            return at
    return start


_STOPS = frozenset(
    "of in on at to for from by with and or but as is was were are has have had been be than that "
    "who which this his its per a an the".split()
)


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
TERM_SCALES = {"trillion": 12, "billion": 9, "million": 6}
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
_TERM_TENS = "twenty thirty forty fifty sixty seventy eighty ninety".split()
_TERM_ORDINALS = "third fourth fifth sixth seventh eighth ninth tenth eleventh twelfth".split()
# "one", "first" and "second" are seldom numbers.
SPELLED = {
    **{word: str(value) for value, word in enumerate(_CARDINALS) if word != "one"},
    **{word: f"{value}0" for value, word in enumerate(_TERM_TENS, start=2)},
    **{word: str(value) for value, word in enumerate(_TERM_ORDINALS, start=3)},
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
    for name, zeros in TERM_SCALES.items():
        value = Decimal(digits).scaleb(-zeros).normalize()
        short = f"{value:f}"
        if value >= 1 and len(short) <= len(digits) - zeros + SHORT:
            return (short, name)
    return (digits,)
