"""/articles: what the corpus holds, and a server's own articles in it."""

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.commands.building import ANYONE, EVERYWHERE, subcommand
from bot.chat.discord_app.interactions import answer, collection, managed_collection
from bot.chat.discord_app.presenter import Interaction
from bot.chat.discord_app.rendering.views import Message
from bot.errors import WrongUse
from bot.wording.prompts import Prompts, utterance

LONGEST_ARTICLE = 100
"""Characters of an article's id, or of what is typed in its place."""

LONGEST_ADDRESS = 2_000
"""Characters of a web address: browsers and servers stop near here."""

Address = app_commands.Range[str, 1, LONGEST_ADDRESS]
ArticleId = app_commands.Range[str, 1, LONGEST_ARTICLE]


def articles_commands(prompts: Prompts) -> app_commands.Group:
    """/articles list, show, add and remove.

    Discord knows default permissions for a whole command only, and everybody may list and show; so
    adding and removing ask for Manage Server themselves.
    """
    group = app_commands.Group(
        name="articles",
        description=prompts.say(utterance("command/articles")),
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )
    subcommand(prompts, group, "list", _list)
    subcommand(prompts, group, "show", _show)
    subcommand(prompts, group, "add", _add)
    subcommand(prompts, group, "remove", _remove)
    return group


async def _list(interaction: Interaction) -> None:
    await answer(
        interaction, interaction.client.desk.listing(0, collection(interaction)), private=True
    )


@app_commands.autocomplete(article=completion.titles)
async def _show(interaction: Interaction, article: ArticleId) -> None:
    shown = interaction.client.desk.article(article, collection(interaction))
    await answer(interaction, shown, private=True)


async def _add(
    interaction: Interaction, file: discord.Attachment | None = None, url: Address | None = None
) -> None:
    await answer(interaction, _added(interaction, file, url), private=True)


@app_commands.autocomplete(article=completion.own_titles)
async def _remove(interaction: Interaction, article: ArticleId) -> None:
    await answer(interaction, _removed(interaction, article), private=True)


async def _added(
    interaction: Interaction, file: discord.Attachment | None, url: str | None
) -> Message:
    server = managed_collection(interaction)
    if file is not None and url is None:
        return await interaction.client.desk.add(file, server)
    if url is not None and file is None:
        return await interaction.client.desk.add_page(url, server)
    raise WrongUse("articles/file_or_url")


async def _removed(interaction: Interaction, article: str) -> Message:
    return await interaction.client.desk.remove(article, managed_collection(interaction))
