"""Questions with known answers, to fit what a reply is made of: SQuAD, or any in its form.

FOLDER holds `paras.jsonl` (id, title, text; the id is the line, from 0) and `questions.jsonl`
(question, para, answers). It does not come with the project. Every tenth question is kept from
every fit, and a fit is judged on others that it has not seen.
"""

import json
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path
from typing import Any

import numpy as np
import numpy.typing as npt

from bot.articles.article import Article, Quote
from bot.language.english.analyser import Analyser
from bot.search.passages import passages
from bot.search.query import Concept, Query, question_query
from bot.search.reranker import Statistics, idf
from bot.services.word_lists import BUNDLED

TENTH = 10
JUDGED = 5
"""Of ten questions the first is kept for the final score and this one judges a fit."""

SMALL = frozenset("the a an of in on at to and for by".split())

Table = npt.NDArray[np.float64]
Json = dict[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class KnownAnswer:
    """A question, understood, with the weights of its concepts and the wordings that answer it."""

    query: Query
    weights: Mapping[Concept, float]
    article: Article
    wordings: tuple[str, ...]

    def passages(self) -> Iterator[Quote]:
        """The passages of the paragraph that answers."""
        for span in passages(self.article.text, ()):
            yield self.article.quote(span.start, span.end)

    def is_told_in(self, text: str) -> bool:
        """Whether a text holds one of the wordings."""
        return any(wording.casefold() in text.casefold() for wording in self.wordings)

    def is_told_by(self, span: str) -> bool:
        """Whether a span agrees with one of the wordings: no stray word, no whole sentence."""
        return any(agreement(span, wording) >= 0.5 for wording in self.wordings)


class KnownAnswers:
    """The questions of a folder, those of `fitted` and of `judged` apart."""

    def __init__(self, folder: Path) -> None:
        self.analyser = Analyser()
        self._synonyms = BUNDLED.synonyms()
        self._questions = read(folder / "questions.jsonl")
        self._articles = [_article(paragraph) for paragraph in read(folder / "paras.jsonl")]

    def fitted(self) -> Iterator[KnownAnswer]:
        """Those to fit on."""
        for number, question in enumerate(self._questions):
            if number % TENTH not in (0, JUDGED):
                yield self._known(question)

    def judged(self) -> Iterator[KnownAnswer]:
        """Those to judge a fit by."""
        return map(self._known, self._questions[JUDGED::TENTH])

    def _known(self, question: Json) -> KnownAnswer:
        query = question_query(question["question"], self.analyser, self._synonyms)
        weights = {concept: self._weight(concept) for concept in query.concepts}
        article = self._articles[question["para"]]
        return KnownAnswer(query, weights, article, tuple(question["answers"]))

    def _weight(self, concept: Concept) -> float:
        frequency = max(min(self._frequencies[term] for term in way) for way in concept.ways)
        return idf(Statistics(len(self._articles), len(self._articles), 0), frequency)

    @cached_property
    def _frequencies(self) -> Counter[str]:
        found: Counter[str] = Counter()
        for article in self._articles:
            found.update(set(self.analyser.terms(article.text)))
        return found


def agreement(given: str, known: str) -> float:
    """F1 of the words of two wordings."""
    one, other = _words(given), _words(known)
    return 2 * len(one & other) / max(len(one) + len(other), 1)


def _words(text: str) -> set[str]:
    return set(re.findall(r"\w+", text.casefold())) - SMALL


def _article(paragraph: Json) -> Article:
    return Article(
        id=str(paragraph["id"]),
        key=str(paragraph["id"]),
        source=f"paragraph {paragraph['id']}",
        title=paragraph["title"],
        title_origin="metadata",
        text=paragraph["text"],
        version=1,
        collection="operator",
    )


def read(file: Path) -> list[Json]:
    """The objects of a .jsonl file."""
    return [json.loads(line) for line in file.read_text(encoding="utf-8").splitlines()]


def logistic(measures: Table, right: npt.NDArray[np.bool_], penalty: float = 3.0) -> Table:
    """A constant and the weights of logistic regression, L2 on the standardised measures."""
    mean, spread = measures.mean(0), measures.std(0)
    steady = spread < 1e-6
    spread[steady] = 1.0
    rows = np.c_[np.ones(len(measures)), (measures - mean) / spread]
    penalties = np.r_[1e-9, np.full(measures.shape[1], penalty)]
    weights = np.zeros(rows.shape[1])
    for _ in range(30):  # Newton's method has settled long before
        chance = 1 / (1 + np.exp(-rows @ weights))
        slope = rows.T @ (right - chance) - penalties * weights
        bend = (rows.T * (chance * (1 - chance))) @ rows + np.diag(penalties)
        weights += np.linalg.solve(bend, slope)
    own = np.where(steady, 0.0, weights[1:] / spread)
    return np.r_[weights[0] - own @ mean, own]
