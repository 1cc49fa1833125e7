"""What the host of a live round does to it: a skip, a pause, going on; and the double question."""

from dataclasses import replace

import pytest

from bot.quiz.rounds import (
    ABSENCE,
    LONGEST_PAUSE,
    PAUSE,
    QUIET,
    READY_SECONDS,
    SECOND,
    Mode,
    due,
    ending,
    judged,
    last_moved,
    paused,
    resumed,
    seconds_for,
    skipped,
    step,
    stopped,
)
from bot.quiz.scoring import MOST_BONUS, RIGHT, GivenAnswer, points
from tests.quiz.round_examples import NOW, asked, click, played

CLOSED = replace(asked(), closed=NOW + 15_000)
SHOWN = replace(CLOSED, shown=NOW + 15_100)


def test_a_skipped_question_closes_now_and_the_round_goes_on() -> None:
    turn = skipped(asked(), NOW + 4_000)
    assert (turn.closes, turn.round.ending) == (NOW + 4_000, None)
    assert judged(turn, click(at=NOW + 4_000), None) == "late"
    assert step(turn, 0, NOW + 4_000) == "close"
    shown = replace(turn, closed=NOW + 4_000, shown=NOW + 4_000)
    assert step(shown, 0, NOW + 4_000 + PAUSE) == "ask"


def test_a_skip_never_makes_a_question_longer() -> None:
    assert skipped(asked(), NOW + 99_000).closes == asked().closes


def test_a_host_who_skips_is_somebody_so_silence_does_not_end_the_round() -> None:
    turn = replace(skipped(asked(), NOW + 1), closed=NOW + 1, shown=NOW + 1)
    assert ending(turn, QUIET) is None
    assert ending(replace(turn, asked=NOW + 2), QUIET) == "silence"


def test_a_paused_question_runs_to_its_end_and_is_revealed() -> None:
    turn = paused(asked(), NOW + 1)
    assert turn.is_paused
    assert judged(turn, click(), None) == "taken"
    assert [step(turn, 0, at) for at in (NOW + 14_999, NOW + 15_000)] == [None, "close"]
    assert step(replace(turn, closed=NOW + 15_000), 0, NOW + 15_000) == "reveal"


def test_after_a_paused_answer_nothing_is_asked_until_the_longest_pause_is_over() -> None:
    turn = replace(paused(SHOWN, NOW + 16_000), shown=NOW + 16_100)
    over = NOW + 16_000 + LONGEST_PAUSE
    assert due(turn) == over
    assert [step(turn, QUIET, at) for at in (over - 1, over)] == [None, "end"]
    assert ending(turn, 0) == "paused"


def test_an_answer_that_was_shown_without_the_pause_is_shown_again() -> None:
    assert step(paused(SHOWN, NOW + 16_000), 0, NOW + 16_000) == "reveal"


def test_a_round_that_goes_on_asks_at_once_though_nobody_answered_or_the_bot_was_away() -> None:
    late = replace(SHOWN, closed=NOW + 15_000 + ABSENCE)
    turn = resumed(paused(late, NOW + 16_000), NOW + 600_000)
    assert not turn.is_paused
    shown = replace(turn, shown=NOW + 20_000)
    assert step(shown, QUIET, NOW + 600_000) == "ask"


def test_a_pause_before_the_bot_was_away_does_not_hide_that_it_was() -> None:
    away = replace(asked(), closed=NOW + 15_000 + ABSENCE, shown=NOW + 15_001 + ABSENCE)
    turn = replace(away, round=replace(away.round, steered=NOW + 1))
    assert ending(turn, 0) == "interrupted"


def test_a_paused_round_is_stopped_at_once() -> None:
    turn = replace(paused(SHOWN, NOW + 16_000), shown=NOW + 16_100)
    over = stopped(turn, "stopped", NOW + 20_000)
    assert not over.is_paused
    assert (due(over), step(over, 0, NOW + 20_000)) == (NOW + 16_100, "end")


def test_the_last_question_is_not_paused() -> None:
    turn = replace(paused(SHOWN, NOW + 16_000), number=3, shown=NOW + 16_100)
    assert not turn.is_paused
    assert step(turn, 0, NOW + 16_100 + PAUSE) == "end"
    assert ending(turn, 0) == "finished"


@pytest.mark.parametrize(
    ("mode", "number", "times"), [("live", 3, 2), ("live", 2, 1), ("solo", 3, 1), ("daily", 1, 1)]
)
def test_the_last_question_of_a_live_round_may_be_double(
    mode: Mode, number: int, times: int
) -> None:
    turn = replace(asked(replace(played(mode), double_last=True)), number=number)
    given = GivenAnswer("1", 1, NOW)
    assert turn.is_double is (times == 2)
    assert points(turn, given) == times * RIGHT
    assert points(turn, replace(given, choice=0)) == 0


def test_a_bonus_is_doubled_too() -> None:
    of = replace(played("live"), double_last=True, speed_bonus=True)
    turn = replace(asked(of), number=3)
    assert points(turn, GivenAnswer("1", 1, NOW)) == 2 * (RIGHT + MOST_BONUS)


def test_a_stopped_round_doubles_no_other_question() -> None:
    turn = asked(replace(played("live"), double_last=True))
    assert not stopped(turn, "stopped", NOW + SECOND).is_double


def test_a_question_skipped_in_the_moment_it_is_asked_gives_points_all_the_same() -> None:
    turn = skipped(asked(replace(played("live"), speed_bonus=True)), NOW)
    assert points(turn, GivenAnswer("1", 1, NOW)) == RIGHT


def test_a_round_last_moved_when_its_question_closed_its_host_acted_or_it_ended() -> None:
    turn = asked()
    assert last_moved(turn) == turn.closes
    later = resumed(turn, turn.closes + SECOND)
    assert last_moved(later) == turn.closes + SECOND
    over = replace(later, round=replace(later.round, ended=turn.closes + 2 * SECOND))
    assert last_moved(over) == turn.closes + 2 * SECOND


def test_a_question_that_is_gone_has_the_time_to_get_ready() -> None:
    assert seconds_for(None) == READY_SECONDS
