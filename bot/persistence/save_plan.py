"""Which rows a batch of articles changes, and how the catalogue's counts change with them; pure."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from bot.articles.article import public_id
from bot.persistence.article_rows import (
    Entry,
    Prepared,
    Saved,
    SavedPlace,
    Values,
    day_of,
    entries,
    version_row,
)


class CatalogueDelta:
    """Versions that came and went, summed up by what they are about."""

    def __init__(self) -> None:
        self._counts: Counter[Entry] = Counter()
        self._names: dict[Entry, str] = {}

    def add(self, topics: str, outlet: str | None) -> None:
        """Count a version that became the current one."""
        found = entries(topics, outlet)
        self._counts.update(found.keys())
        self._names.update(found)

    def subtract(self, topics: str, outlet: str | None) -> None:
        """Count a version that is the current one no longer."""
        found = entries(topics, outlet)
        self._counts.subtract(found.keys())
        self._names = found | self._names

    def rows(self, collection_row: int) -> list[Values]:
        """What to add to the catalogue's rows, in an order that is the same for every writer."""
        return [
            {
                "collection_id": collection_row,
                "kind": kind,
                "folded": folded,
                "name": self._names[kind, folded],
                "articles": count,
            }
            for (kind, folded), count in sorted(self._counts.items())
            if count
        ]


@dataclass(frozen=True, slots=True)
class CurrentVersion:
    """What the plan needs of an article's current version."""

    content_hash: str
    topics: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class StoredArticle:
    """An article that has a row; a removed one has no current version."""

    row: int
    version: int
    current: CurrentVersion | None


@dataclass(frozen=True, slots=True)
class IntakeMoment:
    """When new articles come in, in Unix seconds, and whether as the baseline of a feed."""

    first_seen: int
    baseline: bool


@dataclass(frozen=True, slots=True)
class SaveContext:
    """The collection that a plan is for, the last article row and change, and how they arrive."""

    collection: str
    collection_row: int
    last_row: int
    last_change: int
    arriving: IntakeMoment


class Plan:
    """The rows to write for articles of different keys, and what becomes of each article."""

    def __init__(self, context: SaveContext) -> None:
        self._context = context
        self._last_row = context.last_row
        self.articles: list[Values] = []
        self.versions: list[Values] = []
        self.passages: list[Values] = []
        self.outdated: list[int] = []
        self.saved: list[Saved] = []
        self.tally = CatalogueDelta()
        self.more_articles = 0
        self.more_words = 0

    def take(self, prepared: Prepared, known: StoredArticle | None) -> None:
        """Plan one article, given what is stored of it."""
        article_id = public_id(self._context.collection, prepared.draft.key)
        current = known.current if known else None
        if current is not None and current.content_hash == prepared.content_hash:
            self.saved.append(Saved("unchanged", article_id))
            return
        known = known or self._new()
        place = SavedPlace(
            number=self._context.last_change + len(self.articles) + 1,
            article_row=known.row,
            version=known.version + 1,
            collection_row=self._context.collection_row,
        )
        self._write(prepared, article_id, place)
        self.saved.append(Saved(self._replace(known.row, current), article_id, place))

    def _new(self) -> StoredArticle:
        self._last_row += 1
        return StoredArticle(self._last_row, 0, None)

    def _replace(self, row: int, current: CurrentVersion | None) -> Literal["added", "updated"]:
        if current is None:
            self.more_articles += 1
            return "added"
        self.outdated.append(row)
        self.tally.subtract(current.topics, current.outlet)
        return "updated"

    def _write(self, prepared: Prepared, article_id: str, place: SavedPlace) -> None:
        columns = version_row(prepared)
        key: Values = {"article_id": place.article_row, "version": place.version}
        self.tally.add(str(columns["topics"]), prepared.draft.outlet)
        self.versions.append({**key, **columns})
        self.articles.append(self._article(prepared, article_id, place))
        self._write_passages(prepared, key)

    def _article(self, prepared: Prepared, article_id: str, place: SavedPlace) -> Values:
        return {
            "id": place.article_row,
            "public_id": article_id,
            "collection_id": place.collection_row,
            "key": prepared.draft.key,
            "version": place.version,
            "removed": False,
            "change": place.number,
            "day": day_of(prepared.draft.published),
            "first_seen": self._context.arriving.first_seen,
            "baseline": self._context.arriving.baseline,
        }

    def _write_passages(self, prepared: Prepared, key: Values) -> None:
        for ordinal, passage in enumerate(prepared.passages):
            self.more_words += passage.length
            self.passages.append(
                {
                    **key,
                    "ordinal": ordinal,
                    "start": passage.start,
                    "end": passage.end,
                    "length": passage.length,
                }
            )
