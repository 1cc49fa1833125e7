"""Our search beside rank-bm25 alone, SQLite's FTS5 and tantivy alone, on the same passages.

python -m benchmarks.engines --passages 10000 [--texts FILE.jsonl]

Every engine runs in a process of its own and is given the same analysed words. Ours is asked
through `Newsroom.search`, so its figures hold reading the queries, the final score and the quotes.
"""

import argparse
import asyncio
import json
import pickle
import sqlite3
import statistics
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from pathlib import Path
from typing import Any, Protocol

import numpy as np
import psutil
import tantivy
from rank_bm25 import BM25Okapi

from benchmarks.texts import PARAGRAPHS, articles, pool, queries
from bot.language.english.analyser import Analyser
from bot.search.passages import passages
from bot.services.newsroom import Newsroom

LENGTHS = (2, 5, 15)
"""Words of a query."""

PASSAGES = "passages.txt"
ARTICLES = "articles.jsonl"
K = 10

Table = dict[str, Any]  # Any: a row of figures, printed


class Engine(Protocol):
    """What is measured of an engine, with so many queries of each length."""

    queries: int

    def build(self, folder: Path) -> None:
        """Index the passages of a folder."""

    def open(self, folder: Path) -> None:
        """Make a built index ready."""

    def add(self, folder: Path) -> None:
        """Put ten more passages in, so that they are found."""

    def ask(self, query: str) -> int:
        """How many of the best ten passages were found."""


def lines(folder: Path) -> Iterator[str]:
    """The passages' analysed words."""
    with (folder / PASSAGES).open(encoding="utf-8") as file:
        yield from (line.rstrip("\n") for line in file)


class RankBm25:
    """The package as it comes, over stems."""

    queries = 20

    def __init__(self) -> None:
        self._analyser = Analyser()

    def build(self, folder: Path) -> None:
        self._words = [line.split() for line in lines(folder)]
        self._model = BM25Okapi(self._words)
        with (folder / "rank_bm25.pickle").open("wb") as file:
            pickle.dump(self._model, file)

    def open(self, folder: Path) -> None:
        with (folder / "rank_bm25.pickle").open("rb") as file:
            self._model = pickle.load(file)  # noqa: S301 - written a moment ago

    def add(self, folder: Path) -> None:
        words = [line.split() for line in lines(folder)]
        self._model = BM25Okapi([*words, *words[:10]])

    def ask(self, query: str) -> int:
        scores = self._model.get_scores(self._analyser.terms(query))
        return len(np.argpartition(-scores, K)[:K])


class Fts5:
    """SQLite's full-text index with its own BM25."""

    queries = 100

    def __init__(self) -> None:
        self._analyser = Analyser()

    def build(self, folder: Path) -> None:
        self.open(folder)
        self._base.execute("CREATE VIRTUAL TABLE p USING fts5(words, content='', tokenize='ascii')")
        self._base.executemany(
            "INSERT INTO p(rowid, words) VALUES (?, ?)", enumerate(lines(folder), start=1)
        )
        self._base.commit()

    def open(self, folder: Path) -> None:
        self._base = sqlite3.connect(folder / "fts5.db")

    def add(self, folder: Path) -> None:
        some = [line for line, _ in zip(lines(folder), range(10), strict=False)]
        self._base.executemany("INSERT INTO p(words) VALUES (?)", [(line,) for line in some])
        self._base.commit()

    def ask(self, query: str) -> int:
        words = " OR ".join(f'"{term}"' for term in self._analyser.terms(query))
        asked = "SELECT rowid FROM p WHERE p MATCH ? ORDER BY rank LIMIT ?"
        return len(self._base.execute(asked, (words, K)).fetchall())


class Tantivy:
    """The engine that finds our candidates, by itself."""

    queries = 300

    def __init__(self) -> None:
        self._analyser = Analyser()
        builder = tantivy.SchemaBuilder()
        builder.add_text_field("words", tokenizer_name="whitespace", index_option="freq")
        self._schema = builder.build()

    def build(self, folder: Path) -> None:
        (folder / "tantivy").mkdir()
        self.open(folder)
        self._add(lines(folder))

    def open(self, folder: Path) -> None:
        self._index = tantivy.Index(self._schema, path=str(folder / "tantivy"), reuse=True)
        self._searcher = self._index.searcher()

    def add(self, folder: Path) -> None:
        self._add(line for line, _ in zip(lines(folder), range(10), strict=False))

    def ask(self, query: str) -> int:
        terms = [
            (tantivy.Occur.Should, tantivy.Query.term_query(self._schema, "words", term))
            for term in self._analyser.terms(query)
        ]
        asked = tantivy.Query.boolean_query(terms)
        return len(self._searcher.search(asked, limit=K, count=False).hits)

    def _add(self, words: Iterator[str]) -> None:
        writer = self._index.writer(heap_size=30_000_000, num_threads=1)
        for line in words:
            writer.add_document(tantivy.Document(words=line))
        writer.commit()
        writer.wait_merging_threads()
        self._index.reload()
        self._searcher = self._index.searcher()


