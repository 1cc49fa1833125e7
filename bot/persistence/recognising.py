"""Which stored article each prepared one is: found by its names and its words, then compared."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from typing import Any

from sqlalchemy import Column, ColumnElement, Row, select
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.articles.article import Article
from bot.articles.identity import (
    NEXT_VERSION,
    are_of_two_sources,
    kinship,
    names_of,
    second_key,
    states_more,
)
from bot.persistence.article_rows import (
    IS_CURRENT,
    CurrentVersion,
    Known,
    NoteKind,
    Prepared,
    SavedNote,
    StoredArticle,
)
from bot.persistence.articles import CURRENT, article_of
from bot.persistence.database import pieces
from bot.persistence.schema import article, article_version
from bot.persistence.schema_intake import article_name

MOST_COMPARED = 8
"""Articles of one name that a new text is compared with, the newest: a file may hold another one
each day for years."""

KNOWN_COLUMNS = (
    article.c.id,
    article.c.key,
    article.c.public_id,
    article.c.version,
    article.c.removed,
    article.c.words_hash,
    article_version.c.content_hash,
    article_version.c.topics,
    article_version.c.outlet,
)
KNOWN = select(*KNOWN_COLUMNS).select_from(article.outerjoin(article_version, IS_CURRENT))
NAMED = (
    select(
        article_name.c.key.label("name"), article_name.c.content_hash.label("told"), *KNOWN_COLUMNS
    )
    .join_from(article_name, article, article.c.id == article_name.c.article_id)
    .join(article_version, IS_CURRENT)
)
# Any: SQLAlchemy knows no types for the columns of an outer join.
KnownRow = Row[*tuple[Any, ...]]


@dataclass(frozen=True, slots=True)
class Recognised:
    """Which article a prepared one is, by its own key; `known` is None when it has no row yet.

    `writes` when it makes a version. `note` when it went in otherwise than its name says.
    """

    key: str
    known: StoredArticle | None
    writes: bool = True
    note: SavedNote | None = None


@dataclass(slots=True)
class _Found:
    """Stored articles by key, by other name with what was told under it, and by words."""

    own: dict[str, StoredArticle] = field(default_factory=dict)
    named: dict[str, list[tuple[StoredArticle, str]]] = field(default_factory=dict)
    same: dict[str, list[StoredArticle]] = field(default_factory=dict)

    def told(self, key: str) -> dict[StoredArticle, set[str]]:
        """The articles of a name, the newest first, each with what it was under that name."""
        told: dict[StoredArticle, set[str]] = {}
        for name in names_of(key):
            own = self.own.get(name)
            if own is not None and own.current is not None:
                told.setdefault(own, set()).add(own.current.content_hash)
            for stored, content_hash in self.named.get(name, ()):
                told.setdefault(stored, set()).add(content_hash)
        return {one: told[one] for one in sorted(told, key=lambda stored: -stored.row)}

    def compared(self, one: Prepared) -> set[int]:
        """The rows of the articles that one is to be compared with."""
        told = self.told(one.draft.key)
        if any(one.content_hash in hashes for hashes in told.values()):
            return set()
        return {stored.row for stored in (*self._near(told), *self.same.get(one.words_hash, ()))}

    def recognised(self, one: Prepared, whole: Mapping[int, Article]) -> Recognised:
        """Which article one is; another one under a known key has not got its own key yet."""
        told = self.told(one.draft.key)
        for stored, hashes in told.items():
            if one.content_hash in hashes:
                return Recognised(stored.key, stored, writes=False)
        near = {stored: kinship(whole[stored.row], one.draft) for stored in self._near(told)}
        nearest = max(near, key=near.__getitem__, default=None)
        if nearest is not None and near[nearest] >= NEXT_VERSION:
            return Recognised(nearest.key, nearest, writes=_differs(nearest, one))
        same = self.same.get(one.words_hash, [])
        for stored in same:
            if not are_of_two_sources(whole[stored.row], one.draft):
                return _twin(stored, whole[stored.row], one)
        note = _note("outlet", whole, same) or _note("another", whole, self._near(told))
        return Recognised(one.draft.key, self.own.get(one.draft.key), note=note)

    @staticmethod
    def _near(told: Iterable[StoredArticle]) -> list[StoredArticle]:
        return list(told)[:MOST_COMPARED]


def _twin(stored: StoredArticle, known: Article, one: Prepared) -> Recognised:
    more = states_more(one.draft, known)
    note = SavedNote("stated" if more else "same", known.id, known.title, known.outlet)
    return Recognised(stored.key, stored, writes=more, note=note)


def _note(
    kind: NoteKind, whole: Mapping[int, Article], of: Sequence[StoredArticle]
) -> SavedNote | None:
    if not of:
        return None
    known = whole[of[0].row]
    return SavedNote(kind, known.id, known.title, known.outlet)


def _differs(stored: StoredArticle, one: Prepared) -> bool:
    return stored.current is None or stored.current.content_hash != one.content_hash


async def recognised(
    connection: AsyncConnection, collection_row: int, run: Sequence[Prepared]
) -> list[Recognised]:
    """Which article each of a run is; no two of the run have a name or the words in common."""
    found = await _found(connection, collection_row, run)
    rows = sorted(set().union(*(found.compared(one) for one in run)))
    whole: dict[int, Article] = {}
    for piece in pieces(rows):
        for row in await connection.execute(CURRENT.where(article.c.id.in_(piece))):
            whole[row.article_row] = article_of(row)
    decided = [found.recognised(one, whole) for one in run]
    return await _with_keys(connection, collection_row, run, decided)


async def _with_keys(
    connection: AsyncConnection,
    collection_row: int,
    run: Sequence[Prepared],
    decided: Sequence[Recognised],
) -> list[Recognised]:
    """Give a key of its own to each article that is another one under a known key."""
    keys = [
        second_key(one.draft.key, one.draft) if _is_beside(found) else ""
        for one, found in zip(run, decided, strict=True)
    ]
    known = await known_by(connection, article.c.key, list(filter(None, keys)), _in(collection_row))
    return [
        replace(found, key=key, known=known.get(key)) if key else found
        for key, found in zip(keys, decided, strict=True)
    ]


def _is_beside(found: Recognised) -> bool:
    """Whether the key that an article came under is another one's that is still there."""
    is_new = found.note is not None and found.note.kind in ("another", "outlet")
    return is_new and found.known is not None and found.known.current is not None


