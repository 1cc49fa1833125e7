"""The final score of candidate passages: BM25 by rank-bm25, over live statistics of the corpus.

Settings k1 = 0.9 and b = 0.4, and Lucene's idf, log(1 + (N - n + 0.5) / (n + 0.5)): rank-bm25's own
gives a word that is in half of the passages no weight and one passage alone a negative score.
"""

import math
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

import numpy as np
from rank_bm25 import BM25Okapi

from bot.search.query import Concept

K1 = 0.9
B = 0.4


@dataclass(frozen=True, slots=True)
class Statistics:
    """Of the collections that are asked: how many passages they have, and how many terms in all."""

    passages: int
    terms: int

    @property
    def mean_length(self) -> float:
        """Terms of a passage on average; never 0, so that it can divide."""
        return self.terms / self.passages if self.passages and self.terms else 1.0


def idf(statistics: Statistics, frequency: int) -> float:
    """Lucene's inverse document frequency; positive for any frequency."""
    frequency = min(frequency, statistics.passages)
    return math.log(1 + (statistics.passages - frequency + 0.5) / (frequency + 0.5))


def occurrences(concept: Concept, counted: Mapping[str, int]) -> int:
    """How often a text with these counts of terms says the concept, in any of its ways."""
    return sum(min([counted.get(term, 0) for term in way]) for way in concept.ways)


def scores(
    concepts: Sequence[Concept],
    weights: Mapping[Concept, float],
    statistics: Statistics,
    candidates: Sequence[Sequence[str]],
) -> list[float]:
    """The BM25 score of each candidate's terms; `weights` is the idf of each concept."""
    if not candidates:
        return []
    model = _LiveBM25(concepts, weights, statistics, candidates)
    return [float(s) for s in model.get_batch_scores(list(concepts), list(range(len(candidates))))]


class _LiveBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """BM25Okapi over a few candidates, with the statistics of the corpus they come from."""

    def __init__(
        self,
        concepts: Sequence[Concept],
        weights: Mapping[Concept, float],
        statistics: Statistics,
        candidates: Sequence[Sequence[str]],
    ) -> None:
        self.k1, self.b = K1, B
        self.corpus_size = statistics.passages
        self.avgdl = statistics.mean_length
        self.idf = weights
        self.doc_len = np.array([len(terms) for terms in candidates])
        self.doc_freqs = [
            {concept: occurrences(concept, counted) for concept in concepts}
            for counted in map(Counter, candidates)
        ]
