"""The final score equals rank-bm25's over the whole corpus, with our idf and settings."""

import random
from collections import Counter
from collections.abc import Sequence

import pytest
from rank_bm25 import BM25Okapi

from bot.search.query import Concept
from bot.search.ranking import K1, B, Statistics, idf, scores
from tests.search.examples import word

VOCABULARY = [f"t{number}" for number in range(12)]


class PlainBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25 as it is, over everything, but with Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        whole = Statistics(self.corpus_size, 1)
        self.idf = {term: idf(whole, frequency) for term, frequency in nd.items()}


def statistics_of(corpus: Sequence[Sequence[str]]) -> Statistics:
    return Statistics(len(corpus), sum(map(len, corpus)))


def scored(query: Sequence[str], corpus: Sequence[Sequence[str]]) -> list[float]:
    whole = statistics_of(corpus)
    held = Counter(term for terms in corpus for term in set(terms))
    concepts = [word(term) for term in query]
    weights = {concept: idf(whole, held[concept.surface]) for concept in concepts}
    return scores(concepts, weights, whole, corpus)


@pytest.mark.parametrize("seed", range(40))
def test_the_score_equals_rank_bm25_over_everything(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    corpus = [
        chance.choices(VOCABULARY, range(1, 13), k=chance.randint(1, 30))
        for _ in range(chance.randint(1, 40))
    ]
    query = chance.sample([*VOCABULARY, "unknown"], chance.randint(1, 6))
    expected = PlainBM25(corpus, k1=K1, b=B).get_scores(query)
    assert scored(query, corpus) == pytest.approx(list(expected), abs=1e-9)


def test_a_few_candidates_score_as_they_would_among_all() -> None:
    corpus = [["ferri", "pier"], ["pier"], ["storm", "pier", "pier"], ["sea"]]
    whole, concept = statistics_of(corpus), word("pier")
    weights = {concept: idf(whole, 3)}
    among_all = scores([concept], weights, whole, corpus)
    assert scores([concept], weights, whole, [corpus[2], corpus[0]]) == pytest.approx(
        [among_all[2], among_all[0]]
    )


def test_one_passage_alone_scores_above_nothing() -> None:
    assert scored(["ferri"], [["ferri", "pier"]])[0] > 0


def test_a_term_of_all_passages_scores_above_nothing() -> None:
    assert all(score > 0 for score in scored(["ferri"], [["ferri", "pier"], ["ferri"]] * 5))


def test_no_passage_has_no_score() -> None:
    assert scores([word("ferri")], {word("ferri"): 1.0}, Statistics(0, 0), []) == []


def test_no_concept_scores_nothing() -> None:
    assert scores([], {}, Statistics(1, 1), [["ferri"]]) == [0.0]


def test_passages_without_terms_score_nothing() -> None:
    assert scores([word("ferri")], {word("ferri"): 1.0}, Statistics(1, 0), [[]]) == [0.0]


@pytest.mark.parametrize(
    ("passages", "frequency"), [(0, 0), (1, 1), (1, 5), (5, 5), (10**9, 10**9)]
)
def test_the_weight_of_a_term_is_always_positive(passages: int, frequency: int) -> None:
    assert idf(Statistics(passages, 1), frequency) > 0


def test_rare_terms_weigh_more() -> None:
    whole = Statistics(100, 5_000)
    assert idf(whole, 1) > idf(whole, 2) > idf(whole, 50) > idf(whole, 100)


def test_the_mean_length_is_never_nothing() -> None:
    assert Statistics(4, 10).mean_length == 2.5
    assert Statistics(0, 0).mean_length == Statistics(4, 0).mean_length == 1


def test_a_concept_occurs_as_often_as_its_ways_do() -> None:
    cars, plain = Concept("electric cars", (("electr", "car"), ("ev",))), word("ev")
    weights = {cars: 1.0, plain: 1.0}
    passages = [["electr", "car", "ev", "car", "electr", "ev", "ev"], ["car", "car"]]
    plainly = [["ev"] * 5 + ["ferri"] * 2, ["ferri"] * 2]
    whole = statistics_of(passages)
    assert scores([cars], weights, whole, passages) == scores([plain], weights, whole, plainly)
