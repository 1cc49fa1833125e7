"""Rounds of the quiz from their first question to their board, through crowds and restarts."""

import asyncio
from pathlib import Path

import pytest

from bot.errors import NotForYou, NothingFound
from bot.quiz.scoring import Board, Posed, Reveal
from bot.services.hosting import Host
from tests.persistence.examples import rows
from tests.quiz.play import RIGHT, STARTER, WRONG, Play, answers, item_of
from tests.services.memory_face import FACE


async def test_a_round_alone_asks_tells_and_adds_up(play: Play) -> None:
    turn = await play.start("solo")
    assert (await play.click(turn)).judgement == "taken"
    reveal = await play.rounds.reveal(turn, STARTER)
    assert reveal.given == RIGHT
    assert reveal.proof is not None
    quote, words = reveal.proof
    assert item_of(turn).options[RIGHT] == words.text
    assert quote.holds(words)
    for choice in (WRONG, RIGHT):
        following = await play.rounds.go_on(turn.round.id, STARTER, play.now)
        assert isinstance(following, Posed)
        await play.click(following.turn, choice=choice)
    board = await play.rounds.go_on(turn.round.id, STARTER, play.now)
    assert isinstance(board, Board)
    tally = board.leaders[0].tally
    assert (tally.points, tally.right, tally.answers) == (20, 2, 3)
    assert board.round.ending == "finished"


async def test_going_on_before_the_answer_shows_the_same_question(play: Play) -> None:
    turn = await play.start("solo")
    again = await play.rounds.go_on(turn.round.id, STARTER, play.now)
    assert isinstance(again, Posed)
    assert again.turn.number == 1


async def test_going_on_twice_at_once_asks_one_question(play: Play) -> None:
    turn = await play.start("solo")
    await play.click(turn)
    both = await asyncio.gather(
        *(play.rounds.go_on(turn.round.id, STARTER, play.now) for _ in range(2))
    )
    asked = [item_of(one.turn).id for one in both if isinstance(one, Posed)]
    assert len(asked) == 2
    assert len(set(asked)) == 1


async def test_nobody_else_goes_on_for_who_plays_alone(play: Play) -> None:
    turn = await play.start("solo")
    with pytest.raises(NotForYou):
        await play.rounds.go_on(turn.round.id, "101", play.now)


async def test_another_round_alone_ends_the_one_before(play: Play) -> None:
    first = await play.start("solo")
    second = await play.start("solo")
    assert (await play.click(first)).judgement == "late"
    assert (await play.click(second)).judgement == "taken"


async def test_a_round_goes_on_when_another_one_finds_no_question(play: Play) -> None:
    turn = await play.start("solo")
    with pytest.raises(NothingFound):
        await play.start("solo", topic="volcano")
    assert (await play.click(turn)).judgement == "taken"


async def test_who_plays_alone_and_leaves_is_waited_for_an_hour(play: Play) -> None:
    turn = await play.start("solo")
    play.later(3_599)
    assert await play.step() is None
    play.later(1)
    assert isinstance(await play.step(), Board)
    assert await play.rounds.next_due(FACE, 0) is None
    assert (await play.click(turn)).judgement == "late"


async def test_a_live_round_goes_from_question_to_board(play: Play) -> None:
    turn = await play.start()
    for number in (1, 2, 3):
        assert turn.number == number
        await play.click(turn, "a")
        await play.click(turn, "b", RIGHT if number == 1 else WRONG)
        assert await play.step() is None
        reveal = await play.reveal()
        assert reveal.answers == 2
        assert reveal.chosen[RIGHT] == (2 if number == 1 else 1)
        if number < 3:
            turn = await play.next_question()
    board = await play.board()
    assert [(one.rank, one.tally.player, one.tally.points) for one in board.leaders] == [
        (1, "a", 30),
        (2, "b", 10),
    ]
    assert (board.players, board.asked, board.round.ending) == (2, 3, "finished")
    assert await play.step() is None
    assert await play.rounds.next_due(FACE, 0) is None


async def test_one_live_round_a_channel_however_many_start_it(play: Play) -> None:
    started = await asyncio.gather(*(play.start() for _ in range(10)), return_exceptions=True)
    refused = [error for error in started if isinstance(error, NotForYou)]
    assert len(refused) == 9
    assert {error.utterance for error in refused} == {"quiz/going_on"}
    other = await play.start(channel="11")
    assert other.round.channel == "11"


async def test_a_channel_is_free_again_after_its_round(play: Play) -> None:
    await play.start(questions=1)
    await play.reveal()
    await play.board()
    assert (await play.start()).number == 1


async def test_two_hundred_answer_in_the_same_second(play: Play, folder: Path) -> None:
    turn = await play.start()
    crowd = {f"{number:03}": number % 4 for number in range(200)}
    taken = await asyncio.gather(*(play.click(turn, *one) for one in crowd.items()))
    assert {one.judgement for one in taken} == {"taken"}
    reveal = await play.reveal()
    assert reveal.chosen == (50, 50, 50, 50)
    expected = [(who, choice, 10 if choice == RIGHT else 0) for who, choice in crowd.items()]
    assert answers(folder) == expected


