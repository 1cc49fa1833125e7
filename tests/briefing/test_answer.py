"""An answer holds quotes, and nothing that is not one."""

import pytest

from bot.briefing.answer import Answer, Cited, State
from tests.articles.examples import article

QUOTE = article("The ferry sailed on Monday.").quote(0, 27)
SPAN = QUOTE.article.quote(17, 26)
CITED = (Cited(QUOTE),)


def test_an_answer_without_quotes_found_nothing() -> None:
    assert not Answer("ferry", (), 0, 5).found
    assert Answer("ferry", (), 0, 5).span is None


@pytest.mark.parametrize(
    ("answer", "state"),
    [
        (Answer("ferry", CITED, 1, 5), "answer"),
        (Answer("ferry", CITED, 1, 5, closest=CITED), "answer"),
        (Answer("ferry", (), 0, 5, closest=CITED), "closest"),
        (Answer("ferry", (), 0, 5), "nothing"),
    ],
)
def test_an_answer_is_in_one_of_three_states(answer: Answer, state: State) -> None:
    assert answer.state == state
    assert answer.found is (state == "answer")


def test_the_closest_quotes_have_no_words_that_answer() -> None:
    assert Answer("ferry", (), 0, 5, closest=(Cited(QUOTE, (SPAN,)),)).span is None


def test_the_span_of_an_answer_is_the_first_that_any_quote_has() -> None:
    answer = Answer("ferry", (Cited(QUOTE), Cited(QUOTE, (SPAN,))), 1, 5)
    assert answer.found
    assert answer.span == SPAN
    assert answer.cited[1].quote.holds(SPAN)


def test_the_spans_of_other_reports_differ_from_the_first() -> None:
    cited = (Cited(QUOTE, (SPAN,)), Cited(QUOTE), Cited(QUOTE, (QUOTE,)))
    assert Answer("ferry", cited, 2, 5).differs == (QUOTE,)
    assert Answer("ferry", cited[:2], 2, 5).differs == ()
