"""Which passages become quotes: several outlets first, copies once, introductions first."""

import re
from collections.abc import Sequence
from dataclasses import dataclass

from bot.articles.article import Article, Quote
from bot.articles.duplicates import Shingles, are_copies, shingles
from bot.briefing.answer import Cited
from bot.language.english.analyser import STOP_WORDS, Analyser, Token
from bot.language.english.lexicon import ADDRESS, ROLE
from bot.search.query import Concept, Query

PAGE = 6
"""Quotes of a reply at most: what fits into a message and can be read."""


@dataclass(frozen=True, slots=True)
class Found:
    """A passage that covers a query, with the words in it that answer."""

    quote: Quote
    spans: tuple[Quote, ...] = ()


def chosen(found: Sequence[Found], wanted: int) -> list[Cited]:
    """The first `wanted` quotes, or all: the best of each article, then the others.

    `found` is ordered, best first. Passages of an article that copies a better one are left out;
    its outlet is named at the first quote of the article it copies.
    """
    originals = _Originals()
    best: dict[str, Found] = {}
    others: list[Found] = []
    for item in found:
        article = item.quote.article
        if article.id not in best and originals.takes(article):
            best[article.id] = item
        elif article.id in best and not _repeats(item, [best[article.id], *others]):
            others.append(item)
        if len(best) == wanted:
            break
    first = [Cited(i.quote, i.spans, originals.copied(name)) for name, i in best.items()]
    return [*first, *(Cited(item.quote, item.spans) for item in others)][:wanted]


class _Originals:
    """The articles met so far that copy none before them."""

    def __init__(self) -> None:
        self._texts: dict[str, Shingles] = {}
        self._copied: dict[str, dict[str, str | None]] = {}

    def takes(self, article: Article) -> bool:
        """Whether the article is not a copy; a copy's outlet is noted at its original."""
        runs = shingles(article.text, article.marks)
        for name, known in self._texts.items():
            if are_copies(runs, known):
                self._copied.setdefault(name, {})[article.id] = article.outlet
                return False
        self._texts[article.id] = runs
        return True

    def copied(self, name: str) -> tuple[str | None, ...]:
        """The outlets of the copies of an article."""
        return tuple(self._copied.get(name, {}).values())


def _repeats(item: Found, shown: Sequence[Found]) -> bool:
    """Whether a quote shares its text with one already chosen, as overlapping passages may."""
    return any(
        item.quote.article.id == other.quote.article.id
        and item.quote.start < other.quote.end
        and other.quote.start < item.quote.end
        and _overlap(item.quote, other.quote) > (item.quote.end - item.quote.start) / 2
        for other in shown
    )


def _overlap(one: Quote, other: Quote) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


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
