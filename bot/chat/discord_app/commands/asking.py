"""The commands for asking: /brief, /ask, /help, and "Find sources" in a message's menu."""

import discord
from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.commands.building import ANYONE, EVERYWHERE, AnyCommand, command
from bot.chat.discord_app.interactions import Interaction, answer, collection, send
from bot.language.cleaning import clean
from bot.services.newsroom import Question
from bot.wording.prompts import Prompts, utterance
from bot.wording.reply import Line, Reply

LONGEST_TOPIC = 200
"""Characters of a topic or an outlet: a headline."""

LONGEST_QUESTION = 300
"""Characters of a question: two long sentences."""

LONGEST_DATE = 40
"""Characters of a date: what is longer is none."""

FIND_SOURCES = "Find sources"

HELP = (
    *("intro", "brief", "ask", "quiz", "articles", "feeds"),
    *("sources", "digest", "privacy", "promise"),
)
"""The paragraphs of /help, in `prompts/help/`."""

Topic = app_commands.Range[str, 1, LONGEST_TOPIC]
QuestionOption = app_commands.Range[str, 1, LONGEST_QUESTION]
Date = app_commands.Range[str, 1, LONGEST_DATE]
AnyMenu = app_commands.ContextMenu


def brief_command(prompts: Prompts) -> AnyCommand:
    """/brief: quotes on a topic."""

    @app_commands.autocomplete(topic=completion.topics, outlet=completion.outlets)
    async def brief(
        interaction: Interaction,
        topic: Topic,
        outlet: Topic | None = None,
        since: Date | None = None,
        until: Date | None = None,
        *,
        private: bool = False,
    ) -> None:
        narrowed = (clean(value) if value else None for value in (outlet, since, until))
        asked = Question("brief", clean(topic), collection(interaction), *narrowed)
        await answer(interaction, interaction.client.presenter.answer(asked), private=private)

    return command(prompts, "brief", brief)


def ask_command(prompts: Prompts) -> AnyCommand:
    """/ask: quotes that answer a question."""

    async def ask(
        interaction: Interaction, question: QuestionOption, *, private: bool = False
    ) -> None:
        asked = Question("ask", clean(question), collection(interaction))
        await answer(interaction, interaction.client.presenter.answer(asked), private=private)

    return command(prompts, "ask", ask)


def help_command(prompts: Prompts) -> AnyCommand:
    """/help: what the bot can do, with examples."""
    reply = Reply(tuple(Line(utterance(f"help/{name}")) for name in HELP), private=True)

    async def help_page(interaction: Interaction) -> None:
        await send(interaction, interaction.client.renderer.message(reply))

    return command(prompts, "help", help_page)


def sources_menu() -> app_commands.ContextMenu:
    """The menu "Find sources": passages that bear on a message, for the one who asks only."""

    async def sources(interaction: Interaction, message: discord.Message) -> None:
        asked = Question("sources", clean(_text(message)), collection(interaction))
        await answer(interaction, interaction.client.presenter.answer(asked), private=True)

    return app_commands.ContextMenu(
        name=FIND_SOURCES,
        callback=sources,
        allowed_contexts=EVERYWHERE,
        allowed_installs=ANYONE,
    )


def _text(message: discord.Message) -> str:
    """What a message says, and what the pages that it links to are called."""
    embedded = [(embed.title, embed.description) for embed in message.embeds]
    return "\n".join([message.content, *(part for parts in embedded for part in parts if part)])
