"""The index kept level with the database, also when other processes write to both.

The database is the truth. Every change of an article has a number; the index says which number
it holds and is given what came after, under a lock that one process has at a time.
"""

import asyncio
from collections.abc import AsyncIterator, Callable, Sequence
from contextlib import aclosing, asynccontextmanager
from pathlib import Path
from typing import Self, TypeVar

from bot.engines.forward_index import STATE
from bot.engines.tantivy_index import TantivyIndex
from bot.errors import StorageFailed
from bot.persistence.article_rows import Change
from bot.persistence.catalogue import NoteRepository
from bot.persistence.changes import ChangeFeed
from bot.search.passage_index import DamagedIndex, IndexedArticle, IndexState, PassageIndex
from bot.services.report import Progress
from bot.services.workers import analyse, worked_ahead, working

FOLDER = "index"
LOCK = "index.lock"
LOCK_SECONDS = 60
"""How long a process waits for another one that writes the index."""

BATCH = 1_000
"""Changes that go into the index with one commit; each commit costs some 10 ms."""

ARTICLE_BYTES = 2_500
"""A guess of what an article's text takes, for whether a second process helps."""

Numbered = tuple[int, IndexedArticle]
"""An article and the number of the change that brought it."""

REPAIRS = 3
"""How often a question waits for an index to be made anew; more often, the disk is at fault."""

Result = TypeVar("Result")
Stamp = tuple[int, int] | None


