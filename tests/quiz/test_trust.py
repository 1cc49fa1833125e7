"""When players' reports and answers withdraw a question."""

from dataclasses import replace

import pytest

from bot.quiz.item import HEADLINE_WORD, Withdrawal, withdrawal
from tests.quiz.round_examples import ITEM


def answers(right: int, of: int) -> dict[str, bool]:
    return {f"player {number}": number < right for number in range(of)}


@pytest.mark.parametrize(
    ("reports", "right", "of", "expected"),
    [
        (0, 0, 0, None),
        (1, 0, 0, None),
        (2, 0, 0, "reported"),
        (0, 0, 19, None),
        (0, 4, 20, "below_chance"),
        (0, 5, 20, None),
        (1, 9, 40, "below_chance"),
        (1, 10, 40, None),
    ],
)
def test_two_reports_or_results_below_chance_withdraw(
    reports: int, right: int, of: int, expected: Withdrawal | None
) -> None:
    assert withdrawal(reports, answers(right, of), options=4) == expected


def test_chance_is_higher_with_fewer_options() -> None:
    assert withdrawal(0, answers(9, 20), options=2) == "below_chance"
    assert withdrawal(0, answers(10, 20), options=2) is None


def test_only_a_question_on_a_headline_hides_it() -> None:
    assert [one.hides_headline for one in (ITEM, replace(ITEM, kind=HEADLINE_WORD))] == [
        False,
        True,
    ]
