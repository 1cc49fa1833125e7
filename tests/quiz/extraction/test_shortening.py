"""Sentences lose what a question can do without, and nothing else."""

import pytest

from bot.quiz.extraction.shortening import is_verb, shortened, without_last_clauses

LONG = (
    "The council of Norwick bought a red bench for the old promenade along Castle Street in spring"
)

NO_VERB = "All the white and green and blue benches of Norwick along the whole of Castle Street"


@pytest.mark.parametrize(
    ("before", "after", "kept"),
    [
        ("On Monday, the ferries sailed to ", ".", ("The ferries sailed to ", ".")),
        ("Ferries sailed to ", " last Friday night.", ("Ferries sailed to ", ".")),
        ("Ferries sailed to ", " by Monday.", ("Ferries sailed to ", " by Monday.")),
        ("Last week the ferries sailed to ", ".", ("The ferries sailed to ", ".")),
        ("Meanwhile, ferries sailed to ", ".", ("Ferries sailed to ", ".")),
        ("But Norwick sailed to ", ".", ("Norwick sailed to ", ".")),
        ("Ferries sailed to ", ", the mayor said.", ("Ferries sailed to ", ".")),
        ("", " sold two ferries.", ("", " sold two ferries.")),
    ],
)
def test_neither_the_day_nor_who_tells_it_is_asked(
    before: str, after: str, kept: tuple[str, str]
) -> None:
    assert shortened(before, after) == kept


def test_the_verb_after_an_open_clause_is_no_clause_of_its_own() -> None:
    before, after = "Bell, who sailed from ", ", says no."
    assert shortened(before, after) == (before, after)


def test_a_number_keeps_its_time_but_not_its_day() -> None:
    before, after = "Last year ferries sailed to ", " on Monday."
    assert shortened(before, after, untimed=False) == ("Last year ferries sailed to ", ".")


@pytest.mark.parametrize(
    ("words", "kept"),
    [
        (f"{LONG}.", f"{LONG}."),
        (f"{LONG}, while prices fell.", f"{LONG}."),
        (f"{LONG} – a first step, but no end!", f"{LONG}!"),
        (f"{LONG}, while prices fell", LONG),
        # Without who tells it a claim would be a fact.
        (f"{LONG}, according to a union.", f"{LONG}, according to a union."),
        (f"{LONG}, after a union said it.", f"{LONG}, after a union said it."),
        # Too little would be left, or no verb.
        (f"Norwick paid, while {LONG}.", f"Norwick paid, while {LONG}."),
        (f"{NO_VERB}, which stand in the rain.", f"{NO_VERB}, which stand in the rain."),
        ("Norwick paid, while prices fell.", "Norwick paid, while prices fell."),
    ],
)
def test_a_long_sentence_loses_its_last_clauses(words: str, kept: str) -> None:
    assert without_last_clauses(words, 0) == kept


def test_no_clause_is_left_out_that_begins_before_what_is_asked_for() -> None:
    words = f"{LONG}, while _____ fell."
    assert without_last_clauses(words, words.index("_____")) == words


@pytest.mark.parametrize(
    ("word", "is_one"),
    [
        ("sold", True),
        ("has", True),
        ("sailed", True),
        ("says", True),
        ("children", False),
        ("fishermen", False),
        ("speed", False),
        ("bench", False),
    ],
)
def test_a_verb_is_known_by_its_form(word: str, *, is_one: bool) -> None:
    assert is_verb(word) is is_one
