"""What an article without a stated title is called."""

import pytest

from bot.articles.article import Mark
from bot.articles.drafting import FIRST_CHARACTERS, first_words, headline

PROSE = "The ferry to the islands ran again on Monday, after nine days of storm kept it in port."


@pytest.mark.parametrize(
    "line",
    [
        "Ferry runs again after storm",
        "Is the storm really over?",
        "Captain calls crossing ‘a calm day at last’",
        "J. Q. Marsh returns to St. Mary",
        "Ferry returns!",
        "渡し船が再び運航を始めた",
    ],
)
def test_a_line_before_the_prose_is_the_headline(line: str) -> None:
    assert headline(f"{line}\n\n{PROSE}", ()) == (line, "headline")


@pytest.mark.parametrize(
    "line",
    [
        *("News", "https://example.org/ferry", "www.example.org/news", "Author: Ann Lee", "* * *"),
        *("By: Ann Lee", "Ferry, storm and sea,", "What we know so far:", "word " * 400),
    ],
)
def test_other_lines_are_no_headline(line: str) -> None:
    assert headline(f"{line}\n{PROSE}", ())[1] == "first_words"


def test_a_line_with_a_sentence_inside_is_prose() -> None:
    line = "The ferry runs again. Is it late?"
    assert headline(f"{line}\n{PROSE}", ()) == (line, "first_words")


def test_marked_lines_are_passed_over() -> None:
    text = f"[List] Ferry news of the week\nFerry runs again after storm\n{PROSE}"
    found = headline(text, (Mark(0, text.index("\n"), "list_header"),))
    assert found == ("Ferry runs again after storm", "headline")


def test_the_prose_gives_its_first_words() -> None:
    text = f"Author: Ann Lee\n{PROSE}\nA later short line\n{PROSE}"
    expected = "The ferry to the islands ran again on Monday, after nine days…"
    assert headline(text, ()) == (expected, "first_words")


@pytest.mark.parametrize(
    "text", ["Ferry runs again after storm", "Ferry runs again after storm\nNow"]
)
def test_a_headline_needs_prose_after_it(text: str) -> None:
    assert headline(text, ()) == ("Ferry runs again after storm", "first_words")


def test_a_text_that_is_all_marked_gives_its_first_words() -> None:
    assert headline("Ferry news", (Mark(0, 10, "tags"),)) == ("Ferry news", "first_words")


def test_first_words_are_cut_at_a_word() -> None:
    assert first_words("a few words") == "a few words"
    cut = first_words("extraordinarily " * 8)
    assert cut == "extraordinarily " * 4 + "extraordinarily…"
    assert len(first_words("x" * 500)) == FIRST_CHARACTERS
