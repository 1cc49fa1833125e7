"""The index of passages: what goes in, what comes out, and what the newsroom needs of an engine.

It is derived from the database: an engine may be lost, or be another one.
"""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import lru_cache
from typing import Protocol
from zlib import crc32

import numpy as np
import numpy.typing as npt

INDEX_FORMAT = 3
"""Raised when the index, or the words in it, are written differently: an older one is made anew."""

Terms = tuple[str, ...]

Alternatives = Sequence[Terms]
"""The ways to say one thing; each is one or more terms that all must occur."""

REMEMBERED_NUMBERS = 500_000
"""Terms whose numbers are kept at hand."""

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A span of an article's text and its terms, joined by spaces."""

    start: int
    end: int
    terms: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the forward index holds of an article, or of a part of a very long one.

    `terms` are those of the title and then of each passage, as many as `lengths` says.
    """

    article: int
    version: int
    starts: Numbers
    ends: Numbers
    lengths: Numbers
    terms: Numbers

    def __len__(self) -> int:
        """How many passages it has."""
        return len(self.starts)

    def span(self, ordinal: int) -> tuple[int, int]:
        """Where a passage stands in the article's text."""
        return int(self.starts[ordinal]), int(self.ends[ordinal])


@lru_cache(REMEMBERED_NUMBERS)
def number_of(term: str) -> int:
    """The number that stands for a term, the same on every machine."""
    return crc32(term.encode())


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article's state for the index; one without passages is taken out.

    `bodies` are those of its records in the forward index, for an engine that keeps one.
    """

    article: int
    version: int
    collection: int
    outlet: str | None
    day: int | None
    title: str
    passages: Sequence[IndexedPassage]
    bodies: Sequence[bytes]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage must fit besides the words; days are numbers such as 20240516.

    `outlets` are folded names, of which one must be the article's; none means any. The terms of
    each of `phrases` must occur, `without` lists terms of which none may.
    """

    outlets: tuple[str, ...] | None = None
    since: int | None = None
    until: int | None = None
    phrases: tuple[Terms, ...] = ()
    without: tuple[Terms, ...] = ()


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that matches: its article, where its terms are, and the day, 0 when it has none.

    `place` is the engine's own; of two records of an article the earlier part has the lower one.
    """

    article: int
    place: tuple[int, int]
    ordinal: int
    day: int


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index holds: the database it was made from and the last change of it."""

    identity: str
    change: int
    format: int = INDEX_FORMAT


class DamagedIndex(Exception):
    """The index is missing, unreadable or of another format; the database can rebuild it."""


class PassageIndex(Protocol):
    """An engine that finds candidate passages; their final score is not its business.

    - `apply` puts in what it is given or nothing, and takes `state` to the change; what was put in
      can be found when it returns. An article replaces its older self, one without passages goes.
    - A passage is found by its own terms and by its article's title's. Terms are opaque: equal or
      not. A way of several terms needs all of them in one passage, in any order.
    - Nothing crosses collections: neither matches nor frequencies, nor which words are similar.
      Articles of collections of any size compete on equal terms.
    - A filter is exact; an undated passage fits no bound of days. Passages with a phrase's terms
      in its order come before those with the terms elsewhere.
    - Every method but `apply` may be called from several threads, also while that one runs; all
      raise `DamagedIndex` when what is stored cannot be used.

    `tests/search/index_contract.py` holds each of these.
    """

    @property
    def state(self) -> IndexState:
        """What it holds."""
        ...

    def __len__(self) -> int:
        """How many passages it holds, of all collections."""
        ...

    def apply(self, articles: Iterable[IndexedArticle], change: int) -> None:
        """Put these articles in, or in anew, as one change."""
        ...

    def is_whole(self, passages: int) -> bool:
        """Whether it holds as many passages as the database has."""
        ...

    def is_wasteful(self, terms: int) -> bool:
        """Whether it should be made anew, for so many terms of passages need much less room."""
        ...

    def candidates(
        self,
        concepts: Sequence[Alternatives],
        collections: Sequence[int],
        filters: Filters,
        limit: int,
    ) -> list[Match]:
        """The passages that say any of the concepts and fit the filters, best first."""
        ...

    def records(self, matches: Sequence[Match]) -> list[Record]:
        """The terms of each match's article, the same object for passages of the same one."""
        ...

    def frequency(self, concept: Alternatives, collections: Sequence[int]) -> int:
        """How many passages hold the concept in any of its ways; of very many, about how many."""
        ...

    def similar(self, term: str, collections: Sequence[int], limit: int) -> list[Match]:
        """Passages with a term at most two typing errors away, in short words one."""
        ...
