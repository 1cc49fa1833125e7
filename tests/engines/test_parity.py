"""The ranking equals a plain one over every passage, however the articles came and went."""

import json
import random
from collections.abc import AsyncIterator, Mapping, Sequence
from dataclasses import dataclass
from itertools import combinations, zip_longest
from math import log
from pathlib import Path

import pytest
from rank_bm25 import BM25Okapi

from bot.articles.article import Article
from bot.language.english.analyser import Analyser
from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.search.passage_index import Filters
from bot.search.passages import passages
from bot.search.query import topic_query
from bot.search.reranker import ARTICLE_SHARE, K1, NEAR, NEAR_SHARE, B
from bot.search.synonyms import Synonyms
from bot.services.furniture import FurnitureLearner
from bot.services.index_sync import IndexSync
from bot.services.intake import Intake
from bot.services.retrieval import CANDIDATES, Ranked, Retriever
from bot.services.visibility import OPERATOR, Scope, Visibility
from tests.articles.examples import PHRASES

WORDS = 4_000
EVEN = 30
"""Different words, the n-th of which is said 1 / (n + EVEN) as often as the others: as in news
without its stop words, the first is in every third passage."""

OWN = 20
OWN_SHARE = 0.4
"""Words that an article repeats, and their share of it."""

COLLECTIONS = {OPERATOR: 300, "1": 90, "2": 24}
"""How many articles each collection gets in all."""

SEEN_FROM = (None, "1", "2")
"""Where queries come from: from nowhere else than the operator's articles, and from two servers."""

SHORT = (1, 2, 3, 4, 5)
LONG = (1, 3, 6, 12, 40)
"""Sentences of an article: of one passage, and of up to some eight."""

ROUNDS = 3
QUERIES = 100
TOP = 10
ALLOWED = 0.01
EQUAL = 1e-9
EVERY = 10_000

ANALYSER = Analyser()
NO_SYNONYMS = Synonyms(ANALYSER)


def vocabulary(chance: random.Random) -> list[str]:
    """Words that differ, of which no two have the same stem."""
    found: dict[str, str] = {}
    while len(found) < WORDS:
        made = "".join(
            chance.choice("bdfgklmnprtv") + chance.choice("aiou")
            for _ in range(chance.randint(2, 5))
        )
        for term in ANALYSER.terms(made):
            found.setdefault(term, made)
    return list(found.values())


class Writer:
    """Writes articles of random sentences."""

    def __init__(self, chance: random.Random) -> None:
        self._chance = chance
        self._words = vocabulary(chance)
        self._weights = [1 / (rank + EVEN) for rank in range(WORDS)]
        self._titles: dict[str, str] = {}

    def article(self, key: str, sentences: int) -> bytes:
        """A line of JSON Lines: an article of so many sentences, which repeats words of its own."""
        own = self._words_of(OWN)
        text = [
            " ".join(
                self._chance.choice(own) if self._chance.random() < OWN_SHARE else word
                for word in self._words_of(self._chance.randint(4, 30))
            )
            for _ in range(sentences)
        ]
        title = " ".join(self._chance.sample(own, self._chance.randint(2, 9))).capitalize()
        told = {
            "id": key,
            "title": self._titles.setdefault(key, title),  # another one would be another article
            "text": " ".join(f"{sentence.capitalize()}." for sentence in text),
            "published": f"2024-{self._chance.randint(1, 12):02}-{self._chance.randint(1, 28):02}",
        }
        return json.dumps(told).encode()

    def query(self, said: Sequence[str]) -> str:
        """One to six words, half of the time of one passage, whose terms are given."""
        count = self._chance.randint(1, 6)
        if self._chance.random() < 0.5:
            return " ".join(self._words_of(count))
        return " ".join(self._chance.sample(said, min(count, len(said))))

    def _words_of(self, count: int) -> list[str]:
        return self._chance.choices(self._words, self._weights, k=count)


