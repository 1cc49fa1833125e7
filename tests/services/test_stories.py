"""All stories of what can be seen, for whoever asks for them."""

from datetime import date

import pytest

from bot.articles.article import Article
from bot.errors import WrongUse
from bot.language.english.analyser import Analyser
from bot.services import stories as module
from bot.services.newsroom import Newsroom
from bot.services.stories import StoryGrouping
from tests.digest.examples import QUAKE_ONE, QUAKE_ONE_AGAIN, SHIP, article
from tests.services.digest_examples import news
from tests.services.test_digests import (
    OTHER,
    SERVER,
    clock,
    newsroom,
    tell,
)

__all__ = ["clock", "newsroom"]


async def test_a_story_names_its_outlets_and_days(newsroom: Newsroom) -> None:
    await news(newsroom)
    found = await newsroom.stories.stories()
    outlets = sorted(sorted(story.outlets) for story in found)
    assert outlets == [["Hill Herald", "Lake Radio", "Valley Post"], ["Selby Star"]]
    assert all(story.first is story.last is None for story in found)


async def test_stories_of_some_days_are_of_the_articles_dated_on_them(newsroom: Newsroom) -> None:
    await tell(newsroom, "dams", published="2026-03-08")
    await tell(newsroom, "bridges", published="2026-03-09T23:30:00+00:00")
    await tell(newsroom, "ferries", published="2026-03-10")
    await tell(newsroom, "harvests")
    asked = newsroom.stories.stories

    def titles(found: list[module.StoryOutline]) -> list[str]:
        return [story.title.removeprefix("On ") for story in found]

    assert titles(await asked()) == ["dams", "bridges", "ferries", "harvests"]
    assert titles(await asked(since="2026-03-09")) == ["bridges", "ferries"]
    assert titles(await asked(until="2026-03-09")) == ["dams", "bridges"]
    assert titles(await asked(since="2026-03-09", until="2026-03-09")) == ["bridges"]
    assert titles(await asked(since="2027")) == []
    assert [story.first for story in await asked(until="2026-03-08")] == [date(2026, 3, 8)]


async def test_each_server_has_the_stories_that_it_can_see(newsroom: Newsroom) -> None:
    await tell(newsroom, "dams")
    await tell(newsroom, "bridges", SERVER)
    await tell(newsroom, "ferries", OTHER)
    assert len(await newsroom.stories.stories()) == 1
    assert len(await newsroom.stories.stories(SERVER)) == 2


async def test_more_articles_than_are_read_at_once_are_all_in_a_story(
    newsroom: Newsroom, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, "READ_AT_ONCE", 2)
    for topic in ("dams", "bridges", "ferries", "harvests", "violins"):
        await tell(newsroom, topic)
    found = await newsroom.stories.stories()
    ids = [item.id async for item in newsroom.articles.articles()]
    assert sorted(name for story in found for name in story.articles) == sorted(ids)


@pytest.mark.parametrize(("since", "until"), [("soon", None), (None, "2026-02-31")])
async def test_what_is_no_day_is_told(
    newsroom: Newsroom, since: str | None, until: str | None
) -> None:
    with pytest.raises(WrongUse) as refused:
        await newsroom.stories.stories(None, since, until)
    assert refused.value.utterance == "error/bad_day"


ARTICLES = [
    article(text, id=name)
    for name, text in {"a": QUAKE_ONE, "b": QUAKE_ONE_AGAIN, "c": SHIP}.items()
]


def grouping() -> StoryGrouping:
    return StoryGrouping(Analyser())


def dated(articles: list[Article]) -> list[tuple[Article, date | None]]:
    return [(one, None) for one in articles]


def test_the_same_articles_in_another_order_are_not_grouped_again() -> None:
    remembering = grouping()
    first = remembering.groups(dated(ARTICLES))
    assert remembering.groups(dated(ARTICLES[::-1])) is first
    assert remembering.groups(dated(ARTICLES[:2])) != first


def test_what_is_forgotten_is_grouped_as_before(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(module, "REMEMBERED_GROUPINGS", 1)
    monkeypatch.setattr(module, "REMEMBERED_REPORTS", 2)
    remembering = grouping()
    first = remembering.groups(dated(ARTICLES))
    remembering.groups(dated(ARTICLES[1:]))
    again = remembering.groups(dated(ARTICLES))
    assert again is not first
    assert again == first