class IndexSync:
    """The index of a store, opened once; it repairs itself, and says so in `repaired`.

    While it is repaired or brought up to date, questions go to the index as it was.
    """

    def __init__(self, changes: ChangeFeed, notes: NoteRepository, folder: Path) -> None:
        self._changes = changes
        self._notes = notes
        self._folder = folder
        self._index: PassageIndex | None = None
        self._seen: Stamp = None
        self.repaired = False

    @classmethod
    async def open(
        cls,
        changes: ChangeFeed,
        notes: NoteRepository,
        data: Path,
        progress: Progress | None = None,
    ) -> Self:
        """The index of a store in the data folder; rebuilt when it cannot be used."""
        live = cls(changes, notes, data / FOLDER)
        await asyncio.to_thread(live._look)
        await live.catch_up(progress)
        if not await live._is_whole():
            await live.rebuild(progress)
        elif await live._is_wasteful():
            await live.rebuild(progress, damaged=False)
        return live

    @property
    def change(self) -> int:
        """The number of the last change that can be found."""
        self._look()
        return self._open.state.change

    async def catch_up(self, progress: Progress | None = None) -> None:
        """Take in what the database has and the index has not."""
        now = IndexState(await self._notes.identity(), await self._changes.last())
        if self._index is not None and self._index.state == now:
            return
        async with self._writing():
            # Others may have changed both while they had the lock.
            last = await self._changes.last()
            try:
                index = await asyncio.to_thread(_usable, self._folder, now.identity, last)
                await self._feed(index, last, progress)
            except DamagedIndex:
                self.repaired = self.repaired or last > 0
                await self._make(now.identity, last, progress)

    async def take(self, articles: Sequence[Numbered]) -> None:
        """Take in articles that were just saved, in order of number; or whatever is new."""
        async with self._writing():
            self._look()
            index = self._index if self._seen == _stamp(self._folder) else None
            first = index.state.change + 1 if index else 0
            if index is not None and [number for number, _ in articles] == list(
                range(first, first + len(articles))
            ):
                new = [article for _, article in articles]
                await asyncio.to_thread(index.apply, new, articles[-1][0])
                self._seen = _stamp(self._folder)
                return
        await self.catch_up()

    async def rebuild(self, progress: Progress | None = None, *, damaged: bool = True) -> None:
        """Make the index anew from the database, unless another has done so meanwhile."""
        unusable = self._index
        async with self._writing():
            self._look()
            if self._index is unusable:
                self.repaired = self.repaired or damaged
                identity = await self._notes.identity()
                await self._make(identity, await self._changes.last(), progress)

    async def ask(self, question: Callable[[PassageIndex], Result]) -> Result:
        """What a thread finds in the index; an index found damaged is rebuilt and asked again."""
        self._look()
        for _ in range(REPAIRS):
            try:
                return await asyncio.to_thread(question, self._open)
            except DamagedIndex:
                await self.rebuild()
        raise StorageFailed("storage/index_unwritable")

    @property
    def _open(self) -> PassageIndex:
        if self._index is None:
            raise StorageFailed("storage/index_unwritable")
        return self._index

    async def _is_whole(self) -> bool:
        """Whether it holds every passage; a database that has moved on cannot be compared."""
        held = self._open
        return (
            held.is_whole(await self._changes.passage_count())
            or await self._changes.last() != held.state.change
        )

    async def _is_wasteful(self) -> bool:
        return self._open.is_wasteful(await self._changes.term_count())

    async def _make(self, identity: str, last: int, progress: Progress | None) -> None:
        index = await asyncio.to_thread(TantivyIndex.create, self._folder, identity)
        await self._feed(index, last, progress)

    async def _feed(self, index: PassageIndex, last: int, progress: Progress | None) -> None:
        batches = self._batches(index.state.change)
        with working(ARTICLE_BYTES * (last - index.state.change)) as (work, at_once):
            async with aclosing(worked_ahead(batches, analyse, work, at_once)) as ready:
                async for changes, articles in ready:
                    await asyncio.to_thread(index.apply, articles, changes[-1].number)
                    if progress is not None:
                        progress(index.state.change, max(last, index.state.change))
        self._index, self._seen = index, _stamp(self._folder)

    async def _batches(self, after: int) -> AsyncIterator[list[Change]]:
        while changes := await self._changes.after(after, BATCH):
            after = changes[-1].number
            yield changes

    def _look(self) -> None:
        """Notice what another process has put into the index."""
        stamp = _stamp(self._folder)
        if stamp == self._seen or (index := _opened(self._folder)) is None:
            return
        held = None if self._index is None else self._index.state
        # One that another process is just making anew holds less than what is at hand.
        if (
            held is None
            or held.identity != index.state.identity
            or held.change <= index.state.change
        ):
            self._index, self._seen = index, stamp

    @asynccontextmanager
    async def _writing(self) -> AsyncIterator[None]:
        from filelock import FileLock, Timeout  # noqa: PLC0415 - asking takes no lock

        lock = FileLock(self._folder.parent / LOCK, thread_local=False)
        try:
            await asyncio.to_thread(lock.acquire, LOCK_SECONDS)
            yield
        except Timeout as error:
            raise StorageFailed("storage/index_busy") from error
        except (DamagedIndex, OSError) as error:
            raise StorageFailed("storage/index_unwritable") from error
        finally:
            lock.release()


def index_problem(data: Path, identity: str, last_change: int, passages: int) -> str | None:
    """The utterance that tells what is wrong with the index on disk; None when nothing is."""
    try:
        index = TantivyIndex.open(data / FOLDER)
    except DamagedIndex:
        if not (data / FOLDER).exists():
            return "storage/index_missing" if last_change else None
        return "storage/index_damaged"
    if index.state.identity != identity or index.state.change > last_change:
        return "storage/index_foreign"
    if index.state.change < last_change:
        return "storage/index_stale"
    return None if index.is_whole(passages) else "storage/index_damaged"


def _opened(folder: Path) -> PassageIndex | None:
    try:
        return TantivyIndex.open(folder)
    except DamagedIndex:
        return None


def _usable(folder: Path, identity: str, last: int) -> PassageIndex:
    """The index on disk; DamagedIndex when it was not made from this database as it is or was."""
    index = TantivyIndex.open(folder)
    if index.state.identity != identity or index.state.change > last:
        raise DamagedIndex(str(folder))
    return index


def _stamp(folder: Path) -> Stamp:
    """Changes whenever any process has written the index; None when there is none."""
    try:
        state = (folder / STATE).stat()
    except OSError:
        return None
    # Two changes within one tick of the clock are two files.
    return state.st_mtime_ns, state.st_ino
