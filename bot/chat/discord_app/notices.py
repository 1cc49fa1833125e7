"""Telling those who manage a server, once, that one of its feeds is read no more."""

import logging

import discord

from bot.chat.discord_app.channel import FACE, NOT_SENT
from bot.chat.discord_app.interactions import PresentingClient
from bot.chat.discord_app.rendering.views import Message
from bot.chat.feed_replies import feed_ended_reply
from bot.feeds.subscription import Feed
from bot.fetching.guard import host_of
from bot.services.jobs import forever
from bot.services.newsroom import Newsroom

LOOKED_EVERY = 60.0
"""Seconds between two looks for feeds that have ended."""

log = logging.getLogger(__name__)


async def keep_telling(client: PresentingClient, newsroom: Newsroom) -> None:
    """Tell of feeds as they end, until it is cancelled."""
    await forever(lambda: tell(client, newsroom), LOOKED_EVERY)


async def tell(client: PresentingClient, newsroom: Newsroom) -> None:
    """Tell of each feed that has ended since the last time."""
    for feed in await newsroom.feeds.untold(FACE):
        log.warning("a feed is read no more: %s", host_of(feed.url))
        guild = client.get_guild(int(feed.collection)) if feed.collection.isdecimal() else None
        if guild is not None:
            await _tell(client, guild, feed)


async def _tell(client: PresentingClient, guild: discord.Guild, feed: Feed) -> None:
    """Tell who added the feed, else the server's owner, else its system channel."""
    message = client.renderer.message(feed_ended_reply(feed, guild.name))
    people = [int(feed.added_by)] if feed.added_by else []
    for person in dict.fromkeys([*people, guild.owner_id]):
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
