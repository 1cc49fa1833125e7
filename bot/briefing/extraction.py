"""The words in a passage that answer a question, marked only where their own clause answers.

A span is marked when its sentence and what stands around it say all that the question requires,
its clause denies nothing and says what its rivals' clauses say, a number stands at the thing that
is asked for, and the confidence is high. No mark is better than a wrong one.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.article import Quote
from bot.briefing.belonging import bearer, tells_role
from bot.briefing.candidates import Candidate, candidates
from bot.briefing.confidence import Confidence, Reading
from bot.briefing.denial import WITHDRAWN
from bot.briefing.introductions import IDENTITY, asks_identity, introductions
from bot.briefing.mark_rules import MarkRules
from bot.briefing.sentence_scoring import (
    WHY,
    ReadPassage,
    Retrieved,
    SentenceEvidence,
    SentenceScore,
    SentenceScorer,
)
from bot.briefing.sentence_selection import passage_sentences
from bot.language.english.analyser import Analyser
from bot.language.english.lexicon import ROLE
from bot.language.paragraphs import Span
from bot.search.evidence import coverage
from bot.search.query import Concept, Query

SURE = 0.5
SURE_OF_KIND = {"amount": 0.6, "place": 0.8}
"""Confidence from which a span of the likeliest passage is marked. Sums and places are told of many
things: of SQuAD's marks .71 and .84 are right from .5 on."""

SURE_ELSEWHERE = 0.65
"""The same for any other passage: of a tenth of SQuAD .42 for both marks 156, .782 of them right,
these mark 152, .836 right."""

LIKELY = 0.5
"""Share of what is required that a sentence with a number must say, with the title, so that the
number may answer."""

NUMERIC = frozenset(["count", "amount", "share", "duration", "age"])
"""Kinds of question that only a number answers."""

PRICE = re.compile(
    r"\b(?:cost|costs|price|prices|pay|paid|fee|fine|fined|worth|spend|spent|money|salary|budget|"
    r"ticket|rent|wage|earn|earned|donate|donated|raise|raised|invest|invested|profit|revenue|loss|"
    r"reward|compensation|debt|owe|charge|fare|toll|tax)\b",
    re.IGNORECASE,
)
"""What is told in money: "how much does a ticket cost"."""

SIZE = re.compile(
    r"\bhow\s+(?:deep|high|far|wide|tall|heavy|large|big|long|fast|hot|cold)\b", re.IGNORECASE
)
MONEY = re.compile(r"\bhow\s+much\s+(?:is|are|was|were)\b", re.IGNORECASE)

MORE = re.compile(
    r"\bby\s+how\s+much\b|\bhow\s+much\s+(?:more|less|higher|lower|cheaper|dearer)\b|"
    r"\b(?:rise|rose|risen|fall|fell|fallen|grow|grew|grown|increased?|drop(?:ped)?)\b",
    re.IGNORECASE,
)
"""A question for a change, which a share tells too: "how much more pay do they want"."""


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """A span that may answer, its confidence from 0 to 1, and its kind and value for comparing."""

    span: Span
    confidence: float
    kind: str
    value: str


@dataclass(frozen=True, slots=True)
class PassageReading:
    """A passage read for a question: its sentences scored, and its best span of the kind.

    It is `plausible` when its likeliest sentence may answer, `likely` when one of its sentences has
    the number or the holder of a role that is asked for. The sentence of its span `says_all` that
    the question requires, or leaves some to the title. It
    `withdraws` what others tell when such a sentence tells of a correction.
    """

    passage: Quote
    scored: tuple[SentenceScore, ...]
    best: AnswerSpan | None
    likely: bool
    plausible: bool
    says_all: bool = False
    withdraws: bool = False

    @property
    def highest(self) -> float:
        """How likely it is that one of its sentences answers, of all sentences."""
        return max(one.overall for one in self.scored)

    @property
    def share(self) -> float:
        """How likely it is that this passage answers, of all passages."""
        return sum(one.overall for one in self.scored)


