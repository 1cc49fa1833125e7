"""The clauses of a sentence, and which of its words say what a query names. English."""

import re

from bot.language.english.analyser import Token
from bot.language.paragraphs import Span
from bot.search.query import Concept

CLAUSE = re.compile(
    r"[,;:—–()]\s*|\s-\s|\b(?:which|who|that|where|while|although|but|and|when|after|before|"
    r"because|since|if|than|(?<!\bmany\s)(?<!\bmuch\s)(?<!\bsuch\s)(?<!\bwell\s)as(?!\s+(?:many|much|well)\b))\b",
    re.IGNORECASE,
)
"""Where a clause may end: "…, which", "… but"; not in "as many as"."""


def clause_of(text: str, sentence: Span, span: Span) -> Span:
    """The clause of a sentence that a span stands in."""
    edges = list(CLAUSE.finditer(text, sentence.start, sentence.end))
    start = max((m.end() for m in edges if m.end() <= span.start), default=sentence.start)
    end = min((m.start() for m in edges if m.start() >= span.end), default=sentence.end)
    return Span(start, end)


def says(concept: Concept, token: Token) -> bool:
    """Whether a word says a concept, or a part of one."""
    return any(term in token.terms for way in concept.ways for term in way)
