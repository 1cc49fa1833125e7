"""Reported questions are withdrawn in the server that reports them, and can be asked again."""

import pytest

from bot.errors import NotForYou, NothingFound
from bot.quiz.item import ENOUGH_ANSWERS, Reason, Withdrawal
from bot.quiz.rounds import Turn
from tests.quiz.play import RIGHT, SERVER, WRONG, Play, item_of


async def asked_and_closed(play: Play) -> Turn:
    """The only question, asked live and closed."""
    play.pool.items = play.pool.items[:1]
    turn = await play.start(questions=1)
    await play.click(turn, "a", RIGHT)
    await play.reveal()
    await play.board()
    return turn


async def report(
    play: Play, turn: Turn, player: str, reason: Reason = "wrong", server: str = SERVER
) -> Withdrawal | None:
    play.later(1)
    name, number = turn.round.id, turn.number
    return await play.rounds.moderation.report(name, number, server, player, reason, now=play.now)


async def asked_again(play: Play, server: str = SERVER) -> bool:
    """Whether somebody new is asked the question."""
    try:
        turn = await play.start("solo", starter=f"new at {play.now}", server=server)
    except NothingFound:
        return False
    return turn.number == 1


async def test_two_reports_withdraw_a_question_here_and_nowhere_else(play: Play) -> None:
    turn = await asked_and_closed(play)
    assert await report(play, turn, "a") is None
    assert await asked_again(play)
    assert await report(play, turn, "b", "ambiguous") == "reported"
    assert not await asked_again(play)
    assert await asked_again(play, "2")
    (reported,) = await play.rounds.moderation.not_asked(SERVER)
    assert reported.decided.verdict == "reported"
    assert sorted(reported.reasons) == ["ambiguous", "wrong"]
    assert reported.item is not None
    assert reported.item.id == item_of(turn).id
    assert await play.rounds.moderation.not_asked("2") == []


async def test_a_second_report_of_the_same_player_counts_for_nothing(play: Play) -> None:
    turn = await asked_and_closed(play)
    await report(play, turn, "a")
    with pytest.raises(NotForYou) as again:
        await report(play, turn, "a", "unclear")
    assert again.value.utterance == "quiz/reported_before"
    assert await asked_again(play)


async def test_what_is_open_or_was_asked_elsewhere_cannot_be_reported(play: Play) -> None:
    turn = await play.start()
    with pytest.raises(NotForYou) as later:
        await report(play, turn, "a")
    assert later.value.utterance == "quiz/report_later"
    await play.reveal()
    with pytest.raises(NotForYou) as foreign:
        await report(play, turn, "a", server="2")
    assert foreign.value.utterance == "quiz/foreign"


async def test_a_restored_question_starts_afresh(play: Play) -> None:
    turn = await asked_and_closed(play)
    for player in ("a", "b"):
        await report(play, turn, player)
    play.later(1)
    await play.rounds.moderation.restore(SERVER, item_of(turn).id, play.now)
    assert await asked_again(play)
    assert await report(play, turn, "c") is None
    assert await report(play, turn, "d") == "reported"
    assert not await asked_again(play)


async def test_a_retired_question_is_not_asked_and_needs_no_other_verdict(play: Play) -> None:
    turn = await asked_and_closed(play)
    await play.rounds.moderation.retire(SERVER, item_of(turn).id, play.now)
    assert not await asked_again(play)
    for player in ("a", "b"):
        assert await report(play, turn, player) is None
    (reported,) = await play.rounds.moderation.not_asked(SERVER)
    assert reported.decided.verdict == "retired"


async def test_only_what_was_asked_in_a_server_is_decided_on_there(play: Play) -> None:
    turn = await asked_and_closed(play)
    for server, item in (("2", item_of(turn).id), (SERVER, "f" * 16), (SERVER, "x" * 300)):
        with pytest.raises(NothingFound):
            await play.rounds.moderation.retire(server, item, play.now)
    lately = await play.rounds.moderation.asked_lately(SERVER)
    assert [item.id for item in lately] == [item_of(turn).id]
    assert await play.rounds.moderation.asked_lately("2") == []


async def test_fewer_right_first_answers_than_by_chance_withdraw_a_question(play: Play) -> None:
    play.pool.items = play.pool.items[:1]
    turn = await play.start(questions=1)
    for number in range(ENOUGH_ANSWERS):
        await play.click(turn, f"p{number}", RIGHT if number < 4 else WRONG)
    await play.reveal()
    (reported,) = await play.rounds.moderation.not_asked(SERVER)
    assert reported.decided.verdict == "below_chance"
    assert not await asked_again(play)


async def test_only_first_answers_count_against_a_question(play: Play) -> None:
    play.pool.items = play.pool.items[:1]
    for _ in range(3):
        turn = await play.start(questions=1)
        for number in range(ENOUGH_ANSWERS - 1):
            await play.click(turn, f"p{number}", WRONG)
        await play.reveal()
        await play.board()
    assert await play.rounds.moderation.not_asked(SERVER) == []


async def test_a_question_of_a_removed_article_is_still_listed_but_not_told(play: Play) -> None:
    turn = await asked_and_closed(play)
    await play.rounds.moderation.retire(SERVER, item_of(turn).id, play.now)
    await play.newsroom.intake.remove(item_of(turn).article_id, "operator")
    (reported,) = await play.rounds.moderation.not_asked(SERVER)
    assert reported.item is None
    with pytest.raises(NotForYou):
        await report(play, turn, "a")
