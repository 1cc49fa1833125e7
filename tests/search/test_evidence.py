"""Whether passages bear out an answer."""

import pytest

from bot.search.evidence import (
    EASED,
    ENOUGH,
    LEAST,
    NEARLY_BEST,
    OTHERS,
    PASSAGE,
    SHORT,
    Evidence,
    EvidenceGate,
    best_covering,
    coverage,
)
from bot.search.query import Concept
from tests.search.examples import question, surfaces, topic, word

FERRY, PIER, STORM, LUND = word("ferri"), word("pier"), word("storm"), word("Lund")
WEIGHTS = {FERRY: 1.0, PIER: 2.0, STORM: 5.0}
EVEN = {FERRY: 1.0, PIER: 1.0, STORM: 1.0}
NAMED = {LUND: 5.0, FERRY: 5.0}


def evidence(*said: Concept, article: tuple[Concept, ...] | None = None) -> Evidence:
    """A passage that says these, in an article that says no more unless it is told."""
    return Evidence(frozenset(said), frozenset(said if article is None else article), 0.0)


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
    assert not EvidenceGate({}, is_topic=True).opens(evidence())


@pytest.mark.parametrize("is_topic", [True, False])
@pytest.mark.parametrize(
    ("concepts", "enough"),
    [(0, ENOUGH), (1, ENOUGH), (SHORT, ENOUGH), (SHORT + 1, ENOUGH - EASED), (32, LEAST)],
)
def test_a_long_query_need_not_be_said_whole(
    concepts: int, enough: float, *, is_topic: bool
) -> None:
    weights = {word(f"t{number}"): 1.0 for number in range(concepts)}
    assert EvidenceGate(weights, is_topic=is_topic).enough == pytest.approx(enough)


@pytest.mark.parametrize(
    ("passage", "of_topic", "of_question"),
    [
        (evidence(FERRY, PIER, STORM), True, True),
        (evidence(FERRY, PIER), True, True),
        (evidence(FERRY), False, False),
        (evidence(FERRY, article=(PIER,)), False, True),
        (evidence(article=(FERRY, PIER, STORM)), False, False),
    ],
)
def test_a_passage_tells_a_topic_and_an_article_answers_a_question(
    passage: Evidence, *, of_topic: bool, of_question: bool
) -> None:
    assert EvidenceGate(EVEN, is_topic=True).opens(passage) is of_topic
    assert EvidenceGate(EVEN, is_topic=False).opens(passage) is of_question


@pytest.mark.parametrize(
    ("passage", "opens"),
    [
        (evidence(LUND, FERRY), True),
        (evidence(FERRY, article=(LUND,)), True),
        (evidence(FERRY), False),
        (evidence(LUND), False),
        (evidence(LUND, article=(FERRY,)), False),
    ],
)
def test_every_name_is_said_around_a_passage_and_something_else_in_it(
    passage: Evidence, *, opens: bool
) -> None:
    assert EvidenceGate(NAMED, is_topic=False).opens(passage) is opens


def test_a_name_is_never_outweighed() -> None:
    rare = {LUND: 0.1, FERRY: 9.0, PIER: 9.0}
    for is_topic in (True, False):
        assert not EvidenceGate(rare, is_topic=is_topic).opens(evidence(FERRY, PIER))


def test_names_alone_are_borne_out_by_themselves() -> None:
    assert EvidenceGate({LUND: 1.0}, is_topic=True).opens(evidence(LUND))


def test_what_is_said_just_enough_passes() -> None:
    exactly = {FERRY: ENOUGH, PIER: 1 - ENOUGH}
    assert EvidenceGate(exactly, is_topic=True).opens(evidence(FERRY))
    assert best_covering(exactly, [evidence(FERRY)], ENOUGH) == [0]
    least = {FERRY: PASSAGE, PIER: 1 - PASSAGE}
    assert EvidenceGate(least, is_topic=False).opens(evidence(FERRY, article=(PIER,)))
    others = {LUND: 1.0, FERRY: OTHERS, PIER: 1 - OTHERS}
    assert EvidenceGate(others, is_topic=False).opens(evidence(LUND, FERRY, article=(PIER,)))
    nearly = {FERRY: 4.0, PIER: 1.0}
    assert coverage(nearly, frozenset([FERRY])) == NEARLY_BEST
    assert best_covering(nearly, [evidence(FERRY, PIER), evidence(FERRY)], 0) == [0, 1]


def test_passages_must_say_enough_and_nearly_as_much_as_the_best() -> None:
    all_said = evidence(FERRY, PIER, STORM)
    most, some, little = evidence(PIER, STORM), evidence(STORM), evidence(FERRY)
    assert best_covering(WEIGHTS, [little, most, all_said, some], 0.6) == [1, 2]
    assert NEARLY_BEST * 7 / 8 > 5 / 8
    assert best_covering(WEIGHTS, [some, most], 0.6) == [1]
    assert best_covering(WEIGHTS, [some, little], 0.6) == [0]
    assert best_covering(WEIGHTS, [some, little], 0.7) == []
    assert best_covering(WEIGHTS, [], 0.6) == []


@pytest.mark.parametrize(
    ("asked", "required"),
    [
        ("what's new with the dockers?", ["dockers"]),
        ("Did anyone get money from the harbour?", ["harbour"]),
        ("has something happened in Norrow?", ["Norrow"]),
        ("when did the strike start?", ["strike"]),
        ("how many people died on the ferry?", ["died", "ferry"]),
        ("who is the new defence minister?", ["defence", "minister"]),
    ],
)
def test_light_words_are_not_required(asked: str, required: list[str]) -> None:
    assert [concept.surface for concept in question(asked).required] == required


def test_of_light_words_alone_all_are_required() -> None:
    query = topic("latest news")
    assert [concept.surface for concept in query.required] == surfaces(query)
