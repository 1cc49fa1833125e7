"""The database: where it is, transactions, drivers' errors as ours, the base of repositories."""

import asyncio
import sqlite3
import time
from collections.abc import AsyncIterator, Callable, Hashable, Iterable, Iterator, Sequence
from contextlib import asynccontextmanager, contextmanager
from pathlib import Path
from typing import TYPE_CHECKING, Any, TypeVar
from urllib.parse import quote

from sqlalchemy import URL, ColumnElement, Connection, Row, Table, event, make_url, select
from sqlalchemy.dialects import sqlite
from sqlalchemy.exc import (
    ArgumentError,
    DatabaseError,
    DBAPIError,
    IntegrityError,
    OperationalError,
)
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.errors import StorageFailed, WrongConfiguration
from bot.persistence.connections import UnbrokenConnection, finished
from bot.persistence.schema import article, collection

if TYPE_CHECKING:
    from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.pool import ConnectionPoolEntry


DATABASE = "pullquote.db"


def database_url(data: Path) -> str:
    """Where the database of a data folder is."""
    return f"sqlite+aiosqlite:///{(data / DATABASE).absolute()}"


def place_of(url: str) -> URL:
    """The parsed address; WrongConfiguration when it is none, or there is no driver for it.

    A driver must be one that does not block the event loop.
    """
    try:
        place = make_url(url)
        dialect = place.get_dialect()
        dialect.import_dbapi()
    except (ArgumentError, ImportError, ValueError) as error:
        raise WrongConfiguration("setting/value", setting="PULLQUOTE_DATABASE") from error
    if not dialect.is_async:
        raise WrongConfiguration("setting/value", setting="PULLQUOTE_DATABASE")
    return place


def file_of(place: URL) -> Path | None:
    """The file of an SQLite database, None when a server keeps the database."""
    if place.get_backend_name() != "sqlite" or place.database is None:
        return None
    return Path(place.database)


def shown(place: URL) -> str:
    """The database's name for a person: its file, or its address without the password."""
    return str(file_of(place) or place.render_as_string(hide_password=True))


def is_missing(place: URL) -> bool:
    """Whether `place` is a file that does not exist."""
    file = file_of(place)
    try:
        return file is not None and not file.exists()
    except OSError:  # somewhere one may not look; opening it will tell
        return False


def refuse_folder(place: URL) -> None:
    """StorageFailed when a folder stands where the file should be."""
    file = file_of(place)
    if file is not None and file.is_dir():
        raise StorageFailed("storage/cannot_open", file=str(file))


def unchanging(place: URL) -> URL:
    """The address under which the same file can only be read; a server's is as it was."""
    file = file_of(place)
    if file is None:
        return place
    address = f"file:{quote(str(file))}"
    return place.set(database=address).update_query_dict({"mode": "ro", "uri": "true"})


def make_folder(place: URL) -> None:
    """Make the folder of the file when it is missing; StorageFailed when that cannot be done."""
    file = file_of(place)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed("storage/no_folder", folder=str(file.parent)) from error


PRIMARY_CODE = 0xFF
"""SQLite's error codes carry the kind in their lowest byte and details above it."""

UTTERANCES = {
    sqlite3.SQLITE_FULL: "storage/full",
    sqlite3.SQLITE_READONLY: "storage/read_only",
    sqlite3.SQLITE_BUSY: "storage/locked",
    sqlite3.SQLITE_LOCKED: "storage/locked",
    sqlite3.SQLITE_CORRUPT: "storage/damaged",
    sqlite3.SQLITE_NOTADB: "storage/damaged",
    sqlite3.SQLITE_CANTOPEN: "storage/cannot_open",
    sqlite3.SQLITE_PERM: "storage/cannot_open",
    sqlite3.SQLITE_IOERR: "storage/disk_error",
}


