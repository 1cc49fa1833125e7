"""From the passages that bear out a query to the short quotes of a reply: pure, and in order."""

import re
from collections import defaultdict
from collections.abc import Mapping, Sequence
from itertools import repeat

from bot.articles.article import Quote
from bot.briefing.extraction import (
    SURE,
    SURE_ELSEWHERE,
    SURE_OF_KIND,
    AnswerExtractor,
    PassageReading,
)
from bot.briefing.selection import Found
from bot.briefing.sentence_scoring import Retrieved, SentenceEvidence
from bot.briefing.sentence_selection import (
    FIRST_MASS,
    MASS,
    passage_sentences,
    question_quote,
    topic_quote,
    topic_rank,
)
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import Span
from bot.search.query import Concept, Query

AS_SURE = 0.9
"""Share of the best confidence from which another value stands against it."""


NOW = re.compile(r"\b(?:now|current(?:ly)?|still|today|at the moment)\b", re.IGNORECASE)
"""A question for what is so now: only the newest report can tell, as of a count that may grow."""

UPDATE = 0.4
"""Confidence from which a newer report's value may have superseded the surest one."""


def topic_quotes(
    passages: Sequence[Quote], query: Query, weights: Mapping[Concept, float], analyser: Analyser
) -> list[Found]:
    """The sentence of each passage that tells the topic best, the topic's words marked in it."""
    told = [(passage, _told(passage, query, analyser)) for passage in passages]
    found = []
    for passage, sentences in _best_first(told, weights):
        quote = topic_quote(passage, sentences, weights)
        highlights = _highlights(quote, query, analyser)
        found.append(Found(quote, passage, highlights=highlights))
    return found


Told = tuple[Quote, list[SentenceEvidence]]
"""A passage and its sentences."""


def _best_first(told: Sequence[Told], weights: Mapping[Concept, float]) -> list[Told]:
    """The passages with those of each article among each other by how well they tell the topic."""
    by_article: defaultdict[str, list[Told]] = defaultdict(list)
    for one in told:
        by_article[one[0].article.id].append(one)
    for listed in by_article.values():
        listed.sort(key=lambda one: topic_rank(one[0].article.text, one[1], weights))
    return [by_article[passage.article.id].pop() for passage, _ in told]


def _told(passage: Quote, query: Query, analyser: Analyser) -> list[SentenceEvidence]:
    """The sentences of a passage with what each says of a topic."""
    text, told = passage.article.text, []
    for span in passage_sentences(text, Span(passage.start, passage.end)):
        words = text[span.start : span.end]
        terms = frozenset(analyser.terms(words))
        said = frozenset(c for c in query.concepts if c.is_said_in(terms))
        told.append(SentenceEvidence(span, len(words.split()), said))
    return told


def unmarked_quotes(
    passages: Sequence[Retrieved],
    query: Query,
    weights: Mapping[Concept, float],
    analyser: Analyser,
) -> list[Found]:
    """A short quote of each passage, the likeliest first; nothing is marked."""
    readings = AnswerExtractor(query, weights, analyser).read(passages)
    readings.sort(key=lambda one: -one.share)
    return _unmarked(readings, FIRST_MASS)


def _highlights(quote: Quote, query: Query, analyser: Analyser) -> tuple[Quote, ...]:
    """The words of a quote that say what the query names, neighbours in one."""
    article = quote.article
    tokens = list(analyser.tokens(article.text, quote.start, quote.end))
    said = frozenset(term for token in tokens for term in token.terms)
    ways = [way for concept in query.required for way in concept.ways if said.issuperset(way)]
    naming = frozenset(term for way in ways for term in way)
    found: list[Quote] = []
    for token in tokens:
        if naming.isdisjoint(token.terms):
            continue
        start = token.start
        if found and article.text[found[-1].end : start].isspace():
            start = found.pop().start
        found.append(article.quote(start, token.end))
    return tuple(found)


