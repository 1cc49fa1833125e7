"""Fits sentence scoring: python -m benchmarks.sentence_fit SET ARTICLES [SET ARTICLES …].

SET holds questions with known answers: JSON with `cases`, each a `query` and `needs`, regular
expressions one of which stands in what answers; those without are left out. ARTICLES is what they
are asked of. They do not come with the project. Prints WEIGHTS of
`bot/briefing/sentence_scoring.py`, a conditional logit over the sentences of the passages found,
and for each set what the weights in use and those fitted on the other sets alone show on it.
"""

import argparse
import asyncio
import json
import re
import tempfile
from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path

import numpy as np

from benchmarks.known_answers import Json, Table
from bot.briefing import sentence_scoring
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.sentence_scoring import ReadPassage, SentenceScorer
from bot.briefing.sentence_selection import FIRST_MASS, MASS, question_quote
from bot.services.answering import CONSIDERED
from bot.services.newsroom import Newsroom
from bot.services.requests import Question

STEPS = 40
SHOWN = 2
"""Quotes in which the answer should stand."""


@dataclass(frozen=True, slots=True)
class Asked:
    """A question: its passages read, their sentences measured, and which of these answer."""

    scorer: SentenceScorer
    passages: Sequence[ReadPassage]
    measures: Table
    right: Table
    needs: Sequence[str]


async def asked(told: list[Json], articles: Path) -> list[Asked]:
    """The questions of a set, each as the product sees it."""
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.ingest([articles])
            found = [await seen(newsroom, one) for one in told if one.get("needs")]
    return [one for one in found if one is not None]


async def seen(newsroom: Newsroom, case: Json) -> Asked | None:
    """One question; None when no sentence found answers it."""
    inquiries = newsroom.inquiries  # looks inside, as no user can
    scope = await inquiries._visibility.of(None)  # noqa: SLF001
    wanted, today = Question("ask", case["query"]), datetime.now(UTC).date()
    query, filters = await inquiries._understood(wanted, scope, today)  # noqa: SLF001
    if not query.concepts:
        return None
    answers = inquiries._answers  # noqa: SLF001
    ranking = await answers._retriever.ranking(query, scope, filters)  # noqa: SLF001
    query, ranking = await answers._named(query, ranking, scope)  # noqa: SLF001
    retrieved = await answers._retrieved(ranking.ranked[:CONSIDERED], scope, query)  # noqa: SLF001
    extractor = AnswerExtractor(query, ranking.weights, answers._analyser)  # noqa: SLF001
    passages = extractor.sentences(retrieved)
    scorer = SentenceScorer(query, ranking.weights)
    rows, right, known = [], [], set()
    for passage, measured in zip(passages, scorer.measured(passages), strict=True):
        text = passage.passage.article.text
        for sentence, measures in zip(passage.sentences, measured, strict=True):
            place = (passage.passage.article.id, sentence.span.start)
            if place not in known:
                known.add(place)
                rows.append(measures)
                right.append(is_told(case["needs"], text[sentence.span.start : sentence.span.end]))
    if not any(right):
        return None
    return Asked(scorer, passages, np.array(rows), np.array(right, float), list(case["needs"]))


def is_told(needs: Sequence[str], text: str) -> bool:
    """Whether a text holds one of the wordings that answer."""
    plain = re.sub(r"\s+", " ", text)
    return any(re.search(rf"(?<!\d)(?:{one})(?!\d)", plain, re.IGNORECASE) for one in needs)


def conditional_logit(found: Sequence[Asked], penalty: float = 1.0) -> Table:
    """The weights under which a right sentence of each question is the likeliest choice."""
    stacked = np.vstack([one.measures for one in found])
    spread = np.where(stacked.std(0) > 0, stacked.std(0), 1.0)
    scaled = [(one.measures / spread, one.right) for one in found]
    weights = np.zeros(stacked.shape[1])
    for _ in range(STEPS):
        slope, bend = -penalty * weights, penalty * np.eye(len(weights))
        for measures, right in scaled:
            chance = chances(measures, weights)
            target = chance * right / (chance @ right)
            slope += measures.T @ (target - chance)
            mean = chance @ measures
            bend += (measures.T * chance) @ measures - np.outer(mean, mean)
        step = np.linalg.solve(bend, slope)
        now = likelihood(scaled, weights, penalty)
        while np.abs(step).max() > 1e-6 and likelihood(scaled, weights + step, penalty) < now:
            step /= 2
        weights = weights + step
    return weights / spread


def chances(measures: Table, weights: Table) -> Table:
    """How likely each sentence is chosen under weights."""
    scores = measures @ weights
    powers = np.exp(scores - scores.max())
    return np.clip(powers / powers.sum(), 1e-12, 1.0)


def likelihood(scaled: Sequence[tuple[Table, Table]], weights: Table, penalty: float) -> float:
    """The log likelihood of the right choices, less the penalty of great weights."""
    told = sum(np.log(chances(measures, weights) @ right) for measures, right in scaled)
    return float(told - penalty * (weights @ weights) / 2)


def judged(name: str, found: Sequence[Asked]) -> None:
    """Print how often the first quotes hold an answer, and how long they are."""
    first, second, words = 0, 0, []
    for one in found:
        scored = one.scorer.scored(one.passages)
        order = sorted(range(len(scored)), key=lambda n: -sum(s.overall for s in scored[n]))
        masses = [FIRST_MASS, *[MASS] * len(order)]
        quotes = [
            question_quote(one.passages[number].passage, scored[number], mass)
            for number, mass in zip(order[:SHOWN], masses, strict=False)
        ]
        told = [is_told(one.needs, quote.text) for quote in quotes]
        first, second = first + told[0], second + any(told)
        words.append(len(quotes[0].text.split()))
    print(
        f"  {name:22} {len(found):4} questions, in the first quote {first / len(found):.3f}, "
        f"the first two {second / len(found):.3f}; {np.median(words):.0f} words"
    )


def main() -> None:
    """Fit, and print what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("files", type=Path, nargs="+", metavar="SET ARTICLES")
    files = parser.parse_args().files
    pairs = list(zip(files[::2], files[1::2], strict=True))
    sets = {
        cases: asyncio.run(asked(json.loads(cases.read_text("utf-8"))["cases"], articles))
        for cases, articles in pairs
    }
    names = list(sentence_scoring.WEIGHTS)
    in_use = dict(sentence_scoring.WEIGHTS)
    for cases, found in sets.items():
        print(cases)
        sentence_scoring.WEIGHTS.update(in_use)
        judged("weights in use", found)
        others = [one for other, listed in sets.items() if other != cases for one in listed]
        if others:
            weights = conditional_logit(others).tolist()
            sentence_scoring.WEIGHTS.update(zip(names, weights, strict=True))
            judged("fitted on the others", found)
    fitted = conditional_logit([one for listed in sets.values() for one in listed])
    for name, weight in zip(names, np.round(fitted, 2).tolist(), strict=True):
        print(f'    "{name}": {weight},')


if __name__ == "__main__":
    main()
