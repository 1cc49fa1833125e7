"""Live rounds on a platform in memory: asked, revealed and ended by a clock set by hand."""

import asyncio
import sqlite3
from contextlib import closing
from pathlib import Path

import pytest

from bot.chat.quiz_replies import happening_reply
from bot.quiz.rounds import SECOND
from bot.services.jobs import Jobs
from bot.services.ports import Place, PostForbidden, PostGone, PostLost, PostRefused
from bot.services.round_conducting import DAY, GIVE_UP, LONGEST_WAIT, Conductor
from bot.wording.prompts import utterance
from bot.wording.reply import Line, Reply
from tests.quiz.play import RIGHT, SERVER, WRONG, Play, answers
from tests.services.channel_examples import FIRST, PLACE, Channel
from tests.services.memory_face import FACE, MemoryFace


async def test_a_round_goes_on_by_itself_to_its_board(channel: Channel) -> None:
    turn = await channel.live()
    for number in (1, 2):
        turn = await channel.play.rounds.latest(turn.round.id)
        await channel.play.click(turn, message=f"message-{number}")
        await channel.later(16)
        assert channel.latest.says[0] == "quiz/heading_closed"
        await channel.later(9)
    assert channel.latest.says[0] == "quiz/board_finished"
    assert len(channel.face.messages) == 3
    assert await channel.conductor.look() == LONGEST_WAIT


async def test_what_is_due_next_is_told(channel: Channel) -> None:
    await channel.live()
    assert 14 <= await channel.conductor.look() <= 16


async def test_players_are_counted_below_an_open_question_soon_and_once(channel: Channel) -> None:
    turn = await channel.live()
    for player in ("a", "b"):
        await channel.play.click(turn, player, message=FIRST)
        channel.conductor.refresh(turn)
    await channel.jobs.run()
    lines = [unit.words for unit in channel.first.reply.units if isinstance(unit, Line)]
    assert utterance("quiz/players", players=2) in lines


async def test_a_question_that_closes_soon_is_left_alone(channel: Channel) -> None:
    turn = await channel.live()
    await channel.play.click(turn, "a", message=FIRST)
    before = channel.first.reply
    channel.play.later(9)
    channel.conductor.refresh(turn)
    await channel.jobs.run()
    assert channel.first.reply is before


@pytest.mark.parametrize("failure", [PostGone(), PostForbidden()])
async def test_a_place_that_cannot_be_written_to_ends_the_round_and_answers_count(
    channel: Channel, folder: Path, failure: PostGone | PostForbidden
) -> None:
    turn = await channel.live()
    await channel.play.click(turn, "a", message=FIRST)
    channel.face.failure = failure
    await channel.later(16)
    assert answers(folder) == [("a", RIGHT, 10)]
    assert await channel.play.rounds.next_due(FACE, 0) is None


@pytest.mark.parametrize("failure", [PostLost(), PostRefused()])
async def test_a_platform_away_for_a_while_only_delays(
    channel: Channel, failure: PostLost | PostRefused
) -> None:
    await channel.live()
    channel.face.failure = failure
    await channel.later(16)
    assert channel.first.says[0] == "quiz/heading_live"
    channel.face.failure = None
    await channel.later(6)
    assert channel.first.says[0] == "quiz/heading_closed"


async def test_a_platform_away_for_long_ends_the_round_unseen(
    channel: Channel, folder: Path
) -> None:
    turn = await channel.live()
    await channel.play.click(turn, "a", message=FIRST)
    channel.face.failure = PostLost()
    await channel.later(16)
    assert await channel.play.rounds.next_due(FACE, 0) is not None
    await channel.later(GIVE_UP / SECOND)
    assert answers(folder) == [("a", RIGHT, 10)]
    assert await channel.play.rounds.next_due(FACE, 0) is None


async def test_a_database_that_fails_stops_no_round_for_good(
    channel: Channel, folder: Path, caplog: pytest.LogCaptureFixture
) -> None:
    await channel.live(questions=1)
    channel.play.later(16)
    await channel.conductor.look()
    with closing(sqlite3.connect(folder / "pullquote.db")) as database:
        database.execute("ALTER TABLE quiz_turn RENAME TO elsewhere")
        await channel.jobs.run()
        database.execute("ALTER TABLE elsewhere RENAME TO quiz_turn")
    assert "a round could not be looked after" in caplog.text
    await channel.later(1)
    assert channel.first.says[0] == "quiz/heading_closed"


async def test_rounds_of_other_processes_and_other_faces_are_left_alone(channel: Channel) -> None:
    await channel.live()
    await channel.play.start(face="another", channel="11")
    channel.face.foreign = {SERVER}
    await channel.later(16)
    assert channel.first.says[0] == "quiz/heading_live"
    channel.face.foreign = set()
    await channel.later(1)
    assert channel.first.says[0] == "quiz/heading_closed"
    assert len(channel.face.messages) == 1
    assert await channel.play.rounds.due("another", channel.play.now) != []


async def test_a_deleted_question_is_answered_beside_it(channel: Channel) -> None:
    await channel.live()
    channel.face.messages[FIRST].place = Place(FACE, SERVER, "elsewhere")
    await channel.later(16)
    assert channel.latest.says[0] == "quiz/heading_closed"


async def test_a_question_that_nobody_saw_before_a_restart_gets_all_its_time(
    channel: Channel,
) -> None:
    turn = await channel.play.start()
    await channel.later(10)
    assert channel.first.says[0] == "quiz/heading_live"
    again = await channel.play.rounds.latest(turn.round.id)
    assert (again.message, again.closes) == (FIRST, turn.closes + 10 * SECOND)


async def test_a_question_of_the_day_is_open_for_a_day(channel: Channel, folder: Path) -> None:
    await channel.conductor.ask_daily(PLACE)
    assert channel.first.says[0] == "quiz/heading_daily"
    (played,) = await channel.play.rounds.due(FACE, channel.play.now + DAY * SECOND + SECOND)
    turn = await channel.play.rounds.latest(played.id)
    await channel.play.click(turn, "a", WRONG, message=FIRST)
    await channel.later(DAY + 1)
    assert channel.first.says[0] == "quiz/heading_daily_closed"
    await channel.later(9)
    assert answers(folder) == [("a", WRONG, 0)]
    assert len(channel.face.messages) == 1


async def test_without_questions_none_is_asked(channel: Channel) -> None:
    channel.play.pool.items = []
    await channel.conductor.ask_daily(PLACE)
    assert channel.face.messages == {}


class WatchedFace(MemoryFace):
    """Tells when a message is edited."""

    def __init__(self) -> None:
        super().__init__()
        self.edited = asyncio.Event()

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Replace what a message says."""
        await super().edit(place, message, reply)
        self.edited.set()


async def test_it_looks_after_rounds_by_itself_once_started(play: Play) -> None:
    face, jobs, moment = WatchedFace(), Jobs(), play.now + 16 * SECOND
    conductor = Conductor(face, play.rounds, happening_reply, jobs, clock=lambda: moment / 1000)
    turn = await play.start()
    reply = happening_reply(await play.rounds.posed(turn))
    await play.rounds.posted(turn, await face.post(PLACE, reply, key="1"))
    conductor.start()
    conductor.start()
    async with asyncio.timeout(60):
        await face.edited.wait()
    await jobs.stop()
    assert face.messages[FIRST].says[0] == "quiz/heading_closed"
