"""Whether passages bear out an answer."""

import pytest

from bot.search.evidence import (
    EASED,
    ENOUGH,
    EVIDENCE,
    LEAST,
    NAMES_COUNT,
    NEARLY_BEST,
    SHORT,
    Evidence,
    EvidenceGate,
    Shares,
    best_covering,
    coverage,
)
from bot.search.query import Concept
from bot.search.reranker import best_score
from tests.search.examples import word

FERRY, PIER, STORM, LUND = word("ferri"), word("pier"), word("storm"), word("Lund")
WEIGHTS = {FERRY: 1.0, PIER: 2.0, STORM: 5.0}
NAMED = {LUND: 5.0, FERRY: 5.0}


def evidence(
    *said: Concept, article: tuple[Concept, ...] | None = None, score: float = 0.0
) -> Evidence:
    """A passage that says these, in an article that says no more unless it is told."""
    return Evidence(frozenset(said), frozenset(said if article is None else article), score)


@pytest.mark.parametrize(
    ("said", "share"),
    [
        ([], 0),
        ([word("harbour")], 0),
        ([FERRY], 1 / 8),
        ([FERRY, PIER], 3 / 8),
        ([STORM, word("sea")], 5 / 8),
        ([FERRY, PIER, STORM], 1),
    ],
)
def test_coverage_is_the_share_of_the_weight_that_is_said(
    said: list[Concept], share: float
) -> None:
    assert coverage(WEIGHTS, frozenset(said)) == share


def test_a_query_without_weight_is_covered_by_nothing() -> None:
    assert coverage({}, frozenset([FERRY])) == 0
    assert coverage({FERRY: 0.0}, frozenset([FERRY])) == 0


@pytest.mark.parametrize(
    ("concepts", "enough"),
    [(0, ENOUGH), (1, ENOUGH), (SHORT, ENOUGH), (SHORT + 1, ENOUGH - EASED), (32, LEAST)],
)
def test_a_long_query_need_not_be_said_whole(concepts: int, enough: float) -> None:
    weights = {word(f"t{number}"): 1.0 for number in range(concepts)}
    assert EvidenceGate(weights).enough == pytest.approx(enough)


def test_the_shares_are_those_of_passage_article_names_and_score() -> None:
    gate = EvidenceGate(NAMED)
    best = best_score(NAMED)
    assert gate.shares(evidence()) == Shares(0, 0, 0, 0)
    assert gate.shares(evidence(LUND, FERRY, score=best)) == Shares(1, 1, 1, 1)
    half = gate.shares(evidence(FERRY, article=(LUND, FERRY), score=best / 4))
    assert half == Shares(said=0.5, attained=0.25, article=1, names=1)
    assert gate.shares(evidence(FERRY)).names == 0


def test_score_article_and_names_are_weighed_together() -> None:
    whole = 2 + NAMES_COUNT
    assert Shares(1, 0, 0, 0).together == 0
    assert Shares(0, 1, 1, 1).together == 1
    assert Shares(0, 0.5, 0, 0).together == Shares(0, 0, 0.5, 0).together == 0.5 / whole
    assert Shares(0, 0, 0, 1).together == NAMES_COUNT / whole


def test_a_query_without_names_lacks_none() -> None:
    assert EvidenceGate(WEIGHTS).shares(evidence()) == Shares(0, 0, 0, names=1)


def test_a_query_of_no_concept_is_borne_out_by_nothing() -> None:
    assert EvidenceGate({}).shares(evidence(score=3.0)) == Shares(0, 0, 0, names=1)
    assert not EvidenceGate({}).opens(evidence(score=3.0))


def test_the_gate_opens_for_a_passage_that_says_enough_with_enough_evidence() -> None:
    gate = EvidenceGate(NAMED)
    assert gate.opens(evidence(LUND, FERRY))
    assert not gate.opens(evidence(LUND, article=(LUND, FERRY), score=best_score(NAMED)))


def test_the_gate_stays_closed_without_evidence_however_much_a_passage_says() -> None:
    common = [word(f"t{number}") for number in range(8)]
    gate = EvidenceGate(dict.fromkeys([*common, LUND], 1.0))
    said = evidence(*common[:3])
    assert gate.shares(said).said > gate.enough
    assert gate.shares(said).together < EVIDENCE
    assert not gate.opens(said)
    assert gate.opens(evidence(*common[:3], article=(*common[:3], LUND)))


def test_passages_must_say_enough_and_nearly_as_much_as_the_best() -> None:
    all_said = evidence(FERRY, PIER, STORM)
    most, some, little = evidence(PIER, STORM), evidence(STORM), evidence(FERRY)
    assert best_covering(WEIGHTS, [little, most, all_said, some], 0.6) == [1, 2]
    assert NEARLY_BEST * 7 / 8 > 5 / 8
    assert best_covering(WEIGHTS, [some, most], 0.6) == [1]
    assert best_covering(WEIGHTS, [some, little], 0.6) == [0]
    assert best_covering(WEIGHTS, [some, little], 0.7) == []
    assert best_covering(WEIGHTS, [], 0.6) == []


def test_a_passage_that_says_just_enough_passes() -> None:
    exactly = {FERRY: ENOUGH, PIER: 1 - ENOUGH}
    assert coverage(exactly, frozenset([FERRY])) == ENOUGH
    assert EvidenceGate(exactly).opens(evidence(FERRY))
    assert best_covering(exactly, [evidence(FERRY)], ENOUGH) == [0]
    nearly = {FERRY: 4.0, PIER: 1.0}
    assert coverage(nearly, frozenset([FERRY])) == NEARLY_BEST
    assert best_covering(nearly, [evidence(FERRY, PIER), evidence(FERRY)], 0) == [0, 1]


def test_a_passage_with_just_enough_evidence_passes() -> None:
    weights = {FERRY: 1.0}
    gate = EvidenceGate(weights)
    needed = EVIDENCE * (2 + NAMES_COUNT) - NAMES_COUNT
    just = evidence(FERRY, article=(), score=needed * best_score(weights))
    assert gate.shares(just).together == EVIDENCE
    assert gate.opens(just)
    assert not gate.opens(evidence(FERRY, article=(), score=just.score * 0.999))