async def _found(
    connection: AsyncConnection, collection_row: int, run: Sequence[Prepared]
) -> _Found:
    names = [name for one in run for name in names_of(one.draft.key)]
    found = _Found(await known_by(connection, article.c.key, names, _in(collection_row)))
    here = article_name.c.collection_id == collection_row
    for piece in pieces(names):
        rows = await connection.execute(NAMED.where(here, article_name.c.key.in_(piece)))
        for row in rows:
            found.named.setdefault(row.name, []).append((_stored(row), row.told))
    words = sorted({one.words_hash for one in run} - {""})
    alike = KNOWN.where(_in(collection_row), ~article.c.removed)
    for piece in pieces(words):
        rows = await connection.execute(
            alike.where(article.c.words_hash.in_(piece)).order_by(article.c.id)
        )
        for row in rows:
            found.same.setdefault(row.words_hash, []).append(_stored(row))
    return found


async def known_by(
    connection: AsyncConnection,
    column: Column[str],
    sought: Sequence[str],
    here: ColumnElement[bool],
) -> Known:
    """The articles, removed ones too, whose `column` is one of the values, by that value."""
    known: Known = {}
    for piece in pieces(sought):
        for row in await connection.execute(KNOWN.where(here, column.in_(piece))):
            known[getattr(row, column.name)] = _stored(row)
    return known


def _in(collection_row: int) -> ColumnElement[bool]:
    return article.c.collection_id == collection_row


def _stored(row: KnownRow) -> StoredArticle:
    if row.removed:
        return StoredArticle(row.id, row.key, row.version, None)
    current = CurrentVersion(row.content_hash, row.topics, row.outlet)
    return StoredArticle(row.id, row.key, row.version, current)
