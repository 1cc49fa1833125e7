"""Whether other sentences state the same fact: who confirms a value, and who gives another."""

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass

from bot.articles.article import Article, Quote, source_sentences
from bot.language.calendar import stated_dates
from bot.language.numbers import quantities

LIKE = 0.4
"""Share of a passage's telling words that a sentence has when it may state the same fact."""
FEWEST = 4
"""Telling words without which two sentences cannot be compared."""

_WORD = re.compile(r"[^\W\d_][\w’'-]*")
_PROPER = re.compile(r"\b[A-Z][\w’'-]{2,}")
_STOP = frozenset(
    "a an the of in on at to for from by with and or but as is are was were be been has have had "
    "do "
    "does did that this these those it its his her their he she they who whom which what when "
    "where "
    "how not no said says say will would could should may might than more most about after before "
    "over under into out up down also new one two".split()
)
_OPENERS = frozenset("The But And This That After When They His Her Its For In On At".split())


@dataclass(frozen=True, slots=True)
class SentenceSignature:
    """A sentence as others are compared with it: its words, its names and its values."""

    start: int
    end: int
    words: frozenset[str]
    names: frozenset[str]
    values: frozenset[str]


@dataclass(frozen=True, slots=True)
class Agreement:
    """The articles that give the same value of a fact, and those that give another."""

    confirmed: frozenset[str]
    disputed: frozenset[str]


def signatures(article: Article) -> list[SentenceSignature]:
    """The sentences of an article, ready to be compared."""
    return [_signature(article.text, one.start, one.end) for one in source_sentences(article)]


def agreement(
    value: str, own: Quote, signatures_of: Iterable[tuple[str, Sequence[SentenceSignature]]]
) -> Agreement:
    """What the sentences of articles, the quote's own among them, say of a value in a quote."""
    passage = _signature(own.article.text, own.start, own.end)
    sort = _sort(value)
    confirmed: set[str] = set()
    disputed: set[str] = set()
    if len(passage.words) < FEWEST:
        return Agreement(frozenset(), frozenset())
    for article_id, signatures in signatures_of:
        for other in signatures:
            if article_id == own.article.id and other.start < own.end and own.start < other.end:
                continue
            same_sort = {one for one in other.values if _sort(one) == sort}
            if same_sort and _is_like(passage, other):
                (confirmed if value in same_sort else disputed).add(article_id)
    return Agreement(frozenset(confirmed - {own.article.id}), frozenset(disputed))


def _sort(value: str) -> str:
    """What a value can be compared with: the same unit, or a date told as exactly.

    A rank is of its own sort, for sentences on one thing rank many: a first visit, a fifth term.
    """
    if value.startswith("ordinal:"):
        return value
    return f"date of {len(value)}" if value.startswith("date:") else value.rpartition(":")[0]


def content_words(words: str) -> frozenset[str]:
    """The words that tell what something is about, in lower case."""
    return frozenset(found.casefold() for found in _WORD.findall(words)) - _STOP


def _is_like(passage: SentenceSignature, other: SentenceSignature) -> bool:
    shared = len(passage.words & other.words) / len(passage.words)
    return shared >= LIKE and (not passage.names or bool(passage.names & other.names))


def _signature(text: str, start: int, end: int) -> SentenceSignature:
    words = {found.group().casefold() for found in _WORD.finditer(text, start, end)}
    names = {found.group() for found in _PROPER.finditer(text, start, end)}
    values = {quantity.key for quantity in quantities(text, start, end)}
    values |= {stated.key for stated in stated_dates(text, start, end)}
    return SentenceSignature(
        start, end, frozenset(words - _STOP), frozenset(names - _OPENERS), frozenset(values)
    )
