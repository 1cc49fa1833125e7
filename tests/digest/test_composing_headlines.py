"""A story's headline is a quote: a line of a text, else a sentence."""

import pytest

from bot.digest.composing import LONGEST_HEADLINE, headline, in_text, stated_headline
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, SHIP, article


@pytest.mark.parametrize("before", ["", "# ", "\n\n## "])
def test_a_title_that_is_a_line_of_the_text_is_quoted(before: str) -> None:
    found = in_text(article(f"{before}Tower falls\n\n{QUAKE_ONE}", title="Tower falls"))
    assert found is not None
    assert found.text == "Tower falls"


@pytest.mark.parametrize(
    ("text", "title"),
    [
        (QUAKE_ONE, "Tower falls"),
        (f"Tower falls in the night. {QUAKE_ONE}", "Tower falls"),
        (f"Yesterday: Tower falls\n\n{QUAKE_ONE}", "Tower falls"),
        (f"{'Tower ' * 40}\n\n{QUAKE_ONE}", ("Tower " * 40).strip()),
    ],
)
def test_a_title_that_is_no_line_of_the_text_is_not(text: str, title: str) -> None:
    assert in_text(article(text, title=title)) is None
    assert len(title) <= LONGEST_HEADLINE or title.startswith("Tower Tower")


def test_of_several_headlines_the_one_that_says_most_of_what_is_shared() -> None:
    articles = [
        article(f"Oh no\n\n{QUAKE_ONE}", id="a", title="Oh no"),
        article(f"Karvala earthquake\n\n{QUAKE_ONE}", id="b", title="Karvala earthquake"),
        article(
            f"Why did the Karvala earthquake fell the bell tower?\n\n{QUAKE_ONE}",
            id="c",
            title="Why did the Karvala earthquake fell the bell tower?",
        ),
    ]
    found = stated_headline(articles, Analyser())
    assert found is not None
    assert found.text == "Karvala earthquake"


def test_no_headline_in_any_text_is_none() -> None:
    assert stated_headline([article(QUAKE_ONE)], Analyser()) is None


def test_a_short_sentence_that_says_what_titles_say_is_the_headline() -> None:
    item = article(SHIP, title="Captain hopes for Hull")
    first, second = item.quote(0, SHIP.index(" Its")), item.quote(SHIP.index("Its"), len(SHIP))
    assert headline([first, second], [item], Analyser()) == second


def test_a_long_sentence_is_the_headline_where_there_is_no_short_one() -> None:
    item = article("Word " * 40)
    quote = item.quote(0, len(item.text.strip()))
    assert headline([quote], [item], Analyser()) == quote


def test_no_sentence_is_no_headline() -> None:
    assert headline([], [], Analyser()) is None
