"""How likely sentences are to answer: in their passage, and of all that were found."""

import pytest

from bot.articles.article import Article, Quote
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.sentence_scoring import WEIGHTS, Retrieved, SentenceScorer
from tests.articles.examples import article
from tests.briefing.examples import even, extractor
from tests.search.examples import ANALYSER, question

ASKED = "How many boats sank in the storm?"
TOLD = "In the storm 14 boats sank."
QUIET = "A dog barked. The sun shone."


def part(told: Article, words: str) -> Quote:
    start = told.text.index(words)
    return told.quote(start, start + len(words))


def shares(*found: Retrieved) -> list[float]:
    return [one.share for one in extractor(ASKED).read(found)]


def test_the_shares_of_all_sentences_come_to_one() -> None:
    first, second = article(TOLD), article(QUIET, id="quiet")
    found = shares(
        Retrieved(part(first, TOLD), 2.0),
        Retrieved(part(second, QUIET), 1.0),
    )
    assert sum(found) == pytest.approx(1)
    assert found[0] > found[1]


def test_a_sentence_of_two_passages_counts_once() -> None:
    told = article(f"{TOLD} {QUIET}")
    alone = shares(Retrieved(part(told, told.text), 1.0))
    twice = shares(Retrieved(part(told, told.text), 1.0), Retrieved(part(told, TOLD), 1.0))
    assert alone == [pytest.approx(1)]
    assert twice[0] == pytest.approx(1)


def test_how_well_a_passage_and_its_article_were_found_tells() -> None:
    one, other = article(TOLD, id="one"), article(TOLD, id="other")
    found = shares(Retrieved(part(one, TOLD), 1.0), Retrieved(part(other, TOLD), 2.0))
    assert found[1] > found[0]


def test_what_few_sentences_of_an_article_say_tells_more() -> None:
    text = "The storm was strong. The storm was long. Some boats did leave. The storm went."
    told = article(text)
    [reading] = extractor("Which boats met the storm?").read([Retrieved(part(told, text), 1.0)])
    likeliest = max(reading.scored, key=lambda one: one.certainty)
    assert told.text[likeliest.span.start : likeliest.span.end] == "Some boats did leave."


def test_each_sentence_has_a_measure_for_each_weight() -> None:
    told = article(f"{TOLD} {QUIET}")
    query = question(ASKED)
    read = AnswerExtractor(query, even(query), ANALYSER).sentences(
        [Retrieved(part(told, told.text), 1.0)]
    )
    [measured] = SentenceScorer(query, even(query)).measured(read)
    assert [len(measures) for measures in measured] == [len(WEIGHTS)] * 3
    assert [(one.has_kind, one.counts) for one in read[0].sentences] == [
        (True, True),
        (False, False),
        (False, False),
    ]
