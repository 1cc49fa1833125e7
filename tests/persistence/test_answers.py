"""Answers in the database: one a player, scored when the question closes, added up by query."""

import asyncio
from dataclasses import replace
from decimal import Decimal

from bot.persistence.store import Store
from bot.quiz.rounds import Turn
from bot.quiz.scoring import GivenAnswer, Tally
from bot.quiz.selection import AskedBefore
from tests.quiz.round_examples import ITEM, NOW, NUMBER, asked, click, played

DAY = 20_240_309
MINE = [ITEM.id, "another"]


async def kept(store: Store, name: str = "a") -> Turn:
    """The first question of a live round, kept."""
    turn = replace(asked(replace(played("live"), id=name)), message=None)
    assert await store.rounds.open(turn, f"slot of {name}")
    return turn


async def test_one_player_has_one_answer_and_the_last_counts(store: Store) -> None:
    turn = await kept(store)
    for choice, judgement in ((0, "taken"), (2, "changed"), (2, "same")):
        answered = await store.answers.answer("a", 1, click(choice=choice, at=NOW + choice), DAY)
        assert answered is not None
        assert (answered.judgement, answered.answer) == (judgement, choice)
    assert await store.answers.given(turn) == [GivenAnswer("1", 2, NOW + 2)]


async def test_a_guess_is_kept_as_it_is_and_the_last_counts(store: Store) -> None:
    turn = replace(asked(replace(played("live"), id="a")), item=NUMBER, message=None)
    assert await store.rounds.open(turn, "slot")
    for guess, judgement in (("12.50", "taken"), ("1E+14", "changed"), ("1E14", "same")):
        typed = replace(click(choice=0), guess=Decimal(guess))
        answered = await store.answers.answer("a", 1, typed, DAY)
        assert answered is not None
        assert (answered.judgement, answered.answer) == (judgement, Decimal(guess))
    assert await store.answers.given(turn) == [GivenAnswer("1", 0, NOW, Decimal(10**14))]
    (told,) = await store.scores.answers_of("1")
    assert told["guess"] == "100000000000000"


async def test_a_question_that_never_was_takes_no_answer(store: Store) -> None:
    await kept(store)
    assert await store.answers.answer("a", 2, click(), DAY) is None
    assert await store.answers.answer("b", 1, click(), DAY) is None


async def test_a_refused_click_leaves_nothing(store: Store) -> None:
    turn = await kept(store)
    answered = await store.answers.answer("a", 1, click(server="2"), DAY)
    assert answered is not None
    assert (answered.judgement, answered.answer) == ("foreign", None)
    assert await store.answers.given(turn) == []


async def test_a_crowd_is_counted_to_the_last(store: Store) -> None:
    turn = await kept(store)
    crowd = [click(player=f"{number:03}", choice=number % 4) for number in range(200)]
    await asyncio.gather(*(store.answers.answer("a", 1, one, DAY) for one in crowd))
    closed = await asyncio.gather(*(store.answers.close_turn(turn, NOW) for _ in range(4)))
    assert closed.count(True) == 1
    tallies = sorted(await store.answers.round_tallies("a"), key=lambda tally: tally.player)
    assert tallies == [
        Tally(f"{number:03}", 10 * (number % 4 == 1), int(number % 4 == 1), 1)
        for number in range(200)
    ]


async def test_questions_in_a_row_without_an_answer_are_counted(store: Store) -> None:
    turn = await kept(store)
    assert await store.answers.unanswered(turn) == 1
    await store.answers.answer("a", 1, click(), DAY)
    assert await store.answers.unanswered(turn) == 0
    assert await store.answers.unanswered(replace(turn, number=3)) == 2


async def test_what_was_played_is_told_of_a_player_and_of_a_server(store: Store) -> None:
    turn = await kept(store)
    await store.answers.answer("a", 1, click(choice=0), DAY)
    assert await store.answers.played("1", "a", "1", MINE) == [
        AskedBefore(ITEM.id, right=True, here=True)
    ]
    assert await store.answers.played("1", "b", None, MINE) == [
        AskedBefore(ITEM.id, right=True, here=False)
    ]
    await store.answers.close_turn(turn, NOW)
    assert await store.answers.played("1", "b", "1", MINE) == [
        AskedBefore(ITEM.id, right=False, here=False)
    ]
    assert await store.answers.played("1", "a", None, MINE) == [
        AskedBefore(ITEM.id, right=False, here=True)
    ]
    assert await store.answers.played("1", "a", None, ["another"]) == []
    assert (
        await store.answers.played("2", "a", None, MINE)
        == await store.answers.played("2", "a", "1", MINE)
        == []
    )


async def test_only_the_first_answer_of_each_counts_for_a_question(store: Store) -> None:
    for name, choice in (("a", 0), ("b", 1)):
        turn = await kept(store, name)
        await store.answers.answer(name, 1, click(choice=choice, at=NOW + choice), DAY)
        await store.answers.close_turn(turn, NOW)
    assert await store.answers.first_answers("1", ITEM.id, 0) == {"1": False}
    assert await store.answers.first_answers("1", ITEM.id, NOW) == {"1": True}
    assert await store.answers.first_answers("2", ITEM.id, 0) == {}
