"""A channel that digests are posted in: whether one can, what is there, and sending."""

import json
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import aiohttp
import discord
from discord import ui

from bot.chat.discord_app.rendering.views import Components
from bot.digest.records import Paused

NEEDED = ("view_channel", "send_messages", "read_message_history")
"""Without the last one Discord tells an empty history, and a post could be doubled."""

NEEDED_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")

LOOKED_THROUGH = 1_000
"""Messages of a channel in which a mark is looked for; so many come in no few minutes."""

CLOCKS_APART = timedelta(minutes=10)
"""How far our clock may be from Discord's when messages are looked for by time."""

UNKNOWN_MESSAGE = 10008
"""Discord's code, for a nonce whose message was deleted since."""

GONE = 0
"""In place of the id of a message that a moderator has deleted; it is not sent again."""

THREAD_EXISTS = 160004
"""Discord's code for a second thread of one message."""

THREAD_MINUTES: Final = 1440
"""A thread without words in it is hidden after a day."""

NOT_SENT = (discord.HTTPException, aiohttp.ClientError)
"""How discord.py tells that Discord refused a message, and that the connection broke."""

PostingChannel = discord.TextChannel | discord.Thread


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be posted in a channel, and the permissions that are missing."""

    why: Paused
    missing: tuple[str, ...] = ()


class FrozenMessage(ui.LayoutView):
    """A message as it was once rendered; its buttons are answered by their ids."""

    def __init__(self, payload: str) -> None:
        super().__init__(timeout=None)
        self._frozen: Components = json.loads(payload)
        self.stop()

    def has_components_v2(self) -> bool:
        """Whatever Pullquote sends is of this kind."""
        return True

    def to_components(self) -> Components:
        """The components as they were frozen."""
        return self._frozen


def missing_permissions(channel: PostingChannel, member: discord.Member) -> tuple[str, ...]:
    """The permissions for a digest that a member does not have in a channel."""
    has = channel.permissions_for(member)
    needed = NEEDED_IN_THREAD if isinstance(channel, discord.Thread) else NEEDED
    return tuple(name for name in needed if not getattr(has, name))


def is_down(client: discord.Client, server: str) -> bool:
    """Whether Discord has told that a server is out of order for the moment."""
    guild = client.get_guild(int(server))
    return guild is not None and guild.unavailable


async def trouble(client: discord.Client, server: str, channel_id: int) -> Trouble | None:
    """What keeps a digest from a channel; None when nothing does."""
    guild = client.get_guild(int(server))
    if guild is None:
        return Trouble("server_gone")
    channel = guild.get_channel_or_thread(channel_id) or await _unlisted(client, channel_id)
    if not isinstance(channel, PostingChannel) or channel.guild != guild:
        return Trouble("channel_gone")
    if isinstance(channel, discord.Thread) and channel.parent is None:
        return Trouble("channel_gone")
    missing = missing_permissions(channel, guild.me)
    return Trouble("permissions", missing) if missing else None


async def _unlisted(client: discord.Client, channel_id: int) -> object:
    """A channel that the gateway does not tell of, as it does of no thread without words lately."""
    try:
        return await client.fetch_channel(channel_id)
    except (discord.NotFound, discord.Forbidden):
        return None


def can_open_thread(client: discord.Client, server: str, channel_id: int) -> bool:
    """Whether a thread with more to read can be opened under a digest."""
    guild = client.get_guild(int(server))
    channel = guild.get_channel(channel_id) if guild else None
    if guild is None or not isinstance(channel, discord.TextChannel):
        return False
    has = channel.permissions_for(guild.me)
    return has.create_public_threads and has.send_messages_in_threads


async def find(client: discord.Client, channel_id: int, mark: str, since: int) -> int | None:
    """The message of ours that shows a mark, sent at `since` (Unix seconds) or later."""
    channel = client.get_partial_messageable(channel_id)
    after = datetime.fromtimestamp(since, UTC) - CLOCKS_APART
    async for message in channel.history(limit=LOOKED_THROUGH, after=after, oldest_first=True):
        own = client.user is not None and message.author.id == client.user.id
        if own and any(mark in text for text in _texts(message.components)):
            return message.id
    return None


async def send(
    client: discord.Client,
    channel_id: int,
    payload: str,
    nonce: str,
    *,
    role: int | None = None,
    silent: bool = False,
) -> int:
    """Send a frozen message and tell its id; GONE when it was sent before and deleted since."""
    mentions = discord.AllowedMentions.none()
    if role is not None:
        mentions = discord.AllowedMentions(
            everyone=False, users=False, replied_user=False, roles=[discord.Object(role)]
        )
    channel = client.get_partial_messageable(channel_id)
    try:
        message = await channel.send(
            view=FrozenMessage(payload), nonce=nonce, allowed_mentions=mentions, silent=silent
        )
    except discord.NotFound as error:
        if error.code == UNKNOWN_MESSAGE:
            return GONE
        raise
    return message.id


async def open_thread(
    client: discord.Client, server: str, channel_id: int, message_id: int, name: str
) -> int:
    """The thread of a message, opened when it has none; its id is the message's."""
    channel = client.get_partial_messageable(channel_id, guild_id=int(server))
    message = channel.get_partial_message(message_id)
    try:
        await message.create_thread(name=name, auto_archive_duration=THREAD_MINUTES)
    except discord.HTTPException as error:
        if error.code != THREAD_EXISTS:
            raise
    return message_id


def _texts(components: Iterable[Any]) -> Iterator[str]:  # Any: as discord.py parses them
    for component in components:
        content = getattr(component, "content", None)
        if isinstance(content, str):
            yield content
        yield from _texts(getattr(component, "children", ()))
