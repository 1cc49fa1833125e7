"""The index of passages: derived from the database, on disk, incremental.

`PassageIndex` is what the newsroom needs of an engine; `TantivyIndex` is the embedded one. Terms
carry their collection ("7:sanction"), so a query can only meet passages of the collections it
names, and document frequencies never count another server's passages.
"""

import json
import shutil
from collections.abc import Iterable, Sequence
from dataclasses import asdict, dataclass
from pathlib import Path
from typing import Any, Protocol, Self

import tantivy

INDEX_FORMAT = 1
"""Raised when the index is written differently, so that an older one is rebuilt."""

WRITER_MEMORY = 30_000_000
"""Bytes that one writer thread gathers before it writes a segment; more is not faster here."""

COUNTED_EXACTLY = 20_000
"""Up to this document frequency passages are counted; above it the sum over the ways to say a thing
stands for it, for a weight that small changes too little to read all the postings."""

STATE = "state.json"
CONTENTS = "meta.json"
"""Where the engine lists the parts of its index."""


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index holds: the database it was made from and the last change of it."""

    identity: str
    change: int
    format: int = INDEX_FORMAT


@dataclass(frozen=True, slots=True)
class IndexedArticle:
    """One article's state for the index; one without passages is taken out."""

    article: int
    collection: int
    outlet: str | None
    day: int | None
    passages: Sequence[tuple[int, str]]


@dataclass(frozen=True, slots=True)
class Filters:
    """What a passage must fit besides the words; days are numbers such as 20240516."""

    outlet: str | None = None
    since: int | None = None
    until: int | None = None


@dataclass(frozen=True, slots=True)
class Match:
    """A passage that matches, by its row, and the day of its article, 0 when it has none."""

    row: int
    day: int


Alternatives = Sequence[tuple[str, ...]]
"""The ways to say one thing; each is one or more terms that all must occur."""


class PassageIndex(Protocol):
    """An engine that finds candidate passages; their final score is not its business."""

    def candidates(
        self,
        concepts: Sequence[Alternatives],
        collections: Sequence[int],
        filters: Filters,
        limit: int,
    ) -> list[Match]:
        """The passages that match best, best first."""
        ...

    def frequency(self, concept: Alternatives, collections: Sequence[int]) -> int:
        """How many passages of the collections hold the concept in any of its ways."""
        ...

    def similar(self, term: str, collections: Sequence[int], limit: int) -> list[Match]:
        """Passages with a term at most two typing errors away from `term`."""
        ...


