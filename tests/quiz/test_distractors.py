"""Wrong options are people or values that could be right, and are stated nowhere to be."""

from dataclasses import replace

import pytest

from bot.articles.article import Article
from bot.quiz.distractors import Distractors, Neighbours, wrong_people, wrong_values
from tests.quiz.making_examples import NOBODY, facts, report, source

HOLM = (
    "“We have checked every mooring along the pier twice,” said Ida Holm, a member of "
    "the harbour board of Velden."
)
LUND = "“Nobody in the town should pay for the storm alone,” said Jonas Lund, a council member."
OLL = "“The northern channel is still full of drifting timber,” said Marit Oll, a tug captain."
VANE = "“Fishermen have lost a whole month of their season,” said Petra Vane, who leads the union."
REED = "“Our insurance has already promised a first payment,” said Tomas Reed, the mayor of Aldby."
PIER = "The storm tore 14 moorings from the pier. Nobody was hurt when the second ship left."


def told(*paragraphs: str, title: str = "Ferry sails again", name: str = "a1") -> Article:
    return report("\n\n".join(paragraphs), title=title, id=name)


def people(
    own: Article, *, story: tuple[Article, ...] = (), corpus: tuple[Article, ...] = ()
) -> Distractors | None:
    """The wrong options to who said what Ida Holm said in the article."""
    fact = next(f for f in facts(own) if (f.kind, f.answer) == ("who_said", "Ida Holm"))
    first, near, far = source(own), tuple(map(source, story)), tuple(map(source, corpus))
    return wrong_people(fact, first, Neighbours(near, far), (first, *near, *far))


def test_three_other_people_of_the_article_are_the_wrong_options() -> None:
    found = people(told(HOLM, LUND, OLL, VANE))
    assert found is not None
    assert sorted(found.options) == ["Jonas Lund", "Marit Oll", "Petra Vane"]


def test_two_others_are_enough_and_one_is_not() -> None:
    found = people(told(HOLM, LUND, OLL))
    assert found is not None
    assert sorted(found.options) == ["Jonas Lund", "Marit Oll"]
    assert people(told(HOLM, LUND)) is None


@pytest.mark.parametrize("also", ["Jonas Lund", "Marit Oll", "Petra Vane", "Tomas Reed"])
def test_whom_the_headline_names_beside_the_right_one_comes_first(also: str) -> None:
    last = also.partition(" ")[2]
    found = people(told(HOLM, LUND, OLL, VANE, REED, title=f"Holm and {last} on the ferry"))
    assert found is not None
    assert found.options[0] == also


def test_people_of_other_reports_are_wrong_options_if_they_tell_the_same_story() -> None:
    other = told(REED, name="b1")
    found = people(told(HOLM, LUND, OLL), story=(other,))
    assert found is not None
    assert sorted(found.options) == ["Jonas Lund", "Marit Oll", "Tomas Reed"]
    elsewhere = people(told(HOLM, LUND, OLL), corpus=(other,))
    assert elsewhere is not None
    assert sorted(elsewhere.options) == ["Jonas Lund", "Marit Oll"]
    assert people(told(HOLM, LUND), corpus=(other,)) is None


def test_whoever_is_given_the_same_words_elsewhere_is_no_wrong_option() -> None:
    same = HOLM.replace("Ida Holm", "Petra Vane")
    own, other = told(HOLM, LUND, VANE), told(same, name="b1")
    assert people(own) is not None
    assert people(own, story=(other,)) is None


@pytest.mark.parametrize("namesake", ["Anna Holm", "Ida Vane"])
def test_whoever_bears_a_name_of_the_right_one_is_no_wrong_option(namesake: str) -> None:
    assert people(told(HOLM, LUND, VANE)) is not None
    assert people(told(HOLM, LUND, VANE.replace("Petra Vane", namesake))) is None


def test_of_two_namesakes_one_at_most_is_a_wrong_option() -> None:
    assert people(told(HOLM, LUND, OLL.replace("Marit Oll", "Marit Lund"))) is None


def test_no_wrong_value_is_stated_in_the_article_its_title_or_its_story() -> None:
    own = told(PIER)
    fact = next(one for one in facts(own) if one.answer == "14")
    first = wrong_values(fact, source(own), NOBODY, None)
    assert first is not None
    assert "14" not in first.options
    for option in first.options:
        other = told(f"The storm tore {option} moorings away, others say.", name="b1")
        for around in (
            wrong_values(fact, source(own), Neighbours((source(other),), ()), None),
            wrong_values(fact, source(told(PIER, title=f"{option} moorings lost")), NOBODY, None),
        ):
            assert around is None or option not in around.options


def test_no_wrong_percentage_makes_more_than_the_whole_with_another_one() -> None:
    own = told("In the port of Velden 43 percent of the boats sank and 49 percent lost a mast.")
    fact = next(one for one in facts(own) if one.answer == "43 percent")
    for name in ("a1", "a2", "a3", "a4", "a5"):
        found = wrong_values(fact, source(replace(own, id=name)), NOBODY, None)
        assert found is not None
        assert all(int(option.split()[0]) < 51 for option in found.options)