def question_quotes(
    passages: Sequence[Retrieved],
    query: Query,
    weights: Mapping[Concept, float],
    analyser: Analyser,
) -> list[Found]:
    """The quotes that answer a question, those with marked words first; none when none answers."""
    extractor = AnswerExtractor(query, weights, analyser)
    readings = extractor.read(passages)
    if not readings or (extractor.needs_kind and not any(one.likely for one in readings)):
        return []
    sure = SURE_OF_KIND.get(query.want or "", SURE)
    answers = _answers(readings, sure, may_supersede=query.want not in ("date", "place"))
    told = [one for one in readings if one.likely] if query.want == "count" else readings
    if (query.want == "count" or NOW.search(query.written.words)) and not _is_newest(answers, told):
        answers = []
    if not answers and not max(readings, key=lambda one: one.highest).plausible:
        return []
    rest = [reading for reading in readings if reading not in answers]
    needs_kind = extractor.needs_kind
    rest.sort(key=lambda one: (not one.withdraws, needs_kind and not one.likely, -one.share))
    unmarked = _unmarked(rest, first_mass=MASS if answers else FIRST_MASS)
    marked = [_marked(one, one.best.span) for one in answers if one.best]
    return [*marked, *unmarked]


def _unmarked(readings: Sequence[PassageReading], first_mass: float) -> list[Found]:
    masses = [first_mass, *repeat(MASS, len(readings))]
    return [
        Found(question_quote(one.passage, one.scored, mass), one.passage, share=one.share)
        for one, mass in zip(readings, masses, strict=False)
    ]


def _answers(
    readings: Sequence[PassageReading], sure: float, *, may_supersede: bool
) -> list[PassageReading]:
    """The readings that are marked: the newest report's first, then those with other values.

    The surest of all stands. Another value stands beside it when its own sentence says all that is
    asked and it is as sure; that of a newer report already when it is likely, for what it tells may
    have superseded the other. Dates and places are told of many things, so no newer one supersedes.
    What a later report withdraws is not marked.
    """
    readings = [one for one in readings if not _is_withdrawn(one, readings)]
    best = max(readings, key=_sureness, default=None)
    likeliest = max(readings, key=lambda one: one.highest, default=None)
    elsewhere = max(sure, SURE_ELSEWHERE)
    if best is None or _sureness(best) < (sure if best is likeliest else elsewhere):
        return []
    by_value = {_value(best): best}
    for reading in sorted(readings, key=_sureness, reverse=True):
        if _stands_beside(reading, best, may_supersede=may_supersede):
            by_value.setdefault(_value(reading), reading)
    return sorted(by_value.values(), key=_newness, reverse=True)


def _is_newest(answers: Sequence[PassageReading], readings: Sequence[PassageReading]) -> bool:
    """Whether the first answer is that of the newest report."""
    newest = max((_newness(one)[0] for one in readings), default="")
    return not answers or _newness(answers[0])[0] >= newest


def _is_withdrawn(reading: PassageReading, readings: Sequence[PassageReading]) -> bool:
    return any(
        other.withdraws
        and other.passage.article.id != reading.passage.article.id
        and _newness(reading)[0] <= _newness(other)[0]
        for other in readings
    )


def _stands_beside(reading: PassageReading, best: PassageReading, *, may_supersede: bool) -> bool:
    if reading.best is None or best.best is None or not reading.says_all:
        return False
    if reading.best.kind != best.best.kind:  # a sum and a share do not differ
        return False
    newer = _newness(reading)[0] > _newness(best)[0]
    least = UPDATE if newer and may_supersede else AS_SURE * _sureness(best)
    return _sureness(reading) >= min(least, _sureness(best))


def _value(reading: PassageReading) -> str:
    return reading.best.value if reading.best else ""


def _sureness(reading: PassageReading) -> float:
    return reading.best.confidence if reading.best else 0.0


def _newness(reading: PassageReading) -> tuple[str, float]:
    return (reading.passage.article.published or "")[:10], _sureness(reading)


def _marked(reading: PassageReading, span: Span) -> Found:
    quote = question_quote(reading.passage, reading.scored, MASS, span)
    return Found(quote, reading.passage, (quote.article.quote(span.start, span.end),))
