"""The final score equals rank-bm25's over the whole corpus, with our idf and settings."""

import random
from collections import Counter
from collections.abc import Sequence
from datetime import date

import pytest
from rank_bm25 import BM25Okapi

from bot.search.query import Concept
from bot.search.reranker import (
    ARTICLE_SHARE,
    FADING_DAYS,
    K1,
    NEAR,
    NEAR_SHARE,
    RECENCY,
    RECENT_DAYS,
    B,
    Statistics,
    freshness,
    idf,
    nearness,
    recency,
    scores,
)
from tests.search.examples import counts_of, record, word

VOCABULARY = [f"t{number}" for number in range(12)]

FERRY, PIER, STORM = word("ferri"), word("pier"), word("storm")
WEIGHTS = {FERRY: 4.0, PIER: 2.0, STORM: 1.0}


class PlainBM25(BM25Okapi):  # type: ignore[misc]  # rank-bm25 has no types
    """rank-bm25 as it is, over everything, but with Lucene's idf."""

    def _calc_idf(self, nd: dict[str, int]) -> None:
        whole = Statistics(1, self.corpus_size, 1)
        self.idf = {term: idf(whole, frequency) for term, frequency in nd.items()}


def statistics_of(corpus: Sequence[Sequence[str]]) -> Statistics:
    """Of passages that are an article each."""
    return Statistics(len(corpus), len(corpus), sum(map(len, corpus)))


def scored(query: Sequence[str], corpus: Sequence[Sequence[str]]) -> list[float]:
    """The scores of passages that are an article each, without what nearness adds."""
    whole = statistics_of(corpus)
    held = Counter(term for terms in corpus for term in set(terms))
    concepts = [word(term) for term in query]
    weights = {concept: idf(whole, held[concept.surface]) for concept in concepts}
    found = counts_of([record(" ".join(terms)) for terms in corpus], *concepts)
    apart = scores(concepts, weights, whole, found)
    return [float(score) for score in apart - NEAR_SHARE * nearness(concepts, weights, found)]


def near(*passages: str, concepts: Sequence[Concept] = (FERRY, PIER, STORM)) -> list[float]:
    weights = {concept: WEIGHTS.get(concept, 3.0) for concept in concepts}
    found = nearness(concepts, weights, counts_of([record(*passages)], *concepts))
    return [float(share) for share in found]


