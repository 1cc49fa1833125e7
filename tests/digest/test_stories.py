"""Articles on one event become one story, whatever the order in which they came in."""

import random
from collections.abc import Iterable, Sequence
from datetime import date, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.articles.article import Article
from bot.digest.clustering import WINDOW
from bot.digest.stories import MOST_RELATED, StoryGroup, grouped
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, QUAKE_TWO, SHIP, article, report

DAY = date(2026, 3, 10)
Dated = tuple[Article, date | None]

STRIKE = (
    (
        "Bus drivers in Lorvane will stop work on Friday, their union said, after talks about pay "
        "broke down. Mayor Tilda Brekke called the demand for nine percent impossible."
    ),
    (
        "No bus will run in Lorvane on Friday. The drivers' union asks for nine percent more pay, "
        "and mayor Tilda Brekke said the town could not find the money."
    ),
    (
        "A strike of bus drivers will close the depots of Lorvane on Friday. Talks about pay ended "
        "without a result; the union wants nine percent."
    ),
)
MUSEUM = (
    (
        "Mayor Tilda Brekke opened the new glass museum on the harbour of Lorvane on Tuesday. The "
        "building by Osk Hallin cost 14 million crowns and shows 300 vases."
    ),
    (
        "The glass museum on the harbour was opened by mayor Tilda Brekke. Osk Hallin built it for "
        "14 million crowns; its oldest vases are from 1703."
    ),
    (
        "Three hundred vases can be seen from today in the glass museum, which Osk Hallin built on "
        "the harbour for 14 million crowns."
    ),
)
"""Two stories of one person on one day, told by three outlets each, in some thirty words."""


WORDS = (
    "barley cherry damson elder fennel ginger hazel juniper kale lemon mango nettle olive pear "
    "quince radish spinach thyme turnip walnut".split()
)
"""One for each article that has nothing to do with the others."""


def groups(*items: Dated) -> list[StoryGroup]:
    return grouped(report(item, day) for item, day in items)


def stories(*items: Dated) -> list[str]:
    """The articles of each story, such as "a c"."""
    return sorted(" ".join(group.articles) for group in groups(*items))


def told(texts: Sequence[str], name: str, day: date | None = DAY) -> list[Dated]:
    """Articles on one thing, named such as "strike0"."""
    return [(article(text, id=f"{name}{n}", outlet=f"{n}"), day) for n, text in enumerate(texts)]


def test_reports_of_one_event_are_one_story_and_others_are_not() -> None:
    found = stories(
        (article(QUAKE_ONE, id="a", title="Bell tower falls in Karvala"), None),
        (article(SHIP, id="b", title="Dried fish sails again"), None),
        (article(QUAKE_ONE_AGAIN, id="c", title="Karvala earthquake hurts forty"), None),
    )
    assert found == ["a c", "b"]


@pytest.mark.parametrize("day", [DAY, None])
def test_two_events_of_one_kind_are_two_stories(day: date | None) -> None:
    found = stories(
        (article(QUAKE_ONE, id="a", title="Earthquake in Karvala"), day),
        (article(QUAKE_TWO, id="b", title="Earthquake in Meridosa"), day),
        (article(QUAKE_ONE_AGAIN, id="c", title="Karvala counts its injured"), day),
    )
    assert found == ["a c", "b"]


@pytest.mark.parametrize("day", [DAY, None])
def test_two_stories_of_one_person_on_one_day_stay_two(day: date | None) -> None:
    found = stories(*told(STRIKE, "strike", day), *told(MUSEUM, "museum", day))
    assert found == ["museum0 museum1 museum2", "strike0 strike1 strike2"]


