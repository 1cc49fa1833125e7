"""Names are known however they were typed, by how the passages write them."""

import pytest

from bot.articles.article import Quote
from bot.search.known_names import known_names
from tests.articles.examples import article
from tests.search.examples import ANALYSER, question


def passage(text: str) -> Quote:
    return article(text).quote(0, len(text))


def named(asked: str, text: str) -> list[str]:
    """The words of a question that a text writes as names."""
    known = known_names(question(asked), [passage(text)], ANALYSER)
    assert all(one.is_name and one.ways == concept.ways for concept, one in known.items())
    return [concept.surface for concept in known]


@pytest.mark.parametrize(
    ("asked", "text", "names"),
    [
        ("who met ada quill", "They say Ada Quill met a man.", ["ada", "quill"]),
        ("what are quills views", "They say that Quill's views are old.", ["quills"]),
        ("who met Ada Quill", "They say Ada Quill met a man.", []),
        ("who met ada quill", "Ada. Quill. They met.", []),
        ("is the bank open", "The Bank of Halm is a bank, and no bank is open.", []),
        ("what did the mayor do in may", "In Halm Mayor Ada Quill spoke in May.", []),
        ("what was new in halm", "They read in New Halm.", ["halm"]),
        ("who met ada quill", "THEY SAY “Ada” AND Quill met.", []),
    ],
)
def test_a_name_is_written_with_a_capital_inside_sentences(
    asked: str, text: str, names: list[str]
) -> None:
    assert named(asked, text) == names
