"""Finding the passages that bear on a query: index, final score and coverage, then the texts."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace

import numpy as np

from bot.articles.article import Quote
from bot.persistence.articles import ArticleRepository
from bot.search.evidence import Evidence, coverage
from bot.search.operators import ParsedQuery
from bot.search.passage_index import Filters, Match, PassageIndex, Record
from bot.search.query import Concept, Query
from bot.search.reranker import (
    CandidateCounts,
    Counts,
    Scores,
    counted,
    freshness,
    idf,
    recency,
    scores,
)
from bot.services.index_sync import IndexSync
from bot.services.visibility import Scope

CANDIDATES = 200
"""Passages that are scored finally. Against a plain ranking of all passages the first ten are the
same for 99.5 % of queries; with 100 candidates for 97 to 99 %, at two thirds of the time."""

RANKED = 100
"""Passages that are told of, the best of the candidates."""

ANYTHING = ParsedQuery("")
NO_EVIDENCE = Evidence(frozenset(), frozenset(), 0.0)


@dataclass(frozen=True, slots=True)
class Ranked:
    """A passage with its score and what it says of the query; `day` is 0 when undated."""

    article_row: int
    version: int
    start: int
    end: int
    day: int
    evidence: Evidence


@dataclass(frozen=True, slots=True)
class Ranking:
    """The ranked candidates of a query, best first, and the weight of each of its concepts."""

    ranked: tuple[Ranked, ...]
    weights: Mapping[Concept, float]

    def renamed(self, concepts: Mapping[Concept, Concept]) -> "Ranking":
        """The same with other concepts in the place of some."""

        def mapped(said: frozenset[Concept]) -> frozenset[Concept]:
            return frozenset(concepts.get(concept, concept) for concept in said)

        ranked = tuple(
            replace(
                one,
                evidence=Evidence(
                    mapped(one.evidence.said), mapped(one.evidence.article_said), one.evidence.score
                ),
            )
            for one in self.ranked
        )
        return Ranking(ranked, {concepts.get(c, c): w for c, w in self.weights.items()})

    def covered(self, ranked: Ranked) -> float:
        """The share of the query's weight that a passage says, 0 to 1."""
        return coverage(self.weights, ranked.evidence.said)

    @property
    def unknown(self) -> tuple[str, ...]:
        """Those words of the query that no candidate says."""
        said = frozenset[Concept]().union(*(ranked.evidence.said for ranked in self.ranked))
        return tuple(concept.surface for concept in self.weights if concept not in said)


@dataclass(frozen=True, slots=True)
class Hit:
    """A ranked passage, `rank` counted from 1."""

    rank: int
    score: float
    quote: Quote


class Retriever:
    """Ranks passages of the collections that an asker may see, and makes quotes of them."""

    def __init__(self, articles: ArticleRepository, index: IndexSync) -> None:
        self._articles = articles
        self._index = index

    async def ranking(
        self,
        query: Query,
        scope: Scope,
        filters: Filters,
        limit: int = RANKED,
    ) -> Ranking:
        """The passages in `scope` that match the query best, at most `limit` of them."""
        return await self._index.ask(lambda index: _ranking(index, query, scope, filters, limit))

    async def hits(self, query: Query, scope: Scope, filters: Filters, count: int) -> list[Hit]:
        """The first `count` passages, none of which mostly repeats a better one."""
        ranking = await self.ranking(query, scope, filters, max(2 * count, RANKED))
        ranked = without_repeats(ranking.ranked)
        read = len(ranked) if query.written.is_exact else count
        found = [*(await self.quotes(ranked[:read], scope, query.written)).items()][:count]
        return [Hit(n, item.evidence.score, quote) for n, (item, quote) in enumerate(found, 1)]

    async def phrases_nowhere(self, query: Query, scope: Scope) -> tuple[str, ...]:
        """Those of a query's phrases that no passage has as they are written."""
        found = []
        for phrase, terms in zip(query.written.phrases, query.phrases, strict=True):
            if not terms:
                continue
            alone = replace(query, written=ParsedQuery(phrase, (phrase,)))
            ranking = await self.ranking(alone, scope, Filters(phrases=(terms,)))
            if not await self.quotes(ranking.ranked, scope, alone.written):
                found.append(phrase)
        return tuple(found)

    async def quotes(
        self,
        ranked: Sequence[Ranked],
        scope: Scope,
        written: ParsedQuery = ANYTHING,
    ) -> dict[Ranked, Quote]:
        """The quote of each passage that fits what is written of phrases, in their order.

        One whose article has changed meanwhile, or may not be seen, is left out.
        """
        rows = list(dict.fromkeys(item.article_row for item in ranked))
        articles = await self._articles.by_row(rows)
        found = {
            item: article.quote(item.start, item.end)
            for item in ranked
            if (article := articles.get(item.article_row))
            and article.version == item.version
            and article.collection in scope.collections
        }
        if not written.is_exact:
            return found
        return {item: quote for item, quote in found.items() if written.fits(quote.text)}

    async def similar(self, term: str, scope: Scope, limit: int) -> list[Quote]:
        """Passages with a word that may be `term` mistyped."""

        def similar(index: PassageIndex) -> list[Ranked]:
            matches = index.similar(term, scope.rows, limit)
            return [_of(*found) for found in zip(matches, index.records(matches), strict=True)]

        found = await self._index.ask(similar)
        return [*(await self.quotes(found, scope)).values()]


