"""How often the right passage is found: questions on paragraphs, and topics with known answers.

python -m benchmarks.quality [--squad FOLDER] [--topics FILE.json --reports FOLDER]

FOLDER holds SQuAD as `paras.jsonl` (id, title, text) and `questions.jsonl` (question, para). FILE
holds `queries`, each with `query`, `kind` (topic or question), `covered` and `relevant`: for each
report, known by how its file's name begins, phrases of which a right quote holds one.
"""

import argparse
import asyncio
import json
import re
import tempfile
from collections.abc import Iterable, Sequence
from pathlib import Path

import numpy as np
from rank_bm25 import BM25Okapi

from benchmarks.known_answers import Json, read
from bot.articles.article import Quote
from bot.language.english.analyser import Analyser
from bot.search.passages import passages
from bot.services.newsroom import Newsroom

DEPTHS = (1, 5, 20)
REPORT_NAME = 3
"""Characters of a file's name by which a report is known."""

PLAIN = str.maketrans({"“": '"', "”": '"', "‘": "'", "’": "'", "–": "-", "—": "-", "\u00a0": " "})


async def squad(folder: Path, every: int) -> None:
    """Print how often the question's paragraph is among the first ones."""
    questions = read(folder / "questions.jsonl")[::every]
    paragraphs = read(folder / "paras.jsonl")
    with tempfile.TemporaryDirectory() as data:
        source = Path(data) / "paras.jsonl"
        source.write_text("\n".join(json.dumps(kept(p)) for p in paragraphs), encoding="utf-8")
        async with await Newsroom.open(data) as newsroom:
            await newsroom.ingest([source])
            ours = [await found(newsroom, question["question"]) for question in questions]
    theirs = rank_bm25(paragraphs, [question["question"] for question in questions])
    for name, ranked in (("ours", ours), ("rank-bm25 with stems", theirs)):
        shares = [
            np.mean([q["para"] in r[:depth] for q, r in zip(questions, ranked, strict=True)])
            for depth in DEPTHS
        ]
        figures = " / ".join(f"{share:.3f}" for share in shares)
        print(f"{name:22} {len(questions):,} questions, first 1 / 5 / 20: {figures}", flush=True)


def kept(paragraph: Json) -> Json:
    """A paragraph as an article."""
    return {"id": str(paragraph["id"]), "title": paragraph["title"], "text": paragraph["text"]}


async def found(newsroom: Newsroom, question: str) -> list[int]:
    """The paragraphs of the best passages, best first."""
    hits = await newsroom.inquiries.search(question, max(DEPTHS))
    return [int(hit.quote.article.key.rpartition(":")[2]) for hit in hits]


def rank_bm25(paragraphs: Iterable[Json], questions: Sequence[str]) -> list[list[int]]:
    """The same, by the package as it comes over the same passages."""
    analyser, owners, words = Analyser(), [], []
    for paragraph in paragraphs:
        text = paragraph["text"]
        for span in passages(text, ()):
            owners.append(paragraph["id"])
            words.append(analyser.terms(text[span.start : span.end]))
    model = BM25Okapi(words)
    ranked = []
    for question in questions:
        best = np.argsort(-model.get_scores(analyser.terms(question)), kind="stable")
        ranked.append([owners[number] for number in best[: max(DEPTHS)]])
    return ranked


async def topics(queries: Sequence[Json], reports: Path) -> None:
    """Print how well the topics are answered."""
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.ingest([reports])
            answered = [(query, await quotes(newsroom, query)) for query in queries]
    covered = [judged(query, quoted) for query, quoted in answered if query["covered"]]
    figures = dict(zip(("any right", "first right", "recall", "false"), mean(covered), strict=True))
    declined = [not quoted for query, quoted in answered if not query["covered"]]
    figures["declined"] = float(np.mean(declined))
    print(f"{len(queries)} queries  " + "  ".join(f"{n} {f:.3f}" for n, f in figures.items()))


async def quotes(newsroom: Newsroom, query: Json) -> list[Quote]:
    """What is quoted on a topic or question."""
    ask = newsroom.brief if query["kind"] == "topic" else newsroom.ask
    return [cited.quote for cited in (await ask(query["query"])).cited]


def judged(query: Json, quoted: Sequence[Quote]) -> tuple[float, float, float, float]:
    """Whether any and the first quote is right, and the shares of reports rightly and wrongly."""
    relevant = query["relevant"]
    names = [Path(quote.article.source).name[:REPORT_NAME] for quote in quoted]
    right = [
        any(plain(phrase) in plain(quote.text) for phrase in relevant.get(name, ()))
        for name, quote in zip(names, quoted, strict=True)
    ]
    told = {name for name, is_right in zip(names, right, strict=True) if is_right}
    wrong = len(set(names) - set(relevant)) / len(set(names)) if names else 0.0
    return float(any(right)), float(right[:1] == [True]), len(told) / len(relevant), wrong


def mean(rows: Sequence[tuple[float, ...]]) -> list[float]:
    """The mean of each column."""
    return [float(value) for value in np.mean(rows, axis=0)]


def plain(text: str) -> str:
    """A text with one kind of case, space, dash and quotation mark."""
    return re.sub(r"\s+", " ", text.translate(PLAIN).casefold())


def main() -> None:
    """Print what was asked for."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--squad", type=Path)
    parser.add_argument("--every", type=int, default=1, help="take every so many of the questions")
    parser.add_argument("--topics", type=Path)
    parser.add_argument("--reports", type=Path)
    options = parser.parse_args()
    if options.squad:
        asyncio.run(squad(options.squad, options.every))
    if options.topics and options.reports:
        queries = json.loads(options.topics.read_text(encoding="utf-8"))["queries"]
        asyncio.run(topics(queries, options.reports))


if __name__ == "__main__":
    main()
