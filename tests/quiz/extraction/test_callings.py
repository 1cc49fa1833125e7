"""The people of an article are told with what they do, and whether they speak."""

import pytest

from bot.quiz.extraction.callings import calling
from bot.quiz.facts import Person
from tests.quiz.making_examples import report, source


@pytest.mark.parametrize(
    ("role", "field"),
    [
        ("a geologist at Velden College", "science"),
        ("a campaign finance lawyer", "law"),
        ("chief executive of the ferry line", "business"),
        ("the director of the minister's office", "management"),
        ("a singer and lawmaker", "arts"),
        ("a coach, lawyer and painter", "sport"),
        ("the then-mayor of Aldby", ""),
        ("a member of the council", ""),
        ("at sea for the mayor", ""),
        ("", ""),
    ],
)
def test_the_last_noun_of_its_head_tells_the_field_of_a_role(role: str, field: str) -> None:
    assert calling(role) == field


def people(text: str) -> tuple[Person, ...]:
    return source(report(text)).material.people


def only(text: str) -> Person:
    [person] = people(text)
    return person


@pytest.mark.parametrize(
    ("text", "person"),
    [
        (
            "“The dunes have moved,” said Ida Holm, a geologist at Velden College. Holm left.",
            Person(
                name="Ida Holm",
                role="a geologist at Velden College",
                short="Holm",
                job="geologist",
                calling="science",
                speaks=True,
            ),
        ),
        # The title before the name tells the field where no role does, wherever it stands.
        (
            "Ida Holm said that the dunes have moved. Professor Ida Holm left.",
            Person(name="Ida Holm", job="professor", calling="science", speaks=True),
        ),
        (
            "The lawyer Ida Holm left for Lund.",
            Person(name="Ida Holm", job="lawyer", calling="law"),
        ),
        # What a role tells outweighs the title.
        (
            "Coach Ida Holm, a professor in Lund, left.",
            Person(name="Ida Holm", role="a professor in Lund", job="professor", calling="science"),
        ),
        # A hyphen is no blank, and other words are no title.
        ("Filmmaker-Anna and Dr. Ida Holm left.", Person(name="Ida Holm")),
        ("It is late, according to Ida Holm.", Person(name="Ida Holm")),
        # Great titles make rulers, before the name or in the role.
        (
            "President Ida Holm left.",
            Person(name="Ida Holm", job="president", calling="office", rules=True),
        ),
        (
            "Ida Holm, the Norland chancellor, left.",
            Person(
                name="Ida Holm",
                role="the Norland chancellor",
                job="chancellor",
                calling="office",
                rules=True,
            ),
        ),
    ],
)
def test_what_an_article_shows_of_somebody(text: str, person: Person) -> None:
    assert only(text) == person


def test_those_who_are_called_by_one_word_speak_as_well() -> None:
    text = "President Xi Jinping came. “The harbour of Norwick is the best of all,” Xi said."
    assert only(text) == Person(
        name="Xi Jinping", short="Xi", job="president", calling="office", speaks=True, rules=True
    )


def test_people_are_in_the_order_in_which_they_are_named() -> None:
    text = "Mayor Anna Bell met the lawyer Tom Reed. Judge Ida Finch came later, with Tom Reed."
    assert [(one.name, one.calling) for one in people(text)] == [
        ("Anna Bell", "office"),
        ("Tom Reed", "law"),
        ("Ida Finch", "law"),
    ]
