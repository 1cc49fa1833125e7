"""The Discord client: its command tree, its buttons, and what it answers to errors."""

import asyncio
import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager

import discord
from discord import app_commands

from bot.chat.digest_presenter import DigestPresenter
from bot.chat.digest_writer import DigestWriter
from bot.chat.discord_app.buttons import KINDS, QUIZ_KINDS, is_answered
from bot.chat.discord_app.channel import DiscordPort
from bot.chat.discord_app.commands.administration import privacy_commands, quiz_admin_commands
from bot.chat.discord_app.commands.articles import articles_commands
from bot.chat.discord_app.commands.asking import (
    ask_command,
    brief_command,
    help_command,
    sources_menu,
)
from bot.chat.discord_app.commands.building import AnyCommand
from bot.chat.discord_app.commands.digest import digest_commands
from bot.chat.discord_app.commands.feeds import feeds_commands
from bot.chat.discord_app.commands.quiz import leaderboard_command, quiz_command, score_command
from bot.chat.discord_app.forms import submitted
from bot.chat.discord_app.interactions import Interaction, PresentingClient, refuse
from bot.chat.discord_app.rendering.digest import CardRenderer
from bot.chat.discord_app.rendering.words import READER
from bot.chat.presenter import Presenter
from bot.chat.quiz_presenter import QuizPresenter
from bot.chat.quiz_replies import happening_reply
from bot.errors import NotForYou, PullquoteError, WrongUse
from bot.services.digests import Schedule
from bot.services.jobs import Jobs
from bot.services.newsroom import Newsroom
from bot.services.posting import place_of
from bot.services.round_conducting import Conductor
from bot.wording.prompts import Prompts

SENTENCES: tuple[tuple[type[app_commands.AppCommandError], type[PullquoteError], str], ...] = (
    (app_commands.TransformerError, WrongUse, "discord/bad_option"),
    (app_commands.CommandNotFound, WrongUse, "discord/outdated"),
    (app_commands.CommandSignatureMismatch, WrongUse, "discord/outdated"),
    (app_commands.NoPrivateMessage, NotForYou, "discord/server_only"),
    (app_commands.MissingPermissions, NotForYou, "discord/manage_server"),
    (app_commands.BotMissingPermissions, NotForYou, "discord/bot_permissions"),
    (app_commands.CommandOnCooldown, NotForYou, "discord/cooldown"),
    (app_commands.CheckFailure, NotForYou, "discord/not_allowed"),
)
"""Each error class of the framework, the more special ones first, and its sentence."""


def cause(error: app_commands.AppCommandError) -> BaseException:
    """The error of ours that tells what went wrong; the original one when it is no refusal."""
    if isinstance(error, app_commands.CommandInvokeError):
        return error.original
    for kind, ours, utterance in SENTENCES:
        if isinstance(error, kind):
            return ours(utterance)
    return error


COMMANDS: tuple[Callable[[Prompts], AnyCommand | app_commands.Group], ...] = (
    brief_command,
    ask_command,
    articles_commands,
    feeds_commands,
    digest_commands,
    quiz_command,
    score_command,
    leaderboard_command,
    quiz_admin_commands,
    privacy_commands,
    help_command,
)


class PullquoteClient(PresentingClient):
    """Pullquote in Discord: it sees servers and what it is asked, and can mention nobody."""

    def __init__(
        self, newsroom: Newsroom, prompts: Prompts, clock: Callable[[], float] = time.time
    ) -> None:
        super().__init__(
            intents=discord.Intents(guilds=True),
            allowed_mentions=discord.AllowedMentions.none(),
            max_messages=None,
        )
        self.newsroom = newsroom
        self.renderer = CardRenderer(prompts)
        self.jobs = Jobs()
        self.port = DiscordPort(self, prompts, self.renderer)
        self._conductor = Conductor(
            self.port, newsroom.rounds, happening_reply, self.jobs, clock=clock
        )
        self.presenter = Presenter(newsroom, clock)
        self.quiz = QuizPresenter(newsroom, self._conductor, clock)
        self.writer = DigestWriter(prompts)
        self.digests = DigestPresenter(newsroom.digests, self.writer, self.port)
        self.reached = asyncio.Event()
        self._answers = 0
        self._idle = asyncio.Event()
        self._idle.set()
        self.tree = Tree(self)
        for made in COMMANDS:
            self.tree.add_command(made(prompts))
        self.tree.add_command(sources_menu())
        self.add_dynamic_items(*KINDS, *QUIZ_KINDS)

    async def on_connect(self) -> None:
        """Note that the gateway knows us."""
        self.reached.set()
        self._conductor.start()

    async def ask_daily(self, schedule: Schedule) -> None:
        """Ask the question of the day in the channel of a digest."""
        await self._conductor.ask_daily(place_of(schedule))

    async def close(self) -> None:
        """Leave Discord; rounds go on when the bot is back."""
        await self.jobs.stop()
        await super().close()

    @contextmanager
    def busy(self) -> Iterator[None]:
        """While it lasts, `idle` does not come."""
        self._answers += 1
        self._idle.clear()
        try:
            yield
        finally:
            self._answers -= 1
            if not self._answers:
                self._idle.set()

    async def idle(self) -> None:
        """Wait until everybody is answered."""
        await self._idle.wait()

    async def on_interaction(self, interaction: Interaction) -> None:
        """Take what was typed in a form; tell who presses an old button that nothing answers it."""
        READER.set(str(interaction.locale))
        if interaction.type is discord.InteractionType.modal_submit:
            await submitted(interaction)
        if interaction.type is discord.InteractionType.component and not is_answered(interaction):
            await refuse(interaction, NotForYou("discord/old_button"))


class Tree(app_commands.CommandTree[PresentingClient]):
    """The commands, and what is said when Discord's framework refuses one."""

    async def interaction_check(self, interaction: Interaction, /) -> bool:
        """Note whom the task of a command speaks to; nobody is turned away."""
        READER.set(str(interaction.locale))
        return True

    async def on_error(self, interaction: Interaction, error: app_commands.AppCommandError) -> None:
        """Answer every error with one sentence."""
        if interaction.type is discord.InteractionType.autocomplete:
            await interaction.response.autocomplete([])
            return
        await refuse(interaction, cause(error))