BREWER = (
    ("Osric Tellan buys a brewery", "The actor Osric Tellan has paid for a brewery in Norvik."),
    ("Brewery sold to Osric Tellan", "A brewery in Norvik now belongs to the actor Osric Tellan."),
)
PHONES = (
    ("Velta Nova 9 gets a second camera", "Leaked pictures show the Velta Nova 9 from behind."),
    ("Velta Nova Lite: what it will cost", "A shop lists the Velta Nova Lite at 210 crowns."),
)
SAME_PERSON = (
    ("Osric Tellan buys a brewery", "The actor Osric Tellan has paid for a brewery in Norvik."),
    ("Osric Tellan at sixty", "Fans remember the best films and songs of Osric Tellan."),
)
SAME_OFFICE = (
    ("Water Office bans a solvent", "The Water Office of Lorvane forbids painters a solvent."),
    ("Water Office hires divers", "Six divers begin next spring, the Water Office writes."),
)
"""Two excerpts each, with their titles; but for the first they share only a name."""


@pytest.mark.parametrize(
    ("excerpts", "expected"),
    [
        (BREWER, ["0 1"]),
        (PHONES, ["0", "1"]),
        (SAME_PERSON, ["0", "1"]),
        (SAME_OFFICE, ["0", "1"]),
    ],
)
def test_a_name_that_two_excerpts_share_is_no_story(
    excerpts: Sequence[tuple[str, str]], expected: list[str]
) -> None:
    items = [
        (article(text, id=f"{n}", title=title), DAY) for n, (title, text) in enumerate(excerpts)
    ]
    others = told([f"The {n} harvest of {n} brought {n} of {n}." for n in WORDS], "z")
    assert [story for story in stories(*items, *others) if "z" not in story] == expected


def test_a_story_told_in_copies_lets_a_report_in_words_of_its_own_in() -> None:
    copies = [(article(QUAKE_ONE, id=f"copy{n}", outlet=f"{n}"), DAY) for n in range(3)]
    own = (article(QUAKE_ONE_AGAIN, id="own"), DAY)
    others = told(STRIKE, "strike")
    assert "copy0 copy1 copy2 own" in stories(*copies, own, *others)


def test_a_long_report_and_an_excerpt_of_another_are_one_story() -> None:
    background = " ".join(
        f"In the year 19{n} the town of {name} built its own bridge over the river."
        for n, name in enumerate(("Arden", "Bolsk", "Cairn", "Dorvik", "Elmar", "Fossum"), start=10)
    )
    found = stories(
        (article(f"{QUAKE_ONE}\n\n{background}", id="long", title="Karvala shaken"), DAY),
        (article("The bell tower of Karvala fell in an earthquake.", id="short"), DAY),
        *told(MUSEUM, "museum"),
    )
    assert "long short" in found


def test_a_follow_up_days_later_belongs_to_its_story() -> None:
    later = (
        "A week after the earthquake the hospital of Karvala still treats 12 people. "
        "The bell tower that fell will be built again, the council of Karvala said."
    )
    found = stories(
        (article(QUAKE_ONE, id="a"), DAY),
        (article(QUAKE_ONE_AGAIN, id="b"), DAY),
        (article(later, id="c"), DAY + timedelta(days=6)),
        *told(STRIKE, "strike", DAY + timedelta(days=6)),
    )
    assert found == ["a b c", "strike0 strike1 strike2"]


def test_a_story_goes_on_for_as_long_as_its_reports_follow_each_other() -> None:
    step = WINDOW - timedelta(days=1)
    texts = [QUAKE_ONE, QUAKE_ONE_AGAIN, QUAKE_ONE]
    items = [(article(text, id=str(n)), DAY + n * step) for n, text in enumerate(texts)]
    assert stories(*items, *told(STRIKE, "s")) == ["0 1 2", "s0 s1 s2"]


@pytest.mark.parametrize(("apart", "expected"), [(7, ["a b"]), (-7, ["b a"]), (8, ["a", "b"])])
def test_reports_further_apart_than_the_window_are_two_stories(
    apart: int, expected: list[str]
) -> None:
    later = DAY + timedelta(days=apart)
    found = stories(
        (article(QUAKE_ONE, id="a"), DAY),
        (article(QUAKE_ONE_AGAIN, id="b"), later),
        *told(STRIKE, "z"),
    )
    assert found[: len(expected)] == expected


