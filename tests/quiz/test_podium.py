"""The longest row of right answers in a round, and the outlet whose questions went best."""

import pytest

from bot.quiz.podium import AnswerMark, BestTold, Row, best_told, longest_row

OUTLETS = {1: "Harbour Post", 2: "Town Crier", 3: "Harbour Post"}


def marks(player: str, signs: str) -> list[AnswerMark]:
    """The marks of a player from the first question on: right, wrong, `-` for no answer."""
    return [
        AnswerMark(player, number, sign == "r")
        for number, sign in enumerate(signs, start=1)
        if sign != "-"
    ]


@pytest.mark.parametrize(
    ("signs", "length"),
    [("rr", 2), ("rwrrr", 3), ("rr-rr", 2), ("rrrwrr", 3), ("-rrrr", 4)],
)
def test_right_answers_in_a_row_are_counted_and_a_gap_breaks_the_row(
    signs: str, length: int
) -> None:
    assert longest_row(marks("a", signs)) == Row(length, ("a",))


@pytest.mark.parametrize("signs", ["", "r", "rwr", "r-r", "ww"])
def test_one_right_answer_is_no_row(signs: str) -> None:
    assert longest_row(marks("a", signs)) is None


def test_a_row_is_shared_by_all_who_had_so_many() -> None:
    found = longest_row([*marks("b", "rrw"), *marks("a", "wrr"), *marks("c", "rww")])
    assert found == Row(2, ("a", "b"))


def test_the_best_told_outlet_has_the_largest_share_of_right_answers() -> None:
    given = [*marks("a", "rwr"), *marks("b", "rrw")]
    assert best_told(given, OUTLETS) == BestTold("Harbour Post", 3, 4)


def test_of_equal_shares_the_outlet_with_more_answers_counts_then_its_name() -> None:
    assert best_told([*marks("a", "rrr"), *marks("b", "-r")], OUTLETS) == BestTold(
        "Harbour Post", 2, 2
    )
    more = [*marks("a", "rr"), *marks("b", "rr"), *marks("c", "-r")]
    assert best_told(more, OUTLETS) == BestTold("Town Crier", 3, 3)


@pytest.mark.parametrize(
    ("given", "outlets"),
    [
        (marks("a", "rrr"), {}),
        (marks("a", "r"), OUTLETS),
        (marks("a", "www"), OUTLETS),
        ([], OUTLETS),
    ],
)
def test_where_too_little_is_known_no_outlet_is_told(
    given: list[AnswerMark], outlets: dict[int, str]
) -> None:
    assert best_told(given, outlets) is None
