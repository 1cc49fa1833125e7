"""Words are compared with a headline, and the names in them are found."""

import pytest

from bot.quiz.gates.article_evidence import names_in, shares_a_word


@pytest.mark.parametrize(
    ("words", "names"),
    [
        ("The ferry to Lund was late.", ["Lund"]),
        ("Nobody at NATO knows Anna Bell.", ["NATO", "Anna", "Bell"]),
        ("NATO left.", ["NATO"]),
        ("Ferries are late. Nobody knows why.", []),
        ("He said: “Ferries are late.” (Nobody knows why.)", []),
        ("They come on Monday at Easter.", []),
    ],
)
def test_capitals_inside_a_sentence_are_names(words: str, names: list[str]) -> None:
    assert names_in(words) == names


@pytest.mark.parametrize(
    ("words", "title", "is_shared"),
    [
        ("Every harbour is deep", "Harbours of the north", True),
        ("Fishermen are taxed", "New taxes for fish", True),
        ("Harvests are late", "Harbours of the north", False),
        ("The sea is deep", "The sea is blue", False),  # words of few letters tell nothing
        ("They paid 19980", "Only 19980 left", False),
        ("Nothing", "", False),
    ],
)
def test_long_words_are_compared_by_how_they_begin(
    words: str, title: str, *, is_shared: bool
) -> None:
    assert shares_a_word(words, title) is is_shared
