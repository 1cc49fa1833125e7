"""Each gate on the words of a quotation turns away what leans on what is not shown."""

import pytest

from bot.quiz.gates import quotations as gates
from tests.quiz.making_examples import judged, report, with_evidence

PLAIN = "The harbour of Norwick will be deeper than ever before"


def gate_of(name: str, said: str, title: str = "Ferry sails again") -> bool:
    told = report(f"“{said},” said Mayor Anna Bell.", title=title)
    return bool(getattr(gates, name)(*with_evidence(told, "who_said", "Anna Bell")))


TURNED_AWAY = [
    ("opens_mid_talk", "And we will dig deeper than ever"),
    ("opens_mid_talk", "But nobody asked us about the harbour"),
    ("opens_mid_talk", "It was the deepest harbour of the coast"),
    ("opens_mid_talk", "They’re digging in the middle of the night"),
    ("opens_mid_talk", "This is what everybody was waiting for"),
    ("opens_mid_talk", "Both of them will be deeper than before"),
    ("speaks_of_somebody_unnamed", "Everybody in the hall knew that he was late"),
    ("speaks_of_somebody_unnamed", "Her boats are the best boats of the coast"),
    ("speaks_of_what_is_not_shown", "Nobody has ever paid for this harbour before"),
    ("speaks_of_what_is_not_shown", "Nobody has paid for such harbours before"),
    ("speaks_of_what_is_not_shown", "Nobody in Norwick has heard of that number"),
    ("is_about_nothing", "Well, everybody here knows what it is like"),
    ("is_about_nothing", "Today is a good day for all of us here"),
]
"""Quotations, none of which has a word of the headline."""


@pytest.mark.parametrize(("gate", "said"), TURNED_AWAY)
def test_a_gate_turns_away_the_quotations_it_is_for(gate: str, said: str) -> None:
    assert gate_of(gate, said)


def test_a_word_of_the_headline_tells_what_is_meant() -> None:
    said = "Well, the ferry is as good as ever"
    assert not gate_of("is_about_nothing", said, "Ferry sails again")
    assert gate_of("is_about_nothing", said, "Sunny again")


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY}))
def test_a_gate_lets_a_quotation_that_stands_alone_pass(gate: str) -> None:
    assert not gate_of(gate, PLAIN)


@pytest.mark.parametrize(
    ("gate", "said"),
    [
        ("opens_mid_talk", "Italy will be a better place for all of us"),
        ("opens_mid_talk", "Andrew will be the best of all the captains"),
        ("speaks_of_somebody_unnamed", "Everybody knew Max Stone before he was late"),
        ("speaks_of_what_is_not_shown", "I believe that this is the best day of my life"),
        ("speaks_of_what_is_not_shown", "I was there this morning with all of my friends"),
        ("speaks_of_what_is_not_shown", "It is an idea that nobody has had before"),
        ("is_about_nothing", "Digging deeper harbours benefits fishermen"),
        ("is_about_nothing", "We have only 14 days for it"),
        ("is_about_nothing", "They have said it to NATO and to all of us"),
        ("is_about_nothing", "They have said it in Lund and to all of us"),
    ],
)
def test_a_gate_knows_its_exceptions(gate: str, said: str) -> None:
    assert not gate_of(gate, said)


@pytest.mark.parametrize("said", ["Well, I’m not going to do it all now", "Well, I've had it all"])
def test_who_speaks_of_themselves_names_nobody(said: str) -> None:
    assert gate_of("is_about_nothing", said)


@pytest.mark.parametrize(
    ("said", "gate"),
    [
        ("And Norwick will dig deeper than ever before", "opens_mid_talk"),
        ("The harbour of the town is all he has", "speaks_of_somebody_unnamed"),
        ("Norwick has never paid for such harbours before", "speaks_of_what_is_not_shown"),
        ("Well, everybody here knows what it is like", "is_about_nothing"),
        (PLAIN, None),
    ],
)
def test_quotations_are_judged_by_these_gates(said: str, gate: str | None) -> None:
    told = report(f"“{said},” said Mayor Anna Bell.")
    assert judged(told, "who_said", "Anna Bell") == gate
