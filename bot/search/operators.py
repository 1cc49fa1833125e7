"""What a query holds besides words: "phrases", -words, OR, outlet:, days, and links. English."""

import re
import unicodedata
from collections.abc import Sequence
from dataclasses import dataclass

from bot.language.calendar import stated_dates

QUOTED = r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]"
DAYS = r"today|yesterday|(?:this|last|past)\s+(?:week|month|year)"
"""Days that are told by the day of asking."""

OPERATOR = re.compile(
    rf"(?<!\S)(?P<name>outlet|since|until|on|before|after):\s*"
    rf"(?:{QUOTED}|(?P<days>{DAYS})(?!\S)|(?P<value>[^\s\"“”„«»]+))"
    rf"|(?<!\S)-(?:{QUOTED}|(?P<word>[^\W_][^\s\"“”„«»]*))"
    rf"|{QUOTED}",
    re.IGNORECASE,
)  # outlet:Post, since: last week, -"central bank", "no limits"
LATEST = re.compile(r"\b(?:the\s+)?(?:latest|newest|most\s+recent)\b", re.IGNORECASE)
"""Words that ask for what is new."""

TRAILING_DAYS = re.compile(rf"(?<!\S)(?:from\s+|of\s+)?(?P<days>{DAYS})[\s?!.]*\Z", re.IGNORECASE)
"""Days at the end of a query: "trade yesterday"."""

OPERAND = rf"(?:\([^()]+\)|{QUOTED.replace('(', '(?:')}|[^\s():\"“”„«»]+)"
EITHER = re.compile(rf"(?<!\S){OPERAND}(?:\s+OR\s+{OPERAND})+(?!\S)")  # (night ferry) OR boat
LINK = re.compile(r"https?://[^\s<>\"“”«»]+", re.IGNORECASE)

INITIALS = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
"""The point between two initials, as in "U.S."."""

DASHES = re.compile(r"[-‐‑‒–—]")


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query taken apart: the words, and what the passages must or must not fit.

    `words` still has the words of the phrases in their places. The days are as they were written;
    `days` are those that no operator names, so that they may be left out. Of each of `either` one
    alternative must be said.
    """

    words: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    on: str | None = None
    before: str | None = None
    after: str | None = None
    latest: bool = False
    days: str | None = None
    either: tuple[tuple[str, ...], ...] = ()

    @property
    def is_exact(self) -> bool:
        """Whether a passage's text must be looked at to tell if it fits."""
        return bool(self.phrases or self.without)

    def fits(self, text: str) -> bool:
        """Whether a text says every phrase as it is written, and none that is not wanted."""
        return all(says_phrase(text, phrase) for phrase in self.phrases) and not any(
            says_phrase(text, phrase)
            for phrase in self.without
            if len(_plain(phrase).split()) > 1  # a single word is left out whatever its form
        )


def written(text: str) -> ParsedQuery:
    """The query that somebody wrote, its operators read; of two that disagree the last one."""
    chains = [found.group() for found in EITHER.finditer(text)]
    text = EITHER.sub(" ", text)
    operators = list(OPERATOR.finditer(text))
    named = {o["name"].lower(): _value(o) for o in operators if o["name"]}
    plain = [o for o in operators if not o["name"]]
    words = OPERATOR.sub(lambda o: _value(o) if _is_phrase(o) else " ", text)
    days = _own_days(OPERATOR.sub(lambda o: '""' if _is_phrase(o) else " ", text))
    told = LATEST.sub(" ", words)
    latest = told != words and bool(told.strip())
    if days:
        told = words = TRAILING_DAYS.sub(" ", told if latest else words)
    if days and days[0].isdigit():
        told = words = ""
    return ParsedQuery(
        words=" ".join((told if latest else words).split()),
        phrases=tuple(_value(o) for o in plain if _is_phrase(o)),
        without=tuple(_value(o) for o in plain if not _is_phrase(o)),
        latest=latest,
        days=days,
        either=tuple(_alternatives(chain) for chain in chains),
        **named,
    )


def link_in(text: str) -> str | None:
    """The first address of a page in a text."""
    found = LINK.search(text)
    return found.group().rstrip(".,;:!?)'’") if found else None


def with_outlet_quoted(text: str, outlets: Sequence[str]) -> str:
    """The query with an outlet's name of several words as one: outlet:Harbour Post."""
    several = sorted((name for name in outlets if " " in name), key=len, reverse=True)
    names = "|".join(re.escape(name).replace(r"\ ", r"\s+") for name in several)
    if not names:
        return text
    return re.sub(rf"(?i)(?<!\S)(outlet:)\s*({names})(?!\S)", r'\1"\2"', text)


def says_phrase(text: str, phrase: str) -> bool:
    """Whether a text has the words of a phrase in their order, whatever the case and the dashes.

    A phrase without words is said by every text.
    """
    return f" {_plain(phrase)} ".replace("  ", " ") in f" {_plain(text)} "


def _own_days(bare: str) -> str | None:
    """The days that end a query without operators, or that are all of it."""
    trailing = TRAILING_DAYS.search(bare)
    if trailing:
        return trailing["days"]
    whole = bare.strip(" ?!.")
    dates = [one for one in stated_dates(whole, 0, len(whole)) if one.year and one.month]
    if len(dates) == 1 and (dates[0].start, dates[0].end) == (0, len(whole)) and not dates[0].last:
        return dates[0].key.removeprefix("date:")
    return None


def _alternatives(chain: str) -> tuple[str, ...]:
    return tuple(one.strip('()"“”„«»') for one in re.findall(OPERAND, chain) if one != "OR")


def _is_phrase(operator: re.Match[str]) -> bool:
    return not operator["name"] and not operator.group().startswith("-")


def _value(operator: re.Match[str]) -> str:
    return next(group for group in operator.groups()[1:] if group)


def _plain(text: str) -> str:
    joined = INITIALS.sub("", DASHES.sub(" ", text))
    folded = unicodedata.normalize("NFKD", joined.casefold())
    kept = "".join(char if char.isalnum() else " " for char in folded if not _is_accent(char))
    return " ".join(kept.split())


def _is_accent(char: str) -> bool:
    return bool(unicodedata.combining(char)) or char in "'’"
