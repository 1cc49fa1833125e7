"""What a reader asks for: the concepts of a topic or question, and what kind of answer it wants."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from typing import Literal

from bot.search.analysis import HYPHEN, Analyser, Token
from bot.search.variants import Terms, Variants

Want = Literal["count", "amount", "share", "duration", "age", "date", "person", "place"]

MOST_CONCEPTS = 32
"""Concepts of a query that are looked for; more words add work and no meaning."""

FRAMES: tuple[tuple[str, Want], ...] = (
    (
        r"\b(?:what|which)\s+(?:share|percentage|percent|proportion|portion|part|fraction)\b",
        "share",
    ),
    (r"\bhow\s+(?:much|many)\s+(?:percent|per\s+cent)\b|\bhow\s+large\s+a\s+share\b", "share"),
    (r"\bhow\s+long\b|\bfor\s+how\s+many\s+(?:days|hours|weeks|months|years)\b", "duration"),
    (r"\bhow\s+old\b|\bwhat\s+age\b", "age"),
    (r"\bhow\s+many\b|\bhow\s+often\b|\bwhat\s+number\s+of\b|\bthe\s+number\s+of\b", "count"),
    (r"\bhow\s+(?:much|big|large|high|far)\b|\bwhat\s+(?:amount|sum|price|cost)\b", "amount"),
    (r"^\W*when\b|\b(?:what|which)\s+(?:date|day|month|year|time)\b|\bsince\s+when\b", "date"),
    (r"^\W*(?:and\s+)?who(?:m|se)?\b|\bby\s+whom\b|\bthe\s+(?:role|job|post)\s+of\b", "person"),
    (r"^\W*where\b|\b(?:what|which)\s+(?:city|country|place|town|venue)\b", "place"),
)

FRAME_WORDS = frozenset(
    "much many long old often big large high far share percentage percent proportion portion "
    "fraction number amount sum say says said saying tell tells told talk talks happen happened "
    "happens happening news latest mean means meant give show explain please know think thinks "
    "role job post kind sort type call called describe described there name named date whom".split()
)
"""Words that shape a question and tell nothing of its subject."""


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One thing that a query names: how it was written, and every way to say it as terms.

    Each is equal only to itself, which makes it a cheap key.
    """

    surface: str
    ways: tuple[Terms, ...]

    def is_said_in(self, terms: frozenset[str]) -> bool:
        """Whether a text with these terms names the concept."""
        return any(map(terms.issuperset, self.ways))


@dataclass(frozen=True, slots=True)
class Query:
    """A topic or question, understood; `want` is None for topics and for open questions."""

    text: str
    concepts: tuple[Concept, ...]
    want: Want | None = None


def topic_query(text: str, analyser: Analyser, variants: Variants) -> Query:
    """The query of `/brief`: every telling word counts."""
    tokens = [token for token in analyser.tokens(text) if token.terms]
    return Query(text, _concepts(tokens, variants))


def question_query(text: str, analyser: Analyser, variants: Variants) -> Query:
    """The query of `/ask`: without the words that only make it a question."""
    return Query(text, message_query(text, analyser, variants).concepts, wanted(text))


def message_query(text: str, analyser: Analyser, variants: Variants) -> Query:
    """The query of "Find sources": what a message tells, whatever its form."""
    tokens = [token for token in analyser.tokens(text) if token.terms]
    telling = [token for token in tokens if token.surface.casefold() not in FRAME_WORDS]
    return Query(text, _concepts(telling or tokens, variants))


def wanted(question: str) -> Want | None:
    """The kind of answer a question asks for, by the words it is asked with."""
    return next((want for frame, want in FRAMES if re.search(frame, question, re.IGNORECASE)), None)


def _concepts(tokens: Sequence[Token], variants: Variants) -> tuple[Concept, ...]:
    found: dict[tuple[Terms, ...], Concept] = {}
    for surface, ways in _said(tokens, variants):
        found.setdefault(ways, Concept(surface, ways))
        if len(found) == MOST_CONCEPTS:
            break
    return tuple(found.values())


def _said(tokens: Sequence[Token], variants: Variants) -> Iterator[tuple[str, tuple[Terms, ...]]]:
    position = 0
    while position < len(tokens):
        length, ways = _longest(tokens[position:], variants)
        surface = " ".join(token.surface for token in tokens[position : position + length])
        yield surface, ways
        position += length


def _longest(tokens: Sequence[Token], variants: Variants) -> tuple[int, tuple[Terms, ...]]:
    for length in range(min(variants.longest, len(tokens)), 1, -1):
        terms = tuple(term for token in tokens[:length] for term in token.terms)
        ways = variants.of(terms)
        if len(ways) > 1:
            return length, ways
    return 1, _word_ways(tokens[0], variants)


def _word_ways(token: Token, variants: Variants) -> tuple[Terms, ...]:
    """A compound is said by its parts or by the parts joined, which is its last term."""
    terms = token.terms
    if len(terms) < 3 or not HYPHEN.search(token.surface):  # noqa: PLR2004 - two parts and them joined
        return variants.of(terms)
    whole, parts, joined = (variants.of(way) for way in (terms, terms[:-1], terms[-1:]))
    return tuple(way for way in dict.fromkeys([*parts, *joined, *whole]) if way != terms)
