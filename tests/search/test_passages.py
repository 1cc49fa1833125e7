"""Windows of whole sentences that can be quoted as they stand."""

from collections.abc import Iterator, Sequence

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.paragraphs import Span
from bot.search import passages as passages_module
from bot.search.passages import (
    LONGEST_CHARACTERS,
    LONGEST_WORDS,
    depends,
    is_table,
    passages,
    table_passages,
)
from tests.articles.examples import marked, whole, words
from tests.effort import little_effort

FEW_WORDS = 30


@pytest.fixture(autouse=True, scope="module")
def few_words() -> Iterator[None]:
    """How short a last window is joined; the texts below are written for this number."""
    with pytest.MonkeyPatch.context() as patch:
        patch.setattr(passages_module, "FEW_WORDS", FEW_WORDS)
        yield


def shown(text: str, *furniture: str) -> list[str]:
    return words(text, passages(text, marked(text, furniture)))


def sentence(opening: str, length: int, letter: str = "word") -> str:
    """A sentence of `length` words that nothing in it can divide."""
    return " ".join([*opening.split(), *[letter] * (length - len(opening.split()) - 1), "end."])


def test_a_short_text_is_one_passage() -> None:
    text = "The ferry sailed. Nobody waved.\n\nA tug went ahead of her."
    assert shown(text) == [text]


def test_windows_are_whole_sentences_within_the_limit() -> None:
    parts = [sentence(f"Ferry {number}", 50) for number in range(5)]
    text = " ".join(parts)
    assert shown(text) == [" ".join(parts[:2]), " ".join(parts[2:4]), parts[4]]


def test_a_window_holds_no_more_characters_than_the_limit() -> None:
    parts = [sentence(f"Ferry {number}", 30, "w" * 24) for number in range(3)]
    assert shown(" ".join(parts)) == parts
    assert all(2 * len(part) > LONGEST_CHARACTERS for part in parts)


def test_furniture_and_headings_are_never_inside_a_passage() -> None:
    text = "The ferry sailed.\nAdvertisement\nNobody waved.\n\nWhat comes next\n\nA tug went ahead."
    assert shown(text, "Advertisement") == [
        "The ferry sailed.",
        "Nobody waved.",
        "A tug went ahead.",
    ]


def test_a_text_of_headings_only_can_be_quoted() -> None:
    assert shown("Ferry sails\n\nStorm is over") == ["Ferry sails\n\nStorm is over"]


@pytest.mark.parametrize("text", ["", "\n \n"])
def test_a_text_without_words_has_no_passage(text: str) -> None:
    assert shown(text) == []


def test_wrapped_lines_stay_one_sentence() -> None:
    text = (
        "The ferry to the islands sailed again on Monday, after\n"
        "nine days in which no ship could leave the harbour.\n"
        "Nobody waved."
    )
    assert shown(text) == [text]


@pytest.mark.parametrize(
    "opening", ["She", "But they", "This", "“We sail,” she", "Meanwhile, its", "In response, such"]
)
def test_a_window_that_needs_the_sentence_before_starts_with_it(opening: str) -> None:
    parts = [sentence("Ida Holm", 70), sentence("The ferry", 45), sentence(opening, 60)]
    assert shown(" ".join(parts)) == [" ".join(parts[:2]), " ".join(parts[1:])]


def test_a_window_of_nothing_but_quotation_starts_with_the_sentence_before() -> None:
    quotation = f"“{sentence('Ships', 60)}”"
    parts = [sentence("Ida Holm", 70), sentence("The ferry", 45), quotation]
    assert shown(" ".join(parts)) == [" ".join(parts[:2]), " ".join(parts[1:])]


def test_a_window_repeats_two_sentences_at_most() -> None:
    parts = [sentence("Ida Holm", 70), *[sentence("She", 16)] * 3, sentence("She", 60)]
    assert shown(" ".join(parts)) == [" ".join(parts[:4]), " ".join(parts[2:])]


def test_a_window_does_not_start_with_a_long_sentence_before() -> None:
    parts = [sentence("Ida Holm", 110), sentence("She", 60)]
    assert shown(" ".join(parts)) == parts
    parts = [sentence("Ida Holm", 50, "w" * 18), sentence("She", 20, "w" * 18)]
    assert shown(" ".join(parts)) == parts


