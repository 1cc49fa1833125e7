"""Words where no space tells them, and letters with their marks."""

import re

import pytest

from bot.language.scripts import MARKS, UNSPACED, word_count


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("The ferry ran", 3),
        ("Fähre fährt", 2),
        ("市议会星期一决定", 4),
        ("GDP 上升", 2),
        ("시장은 아이들이 기다렸다", 5),
        ("शहर में", 2),
        ("", 0),
    ],
)
def test_words_are_counted_in_every_script(text: str, words: int) -> None:
    assert word_count(text) == words


@pytest.mark.parametrize(
    ("letter", "unspaced"),
    [
        ("水", True),
        ("ก", True),
        ("한", True),
        ("a", False),
        ("я", False),
        ("ا", False),
        ("。", False),
        ("฿", False),
    ],
)
def test_scripts_without_spaces_are_known(letter: str, unspaced: bool) -> None:  # noqa: FBT001 - a case
    assert bool(re.fullmatch(f"[{UNSPACED}]", letter)) is unspaced


@pytest.mark.parametrize(
    ("mark", "is_one"),
    [("\u0301", True), ("ि", True), ("\u064e", True), ("a", False), ("।", False)],
)
def test_marks_of_letters_are_known(mark: str, is_one: bool) -> None:  # noqa: FBT001 - a case
    assert bool(re.fullmatch(f"[{MARKS}]", mark)) is is_one
