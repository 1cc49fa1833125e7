"""Denials: what takes back what a clause says, and what withdraws an earlier report. English."""

import re

from bot.briefing.clauses import CLAUSE
from bot.language.paragraphs import Span

DENIED = re.compile(
    r"\b(?:not|never|no|nor|neither|nobody|nothing|without|cannot|den(?:y|ies|ied)|false(?:ly)?|"
    r"unable|failed|cleared|acquitted|refus(?:e|es|ed)|rejected|ruled\s+out|doubt(?:s|ed)?|"
    r"dismiss(?:es|ed)\s+(?:\w+\s+)?(?:reports?|rumou?rs?|claims?|talk|speculation|suggestions?)|"
    r"(?:may|might|could)\s+(?:have|be|yet|still|even)|would\s+have|should\s+have|was\s+to\s+have|had\s+been\s+due|(?:had\s+been\s+)?planned\s+for|"
    r"put\s+off|postponed|delayed|cancelled|called\s+off)\b|n['’]t\b",
    re.IGNORECASE,
)
"""What takes back what a clause says: "was not killed", "should have opened in May"."""

WITHDRAWN = re.compile(
    r"\b(?:corrections?|correct(?:s|ed|ing)|retract(?:s|ed|ion)|withdr(?:ew|awn)|wrongly|"
    r"mistakenly|erroneously|in\s+error|nobody|no\s+one)\b",
    re.IGNORECASE,
)
"""What withdraws what was told before: "Correction: nobody died", "corrected the figure"."""


UNTIL = re.compile(r"\b(?:until|till|to)\s+$", re.IGNORECASE)
"""Before the time from which on something is so: "is put off *until* May"."""


def denied_clauses(text: str, sentence: Span, asked: str = "") -> list[Span]:
    """The clauses of a sentence that deny something, by other words than the question has."""
    edges = [edge.end() for edge in CLAUSE.finditer(text, sentence.start, sentence.end)]
    clauses = map(Span, [sentence.start, *edges], [*edges, sentence.end])
    words = asked.casefold()
    return [
        clause
        for clause in clauses
        if any(
            found.group().casefold() not in words
            for found in DENIED.finditer(text, clause.start, clause.end)
        )
    ]


def is_end_of_delay(text: str, span: Span) -> bool:
    """Whether a time ends what was denied or put off: "not due *until 2027*"."""
    lead = text[max(0, span.start - 8) : span.start]
    return bool(UNTIL.search(lead)) or text[span.start : span.end].casefold().startswith("until")
