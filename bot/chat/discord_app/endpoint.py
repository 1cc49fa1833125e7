"""Where Discord is, and logging in there: the one place that touches discord.py's own addresses."""

import asyncio
import logging
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager, contextmanager

import aiohttp
import discord
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from bot.chat.discord_app.client import PullquoteClient
from bot.errors import PullquoteError, WrongConfiguration
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from bot.wording.prompts import Prompts

REACHED_WITHIN = 20.0
"""Seconds in which Discord must answer at the start: three of discord.py's own attempts."""

CLOSED_WITHIN = 4.0
"""Seconds for the last answers, and for closing: both together less than the 10 that a supervisor
waits at least."""

UNREACHED = (aiohttp.ClientError, OSError, TimeoutError, discord.DiscordServerError)
"""How discord.py tells that nothing answered."""

log = logging.getLogger(__name__)


@contextmanager
def endpoint(settings: Settings) -> Iterator[None]:
    """Let discord.py use the addresses of the settings, where they name any."""
    before = Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY
    if settings.discord_api is not None:
        Route.BASE = settings.discord_api.rstrip("/")
    if settings.discord_gateway is not None:
        DiscordWebSocket.DEFAULT_GATEWAY = URL(settings.discord_gateway)
    try:
        yield
    finally:
        Route.BASE, DiscordWebSocket.DEFAULT_GATEWAY = before


@asynccontextmanager
async def logged_in(
    newsroom: Newsroom, settings: Settings, prompts: Prompts
) -> AsyncIterator[PullquoteClient]:
    """A client that Discord knows, not yet connected to its gateway."""
    discord.VoiceClient.warn_nacl = discord.VoiceClient.warn_dave = False
    with endpoint(settings):
        client = PullquoteClient(newsroom, prompts)
        try:
            await _log_in(client, settings)
            yield client
        finally:
            await _close(client)


async def _log_in(client: PullquoteClient, settings: Settings) -> None:
    try:
        async with asyncio.timeout(REACHED_WITHIN):
            await client.login(settings.discord_token() or "")
    except discord.LoginFailure:
        raise WrongConfiguration("setting/value", setting=token_setting(settings)) from None
    except UNREACHED as error:
        raise PullquoteError("discord/unreachable") from error


async def _close(client: PullquoteClient) -> None:
    """Answer whoever waits, then go; what takes too long is left."""
    for last in (client.idle, client.close):
        try:
            async with asyncio.timeout(CLOSED_WITHIN):
                await last()
        except TimeoutError:
            log.warning("closing took too long: %s", last.__name__)


def token_setting(settings: Settings) -> str:
    """The name of the setting that the token comes from."""
    return "DISCORD_TOKEN" if settings.token is not None else "DISCORD_TOKEN_FILE"
