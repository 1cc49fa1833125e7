"""Introductions: a surname beside a given name, which comes first when a name is asked for."""

import re

from bot.articles.article import Quote
from bot.language.english.analyser import STOP_WORDS, Analyser, Token
from bot.language.english.lexicon import ADDRESS, ROLE
from bot.search.query import Concept, Query

GIVEN_NAME = re.compile(r"([A-Z][\w’'-]+|[A-Z]\.)(?:\s[A-Z]\.)*\s$")
GIVEN_NAME_AFTER = re.compile(r"\s[A-Z][a-z]+")
LONGEST_NAME = 40
"""Characters before a surname that are looked at."""

SURNAME_FIRST = frozenset(
    "xi li wang zhang liu chen yang zhao huang zhou wu xu sun ma zhu hu guo he lin gao luo mao "
    "deng jiang wen kim park lee choi moon yoon jung kang cho nguyen tran pham vo".split()
)
"""Surnames, most of them Chinese, Korean and Vietnamese, that stand before the given name."""


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
