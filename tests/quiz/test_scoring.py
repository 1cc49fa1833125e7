"""Points, ties, and how many chose what."""

from dataclasses import replace

import pytest

from bot.quiz.scoring import (
    MOST_BONUS,
    RIGHT,
    GivenAnswer,
    Reveal,
    Tally,
    chosen,
    is_right,
    points,
    standings,
)
from tests.quiz.round_examples import NOW, asked, played


def given(choice: int, after: int = 0, player: str = "1") -> GivenAnswer:
    return GivenAnswer(player, choice, NOW + after)


def test_right_is_worth_the_same_at_any_time() -> None:
    assert [points(asked(), given(1, after)) for after in (0, 14_999)] == [RIGHT, RIGHT]
    assert points(asked(), given(0)) == 0


@pytest.mark.parametrize(("after", "bonus"), [(0, 5), (3_000, 4), (7_500, 2), (15_000, 0)])
def test_speed_is_worth_up_to_half_as_much_on_top(after: int, bonus: int) -> None:
    turn = asked(replace(played("live"), speed_bonus=True))
    assert points(turn, given(1, after)) == RIGHT + bonus
    assert points(turn, given(0, after)) == 0
    assert MOST_BONUS * 2 <= RIGHT


@pytest.mark.parametrize("after", [-5_000, 99_000])
def test_a_wrong_clock_gives_no_more_than_the_bonus_and_takes_nothing(after: int) -> None:
    turn = asked(replace(played("live"), speed_bonus=True))
    assert RIGHT <= points(turn, given(1, after)) <= RIGHT + MOST_BONUS


def test_speed_counts_in_live_rounds_only() -> None:
    for mode in ("solo", "daily"):
        turn = asked(replace(played(mode), speed_bonus=True))
        assert points(turn, given(1)) == RIGHT


def test_a_question_that_is_gone_has_no_right_answer() -> None:
    gone = replace(asked(), item=None)
    assert not is_right(gone, given(1))
    assert points(gone, given(1)) == 0
    assert chosen(gone, [given(1)]) == ()


def test_each_option_is_counted() -> None:
    answers = [given(1), given(1), given(3), given(0), given(9)]
    assert chosen(asked(), answers) == (1, 2, 0, 1)
    assert chosen(asked(), []) == (0, 0, 0, 0)


def test_equal_points_share_a_rank_and_the_next_one_is_skipped() -> None:
    tallies = [
        Tally("d", 10, 1, 4),
        Tally("b", 20, 2, 2),
        Tally("a", 20, 2, 3),
        Tally("c", 30, 3, 3),
        Tally("e", 0, 0, 1),
    ]
    found = [(place.rank, place.tally.player) for place in standings(tallies)]
    assert found == [(1, "c"), (2, "a"), (2, "b"), (4, "d"), (5, "e")]
    assert standings([]) == []


def test_of_equal_points_more_right_answers_come_first() -> None:
    fast, steady = Tally("a", 30, 2, 2), Tally("b", 30, 3, 3)
    for tallies in ([fast, steady], [steady, fast]):
        found = [(place.rank, place.tally.player) for place in standings(tallies)]
        assert found == [(1, "b"), (1, "a")]


def test_whoever_chose_an_option_answered() -> None:
    shown = Reveal(turn=asked(), chosen=(1, 3, 0, 0), proof=None, leaders=())
    assert shown.answers == 4
