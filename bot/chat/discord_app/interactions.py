"""Answering an interaction in time: defer, edit, refuse; where it came from and by whom."""

import asyncio
import logging
from abc import abstractmethod
from collections.abc import Coroutine, Sequence
from contextlib import AbstractContextManager
from typing import Any

import discord
from discord import AllowedMentions, InteractionResponseType

from bot.chat.digest_presenter import DigestPresenter
from bot.chat.digest_writer import DigestWriter
from bot.chat.discord_app.channel import NOT_SENT
from bot.chat.discord_app.rendering.views import Message, Renderer
from bot.chat.presenter import Presenter, apology
from bot.chat.quiz_presenter import QuizPresenter
from bot.errors import NotForYou
from bot.quiz.rounds import Click
from bot.services.newsroom import Newsroom
from bot.wording.reply import InputForm, Reply


class PresentingClient(discord.Client):
    """A client on which commands and buttons find who answers them."""

    newsroom: Newsroom
    presenter: Presenter
    quiz: QuizPresenter
    digests: DigestPresenter
    writer: DigestWriter
    renderer: Renderer

    @abstractmethod
    def busy(self) -> AbstractContextManager[None]:
        """While it lasts, the client does not close."""


Interaction = discord.Interaction[PresentingClient]


def collection(interaction: Interaction) -> str | None:
    """The collection of the server that is asked from; None in direct messages."""
    return None if interaction.guild_id is None else str(interaction.guild_id)


def managed_collection(interaction: Interaction) -> str:
    """The collection of a server that the one who asks may manage; NotForYou says why not."""
    server = collection(interaction)
    is_foreign = interaction.is_user_integration() and not interaction.is_guild_integration()
    if server is None or is_foreign:
        raise NotForYou("discord/server_only")
    if not interaction.permissions.manage_guild:
        raise NotForYou("discord/manage_server")
    return server


DIRECT = "direct"
"""Stands for a server in direct messages, where everybody plays alone."""


def server_of(interaction: Interaction) -> str:
    """Where somebody plays: the server's id, or DIRECT."""
    return collection(interaction) or DIRECT


def is_moderator(interaction: Interaction) -> bool:
    """Whether the one who asks keeps order in this channel."""
    allowed = interaction.permissions
    return allowed.manage_messages or allowed.manage_guild


def click_of(interaction: Interaction, choice: int = 0) -> Click:
    """An answer to a question of the quiz, given now."""
    message = interaction.message
    return Click(
        player=str(interaction.user.id),
        server=server_of(interaction),
        channel=str(interaction.channel_id),
        message=str(message.id) if message else None,
        choice=choice,
        at=interaction.client.quiz.now(),
    )


PATIENCE = 1.5
"""Seconds in which an answer is awaited before it is deferred; Discord gives up after 3."""

HOPELESS = {10062, 40060}
"""Discord's codes for an answer that comes too late, and for a second one: nothing can be sent."""

NOBODY = AllowedMentions.none()
"""What discord.py does not add to an edit by itself."""

log = logging.getLogger(__name__)

Work = Coroutine[Any, Any, Reply]  # Any: what a coroutine is sent, which nobody uses


async def answer(interaction: Interaction, work: Work, *, private: bool = False) -> str | None:
    """Send what the work comes to, or why it failed; the message's id, None for none."""
    task = asyncio.create_task(work)
    with interaction.client.busy():
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done():
                await interaction.response.defer(ephemeral=private, thinking=True)
                await asyncio.wait({task})
            return await send(interaction, _outcome(interaction, task), private=private)
        except NOT_SENT as error:
            task.cancel()
            await _not_sent(interaction, error)
            return None


async def answer_all(
    interaction: Interaction, work: Coroutine[Any, Any, Sequence[Reply]], *, private: bool = False
) -> None:
    """Send all replies that the work comes to, one after the other."""
    others: list[Reply] = []

    async def first() -> Reply:
        one, *more = await work
        others.extend(more)
        return one

    if await answer(interaction, first(), private=private) is None:
        return
    with interaction.client.busy():
        for reply in others:
            message = interaction.client.renderer.message(reply)
            await interaction.followup.send(view=message, ephemeral=private, wait=True)


async def press(interaction: Interaction, work: Work) -> None:
    """Show what the work comes to, in place of the message pressed or privately beside it."""
    task = asyncio.create_task(work)
    with interaction.client.busy():
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done():
                await interaction.response.defer()
                await asyncio.wait({task})
            message = _outcome(interaction, task)
            if message.replaces:
                await _replace(interaction, message)
            else:
                await send(interaction, message, private=True)
        except NOT_SENT as error:
            task.cancel()
            await _not_sent(interaction, error)


async def show_form(interaction: Interaction, form: InputForm) -> None:
    """Let somebody type something; a form cannot come after a deferral, so it is shown at once."""
    with interaction.client.busy():
        try:
            await interaction.response.send_modal(interaction.client.renderer.form(form))
        except NOT_SENT as error:
            await _not_sent(interaction, error)


async def refuse(interaction: Interaction, error: BaseException) -> None:
    """Send the sentence that tells an error, whatever was answered before."""
    try:
        await send(interaction, interaction.client.renderer.message(apology(error)), private=True)
    except NOT_SENT as failure:
        log.warning("an apology could not be sent: %s", failure)


async def send(interaction: Interaction, message: Message, *, private: bool = False) -> str | None:
    """Send a message as the answer, in place of "thinking", or after the answer; its id."""
    response, is_private = interaction.response, private or message.private
    if not response.is_done():
        sent = await response.send_message(view=message, ephemeral=is_private)
        return None if sent.message_id is None else str(sent.message_id)
    if response.type is InteractionResponseType.deferred_channel_message:
        return str((await interaction.edit_original_response(view=message)).id)
    after = await interaction.followup.send(view=message, ephemeral=is_private, wait=True)
    return str(after.id)


async def _replace(interaction: Interaction, message: Message) -> None:
    """Show a message in place of the one whose button was pressed."""
    if interaction.response.is_done():
        await interaction.edit_original_response(view=message, allowed_mentions=NOBODY)
    else:
        await interaction.response.edit_message(view=message, allowed_mentions=NOBODY)


def _outcome(interaction: Interaction, task: asyncio.Task[Reply]) -> Message:
    """The message of what a task came to, or of why there is none."""
    renderer = interaction.client.renderer
    try:
        return renderer.message(task.result())
    except Exception as error:  # noqa: BLE001 - whoever asked is told, and the log if it is ours
        return renderer.message(apology(error))


async def _not_sent(interaction: Interaction, error: Exception) -> None:
    """Tell the log, or whoever waits, that a message could not be sent."""
    if isinstance(error, discord.HTTPException) and error.code in HOPELESS:
        log.warning("an answer came too late or twice: code %s", error.code)
    else:
        await refuse(interaction, error)
