"""By how many articles each topic and outlet of the catalogue grows or shrinks."""

from collections import Counter

from bot.storage.rows import Entry, Values, entries


class Tally:
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