class Ours:
    """A newsroom, through its public use cases."""

    queries = 300

    def __init__(self) -> None:
        self._loop = asyncio.new_event_loop()
        self._added = 0

    def build(self, folder: Path) -> None:
        self.open(folder)
        self._loop.run_until_complete(self._newsroom.ingest([folder / ARTICLES]))
        self._loop.run_until_complete(self._newsroom.close())

    def open(self, folder: Path) -> None:
        self._newsroom = self._loop.run_until_complete(Newsroom.open(folder / "newsroom"))

    def add(self, folder: Path) -> None:
        with (folder / ARTICLES).open(encoding="utf-8") as file:
            some = [
                json.loads(line) for line, _ in zip(file, range(10 // PARAGRAPHS), strict=False)
            ]
        self._added += 1
        told = "\n".join(json.dumps({**item, "id": f"{self._added}-{item['id']}"}) for item in some)
        adding = self._newsroom.intake.upload("new.jsonl", told.encode(), "operator")
        self._loop.run_until_complete(adding)

    def ask(self, query: str) -> int:
        return len(self._loop.run_until_complete(self._newsroom.inquiries.search(query, K)))


ENGINES: dict[str, Callable[[], Engine]] = {
    "rank-bm25": RankBm25,
    "FTS5": Fts5,
    "tantivy": Tantivy,
    "ours": Ours,
}


def prepare(folder: Path, count: int, texts: Path | None) -> int:
    """Write the articles and their passages' words; how many passages there are."""
    analyser, written = Analyser(), 0
    with (
        (folder / ARTICLES).open("w", encoding="utf-8") as whole,
        (folder / PASSAGES).open("w", encoding="utf-8") as parts,
    ):
        for article in articles(count // PARAGRAPHS, pool(texts)):
            whole.write(json.dumps(article) + "\n")
            title, text = analyser.terms(article["title"]), article["text"]
            for span in passages(text, ()):
                terms = [*analyser.terms(text[span.start : span.end]), *title]
                parts.write(" ".join(terms) + "\n")
                written += 1
    return written


def build(name: str, folder: Path) -> Table:
    """Build an engine's index; the seconds it took."""
    begun = time.perf_counter()
    ENGINES[name]().build(folder)
    return {"build s": time.perf_counter() - begun}


def measure(name: str, folder: Path, texts: Path | None) -> Table:
    """Open an engine's index, query it and add to it."""
    engine = ENGINES[name]()
    sentences = pool(texts)
    before = psutil.Process().memory_info().rss
    begun = time.perf_counter()
    engine.open(folder)
    row: Table = {"open ms": (time.perf_counter() - begun) * 1000}
    for words in LENGTHS:
        row |= latencies(engine, queries(sentences, words, engine.queries, seed=words), words)
    row["RSS MB"] = (psutil.Process().memory_info().rss - before) / 1e6
    engine.add(folder)
    begun = time.perf_counter()
    engine.add(folder)
    row["add 10 ms"] = (time.perf_counter() - begun) * 1000
    return row


def latencies(engine: Engine, asked: Sequence[str], words: int) -> Table:
    """Milliseconds of the middle and the slowest of the queries."""
    engine.ask(asked[0])
    taken = []
    for query in asked:
        begun = time.perf_counter()
        engine.ask(query)
        taken.append((time.perf_counter() - begun) * 1000)
    cuts = statistics.quantiles(taken, n=100, method="inclusive")
    return {f"{words} p50": cuts[49], f"{words} p99": cuts[98]}


def show(count: int, rows: dict[str, Table]) -> None:
    """Print the table; the ratio is rank-bm25's middle of five words to the engine's."""
    columns = ["build s", "add 10 ms", "open ms", "RSS MB"]
    columns += [f"{words} {cut}" for words in LENGTHS for cut in ("p50", "p99")]
    print(f"\n{count:,} passages; ms a query of 2, 5 and 15 words")
    print(f"{'':10}" + "".join(f"{column:>11}" for column in columns) + f"{'ratio':>8}")
    for name, row in rows.items():
        ratio = rows["rank-bm25"]["5 p50"] / row["5 p50"]
        figures = "".join(f"{row[column]:>11,.2f}" for column in columns)
        print(f"{name:10}{figures}{ratio:>8,.0f}", flush=True)


def staged(stage: str, name: str, folder: Path, texts: Path | None) -> Table:
    """Run a stage of one engine in a process of its own."""
    command = [sys.executable, "-m", "benchmarks.engines", "--stage", stage, "--engine", name]
    command += ["--data", str(folder), *(["--texts", str(texts)] if texts else [])]
    done = subprocess.run(command, check=True, stdout=subprocess.PIPE, text=True)
    figures: Table = json.loads(done.stdout.splitlines()[-1])
    return figures


def main() -> None:
    """Compare the engines, or do one stage of one."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--engine", choices=ENGINES)
    parser.add_argument("--stage", choices=("build", "measure"))
    options = parser.parse_args()
    if options.stage == "build":
        print(json.dumps(build(options.engine, options.data)))
    elif options.stage == "measure":
        print(json.dumps(measure(options.engine, options.data, options.texts)))
    else:
        with tempfile.TemporaryDirectory() as folder:
            count = prepare(Path(folder), options.passages, options.texts)
            rows = {
                name: staged("build", name, Path(folder), options.texts)
                | staged("measure", name, Path(folder), options.texts)
                for name in ENGINES
            }
        show(count, rows)


if __name__ == "__main__":
    main()
