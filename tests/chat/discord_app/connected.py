"""The bot of a newsroom, connected to the stand-in for Discord."""

import asyncio
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager

from pydantic import SecretStr

from bot.chat.discord_app.endpoint import logged_in
from bot.chat.discord_app.sync import register
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.chat.discord_app.conftest import PROMPTS
from tests.discord_standin import Standin
from tests.effort import PATIENCE


def settings_of(discord: Standin, token: str | None = None) -> Settings:
    """Settings that lead to the stand-in."""
    return Settings(
        DISCORD_TOKEN=SecretStr(token or discord.token),
        PULLQUOTE_DISCORD_API=discord.base,
        PULLQUOTE_DISCORD_GATEWAY=discord.gateway.url,
    )


@asynccontextmanager
async def connected(newsroom: Newsroom) -> AsyncIterator[Standin]:
    """A stand-in for Discord with the bot of a newsroom connected to it, in this process."""
    async with Standin() as discord:
        async with logged_in(newsroom, settings_of(discord), PROMPTS) as client:
            await register(client, newsroom)
            connection = asyncio.create_task(client.connect())
            await discord.gateway.wait_ready()
            yield discord
            await client.idle()
            await client.close()
            await connection
        assert discord.problems() == []


async def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(PATIENCE):
        while not is_so():  # noqa: ASYNC110 - what is waited for is in a list or in a file
            await asyncio.sleep(0.02)
