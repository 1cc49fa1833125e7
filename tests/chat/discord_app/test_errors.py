"""Every refusal of Discord's framework ends in one polite sentence."""

import discord
import pytest
from discord import app_commands
from discord.app_commands import AppCommandError
from discord.enums import AppCommandOptionType

from bot.chat.discord_app.client import PullquoteClient, cause
from bot.errors import PullquoteError
from bot.wording.prompts import utterance
from tests.chat.discord_app.conftest import PROMPTS, Server
from tests.chat.discord_app.examples import quotes, told

SLOW = app_commands.Cooldown(1, 60)
TEXT = AppCommandOptionType.string


class _Any(app_commands.Transformer):
    """Takes any value."""


@pytest.mark.parametrize(
    ("error", "name"),
    [
        (app_commands.TransformerError("x", TEXT, _Any()), "discord/bad_option"),
        (app_commands.CommandNotFound("quiz", []), "discord/outdated"),
        (app_commands.NoPrivateMessage(), "discord/server_only"),
        (app_commands.MissingPermissions(["manage_guild"]), "discord/manage_server"),
        (app_commands.BotMissingPermissions(["send_messages"]), "discord/bot_permissions"),
        (app_commands.CommandOnCooldown(SLOW, 3), "discord/cooldown"),
        (app_commands.MissingRole("x"), "discord/not_allowed"),
        (app_commands.CheckFailure(), "discord/not_allowed"),
    ],
)
def test_each_refusal_has_its_sentence(error: AppCommandError, name: str) -> None:
    told_by = cause(error)
    assert isinstance(told_by, PullquoteError)
    assert told_by.utterance == name
    assert PROMPTS.say(utterance(name))


def test_a_command_of_another_shape_is_outdated(bot: PullquoteClient) -> None:
    (command,) = (found for found in bot.tree.get_commands() if found.name == "help")
    error = app_commands.CommandSignatureMismatch(command)
    assert cause(error).args[0] == "discord/outdated"


def test_an_error_inside_a_command_is_told_itself(bot: PullquoteClient) -> None:
    (command,) = (found for found in bot.tree.get_commands() if found.name == "help")
    inner = PullquoteError("error/unexpected")
    assert cause(app_commands.CommandInvokeError(command, inner)) is inner  # type: ignore[arg-type]  # no group


def test_what_nobody_expects_is_left_as_it_is() -> None:
    error = AppCommandError("Discord sent something odd")
    assert cause(error) is error


async def test_a_command_that_no_longer_exists_is_answered(server: Server) -> None:
    bot = server.env.bot
    assert isinstance(bot, PullquoteClient)
    bot.tree.remove_command("help")
    message = await server.asks("help")
    assert message.ephemeral
    assert "That command has changed" in told(message.components)


async def test_typing_in_a_command_that_no_longer_exists_offers_nothing(server: Server) -> None:
    bot = server.env.bot
    assert isinstance(bot, PullquoteClient)
    bot.tree.remove_command("brief")
    assert await server.types("brief", "topic", "ferry") == []


async def test_an_answer_that_discord_refuses_ends_in_an_apology(server: Server) -> None:
    server.env.inject_error("POST", "/interactions/*/callback", status=500)
    message = await server.asks("brief", topic="ferry")
    assert message.ephemeral
    assert "Something went wrong on my side" in told(message.components)


@pytest.mark.parametrize("code", [10062, 40060])
async def test_a_late_or_second_answer_is_logged_once(
    server: Server, caplog: pytest.LogCaptureFixture, code: int
) -> None:
    server.env.inject_error("POST", "/interactions/*/callback", status=404, code=code)
    await server.member.slash(server.channel, "brief", topic="ferry")
    assert [record.message for record in caplog.records if str(code) in record.message] == [
        f"an answer came too late or twice: code {code}"
    ]
    assert quotes((await server.asks("brief", topic="ferry")).components)


async def test_an_apology_that_cannot_be_sent_is_logged(
    server: Server, caplog: pytest.LogCaptureFixture
) -> None:
    server.env.inject_error("POST", "/interactions/*/callback", status=500, times=2)
    await server.member.slash(server.channel, "brief", topic="ferry")
    assert "an apology could not be sent" in caplog.text
    assert quotes((await server.asks("brief", topic="ferry")).components)


async def test_an_error_after_the_answer_is_told_behind_it(server: Server) -> None:
    bot = server.env.bot
    assert isinstance(bot, PullquoteClient)

    @bot.tree.command(description="Answers, and fails")
    async def fails(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("first")
        raise PullquoteError("error/quote_gone")

    await bot.tree.sync()
    result = await server.member.slash(server.channel, "fails")
    (behind,) = result.followups
    assert behind.ephemeral
    assert "no longer in my articles" in told(behind.components)
