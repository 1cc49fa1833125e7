"""The words in a passage that answer a question: the shortest span of the kind that is asked for.

A span counts when its sentence tells what the question is about; a number of things must stand
right before the thing; a role and the country it belongs to must share a clause.
"""

import re
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass

from bot.articles.article import Quote
from bot.briefing.answer_types import INTRODUCTION, LOOSE_END, RELATIVE, answer_spans
from bot.briefing.selection import Found
from bot.language.english.analyser import Analyser, Token
from bot.language.english.lexicon import ROLE
from bot.language.paragraphs import Span
from bot.language.sentences import sentences
from bot.search.evidence import SHORT, coverage
from bot.search.query import Concept, Query

SENTENCE_SHARE = 0.6
"""Share of the question's weight that the answering sentence must tell by itself."""

COUNTED_WITHIN = 4
"""Words between a number and the thing it counts, at most: "five of the deputy ministers"."""

ROLE_WITHIN = 4
"""Words between a role and the country or body it belongs to, at most."""

CLAUSE = re.compile(r"[,;:—–]\s|\s-\s")
BORNE = re.compile(r"\s*(?:[,(:—–-]|(?:is|was|as|became|remains)\b)")
"""What follows a name before the role of its bearer."""

BEARER = re.compile(r"(?:[\s,(:—–-]|\b(?:of|for|in|the|is|was)\b|[A-Z][\w.’'-]*)*")
"""What stands between a role and the name of its bearer."""

MODEL_NUMBER = re.compile(r"-\d")
"""What follows a number in a name such as 787-9."""

NO_PERSON = re.compile(r"\bThe\s|\s[A-Z]\.?$")
"""What the name of a person does not have: an article, or an initial at its end."""

OWNED = re.compile(r"\s+(?:of|from|for)\s+(?:the\s+)?")
WHO_IS = re.compile(
    r"^\W*(?:who(?:\s+(?:is|was|are|were)|['’]s)\b|what\s+(?:is|was)\s+the\s+(?:role|job|post)\s+of\b)",
    re.IGNORECASE,
)


@dataclass(frozen=True, slots=True)
class AnswerSpan:
    """A span that answers, and how well its sentence tells the question: 0 to 1.

    It is `direct` unless an amount was asked for and this is only a share or a change of one.
    """

    span: Span
    share: float
    direct: bool = True


