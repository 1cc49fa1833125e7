"""How often, and where, passages say the terms of a query."""

import random
from collections.abc import Sequence

import pytest

from bot.search.query import Concept
from bot.search.reranker import CandidateCounts, counted
from tests.search.examples import counts_of, record, word

FERRY, PIER, STORM = word("ferri"), word("pier"), word("storm")
CARS = Concept("electric cars", (("electr", "car"), ("ev",)))

HARBOUR = record("ferri pier ferri", "storm", title="ferri sail")
STREET = record("car electr ev car electr", title="pier", article=2)


def said(found: CandidateCounts) -> list[tuple[int, int]]:
    """Which candidate says which column's term, in the order in which it is told."""
    return list(zip(found.said.part.tolist(), found.said.column.tolist(), strict=True))


def test_a_passage_is_counted_alone_with_its_title_and_with_its_article() -> None:
    found = counts_of([HARBOUR], FERRY, STORM)
    assert len(found) == 2
    assert found.columns == {"ferri": 0, "storm": 1}
    assert found.body.tolist() == [[2, 0], [0, 1]]
    assert found.passage.tolist() == [[3, 0], [1, 1]]
    assert found.article.tolist() == [[4, 1]] * 2
    assert found.passage_lengths.tolist() == [5, 3]
    assert found.article_lengths.tolist() == [8] * 2


def test_candidates_keep_their_order() -> None:
    every = [(STREET, 0), (HARBOUR, 1), (HARBOUR, 0)]
    found = counted(every, [PIER])
    assert found.passage.tolist() == [[1], [0], [1]]
    assert found.article.tolist() == [[1], [1], [1]]
    assert found.passage_lengths.tolist() == [6, 3, 5]


def test_where_terms_are_said_is_told_of_the_candidates_bodies_alone() -> None:
    found = counted([(STREET, 0), (HARBOUR, 0)], [PIER, FERRY])
    assert sorted(said(found)) == [(1, 0), (1, 1), (1, 1)]
    places = found.said.place.tolist()
    assert [place - min(places) for place in places] == [0, 1, 2]


def test_a_concept_occurs_as_often_as_all_its_ways_do() -> None:
    found = counts_of([STREET], CARS)
    assert found.occurrences(CARS, found.body).tolist() == [2 + 1]


def test_a_way_of_several_terms_needs_all_of_them() -> None:
    apart = record("electr", "car", title="electr")
    found = counts_of([apart], CARS)
    assert found.occurrences(CARS, found.body).tolist() == [0, 0]
    assert found.occurrences(CARS, found.passage).tolist() == [0, 1]
    assert found.occurrences(CARS, found.article).tolist() == [1, 1]


def test_a_term_of_two_concepts_has_one_column() -> None:
    found = counts_of([STREET], CARS, word("car"))
    assert found.columns == {"electr": 0, "car": 1, "ev": 2}
    assert found.body.tolist() == [[2, 2, 1]]


def test_a_passage_without_terms_is_counted_as_empty() -> None:
    found = counts_of([record("", "ferri"), record("", title="ferri")], FERRY)
    assert found.body.tolist() == [[0], [1], [0]]
    assert found.passage.tolist() == [[0], [1], [1]]
    assert found.passage_lengths.tolist() == [0, 1, 1]
    assert said(found) == [(1, 0)]


@pytest.mark.parametrize("concepts", [[], [FERRY]])
def test_no_candidate_counts_nothing(concepts: Sequence[Concept]) -> None:
    found = counted([], concepts)
    assert len(found) == 0
    assert found.article.shape == (0, len(concepts))
    assert found.article_lengths.tolist() == []
    assert said(found) == []


def test_no_concept_counts_nothing_but_lengths() -> None:
    found = counts_of([HARBOUR])
    assert found.body.shape == (2, 0)
    assert found.passage_lengths.tolist() == [5, 3]
    assert found.article_lengths.tolist() == [8, 8]
    assert said(found) == []


@pytest.mark.parametrize("seed", range(20))
def test_counts_are_those_of_the_words(seed: int) -> None:
    chance = random.Random(seed)  # noqa: S311 - no secret
    terms = [f"t{number}" for number in range(6)]
    texts = [
        [" ".join(chance.choices(terms, k=chance.randint(0, 9))) for _ in range(3)]
        for _ in range(4)
    ]
    titles = [" ".join(chance.choices(terms, k=chance.randint(0, 3))) for _ in texts]
    records = [record(*texts[n], title=titles[n], article=n) for n in range(len(texts))]
    found = counts_of(records, *map(word, terms))
    for row, (article, ordinal) in enumerate((a, o) for a in range(4) for o in range(3)):
        body, title = texts[article][ordinal].split(), titles[article].split()
        whole = [term for text in texts[article] for term in (text.split() + title)]
        assert found.body[row].tolist() == [body.count(term) for term in terms]
        assert found.passage[row].tolist() == [(body + title).count(term) for term in terms]
        assert found.article[row].tolist() == [whole.count(term) for term in terms]
        assert found.passage_lengths[row] == len(body) + len(title)
        assert found.article_lengths[row] == len(whole)
        spoken = found.said.column[found.said.part == row].tolist()
        assert [terms[column] for column in spoken] == body
