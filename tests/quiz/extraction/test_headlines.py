"""A headline lacks a word that a sentence at the top proves."""

from bot.articles.article import TitleOrigin, source_sentences
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.facts import Fact
from tests.quiz.making_examples import report

TITLE = "Norwick museum sells its oldest painting"
LEAD = "The museum of Norwick has sold its oldest painting to a school. "


def lacking(
    text: str = LEAD, title: str = TITLE, title_origin: TitleOrigin = "metadata"
) -> list[Fact]:
    told = report(text, title=title, title_origin=title_origin)
    return list(headline_words(told, source_sentences(told)))


def test_a_word_with_a_field_is_left_out() -> None:
    facts = {fact.answer: fact for fact in lacking()}
    assert set(facts) == {"museum", "painting"}
    painting = facts["painting"]
    assert painting.stem == "Norwick museum sells its oldest _____"
    assert LEAD[painting.start : painting.end] == "painting"
    assert painting.value == "word:painting"


def test_a_country_is_left_out_in_a_headline_of_capitals_too() -> None:
    text = "Villages in Norway are to plant a thousand young trees along the old road by the sea."
    facts = lacking(text, "Villages In Norway Plant Trees Along Road")
    assert [(fact.answer, fact.value) for fact in facts] == [
        ("Norway", "word:Norway"),
        ("Road", "word:road"),
    ]


def test_a_name_that_others_have_too_needs_a_sign() -> None:
    title = "Jordan plants trees along old road"
    text = "Trees along the old road: Jordan planted them."
    assert [fact.answer for fact in lacking(text, title)] == ["road"]
    with_sign = f"{text} They reach from Amman to Petra."
    assert "Jordan" in [fact.answer for fact in lacking(with_sign, title)]


def test_verbs_are_never_left_out() -> None:
    text = "The town will ban lamps, and the ban on lamps in Norwick holds for years."
    assert lacking(text, "Norwick town to ban old lamps") == []


def test_a_headline_is_neither_short_nor_long_nor_ours() -> None:
    assert lacking(title="Museum sells oldest painting") == []
    assert lacking(title=f"{TITLE} {TITLE} {TITLE}") == []
    assert lacking(title_origin="first_words") == []


def test_the_headline_itself_proves_nothing() -> None:
    assert lacking(f"{TITLE}.") == []
    assert lacking("The museum stands. The painting of Lund hangs.") == []
    assert lacking("The museum of Norwick has sold its oldest painting") == []
