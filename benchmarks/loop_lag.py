"""How late the event loop is while a newsroom ingests and answers 50 briefs a second.

python -m benchmarks.loop_lag --passages 100000 [--texts FILE.jsonl]

The loop that serves chat also runs the ingest here, as in `pullquote run`. Lag is by how much a
timer of 10 ms comes late.
"""

import argparse
import asyncio
import json
import statistics
import tempfile
import time
from pathlib import Path

from benchmarks.texts import PARAGRAPHS, articles, pool, queries
from bot.services.newsroom import Newsroom

TICK = 0.01
BRIEFS_A_SECOND = 50


async def tick(lags: list[float]) -> None:
    """Note by how much each tick comes late, in milliseconds."""
    while True:
        begun = time.perf_counter()
        await asyncio.sleep(TICK)
        lags.append((time.perf_counter() - begun - TICK) * 1000)


async def ask(newsroom: Newsroom, asked: list[str], taken: list[float]) -> None:
    """Ask at an even rate, whether or not the answers before have come."""
    tasks: set[asyncio.Task[None]] = set()
    number = 0
    while True:
        task = asyncio.create_task(_brief(newsroom, asked[number % len(asked)], taken))
        tasks.add(task)
        task.add_done_callback(tasks.discard)
        number += 1
        await asyncio.sleep(1 / BRIEFS_A_SECOND)


async def _brief(newsroom: Newsroom, topic: str, taken: list[float]) -> None:
    begun = time.perf_counter()
    await newsroom.brief(topic)
    taken.append((time.perf_counter() - begun) * 1000)


async def measure(data: Path, source: Path, texts: Path | None) -> None:
    """Ingest and ask at once, and print the lags and the times."""
    lags: list[float] = []
    taken: list[float] = []
    async with await Newsroom.open(data) as newsroom:
        await newsroom.fill()
        beside = [
            asyncio.create_task(tick(lags)),
            asyncio.create_task(ask(newsroom, queries(pool(texts), 3, 5_000), taken)),
        ]
        begun = time.perf_counter()
        await newsroom.ingest([source])
        seconds = time.perf_counter() - begun
        for task in beside:
            task.cancel()
        held = await newsroom._store.changes.passage_count()  # noqa: SLF001 - counts, no use case
    print(f"{held:,} passages in {seconds:.0f} s ({held / seconds:,.0f}/s), {len(taken):,} briefs")
    for name, values in (("loop lag", lags), ("brief", taken)):
        cuts = statistics.quantiles(values, n=100)
        print(f"{name:9} p50 {cuts[49]:7.1f} ms  p99 {cuts[98]:7.1f} ms  max {max(values):7.1f} ms")


def main() -> None:
    """Make the articles and measure."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--passages", type=int, default=100_000)
    parser.add_argument("--texts", type=Path)
    options = parser.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        source = Path(folder) / "articles.jsonl"
        with source.open("w", encoding="utf-8") as file:
            for article in articles(options.passages // PARAGRAPHS, pool(options.texts)):
                file.write(json.dumps(article) + "\n")
        asyncio.run(measure(Path(folder) / "data", source, options.texts))


if __name__ == "__main__":
    main()