def test_a_short_last_window_is_joined_by_the_sentences_before() -> None:
    parts = [sentence(opening, 40) for opening in ("Ida", "Ferry", "Crew")]
    text = " ".join([*parts, "The pier was empty."])
    assert shown(text) == [" ".join(parts), " ".join([*parts[1:], "The pier was empty."])]


def test_a_short_last_window_is_not_opened_by_a_pronoun() -> None:
    parts = [sentence(opening, 40) for opening in ("Ida", "Ferry", "She")]
    text = " ".join([*parts, "The pier was empty."])
    assert shown(text)[1] == " ".join([*parts[1:], "The pier was empty."])


def test_too_long_a_sentence_is_cut_at_clause_edges() -> None:
    clause = " ".join(["the", "crew", *["word"] * 38])
    text = ", ".join([clause] * 5).capitalize() + "."
    cut = shown(f"Nobody waved. {text} All was well.")
    assert cut[0] == "Nobody waved."
    assert cut[-1] == "All was well."
    assert " ".join(cut[1:-1]) == text
    assert all(len(piece.split()) <= LONGEST_WORDS for piece in cut)
    assert all(piece.endswith((",", ".")) for piece in cut)


def test_too_long_a_sentence_without_clauses_is_cut_at_blanks() -> None:
    text = "Ship " * 150 + "end."
    assert " ".join(shown(text)) == text
    assert [len(piece.split()) for piece in shown(text)] == [LONGEST_WORDS, 31]


def test_text_without_blanks_is_cut_where_the_limit_is() -> None:
    assert [len(piece) for piece in shown("x" * 3_000)] == [1_200, 1_200, 600]
    assert [len(piece) for piece in shown(", " + "x" * 1_300)] == [1, 1_200, 100]


@pytest.mark.parametrize(
    "words_inside", ["did not", "never", "didn't", "denied", "without", "“we sail”", '"sail"']
)
def test_too_long_a_sentence_is_left_out_when_a_cut_could_change_it(words_inside: str) -> None:
    text = f"The crew {words_inside} {'and the crew sailed, ' * 40}to the end."
    assert shown(f"Nobody waved. {text}") == ["Nobody waved."]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("She sailed.", True),
        ("But then he left.", False),
        ("But he left.", True),
        ("This was new.", True),
        ("This week was calm.", False),
        ("Those who sailed came back.", False),
        ("Itemised bills came.", False),
        ("The ferry sailed.", False),
        ("“We sail.”", True),
        ("“We sail,” she said.", True),
        ("“We sail,” said he.", True),
        ("“We sail,” Ida Holm said.", False),
        ("'They sail late here.", True),
        ("'90s ships sailed.", False),
        ("”", False),
    ],
)
def test_a_sentence_depends_on_the_one_before(text: str, *, expected: bool) -> None:
    assert depends(text, whole(text)) is expected


PIECES = [
    "The ferry sailed. ",
    "She waved. ",
    "“Go,” he said. ",
    "\n",
    "\n\nNext\n\n",
    "word " * 60,
]


@given(st.lists(st.sampled_from([*PIECES, "and so on, ", "x" * 700, "not "]), max_size=12))
def test_every_passage_can_be_quoted(pieces: Sequence[str]) -> None:
    text = "".join(pieces)
    position = 0
    for span in passages(text, ()):
        assert 0 <= span.start < span.end <= len(text)
        assert span.end > position
        position = span.end
        assert text[span.start : span.end].strip() == text[span.start : span.end]
        assert span.end - span.start <= LONGEST_CHARACTERS
        assert len(text[span.start : span.end].split()) <= LONGEST_WORDS


@pytest.mark.parametrize("unit", ['"a ', "A. ", ".", "“A. ", "a, ", '"A b." C d. ', "She. "])
def test_hostile_text_is_parted_in_time(unit: str) -> None:
    text = unit * (60_000 // len(unit))
    with little_effort():
        found = passages(text, ())
    assert all(isinstance(span, Span) for span in found)


def test_a_table_is_a_passage_of_whole_rows() -> None:
    row = f"| {' '.join(['boat'] * 8)} | 2 |"
    text = "\n".join(["A ferry sailed.", "", "| Boat | Fare |", "|---|---|", *[row] * 12])
    found = words(text, table_passages(text, ()))
    assert [part.count("\n") for part in found] == [10, 2]
    assert all(is_table(text, part) for part in table_passages(text, ()))
    assert not any(is_table(text, part) for part in passages(text, ()))
