"""The reranker: rank-bm25 over an index's candidates, with title and nearness of words."""

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from typing import NamedTuple

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from bot.search.passage_index import Record, number_of
from bot.search.query import Concept

Counts = npt.NDArray[np.int64]

NOTHING: Counts = np.zeros(0, np.int64)


class Occurrences(NamedTuple):
    """Where terms are said: the part of the text, the place and the term's column, in order."""

    part: Counts
    place: Counts
    column: Counts


@dataclass(frozen=True, slots=True)
class CandidateCounts:
    """Counts of terms: a row a candidate, a column a term, and the lengths in terms a candidate.

    `body` is the passage alone, `passage` the passage with its article's title, `article` all
    passages of its article (or of its part of a very long one), each with the title. `said` tells
    where the candidates' bodies, which are its parts, say the terms.
    """

    columns: dict[str, int]
    body: Counts
    passage: Counts
    article: Counts
    passage_lengths: Counts
    article_lengths: Counts
    said: Occurrences

    def __len__(self) -> int:
        return len(self.body)

    def occurrences(self, concept: Concept, counts: Counts) -> Counts:
        """How often each candidate says the concept, in any of its ways."""
        found = np.zeros(len(counts), np.int64)
        for way in concept.ways:
            found += counts[:, [self.columns[term] for term in way]].min(axis=1)
        return found


def counted(records: Sequence[tuple[Record, int]], concepts: Iterable[Concept]) -> CandidateCounts:
    """The counts of the concepts' terms in candidates, each a record and a passage's ordinal."""
    columns = {t: n for n, t in enumerate({t: None for c in concepts for w in c.ways for t in w})}
    distinct = {id(record): record for record, _ in records}
    own = {name: row for row, name in enumerate(distinct)}
    held = list(distinct.values())
    lengths = np.array([n for record in held for n in record.lengths.tolist()], np.int64)
    # A record's parts are its title and its passages.
    firsts = np.cumsum([0, *(len(record) + 1 for record in held)])[:-1]
    said = _said(held, lengths, list(columns))
    cells = said.part * len(columns) + said.column
    table = np.bincount(cells, minlength=len(lengths) * len(columns))
    table = table.reshape(len(lengths), len(columns))
    rows = np.array([own[id(record)] for record, _ in records], np.int64)
    titles = firsts[rows]
    bodies = titles + np.array([ordinal for _, ordinal in records], np.int64) + 1
    whole, whole_lengths = _whole(table, lengths, firsts, held)
    return CandidateCounts(
        columns,
        table[bodies],
        table[bodies] + table[titles],
        whole[rows],
        lengths[bodies] + lengths[titles],
        whole_lengths[rows],
        _in_bodies(said, bodies, len(lengths)),
    )


def _said(records: Sequence[Record], lengths: Counts, terms: Sequence[str]) -> Occurrences:
    """Where the records' parts say the terms, in the order of the parts."""
    if not terms or not records:
        return Occurrences(NOTHING, NOTHING, NOTHING)
    sought = np.array([number_of(term) for term in terms], np.uint32)
    order = np.argsort(sought)
    flat = np.concatenate([record.terms for record in records])
    places = np.flatnonzero(np.isin(flat, sought))
    column = order[np.searchsorted(sought, flat[places], sorter=order)]
    return Occurrences(np.searchsorted(np.cumsum(lengths), places, side="right"), places, column)


def _in_bodies(said: Occurrences, bodies: Counts, parts: int) -> Occurrences:
    """What the candidates' bodies say, with the candidate for the part."""
    candidate = np.full(parts, -1, np.int64)
    candidate[bodies] = np.arange(len(bodies))
    owner = candidate[said.part]
    inside = owner >= 0
    return Occurrences(owner[inside], said.place[inside], said.column[inside])


def _whole(
    table: Counts, lengths: Counts, firsts: Counts, records: Sequence[Record]
) -> tuple[Counts, Counts]:
    """The counts and lengths of each record: its passages, each with the title."""
    if not len(firsts):
        return table, lengths
    more = np.array([len(record) - 1 for record in records], np.int64)
    counts = np.add.reduceat(table, firsts, axis=0) + more[:, None] * table[firsts]
    return counts, np.add.reduceat(lengths, firsts) + more * lengths[firsts]


K1 = 0.9
B = 0.4

ARTICLE_SHARE = 0.5
"""Of the article's own BM25 in a passage's score; measured on news questions: never worse than
without, and 1 to 3 points better at depth."""

NEAR_SHARE = 0.3
"""Of the lighter word's weight, over the distance, that two words of the query add where they stand
near each other; on the questions of SQuAD 0.8 points more first passages are right."""

NEAR = 8
"""Terms from one word to another at most to be near."""

NEIGHBOURS = 7
"""Words of the query after one in a passage that are looked at at most."""

FADING_DAYS = 7
"""After how many days the bonus of what is new is halved: a news week."""

RECENCY = 0.5
"""What a passage of the day of asking gains, as a share of its score: on a year of news questions
asked in their week, .056 more first passages are right [.025, .087] and .031 more of the first ten;
not fitted on them."""

