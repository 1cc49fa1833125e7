"""What is read of files, in batches that one transaction takes."""

import asyncio
from collections.abc import AsyncIterator, Iterator
from dataclasses import dataclass, field
from itertools import chain

from bot.articles.article import Draft, Rejection, attempted
from bot.services.preparing import content_hash
from bot.services.workers import Hashed

BATCH_ARTICLES = 200
"""Articles saved in one transaction at most; none is ever split over two."""

BATCH_CHARACTERS = 2_000_000
"""Text of one transaction at most, so that a batch of long articles fits into memory."""

Placed = tuple[str, Draft | Rejection]
"""An article, or why there is none, and the place where it was read."""


@dataclass(slots=True)
class ArticleBatch:
    """What was read of files, no article twice."""

    hashed: list[Hashed] = field(default_factory=list)
    refused: list[Rejection] = field(default_factory=list)
    characters: int = 0

    @property
    def is_full(self) -> bool:
        """Whether it is as much as one transaction takes."""
        return len(self.hashed) >= BATCH_ARTICLES or self.characters >= BATCH_CHARACTERS

    def take(self, placed: Placed) -> None:
        """Put an article in, or the refusal of one."""
        place, item = placed
        hashed = item if isinstance(item, Rejection) else _hashed(place, item)
        if isinstance(hashed, Rejection):
            self.refused.append(hashed)
        else:
            self.hashed.append(hashed)
            self.characters += len(hashed.draft.text)


def _hashed(place: str, draft: Draft) -> Hashed | Rejection:
    return attempted(draft.source, lambda: Hashed(draft, content_hash(draft), place))


async def batches(read: Iterator[Placed]) -> AsyncIterator[ArticleBatch]:
    """What is read, in batches; reading is done in a thread."""
    held: list[Placed] = []
    while True:
        batch, held = await asyncio.to_thread(_batch, read, held)
        if not batch.hashed and not batch.refused:
            return
        yield batch


def _batch(read: Iterator[Placed], held: list[Placed]) -> tuple[ArticleBatch, list[Placed]]:
    """The next batch, and the article that comes again in the one after it."""
    batch, keys = ArticleBatch(), set[str]()
    for placed in chain(held, read):
        item = placed[1]
        if isinstance(item, Draft):
            if item.key in keys:
                return batch, [placed]
            keys.add(item.key)
        batch.take(placed)
        if batch.is_full:
            break
    return batch, []
