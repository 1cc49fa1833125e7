"""/quiz-admin and /privacy."""

import io
import json
import re

import discord
from discord import app_commands, ui

from bot.chat import ids
from bot.chat.discord_app import completion
from bot.chat.discord_app.buttons import Kind, pressable
from bot.chat.discord_app.commands.building import ANYONE, EVERYWHERE, subcommand
from bot.chat.discord_app.interactions import answer, managed_collection, press, send
from bot.chat.discord_app.presenter import Interaction
from bot.chat.discord_app.quiz_presenter import Shown
from bot.chat.discord_app.rendering.views import Message
from bot.chat.quiz_replies import doubted_reply, settings_reply
from bot.chat.replies import line_reply
from bot.errors import NotForYou
from bot.language.cleaning import clean
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
    await answer(interaction, _listed(interaction), private=True)


@app_commands.autocomplete(asked=completion.doubted)
async def _restore(interaction: Interaction, asked: ItemId) -> None:
    await answer(interaction, _restored(interaction, asked), private=True)


@app_commands.autocomplete(asked=completion.asked)
async def _retire(interaction: Interaction, asked: ItemId) -> None:
    await answer(interaction, _retired(interaction, asked), private=True)


@app_commands.autocomplete(zone=completion.zones)
async def _settings(
    interaction: Interaction, zone: Zone | None = None, *, speed: bool | None = None
) -> None:
    await answer(interaction, _set(interaction, zone, speed), private=True)


async def _listed(interaction: Interaction) -> Message:
    desk = interaction.client.quiz
    found = await desk.rounds.doubts.doubted(managed_collection(interaction))
    return desk.renderer.message(doubted_reply(found))


async def _restored(interaction: Interaction, item: str) -> Message:
    desk = interaction.client.quiz
    await desk.rounds.doubts.restore(managed_collection(interaction), item, desk.now())
    return desk.renderer.message(line_reply("quiz/restored"))


async def _retired(interaction: Interaction, item: str) -> Message:
    desk = interaction.client.quiz
    await desk.rounds.doubts.retire(managed_collection(interaction), item, desk.now())
    return desk.renderer.message(line_reply("quiz/retired"))


async def _set(interaction: Interaction, zone: str | None, speed: bool | None) -> Message:  # noqa: FBT001 - what a member chose, or nothing
    desk = interaction.client.quiz
    chosen = clean(zone) if zone else None
    server = managed_collection(interaction)
    held, bonus = await desk.rounds.scores.set_settings(server, chosen, speed_bonus=speed)
    return desk.renderer.message(settings_reply(held, speed_bonus=bonus))


FILE = "pullquote-{player}.json"


def privacy_commands(prompts: Prompts) -> app_commands.Group:
    """/privacy export and delete."""
    group = app_commands.Group(
        name="privacy",
        description=prompts.say(utterance("command/privacy")),
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )
    told = prompts.say(utterance("privacy/exported"))

    async def export(interaction: Interaction) -> None:
        await interaction.response.defer(ephemeral=True, thinking=True)
        player = str(interaction.user.id)
        kept = await interaction.client.quiz.rounds.scores.export(player)
        content = json.dumps(kept, ensure_ascii=False, indent=2).encode()
        file = discord.File(io.BytesIO(content), FILE.format(player=player))
        await interaction.edit_original_response(content=told, attachments=[file])

    async def delete(interaction: Interaction) -> None:
        renderer = interaction.client.quiz.renderer
        label = prompts.say(utterance("privacy/button_delete"))
        button: ui.Button[ui.LayoutView] = ui.Button(
            label=label,
            style=discord.ButtonStyle.danger,
            custom_id=ids.forget_id(str(interaction.user.id)),
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
