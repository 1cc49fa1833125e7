"""People are known by evidence beside the name, and by every way in which they are named."""

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.people import People, known_mentions, mentions, only_titles, rulers, shown
from tests.quiz.making_examples import report


def people(text: str) -> People:
    told = report(text)
    found = source_sentences(told)
    return People(text, found, mentions(text, found))


def names(text: str) -> tuple[str, ...]:
    return people(text).names


@pytest.mark.parametrize(
    "text",
    [
        "President Anna Bell opened the fair.",
        "The British Prime Minister Anna Bell opened the fair.",
        "The mayor Anna Bell opened the fair.",
        "Anna Bell, a historian at the college, opened the fair.",
        "“The fair is open at last,” said Anna Bell.",
        "Anna Bell, who lives in Norwick, said so.",
        "It will rain, according to Anna Bell.",
        "Anna Bell strongly criticised the fair.",
        "Filmmaker Anna Bell opened the fair.",
        "Anna Bell’s plan, said Anna Bell, was good.",
    ],
)
def test_a_title_a_role_or_a_verb_of_saying_tells_a_person(text: str) -> None:
    assert names(text) == ("Anna Bell",)


@pytest.mark.parametrize(
    "text",
    [
        "Anna Bell opened the fair.",
        "Norwick University said so.",
        "Norwick Tories said so.",
        "Scotland Yard said so.",
        "Climate Focus said that the climate needs focus.",
        "Abu Norwick said so, and people met in Abu Norwick.",
        "Amber Stone said that amber is no stone.",
        "The Mayor of Norwick Anna Bell opened the fair.",
        "NORWICK TIMES said so.",
        "Questioning Bell said so.",
        "However Bell said so.",
        "The president opened the fair.",
        "Anna Bell Charles Dora Eve said so.",
        "Trump's July said so.",
        "Mayor Anna el-Bell said so.",
        "De Boer said so.",
        "British said so.",
    ],
)
def test_other_capitals_are_nobody(text: str) -> None:
    assert names(text) == ()


def test_parts_of_a_name_lead_to_the_whole_unless_two_share_them() -> None:
    known = people(
        "President Anna Bell met Senator Tom Reed. Mr. Reed said so. Mayor Tim Reed said so."
    )
    assert known.full("Bell") == known.full("Anna") == "Anna Bell"
    assert known.full("Reed") is None
    assert known.full("Nobody") is None


def test_a_longer_name_without_evidence_is_the_whole_of_a_shorter_one() -> None:
    assert names("In May Anna Maria Bell came. “It is good,” said Bell.") == ("Anna Maria Bell",)
    assert names("Anna Maria Bell came. “The fair is good,” said Bell.") == ("Anna Maria Bell",)
    assert names("Bell said so in Norwick. Norwick Bell rang in Bell.") == ()


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Bell came, as she has never done. Many shouted Never Bell at her.",
        "Mayor Anna Bell came. Does Bell dance?",
        "Mayor Anna Bell came. Norwick needs more than the Anna Bells of this world.",
    ],
)
def test_other_words_before_a_name_are_no_part_of_it(text: str) -> None:
    assert names(text) == ("Anna Bell",)


@pytest.mark.parametrize(
    "text",
    [
        "Songwriter Anna Bell said so.",
        "Reuters Anna Bell said so. Everybody likes Anna Bell.",
    ],
)
def test_a_label_before_a_name_is_no_part_of_it(text: str) -> None:
    assert names(text) == ("Anna Bell",)


def test_a_party_is_nobody() -> None:
    assert names("“It is open,” said a Velden Democrat.") == ()


def test_a_name_that_another_holds_is_the_same_person() -> None:
    known = people("Mayor Anna Maria Bell came. Anna Bell, a teacher of art, said so.")
    assert known.names == ("Anna Maria Bell",)


def test_a_name_that_two_longer_ones_hold_is_nobody() -> None:
    known = people("Mayor Anna Maria Bell and Mayor Anna Jane Bell came. Judge Anna Bell left.")
    assert known.full("Anna Bell") is None


def test_where_the_first_name_is_the_family_it_may_stand_alone() -> None:
    known = people("Mr. Xi spoke. Later Xi Jinping left. Xi hail the new year.")
    assert known.full("Xi") == "Xi Jinping"


def test_every_place_is_found_where_somebody_known_is_named() -> None:
    text = "Mayor Anna Bell spoke. Everybody liked Bell’s plan, and Norwick did."
    found = source_sentences(report(text))
    known = People(text, found, mentions(text, found))
    assert [one.name for one in known_mentions(text, found, known)] == ["Anna Bell", "Bell"]


def test_only_titles_may_stand_before_a_speaker() -> None:
    known = people("Mayor Anna Bell spoke.")
    assert only_titles("The Norwick Mayor ", known)
    assert not only_titles("During his time with ", known)
    assert not only_titles("Bell ", known)


def test_those_with_great_titles_are_known_all_over_the_world() -> None:
    assert rulers("President Anna Bell met Judge Tom Reed.") == {"Anna Bell"}


def test_a_passage_proves_a_full_name_by_its_last_word() -> None:
    assert shown("Anna Bell", "Bell") == "Anna Bell"
    assert shown("Xi Jinping", "Xi") == "Xi"
