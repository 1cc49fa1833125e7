"""Each gate on dates turns away what it is for, and nothing that is plain."""

import pytest

from bot.quiz.gates import dates as gates
from tests.quiz.making_examples import judged, report, with_evidence

PLAIN = "The old lighthouse of Norwick was sold to a painter in 1998."


def gate_of(
    name: str,
    text: str,
    answer: str,
    *,
    published: str | None = "2024-03-05",
    title: str = "Ferry sails again",
) -> bool:
    told = report(text, published=published, title=title)
    fact, evidence = with_evidence(told, "cloze_date", answer)
    return bool(getattr(gates, name)(fact, evidence))


TURNED_AWAY = [
    ("is_not_past", "The lighthouse of Norwick will be sold in 1998.", "1998"),
    ("is_not_past", "The lighthouse of Norwick was to be sold by 1998.", "1998"),
    ("is_not_past", "The lighthouse of Norwick was built for guests in 2030.", "2030"),
    ("is_not_past", "The lighthouse of Norwick on a photo of a boat in 1998.", "1998"),
    ("is_near_the_report", "The lighthouse of Norwick was sold in 2024.", "2024"),
    ("is_near_the_report", "The lighthouse of Norwick was sold in March 2024.", "March 2024"),
    ("is_near_the_report", "The lighthouse of Norwick was sold on March 4.", "March 4"),
    ("is_near_the_report", "The lighthouse of Norwick was sold on March 12.", "March 12"),
    ("is_near_the_report", "The lighthouse of Norwick was sold on February 30.", "February 30"),
    ("is_part_of_a_name", "The fans of Norwick were at the 1998 Olympics.", "1998"),
    ("is_part_of_a_name", "The fans of Norwick were at Expo 1998.", "1998"),
    ("is_part_of_a_name", "The fans of Norwick lived in 1998 Castle Street.", "1998"),
    ("is_part_of_a_name", "The fans of Norwick voted in 1998 elections.", "1998"),
    ("is_part_of_a_name", "The lighthouse of Norwick was open from 1998 to 2004.", "1998"),
    ("is_compared", "The sales of lamps in Norwick rose, up on 1998.", "1998"),
    ("is_compared", "The port of Norwick sold more lamps than in 1998.", "1998"),
    ("is_not_when", "1998 was a good year for the lighthouse of Norwick.", "1998"),
    ("is_not_when", "The lighthouse of Norwick was sold after 1998.", "1998"),
    ("has_other_dates", "Built in 1875, the lighthouse of Norwick was sold in 1998.", "1998"),
    (
        "has_other_dates",
        "Empty since mid-1990, the lighthouse of Norwick was sold in 1998.",
        "1998",
    ),
    ("has_other_dates", "Ten years later the lighthouse of Norwick was sold in 1998.", "1998"),
]


@pytest.mark.parametrize(("gate", "text", "answer"), TURNED_AWAY)
def test_a_gate_turns_away_what_it_is_for(gate: str, text: str, answer: str) -> None:
    assert gate_of(gate, text, answer)


@pytest.mark.parametrize("gate", sorted({row[0] for row in TURNED_AWAY} | {"is_told_elsewhere"}))
def test_a_gate_lets_a_plain_year_pass(gate: str) -> None:
    assert not gate_of(gate, PLAIN, "1998")


@pytest.mark.parametrize("title", ["Norwick in 1998", "The class of 1998"])
def test_a_year_of_the_headline_is_turned_away(title: str) -> None:
    assert gate_of("is_told_elsewhere", PLAIN, "1998", title=title)


def test_a_day_without_a_year_is_turned_away_when_the_day_of_the_report_is_not_known() -> None:
    text = "The old lighthouse of Norwick was sold on March 4."
    assert gate_of("is_near_the_report", text, "March 4", published=None)
    assert not gate_of("is_near_the_report", PLAIN, "1998", published=None)


def test_the_last_of_the_years_of_an_undated_report_is_its_own() -> None:
    text = f"{PLAIN} It was built in 1890."
    assert gate_of("is_near_the_report", text, "1998", published=None)
    assert not gate_of("is_near_the_report", text, "1890", published=None)


def test_the_date_line_of_a_report_counts_as_its_day() -> None:
    text = f"Tuesday, March 5, 1998\n\n{PLAIN}"
    assert gate_of("is_near_the_report", text, "1998", published=None)


def test_a_plain_year_passes_every_gate() -> None:
    assert judged(report(PLAIN), "cloze_date", "1998") is None
