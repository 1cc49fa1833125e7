"""Fits the evidence gate: python -m benchmarks.gate_fit prints what its thresholds are worth.

`gate_signals.csv` holds, for 420 news questions that we wrote on 142 reports, what the gate sees of
their best passage: once with the report that answers in the corpus (covered), once with all reports
on its event left out, and for 150 questions on other events. The texts are not ours to give away,
but the numbers are. More rows are made by

    python -m benchmarks.gate_fit --articles FILE.jsonl --questions FILE.jsonl --covered 1
"""

import argparse
import asyncio
import csv
import json
import sys
import tempfile
from collections.abc import Sequence
from pathlib import Path

import numpy as np
import numpy.typing as npt

from bot.search.evidence import EVIDENCE, NAMES_COUNT, EvidenceGate, Shares
from bot.search.passage_index import Filters
from bot.search.query import question_query
from bot.services.newsroom import Newsroom

SIGNALS = Path(__file__).with_name("gate_signals.csv")
COLUMNS = ("said", "attained", "article", "names")
KEPT = 0.9
"""Share of the covered questions that shall be answered."""

Table = npt.NDArray[np.float64]


async def signals(articles: Path, questions: Sequence[str], covered: int) -> None:
    """Print a row for each question."""
    writer = csv.writer(sys.stdout)
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.ingest([articles])
            for question in questions:
                shares, concepts = await best(newsroom, question)
                figures = [f"{getattr(shares, name):.4f}" for name in COLUMNS]
                writer.writerow([covered, concepts, *figures])


async def best(newsroom: Newsroom, question: str) -> tuple[Shares, int]:
    """What the passage with the most evidence shows, and how many concepts were asked for."""
    scope = await newsroom._scopes.of(None)  # noqa: SLF001 - looks inside, as no user can
    query = question_query(question, newsroom._analyser, newsroom._synonyms)  # noqa: SLF001
    ranking = await newsroom._finder.ranking(query, scope, Filters())  # noqa: SLF001
    gate = EvidenceGate(ranking.weights)
    found = (gate.shares(ranked.evidence) for ranked in ranking.ranked)
    return max(found, key=lambda shares: shares.together), len(query.concepts)


def fit() -> None:
    """Print what each signal and all together are worth, and where 90 % of covered ones stand."""
    with SIGNALS.open(encoding="utf-8") as file:
        rows = [[float(cell) for cell in row] for row in csv.reader(file)]
    table = np.array(rows)
    covered, values = table[:, 0] == 1, table[:, 2:]
    together = (values[:, 1] + values[:, 2] + NAMES_COUNT * values[:, 3]) / (2 + NAMES_COUNT)
    print(f"{covered.sum()} covered, {(~covered).sum()} not")
    learnt = logistic(values, covered)
    columns = [*zip(COLUMNS, values.T, strict=True), ("together", together), ("logistic", learnt)]
    for name, column in columns:
        threshold = np.quantile(column[covered], 1 - KEPT)
        refused = np.mean(column[~covered] < threshold)
        print(
            f"{name:10} AUROC {auroc(column, covered):.3f}   {KEPT:.0%} of covered are above"
            f" {threshold:.3f}, {refused:.0%} of uncovered below"
        )
    answered, refused = (
        np.mean(together[covered] >= EVIDENCE),
        np.mean(together[~covered] < EVIDENCE),
    )
    print(f"EVIDENCE = {EVIDENCE}: {answered:.0%} of covered above, {refused:.0%} of others below")


def auroc(column: Table, covered: npt.NDArray[np.bool_]) -> float:
    """How often a covered question has more of a signal than one that is not."""
    ranks = np.argsort(np.argsort(column)) + 1.0
    count = covered.sum()
    above = ranks[covered].sum() - count * (count + 1) / 2
    return float(above / (count * (~covered).sum()))


def logistic(values: Table, covered: npt.NDArray[np.bool_]) -> Table:
    """The log-odds that logistic regression gives, each half learnt from the other."""
    odds = np.zeros(len(values))
    halves = np.arange(len(values)) % 2 == 0
    for known, asked in ((halves, ~halves), (~halves, halves)):
        features = np.c_[values, np.ones(len(values))]
        weights = np.zeros(features.shape[1])
        for _ in range(25):  # Newton's method has settled long before
            chance = 1 / (1 + np.exp(-features[known] @ weights))
            slope = features[known].T @ (covered[known] - chance) - weights / 100
            bend = (features[known].T * (chance * (1 - chance))) @ features[known]
            weights += np.linalg.solve(bend + np.eye(len(weights)) / 100, slope)
        odds[asked] = features[asked] @ weights
    return odds


def main() -> None:
    """Fit, or make rows to fit."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("--articles", type=Path)
    parser.add_argument("--questions", type=Path)
    parser.add_argument("--covered", type=int, choices=(0, 1))
    options = parser.parse_args()
    if options.articles is None:
        fit()
        return
    lines = options.questions.read_text(encoding="utf-8").splitlines()
    questions = [str(json.loads(line)["question"]) for line in lines]
    asyncio.run(signals(options.articles, questions, options.covered))


if __name__ == "__main__":
    main()
