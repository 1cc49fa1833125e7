"""The values that go into the store and come out of it."""

import unicodedata
from dataclasses import dataclass
from typing import Literal

from bot.articles.article import Draft, TitleOrigin

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
    """

    draft: Draft
    content_hash: str
    title_terms: str
    passages: tuple[Passage, ...]
    topics: tuple[tuple[str, str], ...]
    bodies: tuple[bytes, ...]


@dataclass(frozen=True, slots=True)
class Place:
    """Where a saved version went: the number of the change, and what the index knows it by."""

    number: int
    article_row: int
    version: int
    collection_row: int


@dataclass(frozen=True, slots=True)
class Saved:
    """What became of an article that was to be saved, and the id by which it is known.

    An unchanged one has no place: nothing was written.
    """

    outcome: Literal["added", "updated", "unchanged"]
    article_id: str
    place: Place | None = None


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
    """How much a collection holds; `words` is the length of its passages."""

    collection_row: int
    name: str
    articles: int
    passages: int
    words: int


@dataclass(frozen=True, slots=True)
class ArticleHead:
    """What a list shows of an article."""

    id: str
    title: str
    title_origin: TitleOrigin
    outlet: str | None
    published: str | None
    url: str | None


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
