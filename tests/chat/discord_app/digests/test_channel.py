"""Discord keeps the contract of every face."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest

from bot.chat.discord_app.channel import DiscordPort
from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.services.ports import (
    Place,
    PostFailed,
    PostForbidden,
    PostGone,
    PostLost,
    PostRefused,
    Why,
)
from tests.chat.discord_app.digests.fake_discord import FakeDiscord, client_of, see, texts
from tests.chat.discord_app.digests.payloads import (
    FIRST_CHANNEL,
    GUILD,
    OWNER,
    SYSTEM_CHANNEL,
    channel,
)
from tests.services.chat_port_contract import ChatPortContract

REFUSALS = {
    PostGone: (404, 10003),
    PostForbidden: (403, 50013),
    PostRefused: (400, 50035),
    PostLost: (503, 0),
}


@dataclass
class DiscordUnderTest:
    """Discord's port before the fake, with the contract's hand on it."""

    port: DiscordPort
    fake: FakeDiscord
    client: PullquoteClient
    place: Place = Place("discord", str(GUILD), str(FIRST_CHANNEL))  # noqa: RUF009 - frozen
    person: str = str(OWNER)

    def shown(self, place: Place) -> list[str]:
        return [texts(message) for message in self.fake.messages[int(place.channel)]]

    def delete(self, message: str) -> None:
        self.fake.delete(message)

    def lose_a_reply(self) -> None:
        self.fake.lost = 1

    def refuse(self, kind: type[PostFailed]) -> None:
        self.fake.refused[FIRST_CHANNEL] = REFUSALS[kind]

    def hinder(self, why: Why) -> None:
        guild = self.client.guilds[0]
        if why == "down":
            guild.unavailable = True
        elif why == "permissions":
            see(self.client, [channel(FIRST_CHANNEL, discord.Permissions(send_messages=True))])
        elif why == "channel_gone":
            see(self.client, [])
        else:
            self.client._connection._remove_guild(guild)  # noqa: SLF001 - instead of a gateway

    def forbid_threads(self) -> None:
        denied = discord.Permissions(create_public_threads=True)
        see(self.client, [channel(FIRST_CHANNEL, denied)])

    def told(self) -> int:
        return len(self.fake.private)

    def shut_the_door(self) -> None:
        self.fake.refused |= {OWNER: (403, 50007), SYSTEM_CHANNEL: (403, 50001)}


class TestDiscordPort(ChatPortContract):
    """The contract, over HTTP."""

    @pytest.fixture
    async def face(self, tmp_path: Path) -> AsyncIterator[DiscordUnderTest]:
        async with (
            FakeDiscord(remembers_nonces=True).serving() as fake,
            await Newsroom.open(tmp_path / "data") as newsroom,
            client_of(fake.base, newsroom, [channel(FIRST_CHANNEL)]) as client,
        ):
            yield DiscordUnderTest(client.port, fake, client)
