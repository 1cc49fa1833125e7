"""Questions made of many articles: how many a second, and how soon the first one is there.

python -m benchmarks.quiz_making [--articles 1000] [--texts FOLDER] [--model NAME]

`--texts` is a folder of articles to take in again and again under other names, by default the
sample articles; `--model` is a parser, without which the rules work alone.
"""

import argparse
import asyncio
import statistics
import tempfile
import time
from collections.abc import Sequence
from pathlib import Path

from bot.articles.article import Article
from bot.engines.spacy_parser import installed_parser
from bot.quiz.extraction.clauses import Parser
from bot.quiz.extraction.extractor import material
from bot.services.newsroom import Newsroom
from bot.services.word_lists import WordLists
from bot.settings import resource

ROUNDS = 30


def extraction(told: Sequence[Article], count: int, parser: Parser | None) -> None:
    """Print how many articles a second become facts."""
    sensitive = WordLists().sensitive()
    if parser is not None:
        parser.parsed(["It loads."])
    begun, spent = time.perf_counter(), time.process_time()
    for number in range(count):
        material(told[number % len(told)], sensitive, parser)
    wall, cpu = time.perf_counter() - begun, time.process_time() - spent
    print(f"facts      {count / wall:7.1f} articles/s, {count / cpu:7.1f} per second of processor")


async def questions(data: Path, source: Path, model: str) -> list[Article]:
    """Print how soon questions are there, before and after they were made ready."""
    parser = installed_parser(model)
    async with await Newsroom.open(data, parser=parser) as newsroom:
        await newsroom.ingest([source])
        begun = time.perf_counter()
        await newsroom.quiz.refill(None, None)
        print(f"first      {(time.perf_counter() - begun) * 1000:7.1f} ms when nothing was ready")
        begun = time.perf_counter()
        ready = await newsroom.quiz.make_ready()
        print(f"ready      {ready / (time.perf_counter() - begun):7.1f} articles/s")
        taken = []
        for _ in range(ROUNDS):
            begun = time.perf_counter()
            pool = await newsroom.quiz.pool(None, None)
            taken.append((time.perf_counter() - begun) * 1000)
        print(f"pool       {statistics.median(taken):7.1f} ms for {len(pool)} questions")
        return [one async for one in newsroom.articles.articles()]


def main() -> None:
    """Measure with one parser, or with the rules alone."""
    options = argparse.ArgumentParser(description=__doc__)
    options.add_argument("--articles", type=int, default=1_000)
    options.add_argument("--texts", type=Path, default=resource("corpus"))
    options.add_argument("--model", default="")
    chosen = options.parse_args()
    with tempfile.TemporaryDirectory() as folder:
        told = asyncio.run(questions(Path(folder), chosen.texts, chosen.model))
    extraction(told, chosen.articles, installed_parser(chosen.model))


if __name__ == "__main__":
    main()
