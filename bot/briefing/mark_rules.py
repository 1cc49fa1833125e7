"""Which spans may be marked as the answer: only where their own clause answers. English."""

import re
from collections.abc import Iterator, Mapping, Sequence

from bot.briefing.attachment import is_of_another
from bot.briefing.belonging import holds_role
from bot.briefing.candidates import Candidate, names_in
from bot.briefing.causes import causes
from bot.briefing.clauses import clause_of
from bot.briefing.confidence import Confidence, Reading
from bot.briefing.denial import denied_clauses, is_end_of_delay
from bot.briefing.sentence_selection import leans
from bot.briefing.tense import is_of_other_time
from bot.language.calendar import stated_dates
from bot.language.english.analyser import Analyser
from bot.language.english.lexicon import NATIONAL
from bot.language.paragraphs import Span
from bot.search.evidence import coverage
from bot.search.passages import is_table
from bot.search.query import Concept, Query

FEW = 4
REQUIRED = 0.5
"""Of up to FEW required words all must be said around a mark: by its sentence, the title, or what
it leans on; of more, this share of their weight."""

ITSELF = 0.4
"""Share of what is required that the sentence of a mark must say by itself, without the title."""

ACTS = r"(?:do|does|did|has|have|had|will|would|can|could)"
"""What stands before whoever a question is about."""

CONFIDENT = 0.8
CONFIDENT_REQUIRED = 0.6
"""The share that is enough around a span with so much confidence; not around a date, as an article
tells many."""

NEGATED = re.compile(r"\b(?:not|never|no)\b|n['’]?t\b", re.IGNORECASE)
"""A question why something is not so."""

COUNTED_WITHIN = 4
"""Words, from the number on, in which the thing that it counts is said: "five of the deputies"."""


