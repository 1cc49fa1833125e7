"""A live round in a channel: asked, answered, revealed, one question after the other."""

import re
from typing import Any

import discord
import pytest

from tests.chat.discord_app.conftest import Server, forged
from tests.chat.discord_app.examples import ids, links
from tests.chat.discord_app.quiz_examples import PAUSE, Table, buttons, says
from tests.quiz.play import RIGHT, WRONG

Overwrites = dict[Any, discord.PermissionOverwrite]  # Any: a role, a member or the bot itself


async def test_a_live_question_shows_whole_options_letters_and_a_countdown(table: Table) -> None:
    message = await table.live(questions=2, seconds=30)
    shown = says(message)
    assert not message.ephemeral
    assert "**Question 1** of 2" in shown
    assert re.search(r"<t:\d+:R>", shown)
    (item,) = [one for one in table.newsroom.rounds.selector.pool.items if one.question in shown]  # type: ignore[attr-defined]  # a fixed pool
    options = [line for line in shown.splitlines() if line.startswith("`")]
    assert options == [f"`{letter}`  {o}" for letter, o in zip("ABCD", item.options, strict=True)]
    assert [button["label"] for button in buttons(message)] == [
        "A",
        "B",
        "C",
        "D",
        "Pause",
        "Skip",
        "Stop",
    ]
    assert "From " in shown


async def test_no_button_tells_which_answer_is_right(table: Table) -> None:
    message = await table.live()
    made = [button["custom_id"].rpartition(":") for button in buttons(message)[:4]]
    assert len({head for head, _, _ in made}) == 1
    assert [choice for _, _, choice in made] == ["0", "1", "2", "3"]
    assert (
        len({str({**b, "label": "", "custom_id": "", "id": 0}) for b in buttons(message)[:4]}) == 1
    )


async def test_an_answer_is_locked_in_privately_and_may_be_changed(table: Table) -> None:
    message = await table.live()
    first = await table.guess(message, WRONG)
    assert first.ephemeral
    assert "**A** is locked in." in says(first)
    assert "now **B**" in says(await table.guess(message, RIGHT))
    assert "already" in says(await table.guess(message, RIGHT))


async def test_who_answered_is_counted_below_the_question_but_not_what(table: Table) -> None:
    message = await table.live(seconds=30)
    before = says(message)
    await table.guess(message)
    await table.guess(message, by=table.joined("another"))
    await table.later(7)
    assert says(table.latest) == before.replace("0 players have", "2 players have")


async def test_the_answer_is_revealed_in_the_same_order_with_its_quote(table: Table) -> None:
    message = await table.live(questions=2)
    asked = [line[4:] for line in says(message).splitlines() if line.startswith("`")]
    await table.guess(message, RIGHT)
    await table.guess(message, WRONG, by=table.joined("another"))
    await table.later(16)
    (revealed,) = table.posted
    shown = says(revealed)
    options = [line for line in shown.splitlines() if line[:1] in "✅▫"]
    assert [re.sub(r"\*\*| · .*", "", line).split("`  ")[1] for line in options] == [
        line.strip() for line in asked
    ]
    assert options[RIGHT].startswith("✅")
    assert options[RIGHT].endswith("1 (50 %)")
    assert options[WRONG].endswith("1 (50 %)")
    assert "1 of 2 answers were right." in shown
    assert ">>> " in shown
    assert links(revealed.components)
    assert f"<@{table.server.member.id}> · 10 points" in shown
    assert [button["label"] for button in buttons(revealed)] == ["Report this question", "Stop"]


async def test_questions_follow_until_the_board_which_shares_places(table: Table) -> None:
    another, third = table.joined("another"), table.joined("third")
    message = await table.live(questions=2)
    for number in (1, 2):
        await table.guess(message, RIGHT)
        await table.guess(message, RIGHT, by=another)
        await table.guess(message, WRONG, by=third)
        await table.later(16)
        await table.later(PAUSE)
        message = table.latest
        assert len(table.posted) == number + 1
    shown = says(message)
    assert "**The round is over** · 2 questions" in shown
    assert "2 players share the first place." in shown
    assert shown.count("**1**  <@") == 2
    assert f"**3**  <@{third.id}> · 0 points, 0 right" in shown


