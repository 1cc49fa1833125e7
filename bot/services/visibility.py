"""Which articles an asker may see: the operator's, and those of the asker's own server."""

from dataclasses import dataclass
from datetime import date, timedelta

from bot.persistence.article_rows import CollectionStatistics
from bot.persistence.changes import ChangeFeed
from bot.search.reranker import Statistics, day_of_number
from bot.services.index_sync import IndexSync

OPERATOR = "operator"
"""The collection that everybody sees."""

SAMPLE = "sample"
"""The articles that come with Pullquote, seen as long as the operator has none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The collections that may be seen, and what they hold, at one change.

    `asked_on` is the day of asking where what is newer counts for more.
    """

    collections: tuple[str, ...]
    held: tuple[CollectionStatistics, ...]
    change: int
    asked_on: date | None = None

    @property
    def articles(self) -> int:
        """How many articles they hold."""
        return sum(item.articles for item in self.held)

    @property
    def statistics(self) -> Statistics:
        """What the score of a passage needs to know of them all."""
        return Statistics(
            self.articles,
            sum(item.passages for item in self.held),
            sum(item.words for item in self.held),
        )

    @property
    def recent_from(self) -> date | None:
        """From which day the age of an article counts: that of an archive is its own last one."""
        newest = max((item.newest or 0 for item in self.held), default=0)
        if self.asked_on is None or not newest:
            return None
        return min(self.asked_on, day_of_number(newest) + timedelta(days=1))

    @property
    def rows(self) -> list[int]:
        """By what the index knows the collections."""
        return [item.collection_row for item in self.held]


class Visibility:
    """Knows what each collection sees; asks the database again only after a change."""

    def __init__(self, changes: ChangeFeed, index: IndexSync) -> None:
        self._changes = changes
        self._index = index
        self._known: dict[str | None, Scope] = {}

    async def of(self, collection: str | None) -> Scope:
        """What `collection` sees; None stands for the operator."""
        change = self._index.change
        known = self._known.get(collection)
        if known is not None and known.change == change:
            return known
        names = (OPERATOR, SAMPLE) if collection is None else (OPERATOR, SAMPLE, collection)
        held = {item.name: item for item in await self._changes.statistics(names)}
        hidden = SAMPLE if OPERATOR in held and held[OPERATOR].articles else OPERATOR
        seen = tuple(dict.fromkeys(name for name in names if name != hidden))
        scope = Scope(seen, tuple(held[name] for name in seen if name in held), change)
        self._known[collection] = scope
        return scope
