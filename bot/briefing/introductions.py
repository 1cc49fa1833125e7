"""Introductions: a surname beside a given name, and the role beside a name. English."""

import re
from collections.abc import Iterator, Sequence

from bot.articles.article import Quote
from bot.briefing.clauses import says
from bot.language.english.analyser import STOP_WORDS, Analyser, Token
from bot.language.english.lexicon import ADDRESS, PARTICLES, ROLE
from bot.language.paragraphs import Span
from bot.search.query import Concept, Query

GIVEN_NAME = re.compile(r"([A-Z][\w’'-]+|[A-Z]\.)(?:\s[A-Z]\.)*\s$")
GIVEN_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+")
LONGEST_NAME = 40
"""Characters before a surname that are looked at."""

AFTER = re.compile(
    r"\s*,\s+(?:who\s+(?:is|was)\s+)?((?:[^\W\d_](?:[\w’'-]|\.(?=\w))*\.?\s+){0,17}[^\W\d_](?:[\w’'-]|\.(?=\w))*)"
)
"""What follows a name when its bearer is introduced: ", a senior fellow at …"."""

LOOSE_END = re.compile(
    r"(?:\s+(?:in|of|at|the|and|for|who|on|to|by|with|a|an|from|said|says|has|is))+$"
)
"""Words that a role cannot end with."""

BEFORE = re.compile(
    r"(?<![\w’'-])((?:(?:[Tt]he|[Ii]ts|[Hh]is|[Hh]er|[Tt]heir|[Aa]n?)\s+)?(?:[\w’'-]+\s+){0,3}"
    r"[\w’'-]+(?:\s+of(?:\s+[\w’'-]+){1,4})?),?\s+$"
)
"""What stands before a name when its bearer is introduced: "the mayor of Halm, "."""

IDENTITY = re.compile(r"^\W*(?:and\s+)?who(?:\s+(?:is|was|are|were)|['’]s)\b", re.IGNORECASE)
"""A question who somebody is: "who is Ada Lund"."""

NOBODY = re.compile(
    r"\b(?:the|an?|his|her|their|its|to|in|on|at|by|of|for|from|after|with|being|behind)\b|"
    r"(?:(?<=\bwas\s)|(?<=\bwere\s))\w+(?:ed|wn|ken|sen|ten)\b",
    re.IGNORECASE,
)
"""What tells that no name follows "who is": "who is the captain", "who was arrested"."""

SURNAME_FIRST = frozenset(
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo mao "
    "deng jiang wen kim park lee choi moon yoon jung kang cho nguyen tran pham vo".split()
)
"""Surnames, most of them Chinese, Korean and Vietnamese, that stand before the given name."""


def asks_identity(query: Query) -> bool:
    """Whether a question asks who a named person is."""
    words = query.written.words
    who = IDENTITY.match(words)
    if not who or not query.concepts or ROLE.search(words):
        return False
    names = [c for c in query.required if c.is_name or c.surface in PARTICLES]
    if len(names) == len(query.required):
        return True
    return not names and not NOBODY.search(words, who.end())


def surname_of(query: Query) -> Concept | None:
    """The one word of a query that may be a surname; None when it is more or has other ways."""
    if len(query.concepts) != 1 or len(query.concepts[0].ways) != 1:
        return None
    return query.concepts[0]


def introduces(quote: Quote, surname: Concept, analyser: Analyser) -> bool:
    """Whether the quote has the surname beside a given name."""
    text = quote.article.text
    return any(
        _is_full(text, token)
        for token in analyser.tokens(text, quote.start, quote.end)
        if token.terms in surname.ways and token.surface[0].isupper()
    )


def _is_full(text: str, surname: Token) -> bool:
    if surname.surface.casefold() in SURNAME_FIRST:
        return bool(GIVEN_NAME_AFTER.match(text, surname.end))
    before = GIVEN_NAME.search(text[max(0, surname.start - LONGEST_NAME) : surname.start])
    if not before:
        return False
    word = before[1].rstrip(".").casefold()
    if len(word) == 1:
        return True
    return word not in ADDRESS and word not in STOP_WORDS and not ROLE.fullmatch(word)


def introductions(
    text: str, sentence: Span, tokens: Sequence[Token], names: Sequence[Concept]
) -> Iterator[Span]:
    """The roles beside a name: "Ada Lund, *a senior fellow*", "*its chairman*, Ada Lund"."""
    for token in tokens:
        if not says(names[-1], token):
            continue
        after = AFTER.match(text, token.end, sentence.end)
        if after and ROLE.search(after[1]):
            yield Span(after.start(1), after.start(1) + len(LOOSE_END.sub("", after[1])))
            continue
        full = [t for t in tokens if t.end <= token.end and any(says(n, t) for n in names)]
        before = BEFORE.search(text, sentence.start, full[-len(names) :][0].start)
        if before and ROLE.search(before[1]):
            yield Span(*before.span(1))
