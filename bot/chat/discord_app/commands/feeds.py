"""/feeds: the feeds of a server, for those who manage it."""

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.channel import FACE
from bot.chat.discord_app.commands.articles import Address
from bot.chat.discord_app.commands.building import subcommand
from bot.chat.discord_app.interactions import answer, managed_collection
from bot.chat.discord_app.presenter import Interaction
from bot.chat.discord_app.rendering.views import Message
from bot.chat.feed_replies import feed_added_reply
from bot.chat.replies import line_reply
from bot.language.cleaning import clean
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
    await answer(interaction, _added(interaction, url, publisher), private=True)


async def _list(interaction: Interaction) -> None:
    await answer(interaction, _listed(interaction), private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _pause(interaction: Interaction, feed: Address) -> None:
    await answer(interaction, _paused(interaction, feed), private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _resume(interaction: Interaction, feed: Address) -> None:
    await answer(interaction, _resumed(interaction, feed), private=True)


@app_commands.autocomplete(feed=completion.feeds)
async def _remove(interaction: Interaction, feed: Address) -> None:
    await answer(interaction, _removed(interaction, feed), private=True)


async def _added(interaction: Interaction, url: str, publisher: str | None) -> Message:
    server, desk = managed_collection(interaction), interaction.client.desk
    outlet = clean(publisher) if publisher else None
    by = str(interaction.user.id)
    new = await desk.newsroom.feeds.add(url, server, outlet=outlet, by=by, face=FACE)
    return desk.message(feed_added_reply(new))


async def _listed(interaction: Interaction) -> Message:
    return await interaction.client.desk.feeds(0, managed_collection(interaction))


async def _paused(interaction: Interaction, named: str) -> Message:
    server, desk = managed_collection(interaction), interaction.client.desk
    feed = await desk.newsroom.feeds.pause(named, server)
    return desk.message(line_reply("feeds/paused_now", title=feed.name))


async def _resumed(interaction: Interaction, named: str) -> Message:
    server, desk = managed_collection(interaction), interaction.client.desk
    feed = await desk.newsroom.feeds.resume(named, server)
    return desk.message(line_reply("feeds/resumed", title=feed.name))


async def _removed(interaction: Interaction, named: str) -> Message:
    server, desk = managed_collection(interaction), interaction.client.desk
    feed = await desk.newsroom.feeds.remove(named, server)
    return desk.message(line_reply("feeds/removed", title=feed.name))
