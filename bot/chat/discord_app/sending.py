"""Answering an interaction: at once when the answer is there, else deferred and then edited."""

import asyncio
import logging
from collections.abc import Coroutine
from typing import Any

import aiohttp
import discord

from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.rendering import Message

PATIENCE = 1.5
"""Seconds in which an answer is awaited before it is deferred; Discord gives up after 3."""

HOPELESS = {10062, 40060}
"""Discord's codes for an answer that comes too late, and for a second one: nothing can be sent."""

NOT_SENT = (discord.HTTPException, aiohttp.ClientError)
"""How discord.py tells that Discord refused a message, and that the connection broke."""

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
