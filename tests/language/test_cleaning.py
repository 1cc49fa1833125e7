"""What the one door for text lets through."""

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.cleaning import MAX_MARKS, clean
from tests.effort import little_effort


@pytest.mark.parametrize("end", ["\r\n", "\r", "\v", "\f", "\x85", "\u2028", "\u2029"])
def test_every_kind_of_line_end_becomes_one(end: str) -> None:
    assert clean(f"one{end}two") == "one\ntwo"


def test_a_tab_becomes_a_space() -> None:
    assert clean("one\ttwo") == "one two"


@pytest.mark.parametrize(
    "unseen",
    ["\0", "\x1b", "\u200b", "\u202e", "\ufeff", "\u00ad", "\ue000", "\U000e0041", "\uffff"],
)
def test_characters_that_cannot_be_seen_are_dropped(unseen: str) -> None:
    assert clean(f"Mos{unseen}cow") == "Moscow"


def test_a_lone_surrogate_is_replaced() -> None:
    assert clean("a\ud800b") == "a\ufffdb"


def test_letters_are_composed_also_over_a_dropped_character() -> None:
    assert clean("e\u200d\u0301") == "é"


@pytest.mark.parametrize(
    "emoji", ["👩\u200d🚀", "🏳\ufe0f\u200d🌈", "❤\ufe0f\u200d🔥", "\U0001fae9", "✈\ufe0f", "👍🏽"]
)
def test_an_emoji_stays_whole(emoji: str) -> None:
    assert clean(f"go {emoji}!") == f"go {emoji}!"


@pytest.mark.parametrize(
    "written",
    [
        "می\u200cکند و مانده\u200cاند",
        "ه\u200d.ق",
        "क्\u200dष और क़लम",
        "ন্\u200cযায় য়",
        "林德市（中国）。「水」",
        "\ufa19社",
        "เด็ก ๆ รอ",
        "한국어 뉴스",
        "مرحبًا",
    ],
)
def test_a_script_is_kept_as_it_is_written(written: str) -> None:
    assert clean(written) == written


@pytest.mark.parametrize(
    ("written", "seen"),
    [
        ("می\u200c\u200cکند", "می\u200cکند"),
        ("a\u200cb", "ab"),
        ("\u200cمی", "می"),
        ("水\u200c水", "水水"),
    ],
)
def test_a_non_joiner_is_dropped_where_it_spells_nothing(written: str, seen: str) -> None:
    assert clean(written) == seen


@pytest.mark.parametrize("loose", ["a\u200db", "😀\u200db", "a\u200d😀", "a\ufe0f\u200d😀"])
def test_a_joiner_outside_an_emoji_is_dropped(loose: str) -> None:
    assert "\u200d" not in clean(loose)


def test_stacked_marks_are_capped_on_each_base() -> None:
    stack, capped = "x" + "\u0335" * 50, "x" + "\u0335" * MAX_MARKS
    assert clean(f"{stack} and {stack}.") == f"{capped} and {capped}."


@pytest.mark.parametrize("unit", ["word ", "wörd ", "新聞。", "\u0301\u0323", "\u200d😀", "\ud800"])
def test_a_megabyte_is_cleaned_in_a_moment(unit: str) -> None:
    with little_effort():
        clean("a" + unit * (1_000_000 // len(unit)))


_CHARACTERS = st.one_of(
    st.characters(exclude_categories=()),
    st.sampled_from(
        "\u200d\ufe0f😀\u0301\u0323\u0344\u0958\r\n\u09c7\u09be\u1100\u1161\u2190\u0338"
    ),
)


@given(st.text(_CHARACTERS))
def test_cleaning_twice_changes_nothing(text: str) -> None:
    once = clean(text)
    assert clean(once) == once
    assert unicodedata.is_normalized("NFC", once)
    once.encode()
