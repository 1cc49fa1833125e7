"""Articles by when they came in."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.persistence.store import Store
from tests.persistence.examples import prepared, url_of

NOW = 1_780_000_000


@pytest.fixture
async def filled(file: Path) -> AsyncIterator[Store]:
    """A store in which articles came in a minute after each other, in two collections."""
    moments = iter(range(NOW, NOW + 600, 60))
    store = await Store.open(url_of(file), clock=lambda: next(moments))
    await store.writer.save([prepared("old")], "7", baseline=True)
    await store.writer.save([prepared("first")], "7")
    await store.writer.save([prepared("elsewhere")], "8")
    await store.writer.save([prepared("last")], "7")
    yield store
    await store.close()


async def keys(store: Store, after: int, until: int, *, baseline: bool | None = None) -> list[str]:
    """The keys of what came in to a collection after a moment, up to another."""
    found = await store.arrivals.between(["7"], after, until, 9, baseline=baseline)
    return [one.article.key for one in found]


async def test_what_came_in_is_of_one_collection_and_in_order(filled: Store) -> None:
    assert await keys(filled, NOW - 1, NOW + 180) == ["old", "first", "last"]
    assert await keys(filled, NOW, NOW + 179) == ["first"]
    assert await keys(filled, NOW - 1, NOW + 180, baseline=True) == ["old"]
    assert await keys(filled, NOW - 1, NOW + 180, baseline=False) == ["first", "last"]


async def test_what_a_feed_had_at_its_first_reading_is_not_counted_as_come_in(
    filled: Store,
) -> None:
    assert await filled.arrivals.count(["7"], NOW - 1, NOW + 180) == 2
    assert await filled.arrivals.count(["7"], NOW + 60, NOW + 180) == 1
    assert await filled.arrivals.count(["7", "8"], NOW - 1, NOW + 180) == 3
    assert await filled.arrivals.count([], NOW - 1, NOW + 180) == 0


async def test_an_article_is_in_the_story_that_it_was_put_into_last(filled: Store) -> None:
    arrivals = await filled.arrivals.between(["7"], NOW - 1, NOW + 600, 9)
    old, first, last = (one.row for one in arrivals)
    await filled.arrivals.keep_stories("7", {old: "a", first: "a", last: "b"})
    await filled.arrivals.keep_stories("7", {first: "b"})
    await filled.arrivals.keep_stories("8", {old: "c"})
    await filled.arrivals.keep_stories("7", {})
    found = await filled.arrivals.stories_of("7", [old, first, last])
    assert found == {old: "a", first: "b", last: "b"}
    told = await filled.arrivals.story("7", ["7"], arrivals[1].article.id, 9)
    assert [one.row for one in told] == [first, last]