class AnswerExtractor:
    """Reads passages for one question; `weights` is the idf of each concept."""

    def __init__(self, query: Query, weights: Mapping[Concept, float], analyser: Analyser) -> None:
        self._query = query
        self._weights = weights
        self._analyser = analyser
        self._scorer = SentenceScorer(query, weights)
        self._confidence = Confidence(query, weights, analyser)
        self._rules = MarkRules(query, weights, analyser, self._confidence, is_role=self.is_role)
        self._names = [c for c in query.concepts if c.is_name]
        self._asks_why = bool(WHY.search(query.written.words))
        self._asked = {term for c in query.concepts for way in c.ways for term in way}

    @property
    def is_role(self) -> bool:
        """Whether the question asks who holds a role in a named place: "who is the mayor of X"."""
        words = self._query.written.words
        return bool(IDENTITY.match(words)) and bool(ROLE.search(words))

    @property
    def needs_kind(self) -> bool:
        """Whether only a number, or only who holds the role there, answers the question."""
        return self._query.want in NUMERIC or self.is_role

    def sentences(self, passages: Sequence[Retrieved]) -> list[ReadPassage]:
        """Each passage with what its sentences say and hold of what is asked for."""
        return [self._sentences(one, self._found(one.passage)) for one in passages]

    def read(self, passages: Sequence[Retrieved]) -> list[PassageReading]:
        """Each passage with the span in it that answers best, if any may."""
        found = [self._found(one.passage) for one in passages]
        read = list(map(self._sentences, passages, found))
        scored = self._scorer.scored(read)
        return list(map(self._reading, read, found, scored))

    def measured(self, passage: Quote) -> Iterator[tuple[Span, list[float]]]:
        """Every span of the kind that is asked for, also where none may be marked, measured."""
        found = self._found(passage)
        read = self._sentences(Retrieved(passage, 1.0), found)
        [scored] = self._scorer.scored([read])
        for reading in _readings(read, scored):
            for one in found[reading.span]:
                yield one.span, self._confidence.measures(reading, one, found[reading.span])

    def _found(self, passage: Quote) -> dict[Span, list[Candidate]]:
        """The sentences of a passage with the spans of the kind that is asked for."""
        text, window = passage.article.text, Span(passage.start, passage.end)
        return {s: list(self._candidates(text, s)) for s in passage_sentences(text, window)}

    def _sentences(self, one: Retrieved, found: Mapping[Span, Sequence[Candidate]]) -> ReadPassage:
        text = one.passage.article.text
        told = tuple(
            SentenceEvidence(
                span,
                len(text[span.start : span.end].split()),
                self._confidence.said(text[span.start : span.end]),
                has_kind=bool(listed),
                counts=self._query.want == "count"
                and any(self._rules.counts(text, span, candidate) for candidate in listed),
            )
            for span, listed in found.items()
        )
        titled = self._confidence.said(one.passage.article.title)
        return ReadPassage(one.passage, one.score, titled, told)

    def _reading(
        self,
        read: ReadPassage,
        found: Mapping[Span, Sequence[Candidate]],
        scored: tuple[SentenceScore, ...],
    ) -> PassageReading:
        text, titled = read.passage.article.text, read.titled
        answers = [
            answer
            for reading in _readings(read, scored)
            for answer in self._answers(reading, found[reading.span])
        ]
        best = max(answers, key=lambda one: one.confidence, default=None)
        likely = any(
            self._tells(text, one, titled)
            and (
                self.is_role or any(self._rules.counts(text, one.span, c) for c in found[one.span])
            )
            for one in read.sentences
        )
        asked = frozenset(self._query.required)
        says_all = any(
            best is not None
            and one.span.start <= best.span.start < one.span.end
            and asked <= one.said
            for one in read.sentences
        )
        title = read.passage.article.title
        withdraws = self._query.want in NUMERIC and any(
            asked <= one.said and WITHDRAWN.search(text, one.span.start, one.span.end)
            for one in read.sentences
        )
        if self.is_role and asked <= titled and ROLE.search(title):
            likely = True
        plausible = self._is_plausible(read, scored)
        return PassageReading(read.passage, scored, best, likely, plausible, says_all, withdraws)

    def _is_plausible(self, read: ReadPassage, scored: Sequence[SentenceScore]) -> bool:
        """Whether the likeliest sentence may answer, read with its neighbours and the title.

        They say every name of the question, and where it asks for a person, a place, a time or a
        number, the sentence holds one, or they say all that is asked.
        """
        number = max(range(len(scored)), key=lambda n: scored[n].certainty)
        near = [one.said for one in read.sentences[max(0, number - 1) : number + 2]]
        around = read.titled.union(*near)
        if any(name not in around for name in self._names):
            return False
        has_kind = self._query.want is None or read.sentences[number].has_kind
        return has_kind or around.issuperset(self._query.required)

    def _tells(self, text: str, sentence: SentenceEvidence, titled: frozenset[Concept]) -> bool:
        """Whether a sentence says half of what is required, and some of it by itself."""
        required = {c: self._weights[c] for c in self._query.required}
        said = sentence.said | titled
        if self.is_role:
            tokens = [*self._analyser.tokens(text, sentence.span.start, sentence.span.end)]
            if not tells_role(text, tokens, self._query.required, titled):
                return False
        return bool(sentence.said) and coverage(required, said) >= LIKELY

    def _candidates(self, text: str, sentence: Span) -> Iterator[Candidate]:
        if asks_identity(self._query):
            tokens = [*self._analyser.tokens(text, sentence.start, sentence.end)]
            names = self._names or self._query.concepts
            for span in introductions(text, sentence, tokens, names):
                yield Candidate(span, text[span.start : span.end], "role")
        elif self._query.want is not None:
            for one in candidates(text, sentence, self._query.want):
                person = bearer(text, one) if self.is_role else one
                if self._is_new(text, person) and self._is_of_kind(person):
                    yield person

    def _is_new(self, text: str, one: Candidate) -> bool:
        """An answer tells something that the question does not already say."""
        said = set(self._analyser.terms(text[one.span.start : one.span.end]))
        if self._query.want == "person":
            return bool(said) and not said & self._asked
        return not said <= self._asked

    def _is_of_kind(self, one: Candidate) -> bool:
        """An amount of money where a price is asked for, a measure where a size is."""
        asked = self._query.written.words
        if self._query.want == "amount" and (PRICE.search(asked) or MONEY.search(asked)):
            return one.kind == "money" or (one.kind == "percent" and bool(MORE.search(asked)))
        if self._query.want in ("amount", "duration") and SIZE.search(asked):
            return one.kind in ("measure", "duration")
        return self._query.want != "amount" or one.kind != "count" or one.counts

    def _answers(self, reading: Reading, found: Sequence[Candidate]) -> Iterator[AnswerSpan]:
        if self._asks_why:
            for cause in self._rules.causes(reading):
                words = reading.text[cause.start : cause.end]
                yield AnswerSpan(cause, reading.certainty, "cause", words)
        for one, confidence in self._rules.allowed(reading, found):
            yield AnswerSpan(one.span, confidence, one.kind, one.value)


def _readings(read: ReadPassage, scored: Sequence[SentenceScore]) -> Iterator[Reading]:
    text, published = read.passage.article.text, read.passage.article.published
    year = int(published[:4]) if published else None
    before = frozenset[Concept]()
    for one in scored:
        said = one.sentence.said
        yield Reading(text, one.span, year, said, before, read.titled, one.certainty)
        before = one.sentence.said
