"""Failing disks, locks, damage and kills: each ends in a sentence, and nothing saved is lost."""

import asyncio
import signal
import sqlite3
import sys
from collections import Counter
from contextlib import closing
from pathlib import Path

import pytest
from sqlalchemy import make_url

from bot.errors import StorageFailed
from bot.persistence.database import (
    UTTERANCES,
    Database,
    is_missing,
    make_folder,
    shown,
    unchanging,
)
from bot.persistence.opening import open_database, problems
from bot.persistence.store import Store
from bot.wording.messages import Messages
from tests.persistence.examples import (
    content,
    miscounts,
    names,
    open_and_close,
    overwrite,
    prepared,
    rows,
    url_of,
)
from tests.shared import CHECKOUT

ARTICLES = 20
PASSAGES = 5
PAGE = 4_096

WRITER = """
import asyncio, sys
from bot.persistence.store import Store
from tests.persistence.examples import prepared, url_of

async def write(file, name, batches):
    store = await Store.open(url_of(file))
    for batch in range(batches):
        keys = [f"{name}-{batch}-{number}" for number in range(20)]
        await store.writer.save([prepared(key, passages=5) for key in keys], "here")
        print(batch, flush=True)
    await store.close()

asyncio.run(write(sys.argv[1], sys.argv[2], int(sys.argv[3])))
"""

FULL_DISK = """
import asyncio, resource, signal, sys
from bot.errors import StorageFailed
from bot.persistence.store import Store
from tests.persistence.examples import prepared, url_of

async def write(file):
    store = await Store.open(url_of(file))
    await store.writer.save([prepared("kept")], "here")
    signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (400_000, resource.RLIM_INFINITY))
    try:
        await store.writer.save([prepared(f"k{n}", passages=50) for n in range(500)], "here")
    except StorageFailed as failure:
        print(failure.utterance)
    print(len((await store.articles.page(["here"]))))
    resource.setrlimit(resource.RLIMIT_FSIZE, (resource.RLIM_INFINITY, resource.RLIM_INFINITY))
    print((await store.writer.save([prepared("after")], "here"))[0].outcome)
    await store.close()

asyncio.run(write(sys.argv[1]))
"""


async def python(script: str, *arguments: str) -> asyncio.subprocess.Process:
    return await asyncio.create_subprocess_exec(
        sys.executable, "-c", script, *arguments, stdout=asyncio.subprocess.PIPE
    )


async def saved_in(file: Path) -> None:
    store = await Store.open(url_of(file))
    await store.writer.save([prepared(f"k{n}", passages=20) for n in range(100)], "here")
    await store.close()


async def refusal(file: Path) -> str:
    with pytest.raises(StorageFailed) as caught:
        await open_and_close(url_of(file))
    assert caught.value.variables["file"] == str(file)
    return caught.value.utterance


async def test_a_killed_writer_loses_no_acknowledged_article_and_leaves_none_in_part(
    file: Path,
) -> None:
    for attempt in range(5):
        titles = (f"one{attempt}", f"two{attempt}")
        writers = {name: await python(WRITER, str(file), name, "99999") for name in titles}
        acknowledged = await asyncio.gather(
            *(_killed(writer, after=1 + attempt) for writer in writers.values())
        )
        for name, count in zip(writers, acknowledged, strict=True):
            await _is_whole(file, name, count)
    assert miscounts(file) == []


async def _killed(writer: asyncio.subprocess.Process, after: int) -> int:
    assert writer.stdout is not None
    told = [await writer.stdout.readline() for _ in range(after)]
    writer.send_signal(signal.SIGKILL)
    told += (await writer.stdout.read()).splitlines()
    await writer.wait()
    return len(told)


async def _is_whole(file: Path, name: str, acknowledged: int) -> None:
    store = await Store.open(url_of(file))
    keys = [f"{name}-{batch}-{n}" for batch in range(acknowledged) for n in range(ARTICLES)]
    assert set(await store.writer.content_hashes("here", keys)) == set(keys)
    assert await store.check() == []
    await store.close()
    batches = Counter(
        str(key).rsplit("-", 1)[0] for (key,) in rows(file, "SELECT key FROM article")
    )
    assert set(batches.values()) == {ARTICLES}
    parts = "SELECT DISTINCT count(p.id) FROM article a LEFT JOIN passage p ON p.article_id = a.id"
    assert rows(file, f"{parts} GROUP BY a.id") == [(PASSAGES,)]


async def test_two_processes_save_at_once(file: Path) -> None:
    writers = [await python(WRITER, str(file), name, "12") for name in ("one", "two")]
    await asyncio.gather(*(writer.communicate() for writer in writers))
    assert [writer.returncode for writer in writers] == [0, 0]
    assert rows(file, "SELECT count(*), count(DISTINCT change), max(change) FROM article") == [
        (480, 480, 480)
    ]
    assert miscounts(file) == []


async def test_many_tasks_of_one_process_save_at_once(store: Store, file: Path) -> None:
    tasks = (store.writer.save([prepared(f"k{n}"), prepared("shared")], "here") for n in range(20))
    saved = [one.outcome for batch in await asyncio.gather(*tasks) for one in batch]
    assert Counter(saved) == {"added": 21, "unchanged": 19}
    assert miscounts(file) == []


async def test_readers_read_while_a_writer_holds_its_lock(store: Store, file: Path) -> None:
    await store.writer.save([prepared("a")], "here")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        other.execute("UPDATE collection SET articles = 99")
        assert [one.articles for one in await store.changes.statistics(["here"])] == [1]
        assert len(await store.changes.after(0, 10)) == 1
        assert len(await store.articles.by_row([1, 2])) == 1
        other.execute("ROLLBACK")