def test_the_same_words_years_later_are_another_story() -> None:
    found = stories(
        (article(QUAKE_ONE, id="a"), DAY), (article(QUAKE_ONE, id="b"), date(2029, 1, 1))
    )
    assert found == ["a", "b"]


def test_an_undated_report_is_kept_out_of_no_story() -> None:
    found = stories(
        (article(QUAKE_ONE, id="a"), None),
        (article(QUAKE_ONE_AGAIN, id="b"), DAY),
        (article(QUAKE_ONE, id="c"), None),
        *told(STRIKE, "z"),
    )
    assert found == ["b a c", "z0 z1 z2"]


def test_the_earliest_article_names_the_story_and_an_undated_one_only_if_alone() -> None:
    named = {
        group.id
        for group in groups(
            (article(QUAKE_ONE, id="a"), None),
            (article(QUAKE_ONE_AGAIN, id="b"), DAY),
            (article(QUAKE_ONE, id="c"), DAY - timedelta(days=1)),
            (article(SHIP, id="d"), None),
        )
    }
    assert named == {"c", "d"}


def railways(*places: str) -> list[Dated]:
    """Stories of one person on one tour, each at a place of its own; and others beside them."""
    opened = [
        (
            article(
                f"Mayor Tilda Brekke of Lorvane opened the {place} railway on her tour. "
                f"{place} had paid {place} crowns for the {place} line, the {place} council said.",
                id=place,
            ),
            DAY,
        )
        for place in places
    ]
    return opened + told([f"The {n} harvest of {n} brought {n} of {n}." for n in WORDS], "other")


def test_stories_that_bear_on_each_other_are_related_as_many_as_can_be_shown() -> None:
    places = "Arvik Brenta Corvo Deltra Esmar Fyrne Galdo Hestra".split()
    found = {group.id: group.related for group in groups(*railways(*places))}
    assert {len(found[place]) for place in places} == {MOST_RELATED}
    assert all(set(found[place]) < set(places) - {place} for place in places)
    assert found["other0"] == ()


@pytest.mark.parametrize("texts", [[], ["It is what it is."], ["", "And so on."]])
def test_articles_without_telling_words_are_stories_of_their_own(texts: list[str]) -> None:
    items = [(article(text, id=str(n), title="And so on"), None) for n, text in enumerate(texts)]
    assert stories(*items) == [str(n) for n in range(len(texts))]


ITEMS: list[Dated] = [
    *told(STRIKE, "strike"),
    *told(MUSEUM, "museum", DAY + timedelta(days=1)),
    *told([QUAKE_ONE, QUAKE_ONE_AGAIN, QUAKE_TWO], "quake", DAY + timedelta(days=2)),
    *told([QUAKE_ONE, SHIP, SHIP], "undated", None),
]


def everything(items: Iterable[Dated]) -> list[StoryGroup]:
    return groups(*items)


@given(st.randoms(use_true_random=False))
def test_the_order_in_which_articles_come_in_changes_nothing(chance: random.Random) -> None:
    shuffled = chance.sample(ITEMS, len(ITEMS))
    assert everything(shuffled) == everything(ITEMS)


@given(st.sets(st.sampled_from(range(len(ITEMS)))))
def test_each_article_of_a_set_is_in_one_story(chosen: set[int]) -> None:
    items = [ITEMS[place] for place in sorted(chosen)]
    found = everything(items)
    names = [name for group in found for name in group.articles]
    assert sorted(names) == sorted(item.id for item, _ in items)
    assert {name for group in found for name in group.related} <= {group.id for group in found}


@pytest.mark.parametrize("told", [STRIKE, MUSEUM])
def test_reports_of_one_event_are_one_story_where_there_is_no_other_article(
    told: Sequence[str],
) -> None:
    alone = groups(*((article(text, id=str(n)), DAY) for n, text in enumerate(told)))
    assert [len(one.articles) for one in alone] == [len(told)]
