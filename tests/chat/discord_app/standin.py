"""A stand-in for Discord over real sockets, when this machine has one."""

import asyncio
import importlib
import os
import sys
from collections.abc import AsyncIterator, Callable
from contextlib import asynccontextmanager
from pathlib import Path
from typing import Any

import pytest
from pydantic import SecretStr

from bot.chat.discord_app.endpoint import logged_in
from bot.chat.discord_app.sync import register
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from tests.chat.discord_app.conftest import PROMPTS

Standin = Any  # Any: found at run time, beside the checkout
Exchange = Any  # Any: as above
Payload = dict[str, Any]  # Any: JSON

CHECKOUT = Path(__file__).parents[3]


def standin_module() -> Any:  # noqa: ANN401 - found at run time
    """The stand-in's module; skips the test, loudly, where there is none."""
    shared = Path(os.environ.get("PULLQUOTE_SHARED", CHECKOUT.parent / "shared"))
    folder = shared / "discord"
    if not (folder / "standin.py").is_file():
        pytest.skip("SKIPPED: no stand-in for Discord; set PULLQUOTE_SHARED to its folder")
    if str(folder) not in sys.path:
        sys.path.append(str(folder))
    return importlib.import_module("standin")


def settings_of(standin: Standin, token: str | None = None) -> Settings:
    """Settings that lead to the stand-in."""
    return Settings(
        DISCORD_TOKEN=SecretStr(token or standin.token),
        PULLQUOTE_DISCORD_API=standin.base,
        PULLQUOTE_DISCORD_GATEWAY=standin.gateway,
    )


@asynccontextmanager
async def connected(newsroom: Newsroom) -> AsyncIterator[Standin]:
    """A stand-in for Discord with the bot of a newsroom connected to it, in this process."""
    async with standin_module().Standin() as discord:
        async with logged_in(newsroom, settings_of(discord), PROMPTS) as client:
            await register(client, newsroom)
            connection = asyncio.create_task(client.connect())
            await discord.wait_ready()
            yield discord
            await client.idle()
            await client.close()
            await connection
        assert discord.problems() == []


async def until(is_so: Callable[[], object]) -> None:
    """Wait until something is so."""
    async with asyncio.timeout(10):
        while not is_so():  # noqa: ASYNC110 - the stand-in only keeps lists
            await asyncio.sleep(0.02)