class Lucene(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25 as it is, over everything, but with Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        self.idf = {
            term: log(1 + (self.corpus_size - n + 0.5) / (n + 0.5)) for term, n in nd.items()
        }


Where = tuple[int, int]
"""An article's row and where one of its passages starts."""


@dataclass(frozen=True)
class Said:
    """A passage, the number of its article, and where its terms are, without the title's."""

    where: Where
    article: int
    places: dict[str, list[int]]


def places_of(terms: Sequence[str]) -> dict[str, list[int]]:
    """Where each term stands, counted in terms."""
    places: dict[str, list[int]] = {}
    for place, term in enumerate(terms):
        places.setdefault(term, []).append(place)
    return places


class Plain:
    """A ranking that computes the score of every passage there is."""

    def __init__(self, articles: Sequence[tuple[int, Article]]) -> None:
        self.said: list[Said] = []
        titled, whole = [], []
        for number, (row, article) in enumerate(articles):
            title = ANALYSER.terms(article.title)
            spans = passages(article.text, article.marks)
            bodies = [ANALYSER.terms(article.text[span.start : span.end]) for span in spans]
            told = zip(spans, bodies, strict=True)
            self.said += [Said((row, span.start), number, places_of(body)) for span, body in told]
            titled += [body + title for body in bodies]
            whole.append([term for body in bodies for term in body + title])
        self._passages = Lucene(titled, k1=K1, b=B)
        self._articles = Lucene(whole, k1=K1, b=B)
        self._articles.idf = self._passages.idf

    def scores(self, terms: Sequence[str]) -> dict[Where, float]:
        """The score of each passage that says any of the terms, with its title."""
        own = self._passages.get_scores(terms)
        whole = ARTICLE_SHARE * self._articles.get_scores(terms)
        return {
            said.where: score
            + whole[said.article]
            + NEAR_SHARE * self._nearness(terms, said.places)
            for said, score in zip(self.said, own, strict=True)
            if score > 0
        }

    def _nearness(self, terms: Sequence[str], places: Mapping[str, Sequence[int]]) -> float:
        total = 0.0
        for one, other in combinations([term for term in terms if term in places], 2):
            least = min(abs(a - b) for a in places[one] for b in places[other])
            if least <= NEAR:
                total += min(self._passages.idf[one], self._passages.idf[other]) / least
        return total


class Archive:
    """A store and its index, whose articles come and go by chance."""

    def __init__(
        self, store: Store, index: IndexSync, chance: random.Random, sentences: Sequence[int]
    ) -> None:
        self.store = store
        self.index = index
        self._chance = chance
        self._sentences = sentences
        self.writer = Writer(chance)

    async def change(self, name: str, size: int) -> None:
        """Add, update and remove some articles of a collection."""
        held = await self.articles([name])
        added = [f"{name}-{self._chance.random()}" for _ in range(size // ROUNDS)]
        updated = [article.key[3:] for _, article in self._chance.sample(held, len(held) // 5)]
        lines = b"\n".join(
            self.writer.article(key, self._chance.choice(self._sentences))
            for key in (*added, *updated)
        )
        learner = FurnitureLearner(self.store.furniture)
        intake = Intake(self.store.writer, self.store.rounds, self.index, PHRASES, learner)
        report = await intake.upload("news.jsonl", lines, name)
        assert (report.added, report.updated) == (len(added), len(updated))
        for _, article in self._chance.sample(held, len(held) // 10):
            assert await self.store.writer.remove(article.id, name)
        await self.index.catch_up()

    async def articles(self, names: Sequence[str]) -> list[tuple[int, Article]]:
        """All articles of these collections, with their rows."""
        found: list[tuple[int, Article]] = []
        while page := await self.store.articles.page(names, found[-1][0] if found else 0):
            found += page
        return found

    async def outcomes(self, collection: str | None, *limits: int) -> list[list[int]]:
        """How many of the first ten are wrong with so many candidates, of QUERIES queries each."""
        scope = await Visibility(self.store.changes, self.index).of(collection)
        plain = Plain(await self.articles(scope.collections))
        asked = [[*self._chance.choice(plain.said).places] for _ in range(QUERIES)]
        found = [await self._wrong(self.writer.query(said), scope, plain, limits) for said in asked]
        return [list(wrong) for wrong in zip(*found, strict=True)]

    async def _wrong(
        self, text: str, scope: Scope, plain: Plain, limits: Sequence[int]
    ) -> list[int]:
        query = topic_query(text, ANALYSER, NO_SYNONYMS)
        true = plain.scores([way[0] for concept in query.concepts for way in concept.ways])
        finder = Retriever(self.store.articles, self.index)
        rankings = [await finder.ranking(query, scope, Filters(), limit) for limit in limits]
        return [wrong(ranking.ranked, true) for ranking in rankings]


def wrong(ranked: Sequence[Ranked], true: Mapping[Where, float]) -> int:
    """How many of the first ten are missing, when all scores and their order are right."""
    scored = [item.evidence.score for item in ranked]
    assert scored == sorted(scored, reverse=True)
    assert scored == pytest.approx(
        [true[item.article_row, item.start] for item in ranked], abs=EQUAL
    )
    best = sorted(true.values(), reverse=True)[:TOP]
    given = zip_longest(best, scored[: len(best)], fillvalue=0.0)
    return sum(abs(one - other) > EQUAL for one, other in given)


async def archive_of(store: Store, folder: Path, sentences: Sequence[int]) -> Archive:
    """An archive of articles of so many sentences, after many changes."""
    index = await IndexSync.open(store.changes, store.notes, folder)
    chance = random.Random(20240516)  # noqa: S311 - no secret
    archive = Archive(store, index, chance, sentences)
    for _ in range(ROUNDS):
        for name, size in COLLECTIONS.items():
            await archive.change(name, size)
    return archive


@pytest.fixture
async def store(tmp_path: Path) -> AsyncIterator[Store]:
    opened = await Store.open(database_url(tmp_path))
    yield opened
    await opened.close()


async def test_the_first_ten_of_articles_of_a_passage_are_those_of_a_plain_ranking(
    store: Store, tmp_path: Path
) -> None:
    archive = await archive_of(store, tmp_path, SHORT)
    for collection in SEEN_FROM:
        (missed,) = await archive.outcomes(collection, CANDIDATES)
        assert sum(map(bool, missed)) <= ALLOWED * QUERIES
    await archive.index.rebuild()
    assert await archive.outcomes("2", EVERY) == [[0] * QUERIES]


async def test_those_of_longer_articles_are_too(store: Store, tmp_path: Path) -> None:
    archive = await archive_of(store, tmp_path, LONG)
    for collection in SEEN_FROM:
        missed, none = await archive.outcomes(collection, CANDIDATES, EVERY)
        assert sum(map(bool, missed)) <= ALLOWED * QUERIES
        assert none == [0] * QUERIES
