"""Ingests, rebuilds and catching up, killed at any moment: nothing is lost, nothing is in part."""

import asyncio
import random
import shutil
import sys
from collections import Counter
from pathlib import Path
from time import perf_counter

import pytest

from bot.engines.tantivy_index import TantivyIndex
from bot.operations.checks import problems
from bot.persistence.database import DATABASE
from bot.services.index_sync import FOLDER, index_problem
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.commands import ROOT, surroundings
from tests.effort import PATIENCE
from tests.persistence.examples import miscounts, rows
from tests.persistence.victims import ARTICLES, PASSAGES, READY, file_of, keys_of, text_of, word_of

ROUNDS = {"ingest": 5, "ingest beside": 2, "rebuild": 4, "catch up": 4}
"""How often each work is killed."""

MENDED = {"storage/index_damaged", "storage/index_missing"}
"""What opening mends by making the index anew; what the index only lacks it is given."""


class Victim:
    """A process that has imported all that it needs, and waits for a sign."""

    def __init__(self, process: asyncio.subprocess.Process) -> None:
        self._process = process

    @classmethod
    async def waiting(cls, work: str, data: Path, number: int) -> "Victim":
        """One that has not begun yet."""
        command = (sys.executable, "-m", "tests.persistence.victims", work, str(data), str(number))
        pipe = asyncio.subprocess.PIPE
        process = await asyncio.create_subprocess_exec(
            *command, cwd=ROOT, env=surroundings(), stdin=pipe, stdout=pipe
        )
        return cls(process)

    async def begin(self) -> None:
        """Let it work."""
        assert self._process.stdout is not None
        assert self._process.stdin is not None
        assert await self._process.stdout.readline() == READY
        self._process.stdin.write(b"go\n")
        await self._process.stdin.drain()

    async def end(self, after: float | None = None) -> float:
        """Kill it some seconds after it has begun, or let it finish; how long it worked."""
        begun = perf_counter()
        try:
            assert await asyncio.wait_for(self._process.wait(), after) == 0
        except TimeoutError:
            self._process.kill()
            await self._process.wait()
        worked = perf_counter() - begun
        assert self._process.stdout is not None
        # Its own processes have the same output, so that it ends when the last of them has gone.
        assert await asyncio.wait_for(self._process.stdout.read(), PATIENCE) == b""
        return worked


@pytest.mark.parametrize(("work", "rounds"), ROUNDS.items())
async def test_work_killed_at_any_moment_is_mended_by_opening(
    tmp_path: Path, work: str, rounds: int
) -> None:
    data, chance = tmp_path / "data", random.Random(work)  # noqa: S311 - moments, not secrets
    await _ingested(data, 0)
    await _unfinished(data, work, 0)
    victim = await Victim.waiting(work, data, 1)
    await victim.begin()
    whole = await victim.end()
    for number in range(2, rounds + 2):
        victim = await Victim.waiting(work, data, number)
        await _is_whole(data, number - 1)
        await _unfinished(data, work, number)
        await victim.begin()
        await victim.end(after=chance.uniform(0, whole))
    await _is_whole(data, rounds + 1)
    await _ingested(data, 1)
    assert set(keys_of(1)) <= set(_held(data))


async def _ingested(data: Path, number: int) -> None:
    async with await Newsroom.open(data) as newsroom:
        await newsroom.ingest([file_of(data.parent, number)])


async def _unfinished(data: Path, work: str, number: int) -> None:
    """Leave to the victim what it is to do."""
    if work != "catch up":
        return
    shutil.copytree(data / FOLDER, data / "older")
    await _ingested(data, number)
    shutil.rmtree(data / FOLDER)
    (data / "older").rename(data / FOLDER)


def _held(data: Path) -> list[str]:
    """The keys of the articles in the database."""
    return [
        str(key).removeprefix("id:") for (key,) in rows(data / DATABASE, "SELECT key FROM article")
    ]


async def _is_whole(data: Path, last: int) -> None:
    """After a kill: each article whole or absent, and all that is there can be found."""
    held = _held(data)
    parts = rows(data / DATABASE, "SELECT article_id FROM passage")
    assert sorted(Counter(parts).values()) == [PASSAGES] * len(held)
    assert miscounts(data / DATABASE) == []
    ((identity,),) = rows(data / DATABASE, "SELECT value FROM meta WHERE name = 'identity'")
    ((change,),) = rows(data / DATABASE, "SELECT max(change) FROM article")
    problem = index_problem(data, str(identity), int(str(change)), len(parts))
    async with await Newsroom.open(data) as newsroom:
        assert newsroom.repaired is (problem in MENDED)
        texts = [article.text async for article in newsroom.articles.articles()]
        assert sorted(texts) == sorted(map(text_of, held))
        for key in (*held[:: ARTICLES // 3], held[-1], f"r{last}n{ARTICLES - 1}"):
            hits = await newsroom.inquiries.search(word_of(key))
            assert [hit.quote.article.text for hit in hits] == [text_of(key)] * PASSAGES * (
                key in held
            )
    assert len(TantivyIndex.open(data / FOLDER)) == len(parts)
    assert await problems(Settings(), data) == []
