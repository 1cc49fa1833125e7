"""A headline lacks a name that a sentence at the top proves."""

from bot.articles.article import TitleOrigin, source_sentences
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.facts import Fact
from tests.quiz.making_examples import report

TITLE = "Norwick museum sells its oldest painting to Google"
LEAD = "The museum of Norwick has sold its oldest painting, a present to Google. "


def lacking(
    text: str = LEAD, title: str = TITLE, title_origin: TitleOrigin = "metadata"
) -> list[Fact]:
    told = report(text, title=title, title_origin=title_origin)
    return list(headline_words(told, source_sentences(told)))


def test_a_name_with_a_field_is_left_out() -> None:
    [google] = lacking()
    assert google.stem == "Norwick museum sells its oldest painting to _____"
    assert LEAD[google.start : google.end] == "Google"
    assert (google.answer, google.value) == ("Google", "word:Google")


def test_plain_words_are_never_left_out() -> None:
    text = "The town will ban lamps, and the ban on lamps in the museum of Norwick holds for years."
    assert lacking(text, "Norwick museum to ban all old lamps") == []


def test_a_country_is_left_out_in_a_headline_of_capitals_too() -> None:
    text = "Villages in Norway are to plant a thousand young trees along the old road by the sea."
    facts = lacking(text, "Villages In Norway Plant Trees Along Road")
    assert [(fact.answer, fact.value) for fact in facts] == [("Norway", "word:Norway")]


def test_a_name_that_others_have_too_needs_a_sign() -> None:
    title = "Jordan plants trees along old road"
    text = "Trees along the old road: Jordan planted them."
    assert lacking(text, title) == []
    with_sign = f"{text} They reach from Amman to Petra."
    assert "Jordan" in [fact.answer for fact in lacking(with_sign, title)]


def test_a_headline_is_neither_short_nor_long_nor_ours() -> None:
    assert lacking(title="Museum sells oldest painting to Google") != []
    assert lacking(title="Museum sells painting to Google") == []
    assert lacking(title=f"{TITLE} {TITLE}") == []
    assert lacking(title_origin="first_words") == []


def test_the_headline_itself_proves_nothing() -> None:
    assert lacking(f"{TITLE}.") == []
    assert lacking("Google stands. The painting of Lund hangs.") == []
    assert lacking("The museum of Norwick has sold its oldest painting, a present to Google") == []
