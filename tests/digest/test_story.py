"""What is known of a story: its outlets, its labels, and which copies hold a quote."""

from dataclasses import replace

import pytest

from bot.articles.article import Article
from bot.digest.digest import Digest, Story
from tests.digest.examples import QUAKE_ONE, QUAKE_TWO, SHIP, article

ONE = article(QUAKE_ONE, id="a", outlet="A", title="Tower falls in Karvala")


def story(*articles: Article, copies: tuple[Article, ...] = ()) -> Story:
    """A story with a quote of its last article, headed by its first one's title."""
    last = articles[-1]
    quote = last.quote(0, last.text.index(".") + 1)
    return Story(
        id="s", titled=articles[0], headline=None, quotes=(quote,), articles=articles, copies=copies
    )


def test_sources_are_one_article_of_each_outlet_those_shown_first() -> None:
    others = [
        article(QUAKE_TWO, id="b", outlet="B"),
        article(QUAKE_TWO, id="c", outlet=None),
        article(QUAKE_TWO, id="d", outlet="A"),
        article(SHIP, id="e", outlet="C"),
    ]
    found = story(ONE, *others)
    assert [item.id for item in found.sources] == ["a", "e", "b"]
    assert found.outlets == ("A", "B", "C")


def topics(*names: tuple[str, ...]) -> tuple[str, ...]:
    """The labels of a story whose articles are filed under these names."""
    filed = [replace(ONE, id=str(n), topics=each) for n, each in enumerate(names)]
    return story(*filed).topics


def test_labels_are_shared_by_half_of_the_articles_and_add_to_the_headline() -> None:
    one = ("Norland", "Karvala", "Swedish", "Ada Brandt")
    assert topics(one, ("Norland", "Karvala", "ships"), ("Norland", "Ada Brandt")) == (
        "Norland",
        "Ada Brandt",
    )
    assert topics(("ships",), ("bells",)) == ()


def test_a_label_of_one_article_does_not_stand_in_its_text() -> None:
    assert topics(("Rescue teams", "hospital", "disasters")) == ("disasters",)


@pytest.mark.parametrize(
    ("filed", "shown"),
    [
        (("Mayor Ada Brandt", "Brandt", "Norland", "Old Norland"), ("Mayor Ada Brandt", "Norland")),
        (("Department of Bells", "Bells Department"), ("Department of Bells",)),
        (("Norland Sea Board", "NSB"), ("Norland Sea Board",)),
        (("NSB", "Norland Sea Board"), ("NSB",)),
        (("Norland Lt", "S. Navy", "Martin D", "Torvik St", "U.S. Navy"), ("U.S. Navy",)),
        (("in Karvala Tower", "Swedish"), ()),
    ],
)
def test_labels_are_whole_names_and_say_nothing_twice(
    filed: tuple[str, ...], shown: tuple[str, ...]
) -> None:
    assert topics(filed, filed) == shown


def test_a_quote_is_also_in_a_copy_only_where_its_very_words_stand() -> None:
    same = article(QUAKE_ONE.replace(" shook", "   shook"), id="b", outlet="B")
    altered = article(QUAKE_ONE.replace("Monday", "Sunday"), id="c", outlet="C")
    own = article(QUAKE_ONE, id="d", outlet="A")
    found = story(ONE, copies=(same, altered, own))
    assert found.also_in(found.quotes[0]) == ("B",)


def test_a_story_whose_articles_are_all_it_has_is_led_by_the_first() -> None:
    assert Story(id="s", titled=None, headline=None, quotes=(), articles=(ONE,)).lead is ONE


def test_a_digest_counts_the_outlets_it_tells_of() -> None:
    digest = Digest((story(ONE),), (story(article(SHIP, id="b", outlet="B")),), 2)
    assert digest.outlets == ("A", "B")
    assert [told.lead.id for told in digest.told] == ["a", "b"]
