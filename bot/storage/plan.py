"""Which rows a batch of articles adds and changes: decided here, written elsewhere."""

from dataclasses import dataclass
from typing import Literal

from bot.storage.records import Place, Prepared, Saved
from bot.storage.rows import Values, day_of, public_id, version_row
from bot.storage.tally import Tally


@dataclass(frozen=True, slots=True)
class Current:
    """What the plan needs of an article's current version."""

    content_hash: str
    topics: str
    outlet: str | None


@dataclass(frozen=True, slots=True)
class Known:
    """An article that has a row; a removed one has no current version."""

    row: int
    version: int
    current: Current | None


@dataclass(frozen=True, slots=True)
class Arriving:
    """When new articles come in, in Unix seconds, and whether as the baseline of a feed."""

    first_seen: int
    baseline: bool


@dataclass(frozen=True, slots=True)
class Ground:
    """The collection that a plan is for, the last article row and change, and how they arrive."""

    collection: str
    collection_row: int
    last_row: int
    last_change: int
    arriving: Arriving


class Plan:
    """The rows to write for articles of different keys, and what becomes of each article."""

    def __init__(self, ground: Ground) -> None:
        self._ground = ground
        self._last_row = ground.last_row
        self.articles: list[Values] = []
        self.versions: list[Values] = []
        self.passages: list[Values] = []
        self.outdated: list[int] = []
        self.saved: list[Saved] = []
        self.tally = Tally()
        self.more_articles = 0
        self.more_words = 0

    def take(self, prepared: Prepared, known: Known | None) -> None:
        """Plan one article, given what is stored of it."""
        article_id = public_id(self._ground.collection, prepared.draft.key)
        current = known.current if known else None
        if current is not None and current.content_hash == prepared.content_hash:
            self.saved.append(Saved("unchanged", article_id))
            return
        known = known or self._new()
        place = Place(
            number=self._ground.last_change + len(self.articles) + 1,
            article_row=known.row,
            version=known.version + 1,
            collection_row=self._ground.collection_row,
        )
        self._write(prepared, article_id, place)
        self.saved.append(Saved(self._replace(known.row, current), article_id, place))

    def _new(self) -> Known:
        self._last_row += 1
        return Known(self._last_row, 0, None)

    def _replace(self, row: int, current: Current | None) -> Literal["added", "updated"]:
        if current is None:
            self.more_articles += 1
            return "added"
        self.outdated.append(row)
        self.tally.subtract(current.topics, current.outlet)
        return "updated"

    def _write(self, prepared: Prepared, article_id: str, place: Place) -> None:
        columns = version_row(prepared)
        key: Values = {"article_id": place.article_row, "version": place.version}
        self.tally.add(str(columns["topics"]), prepared.draft.outlet)
        self.versions.append({**key, **columns})
        self.articles.append(self._article(prepared, article_id, place))
        self._write_passages(prepared, key)

    def _article(self, prepared: Prepared, article_id: str, place: Place) -> Values:
        return {
            "id": place.article_row,
            "public_id": article_id,
            "collection_id": place.collection_row,
            "key": prepared.draft.key,
            "version": place.version,
            "removed": False,
            "change": place.number,
            "day": day_of(prepared.draft.published),
            "first_seen": self._ground.arriving.first_seen,
            "baseline": self._ground.arriving.baseline,
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
