"""Taking articles in: read, prepared, saved whole article by whole article, then found."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from io import BytesIO
from itertools import chain
from typing import BinaryIO

from bot.articles.article import Draft
from bot.articles.facts import Facts
from bot.articles.reading import drafts
from bot.articles.rejection import Rejection
from bot.errors import Refused
from bot.search.analysis import Analyser
from bot.storage.files import ArticleFile, Findings
from bot.storage.indexing import LiveIndex
from bot.storage.preparing import content_hash, prepared
from bot.storage.records import Prepared
from bot.storage.report import IngestReport, Progress
from bot.storage.store import Store

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
        self._analyser = Analyser()
        self._turn = asyncio.Lock()

    async def files(
        self, found: Findings, collection: str, progress: Progress | None = None
    ) -> IngestReport:
        """Take in all files found; each refused one is named, the others go in."""
        read = _read(found.files, progress or (lambda _done, _total: None))
        return await self.articles(chain(found.rejected, read), collection)

    async def upload(self, name: str, content: bytes, collection: str) -> IngestReport:
        """Take in one file that somebody sent."""
        return await self.articles(drafts(name, BytesIO(content), name, Facts()), collection)

    async def articles(self, read: Iterable[Draft | Rejection], collection: str) -> IngestReport:
        """Take in drafts as they are read, in transactions of whole articles."""
        report, waiting = IngestReport(), 0
        async with self._turn:
            async for batch in _batches(iter(read)):
                report.refused += [item for item in batch if isinstance(item, Rejection)]
                waiting += await self._save(
                    [item for item in batch if isinstance(item, Draft)], collection, report
                )
                if waiting >= UNFOUND:
                    await self._index.catch_up()
                    waiting = 0
            await self._index.catch_up()
        return report

    async def _save(self, batch: list[Draft], collection: str, report: IngestReport) -> int:
        hashes = {draft.key: content_hash(draft) for draft in batch}
        known = await self._store.content_hashes(collection, list(hashes))
        changed = [draft for draft in batch if known.get(draft.key) != hashes[draft.key]]
        report.unchanged += len(batch) - len(changed)
        if not changed:
            return 0
        ready = await asyncio.to_thread(self._prepare, changed, hashes)
        for saved in await self._store.save(ready, collection):
            setattr(report, saved.outcome, getattr(report, saved.outcome) + 1)
            report.article_ids.append(saved.article_id)
        return len(changed)

    def _prepare(self, batch: Sequence[Draft], hashes: dict[str, str]) -> list[Prepared]:
        return [prepared(draft, hashes[draft.key], self._analyser) for draft in batch]


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
