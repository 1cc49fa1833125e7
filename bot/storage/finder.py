"""Finding the passages that bear on a query: index, database, final score and coverage."""

import asyncio
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.articles.article import Quote
from bot.search.gate import coverage
from bot.search.index import Filters, Match, TantivyIndex
from bot.search.query import Concept, Query
from bot.search.ranking import Statistics, idf, scores
from bot.storage.indexing import LiveIndex
from bot.storage.records import Candidate
from bot.storage.scope import Scope
from bot.storage.store import Store

CANDIDATES = 100
"""Passages that are scored finally: of 300,000 they hold 99.8 % of the true top ten."""


SPREAD_WIDELY = 200_000
"""From so many passages on each candidate is likely on a page of its own, not in memory."""

READERS = 2
"""Connections that then read at the same time, for a disk is slow one page after the other."""


@dataclass(frozen=True, slots=True)
class Ranked:
    """A candidate passage with its score and the share of the query's weight that it covers."""

    candidate: Candidate
    day: int
    score: float
    coverage: float


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranked candidates of a query, best first, and the weight of each of its concepts."""

    ranked: tuple[Ranked, ...]
    weights: Mapping[Concept, float]

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those words of the query that no candidate says."""
        sets = [_terms(ranked.candidate) for ranked in self.ranked]
        return tuple(
            concept.surface
            for concept in self.weights
            if not any(concept.is_said_in(terms) for terms in sets)
        )


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage, `rank` counted from 1."""

    rank: int
    score: float
    quote: Quote


class Finder:
    """Ranks passages of the collections that an asker may see, and makes quotes of them."""

    def __init__(self, store: Store, index: LiveIndex) -> None:
        self._store = store
        self._index = index

    async def ranking(
        self,
        query: Query,
        scope: Scope,
        filters: Filters,
        limit: int = CANDIDATES,
    ) -> Ranking:
        """The passages in `scope` that match the query best, at most `limit` of them."""
        rows = scope.rows
        whole = Statistics(
            sum(statistics.passages for statistics in scope.held),
            sum(statistics.words for statistics in scope.held),
        )
        ways = [concept.ways for concept in query.concepts]

        def candidates(index: TantivyIndex) -> tuple[list[Match], list[int]]:
            found = index.candidates(ways, rows, filters, limit)
            return found, [index.frequency(way, rows) for way in ways]

        matches, frequencies = await self._index.ask(candidates)
        weights = {
            concept: idf(whole, frequency)
            for concept, frequency in zip(query.concepts, frequencies, strict=True)
        }
        found = await self._candidates([match.row for match in matches], whole.passages)
        days = {match.row: match.day for match in matches}
        return Ranking(tuple(_ranked(query, weights, whole, found, days)), weights)

    async def _candidates(self, rows: Sequence[int], passages: int) -> list[Candidate]:
        if passages < SPREAD_WIDELY:
            return await self._store.candidates(rows)
        parts = [rows[first::READERS] for first in range(READERS)]
        read = await asyncio.gather(*(self._store.candidates(part) for part in parts))
        return [candidate for part in read for candidate in part]

    async def quotes(
        self, ranked: Sequence[Ranked], collections: Sequence[str]
    ) -> list[tuple[Ranked, Quote]]:
        """The quote of each passage; one whose article has changed meanwhile is left out."""
        rows = list(dict.fromkeys(item.candidate.article_row for item in ranked))
        articles = await self._store.articles_by_row(rows)
        return [
            (item, article.quote(item.candidate.start, item.candidate.end))
            for item in ranked
            if (article := articles.get(item.candidate.article_row))
            and article.version == item.candidate.version
            and article.collection in collections
        ]

    async def texts(
        self, candidates: Sequence[Candidate], collections: Sequence[str]
    ) -> list[Quote]:
        """The words of these passages, to look at."""
        ranked = [Ranked(candidate, 0, 0.0, 0.0) for candidate in candidates]
        return [quote for _, quote in await self.quotes(ranked, collections)]

    async def similar(self, term: str, scope: Scope, limit: int) -> list[Candidate]:
        """Passages with a word that may be `term` mistyped."""
        rows = scope.rows
        found = await self._index.ask(lambda index: index.similar(term, rows, limit))
        return await self._store.candidates([match.row for match in found])


def _terms(candidate: Candidate) -> frozenset[str]:
    return frozenset(candidate.terms.split()).union(candidate.title_terms.split())


def _ranked(
    query: Query,
    weights: Mapping[Concept, float],
    statistics: Statistics,
    candidates: Sequence[Candidate],
    days: Mapping[int, int],
) -> list[Ranked]:
    """Best first; of equal scores the newest, then the one that came first."""
    bodies = [item.terms.split() for item in candidates]
    titled = [
        body + item.title_terms.split() for body, item in zip(bodies, candidates, strict=True)
    ]
    scored = scores(query.concepts, weights, statistics, titled)
    covered = [coverage(query.concepts, weights, frozenset(body)) for body in bodies]
    ranked = [
        Ranked(item, days[item.passage_row], score, share)
        for item, score, share in zip(candidates, scored, covered, strict=True)
    ]
    return sorted(ranked, key=lambda r: (-r.score, -r.day, r.candidate.passage_row))
