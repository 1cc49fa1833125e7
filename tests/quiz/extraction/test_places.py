"""A country or a state is asked for where "which country" reads well in its sentence."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.places import places
from bot.quiz.facts import Fact
from tests.quiz.making_examples import report


def asked(text: str, title: str = "Ferry sails again") -> list[Fact]:
    told = report(text, title=title)
    return list(places(told, source_sentences(told)))


@pytest.mark.parametrize(
    ("text", "stem"),
    [
        ("Norway banned all lamps.", "_____ banned all lamps."),
        ("Norway also won the cup.", "_____ also won the cup."),
        ("Scotland have lost the cup.", "_____ has lost the cup."),
        ("The Netherlands wants new dykes.", "_____ wants new dykes."),
        ("Meanwhile, Norway lost two boats.", "_____ lost two boats."),
        ("Norway's fishermen have sold two boats.", "_____’s fishermen have sold two boats."),
        ("Iranian pilots have gone home.", "_____’s pilots have gone home."),
        ("UK bank shares fell.", ""),
        ("An Iranian court has freed the sailors.", "A court in _____ has freed the sailors."),
        ("A Japanese engineer has built it.", "An engineer from _____ has built it."),
        ("An Iranian, too, has gone home.", ""),
        ("Iranian wins the race.", ""),
        ("The gulls left the Iranian coast at dawn.", "The gulls left the coast of _____ at dawn."),
        ("The gulls came to Norway at dawn.", "The gulls came to _____ at dawn."),
        ("The gulls left the US for good.", "The gulls left _____ for good."),
        ("The gulls came to Norway Street.", ""),
        ("The Iranian confirmed the plan was his.", ""),
        ("They like Norwegian boats.", ""),
        ("For years Norway wanted it.", ""),
        ("In Norway, two ferries were sold.", "Two ferries were sold in _____."),
        ("In Norway, two ferries, both old, were sold.", ""),
        ("In Norway two ferries were sold.", ""),
    ],
)
def test_a_place_gives_way_to_a_blank(text: str, stem: str) -> None:
    assert next((fact.stem for fact in asked(text)), "") == stem


def test_days_and_last_clauses_are_left_out() -> None:
    text = (
        "On Monday, the ferries of Norwick began to sail to Norway in winter, while the old "
        "harbour is to be filled with sand and stones next year, the mayor said."
    )
    assert asked(text)[0].stem == "The ferries of Norwick began to sail to _____ in winter."


def test_a_clause_that_is_needed_stays() -> None:
    boats = "old and wooden boats lying along its long and rocky coast of many islands"
    text = f"Some in Norway, which has more than two hundred thousand {boats}."
    assert asked(text)[0].stem == text.replace("Norway", "_____")


def test_a_fact_has_the_name_and_where_it_stands() -> None:
    text = "An Iranian court has freed the sailors."
    [fact] = asked(text)
    assert (fact.kind, fact.answer, fact.value) == ("which_country", "Iran", "country:Iran")
    assert text[fact.start : fact.end] == "Iranian"
    assert fact.form == "country_inside"


def test_a_passage_that_lacks_the_name_is_not_asked() -> None:
    assert asked("French pilots have gone home.") == []


def test_states_are_asked_as_states() -> None:
    [fact] = asked("Ohio banned all lamps.")
    assert (fact.kind, fact.form, fact.answer) == ("which_state", "state_first", "Ohio")


def test_only_the_top_and_what_the_headline_tells_is_asked() -> None:
    filler = "The sea was calm. " * 8
    assert asked(f"{filler}Norway banned all lamps.") == []
    assert len(asked(f"{filler}Norway banned lamps on a ferry.", "Ferry lamps go out")) == 1
    assert asked(f"Norway banned {'old ' * 200}lamps.") == []
