"""/quiz-admin and /privacy."""

import io

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.commands.building import ANYONE, EVERYWHERE, subcommand
from bot.chat.discord_app.interactions import Interaction, answer, managed_collection, send
from bot.wording.prompts import Prompts, utterance

LONGEST_ID = 100
"""Characters of a question's id, or of what is typed in its place."""

LONGEST_ZONE = 40
"""Characters of a time zone's name: the longest has 32."""

ItemId = app_commands.Range[str, 1, LONGEST_ID]
Zone = app_commands.Range[str, 1, LONGEST_ZONE]


def quiz_admin_commands(prompts: Prompts) -> app_commands.Group:
    """/quiz-admin list, restore, retire and settings; each asks for Manage Server itself."""
    group = app_commands.Group(
        name="quiz-admin",
        description=prompts.say(utterance("command/quiz-admin")),
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=discord.Permissions(manage_guild=True),
    )
    subcommand(prompts, group, "list", _list)
    subcommand(prompts, group, "restore", _restore)
    subcommand(prompts, group, "retire", _retire)
    subcommand(prompts, group, "settings", _settings)
    return group


async def _list(interaction: Interaction) -> None:
    shown = interaction.client.quiz.not_asked(managed_collection(interaction))
    await answer(interaction, shown, private=True)


@app_commands.autocomplete(asked=completion.restorable)
async def _restore(interaction: Interaction, asked: ItemId) -> None:
    restored = interaction.client.quiz.restore(managed_collection(interaction), asked)
    await answer(interaction, restored, private=True)


@app_commands.autocomplete(asked=completion.retirable)
async def _retire(interaction: Interaction, asked: ItemId) -> None:
    retired = interaction.client.quiz.retire(managed_collection(interaction), asked)
    await answer(interaction, retired, private=True)


@app_commands.autocomplete(zone=completion.zones)
async def _settings(
    interaction: Interaction,
    zone: Zone | None = None,
    *,
    speed: bool | None = None,
    double: bool | None = None,
) -> None:
    server = managed_collection(interaction)
    set_up = interaction.client.quiz.set_up
    held = set_up(server, zone, speed_bonus=speed, double_last=double)
    await answer(interaction, held, private=True)


FILE = "pullquote-{player}.json"


def privacy_commands(prompts: Prompts) -> app_commands.Group:
    """/privacy export and delete."""
    group = app_commands.Group(
        name="privacy",
        description=prompts.say(utterance("command/privacy")),
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )
    exported = prompts.say(utterance("privacy/exported"))

    async def export(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        player = str(interaction.user.id)
        content = io.BytesIO(await interaction.client.quiz.export(player))
        file = discord.File(content, FILE.format(player=player))
        await interaction.edit_original_response(content=exported, attachments=[file])

    async def delete(interaction: Interaction) -> None:
        reply = interaction.client.quiz.ask_forget(str(interaction.user.id))
        await send(interaction, interaction.client.renderer.message(reply))

    subcommand(prompts, group, "export", export)
    subcommand(prompts, group, "delete", delete)
    return group
