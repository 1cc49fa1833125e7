"""Notices of the bot's own: a first word in a new server, and that a digest is paused."""

import logging

import discord

from bot.chat.discord_app.channel import Trouble
from bot.chat.discord_app.interactions import NOT_SENT
from bot.chat.discord_app.presenter import PresentingClient
from bot.chat.discord_app.rendering.views import Message, Renderer
from bot.chat.feed_replies import feed_ended_reply
from bot.chat.reply import Line, Reply
from bot.feeds.subscription import Feed
from bot.fetching.guard import host_of
from bot.services.digests import Schedule
from bot.services.jobs import forever
from bot.services.newsroom import Newsroom
from bot.wording.prompts import Prompts, Utterance, utterance

LOOKED_EVERY = 60.0
"""Seconds between two looks for feeds that have ended."""

log = logging.getLogger(__name__)


async def keep_telling(client: PresentingClient, newsroom: Newsroom) -> None:
    """Tell of feeds as they end, until it is cancelled."""
    await client.wait_until_ready()
    await forever(lambda: tell(client, newsroom), LOOKED_EVERY)


async def tell(client: PresentingClient, newsroom: Newsroom) -> None:
    """Tell of each feed that has ended since the last time."""
    for feed in await newsroom.feeds.untold():
        log.warning("a feed is read no more: %s", host_of(feed.url))
        guild = client.get_guild(int(feed.collection)) if feed.collection.isdecimal() else None
        if guild is not None:
            await _tell(client, guild, feed)


async def _tell(client: PresentingClient, guild: discord.Guild, feed: Feed) -> None:
    """Tell who added the feed, else the server's owner, else its system channel."""
    message = client.desk.message(feed_ended_reply(feed, guild.name))
    for person in dict.fromkeys([feed.added_by, guild.owner_id]):
        if person is not None and await _told_person(client, person, message):
            return
    channel = guild.system_channel
    if channel is not None and channel.permissions_for(guild.me).send_messages:
        try:
            await channel.send(view=message)
        except NOT_SENT as error:
            log.warning("nobody could be told of a feed: %s", error)


async def _told_person(client: PresentingClient, person: int, message: Message) -> bool:
    try:
        user = client.get_user(person) or await client.fetch_user(person)
        await user.send(view=message)
    except NOT_SENT:
        return False
    return True


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
        private = await client.create_dm(discord.Object(schedule.made_by))
        await private.send(view=_message(prompts, words))
    except discord.HTTPException:
        await _in_system_channel(client, prompts, schedule, words)


async def _in_system_channel(
    client: discord.Client, prompts: Prompts, schedule: Schedule, words: Utterance
) -> None:
    guild = client.get_guild(int(schedule.server))
    channel = guild.system_channel if guild else None
    if guild is None or channel is None or channel.id == schedule.channel:
        return
    if not channel.permissions_for(guild.me).send_messages:
        return
    try:
        await channel.send(view=_message(prompts, words))
    except discord.HTTPException as error:
        log.warning("nobody could be told that a digest rests: %s", error.status)


def _message(prompts: Prompts, words: Utterance) -> discord.ui.LayoutView:
    return Renderer(prompts).message(Reply((Line(words, heading=True),)))
