"""What every part of the store shares: the database, and the filter of what an asker may see."""

from collections.abc import Sequence

from sqlalchemy import ColumnElement, select

from bot.storage.database import Database
from bot.storage.schema import article, collection


class Room:
    """A part of the store, working on its database."""

    def __init__(self, database: Database) -> None:
        self._database = database


def visible(collections: Sequence[str]) -> ColumnElement[bool]:
    """The articles that an asker who may see `collections` can be told about."""
    rows = select(collection.c.id).where(collection.c.name.in_(collections))
    return article.c.collection_id.in_(rows) & ~article.c.removed


def writable(words: str) -> str:
    """`words` with a question mark for what no database takes: NUL and halves of characters."""
    return words.replace("\0", "?").encode("utf-8", "replace").decode("utf-8")
