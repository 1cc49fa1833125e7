"""Sentence scoring: how likely each sentence of the passages found is to answer the question.

Each sentence gets a score from what it says of the question, by itself and with its neighbours and
title, from what it holds of the kind that is asked for, and from how well its passage and article
were found. A softmax makes shares of certainty of the scores: inside each passage, which tell how
little of it can be shown, and over all passages, which tell the one that answers.
"""

import math
import re
from collections import Counter, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from operator import mul

from bot.articles.article import Quote
from bot.language.paragraphs import Span
from bot.search.evidence import coverage
from bot.search.query import Concept, Query

WEIGHTS = {
    "said anew": 2.8,
    "said before": 2.63,
    "has the kind": 2.15,
    "gives a cause": 0.71,
    "numbers": 1.59,
    "is somebody's words": 0.82,
    "counts what is asked for": 1.85,
    "said with the title": 3.02,
    "said of what is rare in the article": 1.49,
    "words": -0.25,
    "passage": 2.64,
    "article": 3.36,
}
"""What each measure of a sentence is worth: a conditional logit on questions with known answers,
fitted by `benchmarks/sentence_fit.py`."""

CAUSE = re.compile(
    r"\b(?:because|since|due to|owing to|after|led to|caused?|thanks to|so that|as a result|"
    r"prompted|blamed?)\b",
    re.IGNORECASE,
)
"""What tells a reason: "was closed after a fire"."""

SAYING = re.compile(
    r"\b(?:say|says|said|tell|told|think|thinks|claim|claims|comment|react)\b", re.IGNORECASE
)
"""What asks for somebody's words: "what did Ada Lund say"."""

QUOTED = re.compile(r"[“\"«]")
WHY = re.compile(r"\b(?:why|how come|what (?:caused|led to))\b", re.IGNORECASE)
NUMBER = re.compile(r"\d[\d.,]*")
MOST_NUMBERS = 3
NUMERIC = frozenset(["count", "amount", "share", "duration", "age", "date", "time"])


@dataclass(frozen=True, slots=True)
class Retrieved:
    """A passage and the score that it was found with."""

    passage: Quote
    score: float


@dataclass(frozen=True, slots=True)
class SentenceEvidence:
    """A sentence, what it says of the query, and whether it holds what is asked for.

    It `has_kind` with a span of the kind that is asked for, and `counts` with a number of the
    thing that is asked for.
    """

    span: Span
    words: int
    said: frozenset[Concept]
    has_kind: bool = False
    counts: bool = False


@dataclass(frozen=True, slots=True)
class ReadPassage:
    """A passage read for a query: the score it was found with, its title and its sentences."""

    passage: Quote
    score: float
    titled: frozenset[Concept]
    sentences: tuple[SentenceEvidence, ...]


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence with its share of the certainty in its passage and in all passages."""

    sentence: SentenceEvidence
    certainty: float
    overall: float

    @property
    def span(self) -> Span:
        """Where it stands in its article."""
        return self.sentence.span


class SentenceScorer:
    """Scores the sentences of passages for one query; `weights` is the idf of each concept."""

    def __init__(self, query: Query, weights: Mapping[Concept, float]) -> None:
        self._query = query
        self._weights = weights
        self._asks_why = bool(WHY.search(query.written.words))
        self._asks_words = bool(SAYING.search(query.written.words))

    def scored(self, passages: Sequence[ReadPassage]) -> list[tuple[SentenceScore, ...]]:
        """The sentences of each passage with their certainty."""
        scores = [
            [sum(map(mul, WEIGHTS.values(), measures)) for measures in measured]
            for measured in self.measured(passages)
        ]
        best = max((score for listed in scores for score in listed), default=0.0)
        powers = [[math.exp(score - best) for score in listed] for listed in scores]
        whole = sum(_distinct(passages, powers).values())
        return [
            tuple(
                SentenceScore(sentence, power / sum(listed), power / whole)
                for sentence, power in zip(read.sentences, listed, strict=True)
            )
            for read, listed in zip(passages, powers, strict=True)
        ]

    def measured(self, passages: Sequence[ReadPassage]) -> list[list[tuple[float, ...]]]:
        """The measures of each sentence of each passage, in the order of WEIGHTS."""
        best = max((read.score for read in passages), default=0.0)
        by_article: defaultdict[str, float] = defaultdict(float)
        for read in passages:
            article = read.passage.article.id
            by_article[article] = max(by_article[article], read.score)
        rare = self._rarity(passages)
        found = []
        for read in passages:
            article = read.passage.article.id
            ranks = (_log_share(read.score, best), _log_share(by_article[article], best))
            found.append(
                [(*self._measures(read, n, rare[article]), *ranks) for n in _numbers(read)]
            )
        return found

    def _rarity(self, passages: Sequence[ReadPassage]) -> dict[str, dict[Concept, float]]:
        """The weight of each concept in each article: what few of its sentences say tells more."""
        sentences: defaultdict[str, dict[int, SentenceEvidence]] = defaultdict(dict)
        for read in passages:
            sentences[read.passage.article.id] |= {s.span.start: s for s in read.sentences}
        rarity = {}
        for article, listed in sentences.items():
            said = Counter(concept for one in listed.values() for concept in one.said)
            rarity[article] = {
                concept: self._weights[concept]
                * math.log(1 + (len(listed) - times + 0.5) / (times + 0.5))
                for concept, times in said.items()
            }
        return rarity

    def _measures(
        self, read: ReadPassage, number: int, rare: Mapping[Concept, float]
    ) -> tuple[float, ...]:
        one, article = read.sentences[number], read.passage.article
        before = read.sentences[number - 1].said if number else frozenset[Concept]()
        words = article.text[one.span.start : one.span.end]
        asked = self._query.written.words
        numbers = [n for n in NUMBER.findall(words) if n.strip(".,") not in asked]
        is_numeric = self._query.want in NUMERIC
        return (
            coverage(self._weights, one.said - before),
            coverage(self._weights, before),
            float(one.has_kind),
            float(self._asks_why and bool(CAUSE.search(words))),
            is_numeric * min(len(numbers), MOST_NUMBERS) / MOST_NUMBERS,
            float(self._asks_words and bool(QUOTED.search(words))),
            float(one.counts),
            coverage(self._weights, one.said | read.titled),
            coverage(rare, one.said),
            math.log1p(one.words),
        )


def _numbers(read: ReadPassage) -> range:
    return range(len(read.sentences))


def _log_share(score: float, best: float) -> float:
    """How far a score stays behind the best one, 0 or less."""
    return math.log(max(score, 1e-3) / max(best, 1e-3))


def _distinct(
    passages: Sequence[ReadPassage], powers: Sequence[Sequence[float]]
) -> dict[tuple[str, int], float]:
    """Each sentence once, though passages overlap: the likeliest of its scores."""
    found: dict[tuple[str, int], float] = {}
    for read, listed in zip(passages, powers, strict=True):
        for sentence, power in zip(read.sentences, listed, strict=True):
            key = (read.passage.article.id, sentence.span.start)
            found[key] = max(found.get(key, 0.0), power)
    return found
