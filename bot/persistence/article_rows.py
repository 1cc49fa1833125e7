"""Articles as rows and back, and the values that go into and come out of the repositories."""

import json
import unicodedata
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Literal

from bot.articles.article import Draft, Mark, TitleOrigin
from bot.persistence.schema import article, article_version, collection

Kind = Literal["topic", "outlet"]


def fold(name: str) -> str:
    """The form in which two spellings of an outlet are the same: no case, accents or extra spaces.

    Stored counts are found by it again, so it may only change together with a migration.
    """
    letters = (c for c in unicodedata.normalize("NFKD", name) if not unicodedata.combining(c))
    return " ".join("".join(letters).casefold().split())


@dataclass(frozen=True, slots=True)
class Passage:
    """A span of an article's text, its analysed words joined by spaces in `terms`.

    `length` counts them and those of the title, for both are scored.
    """

    start: int
    end: int
    terms: str
    length: int


@dataclass(frozen=True, slots=True)
class Prepared:
    """An article ready to be saved; `topics` are pairs of the folded and the shown name.

    `bodies` are those of its records in the index, made here because here there is time.
    `words_hash` tells its words, `place` where it was read, `lines` are the numbers of those that
    may be furniture.
    """

    draft: Draft
    content_hash: str
    title_terms: str
    passages: tuple[Passage, ...]
    topics: tuple[tuple[str, str], ...]
    bodies: tuple[bytes, ...]
    words_hash: str = ""
    place: str = ""
    lines: tuple[int, ...] = ()


@dataclass(frozen=True, slots=True)
class SavedPlace:
    """Where a saved version went: the number of the change, and what the index knows it by."""

    number: int
    article_row: int
    version: int
    collection_row: int


@dataclass(frozen=True, slots=True)
class CurrentVersion:
    """What a plan needs of an article's current version."""

    content_hash: str
    topics: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article that has a row; a removed one has no current version."""

    row: int
    key: str
    version: int
    current: CurrentVersion | None


Known = dict[str, StoredArticle]
"""Stored articles by key or by id."""

NoteKind = Literal["another", "outlet", "same", "stated"]
"""Another article under a known name; a known text of another outlet; a known text under another
name; and one that states more of itself than the known one did, and takes its place."""


@dataclass(frozen=True, slots=True)
class SavedNote:
    """That an article went in otherwise than its name says, and the known one that it met."""

    kind: NoteKind
    article_id: str
    title: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article that was to be saved, and the id by which it is known.

    An unchanged one has no place: nothing was written.
    """

    outcome: Literal["added", "updated", "unchanged"]
    article_id: str
    place: SavedPlace | None = None
    note: SavedNote | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """The latest change of an article, for the index.

    `passages` are spans of the text. A removed article has no text, outlet, day or passages. `day`
    is a date as yyyymmdd.
    """

    number: int
    article_row: int
    version: int
    collection_row: int
    outlet: str | None
    day: int | None
    title: str
    text: str
    passages: tuple[tuple[int, int], ...]


@dataclass(frozen=True, slots=True)
class CollectionStatistics:
    """How much a collection holds: `words` in its passages, and its newest dated article's day."""

    collection_row: int
    name: str
    articles: int
    passages: int
    words: int
    newest: int | None


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a list shows of an article."""

    id: str
    title: str
    title_origin: TitleOrigin
    outlet: str | None
    published: str | None
    url: str | None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Inquiry:
    """What was asked, for a reply's buttons after a restart; `asked` in Unix seconds."""

    token: str
    collection: str
    kind: str
    query: str
    outlet: str | None
    since: str | None
    until: str | None
    asked: int


Entry = tuple[Kind, str]
"""What the catalogue counts: a kind and a folded name."""

Values = dict[str, object]
"""What is written into one row, by column."""

IS_CURRENT = (article_version.c.article_id == article.c.id) & (
    article_version.c.version == article.c.version
)

ARTICLE_COLUMNS = (
    article.c.id.label("article_row"),
    article.c.public_id.label("id"),
    article.c.key,
    collection.c.name.label("collection"),
    *(c for c in article_version.c if c.name not in ("article_id", "content_hash")),
)
FIELDS = tuple(column.name for column in ARTICLE_COLUMNS[1:])


def day_of(published: str | None) -> int | None:
    """The date that an ISO date or date-time begins with, as yyyymmdd; None when there is none."""
    try:
        found = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return found.year * 10_000 + found.month * 100 + found.day


def version_row(prepared: Prepared) -> Values:
    """The columns of a version, without the article's row and the version's number."""
    draft = prepared.draft
    return {
        "content_hash": prepared.content_hash,
        "source": draft.source,
        "title": draft.title,
        "title_origin": draft.title_origin,
        "outlet": draft.outlet,
        "author": draft.author,
        "published": draft.published,
        "url": draft.url,
        "language": draft.language,
        "topics": json.dumps(prepared.topics),
        "marks": marks_column(draft.marks),
        "text": draft.text,
        "excerpt": draft.excerpt,
    }


def marks_column(marks: Iterable[Mark]) -> str:
    """The marks of a text, as their column holds them."""
    return json.dumps([(mark.start, mark.end, mark.kind) for mark in marks])


def passage_rows(prepared: Prepared, key: Values) -> list[Values]:
    """The rows of an article's passages; `key` are the columns that say whose they are."""
    return [
        {
            **key,
            "ordinal": ordinal,
            "start": passage.start,
            "end": passage.end,
            "length": passage.length,
        }
        for ordinal, passage in enumerate(prepared.passages)
    ]


def entries(topics: str, outlet: str | None) -> dict[Entry, str]:
    """What a version counts for in the catalogue: shown names by kind and folded name."""
    found: dict[Entry, str] = {}
    for folded, name in json.loads(topics):
        found.setdefault(("topic", folded), name)
    if outlet:
        found["outlet", fold(outlet)] = outlet
    return found
