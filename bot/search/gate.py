"""The evidence gate: whether passages cover what a query tells, or the reply must decline.

Scores do not compare across queries, so the gate looks at the share of the query's weight (idf)
that a passage covers.
"""

from collections.abc import Mapping, Sequence

from bot.search.query import Concept

ENOUGH = 0.6
"""Share of the query's weight that a quoted passage must cover. On the topics of five reports .6
declines all but one uncovered query and cuts wrong sources from .24 to .09."""


def coverage(
    concepts: Sequence[Concept], weights: Mapping[Concept, float], terms: frozenset[str]
) -> float:
    """The share of the concepts' weight, 0 to 1, that a passage with these terms covers."""
    whole = sum(weights[concept] for concept in concepts)
    if whole <= 0:
        return 0.0
    return sum(weights[c] for c in concepts if c.is_said_in(terms)) / whole


def missing(concepts: Sequence[Concept], terms: frozenset[str]) -> tuple[str, ...]:
    """The words of the query that a passage with these terms does not say."""
    return tuple(concept.surface for concept in concepts if not concept.is_said_in(terms))
