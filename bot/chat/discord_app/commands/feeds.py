"""/feeds: the feeds of a server, for those who manage it."""

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.channel import FACE
from bot.chat.discord_app.commands.articles import Address
from bot.chat.discord_app.commands.building import subcommand
from bot.chat.discord_app.interactions import Interaction, answer, managed_collection
from bot.wording.prompts import Prompts, utterance

LONGEST_PUBLISHER = 200
"""Characters of an outlet's name, as articles keep it."""

Publisher = app_commands.Range[str, 1, LONGEST_PUBLISHER]


def feeds_commands(prompts: Prompts) -> app_commands.Group:
    """/feeds add, list, pause, resume and remove.

    Discord offers them to members with Manage Server; since servers can change that, and
    administrators pass by it, each of them looks again.
    """
    group = app_commands.Group(
        name="feeds",
        description=prompts.say(utterance("command/feeds")),
        allowed_contexts=app_commands.AppCommandContext(guild=True),
        allowed_installs=app_commands.AppInstallationType(guild=True),
        default_permissions=discord.Permissions(manage_guild=True),
    )
    subcommand(prompts, group, "add", _add)
    subcommand(prompts, group, "list", _list)
    subcommand(prompts, group, "pause", _pause)
    subcommand(prompts, group, "resume", _resume)
    subcommand(prompts, group, "remove", _remove)
    return group


async def _add(interaction: Interaction, url: Address, publisher: Publisher | None = None) -> None:
    server, person = managed_collection(interaction), str(interaction.user.id)
    add = interaction.client.presenter.add_feed
    added = add(url, publisher, server, by=person, face=FACE)
    await answer(interaction, added, private=True)


async def _list(interaction: Interaction) -> None:
    shown = interaction.client.presenter.feeds(0, managed_collection(interaction))
    await answer(interaction, shown, private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _pause(interaction: Interaction, feed: Address) -> None:
    paused = interaction.client.presenter.pause_feed(feed, managed_collection(interaction))
    await answer(interaction, paused, private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _resume(interaction: Interaction, feed: Address) -> None:
    resumed = interaction.client.presenter.resume_feed(feed, managed_collection(interaction))
    await answer(interaction, resumed, private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _remove(interaction: Interaction, feed: Address) -> None:
    removed = interaction.client.presenter.remove_feed(feed, managed_collection(interaction))
    await answer(interaction, removed, private=True)
