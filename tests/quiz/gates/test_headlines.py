"""Gates on headlines that lack a name: the story decides it."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.extraction.people import People, mentions
from bot.quiz.gates import headlines as gates
from bot.quiz.gates.article_evidence import ArticleEvidence
from bot.quiz.gates.registry import GATES
from tests.quiz.making_examples import LISTED, report

LEAD = "The old museum of Norwick is to buy from Google a Dutch boat that came to it from Norway."


def turned_away(title: str, answer: str, text: str = LEAD, outlet: str | None = "Post") -> set[str]:
    told = report(text, title=title, outlet=outlet)
    found = source_sentences(told)
    facts = [fact for fact in headline_words(told, found) if fact.answer == answer]
    assert facts, title
    evidence = ArticleEvidence(told, People(text, found, mentions(text, found)), LISTED)
    own = [gate for gate in GATES["headline_word"] if gate.__module__ == gates.__name__]
    return {gate.__name__ for gate in own if gate(facts[0], evidence)}


@pytest.mark.parametrize("answer", ["Google", "Dutch", "Norway"])
def test_a_plain_headline_passes(answer: str) -> None:
    title = f"Museum to buy Dutch boat of {'Norway' if answer == 'Norway' else 'Google'}"
    assert turned_away(title, answer) == set()
    assert turned_away(title, answer, outlet=None) == set()


@pytest.mark.parametrize(
    ("gate", "title", "answer"),
    [
        ("is_no_headline", "Will the museum buy the Google boat?", "Google"),
        ("is_no_headline", "10 boats of the Norwick museum and Google", "Google"),
        ("is_no_headline", "Video: Norwick museum buys boat of Google", "Google"),
        ("is_no_headline", "This museum buys a boat of Google", "Google"),
        ("is_no_headline", "Norwick MUSEUM buys BOATS of Google", "Google"),
        ("names_its_outlet", "Norwick museum buys Google boat - Post", "Google"),
        ("is_asked_twice", "Norwick museum buys Google boat and Googles", "Google"),
        ("is_in_a_quotation", "Norwick museum to buy “Google boat”", "Google"),
        ("is_told_by_its_place", "Norwick museum to buy Norway boat near Oslo", "Norway"),
    ],
)
def test_each_gate_turns_away(gate: str, title: str, answer: str) -> None:
    assert gate in turned_away(title, answer)


@pytest.mark.parametrize(
    ("country", "sign", "is_told"),
    [
        ("Wales", "MPs", True),
        ("New Zealand", "NZ", True),
        ("US", "Maine", True),
        ("Norway", "Maine", False),
    ],
)
def test_a_sign_of_its_place_tells_a_country(country: str, sign: str, *, is_told: bool) -> None:
    text = f"The old museum of the port is to buy a boat from {country} for a penny."
    found = turned_away(f"{sign} museum to buy a {country} boat", country, text)
    assert ("is_told_by_its_place" in found) is is_told


def test_a_name_of_the_outlet_is_left() -> None:
    title = "Museum to buy Dutch boat of Google"
    assert turned_away(title, "Google", outlet="Google Times") == {"names_its_outlet"}


def test_a_part_of_a_longer_name_is_left() -> None:
    story = "A boat from Norway Deep has come to the Norwick museum of old boats."
    title = "Boat of Norway Deep comes to Norwick museum"
    assert "is_half_a_name" in turned_away(title, "Norway", story)
    title = "Boat of Norway and Deep comes to Norwick museum"
    assert "is_half_a_name" not in turned_away(title, "Norway", story)


def test_an_abbreviation_has_a_shape_of_its_own() -> None:
    story = "The old museum of Norwick is to sell a painting to a US school."
    title = "Norwick museum sells painting to US school"
    assert turned_away(title, "US", story) == {"has_a_shape_of_its_own"}
