"""Each gate on quotations, roles and deeds turns away what it is for."""

from dataclasses import replace

import pytest

from bot.quiz.gates import people as gates
from tests.quiz.making_examples import judged, report, with_evidence

SAID = "“The harbour of Norwick will be deeper than ever before,” said Mayor Anna Bell."
FAR = "Norwick grows and grows every year. " * 12
ROLE = "Tom Reed, a historian at the University of Norwick, found the letter."


def gate_of(name: str, text: str, answer: str, kind: str, title: str = "Ferry sails again") -> bool:
    fact, evidence = with_evidence(report(text, title=title), kind, answer)
    return bool(getattr(gates, name)(fact, evidence))


TURNED_AWAY = [
    ("is_no_full_sentence", "“the harbour of Norwick is deep enough,” said Mayor Anna Bell."),
    ("is_no_full_sentence", "“The harbour of Norwick … is deep,” said Mayor Anna Bell."),
    ("is_no_full_sentence", "“The old harbour,” said Mayor Anna Bell, “is deep enough.”"),
    ("says_too_little", "“Norwick is fine,” said Mayor Anna Bell."),
    ("holds_marks", "“The harbour of *Norwick* is deep enough,” said Mayor Anna Bell."),
    ("holds_marks", "“The harbour (of Norwick is deep enough,” said Mayor Anna Bell."),
    ("holds_marks", "“The harbour of ‘Norwick is deep enough,” said Mayor Anna Bell."),
    ("tells_the_gender", "“Speaking as a woman, I like the harbour,” said Mayor Anna Bell."),
    ("tells_the_gender", "“I’m a proud mother and like the harbour,” said Mayor Anna Bell."),
    ("names_the_speaker", "“Every Bell of Norwick likes the harbour,” said Mayor Anna Bell."),
    (
        "is_far_from_its_speaker",
        f"“{FAR}” said Mayor Anna Bell.",
    ),
]


@pytest.mark.parametrize(("gate", "text"), TURNED_AWAY)
def test_a_gate_turns_away_the_quotations_it_is_for(gate: str, text: str) -> None:
    assert gate_of(gate, text, "Anna Bell", "who_said")


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY}))
def test_a_gate_lets_a_whole_quotation_pass(gate: str) -> None:
    assert not gate_of(gate, SAID, "Anna Bell", "who_said")


def test_a_long_part_of_the_name_is_known_inside_another_word() -> None:
    text = "“The Hendersons of Norwick like the harbour,” said Mayor Anna Henderson."
    assert gate_of("names_the_speaker", text, "Anna Henderson", "who_said")


@pytest.mark.parametrize(
    ("gate", "text", "answer"),
    [
        ("is_unspecific", "Tom Reed, an economist, found the letter.", "Tom Reed"),
        ("is_no_role", "Tom Reed, uncle of a teacher in Norwick, found the letter.", "Tom Reed"),
        ("is_no_role", "Tom Reed, the designers Ann Poe and Al Roe, left.", "Tom Reed"),
        ("is_no_role", "Tom Reed, a friend of Mayor Anna Bell of Norwick, left.", "Tom Reed"),
        ("is_cut_off", "Tom Reed, chief of staff to Gov. Bell, left.", "Tom Reed"),
        ("is_cut_off", "Tom Reed, a historian at the University…, left.", "Tom Reed"),
        ("is_about_two", f"Ann Poe and {ROLE}", "Tom Reed"),
    ],
)
def test_a_gate_turns_away_the_roles_it_is_for(gate: str, text: str, answer: str) -> None:
    assert gate_of(gate, text, answer, "who_role")
    assert not gate_of(gate, ROLE, "Tom Reed", "who_role")


def test_who_goes_on_with_another_sentence_said_a_full_one() -> None:
    text = "“The harbour is deep,” said Mayor Anna Bell. “It is deep enough.”"
    assert not gate_of("is_no_full_sentence", text, "Anna Bell", "who_said")


@pytest.mark.parametrize(
    ("title", "is_told"),
    [("Bell praises harbour", True), ("Mayor Bell’s harbour", True), ("Harbour for Bell", False)],
)
def test_who_opens_the_headline_and_speaks_is_turned_away(title: str, *, is_told: bool) -> None:
    assert gate_of("opens_the_headline", SAID, "Anna Bell", "who_said", title=title) is is_told


def test_a_word_that_tells_the_gender_is_turned_away() -> None:
    text = "Mayor Anna Bell said that her plan would make Norwick greener."
    assert gate_of("tells_the_gender", text, "Anna Bell", "who_stated")
    neutral = "Mayor Anna Bell said that the plan would make Norwick greener."
    assert not gate_of("tells_the_gender", neutral, "Anna Bell", "who_stated")
    of_another = "“I know her harbour better than anybody,” said Mayor Anna Bell."
    assert not gate_of("tells_the_gender", of_another, "Anna Bell", "who_said")


def test_the_person_that_the_report_is_about_is_turned_away() -> None:
    assert gate_of("is_the_main_person", SAID, "Anna Bell", "who_said", title="Bell digs deep")
    often = f"{SAID}\n\n" + "Bell came. " * 9
    assert gate_of("is_the_main_person", often, "Anna Bell", "who_said")
    assert not gate_of("is_the_main_person", SAID, "Anna Bell", "who_said")


def test_a_name_that_no_button_holds_is_turned_away() -> None:
    fact, evidence = with_evidence(report(SAID), "who_said", "Anna Bell")
    assert not gates.is_no_plain_name(fact, evidence)
    assert gates.is_no_plain_name(replace(fact, answer="A" * 70), evidence)


def test_whole_quotations_and_plain_roles_pass_every_gate() -> None:
    assert judged(report(SAID), "who_said", "Anna Bell") is None
    assert judged(report(ROLE), "who_role", "Tom Reed") is None
