"""The quiz as members of a server play it in an imitation of Discord."""

from dataclasses import dataclass
from typing import TYPE_CHECKING

import discord
import simcord

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.rendering.views import Message
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.examples import Json, ids, told
from tests.quiz.play import RIGHT
from tests.quiz.round_examples import FixedPool

if TYPE_CHECKING:
    from tests.chat.discord_app.conftest import Server

PAUSE = 9
"""Seconds after an answer was shown, by which the next question is there."""


@dataclass(frozen=True, slots=True)
class Table:
    """A server where the quiz is played on the ferry articles."""

    server: "Server"
    newsroom: Newsroom

    @classmethod
    async def set(cls, server: "Server", newsroom: Newsroom) -> "Table":
        """The table, with a question on each article."""
        newsroom.rounds.selector.pool = await FixedPool.of(newsroom)
        return cls(server, newsroom)

    async def live(self, **options: object) -> simcord.ResponseMessage:
        """The first question of a live round."""
        return await self.server.asks("quiz", live=True, **options)

    async def press(
        self,
        message: simcord.ResponseMessage | discord.Message,
        custom_id: str,
        by: simcord.MemberActor | None = None,
    ) -> simcord.ResponseMessage:
        """What somebody is answered to a press."""
        pressed = message if isinstance(message, discord.Message) else message.message
        result = await (by or self.server.member).click(pressed, custom_id=custom_id)
        assert result.response is not None
        return result.response

    async def guess(
        self,
        message: simcord.ResponseMessage,
        choice: int = RIGHT,
        by: simcord.MemberActor | None = None,
    ) -> simcord.ResponseMessage:
        """What somebody is answered to an answer."""
        return await self.press(message, ids(message.components, "quiz")[choice], by)

    async def posts(self, message: Message, bot: PullquoteClient) -> simcord.ResponseMessage:
        """A message that the bot posts by itself."""
        await bot.get_partial_messageable(self.server.channel.id).send(view=message)
        return self.latest

    async def later(self, seconds: float) -> None:
        """Let time pass; what the bot does by itself is done afterwards."""
        await self.server.env.advance_time(seconds)

    @property
    def posted(self) -> list[simcord.ResponseMessage]:
        """The messages that the whole channel sees, as they are now, in their order."""
        env, channel = self.server.env, self.server.channel
        stored = env.backend.messages.get(channel.id, {}).values()
        public = [message for message in stored if not message.flags & 64]
        return [simcord.ResponseMessage(env, one) for one in sorted(public, key=lambda m: m.id)]

    @property
    def latest(self) -> simcord.ResponseMessage:
        """The message that was posted last."""
        return self.posted[-1]

    def joined(self, name: str) -> simcord.MemberActor:
        """Another member of the server."""
        return self.server.guild.add_member(self.server.env.create_user(name))


def says(message: simcord.ResponseMessage) -> str:
    """All that a message says."""
    return told(message.components)


def buttons(message: simcord.ResponseMessage) -> list[Json]:
    """The buttons of a message."""
    rows = [part for part in message.components if part["type"] == 1]
    return [button for row in rows for button in row["components"]]
