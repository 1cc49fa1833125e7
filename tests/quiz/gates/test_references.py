"""Each gate on what words refer to turns away what is not shown."""

import pytest

from bot.quiz.gates import references as gates
from tests.quiz.making_examples import report, with_evidence

PLAIN = "Norwick bought 340 benches for a promenade along Castle Street."


def gate_of(
    name: str,
    text: str,
    answer: str = "340",
    *,
    title: str = "Ferry sails again",
    kind: str = "cloze_number",
) -> bool:
    fact, evidence = with_evidence(report(text, title=title), kind, answer)
    return bool(getattr(gates, name)(fact, evidence))


TURNED_AWAY = [
    ("opens_dangling", "These towns around Norwick bought 340 benches last spring."),
    ("opens_dangling", "The two towns around Norwick bought 340 benches last spring."),
    ("has_open_person", "In spring he bought 340 benches for a promenade in Norwick."),
    ("has_bare_surname", "Mayor Anna Bell came. In spring Bell bought 340 benches for Norwick."),
    ("has_open_person", "In Ohio 340 benches were bought for his promenade."),
    ("has_open_person", "In spring Norway bought 340 benches for her promenade."),
    ("has_open_thing", "In spring everybody knew that they bought 340 benches."),
    ("has_open_thing", "It bought 340 benches for a promenade in Norwick."),
    ("has_open_thing", "The mayor of Norwick said they bought 340 benches."),
    ("points_back", "Norwick bought 340 benches for these towns last spring."),
    ("points_back", "Norwick bought 340 benches for such towns last spring."),
    ("points_back", "Norwick bought 340 benches in that year of plenty."),
    ("has_bare_definite", "Norwick bought 340 benches because the gardener wanted them."),
    ("has_bare_surname", "The singer Anna Bell came. In spring Mr Bell bought 340 benches."),
    ("has_bare_surname", "Mayor Anna Bell came. In spring Anna bought 340 benches for Norwick."),
    ("has_bare_surname", "Mayor Anna Bell came. In spring Anna bought 340 benches for Norwick."),
    ("compares_with_others", "Norwick was close behind and bought 340 benches last spring."),
    ("compares_with_others", "The port of Norwick bought 340 benches as well."),
    ("compares_with_others", "The biggest fleet was that of Norwick with 340 boats."),
    ("has_unexplained_letters", "The Norwick Boat Union met. The NBU bought 340 benches in May."),
    ("has_unexplained_letters", "The union (NBU) met. In May the NBU bought 340 benches."),
    ("has_bare_definite", "The gardener bought 340 benches for a promenade in Norwick."),
]


@pytest.mark.parametrize(("gate", "text"), TURNED_AWAY)
def test_a_gate_turns_away_what_it_is_for(gate: str, text: str) -> None:
    assert gate_of(gate, text)


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY}))
def test_a_gate_lets_a_sentence_that_stands_alone_pass(gate: str) -> None:
    assert not gate_of(gate, PLAIN)


def test_the_headline_may_name_the_thing_and_the_pair() -> None:
    text = "Norwick bought 340 benches because the gardener wanted them."
    assert not gate_of("has_bare_definite", text, title="A gardener asks for more")
    assert not gate_of("has_bare_definite", text, title="How Norwick sits down")
    pair = "The two countries sold 340 benches to Norwick last spring."
    assert gate_of("points_back", pair)
    assert not gate_of("points_back", pair, title="China and Russia sit down")
    assert not gate_of("opens_dangling", pair, title="China and Russia sit down")


@pytest.mark.parametrize(
    ("text", "is_bare"),
    [
        ("Norwick bought 340 benches because the gardener asked.", False),
        ("The gardener bought 340 benches for Norwick.", True),
        ("The gardener of Lund bought 340 benches for Norwick.", False),
        ("The red gardener of Lund bought 340 benches for Norwick.", False),
        ("The people bought 340 benches for Norwick.", False),
    ],
)
def test_beside_a_name_of_the_headline_no_subject_is_told(text: str, *, is_bare: bool) -> None:
    assert gate_of("has_bare_definite", text, title="How Norwick sits down") is is_bare


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("Mayor Anna Bell came. In spring Bell bought 340 benches.", "Bell sits down"),
        ("Mayor Anna Bell came. In spring Anna Bell bought 340 benches.", "Ferry sails again"),
        ("Mayor Anna Bell came. Anna Bell, or Bell, bought 340 benches.", "Ferry sails again"),
        ("Mr. Bell came. In spring Bell bought 340 benches.", "Ferry sails again"),
        ("Mayor Anna Bell came. A man said “Ask Bell” to 340 sailors.", "Ferry sails again"),
    ],
)
def test_a_surname_is_told_by_the_whole_name_or_the_headline(text: str, title: str) -> None:
    assert not gate_of("has_bare_surname", text, title=title)


@pytest.mark.parametrize(
    ("introduced", "is_bare"),
    [
        ("The singer Anna Bell came.", True),
        ("It was Anna Bell, a singer.", True),
        ("It was Anna Bell, who sings.", True),
        ("The mayor Anna Bell came.", False),
        ("Anna Bell came.", False),
    ],
)
def test_a_surname_of_the_headline_is_told_unless_the_report_tells_who_that_is(
    introduced: str, *, is_bare: bool
) -> None:
    text = f"{introduced} In spring Bell bought 340 benches."
    assert gate_of("has_bare_surname", text, title="Bell sits down") is is_bare


@pytest.mark.parametrize(
    ("text", "title"),
    [
        ("The Norwick Boat Union met. In May the NBU bought 340 benches.", "Why NBU sits down"),
        ("In May the Norwick Boat Union (NBU) bought 340 benches.", "Ferry sails again"),
        ("In May the NBU of Norwick bought 340 benches.", "Ferry sails again"),
        ("The Norwick Boat Union met. It said “the NBU” to 340 sailors.", "Ferry sails again"),
    ],
)
def test_initials_that_the_report_does_not_explain_are_known(text: str, title: str) -> None:
    assert not gate_of("has_unexplained_letters", text, title=title)


@pytest.mark.parametrize(
    ("text", "is_another"),
    [
        ("Mayor Anna Bell said that Judge Tom Reed knew when he was late.", True),
        ("Mayor Anna Bell said the sailors of Judge Tom Reed knew that he was late.", True),
        ("Mayor Anna Bell, who met Judge Tom Reed, said that she was late.", True),
        ("Mayor Anna Bell said that Norwick knew when she was late.", False),
        ("Mayor Anna Bell said that nobody but Bell knew when she was late.", False),
        ("Mayor Anna Bell said that she knew when Judge Tom Reed was late.", False),
        ("Mayor Anna Bell said that Judge Tom Reed was never late.", False),
        ("Mayor Anna Bell said that Judge Tom Reed was “his own worst enemy”.", False),
    ],
)
def test_he_or_she_may_be_somebody_else_who_was_named(text: str, *, is_another: bool) -> None:
    assert gate_of("may_speak_of_another", text, "Anna Bell", kind="who_stated") is is_another


def test_such_as_points_to_nothing() -> None:
    assert not gate_of("points_back", "Norwick bought 340 things such as benches last spring.")


def test_a_quotation_tells_which_thing_is_meant() -> None:
    text = "Mayor Anna Bell described the bench as “the best seat of the whole coast”."
    assert not gate_of("has_bare_definite", text, "Anna Bell", kind="who_stated")
    short = "Mayor Anna Bell described the bench as “comfortable”."
    assert gate_of("has_bare_definite", short, "Anna Bell", kind="who_stated")
