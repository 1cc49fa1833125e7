"""Candidates: the spans of a sentence that are of the kind a question asks for. English."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from bot.language.calendar import stated_dates, told_dates
from bot.language.english.lexicon import (
    CALENDAR,
    COUNTRIES,
    NATIONAL,
    NOT_NAMES,
    PARTICLE,
    ROLE,
    WEEKDAY,
)
from bot.language.numbers import quantities
from bot.language.paragraphs import Span
from bot.search.question_words import Want

_JOINT = rf"(?:{PARTICLE}|of|for|&)"
_NAME_WORD = r"(?:(?:[A-Z]\.){2,}|[A-Z][\w’'-]+|[A-Z]\.)"
_NAME = re.compile(rf"(?<![\w.])\b{_NAME_WORD}(?:\s+(?:{_JOINT}\s+(?:the\s+)?)?{_NAME_WORD})*")
"""A name of a person or a body: "Ada Lund", "Bank of England"."""

_PLACE = re.compile(
    rf"(?<=\b[Ii]n\s)(?:the\s+)?{_NAME.pattern}|(?<=\b[Aa]t\s)(?:the\s+)?{_NAME.pattern}"
    rf"|(?<=\bto\s)(?:the\s+)?{_NAME.pattern}|(?<=\b[Nn]ear\s)(?:the\s+)?{_NAME.pattern}"
    rf"|(?<=\boutside\s)(?:the\s+)?{_NAME.pattern}"
)
"""A place by the preposition before it: "in Port Sabine", "near the Gulf of Aden"."""

_AGE = re.compile(r"(?<=[a-z],\s)\d{1,3}(?=,)|\baged\s+\d{1,3}\b")
"""An age without its unit: "Ada Lund, 58, said", "aged 12"."""

_JOINED = re.compile(r",?\s+and\s+|,\s+")
"""Between the parts of one duration: "two years *and* three months"."""

_CLOCK = re.compile(
    r"\b\d{1,2}(?:[.:]\d\d)?\s?[ap]\.?m\b\.?|\b\d{1,2}:\d\d\b|"
    r"(?:(?<=\bat\s)|(?<=\bby\s)|(?<=\bfrom\s)|(?<=\buntil\s)|(?<=\bafter\s)|(?<=\bbefore\s))"
    r"\d{1,2}\.\d\d\b|\b(?:noon|midday|midnight|[a-z]+\s+o['’]clock)\b",
    re.IGNORECASE,
)
"""A time of day: "9:47 a.m.", "at 20.15", "two o'clock"."""

_WEEKDAY_OF = re.compile(rf"(?:on\s+)?{WEEKDAY},?\s+")
"""A weekday before its date: "*on Friday, *August 29"."""

_KINDS: dict[Want, tuple[str, ...]] = {
    "count": ("count", "duration", "measure"),
    "amount": ("money", "measure", "percent", "count"),
    "share": ("percent", "fraction"),
    "duration": ("duration", "measure"),
    "age": ("age",),
}
"""The kinds of quantity that may answer each kind of question."""


@dataclass(frozen=True, slots=True)
class Candidate:
    """A span that may answer.

    `value` is equal for two that say the same; it `counts` when a noun follows the number.
    """

    span: Span
    value: str
    kind: str
    counts: bool = False


def candidates(text: str, sentence: Span, want: Want) -> Iterator[Candidate]:
    """The spans of a sentence of the kind that is asked for, in order."""
    if want == "person":
        yield from names_in(text, sentence)
    elif want == "place":
        for found in _PLACE.finditer(text, sentence.start, sentence.end):
            if not _of_calendar(found.group()):
                yield _named(text, Span(found.start(), found.end()), "place")
    elif want == "date":
        yield from _dates(text, sentence)
    elif want == "time":
        for found in _CLOCK.finditer(text, sentence.start, sentence.end):
            yield Candidate(Span(found.start(), found.end()), found.group().casefold(), "time")
    elif want == "age" and (aged := _AGE.search(text, sentence.start, sentence.end)):
        number = re.sub(r"\D", "", aged.group())
        yield Candidate(Span(aged.start(), aged.end()), f"age:{number}", "age")
    else:
        yield from _quantities(text, sentence, _KINDS[want])


def _quantities(text: str, sentence: Span, kinds: Sequence[str]) -> Iterator[Candidate]:
    dates = list(stated_dates(text, sentence.start, sentence.end))
    held: Candidate | None = None
    for one in quantities(text, sentence.start, sentence.end):
        in_date = any(d.start <= one.start < d.end for d in dates)
        if one.kind not in kinds or in_date:
            continue
        span, counts = Span(one.start, one.end), one.kind == "count" and bool(one.unit)
        if (
            held
            and held.kind == one.kind == "duration"
            and _JOINED.fullmatch(text, held.span.end, one.start)
        ):
            held = Candidate(Span(held.span.start, one.end), f"{held.value}+{one.key}", "duration")
            continue
        if held:
            yield held
        held = Candidate(span, one.key, one.kind, counts)
    if held:
        yield held


def _dates(text: str, sentence: Span) -> Iterator[Candidate]:
    found = sorted(told_dates(text, sentence.start, sentence.end), key=lambda one: one.start)
    spans: list[Span] = []
    for span in found:
        if spans and _WEEKDAY_OF.fullmatch(text, spans[-1].start, span.start):
            spans.append(Span(spans.pop().start, span.end))
        else:
            spans.append(span)
    for span in spans:
        yield Candidate(span, text[span.start : span.end].casefold(), "date")


def names_in(text: str, sentence: Span) -> Iterator[Candidate]:
    """The names of persons and bodies in a sentence or clause, in order."""
    for found in _NAME.finditer(text, sentence.start, sentence.end):
        start, words = found.start(), found.group().split()
        while words and words[0].casefold() in NOT_NAMES:
            start += len(words[0])
            start += len(text[start:]) - len(text[start:].lstrip())
            words = words[1:]
        if not words or _of_calendar(" ".join(words)):
            continue
        if len(words) == 1 and start == sentence.start and not _is_known(text, words[0]):
            continue  # "Thieves have stolen", "Initially thought"
        following = ROLE.match(text, found.end() + 1)
        if len(words) == 1 and following and following.group().islower():
            continue  # "the Rovers captain"
        if NATIONAL.fullmatch(words[-1]) and text[found.end() + 1 : found.end() + 2].islower():
            continue  # "Italian abbots"
        yield _named(text, Span(start, found.end()), "name")


def _is_known(text: str, word: str) -> bool:
    """Whether a word that opens a sentence is a name: has its capital inside another as well."""
    if word.casefold() in COUNTRIES:
        return True
    return re.search(rf"(?<=[a-z,] ){re.escape(word)}\b", text) is not None


def _of_calendar(name: str) -> bool:
    return not CALENDAR.isdisjoint(name.casefold().split())


def _named(text: str, span: Span, kind: str) -> Candidate:
    """A name without the possessive ending."""
    end = span.end
    while text[end - 1] in "’'-":
        end -= 1
    if text[end - 2 : end] in ("'s", "’s"):
        end -= 2
    return Candidate(Span(span.start, end), text[span.start : end].casefold(), kind)
