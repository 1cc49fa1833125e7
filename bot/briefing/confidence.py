"""How sure it is that a span of a sentence answers a question: measures of it, weighed together.

Each measure is a number that a reader could tell from the sentence: how much of the question it
says, how far the span is from those words, whether the number stands right before the thing that
is asked for. Their weights were fitted, by logistic regression for each kind of question, on
questions with known answers (`benchmarks/mark_fit.py`), so that of the spans with confidence p
about a share p is right.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.briefing.candidates import Candidate
from bot.briefing.clauses import clause_of, says
from bot.language.english.analyser import LEMMAS, Analyser, Token
from bot.language.paragraphs import Span
from bot.search.evidence import coverage
from bot.search.query import Concept, Query

MEASURES = (
    "sentence clause previous thing_near thing_far other_thing distance rivals certainty verb_said "
    "names_missing title words verb_after agent apposed possessive verb_before opens "
    "nearest farther"
).split()


WEIGHTS = {
    "person": (
        -2.15,
        -0.2,
        1.5,
        0.46,
        0.0,
        1.92,
        0.0,
        -0.15,
        -0.5,
        1.48,
        -0.3,
        -0.23,
        -0.09,
        0.12,
        0.56,
        0.89,
        0.24,
        0.66,
        0.64,
        0.68,
        0.11,
        -0.28,
    ),
    "place": (
        -2.78,
        -1.22,
        1.96,
        0.68,
        0.0,
        0.7,
        0.0,
        0.03,
        -0.54,
        2.07,
        0.35,
        -0.28,
        1.46,
        0.03,
        -0.55,
        0.0,
        0.35,
        -1.77,
        0.38,
        0.0,
        0.29,
        0.13,
    ),
    "date": (
        -3.23,
        0.97,
        1.42,
        0.94,
        0.0,
        0.0,
        0.0,
        -0.05,
        -1.31,
        2.09,
        0.1,
        -0.18,
        -0.04,
        0.24,
        -0.06,
        0.0,
        0.49,
        -1.69,
        -0.3,
        0.52,
        0.49,
        -0.56,
    ),
    "num": (
        -2.7,
        -0.46,
        1.32,
        0.78,
        1.22,
        -0.7,
        0.08,
        -0.25,
        -0.66,
        2.19,
        0.08,
        -0.25,
        0.03,
        0.84,
        0.45,
        0.49,
        -0.29,
        -4.19,
        0.13,
        -0.11,
        0.19,
        -0.62,
    ),
}
"""For each group of questions a constant, then the weight of each of MEASURES."""


@dataclass(frozen=True, slots=True)
class Reading:
    """A sentence as its candidates are weighed: what it and its surroundings say of the query.

    `year` is that of its article, None when it is not dated.
    """

    text: str
    span: Span
    year: int | None
    said: frozenset[Concept]
    before: frozenset[Concept]
    titled: frozenset[Concept]
    certainty: float


class Confidence:
    """Weighs candidates for one query."""

    def __init__(self, query: Query, weights: Mapping[Concept, float], analyser: Analyser) -> None:
        self._query = query
        self._weights = weights
        self._analyser = analyser
        self._thing = thing_asked(query, analyser)

    @property
    def thing(self) -> tuple[Concept, ...]:
        """What is counted in the question: "how many *runners* finished"."""
        return self._thing

    @property
    def relation(self) -> Concept | None:
        """What the counted thing did or where it is: "how many people *died* on the ferry"."""
        after = [c for c in self._query.required if c not in self._thing and not c.is_name]
        return after[0] if COUNTED.search(self._query.written.words) and after else None

    def of(self, measures: Sequence[float]) -> float:
        """The confidence, 0 to 1, that these measures of a candidate come to."""
        group = self._query.want if self._query.want in WEIGHTS else "num"
        constant, *weights = WEIGHTS[group or "num"]
        total = constant + sum(w * m for w, m in zip(weights, measures, strict=True))
        return 1 / (1 + math.exp(-total))

    def measures(
        self, reading: Reading, found: Candidate, rivals: Sequence[Candidate]
    ) -> list[float]:
        """The measures of one candidate, in the order of MEASURES."""
        text, span = reading.text, found.span
        tokens = [
            t for t in self._analyser.tokens(text, reading.span.start, reading.span.end) if t.terms
        ]
        after = [t for t in tokens if t.start >= span.end][:2]
        before = [t for t in tokens if t.end <= span.start][-2:]
        asked = [t for t in tokens if any(says(c, t) for c in self._query.concepts)]
        clause = clause_of(text, reading.span, span)
        in_clause = self.said(text[clause.start : clause.end])
        verb = self._query.concepts[0] if self._query.concepts else None
        return [
            coverage(self._weights, reading.said),
            coverage(self._weights, in_clause),
            coverage(self._weights, reading.said | reading.before),
            *self._thing_measures(reading, found, after),
            math.log1p(min((_gap(span, t) for t in asked), default=200)),
            math.log(len(rivals)),
            reading.certainty,
            float(self._query.concepts[-1] in in_clause if self._query.concepts else False),
            float(len(self.names_missing(reading))),
            coverage(self._weights, reading.titled),
            float(min(len(text[span.start : span.end].split()), 4)),
            float(any(says(verb, t) for t in after) if verb else False),
            *_typography(text, span),
            float(any(says(verb, t) for t in before) if verb else False),
            float(span.start == reading.span.start),
            *self._rivalry(reading, span, rivals, tokens, asked),
        ]

    def _thing_measures(
        self, reading: Reading, found: Candidate, after: Sequence[Token]
    ) -> tuple[float, float, float]:
        """Whether the number counts the thing asked for, that is in the sentence, or another."""
        totals = not found.counts and self._totals(reading.text, reading.span, found.span)
        near = self._counts(after) or totals
        far = any(c in reading.said for c in self._thing)
        other = bool(self._thing) and found.counts and not near
        return float(near), float(far), float(other)

    def _rivalry(
        self,
        reading: Reading,
        span: Span,
        rivals: Sequence[Candidate],
        tokens: Sequence[Token],
        asked: Sequence[Token],
    ) -> tuple[float, float]:
        """Whether no rival is nearer to the rarest word of the question, or to all of them."""
        rarest = max(
            (c for c in self._query.concepts if c in reading.said),
            key=lambda c: self._weights[c],
            default=None,
        )
        key = [t for t in tokens if rarest is not None and says(rarest, t)]
        nearest = min((_nearness(one.span, key) for one in rivals), default=0)
        best = min((_spread(one.span, asked) for one in rivals), default=0.0)
        farther = math.log1p(_spread(span, asked)) - math.log1p(best)
        return float(_nearness(span, key) == nearest), farther

    def names_missing(self, reading: Reading) -> list[Concept]:
        """The names of the question that neither the sentence nor its surroundings say."""
        told = reading.said | reading.before | reading.titled
        return [c for c in self._query.concepts if c.is_name and c not in told]

    def said(self, text: str) -> frozenset[Concept]:
        """The concepts of the query that a text says."""
        terms = frozenset(self._analyser.terms(text))
        return frozenset(c for c in self._query.concepts if c.is_said_in(terms))

    def _totals(self, text: str, sentence: Span, span: Span) -> bool:
        """Whether the sentence tells the number of the thing: "the number of dead rose to 12"."""
        total = TOTAL.search(text, sentence.start, span.start)
        told = self.said(total["thing"]) if total else frozenset()
        return any(c in told for c in self._thing) and self.relation in (None, *told)

    def _counts(self, after: Sequence[Token]) -> bool:
        return any(says(concept, token) for concept in self._thing for token in after)


COUNTED = re.compile(
    r"\bhow\s+many\s+of\b.*?\b(?:were|was|are|is)\s+(?P<part>.*)"
    r"|\b(?:how\s+(?:many|much)|number\s+of|amount\s+of)\s+(?P<all>.*)",
    re.IGNORECASE,
)
"""What is counted: "how many *runners* finished", "how many of the crew were *marines*"."""
TOTAL = re.compile(r"\b(?:number|total|count|tally)\s+of\s+(?P<thing>(?:[\w’'-]+\s+){1,4})")
"""What a number told apart from it counts: "the number of *people killed* has risen to 12"."""

_ENDS_THING = frozenset(
    "is are was were did do does has have had will would can could of in on at to from for by "
    "there that who which with per the a an".split()
)


def thing_asked(query: Query, analyser: Analyser) -> tuple[Concept, ...]:
    """The concepts of what a question counts: the words after "how many" up to a verb."""
    counted = COUNTED.search(query.written.words)
    if counted is None:
        return ()
    words: list[str] = []
    for word in (counted["part"] or counted["all"] or "").split()[:3]:
        plain = word.strip("?,.").casefold()
        if plain in _ENDS_THING or (words and (plain.endswith("ed") or plain in LEMMAS)):
            break  # "people died", "runners finished"
        words.append(word)
    terms = set(analyser.terms(" ".join(words)))
    return tuple(c for c in query.concepts if any(terms.issuperset(way) for way in c.ways))


def _typography(text: str, span: Span) -> tuple[float, float, float]:
    """Whether "by" stands before a span, a comma beside it, and a possessive ending after it."""
    by = re.search(r"\bby\s+(?:the\s+)?$", text[max(0, span.start - 8) : span.start])
    apposed = text[span.end : span.end + 1] in ",(" or text[span.start - 2 : span.start] == ", "
    return float(bool(by)), float(apposed), float(text[span.end : span.end + 2] in ("'s", "’s"))


def _nearness(span: Span, tokens: Sequence[Token]) -> int:
    return min((_gap(span, token) for token in tokens), default=200)


def _spread(span: Span, tokens: Sequence[Token]) -> float:
    return sum(_gap(span, token) for token in tokens) / max(len(tokens), 1)


def _gap(span: Span, token: Token) -> int:
    return max(token.start - span.end, span.start - token.end, 0)
