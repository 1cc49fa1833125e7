"""No question comes twice, a missed one comes again, and a daily one is for everybody."""

from dataclasses import replace
from pathlib import Path

import pytest

from bot.errors import NothingFound
from bot.quiz.scoring import Board, Reveal
from tests.quiz.play import RIGHT, STARTER, WRONG, Play, answers, item_of
from tests.services.memory_face import FACE


async def test_no_question_comes_twice_and_an_empty_bag_is_told(play: Play) -> None:
    asked = []
    for _ in range(2):
        turn = await play.start("solo", questions=3)
        while True:
            asked.append(item_of(turn).id)
            await play.click(turn)
            following = await play.rounds.go_on(turn.round.id, STARTER, play.now)
            if isinstance(following, Board):
                break
            turn = following.turn
    assert len(set(asked)) == len(asked) == 6
    with pytest.raises(NothingFound) as empty:
        await play.start("solo")
    assert empty.value.utterance == "quiz/no_questions"
    assert (await play.start("solo", starter="101")).number == 1
    assert (await play.start("solo", server="2")).number == 1


async def test_a_bag_that_empties_in_a_round_ends_it(play: Play) -> None:
    play.pool.items = play.pool.items[:1]
    turn = await play.start("solo")
    await play.click(turn, choice=WRONG)
    board = await play.rounds.go_on(turn.round.id, STARTER, play.now)
    assert isinstance(board, Board)
    assert board.round.ending == "empty"
    assert item_of(await play.start("solo")).id == item_of(turn).id


async def test_a_live_bag_that_empties_ends_the_round(play: Play) -> None:
    play.pool.items = play.pool.items[:1]
    turn = await play.start()
    await play.click(turn, "a")
    await play.reveal()
    assert (await play.board()).round.ending == "empty"
    with pytest.raises(NothingFound):
        await play.start()


async def test_a_live_question_that_nobody_got_right_comes_again(play: Play) -> None:
    play.pool.items = play.pool.items[:1]
    turn = await play.start(questions=1)
    await play.click(turn, "a", WRONG)
    await play.reveal()
    await play.board()
    assert item_of(await play.start()).id == item_of(turn).id


async def test_a_topic_narrows_the_questions(play: Play) -> None:
    turn = await play.start("solo", topic="captain")
    assert "captain" in item_of(turn).question
    with pytest.raises(NothingFound) as unknown:
        await play.start("solo", starter="101", topic="volcano")
    assert unknown.value.utterance == "quiz/no_topic"


async def test_a_question_of_the_day_takes_one_try_and_tells_when_it_closes(
    play: Play, folder: Path
) -> None:
    play.pool.items = [play.pool.items[0]]
    turn = await play.start("daily")
    await play.click(turn, "a", WRONG)
    assert (await play.click(turn, "a", RIGHT)).judgement == "once"
    await play.click(turn, "b")
    play.later(3_601)
    reveal = await play.step()
    assert isinstance(reveal, Reveal)
    assert reveal.answers == 2
    assert isinstance(await play.board(), Board)
    assert await play.rounds.next_due(FACE, 0) is None
    assert answers(folder) == [("a", WRONG, 0), ("b", RIGHT, 10)]


async def test_a_new_question_of_the_day_closes_the_old_one(play: Play) -> None:
    first = await play.start("daily")
    await play.click(first, "a")
    second = await play.start("daily")
    assert (await play.click(first, "b")).judgement == "late"
    assert item_of(first).id != item_of(second).id
    live = await play.start()
    assert live.round.mode == "live"


async def test_a_question_of_the_day_is_of_the_better_tier(play: Play) -> None:
    play.pool.items = [replace(item, tier="B") for item in play.pool.items]
    with pytest.raises(NothingFound):
        await play.start("daily")


async def test_a_number_to_be_guessed_is_not_asked_with_buttons(play: Play) -> None:
    guess = replace(play.pool.items[0], options=(), kind="guess_number")
    play.pool.items = [guess, play.pool.items[1]]
    assert item_of(await play.start("solo", questions=1)).options
    play.pool.items = [guess]
    with pytest.raises(NothingFound):
        await play.start("solo", starter="101")
