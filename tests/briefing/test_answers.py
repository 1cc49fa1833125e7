"""The words that answer a question, or that none do."""

import pytest

from bot.articles.paragraphs import Span
from bot.briefing.answers import AnswerFinder, Answering
from tests.articles.examples import whole
from tests.search.examples import ANALYSER, question

CASES = [
    ("How many sailors drowned?", "In 1998 some 14 sailors drowned. The ferry sank.", "14"),
    ("How many sailors drowned?", "Sailors drowned when the ferry sank in 1998.", None),
    ("How many deputies resigned?", "Five of the town's deputies resigned.", "Five"),
    ("How many deputies resigned?", "Five, by noon on that Monday, deputies resigned.", None),
    ("What share of the fishermen voted?", "62 per cent of the fishermen voted.", "62 per cent"),
    ("What share of the fishermen voted?", "Two-thirds of the fishermen voted.", "Two-thirds"),
    ("How much did the pier cost?", "The pier cost 3.5 million euros.", "3.5 million euros"),
    ("How much did the pier cost?", "In 2021 the pier cost $240bn.", "$240bn"),
    ("How much did the catch grow?", "The catch can grow: it nearly doubled.", "nearly doubled"),
    ("How much did the fare grow?", "The fare grow: 5 % in May, or $3, in all.", "$3"),
    ("How long did the storm last?", "The storm lasted nine days.", "nine days"),
    ("How old is Ida Holm?", "Ida Holm, 57, took over in May.", "57"),
    ("How old is Ida Holm?", "Ida Holm is 57 years old.", "57 years old"),
    ("When did the ferry sail?", "The ferry sailed on Monday evening.", "on Monday evening"),
    ("When did the ferry sail?", "Ferries sailed from Lund on 4 May 2021.", "4 May 2021"),
    ("Who built the pier?", "The pier was built by Tom Frey in May.", "Tom Frey"),
    ("Who built the pier?", "The pier was built in May.", None),
    ("Where did the ferry sail?", "The ferry sailed to the Outer Isles.", "the Outer Isles"),
    ("Where did the ferry sail?", "The ferry sailed late.", None),
    ("Where is the Lund ferry?", "The Lund ferry is in Lund.", None),
    ("Who is Ida Holm?", "Ida Holm, the head of the line, spoke.", "the head of the line"),
    ("Who is Ida Holm?", "Late, but calm, director Ida Holm spoke.", "director Ida Holm"),
    (
        "Who is Ida Holm?",
        "“Sail,” said Ida Holm, who is a doctor in the town.",
        "a doctor in the town",
    ),
    ("Who is Ida Holm?", "Ida Holm, who was tired, said no.", None),
    ("Who is Ida Holm?", "The director waved, and Ida Holm left, and so on.", None),
    ("Who is Ida Holm?", "Ida Holm spoke.", None),
    (
        "What was the role of Ida Holm?",
        "Ida Holm, a captain in Lund and, spoke.",
        "a captain in Lund",
    ),
    ("Why did the ferry sink?", "The ferry had to sink on Monday.", None),
    ("How many sailors drowned?", "The pier has 14 lamps.", None),
]

MINISTERS = "Norway's fisheries minister, Ada Lund, met Sweden's fisheries minister, Tom Frey."
ROLES = [
    ("the fisheries minister of Norway", MINISTERS, "Ada Lund"),
    ("the fisheries minister of Sweden", MINISTERS, "Tom Frey"),
    ("the fisheries minister of Denmark", MINISTERS, None),
    (
        "the fisheries minister of Norway",
        "Fisheries minister Ada Lund of Norway spoke.",
        "Ada Lund",
    ),
    ("the fisheries minister of Norway", "Ada Lund is Norway's fisheries minister.", "Ada Lund"),
    ("Norway's prime minister", "The prime minister of Norway, Ada Lund, left.", "Ada Lund"),
    ("the fisheries minister of Norway", "Fisheries minister Tom Frey flew to Norway.", None),
    ("the fisheries minister of Norway", "Fisheries minister Tom Frey met Norway's king.", None),
    ("the fisheries minister of Norway", "Tom Frey met Norway's fisheries minister.", None),
    ("the fisheries minister of Norway", "Norway's fisheries minister told Tom Frey so.", None),
    ("the fisheries minister of Norway", "In Norway, fisheries minister Tom Frey spoke.", None),
    ("the fisheries minister of Norway", "Tom Frey left; Norway's fisheries minister did.", None),
    (
        "the prime minister of Norway",
        "Prime Minister Ada Lund of Norway",
        "Prime Minister Ada Lund",
    ),
    ("the mayor", "The mayor, Ada Lund, spoke.", "Ada Lund"),
]


def finder(asked: str) -> AnswerFinder:
    query = question(asked)
    return AnswerFinder(query, dict.fromkeys(query.concepts, 1.0), ANALYSER)


def answered(asked: str, text: str) -> str | None:
    """The words of a text that answer, found in the midst of another one."""
    before = "Nobody waved. "
    passage = Span(len(before), len(before) + len(text))
    found = finder(asked).answer(f"{before}{text} Then it rained.", passage)
    if found is None:
        return None
    assert passage.start <= found.span.start < found.span.end <= passage.end
    return text[found.span.start - len(before) : found.span.end - len(before)]


@pytest.mark.parametrize(("asked", "text", "expected"), CASES)
def test_a_question_is_answered_by_the_words_of_its_kind(
    asked: str, text: str, expected: str | None
) -> None:
    assert answered(asked, text) == expected


@pytest.mark.parametrize(("role", "text", "expected"), ROLES)
def test_role_person_and_place_belong_together(role: str, text: str, expected: str | None) -> None:
    assert answered(f"Who is {role}?", text) == expected


def test_the_sentence_that_tells_most_of_the_question_answers() -> None:
    text = "The ferry sailed on Monday. The Lund ferry sailed to Bergen on Tuesday."
    asked = "When did the Lund ferry sail to Bergen?"
    assert answered(asked, text) == "on Tuesday"


def test_the_words_nearest_to_the_question_answer() -> None:
    text = "On Monday there was rain, and on Friday the ferry sailed."
    assert answered("When did the ferry sail?", text) == "on Friday"


def test_the_share_tells_how_well_a_sentence_answers() -> None:
    text = "The ferry sailed on Monday."
    found = finder("When did the ferry sail?").answer(text, whole(text))
    assert isinstance(found, Answering)
    assert 0.9 < found.share <= 1


@pytest.mark.parametrize(
    ("asked", "identity", "role"),
    [
        ("Who is Ida Holm?", True, False),
        ("Who's Ida Holm?", True, False),
        ("What is the role of Ida Holm?", True, False),
        ("Who is the mayor of Lund?", False, True),
        ("Who built the pier?", False, False),
        ("Who is it?", False, False),
    ],
)
def test_questions_for_persons_are_told_apart(asked: str, *, identity: bool, role: bool) -> None:
    assert finder(asked).is_identity is identity
    assert finder(asked).is_role is role


@pytest.mark.parametrize(
    ("asked", "typed"),
    [("How many sailed?", True), ("What was the role of Ida Holm?", True), ("Why, Lund?", False)],
)
def test_only_some_questions_have_answers_of_a_form(asked: str, *, typed: bool) -> None:
    assert finder(asked).is_typed is typed


def test_an_empty_passage_answers_nothing() -> None:
    assert finder("When did the ferry sail?").answer("", Span(0, 0)) is None
