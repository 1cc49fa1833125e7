"""The very words of a quote in another article: the same words, digits and order, or nothing."""

import pytest

from bot.articles.article import Mark
from bot.articles.verbatim import holds_span, places
from bot.language.paragraphs import Span
from tests.articles.examples import article

BEFORE = "The paper mill of Halm burnt for two days and two nights in the first week of March."
AFTER = "Its hundred workers were told on Friday that the hall would be built anew next spring."
SOLD = "The mill was sold to a bank."

HELD = [
    (SOLD, "The  mill was sold to a\u00a0bank."),
    (f"{SOLD} {AFTER}", f"{SOLD}\n\n{AFTER}"),
    ("“We went,” she said – and left.", '"We went," she said - and left.'),
    ("“We went,” she said — and left.", "«We went,» she said – and left."),
    ("The workers' hall is gone.", "The workers’ hall is gone."),
    ("It cost 3–4 million.", "It cost 3-4 million."),
    (SOLD, f"HALM, May 3 (Echo) -- {SOLD}"),
    (SOLD, f"HALM (Echo) – {SOLD}"),
]

NOT_HELD = [
    (SOLD, "The mill was bought by three lenders."),
    (SOLD, "The mill was sold to a bank in Lund."),
    (SOLD, "The mill was not sold to a bank."),
    (SOLD, "The mill was sold to a Bank."),
    (SOLD, "The mill was sold, to a bank."),
    (SOLD, "The mill was sold to a bank!"),
    (SOLD, "The mill was sold to a bank?"),
    (SOLD, "A bank sold the mill."),
    (SOLD, "It is false that... The mill was sold to a bank."),
    (SOLD, "None of this is true: The mill was sold to a bank."),
    (SOLD, "None of this is true:\n\nThe mill was sold to a bank."),
    (SOLD, "“The mill is gone. The mill was sold to a bank. Ask there,” Otto Lind lied."),
    (SOLD, "> The mill was sold to a bank."),
    ("The mill cost 1.2 million euros.", "The mill cost 12 million euros."),
    ("The mill cost 1.2 million euros.", "The mill cost 1.25 million euros."),
    ("12 men came.", "112 men came."),
    ("They re-covered it.", "They recovered it."),
    ("“We went,” she said.", "We went, she said."),
    ("Wood costs more since early", "Wood costs more since early May."),
    ("The owner was Abel Orme Jr.", "The owner was Abel Orme Jr. Whitlock of Lund."),
]


@pytest.mark.parametrize(("words", "said"), HELD)
def test_other_blanks_marks_and_dashes_are_the_same_words(words: str, said: str) -> None:
    for text in (said, f"{BEFORE}\n\n{said}\n\n{AFTER}"):
        assert holds_span(article(text), words)


@pytest.mark.parametrize(("words", "said"), NOT_HELD)
def test_other_words_and_words_that_may_be_denied_are_not_held(words: str, said: str) -> None:
    for text in (said, f"{BEFORE} {said} {AFTER}"):
        assert not holds_span(article(text), words)


def test_a_line_that_was_broken_is_one_line() -> None:
    broken = "The paper mill of Halm burnt for two days and two\nnights in the first week of March."
    assert holds_span(article(f"{broken}\n\n{AFTER}"), BEFORE)


def test_marked_words_are_not_held() -> None:
    text = f"{BEFORE}\n{SOLD}\n{AFTER}"
    start = text.index(SOLD)
    caption = Mark(start, start + len(SOLD), "caption")
    assert holds_span(article(text), SOLD)
    assert not holds_span(article(text, marks=(caption,)), SOLD)
    assert not holds_span(article(text, marks=(caption,)), f"{BEFORE} {SOLD}")
    assert holds_span(article(text, marks=(caption,)), AFTER)


def test_each_place_is_found() -> None:
    text = f"{SOLD} {BEFORE} {SOLD}"
    last = text.rindex(SOLD)
    assert list(places(article(text), SOLD)) == [Span(0, len(SOLD)), Span(last, len(text))]
