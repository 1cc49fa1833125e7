"""The index kept level with the database, also when other processes write to both.

The database is the truth. Every change of an article has a number; the index says which number
it holds and is given what came after, under a lock that one process has at a time.
"""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Self, TypeVar

from bot.errors import StorageFailed
from bot.search.analysis import fold
from bot.search.index import (
    STATE,
    DamagedIndex,
    IndexedArticle,
    IndexState,
    TantivyIndex,
    read_state,
)
from bot.storage.records import Change
from bot.storage.store import Store

FOLDER = "index"
LOCK = "index.lock"
LOCK_SECONDS = 60
"""How long a process waits for another one that writes the index."""

BATCH = 2_000
"""Changes that go into the index with one commit; each commit costs some 10 ms."""

Result = TypeVar("Result")
Progress = Callable[[int, int], None]


class LiveIndex:
    """The index of a store, opened once; it repairs itself, and says so in `repaired`."""

    def __init__(self, store: Store, folder: Path) -> None:
        self._store = store
        self._folder = folder
        self._index: TantivyIndex | None = None
        self._seen = 0
        self.repaired = False

    @classmethod
    async def open(cls, store: Store, data: Path, progress: Progress | None = None) -> Self:
        """The index of `store` in the data folder; rebuilt when it cannot be used."""
        live = cls(store, data / FOLDER)
        live._index = await asyncio.to_thread(_opened, live._folder)
        live._seen = _stamp(live._folder)
        await live.catch_up(progress)
        if len(live._open) != await store.passage_count():
            await live.rebuild(progress)
        return live

    @property
    def change(self) -> int:
        """The number of the last change that can be found."""
        self._look()
        return self._open.state.change

    async def catch_up(self, progress: Progress | None = None) -> None:
        """Take in what the database has and the index has not."""
        identity, last = await self._store.identity(), await self._store.last_change()
        if self._index is not None and self._index.state == IndexState(identity, last):
            return
        async with self._writing():
            index = self._index = await asyncio.to_thread(self._usable, identity, last)
            while changes := await self._store.changes(index.state.change, BATCH):
                rows = [_indexed(change) for change in changes]
                await asyncio.to_thread(index.apply, rows, changes[-1].number)
                if progress is not None:
                    progress(changes[-1].number, max(last, changes[-1].number))
            self._seen = _stamp(self._folder)

    async def rebuild(self, progress: Progress | None = None) -> None:
        """Make the index anew from the database."""
        async with self._writing():
            identity = await self._store.identity()
            self._index = await asyncio.to_thread(TantivyIndex.create, self._folder, identity)
        self.repaired = True
        await self.catch_up(progress)

    async def ask(self, question: Callable[[TantivyIndex], Result]) -> Result:
        """What a thread finds in the index; an index found damaged is rebuilt and asked again."""
        self._look()
        try:
            return await asyncio.to_thread(question, self._open)
        except DamagedIndex:
            await self.rebuild()
            return await asyncio.to_thread(question, self._open)

    @property
    def _open(self) -> TantivyIndex:
        if self._index is None:
            raise StorageFailed("storage/index_unwritable")
        return self._index

    def _usable(self, identity: str, last: int) -> TantivyIndex:
        """The index as it is on disk now, where others may have written; else a new one."""
        index = _opened(self._folder)
        if index and index.state.identity == identity and index.state.change <= last:
            return index
        self.repaired = self.repaired or self._folder.exists()
        return TantivyIndex.create(self._folder, identity)

    def _look(self) -> None:
        """Notice what another process has put into the index."""
        stamp = _stamp(self._folder)
        if stamp != self._seen and (index := _opened(self._folder)):
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


def index_problem(data: Path, identity: str | None, last_change: int) -> str | None:
    """The utterance that tells what is wrong with the index on disk; None when nothing is."""
    try:
        state = read_state(data / FOLDER)
        TantivyIndex.open(data / FOLDER)
    except DamagedIndex:
        if not (data / FOLDER).exists():
            return "storage/index_missing" if last_change else None
        return "storage/index_damaged"
    if state.identity != identity or state.change > last_change:
        return "storage/index_foreign"
    return "storage/index_stale" if state.change < last_change else None


def _opened(folder: Path) -> TantivyIndex | None:
    try:
        return TantivyIndex.open(folder)
    except DamagedIndex:
        return None


def _stamp(folder: Path) -> int:
    """Changes whenever any process has written the index; 0 when there is none."""
    try:
        return (folder / STATE).stat().st_mtime_ns
    except OSError:
        return 0


def _indexed(change: Change) -> IndexedArticle:
    title = change.title_terms
    return IndexedArticle(
        article=change.article_row,
        collection=change.collection_row,
        outlet=None if change.outlet is None else outlet_term(change.outlet),
        day=change.day,
        passages=[(row, f"{terms} {title}") for row, terms in change.passages],
    )


def outlet_term(outlet: str) -> str:
    """An outlet's name as the index compares it."""
    return " ".join(fold(outlet).split())
