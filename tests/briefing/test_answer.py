"""An answer holds quotes, and nothing that is not one."""

from bot.briefing.answer import Answer, Cited
from tests.articles.examples import article

QUOTE = article("The ferry sailed on Monday.").quote(0, 27)
SPAN = QUOTE.article.quote(17, 26)


def test_an_answer_without_quotes_found_nothing() -> None:
    assert not Answer("ferry", (), 0, 5).found
    assert Answer("ferry", (), 0, 5).span is None


def test_the_span_of_an_answer_is_the_first_that_any_quote_has() -> None:
    answer = Answer("ferry", (Cited(QUOTE), Cited(QUOTE, (SPAN,))), 1, 5)
    assert answer.found
    assert answer.span == SPAN
    assert answer.cited[1].quote.holds(SPAN)
