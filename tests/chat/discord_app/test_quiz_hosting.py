"""Pause, Skip and Go on in a channel: for the host alone, and through restarts."""

import pytest

from bot.chat.discord_app.client import PullquoteClient
from tests.chat.discord_app.conftest import PROMPTS, Server, forged, now
from tests.chat.discord_app.examples import links
from tests.chat.discord_app.quiz_examples import PAUSE, Table, buttons, says
from tests.quiz.play import RIGHT


def button(message: object, label: str) -> str:
    """The id of a button with a label."""
    return str(next(b["custom_id"] for b in buttons(message) if b["label"] == label))  # type: ignore[arg-type]  # a message


async def test_a_skipped_question_shows_its_answer_and_the_next_one_follows(table: Table) -> None:
    message = await table.live(questions=2, seconds=60)
    await table.guess(message, RIGHT, by=table.joined("another"))
    told = await table.press(message, button(message, "Skip"))
    assert told.ephemeral
    assert "is closed" in says(told)
    await table.later(1)
    assert "1 of 1 answer was right." in says(table.posted[0])
    await table.later(PAUSE)
    assert "**Question 2** of 2" in says(table.latest)


async def test_a_paused_round_waits_for_its_host_through_a_restart(table: Table) -> None:
    message = await table.live(questions=2, seconds=30)
    told = await table.press(message, button(message, "Pause"), table.server.manager)
    assert told.ephemeral
    assert "The round is paused" in says(told)
    await table.guess(message)
    await table.later(31)
    await table.server.env.restart_bot(PullquoteClient(table.newsroom, PROMPTS, now))
    await table.later(120)
    (revealed,) = table.posted
    assert f"**Paused.** <@{table.server.member.id}> or a moderator can go on" in says(revealed)
    assert [b["label"] for b in buttons(revealed)] == ["Report this question", "Go on", "Stop"]
    told = await table.press(revealed, button(revealed, "Go on"))
    assert "The round goes on." in says(told)
    await table.later(1)
    assert "Paused" not in says(table.posted[0])
    assert "**Question 2** of 2" in says(table.latest)


async def test_an_open_question_of_a_paused_round_has_a_button_that_goes_on(table: Table) -> None:
    message = await table.live(questions=2, seconds=30)
    await table.press(message, button(message, "Pause"))
    await table.later(7)
    (message,) = table.posted
    await table.press(message, button(message, "Go on"))
    await table.later(7)
    assert "Pause" in [b["label"] for b in buttons(table.posted[0])]


async def test_a_round_paused_for_half_an_hour_ends_and_says_so(table: Table) -> None:
    message = await table.live(questions=2, seconds=30)
    await table.guess(message)
    await table.press(message, button(message, "Pause"))
    await table.later(31)
    await table.later(1_800)
    await table.later(1)
    revealed, board = table.posted
    assert "Paused" not in says(revealed)
    assert "paused for too long" in says(board)
    assert f"<@{table.server.member.id}> wins." in says(board)


@pytest.mark.parametrize("label", ["Pause", "Skip"])
async def test_others_are_refused_like_one_who_would_stop(table: Table, label: str) -> None:
    message = await table.live()
    refused = await table.press(message, button(message, label), table.joined("another"))
    assert refused.ephemeral
    assert "Only the one who started the round, or a moderator" in says(refused)


@pytest.mark.parametrize("kind", ["quizpause", "quizresume", "quizskip"])
async def test_a_button_made_up_in_another_server_does_nothing(
    table: Table, other: Server, kind: str
) -> None:
    message = await table.live()
    name = button(message, "Pause").split(":")[1]
    foreign = await other.asks("brief", topic="seals")
    custom_id = f"{kind}:{name}" + (":1" if kind == "quizskip" else "")
    assert "does not count here" in says(await forged(other, foreign, custom_id))


async def test_the_last_question_says_that_it_is_double(table: Table) -> None:
    told = await table.server.manages("quiz-admin settings", double=True)
    assert "gives double points" in says(told)
    message = await table.live(questions=1)
    assert "**double points**" in says(message)
    await table.guess(message)
    await table.later(16)
    await table.later(PAUSE)
    assert f"<@{table.server.member.id}> · 20 points, 1 right" in says(table.latest)


async def test_a_board_tells_the_best_streak_and_the_best_told_outlet(table: Table) -> None:
    another = table.joined("another")
    message = await table.live(questions=2)
    for _ in range(2):
        await table.guess(message)
        await table.guess(message, RIGHT, by=another)
        await table.later(16)
        await table.later(PAUSE)
        message = table.latest
    shown = says(message)
    players = sorted((str(table.server.member.id), str(another.id)))
    assert f"Best streak: <@{players[0]}> and <@{players[1]}>, 2 right in a row" in shown
    assert "Best told: " in shown


async def test_the_proof_of_an_answer_links_to_its_article(table: Table) -> None:
    for live in (True, False):
        message = await table.server.asks("quiz", live=live, questions=1)
        revealed = await table.guess(message)
        if live:
            await table.later(16)
            revealed = table.latest
        (address,) = links(revealed.components)
        assert address.startswith("https://")
