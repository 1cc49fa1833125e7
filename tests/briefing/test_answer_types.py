"""What answers of each kind look like."""

import pytest

from bot.briefing.answer_types import INTRODUCTION, LOOSE_END, answer_pattern
from bot.language.english.lexicon import ROLE
from bot.search.query import Want

LOOKS: list[tuple[Want, list[str]]] = [
    ("count", ["14", "1,200", "twenty-one", "three hundred", "a dozen", "5 million", "2½"]),
    ("amount", ["$240bn", "€3.5 million", "40 million euros", "12 tonnes", "US$5", "4.5%"]),
    ("share", ["62 per cent", "62%", "two-thirds", "a quarter", "nearly half"]),
    ("duration", ["nine days", "a week", "half an hour", "2 years"]),
    ("age", ["aged 57", "57-year-old", "age of 9"]),
    ("date", ["4 May 2021", "May 4, 2021", "last week", "yesterday", "two years ago", "Oct. 7"]),
    ("person", ["Ida Holm", "Mr. Frey", "J. Marsh"]),
]


@pytest.mark.parametrize(("want", "words"), [(w, words) for w, found in LOOKS for words in found])
def test_an_answer_is_found_whole(want: Want, words: str) -> None:
    match = answer_pattern(want).search(f"so it was {words} then")
    assert match is not None
    assert match.group() == words


@pytest.mark.parametrize(
    "words", ["in Lund", "near the Old Pier", "to Saint Olaf", "city of Bergen"]
)
def test_a_place_follows_a_word_of_place(words: str) -> None:
    match = answer_pattern("place").search(f"It is {words}, he says")
    assert match is not None
    assert words.endswith(match.group())


@pytest.mark.parametrize(
    ("want", "text"),
    [
        ("count", "no ships"),
        ("share", "14 ships"),
        ("person", "the ferry"),
        ("place", "Lund sails"),
    ],
)
def test_other_words_are_no_answer(want: Want, text: str) -> None:
    assert answer_pattern(want).search(text) is None


def test_a_role_follows_a_name_and_ends_well() -> None:
    role = INTRODUCTION.match(", the head of the line and, she said")
    assert role is not None
    assert LOOSE_END.sub("", role[1]) == "the head of the line"
    assert ROLE.search(role[1])
    assert not ROLE.search("a tired woman")
