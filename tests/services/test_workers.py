"""Reading the words of articles in other processes."""

import asyncio
import json
import multiprocessing
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing
from pathlib import Path

import pytest

from bot.articles.article import Draft
from bot.persistence.article_rows import Change
from bot.services import workers
from bot.services.newsroom import Newsroom
from bot.services.preparing import content_hash
from bot.services.workers import (
    Hashed,
    Item,
    Result,
    analyse,
    in_thread,
    prepare,
    worked_ahead,
    working,
)


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
    return [Hashed(draft, content_hash(draft), draft.source) for draft in made]


def changes(count: int) -> list[Change]:
    return [
        Change(n, n, 1, 1, "Pier Post", 20240305, "Ferry sails", "The ferry sailed.", ((0, 17),))
        for n in range(1, count + 1)
    ]


async def test_other_processes_do_what_this_one_would(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(workers, "BULK_BYTES", 0)
    with working(1) as (work, at_once):
        assert at_once > 1
        assert await work(prepare, drafts(5)) == await in_thread(prepare, drafts(5))
        assert await work(analyse, changes(5)) == await in_thread(analyse, changes(5))


async def test_the_work_goes_on_when_the_other_processes_are_ended(
    monkeypatch: pytest.MonkeyPatch,
) -> None:
    batch = drafts(3)
    monkeypatch.setattr(workers, "BULK_BYTES", 0)
    with working(1) as (work, _):
        await work(prepare, batch)
        for process in multiprocessing.active_children():
            process.kill()
            process.join()
        assert await work(prepare, batch) == await in_thread(prepare, batch)


def doubled(batch: Sequence[int]) -> list[int]:
    return [2 * number for number in batch]


async def counted(batches: Sequence[Sequence[int]]) -> AsyncIterator[Sequence[int]]:
    for batch in batches:
        yield batch


class Later:
    """Work whose batches are done only when told, in whatever order."""

    def __init__(self) -> None:
        self.begun: dict[str, asyncio.Event] = {}
        self.cancelled: list[str] = []
        self._change = asyncio.Condition()

    async def __call__(
        self, function: Callable[[Sequence[Item]], list[Result]], batch: Sequence[Item]
    ) -> list[Result]:
        """What the function makes of the batch, once its event is set."""
        done = self.begun[str(batch)] = asyncio.Event()
        async with self._change:
            self._change.notify_all()
        try:
            await done.wait()
        except asyncio.CancelledError:
            self.cancelled.append(str(batch))
            raise
        return function(batch)

    async def until_begun(self, *batches: str) -> None:
        """Wait until these are worked on."""
        async with self._change:
            await self._change.wait_for(lambda: self.begun.keys() >= {*batches})


@pytest.mark.parametrize("at_once", [1, 2, 9])
async def test_batches_come_in_order_with_what_became_of_them(at_once: int) -> None:
    batches = [[1, 2], [], [3], [4]]
    ahead = worked_ahead(counted(batches), doubled, in_thread, at_once)
    assert [found async for found in ahead] == [(batch, doubled(batch)) for batch in batches]


async def test_the_next_batch_is_begun_before_the_first_is_asked_for() -> None:
    work = Later()
    async with aclosing(worked_ahead(counted([[1], [2], [3]]), doubled, work, 2)) as ahead:
        first = asyncio.ensure_future(anext(ahead))
        await work.until_begun("[1]", "[2]")
        assert not first.done()
        assert "[3]" not in work.begun
        for done in work.begun.values():
            done.set()
        assert await first == ([1], [2])
        assert await anext(ahead) == ([2], [4])
        await work.until_begun("[3]")
    await asyncio.sleep(0)
    assert work.cancelled == ["[3]"]


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
