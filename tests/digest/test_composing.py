"""A digest can be finished, counts copies once, and says what it leaves out."""

from bot.articles.article import Article
from bot.digest.composing import FULL, REST, ToldBefore, composed, originals, quotes_of
from bot.digest.digest import Digest, Fresh, LeftOut
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, SHIP, article

TOWNS = "Alva Brenn Corvo Dask Elmet Farn Gorda Hult Ister Jorn Kell Lodz Mora Narva Oslo".split()


def of_town(town: str, number: int, outlet: str) -> Article:
    """A report from a town, in words that no other report uses."""
    text = (
        f"The mayor of {town} opened bridge number {number} over the river near {town} at noon. "
        f"It cost {number * 17} million crowns, {outlet} learned from the treasury of {town}."
        if outlet == "A"
        else f"Bridge number {number} is open: the mayor cut a ribbon in {town} to music. "
        f"Children from {town} walked over the new bridge and back before the first bus did."
    )
    return article(text, id=f"{town}-{outlet}", outlet=outlet, title=f"Bridge {number}")


def told(fresh: list[Fresh], before: ToldBefore | None = None) -> Digest:
    return composed(fresh, before or ToldBefore(), Analyser())


def test_the_story_that_most_outlets_tell_comes_first() -> None:
    fresh = [
        Fresh(article(SHIP, id="ship"), "ship"),
        Fresh(article(QUAKE_ONE, id="a", outlet="A"), "quake"),
        Fresh(article(QUAKE_ONE_AGAIN, id="b", outlet="B"), "quake"),
    ]
    digest = told(fresh)
    assert [story.id for story in digest.stories] == ["quake", "ship"]
    assert digest.stories[0].outlets == ("A", "B")
    assert digest.read == 3
    assert not digest.is_empty


def test_of_stories_of_one_outlet_more_articles_come_first_then_more_copies() -> None:
    fresh = [
        Fresh(article(SHIP, id="ship"), "ship"),
        Fresh(of_town("Alva", 1, "A"), "bridge"),
        Fresh(of_town("Alva", 1, "A"), "bridge"),
        Fresh(article(QUAKE_ONE, id="a"), "quake"),
        Fresh(article(QUAKE_ONE_AGAIN, id="b"), "quake"),
    ]
    assert [story.id for story in told(fresh).stories] == ["quake", "bridge", "ship"]


def test_quotes_are_of_different_outlets_and_not_the_headline_again() -> None:
    fresh = [
        Fresh(article(QUAKE_ONE, id="a", outlet="A"), "quake"),
        Fresh(article(QUAKE_ONE_AGAIN, id="b", outlet="B"), "quake"),
    ]
    (story,) = told(fresh).stories
    outlets = [quote.article.outlet for quote in story.quotes]
    assert sorted(map(str, outlets)) == ["A", "B"]
    every = [story.headline, *story.quotes, *story.more]
    assert len({(quote.article.id, quote.start) for quote in every}) == len(every)


def test_an_outlet_speaks_once_in_a_digest_and_again_for_who_reads_on() -> None:
    fresh = [Fresh(of_town("Alva", 1, "B"), "a"), Fresh(of_town("Alva", 1, "C"), "a")]
    fresh += [Fresh(article(f"{SHIP} It left Alva at noon.", id="s", outlet="B"), "a")]
    (story,) = told(fresh).stories
    outlets = [quote.article.outlet for quote in story.quotes]
    assert len(outlets) == len(set(outlets))
    assert story.more


def test_originals_are_those_that_copy_none_before() -> None:
    one, other = article(QUAKE_ONE, id="a"), article(SHIP, id="b")
    assert originals([one, article(QUAKE_ONE, id="c"), other]) == [one, other]


def test_copies_count_once_and_name_their_outlets() -> None:
    fresh = [
        Fresh(article(QUAKE_ONE, id="a", outlet="A"), "quake"),
        Fresh(article(f"{QUAKE_ONE} Ends.", id="b", outlet="B"), "quake"),
        Fresh(article(QUAKE_ONE, id="c", outlet="A"), "quake"),
    ]
    digest = told(fresh)
    (story,) = digest.stories
    assert [item.id for item in story.articles] == ["a"]
    assert (story.outlets, story.also_in) == (("A",), ("B",))
    assert digest.left_out == (LeftOut("b", "copy"), LeftOut("c", "copy"))


def test_a_copy_of_what_was_there_before_is_no_news() -> None:
    before = ToldBefore({"quake"}, {"quake": [article(QUAKE_ONE, id="old")]})
    digest = told([Fresh(article(QUAKE_ONE, id="a", outlet="B"), "quake")], before)
    assert digest.is_empty
    assert digest.left_out == (LeftOut("a", "copy"),)


def test_a_story_that_was_told_before_is_an_update() -> None:
    fresh = [Fresh(article(QUAKE_ONE, id="a"), "quake"), Fresh(article(SHIP, id="b"), "ship")]
    updates = {story.id: story.update for story in told(fresh, ToldBefore({"quake"})).stories}
    assert updates == {"quake": True, "ship": False}


def test_single_reports_beyond_the_third_are_one_line_each_and_many_are_left_out() -> None:
    fresh = [Fresh(of_town(town, n, "A"), town) for n, town in enumerate(TOWNS, start=1)]
    digest = told(fresh)
    assert len(digest.stories) == FULL.start
    assert len(digest.rest) == REST
    assert digest.count("over_the_limit") == len(TOWNS) - FULL.start - REST
    assert len(digest.articles) == FULL.start + REST


def test_many_stories_of_several_outlets_are_told_in_full_up_to_seven() -> None:
    fresh = [
        Fresh(of_town(town, n, outlet), town)
        for n, town in enumerate(TOWNS, start=1)
        for outlet in ("A", "B")
    ]
    assert len(told(fresh).stories) == FULL.stop - 1


def test_an_article_without_a_sentence_to_quote_is_left_out() -> None:
    digest = told([Fresh(article("Brief. Very brief.", id="a"), "a")])
    assert digest.is_empty
    assert digest.left_out == (LeftOut("a", "nothing_to_quote"),)


def test_what_was_dropped_before_is_counted() -> None:
    digest = composed([], ToldBefore(), Analyser(), [LeftOut("x", "off_topic")], unread=5)
    assert (digest.read, digest.unread, digest.count("off_topic")) == (6, 5, 1)


def test_a_story_is_told_by_every_outlet_before_any_speaks_again() -> None:
    articles = [of_town("Alva", 1, "B"), article(SHIP, id="b", outlet="C")]
    outlets = [quote.article.outlet for quote in quotes_of(articles, Analyser(), 3)]
    assert set(outlets[:2]) == {"B", "C"}
    assert len(outlets) == 3
