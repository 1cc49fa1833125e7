"""Rounds and their questions in the database."""

import asyncio
from dataclasses import replace

import pytest

from bot.persistence.store import Store
from bot.quiz.item import Item
from bot.quiz.rounds import SECOND, Round, Turn, opened, stopped
from tests.quiz.round_examples import ITEM, NOW, asked, played


def round_of(name: str, **more: object) -> Round:
    """A live round that is known by its name."""
    return replace(played("live"), id=name, **more)  # type: ignore[arg-type]  # a test varies each


async def kept(store: Store, name: str, **more: object) -> Turn:
    """The first question of a round, kept."""
    turn = replace(asked(round_of(name, **more)), message=None)
    assert await store.rounds.open(turn, f"slot of {name}")
    return turn


async def test_a_round_comes_back_as_it_was(store: Store) -> None:
    strange = replace(
        ITEM,
        question="Who said “it's \\ 'fine'” — 東京 🎉?",
        options=("a'b", 'c"d', "e\\f", "\N{SNOWMAN}"),
    )
    turn = replace(asked(round_of("a", topic="ships & 'boats'")), item=strange, message=None)
    assert await store.rounds.open(turn, "slot")
    assert await store.rounds.turn("a") == turn
    assert await store.rounds.turn("a", 1) == turn
    assert await store.rounds.turn("a", 2) is None
    assert await store.rounds.turn("\0none") is None


async def test_a_slot_holds_one_round_until_it_ends(store: Store) -> None:
    turn = await kept(store, "a")
    assert not await store.rounds.open(replace(turn, round=round_of("b")), "slot of a")
    assert await store.rounds.turn("b") is None
    assert await store.rounds.holding("face", "slot of a") == turn
    over = replace(turn.round, ending="stopped", ended=NOW)
    assert await store.rounds.end(over, None)
    assert not await store.rounds.end(over, None)
    assert await store.rounds.holding("face", "slot of a") is None
    assert await store.rounds.open(replace(turn, round=round_of("b")), "slot of a")


async def test_a_question_is_asked_once_however_many_ask_it(store: Store) -> None:
    turn = await kept(store, "a")
    following = opened(turn.round, 2, ITEM, NOW + 20 * SECOND)
    asked_by = await asyncio.gather(*(store.rounds.ask(following) for _ in range(5)))
    assert asked_by.count(True) == 1
    assert await store.rounds.turn("a") == following


async def test_what_is_due_comes_longest_due_first(store: Store) -> None:
    first = await kept(store, "a")
    later = replace(asked(round_of("b")), closes=first.closes + SECOND, message=None)
    assert await store.rounds.open(later, "slot")
    assert await store.rounds.due_rounds("face", first.closes - 1) == []
    assert await store.rounds.due_rounds("face", later.closes) == [first.round, later.round]
    assert await store.rounds.due_rounds("another", later.closes) == []
    assert await store.rounds.next_due("face", 0) == first.closes
    assert await store.rounds.next_due("face", first.closes) == later.closes
    await store.rounds.set_due("a", None)
    await store.rounds.set_due("b", None)
    assert await store.rounds.next_due("face", 0) is None


async def test_a_stop_closes_an_open_question_and_leaves_a_closed_one(store: Store) -> None:
    turn = await kept(store, "a")
    over = stopped(turn, "stopped", NOW + SECOND)
    assert (
        await store.rounds.steer("a", lambda held: stopped(held, "stopped", NOW + SECOND)) == over
    )
    assert await store.rounds.turn("a") == over
    await store.answers.close_turn(over, NOW + SECOND)
    again = await store.rounds.steer("a", lambda held: stopped(held, "silence", NOW))
    assert again is not None
    assert await store.rounds.turn("a") == again
    assert (again.closes, again.round.ending) == (NOW + SECOND, "stopped")


async def test_the_message_and_the_moments_of_a_question_are_kept(store: Store) -> None:
    turn = await kept(store, "a")
    await store.rounds.set_message(turn, "77")
    changed = replace(turn, asked=NOW + 1, closes=NOW + 2, shown=NOW + 3)
    await store.rounds.change_turn(changed, "asked", "closes", "shown")
    assert await store.rounds.turn("a") == replace(changed, message="77")


async def test_live_questions_are_open_until_they_close(store: Store) -> None:
    turn = await kept(store, "a")
    await kept(store, "b", mode="solo")
    assert await store.rounds.open_live_turns() == [turn]
    await store.answers.close_turn(turn, NOW)
    assert await store.rounds.open_live_turns() == []


async def test_a_forgotten_question_is_known_by_its_round_only(store: Store) -> None:
    turn = await kept(store, "a")
    assert await store.rounds.snapshots([ITEM.id, "other"]) == {ITEM.id: ITEM}
    await store.rounds.forget_questions(ITEM.article_id)
    assert await store.rounds.turn("a") == replace(turn, item=None)
    assert await store.rounds.snapshots([ITEM.id]) == {}
    assert await store.rounds.was_asked("1", ITEM.id)


@pytest.mark.parametrize(("server", "expected"), [("1", [ITEM]), ("2", [])])
async def test_what_was_asked_lately_is_of_one_server(
    store: Store, server: str, expected: list[Item]
) -> None:
    turn = await kept(store, "a")
    assert await store.rounds.asked_lately(server, 9) == []
    await store.answers.close_turn(turn, NOW)
    assert await store.rounds.asked_lately(server, 9) == expected
    assert await store.rounds.was_asked(server, ITEM.id) is bool(expected)


async def test_what_was_asked_lately_comes_latest_first(store: Store) -> None:
    turn = await kept(store, "a")
    await store.answers.close_turn(turn, NOW)
    later = replace(ITEM, id="later")
    following = opened(turn.round, 2, later, NOW + 20 * SECOND)
    assert await store.rounds.ask(following)
    await store.answers.close_turn(following, NOW + 40 * SECOND)
    assert await store.rounds.asked_lately("1", 9) == [later, ITEM]
    assert await store.rounds.asked_lately("1", 1) == [later]
