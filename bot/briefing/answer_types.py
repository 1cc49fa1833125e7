"""What an answer of each kind looks like in English: numbers, shares, dates, people, places."""

import re
from functools import cache

from bot.language.english.lexicon import MONTH, PARTICLE, SHORT_TITLE, WEEKDAY
from bot.search.query import Want

_ONES = (
    "one|two|three|four|five|six|seven|eight|nine|ten|eleven|twelve|thirteen|fourteen|fifteen|"
    "sixteen|seventeen|eighteen|nineteen|twenty|thirty|forty|fifty|sixty|seventy|eighty|ninety"
)
_SCALE = "hundred|thousand|million|billion|trillion|bn|mn|tn|dozen"
NUMBER = (
    rf"(?:\b\d+(?:[.,]\d+)*[½¼¾]?|[½¼¾]|\b(?:{_ONES})(?:-(?:{_ONES}))?\b|\b(?:a\s+|several\s+)?dozens?\b|"
    rf"\b(?:a|several)\s+(?:hundred|thousand|million)\b)(?:[\s-](?:{_SCALE})\b|(?:bn|mn|tn|m|k)\b)?"
)
_CURRENCY = (
    r"(?:dollars?|euros?|pounds?|yuan|renminbi|roubles?|rubles?|yen|rupees?|hryvnias?|francs?|won)"
)
_MONEY = (
    rf"\b(?:[A-Z]{{1,3}})?[$€£¥₽₴]\s?\d[\d.,]*\d?[½]?(?:[\s-]?(?:{_SCALE})\b|(?:bn|mn|tn|m|k)\b)?|"
    rf"[$€£¥₽₴]\s?\d(?:[\d.,]*\d)?(?:[\s-]?(?:{_SCALE})\b|(?:bn|mn|tn|m|k)\b)?|"
    rf"{NUMBER}[\s-](?:[A-Z][a-z]+\s+|U\.?S\.?\s+)?{_CURRENCY}\b"
)
_PERCENT = (
    rf"{NUMBER}\s?(?:%|per\s?cent\b|percentage\s+points?\b)|\b(?:one|two|three|four)[\s-](?:thirds?|quarters?|"
    r"fifths?)\b|\b(?:a|one)[\s-](?:third|quarter|fifth|tenth)\b|\b(?:almost\s+|nearly\s+|about\s+)?half\b"
)
_CHANGE = (
    r"\b(?:nearly\s+|almost\s+|more\s+than\s+)?(?:doubled|tripled|trebled|quadrupled|halved)\b"
)
_UNIT = (
    r"(?:tonnes?|tons?|barrels?|kilomet(?:re|er)s?|miles?|met(?:re|er)s?|feet|hectares?|acres?|"
    r"kilograms?|kg|km|litres?|liters?|megawatts?|gigawatts?|degrees?|cubic\s+met(?:re|er)s)"
)
_TIME_UNIT = r"(?:seconds?|minutes?|hours?|days?|weeks?|months?|years?|decades?|centur(?:y|ies))"
_NAME_WORD = r"(?:[A-Z][\w’'-]*[a-z]\w*|[A-Z]\.)"
NAME = rf"{_NAME_WORD}(?:\s+(?:{PARTICLE}\s+)*{_NAME_WORD})*"
_TITLE = rf"(?:{SHORT_TITLE}|Sir|Lord|Lady|Dame)\.?\s+"

_WRITTEN: dict[Want, str] = {
    "count": NUMBER,
    "amount": (rf"{_MONEY}|{_PERCENT}|{_CHANGE}|{NUMBER}[\s-]{_UNIT}\b"),
    "share": _PERCENT,
    "duration": (rf"(?:{NUMBER}|\b(?:a|an|several|few|half\s+an?))[\s-]{_TIME_UNIT}\b"),
    "age": (r"\baged\s+\d+|\b\d+[\s-]years?[\s-]old\b|(?<=,\s)\d{2}(?=,)|\bage\s+of\s+\d+"),
    "date": (
        rf"\b{MONTH}\s+\d{{1,2}}(?:,\s+\d{{4}})?\b|\b\d{{1,2}}\s+{MONTH}(?:\s+\d{{4}})?|(?:\bin\s+)?\b{MONTH},?\s+\d{{4}}\b|"
        rf"\b(?:in|since|by|until|of|during)\s+(?:early\s+|late\s+|mid-)?(?:{MONTH}|\d{{4}})(?![\w%])|"
        rf"\b(?:(?:last|next|this|on|late|early|by|since|until)\s+)?{WEEKDAY}(?:\s+(?:morning|afternoon|evening|night))?\b|"
        r"\b(?:last|next|this)\s+(?:week|month|year|spring|summer|autumn|fall|winter)\b|"
        r"\b(?:yesterday|today|tomorrow|tonight)\b|"
        rf"\b{NUMBER}\s+(?:days?|weeks?|months?|years?|decades?)\s+(?:ago|later|earlier)\b"
    ),
    "person": (rf"\b(?:{_TITLE}{NAME}|{_NAME_WORD}(?:\s+{_NAME_WORD})+)"),
    "place": (
        rf"(?<=\bin\s)(?:the\s+)?{NAME}|(?<=\bat\s)(?:the\s+)?{NAME}|(?<=\bto\s)(?:the\s+)?{NAME}|"
        rf"(?<=\bnear\s)(?:the\s+)?{NAME}|(?<=\boutside\s)(?:the\s+)?{NAME}(?:\s+of\s+the\s+{NAME})?|"
        rf"(?<=\bcity\sof\s){NAME}"
    ),
}

RELATIVE = re.compile(
    r"%|per\s?cent|percentage|(?:doubl|tripl|trebl|quadrupl|halv)ed|half|third|quarter|fifth"
)
"""What tells a share or a change of an amount, not the amount."""

_CASELESS: frozenset[Want] = frozenset(["count", "amount", "share", "duration", "age"])


@cache
def answer_pattern(want: Want) -> re.Pattern[str]:
    """What an answer of this kind looks like."""
    return re.compile(_WRITTEN[want], re.IGNORECASE if want in _CASELESS else 0)


INTRODUCTION = re.compile(
    r"\s*,\s+(?:who\s+(?:is|was)\s+)?((?:[^\W\d_](?:[\w’'-]|\.(?=\w))*\.?\s+){0,17}[^\W\d_](?:[\w’'-]|\.(?=\w))*)"
)
"""What follows a name when its bearer is introduced: ", a senior fellow at …"."""

LOOSE_END = re.compile(
    r"(?:\s+(?:in|of|at|the|and|for|who|on|to|by|with|a|an|from|said|says|has|is))+$"
)
"""Words that a role cannot end with."""