async def test_a_late_click_is_told_kindly(table: Table) -> None:
    message = await table.live(questions=1)
    custom_id = ids(message.components, "quiz")[0]
    await table.later(16)
    late = await forged(table.server, table.latest, custom_id)
    assert late.ephemeral
    assert "came too late" in says(late)


@pytest.mark.parametrize(
    ("change", "sentence"),
    [
        (lambda made: made[:-1] + "9", "no such answer"),
        (lambda made: made.replace(":1:", ":2:"), "do not know that round"),
        (lambda made: "quiz:" + "0" * 16 + ":1:0", "do not know that round"),  # noqa: ARG005 - another round
        (lambda made: made + "0", "older version"),
    ],
)
async def test_a_tampered_button_is_refused_privately(
    table: Table, change: object, sentence: str
) -> None:
    message = await table.live()
    custom_id = change(ids(message.components, "quiz")[0])  # type: ignore[operator]  # a function
    refused = await forged(table.server, message, custom_id)
    assert refused.ephemeral
    assert sentence in says(refused)


async def test_a_button_on_another_message_counts_for_nothing(table: Table) -> None:
    message = await table.live()
    brief = await table.server.asks("brief", topic="seals")
    refused = await forged(table.server, brief, ids(message.components, "quiz")[0])
    assert "does not count here" in says(refused)


async def test_another_server_cannot_play_or_stop_it(table: Table, other: Server) -> None:
    message = await table.live()
    foreign = await other.asks("brief", topic="seals")
    for custom_id in (buttons(message)[0]["custom_id"], buttons(message)[-1]["custom_id"]):
        foreign = await other.asks("brief", topic="seals")
        refused = await forged(other, foreign, custom_id)
        assert "does not count here" in says(refused)


async def test_one_round_a_channel(table: Table) -> None:
    await table.live()
    second = await table.live()
    assert second.ephemeral or "going on in this channel" in says(second)


async def test_the_starter_or_a_moderator_stops_it(table: Table) -> None:
    another = table.joined("another")
    message = await table.live()
    stop = buttons(message)[-1]["custom_id"]
    assert "or a moderator" in says(await table.press(message, stop, another))
    await table.guess(message)
    assert "ends here" in says(await table.press(message, stop, table.server.manager))
    await table.later(1)
    assert "closed" in says(table.posted[0])
    assert "was stopped" in says(table.latest)
    assert f"<@{table.server.member.id}> wins." in says(table.latest)


async def test_silence_ends_it(table: Table) -> None:
    await table.live(questions=5)
    for _ in range(2):
        await table.later(16)
        await table.later(PAUSE)
    assert "nobody answers any more" in says(table.latest)
    assert "Nobody answered." in says(table.latest)


async def test_nothing_sent_can_mention_anybody(table: Table) -> None:
    message = await table.live(questions=1)
    await table.guess(message)
    await table.later(16)
    await table.later(PAUSE)
    await table.server.asks("leaderboard")
    sent = [entry for entry in table.server.env.http_requests if "messages" in entry.path]
    bodies = [entry.json for entry in sent if entry.method in ("POST", "PATCH")]
    assert len(bodies) >= 2
    assert all(body and body["allowed_mentions"] == {"parse": []} for body in bodies)


async def test_a_channel_where_it_may_not_write_has_no_live_round(table: Table) -> None:
    guild = table.server.guild
    assert guild.me is not None
    silent: Overwrites = {guild.me: discord.PermissionOverwrite(send_messages=False)}
    closed = guild.create_text_channel("closed", overwrites=silent)
    result = await table.server.member.slash(closed, "quiz", live=True)
    assert result.response is not None
    assert "View Channel and Send Messages" in says(result.response)


async def test_direct_messages_have_rounds_alone_only(table: Table) -> None:
    user = table.server.env.create_user("alone")
    live = await user.slash("quiz", live=True)
    assert live.response is not None
    assert "needs a server" in says(live.response)
    alone = await user.slash("quiz")
    assert alone.response is not None
    assert "**Question 1** of 5" in says(alone.response)
