"""Whether a clause tells of the time that is asked about: what will be, or what was. English."""

import re

from bot.briefing.clauses import clause_of
from bot.language.english.analyser import LEMMAS
from bot.language.paragraphs import Span

ASKS_OF_FUTURE = re.compile(
    r"\b(?:will|shall|going\s+to|gonna|next)\b|^\W*(?:when|where|who|what\s+time)\s+(?:do|does)\b",
    re.IGNORECASE,
)
"""A question for what is to come: "when does the vote take place"."""

FUTURE = re.compile(
    r"\b(?:will|would|shall|(?:is|are|was|were)\s+to|to\s+be|due|expect(?:s|ed)?|plan(?:s|ned)?|"
    r"scheduled|set\s+to|intends?|aims?|from|until|by|next|tomorrow|later\s+this)\b|['’]ll\b",
    re.IGNORECASE,
)
"""What tells that something is to come."""

WORD = re.compile(r"[a-z]+")


def is_of_other_time(asked: str, text: str, sentence: Span, span: Span) -> bool:
    """Whether a question asks for what is to come, and the clause of a span tells of the past."""
    if not ASKS_OF_FUTURE.search(asked):
        return False
    clause = clause_of(text, sentence, span)
    if FUTURE.search(text, clause.start, clause.end):
        return False
    return any(_is_past(word) for word in WORD.findall(text, clause.start, clause.end))


def _is_past(word: str) -> bool:
    """Whether a word may be a verb of the past: "approved", "took"."""
    return (word.endswith("ed") or word in LEMMAS) and not word.endswith(("ing", "s"))
