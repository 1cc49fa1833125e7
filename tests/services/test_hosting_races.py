"""Hosts who press at once, or in the moment in which the bot does something: none is ignored."""

import asyncio
from pathlib import Path

import pytest

from bot.errors import NotForYou
from bot.quiz.rounds import Turn
from bot.quiz.scoring import Board, Reveal
from tests.quiz.play import RIGHT, SERVER, Play, answers
from tests.services.host_examples import HOST, MODERATOR, Act, pause, skip, stop


@pytest.mark.parametrize("act", [pause, stop])
async def test_a_host_faster_than_the_next_question_keeps_it_from_being_asked(
    play: Play, act: Act
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    await play.reveal()
    play.later(9)
    (seen,) = await play.due()
    await act(play, turn, HOST)
    assert await play.rounds.advance(seen, play.now) is None
    await play.rounds.wait(seen)
    assert (await play.rounds.latest(turn.round.id)).number == 1
    assert isinstance(await play.step(), Reveal if act is pause else Board)


async def test_a_stop_while_the_answer_of_a_paused_round_is_being_shown_ends_it_at_once(
    play: Play,
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    await pause(play, turn)
    play.later(16)
    (due,) = await play.due()
    reveal = await play.rounds.advance(due, play.now)
    assert isinstance(reveal, Reveal)
    await stop(play, turn)
    await play.rounds.shown(reveal.turn, play.now)
    assert isinstance(await play.step(), Reveal)
    board = await play.step()
    assert isinstance(board, Board)
    assert board.round.ending == "stopped"


async def test_pause_skip_and_stop_pressed_at_once_by_two_hosts_end_the_round_once(
    play: Play, folder: Path
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    pressed = [act(play, turn, host) for act in (pause, skip, stop) for host in (HOST, MODERATOR)]
    done = await asyncio.gather(*pressed, return_exceptions=True)
    assert {type(one) for one in done} <= {Turn, NotForYou}
    reveal = await play.step()
    assert isinstance(reveal, Reveal)
    assert not reveal.turn.is_paused
    assert isinstance(await play.step(), Board)
    assert await play.step() is None
    assert answers(folder) == [("a", RIGHT, 10)]


async def test_a_clock_that_was_set_back_keeps_no_host_from_a_skip(
    play: Play, folder: Path
) -> None:
    await play.rounds.scores.set_settings(SERVER, speed_bonus=True)
    turn = await play.start()
    await play.click(turn, "a")
    play.later(-3_600)
    await skip(play, turn)
    assert isinstance(await play.step(), Reveal)
    assert answers(folder) == [("a", RIGHT, 10)]


async def test_fifty_presses_at_once_pause_once(play: Play) -> None:
    turn = await play.start()
    done = await asyncio.gather(*(pause(play, turn) for _ in range(50)), return_exceptions=True)
    assert sum(isinstance(one, Turn) for one in done) == 1