RECENT_DAYS = 30
"""After how many days that gain is halved."""

Scores = npt.NDArray[np.float64]


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of the collections that are asked: their articles and passages, and the passages' terms."""

    articles: int
    passages: int
    terms: int

    @property
    def passage_length(self) -> float:
        """Terms of a passage on average; never 0, so that it can divide."""
        return self.terms / self.passages if self.passages and self.terms else 1.0

    @property
    def article_length(self) -> float:
        """Terms of all passages of an article on average; never 0."""
        return self.terms / self.articles if self.articles and self.terms else 1.0


def idf(statistics: Statistics, frequency: int) -> float:
    """Lucene's inverse document frequency; positive for any frequency."""
    frequency = min(frequency, statistics.passages)
    return math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5))


def scores(
    concepts: Sequence[Concept],
    weights: Mapping[Concept, float],
    statistics: Statistics,
    counted: CandidateCounts,
) -> Scores:
    """The score of each candidate; `weights` is the idf of each concept."""
    if not len(counted):
        return np.zeros(0)
    passage = _LiveBM25(
        weights,
        statistics.passage_length,
        counted.passage_lengths,
        {concept: counted.occurrences(concept, counted.passage) for concept in concepts},
    )
    article = _LiveBM25(
        weights,
        statistics.article_length,
        counted.article_lengths,
        {concept: counted.occurrences(concept, counted.article) for concept in concepts},
    )
    return (
        passage.scores(concepts)
        + ARTICLE_SHARE * article.scores(concepts)
        + NEAR_SHARE * nearness(concepts, weights, counted)
    )


def nearness(
    concepts: Sequence[Concept], weights: Mapping[Concept, float], counted: CandidateCounts
) -> Scores:
    """How near each other each candidate says the concepts.

    The sum over the pairs of concepts of the lighter one's weight divided by their least distance.
    """
    number, weight = _numbered(concepts, weights, counted)
    part, place = counted.said.part, counted.said.place
    spoken = number[counted.said.column]
    best = np.zeros((len(counted), len(concepts) ** 2))
    for further in range(1, min(NEIGHBOURS, len(part) - 1) + 1):
        one, other = spoken[:-further], spoken[further:]
        distance = place[further:] - place[:-further]
        near = (part[:-further] == part[further:]) & (distance <= NEAR) & (one != other)
        one, other = one[near], other[near]
        pair = np.minimum(one, other) * len(concepts) + np.maximum(one, other)
        lighter = np.minimum(weight[one], weight[other])
        np.maximum.at(best, (part[:-further][near], pair), lighter / distance[near])
    total: Scores = best.sum(axis=1)
    return total


def freshness(days: Sequence[int]) -> Scores:
    """By what to multiply the scores when the latest is asked for; days as numbers, 0 for none.

    The newest counts double, one that is a week older half as much more, an undated one as it is.
    """
    return 1 + _faded(days, day_of_number(max(days, default=0)), FADING_DAYS)


def recency(days: Sequence[int], asked_on: date) -> Scores:
    """By what to multiply the scores of news asked for on a day; undated ones stay as they are."""
    return 1 + RECENCY * _faded(days, asked_on, RECENT_DAYS)


def day_of_number(number: int) -> date:
    """The day that a number such as 20240516 stands for; the first of all for 0."""
    return date.min if not number else date(number // 10_000, number // 100 % 100, number % 100)


def _faded(days: Sequence[int], newest: date, half_life: int) -> Scores:
    """One for the newest day and those after it, half after each half-life, 0 without a day."""
    ages = [max(0, (newest - day_of_number(day)).days) if day else math.inf for day in days]
    faded: Scores = np.exp2(-np.array(ages, np.float64) / half_life)
    return faded


def _numbered(
    concepts: Sequence[Concept], weights: Mapping[Concept, float], counted: CandidateCounts
) -> tuple[Counts, Scores]:
    """Which concept each column's term belongs to, the first one that has it, and their weights."""
    number = np.zeros(len(counted.columns), np.int64)
    for position, concept in reversed(list(enumerate(concepts))):
        number[[counted.columns[term] for way in concept.ways for term in way]] = position
    return number, np.array([weights[concept] for concept in concepts])


class _LiveBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """BM25Okapi over a few candidates, with the statistics of the corpus they come from."""

    def __init__(
        self,
        weights: Mapping[Concept, float],
        mean_length: float,
        lengths: Counts,
        said: Mapping[Concept, Counts],
    ) -> None:
        self.k1, self.b = K1, B
        self.corpus_size = len(lengths)
        self.avgdl = mean_length
        self.idf = weights
        self.doc_len = lengths
        table = np.array([*said.values()], np.int64).reshape(len(said), len(lengths))
        self.doc_freqs = [dict(zip(said, row, strict=True)) for row in table.T.tolist()]

    def scores(self, concepts: Sequence[Concept]) -> Scores:
        """The scores of all candidates, in their order."""
        batch = self.get_batch_scores(list(concepts), list(range(self.corpus_size)))
        return np.array(batch, np.float64)
