"""What answers of each kind look like."""

import pytest

from bot.briefing.answer_types import INTRODUCTION, LOOSE_END, answer_spans
from bot.language.english.lexicon import ROLE
from bot.search.query import Want

LOOKS: list[tuple[Want, list[str]]] = [
    ("count", ["14", "1,200", "twenty-one", "three hundred", "a dozen", "5 million", "2½"]),
    ("count", ["12 500", "10 to 12", "half a million", "dozens", "several hundred"]),
    ("amount", ["$240bn", "€3.5 million", "40 million euros", "12 tonnes", "US$5", "4.5%"]),
    ("amount", ["5 million kronor", "Rs 5 crore", "CHF 5 million", "nearly doubled"]),
    ("share", ["62 per cent", "62%", "two-thirds", "a quarter", "nearly half"]),
    ("duration", ["nine days", "a week", "half an hour", "2 years"]),
    ("age", ["aged 57", "57-year-old", "age of 9"]),
    ("date", ["4 May 2021", "May 4, 2021", "last week", "yesterday", "two years ago", "Oct. 7"]),
    ("person", ["Ida Holm", "Mr. Frey", "J. Marsh"]),
]


def found(want: Want, text: str) -> list[str]:
    return [text[span.start : span.end] for span in answer_spans(want, text, 0, len(text))]


@pytest.mark.parametrize(("want", "words"), [(w, words) for w, listed in LOOKS for words in listed])
def test_an_answer_is_found_whole(want: Want, words: str) -> None:
    assert words in found(want, f"so it was {words} then")


@pytest.mark.parametrize(
    "words", ["in Lund", "near the Old Pier", "to Saint Olaf", "city of Bergen"]
)
def test_a_place_follows_a_word_of_place(words: str) -> None:
    [place] = found("place", f"It is {words}, he says")
    assert words.endswith(place)


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
    assert found(want, text) == []


def test_a_role_follows_a_name_and_ends_well() -> None:
    role = INTRODUCTION.match(", the head of the line and, she said")
    assert role is not None
    assert LOOSE_END.sub("", role[1]) == "the head of the line"
    assert ROLE.search(role[1])
    assert not ROLE.search("a tired woman")
