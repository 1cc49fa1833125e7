"""Giving the index what was just saved, also when others write to both, and its upkeep."""

import asyncio
from collections.abc import AsyncIterator
from dataclasses import replace
from pathlib import Path

import pytest

from bot.engines.tantivy_index import TantivyIndex
from bot.errors import StorageFailed
from bot.persistence.article_rows import Prepared, Saved
from bot.persistence.opening import open_database
from bot.persistence.store import Store
from bot.services.folders import found_files
from bot.services.furniture import FurnitureLearner
from bot.services.index_sync import FOLDER, IndexSync, Numbered
from bot.services.intake import Intake
from bot.services.newsroom import Newsroom
from bot.services.preparing import indexed
from tests.articles.examples import PHRASES
from tests.commands import started
from tests.examples import ORCHARD, article, news
from tests.persistence.examples import prepared, url_of

GEYSER = "A geyser broke out near Holt."
AGAIN = 6
"""How often an article is replaced to make an index mostly waste."""


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(url_of(tmp_path / "news.db"))
    yield opened
    await opened.close()


async def saved(store: Store, *keys: str) -> list[Numbered]:
    """Save articles; what the index is to be given of them."""
    batch = [prepared(key) for key in keys]
    return [
        _numbered(one, of)
        for one, of in zip(await store.writer.save(batch, "here"), batch, strict=True)
    ]


def _numbered(one: Saved, of: Prepared) -> Numbered:
    assert one.place is not None
    return one.place.number, indexed(of, one.place)


def emptied(articles: list[Numbered]) -> list[Numbered]:
    """The articles without passages, which the database would not give."""
    return [(number, replace(one, passages=())) for number, one in articles]


async def synced(store: Store, data: Path) -> IndexSync:
    return await IndexSync.open(store.changes, store.notes, data)


async def is_level(live: IndexSync, store: Store) -> bool:
    return (
        live.change == await store.changes.last()
        and await live.ask(len) == await store.changes.passage_count()
    )


async def test_articles_are_taken_as_they_are_given(store: Store, tmp_path: Path) -> None:
    live = await synced(store, tmp_path)
    await live.take(await saved(store, "a", "b"))
    assert await is_level(live, store)
    await live.take(emptied(await saved(store, "c")))
    assert live.change == await store.changes.last()
    assert await live.ask(len) == await store.changes.passage_count() - 2
    assert not live.repaired


@pytest.mark.parametrize("left_out", [[0], [1], [0, 1], [0, 2]])
async def test_what_does_not_follow_on_is_fetched_from_the_database(
    store: Store, tmp_path: Path, left_out: list[int]
) -> None:
    live = await synced(store, tmp_path)
    given = emptied(await saved(store, "a", "b", "c", "d"))
    await live.take([one for place, one in enumerate(given) if place not in left_out])
    assert await is_level(live, store)
    assert not live.repaired


async def test_what_another_process_wrote_in_between_is_taken_as_well(
    store: Store, tmp_path: Path
) -> None:
    live, other = (
        await synced(store, tmp_path),
        await synced(store, tmp_path),
    )
    await live.take(await saved(store, "a"))
    await saved(store, "b")
    await other.take(emptied(await saved(store, "c")))
    assert await is_level(other, store)
    assert await is_level(live, store)
    await live.take(await saved(store, "d"))
    assert await is_level(live, store)
    assert await is_level(other, store)
    assert not live.repaired
    assert not other.repaired


async def test_what_another_process_has_taken_meanwhile_is_not_taken_twice(
    store: Store, tmp_path: Path
) -> None:
    live, other = (
        await synced(store, tmp_path),
        await synced(store, tmp_path),
    )
    mine, theirs = await saved(store, "a"), await saved(store, "b")
    await other.take(theirs)
    await live.take(mine)
    assert await is_level(live, store)
    assert await is_level(other, store)


async def test_an_index_that_was_not_opened_is_made(store: Store, tmp_path: Path) -> None:
    live = IndexSync(store.changes, store.notes, tmp_path / FOLDER)
    await live.take(await saved(store, "a", "b"))
    assert await is_level(live, store)


async def test_many_may_take_at_once(store: Store, tmp_path: Path) -> None:
    lives = [await synced(store, tmp_path) for _ in range(3)]

    async def taking(live: IndexSync, name: str) -> None:
        for number in range(5):
            await live.take(await saved(store, f"{name}{number}"))

    await asyncio.gather(*(taking(live, name) for live, name in zip(lives, "abc", strict=True)))
    assert [await is_level(live, store) for live in lives] == [True] * 3
    assert not any(live.repaired for live in lives)


