"""Taking articles in: read, prepared, saved whole article by whole article, then found."""

import asyncio
from collections.abc import AsyncIterator, Iterable, Iterator, Sequence
from contextlib import aclosing, asynccontextmanager, suppress
from io import BytesIO
from itertools import chain
from pathlib import Path
from typing import BinaryIO

from bot.articles.article import Draft, Rejection, refusal
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.metadata import Metadata
from bot.articles.readers.formats import drafts
from bot.errors import StorageFailed
from bot.persistence.article_rows import Prepared, Saved
from bot.persistence.rounds import RoundRepository
from bot.persistence.saving import ArticleWriter
from bot.persistence.store import Store
from bot.services.article_batches import BATCH_ARTICLES, Placed, batches
from bot.services.folders import ArticleFile, Findings, bundled_files, found_files
from bot.services.furniture import FurnitureLearner
from bot.services.index_sync import IndexSync, Numbered
from bot.services.preparing import indexed
from bot.services.report import IngestReport, Progress, note_of
from bot.services.visibility import SAMPLE
from bot.services.workers import Hashed, prepare, worked_ahead, working
from bot.settings import resource
from bot.wording.prompts import utterance

OLDER = 20_000
"""Articles of an earlier release whose words are found out at each intake: some two seconds."""

UNFOUND = 10_000
"""Passages that may be in the database before the index is given them."""


