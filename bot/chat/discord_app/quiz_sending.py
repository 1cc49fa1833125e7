"""Answering a press of the quiz: in place of the message pressed, or beside it in private."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from discord import AllowedMentions, InteractionResponseType

from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.quiz_desk import Shown
from bot.chat.discord_app.sending import NOT_SENT, PATIENCE, not_sent, refuse

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
