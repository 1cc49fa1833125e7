"""Whether a feed carries an article whole."""

import pytest

from bot.feeds.wholeness import is_cut, may_be_excerpt
from tests.feeds.examples import LONG, SEALS


@pytest.mark.parametrize(
    "end",
    ["…", "...", " […]", " [...]", "\nRead more", "\nContinue reading Seals are back →", " (more)"],
)
def test_the_signs_of_a_cut_are_known(end: str) -> None:
    assert is_cut(LONG + end)
    assert may_be_excerpt(LONG + end)


def test_a_long_text_that_ends_with_a_sentence_is_whole() -> None:
    assert not may_be_excerpt(LONG)
    assert not is_cut("She told them to read more often.")


def test_a_short_text_may_be_a_summary() -> None:
    assert may_be_excerpt(SEALS)
    assert not is_cut(SEALS)
