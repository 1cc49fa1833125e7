"""The words that answer a question, or that none do."""

import pytest

from bot.articles.article import Quote
from bot.briefing.extraction import AnswerExtractor, AnswerSpan
from bot.language.paragraphs import Span
from tests.articles.examples import article, whole
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
    ("How many jets landed?", "Of the Orca-9 jets, three jets landed.", "three"),
    ("How many jets landed?", "The Orca-9 jets landed.", None),
    ("Who met Ida Holm?", "Ada Holm met Ida Holm and Tom Frey.", "Tom Frey"),
    ("Who met Ida Holm?", "The Mayor met Ida Holm.", None),
    ("Who built the pier?", "The Harbour Line built the pier with Tom Frey.", "Tom Frey"),
    ("Who built the pier?", "The pier was built by Tom B. near Lund.", None),
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
    ("the mayor", "The mayor, Ada Lund, spoke.", "Ada Lund"),
]


LONG = "How many tonnes of cod and herring did the Lund ferry carry across in the storm?"
LONG_WHEN = "On which day did the Lund ferry carry the cod and the herring to Bergen?"


def finder(asked: str) -> AnswerExtractor:
    query = question(asked)
    return AnswerExtractor(query, dict.fromkeys(query.concepts, 1.0), ANALYSER)


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
    assert isinstance(found, AnswerSpan)
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
        ("Who is the tallest in Lund?", False, False),
        ('Who is "Ida Holm" -Frey?', True, False),
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


def quotes(*texts: str) -> list[Quote]:
    return [article(text, id=text).quote(0, len(text)) for text in texts]


def found(asked: str, *texts: str) -> list[tuple[str, str | None]]:
    """The texts that answer, with the words that do."""
    return [
        (item.quote.text, item.spans[0].text if item.spans else None)
        for item in finder(asked).found(quotes(*texts))
    ]


def test_quotes_that_hold_no_answer_are_left_out() -> None:
    sailed = "The ferry sailed on Monday."
    assert found("When did the ferry sail?", "The ferry sailed late.", sailed) == [
        (sailed, "on Monday")
    ]
    assert found("When did the ferry sail?") == []


def test_a_share_of_what_an_amount_is_asked_of_comes_after_amounts() -> None:
    share, amount = "The fare grew by 5 per cent.", "The fare grew by 3 euros."
    assert found("How much did the fare grow?", share, amount) == [
        (amount, "3 euros"),
        (share, "5 per cent"),
    ]


def test_a_long_question_is_answered_last_by_what_has_something_of_the_kind() -> None:
    untold = "It was a long way across. On Friday she was there."
    told = "The Lund ferry carried cod and herring to Bergen on Monday."
    assert found(LONG_WHEN, untold, "She was late.", told) == [
        (told, "on Monday"),
        (untold, None),
    ]


def test_a_number_answers_a_long_question_beside_the_thing_alone() -> None:
    counted, other = "It was 40 tonnes, she said.", "It was 40 barrels, she said."
    assert found(LONG, counted, other, "It was in tonnes.") == [(counted, None)]


def test_a_short_question_is_answered_by_what_tells_it_alone() -> None:
    assert not finder("How many sailed?").is_long
    assert found("How many tonnes came?", "It was 40 tonnes, she said.") == []


@pytest.mark.parametrize("name", ["who met", "who saw"])
def test_a_name_may_answer_a_long_question_however_it_is_written(name: str) -> None:
    asked = f"{name} the crew of the Lund ferry at the Bergen pier after the storm?"
    assert finder(asked).is_long
    assert found(asked, "the captain's wife, of all people.") == [
        ("the captain's wife, of all people.", None)
    ]


def test_a_long_question_for_a_role_is_answered_by_its_bearer_alone() -> None:
    asked = "Who is the deputy fisheries minister of the northern islands of Norway?"
    assert not finder(asked).is_long
    assert found(asked, "Tom Frey spoke of Norway.") == []


@pytest.mark.parametrize(
    ("role", "text"),
    [
        ("the prime minister of Norway", "Prime Minister Ada Lund of Norway"),
        ("the president of Norway", "Norway's President Ada Lund left on Monday."),
    ],
)
def test_a_role_in_capitals_before_a_name_is_held(role: str, text: str) -> None:
    assert "Ada Lund" in (answered(f"Who is {role}?", text) or "")


def test_the_number_of_a_model_counts_nothing() -> None:
    assert answered("How many jets landed?", "The 787-9 jets landed.") is None