class MarkRules:
    """Tells which spans of a sentence may be marked for one question."""

    def __init__(
        self,
        query: Query,
        weights: Mapping[Concept, float],
        analyser: Analyser,
        confidence: Confidence,
        *,
        is_role: bool,
    ) -> None:
        self._query = query
        self._weights = weights
        self._analyser = analyser
        self._confidence = confidence
        self._is_role = is_role
        self._asks_of_denial = bool(NEGATED.search(query.written.words))
        self._names = [c for c in query.concepts if c.is_name]

    def allowed(
        self, reading: Reading, found: Sequence[Candidate]
    ) -> Iterator[tuple[Candidate, float]]:
        """Those of the spans of a sentence that may be marked, with their confidence."""
        clauses = [self._clause(reading, one) for one in found]
        for one, clause in zip(found, clauses, strict=True):
            if not self._may_answer(reading, one, clause):
                continue
            confidence = self._confidence.of(self._confidence.measures(reading, one, found))
            is_confident = confidence >= CONFIDENT
            if not self._says_enough(reading, is_confident=is_confident):
                continue
            if self._is_role or not _has_rival(clause, clauses):
                yield one, confidence

    def causes(self, reading: Reading) -> list[Span]:
        """The causes in a sentence that may be marked: what they explain says all that is asked."""
        required = frozenset(self._query.required)
        around = self.around(reading) - reading.said
        text, sentence = reading.text, reading.span
        return [
            cause
            for cause in causes(text, sentence)
            if required <= around | self._confidence.said(text[sentence.start : cause.start])
            and (self._asks_of_denial or not _is_denied_before(cause, text, sentence))
        ]

    def counts(self, text: str, sentence: Span, one: Candidate) -> bool:
        """Whether a number counts the thing that is asked for, if it counts anything.

        One without a noun counts what its sentence names: "of the deputies five"; people need not
        be named: "twelve were killed". "Two Danish tourists" are some of the tourists only.
        """
        thing = self._confidence.thing
        if self._query.want == "count" and not _is_whole(one.value):
            return False
        if self._query.want != "count" or not thing:
            return True
        if one.kind in ("duration", "measure"):
            unit = self._confidence.said(text[one.span.start : one.span.end])
            return any(concept in unit for concept in thing)
        if not one.counts:
            named = self._confidence.said(text[sentence.start : sentence.end])
            return any(concept.is_light or concept in named for concept in thing)
        after = text[one.span.start : sentence.end].split(maxsplit=COUNTED_WITHIN)[:COUNTED_WITHIN]
        told = self._confidence.said(" ".join(after))
        return any(concept in told for concept in thing) and not self._is_part(after)

    def _is_part(self, counted: Sequence[str]) -> bool:
        """Whether a nation that was not asked for stands between a number and what it counts."""
        return any(
            NATIONAL.fullmatch(word) and not self._confidence.said(word) for word in counted[1:]
        )

    def _clause(self, reading: Reading, one: Candidate) -> frozenset[Concept]:
        clause = clause_of(reading.text, reading.span, one.span)
        return self._confidence.said(reading.text[clause.start : clause.end])

    def _may_answer(self, reading: Reading, one: Candidate, clause: frozenset[Concept]) -> bool:
        """Whether a span is told of what is asked for, and nothing takes it back.

        Which row of a table answers cannot be told.
        """
        if is_table(reading.text, reading.span):
            return False
        if self._is_denied(reading, one, clause) or self._is_of_another(reading, one):
            return False
        if one.kind != "name" and self._is_anothers(reading, one, clause):
            return False
        if self._confidence.relation not in (None, *reading.said):
            return False
        if self._query.want == "count" and self._is_of_earlier(reading):
            return False
        return self.counts(reading.text, reading.span, one)

    def _is_of_earlier(self, reading: Reading) -> bool:
        """Whether a sentence tells of an earlier year, which was not asked for."""
        dates = stated_dates(reading.text, reading.span.start, reading.span.end)
        asked = self._query.written.words
        return any(
            one.year and reading.year and one.year < reading.year and str(one.year) not in asked
            for one in dates
        )

    def _says_enough(self, reading: Reading, *, is_confident: bool) -> bool:
        """Whether a sentence, and what stands around it, say enough of what is asked."""
        near = self.around(reading)
        if self._query.want == "date":  # an article tells dates of others too
            near -= frozenset(self._names) - reading.said - reading.before
        required = {c: self._weights[c] for c in self._query.required}
        enough = REQUIRED if len(required) > FEW else 1.0
        if is_confident and self._query.want != "date":
            enough = min(enough, CONFIDENT_REQUIRED)
        if self._query.want == "place" and not near.issuperset(self._query.concepts):
            return False
        return coverage(required, reading.said) >= ITSELF and coverage(required, near) >= enough

    def around(self, reading: Reading) -> frozenset[Concept]:
        """What is said by a sentence, its title and what it leans on; names may stand before it."""
        near = reading.said | reading.titled
        if leans(reading.text, reading.span):
            near |= reading.before
        return near | frozenset(c for c in reading.before if c.is_name)

    def _is_anothers(self, reading: Reading, one: Candidate, clause: frozenset[Concept]) -> bool:
        """Whether its clause is about another than whoever the question is about.

        It opens with another name: "*China* gave 60 million, after Japan", asked what Japan gave.
        """
        actors = [c for c in self._names if self._is_actor(c) and c in reading.said]
        if not actors or any(name in clause for name in actors):
            return False
        where = clause_of(reading.text, reading.span, one.span)
        return any(name.span.start == where.start for name in names_in(reading.text, reading.span))

    def _is_actor(self, name: Concept) -> bool:
        """Whether a question asks what a name did: "how much did *Japan* give"."""
        asked = rf"\b{ACTS}\s+(?:the\s+)?{re.escape(name.surface)}\b"
        return re.search(asked, self._query.written.words, re.IGNORECASE) is not None

    def _is_denied(self, reading: Reading, one: Candidate, clause: frozenset[Concept]) -> bool:
        """Whether its clause is denied, or one that says what this does not of the question."""
        if one.kind == "date" and is_end_of_delay(reading.text, one.span):
            return False
        required = frozenset(self._query.required)
        return any(
            where.start <= one.span.start < where.end
            or required & self._confidence.said(reading.text[where.start : where.end]) - clause
            for where in denied_clauses(reading.text, reading.span, self._query.written.words)
        )

    def _is_of_another(self, reading: Reading, one: Candidate) -> bool:
        """Whether a candidate is told of something else, or of another time, than is asked for."""
        text, sentence = reading.text, reading.span
        if is_of_other_time(self._query.written.words, text, sentence, one.span):
            return True
        tokens = [t for t in self._analyser.tokens(text, sentence.start, sentence.end) if t.terms]
        if self._is_role and one.kind == "name":
            asked, titled = self._query.required, reading.titled
            return not holds_role(text, sentence, one.span, tokens, asked=asked, titled=titled)
        return is_of_another(text, one, tokens, self._query)


def _is_denied_before(cause: Span, text: str, sentence: Span) -> bool:
    return any(clause.start < cause.start for clause in denied_clauses(text, sentence))


def _has_rival(clause: frozenset[Concept], clauses: Sequence[frozenset[Concept]]) -> bool:
    """Whether another span's clause says something of the question that this one's does not."""
    return any(rival - clause and not rival < clause for rival in clauses)


def _is_whole(value: str) -> bool:
    """Whether a number may count persons or things: 52.4 of them there never are."""
    numbers = re.findall(r"\d+(?:\.\d+)?", value)
    return all(float(number).is_integer() for number in numbers)
