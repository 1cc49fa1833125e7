"""Sentence selection: the sentences of a passage that are shown, as few as the doubt allows.

For a question each sentence gets a score from what it says of the question and from what it holds
of the kind that is asked for. A softmax makes shares of certainty of the scores, and the shortest
run of sentences whose shares come to a given mass is shown: where one sentence surely answers, one
is shown, and where none stands out, the whole passage. For a topic it is the sentence that says
the topic, early and with a name or a number. A sentence that leans on what went before brings
that along, also from before the passage.
"""

import math
import re
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from itertools import pairwise
from operator import mul

from bot.articles.article import Article, Quote
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import Span, prose_runs
from bot.language.sentences import sentences
from bot.search.evidence import coverage
from bot.search.passages import OPENING_QUOTE, depends
from bot.search.query import Concept, Query

WEIGHTS = {
    "said": 4.29,
    "said anew": 4.79,
    "said before": 3.84,
    "said after": 0.33,
    "has the kind": 1.72,
    "names": -0.14,
    "leans on what is said": 1.46,
    "gives a cause": 1.69,
    "numbers": 2.04,
    "is somebody's words": 1.5,
    "in brackets": -0.3,
}
"""What each measure of a sentence is worth: a conditional logit on questions with known answers,
fitted by `benchmarks/sentence_fit.py`."""

FIRST_MASS = 0.9
"""Share of certainty that the first quote of a reply must hold."""

MASS = 0.8
"""The same for the quotes after it. On 1,239 passages with a known answer .85 keeps .965 of the
answers in 40 words (median, of 99) and .95 keeps .987 in 53."""

LEAD_IN = 2
LEAD_IN_WORDS = 60
"""Sentences and words at most that are put before a sentence which leans on them."""

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
BLANK_LINE = re.compile(r"\s*\n\s*\n\s*")
RUNS_ON = re.compile(r"“[^”]*\Z")
"""A quotation that the end of a paragraph leaves open."""

WHY = re.compile(r"\b(?:why|how come|what (?:caused|led to))\b", re.IGNORECASE)
CAPITALISED = re.compile(r"(?<=\s)[A-Z][\w’'-]+")
NUMBER = re.compile(r"\d[\d.,]*")
MOST_CAPITALISED = 6
MOST_NUMBERS = 3
NUMERIC = frozenset(["count", "amount", "share", "duration", "age", "date"])

ANAPHORIC = re.compile(
    r"(?:One of (?:the|them)\b|(?:But|However|Meanwhile|Yet|Nevertheless)\b|"
    r"(?:Yes|No|Before that|After that|Earlier),|"
    r"The (?:company|firm|group|film|book|ruling|decision|deal|agreement|move|plan|proposal|report|"
    r"study|survey|attack|incident|accident|crash|blaze|case|trial|man|woman|boy|girl|pair|couple|"
    r"victims?|suspects?|announcement|measure|bill|law|order|project|programme|program|vote|"
    r"remarks?|comments?|statement|figures?|latter|former|same|news|result|changes?|document|"
    r"letter|findings|researchers|authors|event|show|game|match|team|club|ship|vessel|plane|"
    r"aircraft|building|site|facility|region|area|town|village|city|country|organisation|"
    r"organization|agency|body|union|party|court|judge|jury|scheme|deaths?|rise|fall|increase)\b"
    r"(?! (?:of|for|in|that|who|which|between|on|at|from)\b))"
)
"""An opening that names again what was named before: "The company said", "One of the men"."""

TOPIC_WORDS = (9, 45)
"""Words of a sentence that tells a topic by itself."""


@dataclass(frozen=True, slots=True)
class SentenceScore:
    """A sentence of a passage, what it says of the query, and its share of the certainty."""

    span: Span
    words: int
    said: frozenset[Concept]
    certainty: float


