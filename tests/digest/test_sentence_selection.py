"""The sentences that are chosen tell what the articles share, and can stand alone."""

from itertools import islice

from bot.digest.sentence_selection import covering
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, SHIP, article

LONG = "The " + "very " * 60 + "long sentence about Karvala and its earthquake goes on."


def test_what_most_articles_say_is_told_first() -> None:
    articles = [
        article(f"Cats sleep a lot in Torvik these days. {QUAKE_ONE}", id="a", outlet="A"),
        article(QUAKE_ONE_AGAIN, id="b", outlet="B"),
        article(QUAKE_ONE, id="c", outlet="C"),
    ]
    first = next(covering(articles, Analyser()))
    assert "earthquake" in first.text
    assert "Karvala" in first.text


def test_every_sentence_is_a_slice_of_its_article() -> None:
    articles = [article(QUAKE_ONE, id="a"), article(SHIP, id="b")]
    for quote in covering(articles, Analyser()):
        assert quote.text == quote.article.text[quote.start : quote.end]
        assert quote.text.endswith(".")


def test_one_of_each_outlet_where_that_is_wanted() -> None:
    articles = [
        article(QUAKE_ONE, id="a", outlet="A"),
        article(QUAKE_ONE_AGAIN, id="b", outlet="B"),
        article(QUAKE_ONE_AGAIN, id="c", outlet="B"),
        article(QUAKE_ONE, id="d", outlet=None),
    ]
    chosen = list(covering(articles, Analyser(), again=0.0))
    sources = [quote.article.outlet or quote.article.id for quote in chosen]
    assert len(sources) == len(set(sources)) <= 3


def test_an_article_alone_is_told_by_its_own_words() -> None:
    (first,) = islice(covering([article(SHIP)], Analyser()), 1)
    assert first.text.startswith("The sailing ship Aldeberg")


def test_what_leans_on_another_sentence_is_not_quoted() -> None:
    text = (
        "The council of Torvik met on Monday evening in its new hall. "
        "It decided to buy the old sailing ship for the town museum. "
        "However, the council of Torvik has no money for new sails. "
        "The town of Torvik had all three of them in its harbour once. "
        "The last of the sailing ships had left Torvik sixty years earlier. "
        f"The {'harbour' * 100} of Torvik has more letters than a quote may have. "
        f"{LONG} Fine. "
        "A sailmaker from Torvik offered to sew the new sails for nothing."
    )
    chosen = [quote.text.split()[0] for quote in covering([article(text)], Analyser())]
    assert sorted(chosen) == ["A", "The"]


def test_no_articles_have_no_sentences() -> None:
    assert list(covering([], Analyser())) == []


def test_an_article_without_a_sentence_of_fitting_length_has_none() -> None:
    assert list(covering([article("Fine. Quite so.")], Analyser())) == []
