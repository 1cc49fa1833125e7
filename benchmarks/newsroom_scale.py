"""The newsroom at scale: ingest, open, and query latencies through `Newsroom`, with memory.

python -m benchmarks.newsroom_scale --passages 100000 [--texts FILE.jsonl] [--data DIR]
"""

import argparse
import asyncio
import json
import statistics
import subprocess
import sys
import tempfile
import time
from pathlib import Path

import psutil

from benchmarks.texts import PARAGRAPHS, articles, pool, queries
from bot.newsroom import Newsroom

MEASURED = 300


async def ingest(data: Path, source: Path) -> None:
    """Take the articles in, and print the rate."""
    begun = time.perf_counter()
    async with await Newsroom.open(data) as newsroom:
        await newsroom.ingest([source])
        passages = await newsroom._store.passage_count()  # noqa: SLF001 - counts, no use case
    seconds = time.perf_counter() - begun
    print(
        f"ingest    {passages:,} passages in {seconds:.1f} s: {passages / seconds:,.0f} passages/s"
    )


async def ask(data: Path, texts: Path | None) -> None:
    """Open, query, and print latencies and memory."""
    begun = time.perf_counter()
    async with await Newsroom.open(data) as newsroom:
        print(f"open      {(time.perf_counter() - begun) * 1000:.0f} ms")
        for terms in (2, 5, 15):
            for name, call in (("brief", newsroom.brief), ("search", newsroom.search)):
                asked = queries(pool(texts), terms, MEASURED, seed=terms)
                await call(asked[0])
                taken = []
                for query in asked:
                    at = time.perf_counter()
                    await call(query)
                    taken.append((time.perf_counter() - at) * 1000)
                cuts = statistics.quantiles(taken, n=100)
                print(f"{name:7} {terms:2} words  p50 {cuts[49]:6.1f} ms  p99 {cuts[98]:6.1f} ms")
    memory = psutil.Process().memory_info().rss / 1e6
    print(f"resident  {memory:.0f} MB")


def main() -> None:
    """Make the articles, ingest them in one process and query them in another."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=10_000)
    parser.add_argument("--texts", type=Path)
    parser.add_argument("--data", type=Path)
    parser.add_argument("--stage", choices=("ingest", "ask"))
    options = parser.parse_args()
    data = options.data or Path(tempfile.mkdtemp())
    source = data / "articles.jsonl"
    if options.stage == "ingest":
        asyncio.run(ingest(data, source))
    elif options.stage == "ask":
        asyncio.run(ask(data, options.texts))
    else:
        data.mkdir(exist_ok=True)
        with source.open("w", encoding="utf-8") as file:
            for article in articles(options.passages // PARAGRAPHS, pool(options.texts)):
                file.write(json.dumps(article) + "\n")
        texts = ["--texts", str(options.texts)] if options.texts else []
        for stage in ("ingest", "ask"):
            command = [
                sys.executable,
                "-m",
                "benchmarks.newsroom_scale",
                "--data",
                str(data),
                *texts,
            ]
            subprocess.run([*command, "--stage", stage], check=True)


if __name__ == "__main__":
    main()
