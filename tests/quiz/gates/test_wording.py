"""Each gate on wording turns away what it is for, and nothing that stands alone."""

import pytest

from bot.quiz.gates import references, wording
from tests.quiz.making_examples import judged, report, with_evidence

PLAIN = "Norwick bought 340 benches for a promenade along Castle Street."


def gate_of(
    name: str,
    text: str,
    answer: str = "340",
    *,
    title: str = "Ferry sails again",
    published: str | None = "2024-03-05",
    kind: str = "cloze_number",
) -> bool:
    told = report(text, title=title, published=published)
    fact, evidence = with_evidence(told, kind, answer)
    return bool((getattr(references, name, None) or getattr(wording, name))(fact, evidence))


TURNED_AWAY = [
    ("opens_dangling", "These towns around Norwick bought 340 benches last spring."),
    ("opens_dangling", "The two towns around Norwick bought 340 benches last spring."),
    ("is_no_sentence", "Benches of Norwick: 340 chairs and 25 tables to be sold"),
    ("is_no_sentence", "The court of Norwick fined 340 drivers and Army Spc."),
    ("is_a_quotation", "“Norwick bought 340 benches,” said a man in the hall."),
    ("is_a_quotation", "A man said “Norwick bought 340 benches” in the hall."),
    ("has_unbalanced_marks", "Norwick bought 340 benches (for a promenade last spring."),
    ("has_unbalanced_marks", 'Norwick bought 340 benches for a "promenade last spring.'),
    ("is_too_short_or_long", "Norwick bought 340 benches."),
    ("is_too_short_or_long", "Norwick bought 340 benches " + "and one more chair " * 20 + "now."),
    ("has_open_person", "In spring he bought 340 benches for a promenade in Norwick."),
    ("has_bare_surname", "Mayor Anna Bell came. In spring Bell bought 340 benches for Norwick."),
    ("has_open_thing", "It bought 340 benches for a promenade in Norwick."),
    ("has_open_thing", "The mayor of Norwick said they bought 340 benches."),
    ("points_back", "Norwick bought 340 benches for these towns last spring."),
    ("points_back", "Norwick bought 340 benches for such towns last spring."),
    ("points_back", "Norwick bought 340 benches in that year of plenty."),
    ("has_bare_definite", "Norwick bought 340 benches because the gardener wanted them."),
    ("tells_relative_day", "Norwick bought 340 benches yesterday for a promenade."),
    ("speaks_of_itself", "Norwick sold us 340 benches for a promenade last spring."),
    ("is_furniture", "Norwick sells 340 benches, with the coupon code BENCH."),
    ("is_sensitive", "The storm of Norwick killed 340 cows in a single night."),
    ("is_hypothetical", "Norwick could buy 340 benches for a promenade in spring."),
    ("is_hypothetical", "Norwick didn’t buy 340 benches for a promenade in spring."),
]


@pytest.mark.parametrize(("gate", "text"), TURNED_AWAY)
def test_a_gate_turns_away_what_it_is_for(gate: str, text: str) -> None:
    assert gate_of(gate, text)


@pytest.mark.parametrize(
    "text",
    [
        "Norwick sold 340 benches at a discount to a town last spring.",
        "Norwick showed 340 benches to a town via satellite last spring.",
    ],
)
def test_words_that_advertisements_use_too_are_no_furniture(text: str) -> None:
    assert not gate_of("is_furniture", text)


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY}))
def test_a_gate_lets_a_sentence_that_stands_alone_pass(gate: str) -> None:
    assert not gate_of(gate, PLAIN)


def test_a_weekday_is_told_only_by_the_day_of_the_report() -> None:
    text = "Norwick bought 340 benches for a promenade on Thursday."
    assert gate_of("tells_relative_day", text, published=None)
    assert not gate_of("tells_relative_day", text)


def test_the_headline_may_name_the_thing_and_the_pair() -> None:
    text = "Norwick bought 340 benches because the gardener wanted them."
    assert not gate_of("has_bare_definite", text, title="A gardener asks for more")
    assert not gate_of("has_bare_definite", text, title="How Norwick sits down")
    pair = "The two countries sold 340 benches to Norwick last spring."
    assert gate_of("points_back", pair)
    assert not gate_of("points_back", pair, title="China and Russia sit down")
    assert not gate_of("opens_dangling", pair, title="China and Russia sit down")


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


def test_a_sentence_that_stands_alone_passes_every_gate() -> None:
    assert judged(report(PLAIN), "cloze_number", "340") is None
