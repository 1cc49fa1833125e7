"""A round goes on or ends, but loses nothing, when the bot was away."""

from pathlib import Path

from bot.quiz.rounds import ABSENCE, SECOND
from bot.quiz.scoring import Board, Reveal
from tests.quiz.play import RIGHT, Play, answers
from tests.services.memory_face import FACE


async def test_a_click_after_a_restart_counts(play: Play, folder: Path) -> None:
    turn = await play.start()
    again = await Play.opened(folder)
    assert (await again.click(turn, "a")).judgement == "taken"
    await again.reveal()
    assert answers(folder) == [("a", RIGHT, 10)]
    following = await again.next_question()
    assert following.number == 2
    await again.newsroom.close()


async def test_a_round_whose_time_ran_out_meanwhile_is_closed_and_goes_on(
    play: Play, folder: Path
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    again = await Play.opened(folder)
    again.later(60)
    reveal = await again.step()
    assert isinstance(reveal, Reveal)
    assert reveal.answers == 1
    assert (await again.next_question()).number == 2
    await again.newsroom.close()


async def test_a_round_left_for_long_is_closed_with_its_answer_and_its_board(
    play: Play,
) -> None:
    await play.start()
    play.later(ABSENCE / SECOND + 20)
    assert isinstance(await play.step(), Reveal)
    assert (await play.board()).round.ending == "interrupted"


async def test_an_answer_that_was_not_shown_is_told_again(play: Play, folder: Path) -> None:
    await play.start()
    play.later(16)
    (due,) = await play.due()
    assert isinstance(await play.rounds.advance(due, play.now), Reveal)
    again = await Play.opened(folder)
    again.now = play.now
    assert isinstance(await again.step(), Reveal)
    await again.newsroom.close()


async def test_a_board_that_was_not_shown_is_told_again(play: Play) -> None:
    await play.start(questions=1)
    await play.reveal()
    play.later(9)
    for _ in range(2):
        (due,) = await play.due()
        assert isinstance(await play.rounds.advance(due, play.now), Board)
    await play.rounds.closed(due.round)
    assert await play.step() is None


async def test_a_question_that_no_message_shows_is_posed_again_with_all_its_time(
    play: Play,
) -> None:
    turn = await play.start()
    play.later(10)
    (unposted,) = await play.rounds.unposted(FACE, play.now)
    assert await play.rounds.unposted("another face", play.now) == []
    posed = await play.rounds.asked_again(unposted, play.now)
    assert posed.turn.closes == turn.closes + 10 * SECOND
    await play.rounds.posted(posed.turn, "1")
    assert await play.rounds.unposted(FACE, play.now) == []


async def test_a_question_that_no_message_showed_in_its_time_is_only_revealed(
    play: Play,
) -> None:
    await play.start()
    play.later(16)
    assert await play.rounds.unposted(FACE, play.now) == []
    assert isinstance(await play.step(), Reveal)


async def test_a_round_that_cannot_be_shown_any_more_is_lost_but_its_answers_count(
    play: Play, folder: Path
) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    await play.rounds.lose(turn, play.now)
    assert answers(folder) == [("a", RIGHT, 10)]
    assert await play.rounds.next_due(FACE, 0) is None
    assert (await play.start()).number == 1


async def test_a_round_can_be_looked_after_again_later(play: Play) -> None:
    turn = await play.start()
    play.later(16)
    await play.rounds.later(turn, play.now + 5_000)
    assert await play.step() is None
    assert await play.rounds.next_due(FACE, play.now) == play.now + 5_000
    play.later(5)
    assert isinstance(await play.step(), Reveal)


async def test_nothing_is_done_before_it_is_due(play: Play) -> None:
    turn = await play.start()
    assert await play.rounds.advance(turn, play.now) is None