async def test_what_was_saved_before_the_disk_was_full_is_found(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.article_batches.BATCH_ARTICLES", 20)
    database = await open_database(url_of(tmp_path / "small.db"))
    async with database.reading() as connection:
        await connection.exec_driver_sql("PRAGMA max_page_count = 100")
    store = Store(database)
    live = await synced(store, tmp_path)
    for number in range(300):
        article(tmp_path / "many", f"{number}.md", f"Report {number}: {ORCHARD}")
    learner = FurnitureLearner(store.furniture)
    intake = Intake(store.writer, store.rounds, live, PHRASES, learner)
    with pytest.raises(StorageFailed, match="storage/full"):
        await intake.files(found_files([tmp_path / "many"]), "here")
    assert await store.changes.last() > 0
    level = await is_level(live, store)
    await store.close()
    assert level


async def test_an_article_is_found_and_gone_within_the_call(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        text = f"{GEYSER} {ORCHARD}"
        report = await newsroom.intake.upload("g.txt", text.encode(), "operator")
        assert [hit.quote.text for hit in await newsroom.inquiries.search("geyser")] == [text]
        assert (await newsroom.brief("geyser")).found
        edited = text.replace("geyser", "spring")
        assert (await newsroom.intake.upload("g.txt", edited.encode(), "operator")).updated == 1
        assert await newsroom.inquiries.search("geyser") == []
        assert (await newsroom.brief("spring")).found
        assert await newsroom.intake.remove(report.article_ids[0], "operator")
        assert await newsroom.inquiries.search("spring") == []
        assert not (await newsroom.brief("spring")).found
        assert not newsroom.repaired


async def test_another_process_sees_what_is_added_and_removed(tmp_path: Path) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        report = await newsroom.intake.upload("g.txt", GEYSER.encode(), "operator")
        command = ("brief", "geyser", "--json")
        assert (await asyncio.to_thread(started, *command, folder=tmp_path)).object["found"]
        article(tmp_path / "news", "frost.md", ORCHARD)
        ingest = await asyncio.to_thread(started, "ingest", "news", folder=tmp_path)
        assert ingest.code == 0
        assert (await newsroom.brief("frost")).found
        await newsroom.intake.remove(report.article_ids[0], "operator")
        gone = await asyncio.to_thread(started, *command, folder=tmp_path)
        assert (gone.object["found"], gone.object["articles_total"], gone.err) == (False, 1, "")


async def replaced(data: Path) -> int:
    """Replace articles until most of the index is waste; the size of the forward index."""
    async with await Newsroom.open(data) as newsroom:
        await newsroom.ingest([news(data.parent / "news")])
        for number in range(AGAIN):
            text = f"{ORCHARD} Replaced {number} times."
            await newsroom.intake.upload("orchard.md", text.encode(), "operator")
    return TantivyIndex.open(data / FOLDER).forward_bytes


async def test_an_index_that_is_mostly_waste_is_made_anew_when_it_is_opened(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    before = await replaced(tmp_path / "data")
    monkeypatch.setattr("bot.engines.tantivy_index.WASTE_ALLOWED", 0)
    monkeypatch.setattr("bot.engines.tantivy_index.WASTE", 2)
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        after = TantivyIndex.open(tmp_path / "data" / FOLDER).forward_bytes
        assert 0 < after < before / 2
        assert len(await newsroom.inquiries.search("frost")) == 2
        assert (await newsroom.brief("replaced 5 times")).found
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert TantivyIndex.open(tmp_path / "data" / FOLDER).forward_bytes == after
        assert not newsroom.repaired


@pytest.mark.parametrize(("waste", "allowed"), [(2, 10_000), (100, 0)])
async def test_an_index_with_some_waste_is_left_as_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, waste: int, allowed: int
) -> None:
    before = await replaced(tmp_path / "data")
    monkeypatch.setattr("bot.engines.tantivy_index.WASTE_ALLOWED", allowed)
    monkeypatch.setattr("bot.engines.tantivy_index.WASTE", waste)
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert TantivyIndex.open(tmp_path / "data" / FOLDER).forward_bytes == before
        assert not newsroom.repaired


async def test_a_removed_article_leaves_only_waste(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.engines.tantivy_index.WASTE_ALLOWED", 0)
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        report = await newsroom.intake.upload("g.txt", GEYSER.encode(), "operator")
        await newsroom.intake.remove(report.article_ids[0], "operator")
        assert TantivyIndex.open(tmp_path / "data" / FOLDER).forward_bytes > 0
    async with await Newsroom.open(tmp_path / "data"):
        assert TantivyIndex.open(tmp_path / "data" / FOLDER).forward_bytes == 0


async def test_an_index_that_another_process_left_half_made_is_filled_again(
    tmp_path: Path,
) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.ingest([news(tmp_path / "news")])
        identity = TantivyIndex.open(tmp_path / "data" / FOLDER).state.identity
        TantivyIndex.create(tmp_path / "data" / FOLDER, identity)
        assert (await newsroom.brief("frost")).found
        await newsroom.intake.upload("g.txt", GEYSER.encode(), "operator")
        for query in ("geyser", "frost", "silt"):
            assert (await newsroom.brief(query)).found
