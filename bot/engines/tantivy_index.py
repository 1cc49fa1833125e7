"""The embedded engine: tantivy, on disk and incremental, beside the forward index.

Terms carry their collection ("7:sanction"), so a query can only meet passages of the collections it
names, and document frequencies never count another server's passages.
"""

import math
import shutil
from collections.abc import Iterable, Sequence
from pathlib import Path
from typing import Any, Self

import tantivy

from bot.engines.forward_index import (
    NUMBER_BYTES,
    SECTION,
    ForwardIndex,
    damage,
    read_state,
    record_bytes,
    write_state,
)
from bot.search.passage_index import (
    Alternatives,
    DamagedIndex,
    Filters,
    IndexedArticle,
    IndexedPassage,
    IndexState,
    Match,
    Record,
    Terms,
)

WRITER_MEMORY = 30_000_000
"""Bytes that one writer thread gathers before it writes a segment; more is not faster here."""

COUNTED_EXACTLY = 20_000
"""Up to this document frequency passages are counted; above it the sum over the ways to say a thing
stands for it, for a weight that small changes too little to read all the postings."""

PHRASE_FIRST = 1_000.0
"""How much the words of a phrase in its order outweigh the same words apart."""

BETWEEN = 2
"""Terms that may stand between those of a phrase: a compound leaves its parts joined there."""

WASTE = 3
WASTE_ALLOWED = 16_000_000
"""The forward index is made anew when it has three times the bytes that its terms need, and more
than a few: replaced and removed articles leave their terms in it."""

CONTENTS = "meta.json"
"""Where the engine lists the parts of its index."""


