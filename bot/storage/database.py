"""Connections to the database, made as its dialect needs them, for reading and for writing."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from typing import TYPE_CHECKING

from sqlalchemy import URL, Connection, Table, event
from sqlalchemy.dialects import sqlite
from sqlalchemy.ext.asyncio import AsyncConnection, AsyncEngine, create_async_engine

from bot.storage.failures import telling
from bot.storage.place import shown

if TYPE_CHECKING:
    from sqlalchemy.connectors.asyncio import AsyncAdapt_dbapi_connection
    from sqlalchemy.dialects import postgresql
    from sqlalchemy.pool import ConnectionPoolEntry

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
        self.insert = _insert_of(place.get_backend_name())
        if own:
            _hook(self._writers)

    @asynccontextmanager
    async def reading(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose every statement sees one moment of the database."""
        with telling(shown(self.place)):
            async with self._readers.connect() as connection:
                yield connection

    @asynccontextmanager
    async def observing(self) -> AsyncIterator[AsyncConnection]:
        """A connection whose statements all see the same moment of the database."""
        with telling(shown(self.place)):
            async with self._observers.connect() as connection:
                yield connection

    @asynccontextmanager
    async def writing(self) -> AsyncIterator[AsyncConnection]:
        """A connection in a transaction that is kept at the end, or undone by an error."""
        # SQLite lets waiting writers try again at random; in one process they go in order.
        with telling(shown(self.place)):
            async with self._turn, self._writers.begin() as connection:
                yield connection

    async def close(self) -> None:
        """Close every connection."""
        await self._writers.dispose()


def _hook(engine: AsyncEngine) -> None:
    event.listen(engine.sync_engine, "connect", _prepare)
    event.listen(engine.sync_engine, "begin", _begin)


def _prepare(connection: "AsyncAdapt_dbapi_connection", _entry: "ConnectionPoolEntry") -> None:
    connection.run_async(lambda driver: driver.executescript(PRAGMAS))


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