@contextmanager
def translating_errors(file: str) -> Iterator[None]:
    """Turn what the driver raises about the database `file` into StorageFailed.

    A broken constraint is a fault of our own and is raised as it is.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (OperationalError, DatabaseError) as error:
        raise _storage_failure(error, file) from error


def _storage_failure(error: DBAPIError, file: str) -> StorageFailed:
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    utterance = UTTERANCES.get(code & PRIMARY_CODE)
    if utterance is None:
        return StorageFailed("storage/failed", file=file, reason=str(error.orig))
    return StorageFailed(utterance, file=file)


PRAGMAS = """
PRAGMA busy_timeout = 5000;
PRAGMA journal_mode = wal;
PRAGMA synchronous = normal;
PRAGMA foreign_keys = on;
PRAGMA secure_delete = on;
"""
"""What SQLite forgets with each connection: wait for a lock for 5 seconds before anything else can
meet one, let readers read beside a writer, lose nothing in a crash of the process, hold references,
and overwrite what is deleted, because a removed article must be gone from the file as well."""


class Database:
    """A pool of connections; readers never wait for a writer, writers wait for each other."""

    def __init__(self, place: URL) -> None:
        # SQLite's driver would begin transactions by itself, and not around a migration.
        own = {"isolation_level": None} if place.get_backend_name() == "sqlite" else {}
        self._writers = create_async_engine(place, connect_args=own)
        self._readers = self._writers.execution_options(begin=None)
        self._observers = self._writers.execution_options(begin="BEGIN")
        self._turn = asyncio.Lock()
        self.place = place
        self._name = shown(place)
        self.insert = _insert_of(place.get_backend_name())
        if own:
            _hook(self._writers)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose every statement sees one moment of the database."""
        with translating_errors(self._name):
            async with UnbrokenConnection(self._readers) as connection:
                yield connection

    @asynccontextmanager
    async def observing(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose statements all see the same moment of the database."""
        with translating_errors(self._name):
            async with UnbrokenConnection(self._observers) as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction that is kept at the end, or undone by an error."""
        # SQLite lets waiting writers try again at random; in one process they go in order.
        with translating_errors(self._name):
            async with self._turn, UnbrokenConnection(self._writers) as connection:
                await finished(connection.begin().start())
                yield connection
                await finished(connection.commit())

    async def close(self) -> None:
        """Close every connection."""
        await self._writers.dispose()


def _hook(engine: AsyncEngine) -> None:
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)
    event.listen(engine.sync_engine, "invalidate", _undo)


def _prepare(connection: "AsyncAdapt_dbapi_connection", _entry: "ConnectionPoolEntry") -> None:
    connection.run_async(lambda driver: driver.executescript(PRAGMAS))


def _undo(
    connection: "AsyncAdapt_dbapi_connection", _entry: "ConnectionPoolEntry", _error: object
) -> None:
    # The cursor of a cancelled statement may outlive its connection, and would keep the lock.
    connection.run_async(lambda driver: driver.rollback())


def _begin(connection: Connection) -> None:
    begin = connection.get_execution_options().get("begin", "BEGIN IMMEDIATE")
    if begin:
        connection.exec_driver_sql(begin)


def _insert_of(dialect: str) -> "Callable[[Table], sqlite.Insert | postgresql.Insert]":
    if dialect == "sqlite":
        return sqlite.insert
    # Nobody who keeps an SQLite file shall wait for the other dialect to load.
    from sqlalchemy.dialects import postgresql  # noqa: PLC0415 - see above

    return postgresql.insert


MOST_PARAMETERS = 500
"""Values in one IN list: far below the 32,766 of SQLite and PostgreSQL, and planned fast."""

Item = TypeVar("Item")


def pieces(items: Sequence[Item], size: int = MOST_PARAMETERS) -> Iterator[Sequence[Item]]:
    """`items` in order, at most `size` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def distinct_beginning(
    items: Iterable[Item], keys: Callable[[Item], Iterable[Hashable]]
) -> Sequence[Item]:
    """The first of `items`, up to one that has a key of an earlier one."""
    run: list[Item] = []
    met: set[Hashable] = set()
    for item in items:
        found = set(keys(item))
        if found & met:
            break
        run.append(item)
        met |= found
    return run


Clock = Callable[[], float]

AnyRow = Row[*tuple[Any, ...]]
"""A row whose columns vary, for which SQLAlchemy knows no types."""


class Repository:
    """A part of the store, working on its database; `clock` tells Unix seconds."""

    def __init__(self, database: Database, clock: Clock = time.time) -> None:
        self._database = database
        self._clock = clock


def visible(collections: Sequence[str]) -> ColumnElement[bool]:
    """The articles that an asker who may see `collections` can be told about."""
    rows = select(collection.c.id).where(collection.c.name.in_(collections))
    return article.c.collection_id.in_(rows) & ~article.c.removed


def writable(words: str) -> str:
    """`words` with a question mark for what no database takes: NUL and halves of characters."""
    return words.replace("\0", "?").encode("utf-8", "replace").decode("utf-8")
