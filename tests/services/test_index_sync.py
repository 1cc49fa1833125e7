"""The index beside the database: missing, stale, damaged, foreign, and shared by processes."""

import asyncio
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest

from bot.engines.forward_index import TERMS_FILE
from bot.engines.tantivy_index import TantivyIndex
from bot.errors import StorageFailed
from bot.persistence.store import Store
from bot.search.passage_index import DamagedIndex, PassageIndex
from bot.services.index_sync import IndexSync, index_problem
from bot.services.newsroom import Newsroom
from tests.commands import Pullquote
from tests.examples import article, news
from tests.persistence.examples import prepared, url_of

GEYSER = "A geyser broke out near Holt."

Harm = Callable[[Path], object]

HARMS: dict[str, Harm] = {
    "deleted": lambda file: file.unlink(),
    "emptied": lambda file: file.write_bytes(b""),
    "cut": lambda file: file.write_bytes(file.read_bytes()[: file.stat().st_size // 2]),
    "garbage": lambda file: file.write_bytes(b"\xa5" * file.stat().st_size),
}

PARTS = (".idx", ".term", ".fast", ".fieldnorm", "meta.json", "state.json")
"""The files that an index cannot do without."""


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
@pytest.mark.parametrize("part", PARTS)
def test_a_damaged_index_is_told_by_check_and_made_anew_by_the_next_command(
    pullquote: Pullquote, sample: Path, part: str, harm: Harm
) -> None:
    before = pullquote("brief", "sanctions", "--json")
    (file,) = (path for path in (sample / "index").iterdir() if path.name.endswith(part))
    harm(file)
    told = pullquote("check")
    assert (told.code, told.out.splitlines()) == (
        1,
        ["The index is damaged. The next command makes it anew from the database."],
    )
    after = pullquote("brief", "sanctions", "--json")
    assert (after.code, after.out) == (before.code, before.out)
    assert after.err == "The index could not be used and was made anew from the database.\n"
    assert pullquote("check").code == 0
    assert pullquote("brief", "sanctions", "--json") == before


@pytest.mark.parametrize("harm", HARMS.values(), ids=HARMS)
def test_a_damaged_forward_index_is_made_anew_by_the_first_question(
    pullquote: Pullquote, sample: Path, harm: Harm
) -> None:
    before = pullquote("brief", "sanctions", "--json")
    harm(sample / "index" / TERMS_FILE)
    after = pullquote("brief", "sanctions", "--json")
    assert (after.code, after.out) == (before.code, before.out)
    assert after.err == "The index could not be used and was made anew from the database.\n"
    assert pullquote("check").code == 0
    assert pullquote("brief", "sanctions", "--json") == before


def test_a_missing_index_is_told_and_made_anew(pullquote: Pullquote, sample: Path) -> None:
    before = pullquote("brief", "sanctions", "--json")
    shutil.rmtree(sample / "index")
    assert "The index is missing" in pullquote("check").out
    after = pullquote("brief", "sanctions", "--json")
    assert after.out == before.out
    assert "made anew" in after.err
    assert pullquote("check").code == 0


def test_an_index_of_another_data_folder_is_told_and_made_anew(
    pullquote: Pullquote, sample: Path
) -> None:
    pullquote("ingest", str(news(pullquote.folder / "news")), "--data", "other")
    shutil.rmtree("other/index")
    shutil.copytree(sample / "index", "other/index")
    assert "belongs to another database" in pullquote("check", "--data", "other").out
    done = pullquote("brief", "frost", "--json", "--data", "other")
    assert done.object["found"]
    assert "made anew" in done.err


def test_an_index_of_a_later_state_of_the_database_is_made_anew(
    pullquote: Pullquote, sample: Path
) -> None:
    shutil.copy(sample / "pullquote.db", "older.db")
    pullquote("ingest", str(news(pullquote.folder / "news")))
    for name in ("pullquote.db-wal", "pullquote.db-shm"):
        (sample / name).unlink(missing_ok=True)
    shutil.copy("older.db", sample / "pullquote.db")
    assert "belongs to another database" in pullquote("check").out
    assert pullquote("brief", "sanctions", "--json").object["found"]
    assert pullquote("check").code == 0


def test_an_index_that_lacks_passages_is_damaged(sample: Path) -> None:
    index = TantivyIndex.open(sample / "index")
    state = (sample / "index" / "state.json").read_bytes()
    index.apply([], index.state.change)
    assert (sample / "index" / "state.json").read_bytes() == state
    held = (index.state.identity, index.state.change)
    assert index_problem(sample, *held, len(index)) is None
    assert index_problem(sample, *held, len(index) + 1) == "storage/index_damaged"


async def test_an_index_that_lacks_passages_is_made_anew(tmp_path: Path) -> None:
    store = await Store.open(url_of(tmp_path / "news.db"))
    await store.writer.save([prepared(f"k{n}") for n in range(5)], "here")
    TantivyIndex.create(tmp_path / "index", await store.notes.identity()).apply([], 5)
    live = await IndexSync.open(store.changes, store.notes, tmp_path)
    assert live.repaired
    assert await live.ask(len) == await store.changes.passage_count()
    await store.close()


async def test_damage_found_while_asking_is_mended_once(tmp_path: Path) -> None:
    store = await Store.open(url_of(tmp_path / "news.db"))
    await store.writer.save([prepared(f"k{n}") for n in range(5)], "here")
    live = await IndexSync.open(store.changes, store.notes, tmp_path)
    (damaged,) = {id(await live.ask(lambda index: index))}

    def question(index: PassageIndex) -> int:
        if id(index) == damaged:
            raise DamagedIndex(str(tmp_path))
        return len(index)

    kept = await live.ask(lambda index: index)
    counted = await store.changes.passage_count()
    assert await asyncio.gather(*(live.ask(question) for _ in range(5))) == [counted] * 5
    assert id(kept) == damaged
    assert live.repaired
    await store.close()


async def test_an_index_that_stays_damaged_is_told(tmp_path: Path) -> None:
    store = await Store.open(url_of(tmp_path / "news.db"))
    live = await IndexSync.open(store.changes, store.notes, tmp_path)

    def question(_: PassageIndex) -> int:
        raise DamagedIndex(str(tmp_path))

    with pytest.raises(StorageFailed, match="storage/index_unwritable"):
        await live.ask(question)
    await store.close()


async def test_an_index_that_was_never_opened_is_told(tmp_path: Path) -> None:
    store = await Store.open(url_of(tmp_path / "news.db"))
    with pytest.raises(StorageFailed, match="storage/index_unwritable"):
        await IndexSync(store.changes, store.notes, tmp_path / "index").ask(len)
    await store.close()


async def test_an_index_that_another_process_just_makes_anew_is_not_used_yet(
    tmp_path: Path,
) -> None:
    store = await Store.open(url_of(tmp_path / "news.db"))
    await store.writer.save([prepared(f"k{n}") for n in range(5)], "here")
    live = await IndexSync.open(store.changes, store.notes, tmp_path)
    counted = await store.changes.passage_count()
    other = await asyncio.to_thread(
        TantivyIndex.create, tmp_path / "index", await store.notes.identity()
    )
    assert await live.ask(len) == counted
    assert live.change == 5
    other.apply([], 5)
    assert await live.ask(len) == 0
    await store.close()


async def test_an_index_with_many_changes_tells_how_far_it_is(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.index_sync.BATCH", 2)
    store = await Store.open(url_of(tmp_path / "news.db"))
    await store.writer.save([prepared(f"k{n}", outlet=None) for n in range(5)], "here")
    told: list[tuple[int, int]] = []
    await IndexSync.open(
        store.changes, store.notes, tmp_path, lambda done, whole: told.append((done, whole))
    )
    assert told == [(2, 5), (4, 5), (5, 5)]
    await store.close()


async def test_a_process_that_waits_too_long_for_another_says_so(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    from filelock import FileLock  # noqa: PLC0415 - only here

    monkeypatch.setattr("bot.services.index_sync.LOCK_SECONDS", 0.01)
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        file = article(tmp_path / "news", "a.md", GEYSER)
        with (
            FileLock(tmp_path / "data" / "index.lock"),
            pytest.raises(StorageFailed, match="storage/index_busy"),
        ):
            await newsroom.ingest([file])
        assert (await newsroom.ingest([file])).unchanged == 1
        assert (await newsroom.brief("geyser")).found


async def test_an_index_that_cannot_be_written_is_told(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        monkeypatch.setattr(TantivyIndex, "apply", full)
        with pytest.raises(StorageFailed, match="storage/index_unwritable"):
            await newsroom.ingest([news(tmp_path / "news")])
        monkeypatch.undo()
        assert (await newsroom.ingest([tmp_path / "news"])).unchanged == 3
        assert (await newsroom.brief("frost")).found


async def test_what_could_not_be_written_is_found_after_the_next_change(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        monkeypatch.setattr(TantivyIndex, "apply", full)
        with pytest.raises(StorageFailed, match="storage/index_unwritable"):
            await newsroom.ingest([news(tmp_path / "news")])
        monkeypatch.undo()
        await newsroom.intake.upload("geyser.txt", GEYSER.encode(), "operator")
        assert not newsroom.repaired
        for query in ("geyser", "frost", "silt"):
            assert (await newsroom.brief(query)).found


def full(*_: object) -> None:
    raise OSError(28, "No space left on device")
