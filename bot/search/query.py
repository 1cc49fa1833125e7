"""What a reader asks for: the concepts of a topic or question, and what kind of answer it wants."""

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass, replace
from typing import Literal

from bot.language.english.analyser import HYPHEN, Analyser, Token
from bot.search.operators import ParsedQuery, written
from bot.search.synonyms import Synonyms, Terms

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
    (
        r"\bhow\s+many\b|\bhow\s+often\b|\bwhat\s+number\s+of\b|\bthe\s+number\s+of\s+(?!the\b)",
        "count",
    ),
    (r"\bhow\s+(?:much|big|large|high|far)\b|\bwhat\s+(?:amount|sum|price|cost)\b", "amount"),
    (r"^\W*when\b|\b(?:what|which)\s+(?:date|day|month|year|time)\b|\bsince\s+when\b", "date"),
    (r"^\W*(?:and\s+)?who(?:m|se)?\b|\bby\s+whom\b|\bthe\s+(?:role|job|post)\s+of\b", "person"),
    (r"^\W*where\b|\b(?:what|which)\s+(?:city|country|place|town|venue)\b", "place"),
)

MEASURES = frozenset("much many long old often big large high far".split())
"""Words that ask for a size and are never what a question is about."""

FRAME_WORDS = MEASURES | frozenset(
    "share percentage percent proportion portion fraction number amount sum say says said "
    "saying tell tells told talk talks happen happened happens happening news latest mean means "
    "meant give show explain please know think thinks role job post kind sort type call called "
    "describe described there name named date whom".split()
)
"""Words that shape a question and tell nothing of its subject."""


LASTING = frozenset("last lasted lasts take takes took taken go goes".split())
"""Words that tell nothing in a question of how long something does."""


@dataclass(frozen=True, slots=True, eq=False)
class Concept:
    """One thing that a query names: how it was written, and every way to say it as terms.

    Each is equal only to itself, which makes it a cheap key.
    """

    surface: str
    ways: tuple[Terms, ...]

    @property
    def is_name(self) -> bool:
        """Whether it was written as names and numbers are."""
        return self.surface[:1].isupper() or self.surface[:1].isdigit()

    def is_said_in(self, terms: frozenset[str]) -> bool:
        """Whether a text with these terms names the concept."""
        return any(map(terms.issuperset, self.ways))


@dataclass(frozen=True, slots=True)
class Query:
    """A topic or question, understood; `want` is None for topics and for open questions.

    `written` is its text with the operators read. `phrases` are the terms that each phrase needs,
    `without` those of each single word that may not occur.
    """

    text: str
    written: ParsedQuery
    concepts: tuple[Concept, ...]
    want: Want | None = None
    phrases: tuple[Terms, ...] = ()
    without: tuple[Terms, ...] = ()


def topic_query(text: str, analyser: Analyser, variants: Synonyms) -> Query:
    """The query of `/brief` and of a search: every telling word counts."""
    read = written(text)
    query = _read(text, read, _tokens(read.words, analyser), analyser, variants)
    if len(query.concepts) != 1:
        return query
    return replace(query, concepts=(_themed(query.concepts[0], variants),))


def question_query(text: str, analyser: Analyser, variants: Synonyms) -> Query:
    """The query of `/ask`: without the words that only make it a question."""
    read = written(text)
    want = wanted(read.words)
    tokens = _tokens(read.words, analyser)
    if want == "duration":
        tokens = [t for t in tokens if t.surface.casefold() not in LASTING] or tokens
    return replace(_read(text, read, _telling(tokens), analyser, variants), want=want)


def message_query(text: str, analyser: Analyser, variants: Synonyms) -> Query:
    """The query of "Find sources": what a message tells, whatever its form."""
    tokens = _telling(_tokens(text, analyser))
    return Query(text, ParsedQuery(text), _concepts(tokens, variants))


def plain_query(text: str, analyser: Analyser, variants: Synonyms) -> Query:
    """The query for what tells of the same as a text: every telling word, and no operators."""
    return Query(text, ParsedQuery(text), _concepts(_tokens(text, analyser), variants))


def wanted(question: str) -> Want | None:
    """The kind of answer a question asks for, by the words it is asked with."""
    return next((want for frame, want in FRAMES if re.search(frame, question, re.IGNORECASE)), None)


def _themed(concept: Concept, variants: Synonyms) -> Concept:
    """The concept, said by its parts as well when it is a theme."""
    return Concept(concept.surface, (*concept.ways, *variants.parts(concept.ways[0])))


def _tokens(text: str, analyser: Analyser) -> list[Token]:
    return [token for token in analyser.tokens(text) if token.terms]


def _telling(tokens: list[Token]) -> list[Token]:
    """The words that tell the subject; when none does, those that might, or all of them."""
    plain = [(token, token.surface.casefold()) for token in tokens]
    telling = [token for token, word in plain if word not in FRAME_WORDS]
    return telling or [token for token, word in plain if word not in MEASURES] or tokens


def _read(
    text: str, read: ParsedQuery, tokens: Sequence[Token], analyser: Analyser, variants: Synonyms
) -> Query:
    phrases = (_needed(_tokens(phrase, analyser)) for phrase in read.phrases)
    without = (_needed(_tokens(word, analyser)) for word in read.without if len(word.split()) == 1)
    return Query(
        text,
        read,
        _concepts(tokens, variants),
        phrases=tuple(filter(None, phrases)),
        without=tuple(filter(None, without)),
    )


def _needed(tokens: Sequence[Token]) -> Terms:
    """The terms that a text must have to say these words; of a compound, its parts."""
    return tuple(term for token in tokens for term in _parts(token))


def _parts(token: Token) -> Terms:
    """The parts of a compound, whose last term is these joined; the terms of another word."""
    return token.terms[:-1] if _is_compound(token) else token.terms


def _is_compound(token: Token) -> bool:
    return len(token.terms) > 2 and bool(HYPHEN.search(token.surface))  # noqa: PLR2004 - see _parts


def _concepts(tokens: Sequence[Token], variants: Synonyms) -> tuple[Concept, ...]:
    found: dict[tuple[Terms, ...], Concept] = {}
    for surface, ways in _said(tokens, variants):
        found.setdefault(ways, Concept(surface, ways))
        if len(found) == MOST_CONCEPTS:
            break
    return tuple(found.values())


def _said(tokens: Sequence[Token], variants: Synonyms) -> Iterator[tuple[str, tuple[Terms, ...]]]:
    position = 0
    while position < len(tokens):
        length, ways = _longest(tokens[position:], variants)
        surface = " ".join(token.surface for token in tokens[position : position + length])
        yield surface, ways
        position += length


def _longest(tokens: Sequence[Token], variants: Synonyms) -> tuple[int, tuple[Terms, ...]]:
    for length in range(min(variants.longest, len(tokens)), 1, -1):
        terms = tuple(term for token in tokens[:length] for term in token.terms)
        ways = variants.of(terms)
        if len(ways) > 1:
            return length, ways
    return 1, _word_ways(tokens[0], variants)


def _word_ways(token: Token, variants: Synonyms) -> tuple[Terms, ...]:
    """A compound is said by its parts or by the parts joined."""
    terms = token.terms
    if not _is_compound(token):
        return variants.of(terms)
    whole, parts, joined = (variants.of(way) for way in (terms, _parts(token), terms[-1:]))
    return tuple(way for way in dict.fromkeys([*parts, *joined, *whole]) if way != terms)
