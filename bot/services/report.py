"""What is told of an ingest: how far it is, and what became of it."""

from collections.abc import Callable
from dataclasses import dataclass, field

from bot.articles.article import Rejection

Progress = Callable[[int, int], None]
"""Told how much is done of how much: bytes read, or changes put into the index."""


@dataclass(slots=True)
class IngestReport:
    """What became of the articles of an ingest, and what was refused with its reason."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[Rejection] = field(default_factory=list)
    article_ids: list[str] = field(default_factory=list)

    @property
    def taken(self) -> int:
        """Articles that are in the corpus now, whether new or not."""
        return self.added + self.updated + self.unchanged

    def include(self, other: "IngestReport") -> None:
        """Add what became of other articles."""
        self.added += other.added
        self.updated += other.updated
        self.unchanged += other.unchanged
        self.refused += other.refused
        self.article_ids += other.article_ids
