"""Work on a data folder that a test kills in the middle; it begins when it is told to."""

import asyncio
import json
import sys
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.services import article_batches, index_sync, intake, workers
from bot.services.index_sync import IndexSync
from bot.services.newsroom import Newsroom

ARTICLES = 60
"""Articles of one file: some seconds of work are too many for a test, a few commits too few."""

PASSAGES = 3
READY = b"ready\n"


def text_of(key: str) -> str:
    """The text of an article, of three passages, with its word in the first."""
    paragraphs = (
        f"Keeper {word_of(key)} lit the lamp of the northern tower at dusk on Sunday.",
        *(f"Part {number} of the wall was mended with lime and sand. " * 12 for number in (2, 3)),
    )
    return "\n\n".join(paragraph.strip() for paragraph in paragraphs)


def word_of(key: str) -> str:
    """A word that only the article with this key has; it begins the title, too."""
    return f"Zor{key}"


def keys_of(number: int) -> list[str]:
    """The keys of the articles in a file, by its number."""
    return [f"r{number}n{n}" for n in range(ARTICLES)]


def file_of(folder: Path, number: int) -> Path:
    """A file of articles, made when it is missing."""
    path = folder / f"{number}.jsonl"
    lines = (json.dumps({"id": key, "text": text_of(key)}) for key in keys_of(number))
    path.write_text("\n".join(lines), encoding="utf-8")
    return path


async def _ingest(data: Path, number: int) -> None:
    async with await Newsroom.open(data) as newsroom:
        await newsroom.ingest([file_of(data.parent, number)])


async def _ingest_beside(data: Path, number: int) -> None:
    workers.BULK_BYTES = 0
    await _ingest(data, number)


async def _rebuild(data: Path, _: int) -> None:
    store = await Store.open(database_url(data))
    await (await IndexSync.open(store.changes, store.notes, data)).rebuild()
    await store.close()


async def _catch_up(data: Path, _: int) -> None:
    store = await Store.open(database_url(data))
    await IndexSync.open(store.changes, store.notes, data)
    await store.close()


WORK: dict[str, Callable[[Path, int], Awaitable[None]]] = {
    "ingest": _ingest,
    "ingest beside": _ingest_beside,
    "rebuild": _rebuild,
    "catch up": _catch_up,
}


async def _main(work: str, data: str, number: str) -> None:
    article_batches.BATCH_ARTICLES, intake.UNFOUND, index_sync.BATCH = 10, 30, 20
    sys.stdout.buffer.write(READY)
    sys.stdout.flush()
    sys.stdin.readline()
    await WORK[work](Path(data), int(number))


if __name__ == "__main__":
    asyncio.run(_main(*sys.argv[1:]))
