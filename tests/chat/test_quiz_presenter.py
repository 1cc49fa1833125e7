"""Presses and commands of the quiz as replies, on a platform in memory."""

import json

import pytest

from bot.chat import ids
from bot.chat.quiz_presenter import QuizPresenter
from bot.chat.quiz_replies import happening_reply
from bot.errors import NotForYou
from bot.quiz.rounds import Click, Mode
from bot.services.hosting import Host
from bot.services.jobs import Jobs
from bot.services.round_conducting import Conductor
from bot.services.round_requests import RoundRequest
from bot.wording.reply import Line, Reply
from tests.quiz.play import CHANNEL, RIGHT, SERVER, STARTER, Play
from tests.services.memory_face import FACE, MemoryFace


@pytest.fixture
def presenter(play: Play) -> QuizPresenter:
    """The quiz on eight articles; nobody conducts it."""

    def clock() -> float:
        return play.now / 1000

    conductor = Conductor(MemoryFace(), play.rounds, happening_reply, Jobs(), clock=clock)
    return QuizPresenter(play.newsroom, conductor, clock)


def wanted(mode: Mode, questions: int = 2) -> RoundRequest:
    """A round that somebody asks for."""
    return RoundRequest(
        mode=mode,
        face=FACE,
        server=SERVER,
        channel=CHANNEL,
        starter=STARTER,
        collection=SERVER,
        questions=questions,
        seconds=15,
    )


def click(play: Play, choice: int = RIGHT) -> Click:
    """A press of an answer's button by the starter."""
    return Click(STARTER, SERVER, CHANNEL, None, choice, play.now)


def says(reply: Reply) -> list[str]:
    """The names of what a reply says."""
    return [unit.words.name for unit in reply.units if isinstance(unit, Line)]


def pressed(reply: Reply) -> list[str]:
    """The ids of a reply's buttons."""
    return [button.id for row in reply.buttons for button in row]


async def test_a_round_alone_is_shown_in_one_place_from_the_question_to_the_end(
    presenter: QuizPresenter, play: Play
) -> None:
    request = wanted("solo")
    asked = await presenter.start(request)
    assert (asked.private, asked.replaces) == (True, False)
    assert ids.guess_id(request.id, 1, RIGHT) in pressed(asked)
    revealed = await presenter.guess(request.id, 1, click(play))
    assert revealed.replaces
    assert revealed.blocks
    assert pressed(revealed)[0] == ids.next_id(request.id)
    following = await presenter.go_on(request.id, STARTER)
    assert following.replaces
    ended = await presenter.guess(request.id, 2, click(play))
    assert "quiz/board_finished" in says(ended)
    assert pressed(ended) == [ids.report_id(request.id, 2)]


async def test_an_answer_in_a_live_round_is_told_beside_it(
    presenter: QuizPresenter, play: Play
) -> None:
    request = wanted("live")
    await presenter.start(request)
    await presenter.started(request, "message-1")
    with pytest.raises(NotForYou):
        await presenter.guess(request.id, 1, click(play))
    told = await presenter.guess(
        request.id, 1, Click(STARTER, SERVER, CHANNEL, "message-1", RIGHT, play.now)
    )
    assert (says(told), told.replaces) == (["quiz/locked_in"], False)
    stopping = await presenter.stop(request.id, Host(STARTER, SERVER))
    assert says(stopping) == ["quiz/stopping"]


async def test_a_live_round_that_nobody_saw_leaves_its_channel_free(
    presenter: QuizPresenter,
) -> None:
    request = wanted("live")
    await presenter.start(request)
    await presenter.started(request, None)
    assert says(await presenter.start(wanted("live")))[0] == "quiz/heading_live"


async def test_a_round_that_was_refused_is_not_noted(presenter: QuizPresenter) -> None:
    await presenter.start(wanted("live"))
    refused = wanted("live")
    with pytest.raises(NotForYou):
        await presenter.start(refused)
    await presenter.started(refused, "message-2")


async def test_a_question_is_reported_by_a_button_for_each_reason(
    presenter: QuizPresenter, play: Play
) -> None:
    request = wanted("solo")
    await presenter.start(request)
    await presenter.guess(request.id, 1, click(play))
    reasons = pressed(await presenter.ask_reason(request.id, 1, SERVER))
    assert all(ids.REASON.fullmatch(one) for one in reasons)
    reported = await presenter.report(request.id, 1, SERVER, STARTER, "wrong")
    assert says(reported) == ["quiz/reported"]


async def test_a_question_is_retired_and_restored(presenter: QuizPresenter, play: Play) -> None:
    request = wanted("solo")
    await presenter.start(request)
    await presenter.guess(request.id, 1, click(play))
    (item,) = await presenter.retirable(SERVER)
    assert says(await presenter.retire(SERVER, item.id)) == ["quiz/retired"]
    assert await presenter.restorable(SERVER) == [item]
    assert says(await presenter.not_asked(SERVER))[0] == "quiz/admin_heading"
    assert says(await presenter.restore(SERVER, item.id)) == ["quiz/restored"]
    assert await presenter.restorable(SERVER) == []


async def test_what_is_kept_of_a_player_is_told_and_deleted_for_that_player_alone(
    presenter: QuizPresenter, play: Play
) -> None:
    request = wanted("solo")
    await presenter.start(request)
    await presenter.guess(request.id, 1, click(play))
    assert json.loads(await presenter.export(STARTER))["player"] == STARTER
    (button,) = pressed(presenter.ask_forget(STARTER))
    assert ids.FORGET.fullmatch(button)
    with pytest.raises(NotForYou):
        await presenter.forget(STARTER, "somebody else")
    assert says(await presenter.forget(STARTER, STARTER)) == ["privacy/deleted"]
    assert says(await presenter.score(SERVER, STARTER)) == ["quiz/score_none"]