class TantivyIndex:
    """The embedded engine; `DamagedIndex` tells that its files cannot be used."""

    def __init__(self, folder: Path, state: IndexState) -> None:
        self._folder = folder
        self.state = state
        with _damage(folder):
            self._index = tantivy.Index(_schema(), path=str(folder), reuse=True)
            self._schema = self._index.schema
            self._searcher = self._index.searcher()

    @classmethod
    def create(cls, folder: Path, identity: str) -> Self:
        """A new, empty index in `folder`; what was there is gone."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        index = cls(folder, IndexState(identity, 0))
        index._write_state()
        return index

    @classmethod
    def open(cls, folder: Path) -> Self:
        """The index in `folder`; DamagedIndex when missing, unreadable or of another format."""
        state = read_state(folder)
        if not (folder / CONTENTS).exists():
            raise DamagedIndex(str(folder))  # the engine would make an empty one
        return cls(folder, state)

    def __len__(self) -> int:
        return int(self._searcher.num_docs)

    def refresh(self) -> None:
        """See what any process has committed."""
        with _damage(self._folder):
            self._index.reload()
            self._searcher = self._index.searcher()

    def apply(self, articles: Iterable[IndexedArticle], change: int) -> None:
        """Put these articles in, or in anew, in one commit that takes the index to `change`."""
        with _damage(self._folder):
            writer = self._index.writer(heap_size=WRITER_MEMORY, num_threads=1)
            try:
                for article in articles:
                    self._replace(writer, article)
                writer.commit()
            finally:
                writer.wait_merging_threads()
        self.state = IndexState(self.state.identity, change)
        self._write_state()
        self.refresh()

    def candidates(
        self,
        concepts: Sequence[Alternatives],
        collections: Sequence[int],
        filters: Filters,
        limit: int,
    ) -> list[Match]:
        """The passages that match best, best first."""
        ways = [way for concept in concepts for way in concept]
        return self._matches(self._filtered(self._union(ways, collections), filters), limit)

    def frequency(self, concept: Alternatives, collections: Sequence[int]) -> int:
        """How many passages of the collections hold the concept in any of its ways."""
        known = sum(self._at_most(way, row) for way in concept for row in collections)
        if known == 0 or known > COUNTED_EXACTLY:
            return known
        query = self._union(concept, collections)
        with _damage(self._folder):
            result: Any = self._searcher.search(query, limit=1, count=True)  # its stubs lack count
        return int(result.count)

    def similar(self, term: str, collections: Sequence[int], limit: int) -> list[Match]:
        """Passages with a term at most two typing errors away from `term`."""
        distance = 1 if len(term) < 6 else 2  # noqa: PLR2004 - two errors in a short word make another
        fuzzy = [
            tantivy.Query.boolean_query(
                [
                    (tantivy.Occur.Must, self._term("collection", row)),
                    (
                        tantivy.Occur.Must,
                        tantivy.Query.fuzzy_term_query(
                            self._schema, "terms", f"{row}:{term}", distance=distance
                        ),
                    ),
                ]
            )
            for row in collections
        ]
        return self._matches(_any(fuzzy), limit)

    def _replace(self, writer: tantivy.IndexWriter, article: IndexedArticle) -> None:
        writer.delete_documents_by_query(self._term("article", article.article))
        for row, terms in article.passages:
            document = tantivy.Document()
            prefix = f"{article.collection}:"
            document.add_text("terms", " ".join([prefix + term for term in terms.split()]))
            document.add_unsigned("passage", row)
            document.add_unsigned("article", article.article)
            document.add_unsigned("collection", article.collection)
            if article.outlet is not None:
                document.add_text("outlet", article.outlet)
            if article.day is not None:
                document.add_integer("day", article.day)
            writer.add_document(document)

    def _matches(self, query: tantivy.Query, limit: int) -> list[Match]:
        with _damage(self._folder):
            hits = self._searcher.search(query, limit=limit, count=False).hits
            places = [address for _, address in hits]
            rows = self._searcher.fast_field_values("passage", places)
            days = self._searcher.fast_field_values("day", places)
        return [
            Match(int(row), int(day or 0))
            for row, day in zip(rows, days, strict=True)
            if row is not None
        ]

    def _union(self, ways: Alternatives, collections: Sequence[int]) -> tantivy.Query:
        return _any([self._way(way, row) for way in dict.fromkeys(ways) for row in collections])

    def _way(self, way: tuple[str, ...], collection: int) -> tantivy.Query:
        terms = [self._term("terms", f"{collection}:{term}") for term in way]
        if len(terms) == 1:
            return terms[0]
        return tantivy.Query.boolean_query([(tantivy.Occur.Must, term) for term in terms])

    def _filtered(self, query: tantivy.Query, filters: Filters) -> tantivy.Query:
        parts = [(tantivy.Occur.Must, query)]
        if filters.outlet is not None:
            parts.append((tantivy.Occur.Must, self._term("outlet", filters.outlet)))
        if filters.since is not None or filters.until is not None:
            days = tantivy.Query.range_query(
                self._schema, "day", tantivy.FieldType.Integer, filters.since, filters.until
            )
            parts.append((tantivy.Occur.Must, days))
        return tantivy.Query.boolean_query(parts) if len(parts) > 1 else query

    def _at_most(self, way: tuple[str, ...], collection: int) -> int:
        """How many passages say it that way: as many as have its rarest term, at most."""
        counts = (self._searcher.doc_freq("terms", f"{collection}:{term}") for term in way)
        return int(min(counts))

    def _term(self, field: str, value: str | int) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)

    def _write_state(self) -> None:
        fresh = self._folder / f"{STATE}.new"
        fresh.write_text(json.dumps(asdict(self.state)), encoding="utf-8")
        fresh.replace(self._folder / STATE)


class DamagedIndex(Exception):
    """The index is missing, unreadable or of another format; the database can rebuild it."""


def read_state(folder: Path) -> IndexState:
    """What the index in `folder` says it holds; DamagedIndex when it does not say."""
    try:
        state = IndexState(**json.loads((folder / STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedIndex(str(folder)) from error
    if state.format != INDEX_FORMAT:
        raise DamagedIndex(str(folder))
    return state


class _damage:  # noqa: N801 - reads as a clause: with _damage(folder)
    """Turns whatever the engine raises on broken files into DamagedIndex.

    The engine panics with a BaseException of its own, so its name is what there is to go by.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if error is None or isinstance(error, DamagedIndex):
            return
        if isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException":
            raise DamagedIndex(str(self._folder)) from error


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="freq")
    builder.add_unsigned_field("passage", fast=True)
    builder.add_unsigned_field("article", indexed=True)
    builder.add_unsigned_field("collection", indexed=True)
    builder.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    return builder.build()
