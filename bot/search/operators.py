"""What a query holds besides words: "phrases", -words, outlet:, since:, until: and on:."""

import re
import unicodedata
from dataclasses import dataclass

QUOTED = r"[\"“”„«»]([^\"“”„«»]+)[\"“”„«»]"
OPERATOR = re.compile(
    rf"(?<!\S)(?P<name>outlet|since|until|on):(?:{QUOTED}|(?P<value>[^\s\"“”„«»]+))"
    rf"|(?<!\S)-(?:{QUOTED}|(?P<word>[^\W_][^\s\"“”„«»]*))"
    rf"|{QUOTED}",
    re.IGNORECASE,
)
LATEST = re.compile(r"\b(?:the\s+)?(?:latest|newest|most\s+recent)\b", re.IGNORECASE)
"""Words that ask for what is new."""

INITIALS = re.compile(r"(?<=[^\W\d_])\.(?=[^\W\d_])")
"""The point between two initials, as in "U.S."."""

DASHES = re.compile(r"[-‐‑‒–—]")


@dataclass(frozen=True, slots=True)
class ParsedQuery:
    """A query taken apart: the words, and what the passages must or must not fit.

    `words` still has the words of the phrases in their places. The days are as they were written.
    """

    words: str
    phrases: tuple[str, ...] = ()
    without: tuple[str, ...] = ()
    outlet: str | None = None
    since: str | None = None
    until: str | None = None
    on: str | None = None
    latest: bool = False

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
    operators = list(OPERATOR.finditer(text))
    named = {o["name"].lower(): _value(o) for o in operators if o["name"]}
    plain = [o for o in operators if not o["name"]]
    words = OPERATOR.sub(lambda o: _value(o) if _is_phrase(o) else " ", text)
    told = LATEST.sub(" ", words)
    latest = told != words and bool(told.strip())
    return ParsedQuery(
        words=" ".join((told if latest else words).split()),
        phrases=tuple(_value(o) for o in plain if _is_phrase(o)),
        without=tuple(_value(o) for o in plain if not _is_phrase(o)),
        outlet=named.get("outlet"),
        since=named.get("since"),
        until=named.get("until"),
        on=named.get("on"),
        latest=latest,
    )


def says_phrase(text: str, phrase: str) -> bool:
    """Whether a text has the words of a phrase in their order, whatever the case and the dashes.

    A phrase without words is said by every text.
    """
    return f" {_plain(phrase)} ".replace("  ", " ") in f" {_plain(text)} "


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
