"""Which marks quote somebody, and which are only apostrophes."""

import pytest

from bot.language.sentences import quotations
from tests.articles.examples import whole, words


def quoted(text: str) -> list[str]:
    return words(text, quotations(text, whole(text)))


@pytest.mark.parametrize(
    "quotation",
    ["“We sail. Now.”", '"We sail. Now."', "«We sail.»", "„We sail.“", "‘We sail.’", "'We sail.'"],
)
def test_each_kind_of_marks_quotes(quotation: str) -> None:
    assert quoted(f"She said {quotation} and left.") == [quotation]
    assert quoted(quotation) == [quotation]


def test_several_quotations_are_found_in_order() -> None:
    assert quoted('"Sail," she said. "Now."') == ['"Sail,"', '"Now."']


def test_a_quotation_inside_another_belongs_to_it() -> None:
    assert quoted("“He said ‘sail’ to us,” she said.") == ["“He said ‘sail’ to us,”"]
    assert quoted("'He said \"sail\" to us,' she said.") == ["'He said \"sail\" to us,'"]


@pytest.mark.parametrize("text", ["She said “sail now. Go.", 'She said "sail now. Go.'])
def test_a_double_mark_that_is_never_closed_quotes_up_to_the_end(text: str) -> None:
    assert quoted(text) == [text[len("She said ") :]]


@pytest.mark.parametrize(
    "text",
    [
        "The crew's boat isn't late.",
        "The ministers' plan and the workers' union.",
        "The crew’s boat isn’t late, the ministers’ plan neither.",
        "Back in the '90s it was new.",
        "The pier is 6' wide and 20\" thick.",
        "a ' b \" c",
        "No marks at all.",
        "",
        "'",
        '"',
    ],
)
def test_apostrophes_and_loose_marks_quote_nothing(text: str) -> None:
    assert quoted(text) == []


def test_an_apostrophe_that_looks_like_an_opening_hides_no_quotation() -> None:
    assert quoted('In the \'90s she said: "Sail."') == ['"Sail."']
    assert quoted("In the ‘90s she said: “Sail.”") == ["“Sail.”"]


def test_an_apostrophe_closes_nothing() -> None:
    assert quoted("'It isn't late,' she said.") == ["'It isn't late,'"]


def test_only_the_stretch_is_looked_at() -> None:
    text = '"One." Two "three" four'
    assert words(text, quotations(text, whole(text[:10]))) == ['"One."']
