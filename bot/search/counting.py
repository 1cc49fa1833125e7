"""How often, and how near each other, candidate passages say the terms of a query."""

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import NamedTuple

import numpy as np
import numpy.typing as npt

from bot.search.forward import Record, number_of
from bot.search.query import Concept

Counts = npt.NDArray[np.int64]

NOTHING: Counts = np.zeros(0, np.int64)


class Said(NamedTuple):
    """Where terms are said: the part of the text, the place and the term's column, in order."""

    part: Counts
    place: Counts
    column: Counts


@dataclass(frozen=True, slots=True)
class Counted:
    """Counts of terms: a row a candidate, a column a term, and the lengths in terms a candidate.

    `body` is the passage alone, `passage` the passage with its article's title, `article` all
    passages of its article (or of its part of a very long one), each with the title. `said` tells
    where the candidates' bodies, which are its parts, say the terms.
    """

    columns: dict[str, int]
    body: Counts
    passage: Counts
    article: Counts
    passage_lengths: Counts
    article_lengths: Counts
    said: Said

    def __len__(self) -> int:
        return len(self.body)

    def occurrences(self, concept: Concept, counts: Counts) -> Counts:
        """How often each candidate says the concept, in any of its ways."""
        found = np.zeros(len(counts), np.int64)
        for way in concept.ways:
            found += counts[:, [self.columns[term] for term in way]].min(axis=1)
        return found


def counted(records: Sequence[tuple[Record, int]], concepts: Iterable[Concept]) -> Counted:
    """The counts of the concepts' terms in candidates, each a record and a passage's ordinal."""
    columns = {t: n for n, t in enumerate({t: None for c in concepts for w in c.ways for t in w})}
    distinct = {id(record): record for record, _ in records}
    own = {name: row for row, name in enumerate(distinct)}
    held = list(distinct.values())
    lengths = np.array([n for record in held for n in record.lengths.tolist()], np.int64)
    # A record's parts are its title and its passages.
    firsts = np.cumsum([0, *(len(record) + 1 for record in held)])[:-1]
    said = _said(held, lengths, list(columns))
    cells = said.part * len(columns) + said.column
    table = np.bincount(cells, minlength=len(lengths) * len(columns))
    table = table.reshape(len(lengths), len(columns))
    rows = np.array([own[id(record)] for record, _ in records], np.int64)
    titles = firsts[rows]
    bodies = titles + np.array([ordinal for _, ordinal in records], np.int64) + 1
    whole, whole_lengths = _whole(table, lengths, firsts, held)
    return Counted(
        columns,
        table[bodies],
        table[bodies] + table[titles],
        whole[rows],
        lengths[bodies] + lengths[titles],
        whole_lengths[rows],
        _in_bodies(said, bodies, len(lengths)),
    )


def _said(records: Sequence[Record], lengths: Counts, terms: Sequence[str]) -> Said:
    """Where the records' parts say the terms, in the order of the parts."""
    if not terms or not records:
        return Said(NOTHING, NOTHING, NOTHING)
    sought = np.array([number_of(term) for term in terms], np.uint32)
    order = np.argsort(sought)
    flat = np.concatenate([record.terms for record in records])
    places = np.flatnonzero(np.isin(flat, sought))
    column = order[np.searchsorted(sought, flat[places], sorter=order)]
    return Said(np.searchsorted(np.cumsum(lengths), places, side="right"), places, column)


def _in_bodies(said: Said, bodies: Counts, parts: int) -> Said:
    """What the candidates' bodies say, with the candidate for the part."""
    candidate = np.full(parts, -1, np.int64)
    candidate[bodies] = np.arange(len(bodies))
    owner = candidate[said.part]
    inside = owner >= 0
    return Said(owner[inside], said.place[inside], said.column[inside])


def _whole(
    table: Counts, lengths: Counts, firsts: Counts, records: Sequence[Record]
) -> tuple[Counts, Counts]:
    """The counts and lengths of each record: its passages, each with the title."""
    if not len(firsts):
        return table, lengths
    more = np.array([len(record) - 1 for record in records], np.int64)
    counts = np.add.reduceat(table, firsts, axis=0) + more[:, None] * table[firsts]
    return counts, np.add.reduceat(lengths, firsts) + more * lengths[firsts]
