"""What an answer of each kind looks like in English: numbers, shares, dates, people, places."""

import re
from collections.abc import Iterator

from bot.language.calendar import told_dates
from bot.language.english.lexicon import PARTICLE, SHORT_TITLE
from bot.language.english.units import DURATIONS
from bot.language.numbers import Quantity, QuantityKind, quantities
from bot.language.paragraphs import Span
from bot.search.query import Want

_NAME_WORD = r"(?:[A-Z][\w’'-]*[a-z]\w*|[A-Z]\.)"
NAME = rf"{_NAME_WORD}(?:\s+(?:{PARTICLE}\s+)*{_NAME_WORD})*"
_TITLE = rf"(?:{SHORT_TITLE}|Sir|Lord|Lady|Dame)\.?\s+"

_KINDS: dict[Want, frozenset[QuantityKind]] = {
    "count": frozenset(["count", "measure", "duration", "money"]),
    "amount": frozenset(["money", "percent", "fraction", "measure", "count"]),
    "share": frozenset(["percent", "fraction"]),
    "duration": frozenset(["duration"]),
    "age": frozenset(["age"]),
}
"""The quantities that answer each kind of question."""

_ALSO: dict[Want, re.Pattern[str]] = {
    "count": re.compile(
        r"\b(?:several\s+(?:hundred|thousand|million|dozen)|dozens)\b", re.IGNORECASE
    ),
    "amount": re.compile(
        r"\b(?:nearly\s+|almost\s+|more\s+than\s+)?"
        r"(?:doubled|tripled|trebled|quadrupled|halved)\b",
        re.IGNORECASE,
    ),
    "duration": re.compile(
        rf"\b(?:an?|several|few)[\s-](?:{'|'.join(DURATIONS)}|centurie)s?\b", re.IGNORECASE
    ),
    "age": re.compile(r"\baged\s+\d+|(?<=,\s)\d{2}(?=,)|\bage\s+of\s+\d+", re.IGNORECASE),
    "person": re.compile(rf"\b(?:{_TITLE}{NAME}|{_NAME_WORD}(?:\s+{_NAME_WORD})+)"),
    "place": re.compile(
        rf"(?:(?<=\bin\s)|(?<=\bat\s)|(?<=\bto\s)|(?<=\bnear\s))(?:the\s+)?{NAME}|"
        rf"(?<=\boutside\s)(?:the\s+)?{NAME}(?:\s+of\s+the\s+{NAME})?|(?<=\bcity\sof\s){NAME}"
    ),
}  # "dozens", "nearly doubled", "a week", "aged 57", "Mr. Frey", "the Old Pier"

_HALF = re.compile(r"\b(?:almost|nearly|about)\s+\Z", re.IGNORECASE)
_PRICE = re.compile(
    r"\b(?:costs?|costing|paid|pays?|worth|fetched|price of)\s+(?:(?:about|around|some|nearly|"
    r"almost|over|up to|at least|more than|less than)\s+)?\Z"
)  # what stands before a price in a currency that nobody knows: "cost about 50 credits"
_PRICED = re.compile(r"\s+[a-z]+s\b")
_REACH = 24
"""Characters before a number in which words stand that belong to it or tell what it is."""

RELATIVE = re.compile(
    r"%|per\s?cent|percentage|(?:doubl|tripl|trebl|quadrupl|halv)ed|half|third|quarter|fifth"
)
"""What tells a share or a change of an amount, not the amount."""


def answer_spans(want: Want, text: str, start: int, end: int) -> Iterator[Span]:
    """What between two offsets looks like an answer of this kind."""
    if want == "date":
        yield from told_dates(text, start, end)
    for quantity in quantities(text, start, end) if want in _KINDS else ():
        if quantity.kind in _KINDS[want] and (span := _quantity_span(want, text, quantity, start)):
            yield span
    if want in _ALSO:
        yield from (Span(*found.span()) for found in _ALSO[want].finditer(text, start, end))


def _quantity_span(want: Want, text: str, quantity: Quantity, start: int) -> Span | None:
    """The words of a quantity that answer; None when they do not."""
    if want == "count":  # "$5" counts no dollars
        is_sum = quantity.kind == "money" and quantity.end == quantity.number_end
        return None if is_sum else Span(quantity.start, quantity.number_end)
    near = max(start, quantity.start - _REACH)
    if quantity.kind == "count":
        priced = _PRICED.match(text, quantity.end)
        is_price = _PRICE.search(text, near, quantity.start)
        return Span(quantity.start, priced.end() if priced else quantity.end) if is_price else None
    is_half = text[quantity.start : quantity.end].casefold() == "half"
    hedge = _HALF.search(text, near, quantity.start) if is_half else None
    return Span(hedge.start() if hedge else quantity.start, quantity.end)


INTRODUCTION = re.compile(
    r"\s*,\s+(?:who\s+(?:is|was)\s+)?((?:[^\W\d_](?:[\w’'-]|\.(?=\w))*\.?\s+){0,17}[^\W\d_](?:[\w’'-]|\.(?=\w))*)"
)
"""What follows a name when its bearer is introduced: ", a senior fellow at …"."""

LOOSE_END = re.compile(
    r"(?:\s+(?:in|of|at|the|and|for|who|on|to|by|with|a|an|from|said|says|has|is))+$"
)
"""Words that a role cannot end with."""

_HELD_BEFORE = re.compile(r"\b(?:former|outgoing|ex-|then|late)\W*(?:\w+\s+){0,3}$", re.IGNORECASE)
"""Before a name, that its bearer holds the role no more: "outgoing defence minister Ada Lund"."""

_LEAVES = re.compile(
    r"\b(?:(?:is|are|was|were|been|being)\s+replaced|(?:step(?:s|ped)?|stood)\s+down|resign(?:s|ed)|"
    r"(?:was|been|is\s+being)\s+(?:sacked|dismissed|removed|ousted))\b",
    re.IGNORECASE,
)
"""After a name, the same: "Ada Lund, who has led it since 2012, is being replaced"."""


def may_hold_role(text: str, sentence: Span, name: Span) -> bool:
    """Whether the bearer of a name may hold a role: no owner of one, and nobody who leaves it."""
    return not (
        text.startswith(("'s", "’s"), name.end)
        or _HELD_BEFORE.search(text, sentence.start, name.start)
        or _LEAVES.search(text, name.end, sentence.end)
    )