class AnswerExtractor:
    """Finds answers to one question in passages of articles."""

    def __init__(self, query: Query, weights: Mapping[Concept, float], analyser: Analyser) -> None:
        self._query = query
        self._weights = weights
        self._analyser = analyser
        self._names = [c for c in query.concepts if c.surface[:1].isupper()]
        self._others = [c for c in query.concepts if not c.surface[:1].isupper()]

    @property
    def is_identity(self) -> bool:
        """Whether the question asks who a named person is."""
        who = WHO_IS.match(self._query.written.words) and not self._others
        return bool(self._names) and bool(who)

    @property
    def is_typed(self) -> bool:
        """Whether the question asks for a kind of answer that can be told by its form."""
        return self._query.want is not None or self.is_identity

    @property
    def is_long(self) -> bool:
        """Whether the question tells so much that a passage which says it answers it."""
        return len(self._query.concepts) > SHORT and not self.is_role

    def found(self, quotes: Sequence[Quote]) -> list[Found]:
        """The quotes that hold an answer of the kind asked for, with its words; direct ones first.

        To a long question others may answer as well, after them: a name can be written in more ways
        than can be told, a number or date must be there.
        """
        answers = [(quote, self.answer(quote.article.text, _span(quote))) for quote in quotes]
        direct = [_found(quote, answer) for quote, answer in answers if answer and answer.direct]
        other = [_found(quote, answer) for quote, answer in answers if answer and not answer.direct]
        untold = [Found(q) for q, answer in answers if not answer and self._may_answer(q)]
        return [*direct, *other, *untold]

    def _may_answer(self, quote: Quote) -> bool:
        want = self._query.want
        if not self.is_long or want in (None, "person", "place"):
            return self.is_long
        text = quote.article.text
        tokens = list(self._analyser.tokens(text, quote.start, quote.end))
        spans = answer_spans(want, text, quote.start, quote.end)
        return any(self._is_new(text, span) and self._fits(text, span, tokens) for span in spans)

    @property
    def is_role(self) -> bool:
        """Whether the question asks who holds a role: "who is the foreign minister of …"."""
        words = self._query.written.words
        return bool(WHO_IS.match(words) and self._others and ROLE.search(words))

    def answer(self, text: str, passage: Span) -> AnswerSpan | None:
        """The best answering span of a passage; None when it holds no answer of the kind."""
        found = [
            answering
            for sentence in sentences(text, passage)
            for answering in self._in_sentence(text, sentence)
        ]
        return max(found, key=lambda answering: (answering.direct, answering.share), default=None)

    def _in_sentence(self, text: str, sentence: Span) -> Iterator[AnswerSpan]:
        tokens = list(self._analyser.tokens(text, sentence.start, sentence.end))
        terms = frozenset(term for token in tokens for term in token.terms)
        said = frozenset(c for c in self._query.concepts if c.is_said_in(terms))
        share = coverage(self._weights, said)
        if share < SENTENCE_SHARE:
            return
        places = _places(self._query.concepts, tokens)
        for span in self._spans(text, sentence, tokens):
            direct = self._query.want != "amount" or not RELATIVE.search(text, span.start, span.end)
            yield AnswerSpan(span, share - _distance(span, places) / 10_000, direct)

    def _spans(self, text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Span]:
        if self.is_identity:
            yield from self._introductions(text, sentence, tokens)
            return
        if self._query.want is None:
            return
        for found in answer_spans(self._query.want, text, sentence.start, sentence.end):
            span = self._named(text, found)
            if self._is_new(text, span) and self._fits(text, span, tokens):
                yield span

    def _fits(self, text: str, span: Span, tokens: Sequence[Token]) -> bool:
        if self._query.want == "count":
            return self._counts(span, tokens)
        if self.is_role:
            return self._holds_role(text, span, tokens)
        return True

    def _named(self, text: str, span: Span) -> Span:
        """The name of a person without the role before it: "Prime Minister Ada Lund"."""
        if self._query.want != "person":
            return span
        roles = [role.end() for role in ROLE.finditer(text, span.start, span.end)]
        start = max(roles, default=span.start)
        start += len(text[start : span.end]) - len(text[start : span.end].lstrip())
        return Span(start, span.end) if start < span.end else span

    def _is_new(self, text: str, span: Span) -> bool:
        """An answer tells something that the question does not already say."""
        if text[span.start - 1 : span.start] == "-" or MODEL_NUMBER.match(text, span.end):
            return False
        said = frozenset(self._analyser.terms(text[span.start : span.end]))
        asked = {term for c in self._query.concepts for way in c.ways for term in way}
        if self._query.want == "person":
            return not said & asked and not NO_PERSON.search(text, span.start, span.end)
        return self._query.want != "place" or not said <= asked

    def _counts(self, span: Span, tokens: Sequence[Token]) -> bool:
        counted = self._query.concepts[0]
        after = [token for token in tokens if token.end > span.end][:COUNTED_WITHIN]
        near = frozenset(term for token in after for term in token.terms)
        return counted.is_said_in(near)

    def _introductions(self, text: str, sentence: Span, tokens: Sequence[Token]) -> Iterator[Span]:
        last = [token for token in tokens if _says(self._names[-1], token)]
        for token in last:
            role = INTRODUCTION.match(text, token.end, sentence.end)
            if role and ROLE.search(role[1]):
                yield Span(role.start(1), role.start(1) + len(LOOSE_END.sub("", role[1])))
                continue
            clause = _clause_start(text, sentence.start, token.start)
            before = ROLE.search(text, clause, token.start)
            if before:
                yield Span(before.start(), token.end)

    def _holds_role(self, text: str, span: Span, tokens: Sequence[Token]) -> bool:
        role = self._role_of(text, span, tokens)
        return bool(role) and all(
            any(
                abs(i - j) <= ROLE_WITHIN and _belongs(text, span, tokens[j], owner)
                for i, owner in enumerate(tokens)
                for j in role
                if _says(name, owner)
            )
            for name in self._names
        )

    def _role_of(self, text: str, span: Span, tokens: Sequence[Token]) -> list[int]:
        """Where the role of this person stands: the words nearest to the name, and all of them."""
        near = [i for i, token in enumerate(tokens) if _is_near(text, span, token)]
        terms = frozenset(term for i in near for term in tokens[i].terms)
        if not all(concept.is_said_in(terms) for concept in self._others):
            return []
        role = [
            min(
                (i for i in near if _says(concept, tokens[i])),
                key=lambda i: _gap(span, tokens[i]),
            )
            for concept in self._others
        ]
        nearest = min(role, key=lambda i: _gap(span, tokens[i]))
        return role if _is_borne(text, span, tokens[nearest]) else []


def _span(quote: Quote) -> Span:
    return Span(quote.start, quote.end)


def _found(quote: Quote, answering: AnswerSpan) -> Found:
    span = answering.span
    return Found(quote, (quote.article.quote(span.start, span.end),))


def _is_near(text: str, span: Span, token: Token) -> bool:
    start, end = min(span.start, token.start), max(span.end, token.end)
    return ";" not in text[start:end] and len(CLAUSE.findall(text, start, end)) <= 1


def _gap(span: Span, token: Token) -> int:
    return max(token.start - span.end, span.start - token.end)


def _is_borne(text: str, span: Span, role: Token) -> bool:
    """Whether a person bears a role: "X, the mayor", "Mayor X", but not "X met the mayor"."""
    if role.start >= span.end:
        return bool(BORNE.match(text, span.end))
    return role.end > span.start or bool(BEARER.fullmatch(text, role.end, span.start))


def _belongs(text: str, span: Span, role: Token, owner: Token) -> bool:
    """Whether a role is one of a country or body: "mayor X of Y", but not "mayor X left Y"."""
    if role.end <= span.start and span.end <= owner.start:
        return bool(OWNED.fullmatch(text, span.end, owner.start))
    return not _apart(text, role, owner)


def _says(concept: Concept, token: Token) -> bool:
    return any(term in token.terms for way in concept.ways for term in way)


def _places(concepts: Sequence[Concept], tokens: Sequence[Token]) -> list[int]:
    return [t.start for t in tokens if any(_says(concept, t) for concept in concepts)]


def _distance(span: Span, places: Sequence[int]) -> int:
    return min((abs(span.start - place) for place in places), default=0)


def _apart(text: str, one: Token, other: Token) -> bool:
    between = text[min(one.end, other.end) : max(one.start, other.start)]
    return bool(CLAUSE.search(between))


def _clause_start(text: str, start: int, end: int) -> int:
    return max((edge.end() for edge in CLAUSE.finditer(text, start, end)), default=start)
