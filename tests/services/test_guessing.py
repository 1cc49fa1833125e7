"""A question that asks for a number: in live rounds only, seldom, and each guess counted once."""

import asyncio
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import cast

import pytest

from bot.errors import NothingFound
from bot.language.numerals import plain
from bot.quiz.guessing import LARGEST, number_of
from bot.quiz.item import ENOUGH_ANSWERS
from bot.quiz.rounds import Click, Mode, Turn
from bot.quiz.scoring import Answered, Board
from bot.services.hosting import Host
from tests.persistence.examples import rows
from tests.quiz.play import CHANNEL, SERVER, STARTER, Play, item_of
from tests.quiz.round_examples import ASKED, number_on


async def numbers(play: Play) -> None:
    """Let every question of a pool ask for a number."""
    seen = [article async for article in play.newsroom.articles.articles()]
    play.pool.items = [number_on(article) for article in seen if article.outlet in ASKED]


async def guess(play: Play, turn: Turn, player: str, number: Decimal | int) -> Answered:
    """What becomes of a guess."""
    typed = Click(player, SERVER, CHANNEL, None, 0, play.now, Decimal(number))
    return await play.rounds.answer(turn.round.id, turn.number, typed)


def asked_for(turn: Turn) -> Decimal:
    """The number that a question asks for."""
    found = number_of(item_of(turn))
    assert found is not None
    return found


def kept(folder: Path) -> list[tuple[object, ...]]:
    """Every guess that is kept, with what it is worth."""
    found = 'SELECT player, choice, guess, "right", points FROM quiz_answer ORDER BY player'
    return rows(folder / "pullquote.db", found)


async def test_the_nearest_win_and_all_is_told(play: Play, folder: Path) -> None:
    await numbers(play)
    turn = await play.start()
    number = asked_for(turn)
    for player, far in (("a", 0), ("b", 2), ("c", 1), ("d", 3)):
        assert (await guess(play, turn, player, number + far)).judgement == "taken"
    assert (await guess(play, turn, "d", number + 9)).judgement == "changed"
    reveal = await play.reveal()
    assert [(one.player, one.points) for one in reveal.guesses] == [
        ("a", 15),
        ("c", 6),
        ("b", 3),
        ("d", 0),
    ]
    assert (reveal.answers, reveal.chosen) == (4, ())
    assert reveal.proof is not None
    assert [(row[0], row[1], row[3], row[4]) for row in kept(folder)] == [
        ("a", 0, 1, 15),
        ("b", 0, 1, 3),
        ("c", 0, 1, 6),
        ("d", 0, 0, 0),
    ]


async def test_a_letter_is_no_guess(play: Play) -> None:
    await numbers(play)
    turn = await play.start()
    assert (await play.click(turn, choice=0)).judgement == "no_option"


async def test_a_number_is_no_choice(play: Play) -> None:
    turn = await play.start()
    assert (await guess(play, turn, "a", 1)).judgement == "no_option"


async def test_a_guess_after_a_skip_is_late_and_the_one_before_counts(
    play: Play, folder: Path
) -> None:
    await numbers(play)
    turn = await play.start()
    number = asked_for(turn)
    await guess(play, turn, "a", number)
    await play.rounds.hosting.skip(turn.round.id, 1, Host(STARTER, SERVER), play.now)
    assert (await guess(play, turn, "a", 1)).judgement == "late"
    assert (await guess(play, turn, "b", number)).judgement == "late"
    await play.step()
    assert [(row[0], row[2], row[4]) for row in kept(folder)] == [("a", plain(number), 15)]


async def test_guesses_at_the_last_question_count_double(play: Play) -> None:
    await numbers(play)
    await play.rounds.scores.set_settings(SERVER, double_last=True)
    turn = await play.start(questions=1)
    number = asked_for(turn)
    for player, guessed in (("a", 0), ("b", 2 * number), ("c", LARGEST)):
        await guess(play, turn, player, guessed)
    reveal = await play.reveal()
    assert [(one.player, one.rank, one.points) for one in reveal.guesses] == [
        ("a", 1, 20),
        ("b", 1, 20),
        ("c", 3, 6),
    ]


