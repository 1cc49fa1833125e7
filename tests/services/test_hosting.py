"""The host of a live round skips its question, pauses it and goes on; nobody else does."""

from dataclasses import replace
from pathlib import Path
from typing import cast

import pytest

from bot.quiz.rounds import LONGEST_PAUSE, SECOND, Mode
from bot.quiz.scoring import Board, Posed, Reveal
from bot.services.hosting import Host
from tests.quiz.play import RIGHT, SERVER, STARTER, WRONG, Play, answers
from tests.services.host_examples import ACTS, HOST, MODERATOR, Act, pause, refused, resume, skip
from tests.services.memory_face import FACE


@pytest.mark.parametrize("host", [HOST, MODERATOR])
async def test_a_skip_shows_the_answer_now_and_the_next_question_follows(
    play: Play, folder: Path, host: Host
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    play.later(3)
    await skip(play, turn, host)
    assert (await play.click(turn, "b")).judgement == "late"
    reveal = cast("Reveal", await play.step())
    assert reveal.answers == 1
    assert answers(folder) == [("a", RIGHT, 10)]
    assert (await play.next_question()).number == 2


async def test_a_skip_pressed_twice_closes_no_other_question(play: Play) -> None:
    turn = await play.start()
    await skip(play, turn)
    assert await refused(skip(play, turn)) == "quiz/nothing_to_skip"
    await play.step()
    assert await refused(skip(play, turn)) == "quiz/nothing_to_skip"
    following = await play.next_question()
    assert await refused(skip(play, turn)) == "quiz/nothing_to_skip"
    assert (await play.click(following)).judgement == "taken"


async def test_two_skipped_questions_are_not_taken_for_silence(play: Play) -> None:
    turn = await play.start()
    for number in (2, 3):
        await skip(play, turn)
        await play.step()
        turn = await play.next_question()
        assert turn.number == number


@pytest.mark.parametrize("host", [HOST, MODERATOR])
async def test_a_paused_round_tells_its_answer_and_asks_when_the_host_goes_on(
    play: Play, host: Host
) -> None:
    turn = await play.start()
    await pause(play, turn, host)
    assert (await play.click(turn, "a")).judgement == "taken"
    reveal = await play.reveal()
    assert reveal.turn.is_paused
    play.later(600)
    assert await play.step() is None
    await resume(play, turn, host)
    assert cast("Posed", await play.step()).turn.number == 2


async def test_a_pause_right_after_an_answer_shows_it_again_with_the_pause(play: Play) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    await play.reveal()
    await pause(play, turn)
    again = await play.step()
    assert isinstance(again, Reveal)
    assert again.turn.is_paused
    play.later(600)
    assert await play.step() is None


async def test_a_pause_while_an_answer_is_being_shown_is_not_lost(play: Play) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    play.later(16)
    (due,) = await play.due()
    reveal = await play.rounds.advance(due, play.now)
    assert isinstance(reveal, Reveal)
    await pause(play, turn)
    await play.rounds.shown(reveal.turn, play.now)
    again = await play.step()
    assert isinstance(again, Reveal)
    assert again.turn.is_paused


async def test_a_round_paused_for_too_long_ends_with_its_board(play: Play) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    await pause(play, turn)
    paused_at = play.now
    await play.reveal()
    assert await play.step() is None
    assert await play.rounds.next_due(FACE, play.now) == paused_at + LONGEST_PAUSE
    play.later(LONGEST_PAUSE / SECOND)
    board = await play.step()
    assert isinstance(board, Board)
    assert board.round.ending == "paused"
    assert await refused(resume(play, turn)) == "quiz/over"


async def test_a_pause_survives_a_restart(play: Play, folder: Path) -> None:
    turn = await play.start()
    await pause(play, turn)
    again = await Play.opened(folder)
    assert (await again.reveal()).turn.is_paused
    again.later(600)
    assert await again.step() is None
    await resume(again, turn)
    assert cast("Posed", await again.step()).turn.number == 2
    await again.newsroom.close()


async def test_going_on_while_nothing_is_to_be_done_is_not_forgotten(play: Play) -> None:
    turn = await play.start()
    await pause(play, turn)
    await play.reveal()
    (seen,) = [await play.rounds.latest(turn.round.id)]
    assert await play.rounds.advance(seen, play.now) is None
    await resume(play, turn)
    await play.rounds.wait(seen)
    play.later(9)
    assert isinstance(await play.step(), Posed)


async def test_a_round_that_was_lost_meanwhile_is_not_looked_after_again(play: Play) -> None:
    turn = await play.start()
    await play.rounds.lose(turn, play.now)
    await play.rounds.wait(turn)
    assert await play.rounds.next_due(FACE, 0) is None


@pytest.mark.parametrize("act", ACTS)
async def test_others_and_other_servers_are_refused(play: Play, act: Act) -> None:
    turn = await play.start()
    assert await refused(act(play, turn, Host("a", SERVER))) == "quiz/not_host"
    foreign = Host(STARTER, "2", is_moderator=True)
    assert await refused(act(play, turn, foreign)) == "quiz/foreign"
    await play.rounds.lose(turn, play.now)
    assert await refused(act(play, turn, HOST)) == "quiz/over"


@pytest.mark.parametrize("act", ACTS)
@pytest.mark.parametrize("mode", ["solo", "daily"])
async def test_only_live_rounds_have_a_host(play: Play, act: Act, mode: Mode) -> None:
    turn = await play.start(mode)
    assert await refused(act(play, turn, HOST)) == "quiz/foreign"


@pytest.mark.parametrize("act", ACTS)
async def test_a_round_that_never_was_has_none(play: Play, act: Act) -> None:
    turn = await play.start()
    gone = replace(turn, round=replace(turn.round, id="f" * 16))
    assert await refused(act(play, gone, HOST)) == "quiz/no_round"


async def test_what_makes_no_sense_is_told(play: Play) -> None:
    turn = await play.start(questions=2)
    assert await refused(resume(play, turn)) == "quiz/not_paused"
    await play.click(turn, "a")
    await pause(play, turn)
    assert await refused(pause(play, turn)) == "quiz/paused_before"
    await resume(play, turn)
    await play.reveal()
    last = await play.next_question()
    assert await refused(pause(play, last)) == "quiz/nothing_to_pause"


async def test_the_last_question_counts_double_where_the_server_wants_it(
    play: Play, folder: Path
) -> None:
    await play.rounds.scores.set_settings(SERVER, double_last=True)
    turn = await play.start(questions=2)
    await play.click(turn)
    await play.reveal()
    last = await play.next_question()
    assert (turn.is_double, last.is_double) == (False, True)
    await play.click(last)
    await play.click(last, "b", WRONG)
    await play.reveal()
    assert answers(folder) == [("b", WRONG, 0), (STARTER, RIGHT, 10), (STARTER, RIGHT, 20)]


async def test_a_board_tells_the_longest_row_and_the_best_told_outlet(play: Play) -> None:
    turn = await play.start()
    for choices in ((RIGHT, RIGHT), (RIGHT, WRONG), (WRONG, WRONG)):
        for player, choice in zip("ab", choices, strict=True):
            await play.click(turn, player, choice)
        await play.reveal()
        turn = turn if turn.number == 3 else await play.next_question()
    board = await play.board()
    assert board.row is not None
    assert (board.row.length, board.row.players) == (2, ("a",))
    assert board.told is not None
    assert (board.told.right, board.told.answers) == (2, 2)


async def test_a_removed_article_and_a_round_alone_tell_no_outlet(play: Play) -> None:
    turn = await play.start("solo", questions=1)
    await play.click(turn)
    alone = await play.rounds.go_on(turn.round.id, STARTER, play.now)
    assert isinstance(alone, Board)
    assert alone.told is None
    live = await play.start(questions=1)
    for player in "ab":
        await play.click(live, player)
    await play.reveal()
    assert live.item is not None
    assert (await play.rounds.board(live.round)).told is not None
    await play.newsroom.intake.remove(live.item.article_id, "operator")
    assert (await play.rounds.board(live.round)).told is None