@pytest.mark.parametrize("seed", range(40))
def test_the_score_equals_rank_bm25_over_everything(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    corpus = [
        chance.choices(VOCABULARY, range(1, 13), k=chance.randint(1, 30))
        for _ in range(chance.randint(1, 40))
    ]
    query = chance.sample([*VOCABULARY, "unknown"], chance.randint(1, 6))
    plain = PlainBM25(corpus, k1=K1, b=B).get_scores(query)
    expected = [(1 + ARTICLE_SHARE) * score for score in plain]
    assert scored(query, corpus) == pytest.approx(expected, abs=1e-9)


def test_the_articles_own_score_is_added_to_that_of_its_passages() -> None:
    whole, weights = Statistics(2, 4, 12), {FERRY: 1.0}
    one = record("ferri sail", "storm", title="ferri", article=1)
    other = record("ferri sail", "storm", article=2)
    both = scores([FERRY], weights, whole, counts_of([one, other], FERRY))

    def bm25(times: int, length: int, mean: float) -> float:
        return times * (K1 + 1) / (times + K1 * (1 - B + B * length / mean))

    assert both.tolist() == pytest.approx(
        [
            bm25(2, 3, 3) + ARTICLE_SHARE * bm25(3, 5, 6),
            bm25(1, 2, 3) + ARTICLE_SHARE * bm25(3, 5, 6),
            bm25(1, 2, 3) + ARTICLE_SHARE * bm25(1, 3, 6),
            0 + ARTICLE_SHARE * bm25(1, 3, 6),
        ]
    )


def test_one_passage_alone_scores_above_nothing() -> None:
    assert scored(["ferri"], [["ferri", "pier"]])[0] > 0


def test_a_term_of_all_passages_scores_above_nothing() -> None:
    assert all(score > 0 for score in scored(["ferri"], [["ferri", "pier"], ["ferri"]] * 5))


def test_no_passage_has_no_score() -> None:
    found = scores([FERRY], {FERRY: 1.0}, Statistics(0, 0, 0), counts_of([], FERRY))
    assert found.tolist() == []


def test_no_concept_scores_nothing() -> None:
    found = scores([], {}, Statistics(1, 1, 1), counts_of([record("ferri")]))
    assert found.tolist() == [0.0]


def test_passages_without_terms_score_nothing() -> None:
    found = scores([FERRY], {FERRY: 1.0}, Statistics(1, 1, 0), counts_of([record("")], FERRY))
    assert found.tolist() == [0.0]


@pytest.mark.parametrize(
    ("passages", "frequency"), [(0, 0), (1, 1), (1, 5), (5, 5), (10**9, 10**9)]
)
def test_the_weight_of_a_term_is_always_positive(passages: int, frequency: int) -> None:
    assert idf(Statistics(1, passages, 1), frequency) > 0


def test_rare_terms_weigh_more() -> None:
    whole = Statistics(50, 100, 5_000)
    assert idf(whole, 1) > idf(whole, 2) > idf(whole, 50) > idf(whole, 100)


def test_a_mean_length_is_never_nothing() -> None:
    assert Statistics(2, 4, 10).passage_length == 2.5
    assert Statistics(2, 4, 10).article_length == 5
    for empty in (Statistics(0, 0, 0), Statistics(2, 4, 0)):
        assert empty.passage_length == empty.article_length == 1


def test_a_concept_occurs_as_often_as_its_ways_do() -> None:
    cars, plain = Concept("electric cars", (("electr", "car"), ("ev",))), word("ev")
    said = record("electr car ev car electr ev ev", "car car")
    plainly = record("ev ev ev ev ev ferri ferri", "ferri ferri")
    whole = Statistics(1, 2, 9)
    found = scores([cars], {cars: 1.0}, whole, counts_of([said], cars))
    alone = scores([plain], {plain: 1.0}, whole, counts_of([plainly], plain))
    assert found.tolist() == alone.tolist()


def test_no_passage_scores_more_than_the_best() -> None:
    concepts = list(WEIGHTS)
    found = counts_of([record("ferri pier storm " * 40)], *concepts)
    apart = scores(concepts, WEIGHTS, Statistics(1, 1, 120), found)
    reached = apart - NEAR_SHARE * nearness(concepts, WEIGHTS, found)
    best = (K1 + 1) * (1 + ARTICLE_SHARE) * sum(WEIGHTS.values())
    assert 0.9 * best < reached[0] < best


@pytest.mark.parametrize(
    ("text", "added"),
    [
        ("ferri", 0),
        ("ferri ferri", 0),
        ("ferri pier", 2),
        ("pier ferri", 2),
        ("ferri sea pier", 1),
        ("pier sea ferri sea sea ferri pier", 2),
        ("ferri" + " sea" * (NEAR - 1) + " pier", 2 / NEAR),
        ("ferri" + " sea" * NEAR + " pier", 0),
        ("ferri pier storm", 2 + 1 + 1 / 2),
        ("ferri ferri ferri ferri pier", 2),
    ],
)
def test_words_of_a_query_near_each_other_add_to_the_score(text: str, added: float) -> None:
    assert near(text) == pytest.approx([added])


def test_words_in_two_passages_are_not_near() -> None:
    assert near("sea ferri", "pier sea", "pier ferri") == [0, 0, 2]


def test_words_of_the_title_are_near_to_nothing() -> None:
    found = counts_of([record("pier", title="ferri")], FERRY, PIER)
    assert nearness([FERRY, PIER], WEIGHTS, found).tolist() == [0]


def test_two_ways_to_say_one_thing_are_not_near_each_other() -> None:
    cars = Concept("electric cars", (("electr", "car"), ("ev",)))
    assert near("electr car ev", concepts=[cars]) == [0]
    assert near("electr car ev sea ferri", concepts=[cars, FERRY]) == [3 / 2]


def test_a_term_of_two_concepts_is_the_first_ones() -> None:
    ferries = Concept("night ferry", (("ferri",), ("night",)))
    assert near("ferri pier", concepts=[FERRY, ferries, PIER]) == [2]
    assert near("ferri night", concepts=[FERRY, ferries]) == [3]


def test_the_newest_counts_double_and_one_a_week_older_half_as_much_more() -> None:
    days = [20240301, 20240301 - 0, 20240223, 0, 20200101]
    newest, same, older, undated, old = freshness(days).tolist()
    assert FADING_DAYS == 7
    assert (newest, same, older, undated) == (2, 2, 1.5, 1)
    assert 1 <= old < 1.000001


def test_undated_passages_and_none_are_as_they_are() -> None:
    assert freshness([0, 0]).tolist() == [1, 1]
    assert freshness([]).tolist() == []


def test_of_news_the_day_of_asking_counts_half_as_much_more_and_a_month_later_a_quarter() -> None:
    asked_on = date(2024, 3, 31)
    today, month_old, undated, tomorrow = recency([20240331, 20240301, 0, 20240401], asked_on)
    assert (RECENCY, RECENT_DAYS) == (0.5, 30)
    assert (today, month_old, undated, tomorrow) == (1.5, 1.25, 1, 1.5)
    assert recency([], asked_on).tolist() == []
