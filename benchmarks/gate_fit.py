"""Fits the evidence gate: python -m benchmarks.gate_fit FOLDER [--every 10].

FOLDER is that of `benchmarks.known_answers`. Each question is asked of all paragraphs (covered) and
of those of other titles (left out). Printed for each constant of `bot/search/evidence.py`, with the
others as they are: how many are answered by what the gate sees. A good value answers many covered
questions and few that were left out.
"""

import argparse
import asyncio
import json
import tempfile
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.known_answers import JUDGED, Json, read
from benchmarks.quality import kept
from bot.search import evidence
from bot.search.evidence import Evidence, EvidenceGate, best_covering
from bot.search.query import Concept
from bot.services.newsroom import Newsroom
from bot.services.requests import Question

LOOKED_AT = 40
"""Passages of a question that are asked of; the paragraphs of a title are fewer."""

VALUES = {
    "ENOUGH": (0.46, 0.5, 0.54, 0.58, 0.62, 0.66),
    "EASED": (0.0, 0.02, 0.04, 0.06, 0.08),
    "LEAST": (0.26, 0.32, 0.38, 0.42, 0.46),
    "OTHERS": (0.0, 0.2, 0.33, 0.4, 0.5),
    "PASSAGE": (0.2, 0.3, 0.33, 0.4, 0.5),
}


@dataclass(frozen=True, slots=True)
class Asked:
    """A question as the gate sees it: what it requires, and the evidence with and without."""

    required: Mapping[Concept, float]
    covered: Sequence[Evidence]
    left_out: Sequence[Evidence]

    def is_answered(self, passages: Sequence[Evidence]) -> bool:
        """Whether the gate opens for one of the passages that say the most."""
        gate = EvidenceGate(self.required, is_topic=False)
        near = best_covering(self.required, passages, 0.0)
        return any(gate.opens(passages[number]) for number in near)


async def asked(folder: Path, every: int) -> list[Asked]:
    """The questions that judge a fit, as the product sees them."""
    paragraphs = read(folder / "paras.jsonl")
    questions = read(folder / "questions.jsonl")[JUDGED::every]
    with tempfile.TemporaryDirectory() as data:
        source = Path(data) / "paras.jsonl"
        source.write_text("\n".join(json.dumps(kept(p)) for p in paragraphs), encoding="utf-8")
        async with await Newsroom.open(data) as newsroom:
            await newsroom.ingest([source])
            found = [
                await seen(newsroom, question["question"], paragraphs[question["para"]])
                for question in questions
            ]
    return [one for one in found if one.required]


async def seen(newsroom: Newsroom, question: str, paragraph: Json) -> Asked:
    """What the gate sees of the passages for one question."""
    inquiries = newsroom.inquiries  # looks inside, as no user can
    scope = await inquiries._visibility.of(None)  # noqa: SLF001
    wanted = Question("ask", question.replace('"', " "))
    today = datetime.now(UTC).date()
    query, filters = await inquiries._understood(wanted, scope, today)  # noqa: SLF001
    if not query.concepts:
        return Asked({}, (), ())
    retriever = inquiries._retriever  # noqa: SLF001
    ranking = await retriever.ranking(query, scope, filters)
    quotes = await retriever.quotes(ranking.ranked[:LOOKED_AT], scope)
    required = {concept: ranking.weights[concept] for concept in query.required}
    title = paragraph["title"]
    others = [one.evidence for one, quote in quotes.items() if quote.article.title != title]
    return Asked(required, [one.evidence for one in quotes], others)


def answered(questions: Sequence[Asked]) -> str:
    """The shares of questions that are answered."""
    covered = np.mean([one.is_answered(one.covered) for one in questions])
    left_out = np.mean([one.is_answered(one.left_out) for one in questions])
    return f"{covered:.3f} of covered answered, {left_out:.3f} of left out"


def main() -> None:
    """Print what each value of each constant does."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    parser.add_argument("--every", type=int, default=10)
    given = parser.parse_args()
    questions = asyncio.run(asked(given.folder, given.every))
    print(f"{len(questions):,} questions, constants as they are: {answered(questions)}")
    for name, values in VALUES.items():
        own = getattr(evidence, name)
        for value in values:
            setattr(evidence, name, value)
            print(f"  {name:8} {value:.2f}  {answered(questions)}", "<- in use" * (value == own))
        setattr(evidence, name, own)


if __name__ == "__main__":
    main()
