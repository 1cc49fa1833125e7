"""What the driver's errors mean to the person who runs Pullquote."""

import sqlite3
from collections.abc import Iterator
from contextlib import contextmanager

from sqlalchemy.exc import DatabaseError, DBAPIError, IntegrityError, OperationalError

from bot.errors import StorageFailed

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
def telling(file: str) -> Iterator[None]:
    """Turn what the driver raises about the database `file` into StorageFailed.

    A broken constraint is a fault of our own and is raised as it is.
    """
    try:
        yield
    except IntegrityError:
        raise
    except (OperationalError, DatabaseError) as error:
        raise _told(error, file) from error


def _told(error: DBAPIError, file: str) -> StorageFailed:
    code = getattr(error.orig, "sqlite_errorcode", sqlite3.SQLITE_ERROR)
    utterance = UTTERANCES.get(code & PRIMARY_CODE)
    if utterance is None:
        return StorageFailed("storage/failed", file=file, reason=str(error.orig))
    return StorageFailed(utterance, file=file)
