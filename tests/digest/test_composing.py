"""A digest can be finished, counts copies once, and says what it leaves out."""

from bot.articles.article import Article
from bot.digest.composing import FULL, OPINIONS, REST, ToldBefore, composed, originals
from bot.digest.digest import Digest, Fresh, LeftOut
from bot.language.english.analyser import Analyser
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, QUAKE_TWO, SHIP, article

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


def test_of_stories_of_as_many_outlets_the_newest_comes_first_then_the_last_to_come_in() -> None:
    fresh = [
        Fresh(article(SHIP, id="ship", published="2026-03-09"), "ship"),
        Fresh(article(QUAKE_ONE, id="a", published="2026-03-09T07:00:00+02:00"), "quake"),
        Fresh(article(QUAKE_TWO, id="b"), "undated"),
        Fresh(of_town("Alva", 1, "A"), "bridge"),
    ]
    assert [story.id for story in told(fresh).told] == ["quake", "ship", "bridge", "undated"]


def test_a_story_is_headed_by_a_title_and_by_a_sentence_where_none_is_stated() -> None:
    named = article(QUAKE_ONE, id="a", title="Earthquake in Karvala")
    untitled = article(SHIP, id="b", title="The sailing ship…", title_origin="first_words")
    quake, ship = sorted(told([Fresh(named, "q"), Fresh(untitled, "s")]).told, key=lambda s: s.id)
    assert (quake.titled, quake.headline, quake.lead) == (named, None, named)
    assert ship.titled is None
    assert ship.headline is not None
    assert ship.headline.text.startswith("The sailing ship Aldeberg")
    assert ship.headline not in ship.quotes
    assert ship.lead == untitled


def test_opinion_is_told_apart_below_the_news() -> None:
    views = article(SHIP, id="ship", title="Opinion: Let the ship sail")
    news = [
        Fresh(article(QUAKE_ONE, id="a", outlet="A"), "quake"),
        Fresh(article(QUAKE_ONE_AGAIN, id="b", outlet="B", title="Editorial: Tower"), "quake"),
    ]
    digest = told([Fresh(views, "ship"), *news])
    (quake,), (ship,) = digest.stories, digest.rest
    assert (quake.outlets, quake.is_opinion) == (("A",), False)
    assert [item.id for item in quake.opinions] == ["b"]
    assert {quote.article.id for quote in (*quake.quotes, *quake.more)} == {"a"}
    assert (ship.is_opinion, ship.articles, ship.opinions) == (True, (views,), ())
    assert {item.id for item in digest.articles} == {"a", "b", "ship"}


def test_of_many_opinions_a_few_are_told() -> None:
    fresh = [
        Fresh(article(f"{SHIP} {town}", id=town, title=f"Opinion: {town} must have a ship"), town)
        for town in TOWNS
    ]
    digest = told(fresh)
    assert (len(digest.stories), len(digest.rest)) == (0, OPINIONS)
    assert not digest.is_empty
    assert digest.reasons["over_the_limit"] == len(TOWNS) - OPINIONS


def test_a_story_that_nothing_can_be_quoted_of_is_one_line() -> None:
    digest = told([Fresh(article("Brief. Very brief.", id="a", title="Tower falls"), "a")])
    assert (digest.stories, [story.id for story in digest.rest]) == ((), ["a"])


def test_a_full_digest_has_no_place_for_what_cannot_be_quoted() -> None:
    fresh = [Fresh(article("Brief.", id=str(n), title="Tower"), str(n)) for n in range(REST + 2)]
    digest = told(fresh)
    assert len(digest.rest) == REST
    assert digest.reasons["over_the_limit"] == 2


def test_stories_that_bear_on_one_are_kept_with_it() -> None:
    fresh = [Fresh(article(QUAKE_ONE, id="a"), "quake")]
    digest = composed(fresh, ToldBefore(), Analyser(), related={"quake": ("ship",)})
    assert digest.stories[0].related == ("ship",)


