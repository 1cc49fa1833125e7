"""A small engine in memory: that what `PassageIndex` asks can be had without files."""

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from functools import cache
from math import log

import numpy as np

from bot.search.passage_index import (
    Alternatives,
    Filters,
    IndexedArticle,
    IndexState,
    Match,
    Record,
    Terms,
    number_of,
)

PHRASE_FIRST = 1_000.0
BETWEEN = 2
SHORT_WORD = 6


@dataclass(frozen=True)
class Held:
    """A passage as it is held, its article's title after it."""

    article: IndexedArticle
    ordinal: int
    terms: Terms

    def says(self, way: Terms) -> bool:
        return set(way) <= set(self.terms)

    def fits(self, filters: Filters) -> bool:
        day = self.article.day
        return (
            (filters.outlets is None or self.article.outlet in filters.outlets)
            and (filters.since is None or (day is not None and day >= filters.since))
            and (filters.until is None or (day is not None and day <= filters.until))
            and all(map(self.says, filters.phrases))
            and not any(map(self.says, filters.without))
        )

    def has_in_order(self, phrase: Terms) -> bool:
        reached = [(at, 0) for at, term in enumerate(self.terms) if term == phrase[0]]
        for term in phrase[1:]:
            reached = [
                (at, skipped + at - before - 1)
                for before, skipped in reached
                for at in range(before + 1, len(self.terms))
                if self.terms[at] == term and skipped + at - before - 1 <= BETWEEN
            ]
        return bool(reached)


class MemoryIndex:
    """Scores by idf and share of the passage, over all the collections that are asked."""

    def __init__(self, identity: str) -> None:
        self._articles: dict[int, IndexedArticle] = {}
        self._records: dict[int, Record] = {}
        self._state = IndexState(identity, 0)

    @property
    def state(self) -> IndexState:
        return self._state

    def __len__(self) -> int:
        return sum(len(article.passages) for article in self._articles.values())

    def apply(self, articles: Iterable[IndexedArticle], change: int) -> None:
        for article in list(articles):
            self._articles[article.article] = article
            self._records[article.article] = _record(article)
        self._state = IndexState(self._state.identity, change)

    def is_whole(self, passages: int) -> bool:
        return len(self) == passages

    def is_wasteful(self, terms: int) -> bool:  # noqa: ARG002 - it keeps nothing in vain
        return False

    def candidates(
        self,
        concepts: Sequence[Alternatives],
        collections: Sequence[int],
        filters: Filters,
        limit: int,
    ) -> list[Match]:
        ways = [way for concept in concepts for way in concept if way]
        seen = list(self._seen(collections))
        rarity = {
            way: log(1 + len(seen) / (0.5 + sum(held.says(way) for held in seen))) for way in ways
        }

        def score(held: Held) -> float:
            ordered = sum(held.has_in_order(phrase) for phrase in filters.phrases)
            said = (rarity[way] * min(map(held.terms.count, way)) / len(held.terms) for way in ways)
            return PHRASE_FIRST * ordered + sum(said)

        found = [h for h in seen if any(map(h.says, ways)) and h.fits(filters)]
        return _matches(sorted(found, key=score, reverse=True)[:limit])

    def records(self, matches: Sequence[Match]) -> list[Record]:
        return [self._records[match.article] for match in matches]

    def frequency(self, concept: Alternatives, collections: Sequence[int]) -> int:
        return sum(any(map(held.says, concept)) for held in self._seen(collections))

    def similar(self, term: str, collections: Sequence[int], limit: int) -> list[Match]:
        allowed = 1 if len(term) < SHORT_WORD else 2
        found = (
            held
            for held in self._seen(collections)
            if any(_distance(term, other) <= allowed for other in held.terms)
        )
        return _matches(list(found)[:limit])

    def _seen(self, collections: Sequence[int]) -> Iterator[Held]:
        for article in self._articles.values():
            if article.collection in collections:
                for ordinal, passage in enumerate(article.passages):
                    words = f"{passage.terms} {article.title}".split()
                    yield Held(article, ordinal, tuple(words))


def _record(article: IndexedArticle) -> Record:
    texts = [article.title, *(passage.terms for passage in article.passages)]
    columns = (
        [passage.start for passage in article.passages],
        [passage.end for passage in article.passages],
        [len(text.split()) for text in texts],
        [number_of(term) for text in texts for term in text.split()],
    )
    numbers = (np.array(column, np.uint32) for column in columns)
    return Record(article.article, article.version, *numbers)


def _matches(found: Sequence[Held]) -> list[Match]:
    return [Match(h.article.article, (0, 0), h.ordinal, h.article.day or 0) for h in found]


def _distance(one: str, other: str) -> int:
    @cache
    def rest(i: int, j: int) -> int:
        if i == len(one) or j == len(other):
            return len(one) - i + len(other) - j
        if one[i] == other[j]:
            return rest(i + 1, j + 1)
        return 1 + min(rest(i + 1, j), rest(i, j + 1), rest(i + 1, j + 1))

    return rest(0, 0)
