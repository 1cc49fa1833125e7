"""Discord as the services see it: the port through which replies are posted in channels."""

from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from datetime import UTC, datetime, timedelta
from typing import Any, Final

import aiohttp
import discord

from bot.chat.discord_app.rendering.digest import with_role
from bot.chat.discord_app.rendering.views import Renderer
from bot.digest.schedule import nonce
from bot.services.ports import (
    Place,
    PostFailed,
    PostForbidden,
    PostGone,
    PostLost,
    PostRefused,
    Trouble,
)
from bot.wording.prompts import Prompts, Utterance
from bot.wording.reply import Reply

FACE = "discord"
"""The name of this face in the database."""

NEEDED = ("view_channel", "send_messages", "read_message_history")
"""Without the last one Discord tells an empty history, and a post could be doubled."""

NEEDED_IN_THREAD = ("view_channel", "send_messages_in_threads", "read_message_history")

LOOKED_THROUGH = 1_000
"""Messages of a channel in which a mark is looked for; so many come in no few minutes."""

CLOCKS_APART = timedelta(minutes=10)
"""How far our clock may be from Discord's when messages are looked for by time."""

UNKNOWN_MESSAGE = 10008
"""Discord's code, for a nonce whose message was deleted since."""

THREAD_EXISTS = 160004
"""Discord's code for a second thread of one message."""

THREAD_MINUTES: Final = 1440
"""A thread without words in it is hidden after a day."""

NOT_SENT = (discord.HTTPException, aiohttp.ClientError)
"""How discord.py tells that Discord refused a message, and that the connection broke."""

LOST = (aiohttp.ClientError, discord.DiscordServerError, OSError, TimeoutError)
"""How it shows that a request may or may not have arrived."""

SHARD_SHIFT = 22
"""The bits of a server's id below those that choose its shard."""

PostingChannel = discord.TextChannel | discord.Thread


