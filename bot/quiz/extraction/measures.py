"""Quantities and dates of a sentence, as facts that a blank can ask for."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.article import SourceSentence
from bot.language.calendar import stated_dates
from bot.language.numbers import Quantity, quantities
from bot.quiz.extraction.shortening import LEANING, without_last_clauses
from bot.quiz.facts import Fact, measured_in

BLANK = "_____"

_VERB = (
    r"(?:was|were|is|are|has|have|had|will|would|did|can|could|took|went|made|came|left|died|"
    r"lost|won|"
    r"began|became|fell|rose|said|voted|signed|gathered|remain(?:ed)?|attended|marched|fled|"
    r"joined|lived)"
)
_SECOND = re.compile(r"[,;] (?:and|but|while|with) ")
"""What a second statement begins with, which is no part of the question."""
_LEADING = re.compile(rf"(?P<counted>(?:[A-Za-z’'-]+\s+){{1,6}}?)(?P<verb>{_VERB}|[a-z]+ed)\s+\w")


def numbers(text: str, found: Sequence[SourceSentence]) -> Iterator[Fact]:
    """Every quantity, as the blank of its sentence; a count that opens it is also asked for."""
    for sentence in found:
        for quantity in quantities(text, sentence.start, sentence.end):
            # No other fraction looks like one; and ranks, such as "the ninth game", bore people.
            if quantity.upper is not None or quantity.kind in ("fraction", "ordinal"):
                continue
            blank = blanked(text, sentence, quantity.start, quantity.end)
            yield measured_in(text, sentence, quantity, ("cloze_number", "blank", blank))
            counted = _counted(text, sentence, quantity)
            if counted:
                yield measured_in(text, sentence, quantity, ("how_many", "how_many", counted))


def dates(text: str, found: Sequence[SourceSentence]) -> Iterator[Fact]:
    """Every date, as the blank of its sentence."""
    for sentence in found:
        for stated in stated_dates(text, sentence.start, sentence.end):
            if stated.last:
                continue
            blank = blanked(text, sentence, stated.start, stated.end)
            yield measured_in(text, sentence, stated, ("cloze_date", "blank", blank))


def blanked(text: str, sentence: SourceSentence, start: int, end: int) -> str:
    """The words of a sentence with a blank in the place of a span."""
    before = LEANING.sub("", f"{text[sentence.start : start]}{BLANK}")
    words = without_last_clauses(f"{before}{text[end : sentence.end]}", len(before))
    return " ".join((words[:1].upper() + words[1:]).split())


def _counted(text: str, sentence: SourceSentence, quantity: Quantity) -> str:
    """What follows a count that begins a sentence, which is what a question asks of it."""
    if quantity.start != sentence.start or quantity.kind != "count" or not quantity.unit:
        return ""
    rest = text[quantity.end : sentence.end].strip()
    is_one = rest.endswith(".") and not _SECOND.search(rest)
    return rest.removesuffix(".") if is_one and _LEADING.match(rest) else ""
