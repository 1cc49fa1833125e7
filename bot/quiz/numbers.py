"""Quantities and dates of a sentence, as facts that a blank can ask for."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.calendar_dates import stated_dates
from bot.articles.quantities import Quantity, quantities
from bot.quiz.facts import Fact, Kind
from bot.quiz.prose import Sentence

BLANK = "_____"

_LEANING = re.compile(
    r"^(?:(?:Meanwhile|However|Later|Also|In addition|Additionally|Moreover|Still|Separately|Furthermore|"
    r"Nevertheless|Nonetheless|For example|For instance|Indeed|In fact|Overall|Instead),\s+"
    r"|(?:But|And|Yet|So)\s+(?=[A-Z]))"
)
"""A first word that leans on the sentence before and can be left out."""

_VERB = (
    r"(?:was|were|is|are|has|have|had|will|would|did|can|could|took|went|made|came|left|died|lost|won|"
    r"began|became|fell|rose|said|voted|signed|gathered|remain(?:ed)?|attended|marched|fled|joined|lived)"
)
_LEADING = re.compile(rf"(?P<counted>(?:[A-Za-z’'-]+\s+){{1,6}}?)(?P<verb>{_VERB}|[a-z]+ed)\s+\w")


def numbers(text: str, found: Sequence[Sentence]) -> Iterator[Fact]:
    """Every quantity, as the blank of its sentence; a count that opens it is also asked for."""
    for sentence in found:
        for quantity in quantities(text, sentence.start, sentence.end):
            yield _blank(text, sentence, quantity, "cloze_number")
            counted = _how_many(text, sentence, quantity)
            if counted:
                yield counted


def dates(text: str, found: Sequence[Sentence]) -> Iterator[Fact]:
    """Every date, as the blank of its sentence."""
    for sentence in found:
        for stated in stated_dates(text, sentence.start, sentence.end):
            yield Fact(
                kind="cloze_date",
                value=stated.key,
                answer=text[stated.start : stated.end],
                stem=blanked(text, sentence, stated.start, stated.end),
                form="blank",
                start=stated.start,
                end=stated.end,
                quote_start=sentence.start,
                quote_end=sentence.end,
                ordinal=sentence.ordinal,
            )


def blanked(text: str, sentence: Sentence, start: int, end: int) -> str:
    """The words of a sentence with a blank in the place of a span."""
    words = _LEANING.sub("", f"{text[sentence.start : start]}{BLANK}{text[end : sentence.end]}")
    return " ".join((words[:1].upper() + words[1:]).split())


def _blank(text: str, sentence: Sentence, quantity: Quantity, kind: Kind) -> Fact:
    return _fact(text, sentence, quantity, kind, blanked(text, sentence, quantity.start, quantity.end))


def _how_many(text: str, sentence: Sentence, quantity: Quantity) -> Fact | None:
    """The question that a sentence answers which begins with a count: what follows is asked of."""
    if quantity.start != sentence.start or quantity.kind != "count" or not quantity.unit:
        return None
    rest = " ".join(text[quantity.end : sentence.end].split())
    if not _LEADING.match(rest) or not rest.endswith("."):
        return None
    return _fact(text, sentence, quantity, "how_many", rest.removesuffix("."))


def _fact(text: str, sentence: Sentence, quantity: Quantity, kind: Kind, stem: str) -> Fact:
    return Fact(
        kind=kind,
        value=quantity.key,
        answer=text[quantity.start : quantity.end],
        stem=stem,
        form="blank" if kind == "cloze_number" else kind,
        start=quantity.start,
        end=quantity.end,
        quote_start=sentence.start,
        quote_end=sentence.end,
        ordinal=sentence.ordinal,
    )