async def test_a_guess_is_exported_and_forgotten_also_while_the_question_is_open(
    play: Play,
) -> None:
    await numbers(play)
    turn = await play.start()
    await guess(play, turn, "a", Decimal("12.50"))
    await guess(play, turn, "b", 7)
    (exported,) = cast("list[dict[str, object]]", (await play.rounds.scores.export("a"))["answers"])
    assert exported["guess"] == "12.5"
    await play.rounds.scores.forget("a")
    assert [one.player for one in (await play.reveal()).guesses] == ["b"]


@pytest.mark.parametrize("mode", ["solo", "daily"])
async def test_only_live_rounds_ask_for_a_number(play: Play, mode: Mode) -> None:
    await numbers(play)
    with pytest.raises(NothingFound):
        await play.start(mode)
    assert (await play.start()).number == 1


async def test_a_question_whose_number_cannot_be_guessed_is_not_asked(play: Play) -> None:
    await numbers(play)
    play.pool.items = [replace(item, value="count:10-12") for item in play.pool.items]
    with pytest.raises(NothingFound):
        await play.start()


async def test_at_most_one_question_in_five_asks_for_a_number(play: Play) -> None:
    plain = play.pool.items
    await numbers(play)
    play.pool.items = [*(replace(one, score=9.0) for one in play.pool.items), *plain]
    turn = await play.start(questions=8)
    asked = [turn]
    while turn.number < 8:
        await play.click(turn, "a")
        await guess(play, turn, "a", 1)
        await play.reveal()
        turn = await play.next_question()
        asked.append(turn)
    numbered = [one.number for one in asked if item_of(one).asks_number]
    assert len(numbered) == 2
    assert numbered[1] - numbered[0] >= 5


async def test_a_round_without_other_questions_ends_rather_than_asks_a_second(play: Play) -> None:
    await numbers(play)
    turn = await play.start()
    await guess(play, turn, "a", 1)
    await play.reveal()
    board = await play.board()
    assert isinstance(board, Board)
    assert (board.round.ending, board.asked) == ("empty", 1)


async def test_two_hundred_guess_in_the_same_second(play: Play, folder: Path) -> None:
    await numbers(play)
    turn = await play.start()
    number = asked_for(turn)
    crowd = {f"{place:03}": number + place for place in range(200)}
    taken = await asyncio.gather(*(guess(play, turn, *one) for one in crowd.items()))
    assert {one.judgement for one in taken} == {"taken"}
    reveal = await play.reveal()
    assert reveal.answers == 200
    worth = {"000": 15, "001": 6, "002": 3}
    assert [(row[0], row[4]) for row in kept(folder)] == [(one, worth.get(one, 0)) for one in crowd]


async def test_fifty_guesses_of_one_at_once_are_one(play: Play, folder: Path) -> None:
    await numbers(play)
    turn = await play.start()
    done = await asyncio.gather(*(guess(play, turn, STARTER, n) for n in range(1, 51)))
    assert [one.judgement for one in done].count("taken") == 1
    assert {one.judgement for one in done} == {"taken", "changed"}
    ((player, choice, number, _, _),) = kept(folder)
    assert (player, choice) == (STARTER, 0)
    assert 1 <= int(str(number)) <= 50


async def test_a_guess_after_a_restart_counts(play: Play, folder: Path) -> None:
    await numbers(play)
    turn = await play.start()
    again = await Play.opened(folder)
    assert (await guess(again, turn, "a", asked_for(turn))).judgement == "taken"
    assert [one.points for one in (await again.reveal()).guesses] == [15]
    await again.newsroom.close()


async def test_however_many_guess_wrong_the_question_stays(play: Play) -> None:
    await numbers(play)
    play.pool.items = play.pool.items[:1]
    turn = await play.start(questions=1)
    for number in range(ENOUGH_ANSWERS + 5):
        await guess(play, turn, str(number), 10**6 + number)
    await play.reveal()
    assert await play.rounds.moderation.not_asked(SERVER) == []
