"""Answering an interaction in time: defer, edit, refuse; where it came from and by whom."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import discord
from discord import AllowedMentions, InteractionResponseType

from bot.chat.discord_app.channel import NOT_SENT
from bot.chat.discord_app.presenter import Interaction
from bot.chat.discord_app.quiz_presenter import Shown
from bot.chat.discord_app.rendering.views import Message
from bot.errors import NotForYou


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


PATIENCE = 1.5
"""Seconds in which an answer is awaited before it is deferred; Discord gives up after 3."""

HOPELESS = {10062, 40060}
"""Discord's codes for an answer that comes too late, and for a second one: nothing can be sent."""

log = logging.getLogger(__name__)

Work = Coroutine[Any, Any, Message]  # Any: what a coroutine is sent, which nobody uses


async def answer(interaction: Interaction, work: Work, *, private: bool = False) -> int | None:
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
            await not_sent(interaction, error)
            return None


async def send(interaction: Interaction, message: Message, *, private: bool = False) -> int | None:
    """Send a message as the answer, in place of "thinking", or after the answer; its id."""
    response, is_private = interaction.response, private or message.private
    if not response.is_done():
        sent = await response.send_message(view=message, ephemeral=is_private)
        return sent.message_id
    if response.type is discord.InteractionResponseType.deferred_channel_message:
        return (await interaction.edit_original_response(view=message)).id
    return (await interaction.followup.send(view=message, ephemeral=is_private, wait=True)).id


def _outcome(interaction: Interaction, task: asyncio.Task[Message]) -> Message:
    error = task.exception()
    return interaction.client.desk.apology(error) if error else task.result()


async def refuse(interaction: Interaction, error: BaseException) -> None:
    """Send the sentence that tells an error, whatever was answered before."""
    try:
        await send(interaction, interaction.client.desk.apology(error), private=True)
    except NOT_SENT as failure:
        log.warning("an apology could not be sent: %s", failure)


async def not_sent(interaction: Interaction, error: Exception) -> None:
    """Tell the log, or whoever waits, that a message could not be sent."""
    if isinstance(error, discord.HTTPException) and error.code in HOPELESS:
        log.warning("an answer came too late or twice: code %s", error.code)
    else:
        await refuse(interaction, error)


Pressing = Coroutine[Any, Any, Shown]  # Any: what a coroutine is sent, which nobody uses

NOBODY = AllowedMentions.none()
"""What discord.py does not add to an edit by itself."""


async def press(interaction: Interaction, work: Pressing) -> None:
    """Show what the work comes to, or the sentence that tells why it failed, within the time."""
    task = asyncio.create_task(work)
    with interaction.client.busy():
        try:
            await asyncio.wait({task}, timeout=PATIENCE)
            if not task.done():
                await interaction.response.defer()
                await asyncio.wait({task})
            error = task.exception()
            if error is None:
                await _show(interaction, task.result())
            else:
                await refuse(interaction, error)
        except NOT_SENT as failure:
            task.cancel()
            await not_sent(interaction, failure)


async def _show(interaction: Interaction, shown: Shown) -> None:
    response = interaction.response
    if not shown.replaces:
        if response.is_done():
            await interaction.followup.send(view=shown.message, ephemeral=True)
        else:
            await response.send_message(view=shown.message, ephemeral=True)
    elif response.type is InteractionResponseType.deferred_message_update:
        await interaction.edit_original_response(view=shown.message, allowed_mentions=NOBODY)
    else:
        await response.edit_message(view=shown.message, allowed_mentions=NOBODY)