async def test_a_reader_sees_one_moment(store: Store, file: Path) -> None:
    await store.writer.save([prepared("a")], "here")
    database = Database(make_url(url_of(file)))
    async with database.observing() as connection:
        count = "SELECT count(*) FROM article"
        before = (await connection.exec_driver_sql(count)).scalar_one()
        await store.writer.save([prepared("b")], "here")
        assert (await connection.exec_driver_sql(count)).scalar_one() == before
    await database.close()


async def test_a_database_that_another_program_keeps_locked_is_told(
    file: Path,
) -> None:
    store = await _store_with(file, "PRAGMA busy_timeout = 10")
    with closing(sqlite3.connect(file, isolation_level=None)) as other:
        other.execute("BEGIN IMMEDIATE")
        with pytest.raises(StorageFailed) as caught:
            await store.notes.keep("name", "value")
    assert caught.value.utterance == "storage/locked"
    await store.notes.keep("name", "value")
    await store.close()


async def _store_with(file: Path, pragma: str) -> Store:
    database = await open_database(url_of(file))
    async with database.reading() as connection:
        await connection.exec_driver_sql(pragma)
    return Store(database)


async def test_a_full_disk_is_told_and_what_was_saved_stays(file: Path) -> None:
    process = await python(FULL_DISK, str(file))
    told = (await process.communicate())[0].decode().split()
    assert told[0] in ("storage/full", "storage/disk_error")
    assert told[1:] == ["1", "added"]
    assert await problems(url_of(file)) == []
    assert miscounts(file) == []


async def test_a_database_that_cannot_grow_is_full_and_still_read(file: Path) -> None:
    store = await _store_with(file, "PRAGMA max_page_count = 60")
    await store.writer.save([prepared("a")], "here")
    with pytest.raises(StorageFailed) as caught:
        await store.writer.save([prepared(f"k{n}", passages=50) for n in range(200)], "here")
    assert caught.value.utterance == "storage/full"
    assert [article.key for _, article in await store.articles.page(["here"])] == ["a"]
    await store.close()
    assert miscounts(file) == []


@pytest.mark.parametrize("garbage", [b"not a database" * 500, bytes(range(256)) * 64])
async def test_garbage_is_refused_and_left_as_it_was(tmp_path: Path, garbage: bytes) -> None:
    file = tmp_path / "news.db"
    overwrite(file, garbage)
    assert await refusal(file) == "storage/damaged"
    assert await problems(url_of(file)) == [("storage/damaged", {"file": str(file)})]
    assert content(file) == garbage
    assert names(tmp_path) == [file.name]


@pytest.mark.parametrize("part", [0.02, 0.5, 0.9])
async def test_a_truncated_database_is_refused_and_left_as_it_was(file: Path, part: float) -> None:
    await saved_in(file)
    whole = content(file)
    overwrite(file, whole[: int(len(whole) * part)])
    assert await refusal(file) == "storage/damaged"
    assert await problems(url_of(file)) == [("storage/damaged", {"file": str(file)})]
    assert content(file) == whole[: int(len(whole) * part)]


async def test_damage_inside_is_found_by_a_check_and_told_by_a_read(file: Path) -> None:
    await saved_in(file)
    ((page,),) = rows(file, "SELECT rootpage FROM sqlite_master WHERE name = 'article_version'")
    whole, start = content(file), (int(str(page)) - 1) * PAGE
    overwrite(file, whole[:start] + b"Z" * PAGE + whole[start + PAGE :])
    store = await Store.open(url_of(file))
    assert await store.check() == [("storage/damaged", {"file": str(file)})]
    with pytest.raises(StorageFailed) as caught:
        await store.articles.page(["here"])
    assert caught.value.utterance == "storage/damaged"
    await store.close()


async def test_a_folder_in_the_place_of_the_file_is_told(file: Path) -> None:
    make_folder(make_url(url_of(file / "inside")))
    assert await refusal(file) == "storage/cannot_open"


async def test_a_folder_that_cannot_be_made_is_told(tmp_path: Path) -> None:
    (tmp_path / "taken").write_text("a file")
    with pytest.raises(StorageFailed) as caught:
        await Store.open(url_of(tmp_path / "taken" / "news.db"))
    assert caught.value.utterance == "storage/no_folder"
    assert caught.value.variables == {"folder": str(tmp_path / "taken")}


async def test_a_database_that_may_only_be_read_is_told_when_it_is_written(file: Path) -> None:
    await saved_in(file)
    reading = Store(Database(unchanging(make_url(url_of(file)))))
    assert len(await reading.articles.page(["here"])) == 100
    with pytest.raises(StorageFailed) as caught:
        await reading.notes.keep("name", "value")
    assert caught.value.utterance == "storage/read_only"
    await reading.close()


async def test_other_errors_carry_the_words_of_the_driver(store: Store, file: Path) -> None:
    with closing(sqlite3.connect(file)) as other:
        other.execute("DROP TABLE inquiry")
    with pytest.raises(StorageFailed) as caught:
        await store.inquiries.recall("t")
    assert caught.value.utterance == "storage/failed"
    assert caught.value.variables == {"file": str(file), "reason": "no such table: inquiry"}


def test_a_server_has_no_folder_and_shows_no_password() -> None:
    place = make_url("postgresql+asyncpg://bot:secret@db.example/news")
    make_folder(place)
    assert "secret" not in shown(place)
    assert unchanging(place) == place
    assert not is_missing(place)


def test_every_failure_has_its_utterance() -> None:
    names = {*UTTERANCES.values()} | {
        f"storage/{name}"
        for name in ("failed", "no_folder", "foreign", "newer_schema", "older_schema")
    }
    source = (CHECKOUT / "prompts" / "en" / "storage.ftl").read_text(encoding="utf-8")
    assert names <= {f"storage/{name}" for name in Messages("en", source).names}
