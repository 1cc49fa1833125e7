"""Fits sentence selection: python -m benchmarks.sentence_fit FOLDER.

FOLDER is that of `benchmarks.known_answers`. Prints WEIGHTS of
`bot/briefing/sentence_selection.py`, a conditional logit over the sentences of the passages that
hold an answer, and for the weights in use and the fitted ones what each mass keeps on questions
that were not fitted on: FIRST_MASS and MASS are chosen by that.
"""

import argparse
import time
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.known_answers import KnownAnswer, KnownAnswers, Table
from bot.articles.article import Quote
from bot.briefing import sentence_selection
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.sentence_selection import SentenceScorer, question_quote
from bot.language.english.analyser import Analyser
from bot.language.paragraphs import Span

MASSES = (0.7, 0.75, 0.8, 0.85, 0.9, 0.95)
STEPS = 40

Choice = tuple[Table, Table]
"""The measures of a passage's sentences, and for each whether it holds an answer."""


def holding(known: KnownAnswer) -> Iterator[Quote]:
    """The passages that hold an answer."""
    if known.query.concepts:
        yield from (passage for passage in known.passages() if known.is_told_in(passage.text))


def choices(questions: Iterable[KnownAnswer], analyser: Analyser) -> list[Choice]:
    """Of each passage with several sentences, which of them to choose."""
    found = []
    for known in questions:
        scorer = SentenceScorer(known.query, known.weights, analyser)
        extractor = AnswerExtractor(known.query, known.weights, analyser)
        for passage in holding(known):
            text = passage.article.text
            spans = [span for span, _ in extractor.measured(passage)]
            measured = scorer.measured(text, Span(passage.start, passage.end), spans)
            right = np.array([float(known.is_told_in(text[s.start : s.end])) for s, *_ in measured])
            if len(measured) > 1 and right.any():
                found.append((np.array([measures for *_, measures in measured]), right))
    return found


def conditional_logit(found: Sequence[Choice], penalty: float = 1.0) -> Table:
    """The weights under which a right sentence of each passage is the likeliest choice."""
    weights = np.zeros(found[0][0].shape[1])
    for _ in range(STEPS):
        slope = -penalty * weights
        bend = penalty * np.eye(len(weights))
        for measures, right in found:
            scores = measures @ weights
            chance = np.exp(scores - scores.max())
            chance /= chance.sum()
            target = chance * right / (chance @ right)
            slope += measures.T @ (target - chance)
            mean = chance @ measures
            bend += (measures.T * chance) @ measures - np.outer(mean, mean)
        weights += np.linalg.solve(bend, slope)
    return weights


def lengths(name: str, questions: Sequence[KnownAnswer], analyser: Analyser) -> None:
    """Print how many answers the short quotes of each mass keep, and how long these are."""
    passages = [(known, passage) for known in questions for passage in holding(known)]
    whole = np.median([len(passage.text.split()) for _, passage in passages])
    began = time.perf_counter()
    scored = [
        AnswerExtractor(known.query, known.weights, analyser).read(passage).scored
        for known, passage in passages
    ]
    took = (time.perf_counter() - began) / len(passages)
    print(f"{name}: {len(passages):,} passages of {whole:.0f} words, {1000 * took:.2f} ms each")
    for mass in MASSES:
        quotes = [
            question_quote(p, one, mass) for (_, p), one in zip(passages, scored, strict=True)
        ]
        kept = [known.is_told_in(q.text) for (known, _), q in zip(passages, quotes, strict=True)]
        words = [len(quote.text.split()) for quote in quotes]
        middle, long = np.percentile(words, (50, 90))
        print(f"  mass {mass:.2f}  {np.mean(kept):.3f} kept in {middle:.0f} words, p90 {long:.0f}")


def shown(weights: Mapping[str, float]) -> None:
    """Print weights as they stand in the code."""
    for name, weight in weights.items():
        print(f'    "{name}": {weight},')


def main() -> None:
    """Fit, and print what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    answers = KnownAnswers(parser.parse_args().folder)
    judged = list(answers.judged())
    lengths("weights in use", judged, answers.analyser)
    fitted = conditional_logit(choices(answers.fitted(), answers.analyser))
    names = sentence_selection.WEIGHTS
    weights = dict(zip(names, np.round(fitted, 2).tolist(), strict=True))
    shown(weights)
    sentence_selection.WEIGHTS.update(weights)
    lengths("fitted weights", judged, answers.analyser)


if __name__ == "__main__":
    main()
