"""Preparing articles in other processes."""

import json
import multiprocessing
from pathlib import Path

import pytest

from bot.articles.article import Draft
from bot.newsroom import Newsroom
from bot.storage import workers
from bot.storage.preparing import content_hash
from bot.storage.workers import Hashed, in_thread, preparing


def drafts(count: int) -> list[Hashed]:
    made = [
        Draft(
            key=f"k{number}",
            source="news.jsonl",
            text=f"Ferry {number} left the pier at noon. It carried {number} cars to the island.",
            title=f"Ferry {number}",
            title_origin="metadata",
        )
        for number in range(count)
    ]
    return [(draft, content_hash(draft)) for draft in made]


async def test_other_processes_prepare_what_this_one_would(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch = drafts(5)
    monkeypatch.setattr(workers, "BULK_BYTES", 0)
    with preparing(1) as (prepare, at_once):
        assert at_once > 1
        assert await prepare(batch) == await in_thread(batch)


async def test_the_work_goes_on_when_the_other_processes_are_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch = drafts(3)
    monkeypatch.setattr(workers, "BULK_BYTES", 0)
    with preparing(1) as (prepare, _):
        await prepare(batch)
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        assert await prepare(batch) == await in_thread(batch)


async def test_a_large_ingest_takes_every_article_once(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(workers, "BULK_BYTES", 0)
    lines = [{"id": str(n), "text": f"Harbour {n} opened on a windy day."} for n in range(450)]
    source = tmp_path / "many.jsonl"
    source.write_text("\n".join(json.dumps(line) for line in [*lines, lines[7]]), encoding="utf-8")
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        report = await newsroom.ingest([source])
        assert (report.added, report.unchanged, report.refused) == (450, 1, [])
        assert (await newsroom.brief("harbour 449")).matched == 1
        again = await newsroom.ingest([source])
        assert (again.added, again.unchanged) == (0, 451)
