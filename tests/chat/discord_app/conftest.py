"""The real bot in an imitation of Discord, on a real newsroom."""

import shutil
from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import discord
import pytest
import simcord

from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.wording.prompts import Prompts
from tests.chat.discord_app.examples import BUTTON, Json, parts
from tests.chat.discord_app.quiz_examples import Table

PROMPTS = Prompts()


@dataclass(frozen=True, slots=True)
class Server:
    """A server with a channel, a member, and a member who may manage it."""

    env: simcord.Env
    guild: simcord.GuildHandle
    channel: simcord.ChannelHandle
    member: simcord.MemberActor
    manager: simcord.MemberActor

    @property
    def collection(self) -> str:
        """The name of the server's own collection."""
        return str(self.guild.id)

    async def asks(self, command: str, /, **options: object) -> simcord.ResponseMessage:
        """What the member is answered."""
        return answered(await self.member.slash(self.channel, command, **options))

    async def manages(self, command: str, /, **options: object) -> simcord.ResponseMessage:
        """What the manager is answered."""
        return answered(await self.manager.slash(self.channel, command, **options))

    async def presses(
        self, message: simcord.ResponseMessage, custom_id: str
    ) -> simcord.ResponseMessage:
        """What the member is answered to a press."""
        return answered(await self.member.click(message.message, custom_id=custom_id))

    async def types(self, command: str, option: str, text: str) -> list[Json]:
        """What the member is offered while typing."""
        return await self.member.autocomplete(self.channel, command, option, text)


def now() -> float:
    """The moment in the imitation of Discord."""
    return discord.utils.utcnow().timestamp()


def answered(result: simcord.InteractionResult) -> simcord.ResponseMessage:
    """The message of an answer; there must be one, and no other after it."""
    assert result.response is not None
    assert result.followups == []
    return result.response


def server_of(env: simcord.Env, name: str) -> Server:
    """A new server that the bot is in."""
    guild = env.create_guild(name)
    role = guild.create_role("editors", permissions=discord.Permissions(manage_guild=True))
    member = guild.add_member(env.create_user(f"reader of {name}"))
    manager = guild.add_member(env.create_user(f"manager of {name}"), roles=[role])
    return Server(env, guild, guild.create_text_channel("general"), member, manager)


@pytest.fixture
async def newsroom(prepared: Path, tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom with eight articles on a ferry."""
    async with await Newsroom.open(shutil.copytree(prepared, tmp_path / "data")) as opened:
        yield opened


@pytest.fixture
def bot(newsroom: Newsroom) -> PullquoteClient:
    """The bot, not started; its clock is that of the imitation."""
    return PullquoteClient(newsroom, PROMPTS, now)


@pytest.fixture
async def env(bot: PullquoteClient) -> AsyncIterator[simcord.Env]:
    """An imitation of Discord with the bot in it, its commands registered."""
    running = simcord.Env(bot, check_errors=False)
    await running.start()
    await bot.tree.sync()
    yield running
    await running.shutdown()


@pytest.fixture
def server(env: simcord.Env) -> Server:
    """A server that the bot is in."""
    return server_of(env, "Linnholm")


@pytest.fixture
def other(env: simcord.Env) -> Server:
    """Another server."""
    return server_of(env, "Far away")


@pytest.fixture
async def table(server: Server, newsroom: Newsroom) -> Table:
    """A server where the quiz is played."""
    return await Table.set(server, newsroom)


async def forged(
    server: Server, message: simcord.ResponseMessage, custom_id: str
) -> simcord.ResponseMessage:
    """What the member is answered to a button that was never on the message."""
    stored = server.env.backend.get_message(message.channel_id, message.id)
    buttons = [part for part in parts(stored.components) if part["type"] == BUTTON]
    next(button for button in buttons if "custom_id" in button)["custom_id"] = custom_id
    return await server.presses(message, custom_id)