class Intake:
    """Puts articles into the database and its index, and takes them out."""

    def __init__(
        self,
        writer: ArticleWriter,
        rounds: RoundRepository,
        index: IndexSync,
        phrases: BoilerplatePhrases,
        furniture: FurnitureLearner,
    ) -> None:
        self._writer = writer
        self._furniture = furniture
        self._rounds = rounds
        self._index = index
        self.phrases = phrases
        self._turn = asyncio.Lock()

    async def ingest(self, paths: Sequence[str | Path], collection: str) -> IngestReport:
        """Take in files and folders."""
        return await self.files(found_files(paths), collection)

    async def samples(self) -> int:
        """Take in the sample articles; how many."""
        return (await self.files(bundled_files(resource("corpus")), SAMPLE)).added

    async def files(
        self, found: Findings, collection: str, progress: Progress | None = None
    ) -> IngestReport:
        """Take in all files found; each refused one is named, the others go in."""
        read = _read(found.files, self.phrases, progress or (lambda _done, _total: None))
        size = sum(file.size for file in found.files)
        return await self._articles(chain(_placed(found.rejected), read), collection, size)

    async def upload(self, name: str, content: bytes, collection: str) -> IngestReport:
        """Take in one file that somebody sent."""
        read = drafts(name, BytesIO(content), name, Metadata(), self.phrases)
        return await self._articles(_placed(read, name), collection, len(content))

    async def drafts(
        self, read: Sequence[Draft | Rejection], collection: str, *, baseline: bool = False
    ) -> IngestReport:
        """Take in articles that were read elsewhere; as `baseline` they are no news."""
        size = sum(len(item.text) for item in read if isinstance(item, Draft))
        return await self._articles(_placed(read), collection, size, baseline=baseline)

    async def remove(self, article_id: str, collection: str) -> bool:
        """Take an article out of a collection, with its text; False when it is not there."""
        removed = await self._writer.remove(article_id, collection)
        if removed:
            await self._rounds.forget_questions(article_id)
        await self._index.catch_up()
        return removed

    async def _articles(
        self,
        read: Iterable[Placed],
        collection: str,
        size: int,
        *,
        baseline: bool = False,
    ) -> IngestReport:
        """Take in drafts as they are read: while some are saved, the next are prepared."""
        report = IngestReport()
        changed = self._changed(iter(read), collection, report)
        async with self._turn, _finding(self._index) as finding:
            await self._note_older(finding)
            with working(size) as (work, at_once):
                async with aclosing(worked_ahead(changed, prepare, work, at_once)) as ready:
                    async for _, tried in ready:
                        articles = _kept(tried, report)
                        saved = (
                            await self._writer.save(articles, collection, baseline=baseline)
                            if articles
                            else []
                        )
                        _count(articles, saved, report)
                        await finding.add(articles, saved)
                        lines = [line for one in articles for line in one.lines]
                        await finding.add(*await self._furniture.learn(lines))
        return report

    async def _note_older(self, finding: "_Finding") -> None:
        """Find out how articles of an earlier release are known again, and learn their lines."""
        for _ in range(OLDER // BATCH_ARTICLES):
            noted, lines = await self._writer.note_words(BATCH_ARTICLES)
            remade, saved = await self._furniture.learn(lines)
            await finding.add(remade, saved)
            if not noted and not remade:
                return

    async def _changed(
        self, read: Iterator[Placed], collection: str, report: IngestReport
    ) -> AsyncIterator[list[Hashed]]:
        async for batch in batches(read):
            _kept(batch.refused, report)
            keys = [one.draft.key for one in batch.hashed]
            known = await self._writer.content_hashes(collection, keys)
            changed = [
                one for one in batch.hashed if one.content_hash not in known.get(one.draft.key, ())
            ]
            report.unchanged += len(batch.hashed) - len(changed)
            yield await self._furniture.marked(changed, collection)


def intake_of(store: Store, index: IndexSync, phrases: BoilerplatePhrases) -> Intake:
    """The intake of a store."""
    return Intake(store.writer, store.rounds, index, phrases, FurnitureLearner(store.furniture))


class _Finding:
    """Gives the index what was saved, many articles at a time, while the next ones are saved."""

    def __init__(self, index: IndexSync) -> None:
        self._index = index
        self._waiting: list[Numbered] = []
        self._passages = 0
        self._task: asyncio.Task[None] | None = None

    async def add(self, articles: Sequence[Prepared], saved: Sequence[Saved]) -> None:
        """Take articles that were just saved, in the order in which they were."""
        for article, one in zip(articles, saved, strict=True):
            if one.place is not None:
                self._waiting.append((one.place.number, indexed(article, one.place)))
                self._passages += len(article.passages)
        if self._passages >= UNFOUND:
            await self.flush()

    async def flush(self) -> None:
        """Begin to give the index all that it has not got, when the last part is in it."""
        await self.settle()
        if self._waiting:
            self._task = asyncio.create_task(self._index.take(self._waiting))
            self._waiting, self._passages = [], 0

    async def settle(self) -> None:
        """Wait until the index has got what it was given."""
        if self._task is not None:
            task, self._task = self._task, None
            await task


@asynccontextmanager
async def _finding(index: IndexSync) -> AsyncIterator[_Finding]:
    """All that was saved can be found at the end, also when saving more has failed."""
    finding = _Finding(index)
    try:
        yield finding
    except StorageFailed:
        with suppress(StorageFailed):  # the first failure is the one to tell
            await finding.flush()
            await finding.settle()
        raise
    finally:
        await finding.settle()
    await finding.flush()
    await finding.settle()
    await index.catch_up()


def _kept(tried: Iterable[Prepared | Rejection], report: IngestReport) -> list[Prepared]:
    """The articles among what was tried; the others are refused."""
    kept: list[Prepared] = []
    for one in tried:
        if isinstance(one, Rejection):
            report.refuse(one)
        else:
            kept.append(one)
    return kept


def _count(articles: Sequence[Prepared], saved: Sequence[Saved], report: IngestReport) -> None:
    for article, one in zip(articles, saved, strict=True):
        setattr(report, one.outcome, getattr(report, one.outcome) + 1)
        report.article_ids.append(one.article_id)
        if one.note is not None:
            report.tell(article.place, note_of(one.note))
        for note in article.draft.notes:
            report.tell(article.place, utterance(note.utterance, **dict(note.variables)))


def _read(
    files: Sequence[ArticleFile], phrases: BoilerplatePhrases, progress: Progress
) -> Iterator[Placed]:
    total, before = sum(file.size for file in files), 0
    for file in files:
        source = str(file.path)
        try:
            with file.path.open("rb") as stream:
                for item in drafts(file.path.name, stream, source, file.facts, phrases):
                    yield source, item
                    progress(before + _position(stream), total)
        except OSError as error:
            yield source, refusal(source, error)
        before += file.size
        progress(before, total)


def _placed(read: Iterable[Draft | Rejection], place: str = "") -> Iterator[Placed]:
    """What was read, each with the place where it was, or the source that it states."""
    return ((place or item.source, item) for item in read)


def _position(stream: BinaryIO) -> int:
    return 0 if stream.closed else stream.tell()
