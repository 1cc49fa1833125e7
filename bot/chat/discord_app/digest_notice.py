"""Telling whoever ordered a digest that it rests, in a private message or the system channel."""

import logging

import discord

from bot.chat.discord_app.digest_channel import Trouble
from bot.chat.discord_app.rendering.views import Renderer
from bot.services.digests import Schedule
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Line, Reply

log = logging.getLogger(__name__)


def why_resting(prompts: Prompts, problem: Trouble) -> str:
    """Why nothing can be posted, with the permissions that are missing, in Discord's words."""
    if problem.missing:
        names = (prompts.say(utterance(f"digest/{name}")) for name in problem.missing)
        return prompts.say(utterance("digest/missing", permissions=", ".join(names)))
    return prompts.say(utterance(f"digest/{problem.why}"))


async def tell_resting(
    client: discord.Client, prompts: Prompts, schedule: Schedule, problem: Trouble
) -> None:
    """Tell once why a digest rests; when nobody can be told, the log is."""
    words = utterance("digest/rests", channel=schedule.channel, why=why_resting(prompts, problem))
    log.warning("the digest of schedule %s rests: %s", schedule.id, problem.why)
    try:
        private = await client.create_dm(discord.Object(int(schedule.made_by or 0)))
        await private.send(view=_message(prompts, words))
    except discord.HTTPException:
        await _in_system_channel(client, prompts, schedule, words)


async def _in_system_channel(
    client: discord.Client, prompts: Prompts, schedule: Schedule, words: Utterance
) -> None:
    guild = client.get_guild(int(schedule.server))
    channel = guild.system_channel if guild else None
    if guild is None or channel is None or str(channel.id) == schedule.channel:
        return
    if not channel.permissions_for(guild.me).send_messages:
        return
    try:
        await channel.send(view=_message(prompts, words))
    except discord.HTTPException as error:
        log.warning("nobody could be told that a digest rests: %s", error.status)


def _message(prompts: Prompts, words: Utterance) -> discord.ui.LayoutView:
    return Renderer(prompts).message(Reply((Line(words, heading=True),)))
