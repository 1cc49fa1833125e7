"""Gates on numbers to be guessed."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.guesses import guesses
from bot.quiz.extraction.people import People, mentions
from bot.quiz.gates import guesses as gates
from bot.quiz.gates.article_evidence import ArticleEvidence
from bot.quiz.gates.registry import GATES
from tests.quiz.making_examples import LISTED, report


def turned_away(text: str) -> set[str]:
    told = report(text)
    found = source_sentences(told)
    evidence = ArticleEvidence(told, People(text, found, mentions(text, found)), LISTED)
    fact = next(iter(guesses(text, found)))
    own = [gate for gate in GATES["guess_number"] if gate.__module__ == gates.__name__]
    return {gate.__name__ for gate in own if gate(fact, evidence)}


def test_a_plain_number_passes() -> None:
    assert turned_away("Norwick bought 340 benches for the quay.") == set()
    assert turned_away("Norwick spent $340 on the quay.") == set()
    assert turned_away("The Norwick council has bought 340 benches.") == set()
    assert turned_away("The town and its port have bought 340 benches.") == set()


@pytest.mark.parametrize(
    ("gate", "text"),
    [
        ("is_small", "Norwick bought four benches for the quay."),
        ("is_bounded", "Norwick bought more than 340 benches for the quay."),
        ("is_vague", "Norwick bought a dozen benches for the quay."),
        ("is_vague", "Norwick won its 200m titles on the quay."),
        ("cannot_be_asked", "Norwick sold the 33 benches of the quay."),
        ("cannot_be_asked", "Norwick spent half of 30 weeks on the quay."),
        ("cannot_be_asked", "Norwick sold its new $300 benches on the quay."),
        ("is_all_that_tells", "The village of 300 people has bought a bench in Norwick."),
        ("is_half_of_two", "Norwick sold between one bench and 30 chairs."),
        ("follows_another_clause", "The ferry sank and the boats saved 340 sailors."),
        ("leans_on_a_description", "The Dane has bought 340 benches for the quay."),
        ("leans_on_a_description", "The 40-year-old sailor bought 340 benches."),
        ("leans_on_a_description", "The Norwick half-back has bought 340 benches."),
        ("is_long", f"Norwick bought 340 benches for the quay{' and the pier' * 6}."),
    ],
)
def test_each_gate_turns_away(gate: str, text: str) -> None:
    assert gate in turned_away(text)