class TantivyIndex:
    """The embedded engine, a `PassageIndex` in a folder."""

    def __init__(self, folder: Path, state: IndexState) -> None:
        self._folder = folder
        self.state = state
        with damage(folder):
            self._index = tantivy.Index(_schema(), path=str(folder), reuse=True)
            self._schema = self._index.schema
            self._forward = ForwardIndex(folder)
            self._searcher = self._index.searcher()

    @classmethod
    def create(cls, folder: Path, identity: str) -> Self:
        """A new, empty index in `folder`; what was there is gone."""
        shutil.rmtree(folder, ignore_errors=True)
        folder.mkdir(parents=True)
        ForwardIndex.create(folder)
        index = cls(folder, IndexState(identity, 0))
        write_state(folder, index.state)
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

    @property
    def forward_bytes(self) -> int:
        """The size of the forward index, with what it holds in vain."""
        return len(self._forward)

    def is_whole(self, passages: int) -> bool:
        """Whether it holds as many passages as the database has."""
        return len(self) == passages and bool(self.forward_bytes or not passages)

    def is_wasteful(self, terms: int) -> bool:
        """Whether it should be made anew, for so many terms of passages need much less room."""
        return self.forward_bytes > WASTE_ALLOWED + WASTE * NUMBER_BYTES * terms

    def refresh(self) -> None:
        """See what any process has committed."""
        with damage(self._folder):
            self._index.reload()
            self._searcher = self._index.searcher()

    def apply(self, articles: Iterable[IndexedArticle], change: int) -> None:
        """Put these articles in, or in anew, in one commit that takes the index to `change`.

        They can be found before this returns: the engine may have files to merge afterwards.
        """
        with damage(self._folder):
            writer = self._index.writer(heap_size=WRITER_MEMORY, num_threads=1)
            try:
                for article in articles:
                    self._replace(writer, article)
                self._forward.keep()
                writer.commit()
                self.state = IndexState(self.state.identity, change)
                write_state(self._folder, self.state)
                self.refresh()
            finally:
                writer.wait_merging_threads()

    def candidates(
        self,
        concepts: Sequence[Alternatives],
        collections: Sequence[int],
        filters: Filters,
        limit: int,
    ) -> list[Match]:
        """The passages that match best, best first."""
        ways = [way for concept in concepts for way in concept]
        union = self._union(ways, collections)
        return self._matches(self._filtered(union, collections, filters), limit)

    def records(self, matches: Sequence[Match]) -> list[Record]:
        """The terms of each match's article, the same object for passages of the same one."""
        places = list(dict.fromkeys(match.place for match in matches))
        with damage(self._folder):
            found = dict(zip(places, self._forward.read(places), strict=True))
            if any(match.ordinal >= len(found[match.place]) for match in matches):
                raise DamagedIndex(str(self._folder))
        return [found[match.place] for match in matches]

    def frequency(self, concept: Alternatives, collections: Sequence[int]) -> int:
        """How many passages of the collections hold the concept in any of its ways."""
        known = sum(self._at_most(way, row) for way in concept for row in collections)
        if known == 0 or known > COUNTED_EXACTLY:
            return known
        query = self._union(concept, collections)
        with damage(self._folder):
            result: Any = self._searcher.search(query, limit=1, count=True)  # its stubs lack count
        return int(result.count)

    def similar(self, term: str, collections: Sequence[int], limit: int) -> list[Match]:
        """Passages with a term at most two typing errors away from `term`."""
        distance = 1 if len(term) < 6 else 2  # noqa: PLR2004 - two errors in a short word make another
        fuzzy = [
            _all(
                [
                    self._term("collection", row),
                    tantivy.Query.fuzzy_term_query(
                        self._schema, "terms", f"{row}:{term}", distance=distance
                    ),
                ]
            )
            for row in collections
        ]
        return self._matches(_any(fuzzy), limit)

    def _replace(self, writer: tantivy.IndexWriter, article: IndexedArticle) -> None:
        writer.delete_documents_by_query(self._term("article", article.article))
        for number, body in enumerate(article.bodies):
            first = number * SECTION
            self._add(writer, article, article.passages[first : first + SECTION], body)

    def _add(
        self,
        writer: tantivy.IndexWriter,
        article: IndexedArticle,
        passages: Sequence[IndexedPassage],
        body: bytes,
    ) -> None:
        record = record_bytes(article.article, article.version, len(passages), body)
        ((at, size),) = self._forward.add([record])
        prefix = f"{article.collection}:"
        for ordinal, passage in enumerate(passages):
            document = tantivy.Document()
            terms = f"{passage.terms} {article.title}".split()
            document.add_text("terms", prefix + f" {prefix}".join(terms))
            document.add_unsigned("article", article.article)
            document.add_unsigned("collection", article.collection)
            document.add_unsigned("at", at)
            document.add_unsigned("size", size)
            document.add_unsigned("ordinal", ordinal)
            if article.outlet is not None:
                document.add_text("outlet", article.outlet)
            if article.day is not None:
                document.add_integer("day", article.day)
            writer.add_document(document)

    def _matches(self, query: tantivy.Query, limit: int) -> list[Match]:
        searcher = self._searcher  # another may stand there when the places are looked up
        with damage(self._folder):
            hits = searcher.search(query, limit=limit, count=False).hits
            places = [address for _, address in hits]
            columns = [
                [int(value or 0) for value in searcher.fast_field_values(field, places)]
                for field in ("article", "at", "size", "ordinal", "day")
            ]
        return [
            Match(article, (at, size), ordinal, day)
            for article, at, size, ordinal, day in zip(*columns, strict=True)
        ]

    def _union(self, ways: Alternatives, collections: Sequence[int]) -> tantivy.Query:
        each = [
            [self._terms(term, collections) for term in way] for way in dict.fromkeys(ways) if way
        ]
        return _any([_all(of_one) for way in each for of_one in zip(*way, strict=True)])

    def _terms(self, term: str, collections: Sequence[int]) -> list[tantivy.Query]:
        """The term in each of the collections, of the same weight in all of them."""
        written = [f"{row}:{term}" for row in collections]
        queries = [self._term("terms", word) for word in written]
        if len(collections) == 1:
            return queries
        held = [int(self._searcher.doc_freq("terms", word)) for word in written]
        weight = self._weight(sum(held))
        return [
            tantivy.Query.boost_query(query, weight / self._weight(own))
            for query, own in zip(queries, held, strict=True)
        ]

    def _weight(self, frequency: int) -> float:
        """What the engine gives a term of a document frequency: its idf."""
        return math.log(1 + (len(self) - frequency + 0.5) / (frequency + 0.5))

    def _filtered(
        self, query: tantivy.Query, collections: Sequence[int], filters: Filters
    ) -> tantivy.Query:
        must, should = [query], []
        if filters.outlets is not None:
            must.append(_any([self._term("outlet", name) for name in filters.outlets]))
        if filters.since is not None or filters.until is not None:
            must.append(
                tantivy.Query.range_query(
                    self._schema, "day", tantivy.FieldType.Integer, filters.since, filters.until
                )
            )
        for phrase in filters.phrases:
            must.append(self._union([phrase], collections))
            ordered = (self._in_order(phrase, row) for row in collections)
            should += [tantivy.Query.boost_query(query, PHRASE_FIRST) for query in ordered]
        parts = [
            *((tantivy.Occur.Must, part) for part in must),
            *((tantivy.Occur.Should, part) for part in should),
            *((tantivy.Occur.MustNot, self._union([w], collections)) for w in filters.without),
        ]
        return tantivy.Query.boolean_query(parts) if len(parts) > 1 else query

    def _in_order(self, phrase: Terms, collection: int) -> tantivy.Query:
        if len(phrase) == 1:
            return self._term("terms", f"{collection}:{phrase[0]}")
        words: list[Any] = [f"{collection}:{term}" for term in phrase]  # its stubs want pairs
        return tantivy.Query.phrase_query(self._schema, "terms", words, slop=BETWEEN)

    def _at_most(self, way: Terms, collection: int) -> int:
        """How many passages say it that way: as many as have its rarest term, at most."""
        counts = (self._searcher.doc_freq("terms", f"{collection}:{term}") for term in way)
        return int(min(counts))

    def _term(self, field: str, value: str | int) -> tantivy.Query:
        return tantivy.Query.term_query(self._schema, field, value)


def _any(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if not queries:
        return tantivy.Query.empty_query()
    return tantivy.Query.boolean_query([(tantivy.Occur.Should, query) for query in queries])


def _all(queries: Sequence[tantivy.Query]) -> tantivy.Query:
    if len(queries) == 1:
        return queries[0]
    return tantivy.Query.boolean_query([(tantivy.Occur.Must, query) for query in queries])


def _schema() -> tantivy.Schema:
    builder = tantivy.SchemaBuilder()
    # With positions, for phrases.
    builder.add_text_field("terms", tokenizer_name="whitespace", index_option="position")
    builder.add_unsigned_field("article", indexed=True, fast=True)
    builder.add_unsigned_field("collection", indexed=True)
    builder.add_unsigned_field("at", fast=True)
    builder.add_unsigned_field("size", fast=True)
    builder.add_unsigned_field("ordinal", fast=True)
    builder.add_text_field("outlet", tokenizer_name="raw", index_option="basic")
    builder.add_integer_field("day", indexed=True, fast=True)
    return builder.build()
