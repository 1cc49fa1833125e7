"""/quiz-admin: what those who manage a server decide about its quiz."""

import discord
from discord import app_commands

from bot.articles.text import clean
from bot.chat.discord_app import completion
from bot.chat.discord_app.building import subcommand
from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.place import managed_collection
from bot.chat.discord_app.rendering import Message
from bot.chat.discord_app.sending import answer
from bot.chat.prompts import Prompts, said
from bot.chat.quiz_replies import doubted_reply, settings_reply
from bot.chat.replies import line_reply

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
        description=prompts.say(said("command/quiz-admin")),
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
