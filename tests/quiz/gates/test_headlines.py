"""Gates on headlines that lack a word: the story decides it."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.extraction.people import People, mentions
from bot.quiz.gates import headlines as gates
from bot.quiz.gates.article_evidence import ArticleEvidence
from bot.quiz.gates.registry import GATES
from tests.quiz.making_examples import LISTED, report

LEAD = "The old museum of Norwick in Norway is to sell a painting of a Dutch boat to Anna Bell."


def turned_away(title: str, answer: str, text: str = LEAD, outlet: str = "Post") -> set[str]:
    told = report(text, title=title, outlet=outlet)
    found = source_sentences(told)
    facts = [fact for fact in headline_words(told, found) if fact.answer == answer]
    assert facts, title
    evidence = ArticleEvidence(told, People(text, found, mentions(text, found)), LISTED)
    own = [gate for gate in GATES["headline_word"] if gate.__module__ == gates.__name__]
    return {gate.__name__ for gate in own if gate(facts[0], evidence)}


def test_a_plain_headline_passes() -> None:
    assert turned_away("Norwick museum to sell boat painting", "painting") == set()
    assert turned_away("Norwick museum to sell painting of boat", "painting") == set()
    assert turned_away("Norwick museum has a boat painting", "museum") == set()
    assert turned_away("Norwick museum to sell Dutch boat painting", "Dutch") == set()


@pytest.mark.parametrize(
    ("gate", "title", "answer"),
    [
        ("is_no_headline", "Will Norwick museum sell its boat painting?", "painting"),
        ("is_no_headline", "10 boats of the Norwick museum painting", "painting"),
        ("is_no_headline", "Video: Norwick museum sells a boat painting", "painting"),
        ("is_no_headline", "This Norwick museum sells a boat painting", "painting"),
        ("is_no_headline", "Norwick MUSEUM sells a boat painting NOW", "painting"),
        ("names_its_outlet", "Norwick museum sells boat painting - Post", "painting"),
        ("is_asked_twice", "Norwick museum sells painting to buy paintings", "painting"),
        ("is_half_a_phrase", "Norwick museum to sell painting collection", "painting"),
        ("is_in_a_quotation", "Norwick museum to sell 'boat painting'", "painting"),
        ("is_told_by_its_place", "Norwick museum sells boat in Norway near Oslo", "Norway"),
        ("is_a_job_before_a_name", "Norwick museum sells boat to painting Anna Bell", "painting"),
    ],
)
def test_each_gate_turns_away(gate: str, title: str, answer: str) -> None:
    assert gate in turned_away(title, answer)


def test_a_word_of_a_longer_name_is_left() -> None:
    told = f"{LEAD} It is called the Grand Painting."
    title = "Norwick museum to sell boat painting"
    assert turned_away(title, "painting", told) == {"is_part_of_a_title"}
    story = "A boat from Norway Deep has come to the Norwick museum of old boats."
    title = "Boat of Norway Deep comes to Norwick museum"
    assert "is_part_of_a_title" in turned_away(title, "Norway", story)


def test_an_abbreviation_has_a_shape_of_its_own() -> None:
    story = "The old museum of Norwick is to sell a painting to a US school."
    title = "Norwick museum sells painting to US school"
    assert turned_away(title, "US", story) == {"has_a_shape_of_its_own"}