class DiscordPort:
    """Posts replies in Discord's channels; what it raises are the errors under PostFailed."""

    def __init__(self, client: discord.Client, prompts: Prompts, renderer: Renderer) -> None:
        self._client = client
        self._prompts = prompts
        self._renderer = renderer

    @property
    def face(self) -> str:
        """Discord's name in the database."""
        return FACE

    def owns(self, place: Place) -> bool:
        """Whether a place is Discord's, and its server one of this process's shard."""
        if place.face != FACE:
            return False
        shard, count = self._client.shard_id, self._client.shard_count
        if shard is None or not count or not place.server.isdecimal():
            return True
        return (int(place.server) >> SHARD_SHIFT) % count == shard

    async def why_not(self, place: Place) -> Trouble | None:
        """What keeps a message from a channel; None when nothing does."""
        guild = self._guild(place)
        if guild is None:
            return Trouble("server_gone")
        if guild.unavailable:
            return Trouble("down")
        number = int(place.channel)
        with _told():
            channel = guild.get_channel_or_thread(number) or await self._unlisted(number)
        if not isinstance(channel, PostingChannel) or channel.guild != guild:
            return Trouble("channel_gone")
        if isinstance(channel, discord.Thread) and channel.parent is None:
            return Trouble("channel_gone")
        missing = missing_permissions(channel, guild.me)
        return Trouble("permissions", missing) if missing else None

    async def post(
        self, place: Place, reply: Reply, *, key: str, role: str | None = None, silent: bool = False
    ) -> str:
        """Post a reply and tell the message's id; "" when it was posted and deleted since."""
        message = self._renderer.message(reply)
        mentions = discord.AllowedMentions.none()
        if role is not None:
            message = with_role(message, role)
            called = [discord.Object(int(role))]
            mentions = discord.AllowedMentions(
                everyone=False, users=False, replied_user=False, roles=called
            )
        channel = self._client.get_partial_messageable(int(place.channel))
        try:
            with _told():
                sent = await channel.send(
                    view=message, nonce=nonce(key), allowed_mentions=mentions, silent=silent
                )
        except PostGone as error:
            if getattr(error.__cause__, "code", None) == UNKNOWN_MESSAGE:
                return ""
            raise
        return str(sent.id)

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Show a reply in place of what a message of ours showed."""
        if not message:
            raise PostGone
        channel = self._client.get_partial_messageable(int(place.channel))
        shown = channel.get_partial_message(int(message))
        with _told():
            await shown.edit(
                view=self._renderer.message(reply), allowed_mentions=discord.AllowedMentions.none()
            )

    async def find(self, place: Place, mark: str, since: int) -> str | None:
        """The message of ours that shows a mark, sent at `since` (Unix seconds) or later."""
        channel = self._client.get_partial_messageable(int(place.channel))
        after = datetime.fromtimestamp(since, UTC) - CLOCKS_APART
        with _told():
            found = channel.history(limit=LOOKED_THROUGH, after=after, oldest_first=True)
            async for message in found:
                if self._is_own(message) and any(mark in t for t in _texts(message.components)):
                    return str(message.id)
        return None

    async def open_thread(self, place: Place, message: str, name: Utterance) -> Place | None:
        """The thread under a message, whose id is the message's; None where there can be none."""
        guild = self._guild(place)
        channel = guild.get_channel(int(place.channel)) if guild else None
        if guild is None or not message or not isinstance(channel, discord.TextChannel):
            return None
        has = channel.permissions_for(guild.me)
        if not (has.create_public_threads and has.send_messages_in_threads):
            return None
        try:
            with _told():
                await channel.get_partial_message(int(message)).create_thread(
                    name=self._prompts.say(name), auto_archive_duration=THREAD_MINUTES
                )
        except PostRefused as error:
            if getattr(error.__cause__, "code", None) != THREAD_EXISTS:
                raise
        return Place(FACE, place.server, message)

    async def tell(self, place: Place, person: str, reply: Reply) -> bool:
        """Tell a person in private, else the server's system channel, unless that is the place."""
        message = self._renderer.message(reply)
        if person.isdecimal():
            try:
                private = await self._client.create_dm(discord.Object(int(person)))
                await private.send(view=message)
            except discord.HTTPException:
                pass  # most take no messages from strangers; the server's channel is next
            except LOST:
                return False
            else:
                return True
        guild = self._guild(place)
        channel = guild.system_channel if guild else None
        if guild is None or channel is None or str(channel.id) == place.channel:
            return False
        if not channel.permissions_for(guild.me).send_messages:
            return False
        try:
            await channel.send(view=message)
        except NOT_SENT:
            return False
        return True

    def _guild(self, place: Place) -> discord.Guild | None:
        return self._client.get_guild(int(place.server)) if place.server.isdecimal() else None

    def _is_own(self, message: discord.Message) -> bool:
        return self._client.user is not None and message.author.id == self._client.user.id

    async def _unlisted(self, number: int) -> object:
        """A channel that the gateway tells nothing of, as of a thread without words lately."""
        try:
            return await self._client.fetch_channel(number)
        except (discord.NotFound, discord.Forbidden):
            return None


def missing_permissions(channel: PostingChannel, member: discord.Member) -> tuple[str, ...]:
    """The permissions for posting that a member does not have in a channel."""
    has = channel.permissions_for(member)
    needed = NEEDED_IN_THREAD if isinstance(channel, discord.Thread) else NEEDED
    return tuple(name for name in needed if not getattr(has, name))


@contextmanager
def _told() -> Iterator[None]:
    """Raise what discord.py raises as the error of ours that tells it."""
    try:
        yield
    except PostFailed:
        raise
    except LOST as error:
        raise PostLost from error
    except discord.NotFound as error:
        raise PostGone from error
    except discord.Forbidden as error:
        raise PostForbidden from error
    except discord.HTTPException as error:
        raise PostRefused(f"{error.status} {error.code}") from error


def _texts(components: Iterable[Any]) -> Iterator[str]:  # Any: as discord.py parses them
    for component in components:
        content = getattr(component, "content", None)
        if isinstance(content, str):
            yield content
        yield from _texts(getattr(component, "children", ()))