class SentenceScorer:
    """Scores the sentences of passages for one query; `weights` is the idf of each concept."""

    def __init__(self, query: Query, weights: Mapping[Concept, float], analyser: Analyser) -> None:
        self._query = query
        self._weights = weights
        self._analyser = analyser
        self._asks_why = bool(WHY.search(query.written.words))
        self._asks_words = bool(SAYING.search(query.written.words))

    def scored(self, text: str, passage: Span, of_kind: Sequence[Span] = ()) -> list[SentenceScore]:
        """The sentences of a passage; `of_kind` are the spans of the kind that is asked for."""
        measured = self.measured(text, passage, of_kind)
        scores = [sum(map(mul, WEIGHTS.values(), measures)) for _, _, measures in measured]
        best = max(scores)
        powers = [math.exp(score - best) for score in scores]
        return [
            SentenceScore(span, len(text[span.start : span.end].split()), said, power / sum(powers))
            for (span, said, _), power in zip(measured, powers, strict=True)
        ]

    def measured(
        self, text: str, passage: Span, of_kind: Sequence[Span] = ()
    ) -> list[tuple[Span, frozenset[Concept], tuple[float, ...]]]:
        """The sentences of a passage, what each says, and its measures in the order of WEIGHTS."""
        spans = passage_sentences(text, passage)
        said = [self._said(text, span) for span in spans]
        return [
            (span, said[n], self._measures(text, span, said, n, _holds(span, of_kind)))
            for n, span in enumerate(spans)
        ]

    def _said(self, text: str, span: Span) -> frozenset[Concept]:
        terms = frozenset(self._analyser.terms(text[span.start : span.end]))
        return frozenset(c for c in self._query.concepts if c.is_said_in(terms))

    def _measures(
        self,
        text: str,
        span: Span,
        said: Sequence[frozenset[Concept]],
        number: int,
        has_kind: bool,  # noqa: FBT001 - one of the measures
    ) -> tuple[float, ...]:
        before = said[number - 1] if number else frozenset[Concept]()
        after = said[number + 1] if number + 1 < len(said) else frozenset[Concept]()
        words = text[span.start : span.end]
        asked = self._query.written.words
        numbers = [n for n in NUMBER.findall(words) if n.strip(".,") not in asked]
        names = [n for n in CAPITALISED.findall(words) if n not in asked]
        previous = coverage(self._weights, before)
        is_numeric = self._query.want in NUMERIC
        return (
            coverage(self._weights, said[number]),
            coverage(self._weights, said[number] - before),
            previous,
            coverage(self._weights, after),
            float(has_kind),
            min(len(names), MOST_CAPITALISED) / MOST_CAPITALISED,
            previous * depends(text, span),
            float(self._asks_why and bool(CAUSE.search(words))),
            is_numeric * min(len(numbers), MOST_NUMBERS) / MOST_NUMBERS,
            float(self._asks_words and bool(QUOTED.search(words))),
            float(words.startswith("(")),
        )


def passage_sentences(text: str, passage: Span) -> list[Span]:
    """The sentences of a passage; none runs on over the end of a paragraph."""
    gaps = [gap.span() for gap in BLANK_LINE.finditer(text, passage.start, passage.end)]
    starts = [passage.start, *(end for _, end in gaps)]
    ends = [*(start for start, _ in gaps), passage.end]
    return [one for part in map(Span, starts, ends) for one in sentences(text, part)]


def question_quote(
    passage: Quote, scored: Sequence[SentenceScore], mass: float, answer: Span | None = None
) -> Quote:
    """The shortest run of sentences that holds `mass` and the marked answer, and can stand alone.

    A marked answer is told by its own sentence.
    """
    if answer is not None:
        own = next(s.span for s in scored if s.span.start <= answer.start < s.span.end)
        return _standing_alone(passage.article, own)
    runs = [
        (sum(s.words for s in scored[first:stop]), first, stop)
        for first in range(len(scored))
        for stop in range(first + 1, len(scored) + 1)
        if sum(s.certainty for s in scored[first:stop]) >= mass
    ]
    _, first, stop = min(runs, default=(0, 0, len(scored)))
    return _standing_alone(
        passage.article, Span(scored[first].span.start, scored[stop - 1].span.end)
    )


def topic_quote(passage: Quote, scored: Sequence[SentenceScore]) -> Quote:
    """The sentence of a passage that tells the topic best, with what it leans on."""
    best = max(enumerate(scored), key=lambda one: _topic_rank(passage.article.text, *one))
    return _standing_alone(passage.article, best[1].span)


def _topic_rank(text: str, number: int, one: SentenceScore) -> tuple[float, ...]:
    words = text[one.span.start : one.span.end]
    least, most = TOPIC_WORDS
    tells = bool(CAPITALISED.search(words) or NUMBER.search(words))
    return (
        len(one.said),
        least <= one.words <= most and not words.rstrip("”\"'’").endswith("?"),
        not leans(text, one.span),
        tells,
        -number,
    )


def leans(text: str, sentence: Span) -> bool:
    """Whether a sentence cannot be understood without what went before."""
    return depends(text, sentence) or bool(ANAPHORIC.match(text, sentence.start))


def _holds(sentence: Span, spans: Sequence[Span]) -> bool:
    return any(sentence.start <= span.start < sentence.end for span in spans)


def _standing_alone(article: Article, chosen: Span) -> Quote:
    """The sentences with those before that they lean on, ending in no open quotation."""
    paragraphs = _run_of(article, chosen.start)
    run = [span for paragraph in paragraphs for span in sentences(article.text, paragraph)]
    first = next(n for n, span in enumerate(run) if span.end > chosen.start)
    opening, words = first, 0
    while opening > 0 and first - opening < LEAD_IN and leans(article.text, run[opening]):
        lead = run[opening - 1]
        words += len(article.text[lead.start : lead.end].split())
        if words > LEAD_IN_WORDS:
            break
        opening -= 1
    start = run[opening].start if opening < first else chosen.start
    return article.quote(start, _closed(article.text, paragraphs, chosen.end))


def _closed(text: str, paragraphs: Sequence[Span], end: int) -> int:
    """An end after the quotation that runs on from one paragraph into the following ones."""
    for paragraph, following in pairwise(paragraphs):
        if paragraph.end == end and RUNS_ON.search(text, paragraph.start, end):
            if text[following.start] not in OPENING_QUOTE:
                break
            end = sentences(text, following)[0].end
    return end


def _run_of(article: Article, position: int) -> list[Span]:
    """The paragraphs around a position that nothing interrupts."""
    runs = prose_runs(article.text, article.marks)
    return next(run for run in runs if run[0].start <= position < run[-1].end)
