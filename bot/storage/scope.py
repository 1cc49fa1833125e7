"""Which collections somebody sees: the operator's and, in a Discord server, that server's own."""

from dataclasses import dataclass

from bot.search.ranking import Statistics
from bot.storage.indexing import LiveIndex
from bot.storage.records import CollectionStatistics
from bot.storage.store import Store

OPERATOR = "operator"
"""The collection that everybody sees."""

SAMPLE = "sample"
"""The articles that come with Pullquote, seen as long as the operator has none."""


@dataclass(frozen=True, slots=True)
class Scope:
    """The collections that may be seen, and what they hold, at one change."""

    collections: tuple[str, ...]
    held: tuple[CollectionStatistics, ...]
    change: int

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
    def rows(self) -> list[int]:
        """By what the index knows the collections."""
        return [item.collection_row for item in self.held]


class Scopes:
    """Knows what each collection sees; asks the database again only after a change."""

    def __init__(self, store: Store, index: LiveIndex) -> None:
        self._store = store
        self._index = index
        self._known: dict[str | None, Scope] = {}

    async def of(self, collection: str | None) -> Scope:
        """What `collection` sees; None stands for the operator."""
        change = self._index.change
        known = self._known.get(collection)
        if known is None or known.change != change:
            known = self._known[collection] = await self._seen(collection, change)
        return known

    async def _seen(self, collection: str | None, change: int) -> Scope:
        names = (OPERATOR, SAMPLE) if collection is None else (OPERATOR, SAMPLE, collection)
        held = {item.name: item for item in await self._store.statistics(names)}
        hidden = SAMPLE if _articles(held.get(OPERATOR)) else OPERATOR
        seen = tuple(dict.fromkeys(name for name in names if name != hidden))
        return Scope(seen, tuple(held[name] for name in seen if name in held), change)


def _articles(statistics: CollectionStatistics | None) -> int:
    return statistics.articles if statistics else 0
