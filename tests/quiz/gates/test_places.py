"""Gates on places: nothing that is shown tells which is meant."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.people import People, mentions
from bot.quiz.extraction.places import places
from bot.quiz.gates import places as gates
from bot.quiz.gates.article_evidence import ArticleEvidence
from bot.quiz.gates.registry import GATES
from tests.quiz.making_examples import LISTED, report

GOOD = "The ferries of Norwick began to sail to Norway in winter."


def turned_away(text: str, title: str = "Ferry sails again", answer: str = "") -> set[str]:
    """The names of all gates on places that the fact does not pass."""
    told = report(text, title=title)
    found = source_sentences(told)
    facts = [fact for fact in places(told, found) if answer in fact.answer]
    assert facts, text
    people = People(text, found, mentions(text, found))
    evidence = ArticleEvidence(told, people, LISTED)
    own = [gate for gate in GATES["which_country"] if gate.__module__ == gates.__name__]
    return {gate.__name__ for gate in own if gate(facts[0], evidence)}


def test_a_plain_sentence_passes() -> None:
    assert turned_away(GOOD) == set()
    assert turned_away("In Norway, two ferries were sold.") == set()


@pytest.mark.parametrize(
    ("gate", "text", "title"),
    [
        ("is_part_of_a_name", "Anna Bell of Norway has won a race in Norwick.", ""),
        ("is_part_of_a_name", "A ferry of the Bank of Norway has come to Norwick.", ""),
        ("is_one_of_several", "A ferry sailed from Norwick to Norway and Denmark.", ""),
        ("is_one_of_several", "A ferry sailed to Norway, Poland or Denmark.", ""),
        (
            "is_one_of_several",
            "Norway sold a ferry to Poland for use in Denmark instead of one from Finland.",
            "",
        ),
        ("is_in_the_stem_again", "A ferry _____ has sailed to Norway in winter.", ""),
        ("is_told_by_a_sign", GOOD, "Norwegian ferry sails again"),
        ("is_told_by_a_sign", GOOD, "Ferry leaves Oslo again"),
        ("is_told_by_a_sign", "New Zealand has sold a ferry.", "NZ ferry sold"),
        ("is_told_by_a_sign", "The US has sold a ferry.", "Ferry sold off Maine"),
        ("is_told_by_a_sign", "A ferry sailed to Wales in winter.", "MPs ask for more ferries"),
        ("is_true_of_others", "The ferries of Norwick were sold outside Norway.", ""),
        ("is_a_team", "Norwick was near after a 3-0 defeat in Norway.", ""),
        ("is_a_team", "A ferry of Norwick took the squad to Norway.", ""),
        (
            "is_told_by_a_name",
            f"{GOOD} The Norwegian ferry builder Finch made them.",
            "Finch ferry sails again",
        ),
        (
            "is_told_by_a_name",
            f"{GOOD} They were made by Finch of Norway.",
            "Finch ferry sails again",
        ),
        ("is_not_surely_the_place", "The ferry sailed to Jordan in winter.", ""),
        ("is_at_home", "The US has sold a ferry.", ""),
        (
            "leans_on_a_description",
            "The Dane has built a ferry in Norway.",
            "",
        ),
        ("leans_on_a_description", "The 40-year-old sailor has built a ferry in Norway.", ""),
        ("leans_on_a_description", "The Norwick half-back has built a ferry in Norway.", ""),
    ],
)
def test_each_gate_turns_away(gate: str, text: str, title: str) -> None:
    answer = "Norway" if "Norway" in text and "Norway sold" not in text else ""
    assert gate in turned_away(text, title or "Ferry sails again", answer)


def test_a_sign_in_the_report_makes_a_place_sure() -> None:
    text = "The ferry sailed to Jordan in winter. It went home from Aqaba to Amman."
    assert turned_away(text, answer="Jordan") == set()


def test_a_description_of_a_thing_is_no_person() -> None:
    assert turned_away("The Norwick council has bought a ferry in Norway.") == set()
