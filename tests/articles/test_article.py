"""A quote is two offsets in an article, and nothing else can be one."""

from dataclasses import FrozenInstanceError, fields, replace

import pytest

from bot.articles.article import Quote, source_sentences
from tests.articles.examples import article

TEXT = "The ferry sails. It is late."


def test_a_quote_is_the_slice_of_its_article() -> None:
    quote = article(TEXT).quote(4, 9)
    assert quote.text == "ferry"
    assert quote == Quote(article(TEXT), 4, 9)


def test_offsets_count_code_points() -> None:
    assert article("🚢 façade 🚢").quote(2, 8).text == "façade"


@pytest.mark.parametrize(
    ("start", "end"), [(-1, 4), (4, 4), (5, 4), (0, len(TEXT) + 1), (-5, -1), (28, 29)]
)
def test_offsets_that_name_no_character_are_refused(start: int, end: int) -> None:
    with pytest.raises(ValueError, match=f"{start}:{end}"):
        article(TEXT).quote(start, end)


def test_an_empty_article_has_no_quote() -> None:
    with pytest.raises(ValueError, match="no span"):
        article("").quote(0, 0)


def test_no_quote_is_made_of_a_string() -> None:
    assert [field.name for field in fields(Quote) if field.init] == ["article", "start", "end"]
    with pytest.raises(TypeError):
        Quote(article(TEXT), 0, 3, "The")  # type: ignore[call-arg]  # what must not be possible


def test_a_quote_cannot_be_altered() -> None:
    quote = article(TEXT).quote(0, 3)
    with pytest.raises(FrozenInstanceError):
        quote.end = 9  # type: ignore[misc]  # what must not be possible
    with pytest.raises(ValueError, match="no span"):
        replace(quote, end=100)


def test_a_quote_holds_what_lies_inside_it() -> None:
    quote = article(TEXT).quote(4, 16)
    assert quote.holds(quote)
    assert quote.holds(article(TEXT).quote(5, 9))
    assert not quote.holds(article(TEXT).quote(3, 9))
    assert not quote.holds(article(TEXT).quote(5, 17))


def test_a_quote_holds_nothing_of_another_version_or_article() -> None:
    quote = article(TEXT).quote(0, 16)
    assert not quote.holds(article(TEXT, version=2).quote(4, 9))
    assert not quote.holds(article(TEXT, id="a2").quote(4, 9))


@pytest.mark.parametrize(
    "dateline",
    [
        "BERGEN (Reuters) — ",
        "BERGEN, Norway — ",
        "Bergen (Reuters) - ",
        "(BERGEN) -- ",
        "BERGEN: ",
        "NEW BERGEN: ",
        "BERGEN—",
        "(BNN)",
    ],
)
def test_a_sentence_begins_after_its_dateline(dateline: str) -> None:
    (first, _) = source_sentences(article(f"{dateline}{TEXT}"))
    assert first.start == len(dateline)


@pytest.mark.parametrize("opening", ["Bergen: ", "(Bergen) ", "A (long) word: ", "NATO "])
def test_what_is_no_dateline_is_of_the_sentence(opening: str) -> None:
    (first, *_) = source_sentences(article(f"{opening}{TEXT}"))
    assert first.start == 0