@pytest.mark.parametrize("mode", ["live", "solo", "daily"])
async def test_fifty_clicks_of_one_at_once_are_one_answer(
    play: Play, folder: Path, mode: str
) -> None:
    turn = await play.start(mode)  # type: ignore[arg-type]  # one of the modes
    clicks = await asyncio.gather(*(play.click(turn, STARTER, number % 4) for number in range(50)))
    assert [one.judgement for one in clicks].count("taken") == 1
    assert len(answers(folder)) == 1
    first = next(one.answer for one in clicks if one.judgement == "taken")
    kept = answers(folder)[0][1]
    assert kept == first or mode == "live"
    assert [one for one in clicks if one.judgement == "once"] == [] or mode != "live"


async def test_a_changed_answer_counts_with_its_own_time(play: Play) -> None:
    await play.rounds.scores.set_settings("1", speed_bonus=True)
    turn = await play.start()
    await play.click(turn, "a", WRONG)
    await play.click(turn, "b", RIGHT)
    play.later(12)
    assert (await play.click(turn, "a", RIGHT)).judgement == "changed"
    assert (await play.click(turn, "b", RIGHT)).judgement == "same"
    reveal = await play.reveal()
    assert [(one.tally.player, one.tally.points) for one in reveal.leaders] == [
        ("b", 15),
        ("a", 11),
    ]


@pytest.mark.parametrize(
    ("more", "judgement"),
    [
        ({"server": "2"}, "foreign"),
        ({"channel": "2"}, "foreign"),
        ({"message": "forged"}, "foreign"),
        ({"choice": 7}, "no_option"),
    ],
)
async def test_a_forged_click_leaves_nothing(
    play: Play, folder: Path, more: dict[str, str], judgement: str
) -> None:
    turn = await play.start()
    await play.rounds.posted(turn, "shown")
    refused = await play.click(turn, **{"message": "shown", **more})  # type: ignore[arg-type]  # a test varies each
    assert refused.judgement == judgement
    assert answers(folder) == []


async def test_a_click_on_a_round_that_never_was_is_refused(play: Play) -> None:
    turn = await play.start()
    with pytest.raises(NotForYou):
        await play.rounds.stop("f" * 16, Host(STARTER, "1", is_moderator=True), play.now)
    await play.newsroom.rounds.scores.forget(STARTER)
    play.later(15)
    assert (await play.click(turn)).judgement == "late"


async def test_a_question_is_closed_and_scored_once_by_however_many(
    play: Play, folder: Path
) -> None:
    turn = await play.start()
    await play.click(turn)
    play.later(16)
    (due,) = await play.due()
    told = await asyncio.gather(*(play.rounds.advance(due, play.now) for _ in range(8)))
    assert all(isinstance(one, Reveal) for one in told)
    assert answers(folder) == [(STARTER, RIGHT, 10)]


async def test_nobody_answering_ends_the_round(play: Play) -> None:
    await play.start()
    assert (await play.reveal()).answers == 0
    await play.next_question()
    await play.reveal()
    assert (await play.board()).round.ending == "silence"


async def test_its_starter_or_a_moderator_stops_a_round_and_nobody_else(play: Play) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    name = turn.round.id
    with pytest.raises(NotForYou) as refused:
        await play.rounds.stop(name, Host("a", "1"), play.now)
    assert refused.value.utterance == "quiz/not_host"
    with pytest.raises(NotForYou) as foreign:
        await play.rounds.stop(name, Host(STARTER, "2", is_moderator=True), play.now)
    assert foreign.value.utterance == "quiz/foreign"
    await play.rounds.stop(name, Host("a", "1", is_moderator=True), play.now)
    assert (await play.click(turn, "b")).judgement == "late"
    reveal = await play.step()
    assert isinstance(reveal, Reveal)
    assert reveal.answers == 1
    board = await play.step()
    assert isinstance(board, Board)
    assert board.round.ending == "stopped"
    with pytest.raises(NotForYou) as over:
        await play.rounds.stop(name, Host(STARTER, "1"), play.now)
    assert over.value.utterance == "quiz/over"


async def test_who_plays_alone_stops_at_once_and_nobody_else_stops_it(play: Play) -> None:
    turn = await play.start("solo")
    with pytest.raises(NotForYou):
        await play.rounds.stop(turn.round.id, Host("moderator", "1", is_moderator=True), play.now)
    board = await play.rounds.stop(turn.round.id, Host(STARTER, "1"), play.now)
    assert isinstance(board, Board)
    assert board.round.ending == "stopped"
    assert await play.rounds.next_due(FACE, 0) is None


async def test_a_removed_article_takes_its_question_along(play: Play, folder: Path) -> None:
    turn = await play.start()
    await play.click(turn, "a")
    assert await play.newsroom.intake.remove(item_of(turn).article_id, "operator")
    assert (await play.click(turn, "b")).judgement == "late"
    reveal = await play.reveal()
    assert (reveal.proof, reveal.turn.item) == (None, None)
    assert answers(folder) == [("a", RIGHT, 0)]
    assert rows(folder / "pullquote.db", "SELECT snapshot FROM quiz_turn") == [(None,)]
