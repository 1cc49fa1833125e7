"""/articles: what the corpus holds, and a server's own articles in it."""

from functools import partial

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.commands.building import ANYONE, EVERYWHERE, subcommand
from bot.chat.discord_app.interactions import (
    Interaction,
    answer,
    collection,
    managed_collection,
)
from bot.chat.presenter import Upload
from bot.errors import Refused, WrongUse
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
    shown = interaction.client.presenter.listing(0, collection(interaction))
    await answer(interaction, shown, private=True)


@app_commands.autocomplete(article=completion.titles)
async def _show(interaction: Interaction, article: ArticleId) -> None:
    shown = interaction.client.presenter.article(article, collection(interaction))
    await answer(interaction, shown, private=True)


async def _add(
    interaction: Interaction, file: discord.Attachment | None = None, url: Address | None = None
) -> None:
    server, presenter = managed_collection(interaction), interaction.client.presenter
    if file is not None and url is None:
        upload = Upload(file.filename, file.size, partial(_content, file))
        await answer(interaction, presenter.add_file(upload, server), private=True)
    elif url is not None and file is None:
        await answer(interaction, presenter.add_page(url, server), private=True)
    else:
        raise WrongUse("articles/file_or_url")


@app_commands.autocomplete(article=completion.own_titles)
async def _remove(interaction: Interaction, article: ArticleId) -> None:
    removed = interaction.client.presenter.remove(article, managed_collection(interaction))
    await answer(interaction, removed, private=True)


async def _content(file: discord.Attachment) -> bytes:
    try:
        return await file.read()
    except discord.HTTPException as error:
        raise Refused("discord/no_download") from error
