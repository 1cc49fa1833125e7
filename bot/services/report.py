"""What is told of an ingest: how far it is, and what became of it."""

import logging
from collections.abc import Callable
from dataclasses import dataclass, field

from bot.articles.article import Rejection
from bot.persistence.article_rows import SavedNote
from bot.wording.prompts import Utterance, utterance

log = logging.getLogger(__name__)

Progress = Callable[[int, int], None]
"""Told how much is done of how much: bytes read, or changes put into the index."""


MOST_ALIKE = 20
"""Latest notes among which one is not told again."""


@dataclass(frozen=True, slots=True)
class Told:
    """What is told of an article that went in otherwise than its name says; where it was read."""

    place: str
    note: Utterance


def note_of(note: SavedNote) -> Utterance:
    """How it is told that an article met a known one, which is named."""
    met: dict[str, str] = {"title": note.title, "id": note.article_id}
    if note.kind == "another":
        return utterance("articles/told_another", **met)
    if note.kind == "outlet":
        return utterance("articles/told_outlet", **met)
    if note.kind == "stated":
        return utterance("articles/told_stated", **met)
    return utterance("articles/told_same", **met)


@dataclass(slots=True)
class IngestReport:
    """What became of the articles of an ingest, what was refused, and what else is to be told."""

    added: int = 0
    updated: int = 0
    unchanged: int = 0
    refused: list[Rejection] = field(default_factory=list)
    told: list[Told] = field(default_factory=list)
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

    def tell(self, place: str, note: Utterance) -> None:
        """Tell of what was read at a place; the lines of one file may all have the same to tell."""
        told = Told(place, note)
        if told not in self.told[-MOST_ALIKE:]:
            self.told.append(told)

    def include(self, other: "IngestReport") -> None:
        """Add what became of other articles."""
        self.added += other.added
        self.updated += other.updated
        self.unchanged += other.unchanged
        self.refused += other.refused
        self.told += other.told
        self.article_ids += other.article_ids
