"""/score, /leaderboard, reports, /quiz-admin and /privacy."""

import json

import discord
import pytest
import simcord

from bot.chat.discord_app.client import PullquoteClient
from tests.chat.discord_app.conftest import Server, answered, forged
from tests.chat.discord_app.examples import ids
from tests.chat.discord_app.quiz_examples import Table, buttons, says
from tests.quiz.play import RIGHT, WRONG


async def played(table: Table, *members: simcord.MemberActor) -> simcord.ResponseMessage:
    """The revealed question of a live round that those members answered right."""
    message = await table.live(questions=1)
    for member in members:
        await table.guess(message, RIGHT, by=member)
    await table.later(16)
    return table.posted[-2] if len(table.posted) > 1 else table.posted[-1]


async def allowed(table: Table, bot: PullquoteClient) -> None:
    """Let Discord pass the member's staff commands on, as an administrator may have it."""
    (command,) = [one for one in await bot.tree.fetch_commands() if one.name == "quiz-admin"]
    table.server.guild.set_command_permissions(command, {table.server.member: True})


async def test_a_score_tells_points_place_and_streak(table: Table) -> None:
    assert "not played here yet" in says(await table.server.asks("score"))
    await played(table, table.server.member)
    shown = await table.server.asks("score")
    assert shown.ephemeral
    assert "This week: 10 points, 1 of 1 right, place 1" in says(shown)
    assert "Played 1 day in a row" in says(shown)


@pytest.mark.parametrize("window", ["week", "month", "all"])
async def test_the_leaderboard_mentions_players_without_loading_them(
    table: Table, window: str
) -> None:
    another = table.joined("another")
    await played(table, table.server.member, another)
    shown = await table.server.asks("leaderboard", window=window)
    assert not shown.ephemeral
    assert says(shown).count("**1**  <@") == 2
    assert f"<@{another.id}>" in says(shown)
    paths = [entry.path for entry in table.server.env.http_requests]
    assert not any("/members" in path or "/users/" in path for path in paths)


async def test_a_leaderboard_is_of_its_server_only(table: Table, other: Server) -> None:
    await played(table, table.server.member)
    assert "Nobody has points yet" in says(await other.asks("leaderboard"))
    user = table.server.env.create_user("alone")
    told = answered(await user.slash("leaderboard"))
    assert "only in a server" in says(told)


async def test_two_reports_withdraw_a_question_and_the_server_can_restore_it(
    table: Table,
) -> None:
    another = table.joined("another")
    revealed = await played(table, table.server.member)
    (report,) = ids(revealed.components, "quizdoubt")
    for member, sentence in ((table.server.member, "another player"), (another, "not asked here")):
        asked = await table.press(revealed, report, member)
        assert asked.ephemeral
        assert "What is wrong" in says(asked)
        labels = [button["label"] for button in buttons(asked)]
        assert labels[0] == "The answer is wrong"
        assert len(labels) == 5
        thanked = await table.press(asked, buttons(asked)[1]["custom_id"], member)
        assert sentence in says(thanked)
    listed = await table.server.manages("quiz-admin list")
    assert "**1 question is not asked here**" in says(listed)
    assert "Two answers are right" in says(listed)
    (offer,) = await table.server.manager.autocomplete(
        table.server.channel, "quiz-admin restore", "asked", ""
    )
    await table.server.manages("quiz-admin restore", asked=offer["value"])
    assert "none was withdrawn" in says(await table.server.manages("quiz-admin list"))


async def test_a_second_report_of_the_same_member_is_thanked_for(table: Table) -> None:
    revealed = await played(table, table.server.member)
    (report,) = ids(revealed.components, "quizdoubt")
    for sentence in ("When another player", "already"):
        asked = await table.press(revealed, report)
        assert sentence in says(await table.press(asked, buttons(asked)[0]["custom_id"]))


async def test_an_open_question_cannot_be_reported(table: Table) -> None:
    message = await table.live()
    name = ids(message.components, "quiz")[0].split(":")[1]
    refused = await forged(table.server, message, f"quizdoubt:{name}:1")
    assert "when its answer has been shown" in says(refused)


async def test_a_question_is_retired_by_who_manages_the_server(table: Table) -> None:
    await played(table, table.server.member)
    (offer,) = await table.server.manager.autocomplete(
        table.server.channel, "quiz-admin retire", "asked", "?"
    )
    told = await table.server.manages("quiz-admin retire", asked=offer["value"])
    assert "not asked here any more" in says(told)
    assert "retired" in says(await table.server.manages("quiz-admin list"))
    unknown = await table.server.manages("quiz-admin retire", asked="nonsense")
    assert 'No question "nonsense" was asked here' in says(unknown)


@pytest.mark.parametrize("command", ["list", "restore", "retire", "settings"])
async def test_who_does_not_manage_the_server_is_refused_by_the_handler(
    table: Table, bot: PullquoteClient, command: str
) -> None:
    await allowed(table, bot)
    options = {"asked": "x"} if command in ("restore", "retire") else {}
    told = await table.server.asks(f"quiz-admin {command}", **options)
    assert told.ephemeral
    assert "Manage Server" in says(told)


async def test_zone_and_speed_are_set_by_who_manages_the_server(table: Table) -> None:
    told = await table.server.manages("quiz-admin settings", zone="Europe/Paris", speed=True)
    assert "Days and weeks begin in Europe/Paris; fast answers" in says(told)
    message = await table.live(questions=1)
    await table.guess(message, RIGHT)
    await table.later(16)
    assert "15 points" in says(await table.server.asks("score"))
    wrong = await table.server.manages("quiz-admin settings", zone="Mars")
    assert 'no time zone "Mars"' in says(wrong)
    offers = await table.server.manager.autocomplete(
        table.server.channel, "quiz-admin settings", "zone", "new york"
    )
    assert [offer["value"] for offer in offers] == ["America/New_York"]


async def test_completing_tells_nothing_to_who_may_not_manage(
    table: Table, bot: PullquoteClient
) -> None:
    await played(table, table.server.member)
    await allowed(table, bot)
    for command in ("restore", "retire"):
        assert await table.server.types(f"quiz-admin {command}", "asked", "") == []


async def test_everything_kept_is_given_as_a_file_for_one_only(table: Table) -> None:
    await played(table, table.server.member)
    given = await table.server.asks("privacy export")
    assert given.ephemeral
    assert "everything that I keep" in given.content
    (file,) = given.attachments
    kept = json.loads(await file.read())
    assert kept["player"] == str(table.server.member.id)
    assert [one["points"] for one in kept["answers"]] == [10]


async def test_everything_kept_is_deleted_after_a_second_press(table: Table) -> None:
    await played(table, table.server.member)
    asked = await table.server.asks("privacy delete")
    assert asked.ephemeral
    assert "10 points" in says(await table.server.asks("score"))
    (button,) = ids(asked.components, "forget")
    assert buttons(asked)[0]["style"] == discord.ButtonStyle.danger.value
    done = await table.press(asked, button)
    assert "Done: 1 answer or report is deleted." in says(done)
    assert "not played here yet" in says(await table.server.asks("score"))


async def test_nobody_deletes_what_is_kept_of_another(table: Table) -> None:
    another = table.joined("another")
    message = await table.live(questions=1)
    await table.guess(message, WRONG, by=another)
    asked = await table.server.asks("privacy delete")
    refused = await forged(table.server, asked, f"forget:{another.id}")
    assert "belongs to somebody else" in says(refused)
    assert len((await table.newsroom.rounds.scores.export(str(another.id)))["answers"]) == 1  # type: ignore[arg-type]  # a list
