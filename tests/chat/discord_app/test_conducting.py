"""Live rounds go on through restarts, failures and what vanishes; daily questions close in time."""

import sqlite3
from contextlib import closing
from datetime import time
from pathlib import Path

import pytest

from bot.chat.discord_app.channel import FACE
from bot.chat.discord_app.client import PullquoteClient
from bot.digest.schedule import Timing
from bot.services.digests import Schedule
from bot.services.round_requests import RoundRequest
from tests.chat.discord_app.conftest import PROMPTS, now
from tests.chat.discord_app.examples import ids
from tests.chat.discord_app.quiz_examples import PAUSE, Table, buttons, says
from tests.quiz.play import RIGHT, WRONG


async def test_it_goes_on_after_a_restart(table: Table) -> None:
    message = await table.live(questions=2)
    await table.server.env.restart_bot(PullquoteClient(table.newsroom, PROMPTS, now))
    assert "locked in" in says(await table.guess(message))
    await table.later(16)
    assert "1 of 1 answer was right." in says(table.posted[0])
    await table.later(PAUSE)
    assert "**Question 2** of 2" in says(table.latest)


async def test_what_ran_out_while_the_bot_was_away_is_closed_with_its_answer(
    table: Table,
) -> None:
    message = await table.live(questions=1)
    await table.guess(message)
    bot = PullquoteClient(table.newsroom, PROMPTS, lambda: now() + 60)
    await table.server.env.restart_bot(bot)
    await table.later(1)
    assert "1 of 1 answer was right." in says(table.posted[0])


async def test_a_question_that_was_deleted_is_answered_in_a_new_message(table: Table) -> None:
    message = await table.live(questions=1)
    await table.guess(message)
    del table.server.env.backend.messages[message.channel_id][message.id]
    await table.later(16)
    assert "1 of 1 answer was right." in says(table.latest)


async def test_a_channel_that_is_gone_ends_the_round_and_its_answers_count(table: Table) -> None:
    message = await table.live(questions=3)
    await table.guess(message)
    for method in ("PATCH", "POST"):
        table.server.env.inject_error(
            method,
            f"/channels/{message.channel_id}/messages*",
            status=404,
            code=10003,
            message="Unknown Channel",
            times=None,
        )
    await table.later(16)
    assert await table.newsroom.rounds.next_due(FACE, 0) is None
    score = await table.server.asks("score")
    assert "10 points" in says(score)


async def test_discord_away_for_a_while_only_delays(table: Table) -> None:
    message = await table.live(questions=2)
    await table.guess(message)
    await table.later(10)
    table.server.env.inject_error(
        "PATCH", f"/channels/{message.channel_id}/messages*", status=503, times=1
    )
    await table.later(6)
    assert "answer before it closes" in says(table.posted[0])
    await table.later(7)
    assert "1 of 1 answer was right." in says(table.posted[0])
    await table.later(PAUSE)
    assert "**Question 2** of 2" in says(table.latest)


async def test_when_the_first_question_cannot_be_sent_the_channel_is_free_again(
    table: Table,
) -> None:
    table.server.env.inject_error("POST", "/interactions*", status=403, code=50013, times=1)
    await table.server.member.slash(table.server.channel, "quiz", live=True)
    assert await table.newsroom.rounds.next_due(FACE, 0) is None


async def test_a_database_that_fails_for_a_while_only_delays(table: Table, tmp_path: Path) -> None:
    message = await table.live(questions=1)
    await table.guess(message)
    with closing(sqlite3.connect(tmp_path / "data" / "pullquote.db")) as database:
        database.execute("ALTER TABLE quiz_turn RENAME TO elsewhere")
        await table.later(20)
        assert "answer before it closes" in says(table.posted[0])
        database.execute("ALTER TABLE elsewhere RENAME TO quiz_turn")
    await table.later(7)
    assert "1 of 1 answer was right." in says(table.posted[0])


async def test_an_answer_that_cannot_be_sent_is_kept_all_the_same(table: Table) -> None:
    message = await table.live(questions=1)
    table.server.env.inject_error("POST", "/interactions*", status=404, code=10062, times=1)
    await table.server.member.click(
        message.message, custom_id=ids(message.components, "quiz")[RIGHT]
    )
    await table.later(16)
    assert "1 of 1 answer was right." in says(table.posted[0])


async def test_a_question_of_the_day_takes_one_try_each_and_tells_at_its_time(
    table: Table, bot: PullquoteClient, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.round_conducting.DAY", 600)
    await bot.ask_daily(scheduled(table))
    (message,) = table.posted
    assert "**Question of the day**" in says(message)
    assert [button["label"] for button in buttons(message)] == ["A", "B", "C", "D"]
    assert "The right answer is shown" in says(await table.guess(message, WRONG))
    assert "the first answer counts" in says(await table.guess(message, RIGHT))
    await table.guess(message, RIGHT, by=table.joined("another"))
    later = PullquoteClient(table.newsroom, PROMPTS, lambda: now() + 601)
    await table.server.env.restart_bot(later)
    await table.later(1)
    assert "**Question of the day** · closed" in says(table.latest)
    assert "1 of 2 answers were right." in says(table.latest)
    await table.later(PAUSE)
    assert len(table.posted) == 1
    assert await table.newsroom.rounds.next_due(FACE, 0) is None


def scheduled(table: Table) -> Schedule:
    """A digest in the channel of the table that brings a question."""
    return Schedule(
        id=1,
        face="discord",
        server=table.server.collection,
        channel=str(table.server.channel.id),
        topic="",
        made_by="1",
        timing=Timing(time(8), "UTC"),
        quiz=True,
        since=0,
        paused=None,
        next_due=0,
    )


async def unposted(table: Table) -> None:
    """A round whose first question was kept, but not shown before the bot ended."""
    wanted = RoundRequest(
        mode="live",
        face=FACE,
        server=table.server.collection,
        channel=str(table.server.channel.id),
        starter=str(table.server.member.id),
        collection=table.server.collection,
        questions=2,
        seconds=30,
    )
    await table.newsroom.rounds.start(wanted, int(now() * 1000))


async def test_a_question_that_nobody_saw_before_a_restart_is_shown_after_it(table: Table) -> None:
    await unposted(table)
    await table.later(20)
    await table.server.env.restart_bot(PullquoteClient(table.newsroom, PROMPTS, now))
    await table.later(1)
    (message,) = table.posted
    assert "**Question 1** of 2" in says(message)
    await table.later(20)
    assert "is locked in" in says(await table.guess(message))
    await table.later(11)
    assert "1 of 1 answer was right." in says(table.posted[0])


async def test_a_question_that_nobody_saw_in_its_time_is_told_with_its_answer(
    table: Table,
) -> None:
    await unposted(table)
    bot = PullquoteClient(table.newsroom, PROMPTS, lambda: now() + 40)
    await table.server.env.restart_bot(bot)
    await table.later(1)
    (message,) = table.posted
    assert "Nobody answered." in says(message)
