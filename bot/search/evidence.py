"""The evidence gate: whether passages bear out an answer, or the reply must say that they do not.

Scores do not compare across queries, so the gate looks at shares, each 0 to 1: of the query's
weight (idf) that a passage says, that its article says, of its names that the article says, and of
the score that a passage could have. A short topic or question must be said almost whole; of a long
question a passage seldom says half, and all four are weighed together. `benchmarks/gate_fit.py`
fits the thresholds.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.search.query import Concept
from bot.search.reranker import best_score

ENOUGH = 0.6
"""Share of a short query's weight that a quoted passage must say. On the topics of five reports .6
declines all but one uncovered query and cuts wrong sources from .24 to .09."""

SHORT = 3
"""Concepts of a short query: up to so many ENOUGH holds."""

EASED = 0.07
LEAST = 0.2
"""By how much each further concept lowers what must be said, and down to where: of 420 news
questions (8 concepts in the middle) that are covered, nine in ten have a passage that says .31."""

EVIDENCE = 0.32
"""What the shares that are weighed together must come to. Asked through the newsroom, 89 % of the
420 questions are answered; 29 % of the same ones still are when the reports on their event are left
out of the corpus, and 35 % of 150 on other events."""

NEARLY_BEST = 0.8
"""A quoted passage says at least this share of what the best one says: on 65 topics of five
reports it cuts wrong sources from .09 to .07 and loses .02 of the right ones."""

CLOSE = 0.4
"""Share of the weight that a passage must say to be shown as the closest there is."""

NAMES_COUNT = 0.5
"""How much the names count beside the other shares."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one passage says of a query: the concepts in it, those in its article, and its score."""

    said: frozenset[Concept]
    article_said: frozenset[Concept]
    score: float


@dataclass(frozen=True, slots=True)
class Shares:
    """The four shares of one passage, each 0 to 1."""

    said: float
    attained: float
    article: float
    names: float

    @property
    def together(self) -> float:
        """Those that are weighed, as one number from 0 to 1."""
        return (self.attained + self.article + NAMES_COUNT * self.names) / (2 + NAMES_COUNT)


class EvidenceGate:
    """Tells which passages bear out an answer to one query.

    `enough` is the share of the query's weight that a passage must say.
    """

    def __init__(self, weights: Mapping[Concept, float]) -> None:
        self._weights = weights
        self._names = {c: w for c, w in weights.items() if c.is_name}
        self._best = best_score(weights)
        self.enough = max(LEAST, ENOUGH - EASED * max(0, len(weights) - SHORT))

    def opens(self, evidence: Evidence) -> bool:
        """Whether a passage bears out an answer."""
        shares = self.shares(evidence)
        return shares.said >= self.enough and shares.together >= EVIDENCE

    def shares(self, evidence: Evidence) -> Shares:
        """What a passage shows."""
        return Shares(
            said=coverage(self._weights, evidence.said),
            attained=evidence.score / self._best if self._best else 0.0,
            article=coverage(self._weights, evidence.article_said),
            names=coverage(self._names, evidence.article_said) if self._names else 1.0,
        )


def coverage(weights: Mapping[Concept, float], said: frozenset[Concept]) -> float:
    """The share of the concepts' weight, 0 to 1, that a passage which says these covers."""
    whole = sum(weights.values())
    if whole <= 0:
        return 0.0
    return sum(weight for concept, weight in weights.items() if concept in said) / whole


def best_covering(
    weights: Mapping[Concept, float], passages: Sequence[Evidence], enough: float
) -> list[int]:
    """Which passages say enough, and nearly as much as the one that says most."""
    covered = [coverage(weights, passage.said) for passage in passages]
    needed = max(enough, NEARLY_BEST * max(covered, default=0.0))
    return [number for number, share in enumerate(covered) if share >= needed]
