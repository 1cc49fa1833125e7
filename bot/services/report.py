"""What is told of an ingest: how far it is, and what became of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.articles.article import Rejection

log = logging.getLogger(__name__)

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

    def refuse(self, refused: Rejection) -> None:
        """Name what was refused; what broke its reader goes into the log as well."""
        self.refused.append(refused)
        if refused.trace:
            log.error("%s broke its reader\n%s", refused.source, refused.trace)

    def include(self, other: "IngestReport") -> None:
        """Add what became of other articles."""
        self.added += other.added
        self.updated += other.updated
        self.unchanged += other.unchanged
        self.refused += other.refused
        self.article_ids += other.article_ids
