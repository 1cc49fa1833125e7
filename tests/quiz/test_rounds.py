"""What a click, a timeout and a stop do to a round."""

from dataclasses import replace

import pytest

from bot.quiz.rounds import (
    ABSENCE,
    BY_LENGTH,
    PAUSE,
    QUIET,
    SECOND,
    SOLO_SILENCE,
    Click,
    Judgement,
    Mode,
    Round,
    Turn,
    due,
    ending,
    judged,
    opened,
    step,
    stopped,
)
from tests.quiz.round_examples import NOW, asked, click, played


@pytest.mark.parametrize(("words", "seconds"), [(4, 12), (40, 21), (41, 22)])
def test_a_long_question_has_more_time(words: int, seconds: int) -> None:
    told = asked().item
    assert told is not None
    item = replace(told, question=" ".join(["boat"] * words), options=("Ada", "Otto", "a", "b"))
    by_length = replace(played("live"), seconds=BY_LENGTH)
    assert opened(by_length, 1, item, NOW).closes == NOW + seconds * SECOND
    assert opened(played("live"), 1, item, NOW).closes == NOW + 15 * SECOND


def test_the_first_click_is_taken_and_in_a_live_round_may_be_changed() -> None:
    turn = asked()
    assert judged(turn, click(), None) == "taken"
    assert judged(turn, click(choice=2), 1) == "changed"
    assert judged(turn, click(choice=1), 1) == "same"


@pytest.mark.parametrize("mode", ["solo", "daily"])
def test_alone_and_in_a_daily_question_the_first_answer_stays(mode: Mode) -> None:
    turn = asked(played(mode))
    assert judged(turn, click(), None) == "taken"
    assert judged(turn, click(choice=2), 1) == "once"


@pytest.mark.parametrize(
    ("pressed", "judgement"),
    [
        (click(server="2"), "foreign"),
        (click(channel="2"), "foreign"),
        (click(message="2"), "foreign"),
        (click(message=None), "foreign"),
        (click(at=NOW + 14_999), "taken"),
        (click(at=NOW + 15_000), "late"),
        (click(choice=4), "no_option"),
        (click(choice=-1), "no_option"),
    ],
)
def test_a_click_that_cannot_count_is_refused(pressed: Click, judgement: Judgement) -> None:
    assert judged(asked(), pressed, None) == judgement


def test_a_question_whose_message_is_not_noted_yet_takes_a_click() -> None:
    assert judged(replace(asked(), message=None), click(), None) == "taken"


def test_a_closed_question_and_one_of_a_removed_article_take_none() -> None:
    assert judged(replace(asked(), closed=NOW), click(), None) == "late"
    assert judged(replace(asked(), item=None), click(), None) == "late"


def test_nobody_else_answers_for_who_plays_alone() -> None:
    turn = asked(played("solo"))
    assert judged(turn, click(player="other"), None) == "not_yours"


def test_a_question_is_open_for_its_time_up_to_a_whole_second() -> None:
    item = asked().item
    assert item is not None
    assert opened(played("live"), 3, item, NOW).closes == NOW + 15_000
    turn = opened(played("live"), 3, item, NOW + 1)
    assert (turn.number, turn.asked, turn.closes) == (3, NOW + 1, NOW + 16_000)


CLOSED = replace(asked(), closed=NOW + 15_000)
SHOWN = replace(CLOSED, shown=NOW + 15_100)
LAST = replace(SHOWN, number=3)


@pytest.mark.parametrize(
    ("turn", "quiet", "after", "expected"),
    [
        (asked(), 1, 14_999, None),
        (asked(), 1, 15_000, "close"),
        (CLOSED, 0, 15_000, "reveal"),
        (SHOWN, 0, 15_100 + PAUSE - 1, None),
        (SHOWN, 0, 15_100 + PAUSE, "ask"),
        (SHOWN, QUIET - 1, 15_100 + PAUSE, "ask"),
        (SHOWN, QUIET, 15_100 + PAUSE, "end"),
        (LAST, 0, 15_100 + PAUSE, "end"),
        (replace(SHOWN, closed=NOW + 15_000 + ABSENCE), 0, 15_100 + PAUSE, "end"),
        (replace(SHOWN, round=replace(played("live"), ended=NOW)), 0, 0, "tell"),
    ],
)
def test_a_live_round_takes_one_step_after_the_other(
    turn: Turn, quiet: int, after: int, expected: str | None
) -> None:
    assert step(turn, quiet, NOW + after) == expected


def test_a_round_is_due_when_its_next_step_is() -> None:
    for turn in (asked(), CLOSED, SHOWN):
        assert step(turn, 0, due(turn) - 1) is None or turn is CLOSED
        assert step(turn, 0, due(turn)) is not None


def test_why_a_round_ends_is_known() -> None:
    assert ending(LAST, 0) == "finished"
    assert ending(SHOWN, QUIET) == "silence"
    assert ending(replace(SHOWN, closed=NOW + 15_000 + ABSENCE), 0) == "interrupted"
    assert ending(stopped(SHOWN, "stopped", NOW), QUIET) == "stopped"
    assert ending(SHOWN, 0) is None


def test_a_stop_closes_the_question_and_ends_the_round_after_its_answer() -> None:
    over = stopped(asked(), "stopped", NOW + 5_000)
    assert over.closes == NOW + 5_000
    assert over.is_last
    assert step(over, 0, NOW + 5_000) == "close"
    shown = replace(over, closed=NOW + 5_000, shown=NOW + 5_001)
    assert (due(shown), step(shown, 0, due(shown))) == (NOW + 5_001, "end")
    assert stopped(over, "silence", NOW + 9_000).closes == NOW + 5_000
    assert stopped(over, "silence", NOW + 9_000).round.ending == "stopped"


def test_a_round_played_alone_waits_long_and_is_then_dropped() -> None:
    turn = asked(played("solo"))
    assert due(turn) == NOW + SOLO_SILENCE
    assert step(turn, 0, due(turn) - 1) is None
    assert step(turn, 0, due(turn)) == "drop"
    assert due(replace(turn, closed=NOW + 7)) == NOW + 7 + SOLO_SILENCE


def test_the_last_question_is_known() -> None:
    assert [replace(asked(), number=number).is_last for number in (1, 2, 3)] == [
        False,
        False,
        True,
    ]
    one: Round = played("daily")
    assert asked(one).is_last
