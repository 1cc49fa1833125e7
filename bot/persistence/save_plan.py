"""Which rows a batch of articles changes, and how the catalogue's counts change with them; pure."""

from collections import Counter
from dataclasses import dataclass
from typing import Literal

from bot.articles.article import public_id
from bot.articles.identity import names_of
from bot.persistence.article_rows import (
    CurrentVersion,
    Entry,
    Prepared,
    Saved,
    SavedPlace,
    StoredArticle,
    Values,
    day_of,
    entries,
    passage_rows,
    version_row,
)
from bot.persistence.recognising import Recognised


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
    """The rows to write for different articles, and what becomes of each of them."""

    def __init__(self, context: SaveContext) -> None:
        self._context = context
        self._last_row = context.last_row
        self._met: set[int] = set()
        self.articles: list[Values] = []
        self.versions: list[Values] = []
        self.passages: list[Values] = []
        self.lines: list[Values] = []
        self.names: list[Values] = []
        self.former_names: list[Values] = []
        self.own_names: list[tuple[int, str]] = []
        self.outdated: list[int] = []
        self.saved: list[Saved] = []
        self.tally = CatalogueDelta()
        self.more_articles = 0
        self.more_words = 0

    def has_met(self, found: Recognised) -> bool:
        """Whether an article is one that was planned already, so that its rows have changed."""
        return found.known is not None and found.known.row in self._met

    def take(self, prepared: Prepared, found: Recognised) -> None:
        """Plan one article, given which one it is."""
        article_id = public_id(self._context.collection, found.key)
        known = found.known or self._new(found.key)
        self._met.add(known.row)
        self._name(prepared, known, writes=found.writes)
        if not found.writes:
            self.saved.append(Saved("unchanged", article_id, note=found.note))
            return
        place = SavedPlace(
            number=self._context.last_change + len(self.articles) + 1,
            article_row=known.row,
            version=known.version + 1,
            collection_row=self._context.collection_row,
        )
        self._write(prepared, article_id, found.key, place)
        outcome = self._replace(known.row, known.current)
        self.saved.append(Saved(outcome, article_id, place, found.note))

    def _new(self, key: str) -> StoredArticle:
        self._last_row += 1
        return StoredArticle(self._last_row, key, 0, None)

    def _name(self, prepared: Prepared, known: StoredArticle, *, writes: bool) -> None:
        """Remember under which other names than its own an article came, and what it was there."""
        told, own = prepared.draft.key, known.key
        for name in names_of(told):
            if name != own:
                self.names.append(self._named(name, known.row, prepared.content_hash))
        if told == own and known.current is not None:
            self.own_names.append((known.row, own))
        elif writes and known.current is not None:
            self.former_names.append(self._named(own, known.row, known.current.content_hash))

    def _named(self, key: str, row: int, content_hash: str) -> Values:
        return {
            "collection_id": self._context.collection_row,
            "key": key,
            "article_id": row,
            "content_hash": content_hash,
        }

    def _replace(self, row: int, current: CurrentVersion | None) -> Literal["added", "updated"]:
        if current is None:
            self.more_articles += 1
            return "added"
        self.outdated.append(row)
        self.tally.subtract(current.topics, current.outlet)
        return "updated"

    def _write(self, prepared: Prepared, article_id: str, own_key: str, place: SavedPlace) -> None:
        columns = version_row(prepared)
        key: Values = {"article_id": place.article_row, "version": place.version}
        self.tally.add(str(columns["topics"]), prepared.draft.outlet)
        self.versions.append({**key, **columns})
        names = {"public_id": article_id, "key": own_key}
        self.articles.append(names | self._article(prepared, place))
        self.passages += passage_rows(prepared, key)
        self.more_words += sum(passage.length for passage in prepared.passages)
        self.lines += [
            {"line": line, "article_id": place.article_row} for line in set(prepared.lines)
        ]

    def _article(self, prepared: Prepared, place: SavedPlace) -> Values:
        return {
            "id": place.article_row,
            "collection_id": place.collection_row,
            "version": place.version,
            "removed": False,
            "change": place.number,
            "day": day_of(prepared.draft.published),
            "words_hash": prepared.words_hash,
            "first_seen": self._context.arriving.first_seen,
            "baseline": self._context.arriving.baseline,
        }
