"""A name that speaks may be a firm's: what is said of it tells."""

import pytest

from bot.quiz.extraction.organisations import employers, is_it
from tests.quiz.making_examples import report, source


@pytest.mark.parametrize(
    ("text", "names"),
    [
        ("“We sail,” said Tom Reed, chief analyst at Stone Marlow.", {"Stone Marlow"}),
        ("She works for Velden Lind in Norwick.", {"Velden Lind"}),
        ("An editor at Holm’s office went home.", {"Holm"}),
        ("The owners of Stone Marlow met the mayor of Lund.", {"Stone Marlow", "Lund"}),
        ("Tom Reed, an analyst, met Stone Marlow at Norwick.", set()),
        ("The mayor at the pier of Lund waved.", set()),
    ],
)
def test_a_name_that_people_work_for_is_an_employer_s(text: str, names: set[str]) -> None:
    assert employers(text) == names


@pytest.mark.parametrize(
    ("follows", "is_thing"),
    [
        (" said it would sail again.", True),
        (" has also announced that its ferries are late.", True),
        (", which runs the ferries, said so.", True),
        (" (SM) said that all is well.", True),
        (", a ferry company in Norwick, said that all is well.", True),
        (", the oldest shipping firm, said that all is well.", True),
        (" (DFL) said that all is well.", False),
        (" said that ferries are late.", False),
        (" bought the ferry, which is late.", False),
        (", a geologist, said that all is well.", False),
    ],
)
def test_what_is_called_it_is_nobody(follows: str, *, is_thing: bool) -> None:
    text = f"Stone Marlow{follows}"
    assert is_it(text, 0, "Stone Marlow") is is_thing


@pytest.mark.parametrize(
    "text",
    [
        "Stone Marlow said it would sail again.",
        "“We sail,” said Stone Marlow. The chief analyst at Stone Marlow was glad.",
    ],
)
def test_no_firm_is_among_the_people_of_an_article(text: str) -> None:
    assert source(report(text)).material.people == ()
    told = "Stone Marlow said that all is well."
    assert [one.name for one in source(report(told)).material.people] == ["Stone Marlow"]


def test_a_title_outweighs_what_the_name_is_called() -> None:
    text = "Mayor Stone Marlow said it would rain. The lawyer of Stone Marlow was glad."
    assert [one.name for one in source(report(text)).material.people] == ["Stone Marlow"]
