"""Quotations, roles, statements, quantities and dates become facts with their words and spans."""

import pytest

from bot.quiz.facts import Fact
from tests.quiz.making_examples import facts, report


def of_kind(kind: str, text: str) -> list[Fact]:
    return [fact for fact in facts(report(text)) if fact.kind == kind]


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("“The fair is open,” said Mayor Anna Bell.", "The fair is open,"),
        ('"The fair is open," Mayor Anna Bell said.', "The fair is open,"),
        ("“The fair is open,” Anna Bell, a teacher of art, said.", "The fair is open,"),
        ("Mayor Anna Bell said: “The fair is open.”", "The fair is open."),
        ("Mayor Anna Bell told the Norwick Post, “The fair is open.”", "The fair is open."),
    ],
)
def test_a_quotation_beside_its_speaker_is_a_fact(text: str, words: str) -> None:
    [fact] = of_kind("who_said", text)
    assert (fact.answer, fact.stem) == ("Anna Bell", words)
    assert text[fact.start : fact.end] == "Anna Bell"
    assert text[fact.quote_start : fact.quote_end] == text


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Bell came. “The fair is open,” he said.",
        "“The fair is open,” said a friend of Mayor Anna Bell.",
        "‘The fair is open,’ said Mayor Anna Bell.",
        "Mayor Anna Bell met a man. “The fair is open,” said one.",
        "“The fair is open,” said everybody.",
        "Mayor Anna Bell said: “The fair is open",
        "“The fair is open.” Mayor Anna Bell said it was time.",
    ],
)
def test_a_quotation_without_a_named_speaker_is_none(text: str) -> None:
    assert of_kind("who_said", text) == []


def test_who_goes_on_speaking_is_known() -> None:
    text = "“The fair is open,” said Mayor Anna Bell. “Come and see.” Nobody came. “Oh,” one said."
    first, second = of_kind("who_said", text)
    assert (first.stem, second.stem) == ("The fair is open,", "Come and see.")
    assert text[second.quote_start : second.quote_end].endswith("“Come and see.”")


def test_nobody_goes_on_who_was_named_before_the_quotation() -> None:
    text = "Mayor Anna Bell said: “The fair is open.” “Come and see.”"
    assert [fact.stem for fact in of_kind("who_said", text)] == ["The fair is open."]


def test_a_long_quotation_is_shown_in_its_first_sentences() -> None:
    sentence = "The fair of Norwick is open and all of you are welcome to it."
    quoted = " ".join([sentence] * 5).removesuffix(".")
    [fact] = of_kind("who_said", f"“{quoted},” said Mayor Anna Bell.")
    assert fact.stem == " ".join([sentence] * 2)


def test_a_described_role_is_a_fact() -> None:
    text = "The letter was found by Tom Reed, a historian at the college, in May."
    [fact] = of_kind("who_role", text)
    assert (fact.answer, fact.stem) == ("Tom Reed", "a historian at the college")


def test_what_follows_a_name_is_not_always_a_role() -> None:
    assert of_kind("who_role", "Mayor Anna Bell, smiling at the crowd, came.") == []


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("Mayor Anna Bell said that the fair is open.", "said that the fair is open"),
        ("At the gate, Mayor Anna Bell praised the fair.", "praised the fair"),
        (
            "Mayor Anna Bell told reporters on Thursday that the fair is open.",
            "told reporters that the fair is open",
        ),
        ("Anna Bell, a teacher of art, strongly urged calm.", "urged calm"),
        ("Mayor Anna Bell called it “the best fair of all.”", "called it “the best fair of all”"),
        ("Mayor Anna Bell said that fairs help the U.S.", "said that fairs help the U.S."),
    ],
)
def test_what_a_person_states_is_a_fact(text: str, words: str) -> None:
    [fact] = of_kind("who_stated", text)
    assert (fact.answer, fact.stem, fact.form) == ("Anna Bell", words, "who_stated")


@pytest.mark.parametrize(
    "text",
    [
        "Mayor Anna Bell came to the fair.",
        "Mayor Tom Reed during his time with Mayor Anna Bell said that all is well.",
        "After Mayor Tom Reed left, Mayor Anna Bell said it.",
        "Did Mayor Anna Bell say so?",
        "Everybody knows that Mayor Anna Bell praised the fair.",
    ],
)
def test_other_sentences_state_nothing(text: str) -> None:
    assert [f for f in of_kind("who_stated", text) if f.answer == "Anna Bell"] == []


def test_a_quantity_is_the_blank_of_its_sentence() -> None:
    text = "However, Norwick bought 340 benches."
    [fact] = of_kind("cloze_number", text)
    assert fact.stem == "Norwick bought _____ benches."
    assert (fact.value, fact.answer, fact.form) == ("count:bench:340", "340", "blank")


@pytest.mark.parametrize(
    "written", ["10 to 12 boats", "between 10 and 12 boats", "two thirds", "the ninth boat"]
)
def test_what_no_wrong_value_can_look_like_is_no_blank(written: str) -> None:
    assert of_kind("cloze_number", f"The council of Norwick bought {written} in May.") == []


def test_several_days_are_no_blank() -> None:
    assert of_kind("cloze_date", "The fair of Norwick opened on 3-5 May 2023.") == []


@pytest.mark.parametrize(
    ("last", "kept"),
    [
        (", while prices fell", ""),
        (", according to a union", ", according to a union"),
        (" and 12 lamps", " and 12 lamps"),
    ],
)
def test_a_long_sentence_is_asked_without_what_follows(last: str, kept: str) -> None:
    words = (
        "Norwick bought {} red benches for its old promenade along Castle Street in a single day"
    )
    text = f"{words.format(340)} of last May{last}."
    fact = next(f for f in of_kind("cloze_number", text) if f.answer == "340")
    assert fact.stem == f"{words.format('_____')} of last May{kept}."


def test_a_date_is_the_blank_of_its_sentence() -> None:
    [fact] = of_kind("cloze_date", "Norwick burned in 1875.")
    assert (fact.stem, fact.value) == ("Norwick burned in _____.", "date:1875")


def test_a_count_at_the_beginning_is_asked_for() -> None:
    [fact] = of_kind("how_many", "Fifteen sailors of Norwick were rescued from the sea.")
    assert fact.stem == "sailors of Norwick were rescued from the sea"


@pytest.mark.parametrize(
    "text",
    [
        "Were fifteen sailors of Norwick rescued?",
        "Fifteen were rescued from the sea.",
        "Fifteen percent were rescued from the sea.",
        "Fifteen sailors, old men of Norwick.",
        "Fifteen sailors were rescued from the sea?",
    ],
)
def test_other_counts_are_not_asked_for(text: str) -> None:
    assert of_kind("how_many", text) == []
