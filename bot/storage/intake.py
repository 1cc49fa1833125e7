"""Taking articles in: read, prepared, saved whole article by whole article, then found."""

import asyncio
from collections import deque
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import contextmanager
from functools import partial
from io import BytesIO
from itertools import chain
from typing import BinaryIO

from bot.articles.article import Draft
from bot.articles.facts import Facts
from bot.articles.reading import drafts
from bot.articles.rejection import Rejection
from bot.errors import Refused
from bot.storage.files import ArticleFile, Findings
from bot.storage.indexing import LiveIndex
from bot.storage.preparing import content_hash
from bot.storage.records import Prepared
from bot.storage.report import IngestReport, Progress
from bot.storage.store import Store
from bot.storage.workers import Hashed, Prepare, preparing

BATCH_ARTICLES = 200
"""Articles saved in one transaction at most; none is ever split over two."""

BATCH_CHARACTERS = 2_000_000
"""Text of one transaction at most, so that a batch of long articles fits into memory."""

UNFOUND = 2_000
"""Articles that may be in the database before the index is given them."""


class Intake:
    """Puts articles into one store and its index."""

    def __init__(self, store: Store, index: LiveIndex) -> None:
        self._store = store
        self._index = index
        self._turn = asyncio.Lock()

    async def files(
        self, found: Findings, collection: str, progress: Progress | None = None
    ) -> IngestReport:
        """Take in all files found; each refused one is named, the others go in."""
        read = _read(found.files, progress or (lambda _done, _total: None))
        size = sum(file.size for file in found.files)
        return await self._articles(chain(found.rejected, read), collection, size)

    async def upload(self, name: str, content: bytes, collection: str) -> IngestReport:
        """Take in one file that somebody sent."""
        read = drafts(name, BytesIO(content), name, Facts())
        return await self._articles(read, collection, len(content))

    async def drafts(
        self, read: Sequence[Draft | Rejection], collection: str, *, baseline: bool = False
    ) -> IngestReport:
        """Take in articles that were read elsewhere; as `baseline` they are no news."""
        size = sum(len(item.text) for item in read if isinstance(item, Draft))
        return await self._articles(read, collection, size, baseline=baseline)

    async def _articles(
        self,
        read: Iterable[Draft | Rejection],
        collection: str,
        size: int,
        *,
        baseline: bool = False,
    ) -> IngestReport:
        """Take in drafts as they are read: while some are saved, the next are prepared."""
        report = IngestReport()
        save = partial(self._save, collection, report, baseline=baseline)
        async with self._turn:
            with preparing(size) as (prepare, at_once), _queue() as waiting:
                async for batch in _batches(iter(read)):
                    changed = await self._changed(batch, collection, report)
                    waiting.append(asyncio.create_task(_all(prepare, changed)))
                    if len(waiting) >= at_once:
                        await save(await waiting.popleft())
                while waiting:
                    await save(await waiting.popleft())
            await self._index.catch_up()
        return report

    async def _changed(
        self, batch: Sequence[Draft | Rejection], collection: str, report: IngestReport
    ) -> list[Hashed]:
        report.refused += [item for item in batch if isinstance(item, Rejection)]
        read = [item for item in batch if isinstance(item, Draft)]
        hashes = {draft.key: content_hash(draft) for draft in read}
        known = await self._store.content_hashes(collection, list(hashes))
        changed = [(d, hashes[d.key]) for d in read if known.get(d.key) != hashes[d.key]]
        report.unchanged += len(read) - len(changed)
        return changed

    async def _save(
        self, collection: str, report: IngestReport, ready: Sequence[Prepared], *, baseline: bool
    ) -> None:
        made = await self._store.save(ready, collection, baseline=baseline) if ready else ()
        for saved in made:
            setattr(report, saved.outcome, getattr(report, saved.outcome) + 1)
            report.article_ids.append(saved.article_id)
        if await self._store.last_change() - self._index.change >= UNFOUND:
            await self._index.catch_up()


@contextmanager
def _queue() -> Iterator[deque[asyncio.Task[list[Prepared]]]]:
    """Batches that are being prepared; what is left of them when saving fails is dropped."""
    waiting: deque[asyncio.Task[list[Prepared]]] = deque()
    try:
        yield waiting
    finally:
        for task in waiting:
            task.cancel()


async def _all(prepare: Prepare, changed: Sequence[Hashed]) -> list[Prepared]:
    return await prepare(changed) if changed else []


def _read(files: Sequence[ArticleFile], progress: Progress) -> Iterator[Draft | Rejection]:
    total, before = sum(file.size for file in files), 0
    for file in files:
        source = str(file.path)
        try:
            with file.path.open("rb") as stream:
                for item in drafts(file.path.name, stream, source, file.facts):
                    yield item
                    progress(before + _position(stream), total)
        except OSError:
            yield Rejection(source, Refused("refused/unreadable"))
        before += file.size
        progress(before, total)


def _position(stream: BinaryIO) -> int:
    return 0 if stream.closed else stream.tell()


async def _batches(read: Iterator[Draft | Rejection]) -> AsyncIterator[list[Draft | Rejection]]:
    """What is read, in batches that name no article twice; reading is done in a thread."""
    held: list[Draft | Rejection] = []
    while True:
        batch, held = await asyncio.to_thread(_batch, read, held)
        if not batch:
            return
        yield batch


def _batch(
    read: Iterator[Draft | Rejection], held: list[Draft | Rejection]
) -> tuple[list[Draft | Rejection], list[Draft | Rejection]]:
    batch = list(held)
    keys = {item.key for item in batch if isinstance(item, Draft)}
    characters = 0
    for item in read:
        if isinstance(item, Draft):
            if item.key in keys:
                return batch, [item]
            keys.add(item.key)
            characters += len(item.text)
        batch.append(item)
        if len(batch) >= BATCH_ARTICLES or characters >= BATCH_CHARACTERS:
            break
    return batch, []
