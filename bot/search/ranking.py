"""The final score of candidate passages: BM25 by rank-bm25, over live statistics of the corpus.

Settings k1 = 0.9 and b = 0.4, and Lucene's idf, log(1 + (N - n + 0.5) / (n + 0.5)): rank-bm25's own
gives a word that is in half of the passages no weight and one passage alone a negative score.
A passage counts with its article's title. Added are half of the BM25 of the whole article, and
something for each two words of the query that stand near each other.
"""

import math
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date

import numpy as np
import numpy.typing as npt
from rank_bm25 import BM25Okapi

from bot.search.counting import Counted, Counts
from bot.search.query import Concept

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
    counted: Counted,
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


def best_score(weights: Mapping[Concept, float]) -> float:
    """What the score of a passage stays below, its words' nearness apart."""
    return (K1 + 1) * (1 + ARTICLE_SHARE) * sum(weights.values())


def nearness(
    concepts: Sequence[Concept], weights: Mapping[Concept, float], counted: Counted
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
    dates = [date(day // 10_000, day // 100 % 100, day % 100) if day else None for day in days]
    newest = max((day for day in dates if day), default=date.min)
    ages = [(newest - day).days if day else math.inf for day in dates]
    return 1 + np.exp2(-np.array(ages, np.float64) / FADING_DAYS)


def _numbered(
    concepts: Sequence[Concept], weights: Mapping[Concept, float], counted: Counted
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
