"""Each gate on wording turns away what it is for, and nothing that stands alone."""

import pytest

from bot.quiz.gates import wording as gates
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
    return bool(getattr(gates, name)(fact, evidence))


TURNED_AWAY = [
    ("is_no_sentence", "Benches of Norwick: 340 chairs and 25 tables to be sold"),
    ("is_no_sentence", "The court of Norwick fined 340 drivers and Army Spc."),
    ("is_a_quotation", "“Norwick bought 340 benches,” said a man in the hall."),
    ("is_a_quotation", "A man said “Norwick bought 340 benches” in the hall."),
    ("has_unbalanced_marks", "Norwick bought 340 benches (for a promenade last spring."),
    ("has_unbalanced_marks", 'Norwick bought 340 benches for a "promenade last spring.'),
    ("is_too_short_or_long", "Norwick bought 340 benches."),
    ("is_too_short_or_long", "Norwick bought 340 benches " + "and one more chair " * 20 + "now."),
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


@pytest.mark.parametrize(
    ("kind", "words", "is_short"),
    [
        ("who_stated", "that it was time to go home", True),
        ("who_stated", "that it was time for everybody to go home", False),
    ],
)
def test_what_somebody_states_is_longer(kind: str, words: str, *, is_short: bool) -> None:
    text = f"Mayor Anna Bell said {words}."
    assert gate_of("is_too_short_or_long", text, "Anna Bell", kind=kind) is is_short


def test_a_sentence_that_stands_alone_passes_every_gate() -> None:
    assert judged(report(PLAIN), "cloze_number", "340") is None
