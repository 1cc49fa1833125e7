"""What a channel sees of a pause, also while its platform is away."""

from bot.quiz.rounds import SECOND
from bot.services.hosting import Host
from bot.services.ports import PostLost
from bot.services.round_conducting import GIVE_UP, LONGEST_WAIT
from tests.quiz.play import SERVER, STARTER
from tests.services.channel_examples import FIRST, Channel
from tests.services.memory_face import FACE


async def test_a_platform_away_for_a_moment_after_a_long_pause_only_delays(
    channel: Channel,
) -> None:
    turn = await channel.live()
    host = Host(STARTER, SERVER)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(16)
    channel.play.later(2 * GIVE_UP / SECOND)
    await channel.presenter.resume(turn.round.id, host)
    channel.face.failure = PostLost()
    await channel.later(1)
    channel.face.failure = None
    await channel.later(6)
    assert channel.latest.says[0] == "quiz/heading_live"
    assert len(channel.face.messages) == 2


async def test_a_paused_round_is_left_alone_until_its_end(channel: Channel) -> None:
    turn = await channel.live()
    await channel.presenter.pause(turn.round.id, Host(STARTER, SERVER))
    await channel.later(16)
    assert "quiz/paused" in channel.first.says
    await channel.later(9)
    calls = len(channel.face.calls)
    for _ in range(3):
        await channel.later(60)
    assert len(channel.face.calls) == calls
    assert await channel.conductor.look() == LONGEST_WAIT
    await channel.later(1_800)
    await channel.later(1)
    assert "quiz/paused" not in channel.first.says
    assert channel.latest.says[0] == "quiz/board_paused"


async def test_a_pause_shortly_before_a_question_closes_does_not_delay_its_answer(
    channel: Channel,
) -> None:
    turn = await channel.live()
    channel.play.later(13)
    hosting, host = channel.play.rounds.hosting, Host(STARTER, SERVER)
    await hosting.pause(turn.round.id, host, channel.play.now)
    await channel.later(0)
    assert await channel.play.rounds.next_due(FACE, 0) == turn.closes


async def test_a_round_paused_again_at_once_tells_the_pause(channel: Channel) -> None:
    turn = await channel.live()
    host = Host(STARTER, SERVER)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(16)
    resumed = await channel.play.rounds.hosting.resume(turn.round.id, host, channel.play.now)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(1)
    channel.conductor.go_on(resumed)
    await channel.jobs.run()
    assert "quiz/paused" in channel.first.says


async def test_an_answer_from_before_the_next_question_tells_no_later_pause(
    channel: Channel,
) -> None:
    turn = await channel.live(questions=3)
    host = Host(STARTER, SERVER)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(16)
    channel.play.later(9)
    resumed = await channel.play.rounds.hosting.resume(turn.round.id, host, channel.play.now)
    await channel.later(1)
    assert channel.latest.says[0] == "quiz/heading_live"
    await channel.presenter.pause(turn.round.id, host)
    channel.conductor.go_on(resumed)
    await channel.jobs.run()
    assert "quiz/paused" not in channel.first.says


async def test_a_round_that_goes_on_while_its_platform_is_away_goes_on_all_the_same(
    channel: Channel,
) -> None:
    turn = await channel.live()
    host = Host(STARTER, SERVER)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(16)
    await channel.presenter.resume(turn.round.id, host)
    channel.face.failure = PostLost()
    await channel.jobs.run()
    channel.face.failure = None
    await channel.later(9)
    assert channel.latest.says[0] == "quiz/heading_live"


async def test_a_question_that_was_not_sent_is_sent_again_with_all_its_time(
    channel: Channel,
) -> None:
    turn = await channel.live()
    await channel.play.click(turn, "a", message=FIRST)
    await channel.later(16)
    channel.face.failure = PostLost()
    await channel.later(9)
    channel.face.failure = None
    await channel.later(7)
    assert channel.latest.says[0] == "quiz/heading_live"
    again = await channel.play.rounds.latest(turn.round.id)
    assert (again.number, again.closes - channel.play.now >= 15 * SECOND) == (2, True)


async def test_a_question_that_may_have_arrived_is_not_sent_twice(channel: Channel) -> None:
    turn = await channel.live()
    await channel.play.click(turn, "a", message=FIRST)
    await channel.later(16)
    channel.face.lost = 1
    await channel.later(9)
    await channel.later(7)
    assert len(channel.face.messages) == 2
    again = await channel.play.rounds.latest(turn.round.id)
    assert again.message == "message-2"


async def test_a_first_question_whose_message_is_not_noted_yet_is_not_sent_again(
    channel: Channel,
) -> None:
    turn = await channel.play.start()
    await channel.later(1)
    before = len(channel.face.messages)
    await channel.presenter.pause(turn.round.id, Host(STARTER, SERVER))
    await channel.later(1)
    assert len(channel.face.messages) == before


async def test_a_round_goes_on_though_nobody_knows_which_message_shows_its_answer(
    channel: Channel,
) -> None:
    await channel.conductor.look()
    turn = await channel.play.start()
    host = Host(STARTER, SERVER)
    await channel.presenter.pause(turn.round.id, host)
    await channel.later(16)
    await channel.presenter.resume(turn.round.id, host)
    await channel.later(9)
    assert channel.latest.says[0] == "quiz/heading_live"