def without_repeats(ranked: Sequence[Ranked]) -> list[Ranked]:
    """The passages that share at most half of their text with a better one of their article."""
    kept: dict[int, list[Ranked]] = {}
    found = []
    for item in ranked:
        better = kept.setdefault(item.article_row, [])
        if not any(_overlap(item, other) > (item.end - item.start) / 2 for other in better):
            better.append(item)
            found.append(item)
    return found


def _overlap(one: Ranked, other: Ranked) -> int:
    return min(one.end, other.end) - max(one.start, other.start)


def _ranking(
    index: PassageIndex, query: Query, scope: Scope, filters: Filters, limit: int
) -> Ranking:
    rows = scope.rows
    ways = [concept.ways for concept in query.concepts]
    matches = index.candidates(ways, rows, filters, max(CANDIDATES, limit))
    records = index.records(matches)
    whole = scope.statistics
    weights = {
        concept: idf(whole, index.frequency(concept.ways, rows)) for concept in query.concepts
    }
    found = counted([(r, m.ordinal) for r, m in zip(records, matches, strict=True)], query.concepts)
    scored = scores(query.concepts, weights, whole, found)
    days = [match.day for match in matches]
    if query.written.latest:
        scored = scored * freshness(days)
    elif scope.recent_from is not None:
        scored = scored * recency(days, scope.recent_from)
    order = _order(scored, matches)[:limit]
    evidence = map(
        Evidence,
        _said(query.concepts, found, found.passage[order]),
        _said(query.concepts, found, found.article[order]),
        scored[order].tolist(),
    )
    best = ((matches[number], records[number]) for number in order.tolist())
    ranked = (_of(*one, shown) for one, shown in zip(best, evidence, strict=True))
    return Ranking(tuple(ranked), weights)


def _order(scored: Scores, matches: Sequence[Match]) -> Counts:
    """Best first; of equal scores the newest, then the one that came first."""
    days = [-match.day for match in matches]
    rows = [match.article for match in matches]
    places = [match.place[0] for match in matches]
    ordinals = [match.ordinal for match in matches]
    keys = (ordinals, places, rows, days, (-scored).tolist())
    return np.lexsort(keys)


def _said(
    concepts: Sequence[Concept], found: CandidateCounts, counts: Counts
) -> list[frozenset[Concept]]:
    """Which concepts are said in each of the candidates' texts that were counted."""
    columns = [found.occurrences(concept, counts) > 0 for concept in concepts]
    table = np.array(columns).reshape(len(concepts), len(counts)).T.tolist()
    return [
        frozenset(concept for concept, says in zip(concepts, row, strict=True) if says)
        for row in table
    ]


def _of(match: Match, record: Record, evidence: Evidence = NO_EVIDENCE) -> Ranked:
    start, end = record.span(match.ordinal)
    return Ranked(record.article, record.version, start, end, match.day, evidence)
