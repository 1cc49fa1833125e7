"""A quantity is asked for as "how many" in its sentence."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.guesses import guesses
from tests.quiz.making_examples import report


@pytest.mark.parametrize(
    ("text", "form", "stem", "value"),
    [
        (
            "Norwick bought some 340 benches for the quay.",
            "guess_many",
            "Norwick bought _____ benches for the quay.",
            "count:bench:340",
        ),
        (
            "About 340 benches were sold in Norwick.",
            "guess_many_first",
            "_____ benches were sold in Norwick.",
            "count:bench:340",
        ),
        (
            "The quay of Norwick cost roughly $2.5 million in all.",
            "guess_usd",
            "The quay of Norwick cost _____ in all.",
            "money:usd:2500000",
        ),
        (  # A number is one of its time.
            "Last year Norwick bought 340 benches on Monday.",
            "guess_many",
            "Last year Norwick bought _____ benches.",
            "count:bench:340",
        ),
        (
            "The town of Norwick bought 340 benches, and the port has sold its lamps.",
            "guess_many",
            "The town of Norwick bought _____ benches.",
            "count:bench:340",
        ),
        (
            "Norwick bought 340 benches and lamps.",
            "guess_many",
            "Norwick bought _____ benches and lamps.",
            "count:bench:340",
        ),
        (
            "Norwick shipped 300 tonnes of salt.",
            "guess_many",
            "Norwick shipped _____ tonnes of salt.",
            "measure:tonne:300",
        ),
    ],
)
def test_a_quantity_is_left_open(text: str, form: str, stem: str, value: str) -> None:
    told = report(text)
    [fact] = guesses(told.text, source_sentences(told))
    assert (fact.kind, fact.form, fact.stem, fact.value) == ("guess_number", form, stem, value)


@pytest.mark.parametrize(
    "text",
    [
        "The quay cost 300 krone.",
        "$300 was the price of the quay.",
        "Prices in Norwick rose by 30 percent.",
        "Anna Bell won the 200m gold medal.",
        "Norwick showed 30 minute plays.",
        "Between 30 and 40 benches were sold.",
        f"Norwick bought 340 {'old ' * 120}benches.",
    ],
)
def test_what_cannot_be_guessed_is_no_fact(text: str) -> None:
    told = report(text)
    assert list(guesses(told.text, source_sentences(told))) == []
