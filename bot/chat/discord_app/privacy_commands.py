"""/privacy: what is kept of a member, as a file or deleted."""

import io
import json
import re

import discord
from discord import app_commands, ui

from bot.chat.discord_app import ids
from bot.chat.discord_app.building import ANYONE, EVERYWHERE, subcommand
from bot.chat.discord_app.buttons import Kind, pressable
from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.quiz_desk import Shown
from bot.chat.discord_app.quiz_sending import press
from bot.chat.discord_app.sending import send
from bot.chat.prompts import Prompts, said
from bot.chat.replies import line_reply
from bot.errors import NotForYou

FILE = "pullquote-{player}.json"


def privacy_commands(prompts: Prompts) -> app_commands.Group:
    """/privacy export and delete."""
    group = app_commands.Group(
        name="privacy",
        description=prompts.say(said("command/privacy")),
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )
    told = prompts.say(said("privacy/exported"))

    async def export(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        player = str(interaction.user.id)
        kept = await interaction.client.quiz.rounds.scores.export(player)
        content = json.dumps(kept, ensure_ascii=False, indent=2).encode()
        file = discord.File(io.BytesIO(content), FILE.format(player=player))
        await interaction.edit_original_response(content=told, attachments=[file])

    async def delete(interaction: Interaction) -> None:
        renderer = interaction.client.quiz.renderer
        label = prompts.say(said("privacy/button_delete"))
        button: ui.Button[ui.LayoutView] = ui.Button(
            label=label,
            style=discord.ButtonStyle.danger,
            custom_id=ids.forget_id(interaction.user.id),
        )
        await send(interaction, renderer.with_buttons(line_reply("privacy/delete"), [[button]]))

    subcommand(prompts, group, "export", export)
    subcommand(prompts, group, "delete", delete)
    return group


async def _forget(interaction: Interaction, match: re.Match[str]) -> None:
    await press(interaction, _forgotten(interaction, match["player"]))


async def _forgotten(interaction: Interaction, player: str) -> Shown:
    if player != str(interaction.user.id):
        raise NotForYou("privacy/not_yours")
    desk = interaction.client.quiz
    traces = await desk.rounds.scores.forget(player)
    message = desk.renderer.message(line_reply("privacy/deleted", traces=traces))
    return Shown(message, replaces=True)


PRIVACY_KINDS: tuple[Kind, ...] = (pressable(ids.FORGET, _forget),)
"""Every kind of button of /privacy."""
