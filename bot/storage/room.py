"""What every part of the store shares: the database, and the filter of what an asker may see."""

import time
from collections.abc import Callable, Sequence

from sqlalchemy import ColumnElement, select

from bot.storage.database import Database
from bot.storage.schema import article, collection

Clock = Callable[[], float]


class Room:
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
