"""Whether a feed carries an article whole."""

import pytest

from bot.fetching.formats.item_reading import is_cut, may_be_excerpt, tells_of
from tests.fetching.examples import LONG, SEALS


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


COOKIES = (
    "We value your privacy. Together with our partners we store information on your device and "
    "read it, for personal advertising and for measurements. You can change that at any time."
)


@pytest.mark.parametrize(
    ("told", "text", "same"),
    [
        (f"Seals are back {SEALS[:60]}", LONG, True),
        ("Seals counted in the inner bay", LONG, True),
        (f"Seals are back {SEALS[:60]}", COOKIES, False),
        ("Seals counted in the inner bay", COOKIES, False),
        ("", COOKIES, True),
        ("On it", COOKIES, True),
    ],
)
def test_a_page_about_something_else_is_known(told: str, text: str, same: bool) -> None:  # noqa: FBT001 - a table
    assert tells_of(told, text) is same


def test_a_short_text_may_be_a_summary() -> None:
    assert may_be_excerpt(SEALS)
    assert not is_cut(SEALS)
