"""Fits the confidence of marks: python -m benchmarks.mark_fit FOLDER.

FOLDER is that of `benchmarks.known_answers`.
Prints WEIGHTS of `bot/briefing/confidence.py` for each group of questions as the code measures
now, and for the weights in use and the fitted ones how many marks from which confidence are right
on questions that were not fitted on, which is where SURE of `bot/briefing/extraction.py` stands.
"""

import argparse
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from pathlib import Path

import numpy as np

from benchmarks.known_answers import KnownAnswer, KnownAnswers, logistic
from bot.briefing import confidence
from bot.briefing.confidence import MEASURES
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.sentence_scoring import Retrieved
from bot.language.english.analyser import Analyser

THRESHOLDS = (0.3, 0.35, 0.4, 0.42, 0.45, 0.5, 0.55, 0.6, 0.7)

Row = tuple[Sequence[float], bool]


def rows(known: KnownAnswer, analyser: Analyser) -> Iterator[Row]:
    """The measures of each span of the kind, and whether it is right."""
    extractor = AnswerExtractor(known.query, known.weights, analyser)
    for passage in known.passages():
        for span, measures in extractor.measured(passage):
            yield measures, known.is_told_by(passage.article.text[span.start : span.end])


def group_of(known: KnownAnswer) -> str | None:
    """The group of questions that a question's weights are shared with."""
    want = known.query.want
    return want if want is None or want in confidence.WEIGHTS else "num"


def fitted(questions: Iterable[KnownAnswer], analyser: Analyser) -> dict[str, tuple[float, ...]]:
    """The weights of each group."""
    found: defaultdict[str, list[Row]] = defaultdict(list)
    for known in questions:
        group = group_of(known)
        if group is not None and known.query.concepts:
            found[group] += rows(known, analyser)
    weights = {}
    for group in confidence.WEIGHTS:
        table = np.array([measures for measures, _ in found[group]])
        right = np.array([is_right for _, is_right in found[group]])
        print(f"{group}: {len(table):,} spans, {right.mean():.1%} right")
        weights[group] = tuple(np.round(logistic(table, right), 2).tolist())
    return weights


def marks(questions: Sequence[KnownAnswer], analyser: Analyser) -> list[tuple[float, bool]]:
    """The confidence of the surest span for each question, and whether that is right."""
    found = []
    for known in questions:
        if not known.query.concepts:
            continue
        extractor = AnswerExtractor(known.query, known.weights, analyser)
        read = extractor.read([Retrieved(passage, 1.0) for passage in known.passages()])
        spans = [one.best for one in read if one.best]
        best = max(spans, key=lambda one: one.confidence, default=None)
        if best is not None:
            span = known.article.text[best.span.start : best.span.end]
            found.append((best.confidence, known.is_told_by(span)))
    return found


def curve(name: str, found: Sequence[tuple[float, bool]]) -> None:
    """Print how many marks there are from each confidence on, and how many are right."""
    print(f"{name}: {len(found)} questions with a span that might be marked")
    for threshold in THRESHOLDS:
        right = [is_right for sure, is_right in found if sure >= threshold]
        print(f"  from {threshold:.2f}  {len(right):4} marks, {np.mean(right or [0]):.3f} right")


def shown(weights: Mapping[str, Sequence[float]]) -> None:
    """Print weights as they stand in the code."""
    print(f"MEASURES: {' '.join(MEASURES)}")
    for group, values in weights.items():
        print(f'    "{group}": {tuple(values)},')


def main() -> None:
    """Fit, and print what it is worth."""
    parser = argparse.ArgumentParser(description=__doc__)
    parser.add_argument("folder", type=Path)
    answers = KnownAnswers(parser.parse_args().folder)
    judged = list(answers.judged())
    curve("weights in use", marks(judged, answers.analyser))
    weights = fitted(answers.fitted(), answers.analyser)
    shown(weights)
    confidence.WEIGHTS = weights
    curve("fitted weights", marks(judged, answers.analyser))


if __name__ == "__main__":
    main()
