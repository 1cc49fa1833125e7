"""The evidence gate: whether passages bear out an answer, or the reply must say that they do not.

Scores do not compare across queries, so the gate looks at what is said. Of a query only the words
count that an answer has to say: light ones ("get", "new", "people") never do. Every name must stand
in the passage, its title or its article. Of the weight (idf) of the required words the article has
to say a share, and the passage with its title a lower one; of a topic, which is short, the passage
has to say as much as the article. `benchmarks/gate_fit.py` prints what the shares do.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.search.query import Concept

ENOUGH = 0.62
"""Share of the required weight that the article of an answer must say."""

SHORT = 3
EASED = 0.06
LEAST = 0.32
"""Up to SHORT required words ENOUGH holds; each further one lowers it, down to LEAST: nobody says
all the words of a long question. Of 529 questions on 2,067 paragraphs 84 % are answered so, 20 %
when all paragraphs of its title are left out."""

OTHERS = 0.33
"""Share of the weight of what is no name that must be said: a name alone answers nothing."""

PASSAGE = 0.33
"""Share of the required weight that a passage with its title must say to answer a question."""

NEARLY_BEST = 0.8
"""A quoted passage says at least this share of what the best one says: on 65 topics of five
reports it cuts wrong sources from .09 to .07 and loses .02 of the right ones."""

CLOSE = 0.3
"""Share of the weight that a passage must say to be shown as the closest there is."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """What one passage says of a query: the concepts in it, those in its article, and its score."""

    said: frozenset[Concept]
    article_said: frozenset[Concept]
    score: float


class EvidenceGate:
    """Tells which passages bear out an answer to one query.

    `weights` are those of the concepts that an answer has to say; for a topic every passage has to
    say what is enough, for a question its article.
    """

    def __init__(self, weights: Mapping[Concept, float], *, is_topic: bool) -> None:
        self._weights = weights
        self._names = [concept for concept in weights if concept.is_name]
        self._others = {c: w for c, w in weights.items() if not c.is_name}
        self._is_topic = is_topic

    @property
    def enough(self) -> float:
        """The share of the required weight that must be said."""
        return max(LEAST, ENOUGH - EASED * max(0, len(self._weights) - SHORT))

    def opens(self, evidence: Evidence) -> bool:
        """Whether a passage bears out an answer."""
        around = evidence.said | evidence.article_said
        if any(name not in around for name in self._names):
            return False
        if self._others and coverage(self._others, evidence.said) < OTHERS:
            return False
        least = self.enough if self._is_topic else min(self.enough, PASSAGE)
        said = coverage(self._weights, evidence.said)
        return said >= least and coverage(self._weights, around) >= self.enough


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