def test_originals_are_those_that_copy_none_before_and_no_opinion() -> None:
    one, other = article(QUAKE_ONE, id="a"), article(SHIP, id="b")
    view = article(QUAKE_TWO, id="d", title="Opinion: Build no towers")
    assert originals([one, article(QUAKE_ONE, id="c"), other, view]) == [one, other]
    assert originals([view]) == [view]


def test_copies_count_once_and_name_their_outlets() -> None:
    fresh = [
        Fresh(article(QUAKE_ONE, id="a", outlet="A"), "quake"),
        Fresh(article(f"{QUAKE_ONE} Ends.", id="b", outlet="B"), "quake"),
        Fresh(article(QUAKE_ONE, id="c", outlet="A"), "quake"),
    ]
    digest = told(fresh)
    (story,) = digest.stories
    assert [item.id for item in story.articles] == ["a"]
    assert story.outlets == ("A",)
    assert digest.left_out == (LeftOut("b", "copy"), LeftOut("c", "copy"))


def test_a_copy_of_what_was_there_before_is_no_news() -> None:
    before = ToldBefore({"quake"}, {"quake": [article(QUAKE_ONE, id="old")]})
    digest = told([Fresh(article(QUAKE_ONE, id="a", outlet="B"), "quake")], before)
    assert digest.is_empty
    assert digest.left_out == (LeftOut("a", "copy"),)


def test_a_report_that_begins_with_a_new_turn_is_news_though_it_repeats_the_old_one() -> None:
    before = ToldBefore({"quake"}, {"quake": [article(QUAKE_ONE, id="old")]})
    turn = "The council of Karvala has closed the market hall for good after engineers saw it. "
    turned = article(turn * 4 + QUAKE_ONE, id="new", title="Karvala closes its market hall")
    cut = article(QUAKE_ONE[: len(QUAKE_ONE) * 2 // 3], id="cut")
    digest = composed([Fresh(turned, "quake"), Fresh(cut, "quake")], before, Analyser())
    assert [one.id for one in digest.articles] == ["new"]
    assert digest.reasons["copy"] == 1


def test_a_story_that_was_told_before_is_an_update_and_says_what_is_new() -> None:
    fresh = [Fresh(article(QUAKE_ONE, id="a"), "quake"), Fresh(article(SHIP, id="b"), "ship")]
    before = ToldBefore({"ship"}, {"ship": [article("Torvik slept well on Monday.", id="old")]})
    digest = told(fresh, before)
    updates = {story.id: (story.update, bool(story.new)) for story in digest.stories}
    assert updates == {"quake": (False, False), "ship": (True, True)}
    assert digest.updates == 1


def test_single_reports_beyond_the_third_are_one_line_each_and_many_are_left_out() -> None:
    fresh = [Fresh(of_town(town, n, "A"), town) for n, town in enumerate(TOWNS, start=1)]
    digest = told(fresh)
    assert len(digest.stories) == FULL.start
    assert len(digest.rest) == REST
    assert digest.reasons["over_the_limit"] == len(TOWNS) - FULL.start - REST
    assert len(digest.articles) == FULL.start + REST


def test_many_stories_of_several_outlets_are_told_in_full_up_to_seven() -> None:
    fresh = [
        Fresh(of_town(town, n, outlet), town)
        for n, town in enumerate(TOWNS, start=1)
        for outlet in ("A", "B")
    ]
    assert len(told(fresh).stories) == FULL.stop - 1


def test_an_article_without_a_title_or_a_sentence_to_quote_is_left_out() -> None:
    digest = told([Fresh(article("Brief. Very brief.", id="a", title_origin="first_words"), "a")])
    assert digest.is_empty
    assert digest.left_out == (LeftOut("a", "nothing_to_quote"),)


def test_what_was_dropped_before_is_counted() -> None:
    digest = composed([], ToldBefore(), Analyser(), [LeftOut("x", "off_topic")], unread=5)
    assert (digest.read, digest.unread, digest.reasons["off_topic"]) == (6, 5, 1)
