"""How much of a query a passage covers."""

import pytest

from bot.search.gate import coverage, missing
from tests.search.examples import topic, word

FERRY, PIER, STORM = word("ferri"), word("pier"), word("storm")
WEIGHTS = {FERRY: 1.0, PIER: 2.0, STORM: 5.0}


@pytest.mark.parametrize(
    ("terms", "share"),
    [
        ([], 0),
        (["harbour"], 0),
        (["ferri"], 1 / 8),
        (["ferri", "pier"], 3 / 8),
        (["storm", "sea"], 5 / 8),
        (["ferri", "pier", "storm"], 1),
    ],
)
def test_coverage_is_the_share_of_the_weight_that_is_said(terms: list[str], share: float) -> None:
    assert coverage([FERRY, PIER, STORM], WEIGHTS, frozenset(terms)) == share


def test_a_query_without_weight_is_covered_by_nothing() -> None:
    assert coverage([], {}, frozenset(["ferri"])) == 0
    assert coverage([FERRY], {FERRY: 0.0}, frozenset(["ferri"])) == 0


def test_another_way_to_say_a_concept_covers_it() -> None:
    [concept] = topic("electric cars").concepts
    assert coverage([concept], {concept: 2.0}, frozenset(["ev"])) == 1
    assert coverage([concept], {concept: 2.0}, frozenset(["electr"])) == 0


def test_missing_names_the_words_that_are_not_said() -> None:
    query = topic("electric cars on the ferry")
    assert missing(query.concepts, frozenset(["ferri", "electr"])) == ("electric cars",)
    assert missing(query.concepts, frozenset(["ferri", "ev"])) == ()
