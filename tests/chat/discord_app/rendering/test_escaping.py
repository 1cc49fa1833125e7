"""Escaping keeps every text as it is and takes every effect from it, in linear time."""

import re

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.chat.discord_app.rendering.words import SIGNS, escaped, fitting, shortened, unescaped
from tests.effort import little_effort

UNESCAPED = re.compile(r"(?<!\\)(?:\\\\)*[" + re.escape(SIGNS.replace("\\", "")) + "]")
"""A sign of Discord's that no backslash stands before."""

ANY_TEXT = st.text(alphabet=st.characters(exclude_categories=["Cs"]))
MARKED_TEXT = st.text(alphabet="\\*_~`|>#-[]()<:@ab 1.\n")


@given(ANY_TEXT | MARKED_TEXT)
def test_a_reader_sees_the_text_itself(text: str) -> None:
    assert unescaped(escaped(text)) == text


@given(MARKED_TEXT)
def test_no_sign_keeps_its_effect(text: str) -> None:
    assert UNESCAPED.search(escaped(text)) is None


@pytest.mark.parametrize(
    "text",
    ["@everyone", "<@1>", "<@&1>", "</cmd:1>", "<t:1:R>", "[a](u) [b](u)", "[a\n](u)", "||x||"],
)
def test_tags_links_and_mentions_lie_open(text: str) -> None:
    assert UNESCAPED.search(escaped(text)) is None


def test_a_number_at_the_start_of_a_line_makes_no_list() -> None:
    assert escaped("1. a\n 22. b 3. c") == "1\\. a\n 22\\. b 3. c"


@pytest.mark.parametrize("unit", ["[a](", "*_", "`", "1", "\\", "\n", "<@", " "])
def test_a_megabyte_of_anything_takes_no_second(unit: str) -> None:
    text = unit * (1_000_000 // len(unit))
    with little_effort():
        shortened(text, 4_000)
        escaped(text)


@given(ANY_TEXT | MARKED_TEXT, st.integers(min_value=1, max_value=60))
def test_what_fits_takes_no_more_room_than_there_is(text: str, room: int) -> None:
    end = fitting(text, room)
    assert 0 <= end <= len(text)
    assert end <= 1 or len(escaped(text[:end])) <= room


@pytest.mark.parametrize(
    ("text", "room", "expected"),
    [
        ("one two three", 20, "one two three"),
        ("one two three", 7, "one two"),
        ("one two three", 9, "one two"),
        ("one\ntwo", 5, "one"),
        ("incomprehensible", 6, "incomp"),
        ("a*****", 4, "a*"),
        ("cafe\u0301s", 4, "caf"),
        ("ab\U0001f469\u200d\U0001f52c", 4, "ab"),
        ("\u0301\u0301\u0301", 2, "\u0301\u0301"),
    ],
)
def test_a_cut_is_at_a_word_and_never_inside_a_sign(text: str, room: int, expected: str) -> None:
    assert text[: fitting(text, room)] == expected


def test_a_long_value_ends_in_an_ellipsis() -> None:
    assert shortened("a-b  and\nmore", 8) == "a\\-b and…"


def test_a_short_value_stays_whole() -> None:
    assert shortened("a-b", 8) == "a\\-b"
