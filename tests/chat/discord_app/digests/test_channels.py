"""Where a digest may be ordered, and what status tells of a channel that was closed since."""

from typing import Any

import discord
import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.commands.digest import refuse_channel
from bot.errors import NotForYou
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.conftest import Server
from tests.chat.discord_app.digests.fake_discord import see
from tests.chat.discord_app.digests.payloads import BOT_USER, FIRST_CHANNEL, channel
from tests.chat.discord_app.digests.test_commands import order
from tests.chat.discord_app.examples import told


async def test_a_channel_that_the_asker_cannot_see_is_refused(client: PullquoteClient) -> None:
    see(client, [channel(FIRST_CHANNEL)])
    guild = client.guilds[0]
    hidden = guild.get_channel(FIRST_CHANNEL)
    assert isinstance(hidden, discord.TextChannel)
    stranger: Any = {"user": {**BOT_USER, "id": "7"}, "roles": [], "joined_at": None, "flags": 0}
    asker = discord.Member(data=stranger, guild=guild, state=client._connection)  # noqa: SLF001 - instead of a gateway
    refuse_channel(client.writer, hidden, asker)
    guild.default_role._permissions = 0  # noqa: SLF001 - as above
    with pytest.raises(NotForYou):
        refuse_channel(client.writer, hidden, asker)


async def test_status_tells_what_keeps_the_bot_from_a_channel(
    server: Server, bot: PullquoteClient
) -> None:
    await order(server)
    for role in bot.guilds[0].roles:
        role._permissions = discord.Permissions(view_channel=True).value  # noqa: SLF001 - instead of a gateway
    shown = told((await server.manages("digest status")).components)
    assert "I cannot post there" in shown
    assert "Send Messages, Read Message History" in shown


@pytest.mark.parametrize("mentionable", [False, True])
async def test_a_role_that_anybody_may_mention_may_be_called(
    server: Server, newsroom: Newsroom, *, mentionable: bool
) -> None:
    role = server.guild.create_role("early birds", mentionable=mentionable)
    await order(server, role=role)
    schedules = await newsroom.digests.schedules(server.collection)
    assert [schedule.role for schedule in schedules] == ([str(role.id)] if mentionable else [])
