"""Articles on one event become one story, and keep it over days."""

from datetime import date, timedelta

import pytest

from bot.articles.article import Article
from bot.digest.clustering import WINDOW, StoryLine, rarity
from tests.digest.examples import (
    QUAKE_ONE,
    QUAKE_ONE_AGAIN,
    QUAKE_TWO,
    SHIP,
    article,
    report,
)

DAY = date(2026, 3, 10)


def placed(*items: tuple[Article, date | None]) -> list[str]:
    """The story of each article, in the order in which they come in."""
    reports = [report(item, day) for item, day in items]
    line = StoryLine(rarity(reports))
    return [line.place(one) for one in reports]


def test_reports_of_one_event_are_one_story_and_others_are_not() -> None:
    found = placed(
        (article(QUAKE_ONE, id="a", title="Bell tower falls in Karvala"), None),
        (article(SHIP, id="b", title="Dried fish sails again"), None),
        (article(QUAKE_ONE_AGAIN, id="c", title="Karvala earthquake hurts forty"), None),
    )
    assert found == ["a", "b", "a"]


def test_two_events_of_one_kind_are_two_stories() -> None:
    found = placed(
        (article(QUAKE_ONE, id="a", title="Earthquake in Karvala"), None),
        (article(QUAKE_TWO, id="b", title="Earthquake in Meridosa"), None),
        (article(QUAKE_ONE_AGAIN, id="c", title="Karvala counts its injured"), None),
    )
    assert found == ["a", "b", "a"]


def test_a_story_goes_on_for_as_long_as_its_reports_follow_each_other() -> None:
    step = WINDOW - timedelta(days=1)
    texts = [QUAKE_ONE, QUAKE_ONE_AGAIN, QUAKE_ONE]
    items = [(article(text, id=str(n)), DAY + n * step) for n, text in enumerate(texts)]
    assert placed(*items) == ["0", "0", "0"]


@pytest.mark.parametrize("apart", [WINDOW, -WINDOW])
def test_a_report_from_the_last_day_of_the_window_belongs_to_the_story(apart: timedelta) -> None:
    found = placed(
        (article(QUAKE_ONE, id="a"), DAY),
        (article(QUAKE_ONE_AGAIN, id="b"), DAY + apart),
    )
    assert found == ["a", "a"]


def test_a_report_from_another_time_begins_a_story_of_its_own() -> None:
    later = DAY + WINDOW + timedelta(days=1)
    found = placed((article(QUAKE_ONE, id="a"), DAY), (article(QUAKE_ONE_AGAIN, id="b"), later))
    assert found == ["a", "b"]


def test_an_undated_report_is_kept_out_of_no_story() -> None:
    found = placed(
        (article(QUAKE_ONE, id="a"), None),
        (article(QUAKE_ONE_AGAIN, id="b"), DAY),
        (article(QUAKE_ONE, id="c"), None),
    )
    assert found == ["a", "a", "a"]


def test_what_was_placed_before_is_joined() -> None:
    first, second = report(article(QUAKE_ONE, id="a")), report(article(QUAKE_ONE_AGAIN, id="b"))
    line = StoryLine(rarity([first, second]))
    line.add(first, "an older story")
    assert line.place(second) == "an older story"


def test_an_article_without_telling_words_is_a_story_of_its_own() -> None:
    found = placed((article("It is what it is.", id="a", title="And so on"), None))
    assert found == ["a"]
