"""Which lines of a plain text state facts."""

import pytest

from bot.articles.metadata import HEADER_LINES, Metadata, stated_facts


def test_an_address_and_an_author_on_lines_of_their_own_are_facts() -> None:
    text = "Ferry runs\nhttps://example.org/ferry\nAuthor: Ann LEE\nThe ferry ran."
    assert stated_facts(text) == Metadata(url="https://example.org/ferry", author="Ann LEE")


@pytest.mark.parametrize(
    "text",
    [
        "See https://example.org/ferry for more.",
        "By Ann Lee",
        "Author: " + "word " * 50,
        "https://example.org/a\nhttps://example.org/b",
        "Author: Ann Lee\nAuthor: Bo Marsh",
        "The author: Ann Lee",
        "line\n\n" * HEADER_LINES + "https://example.org/a",
    ],
)
def test_anything_less_plain_is_no_fact(text: str) -> None:
    assert stated_facts(text) == Metadata()
