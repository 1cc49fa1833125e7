"""The whole bot as a process, over sockets, against a stand-in for Discord."""

import asyncio
import os
import shutil
import signal
import sys
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from pathlib import Path

import pytest

from bot.services.newsroom import Newsroom
from tests.chat.discord_app.examples import Json, are_verbatim, ids, quotes, told
from tests.discord_standin import Exchange, Standin
from tests.effort import PATIENCE
from tests.shared import CHECKOUT

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123"  # noqa: S105 - made up
EPHEMERAL = 64


@pytest.fixture
async def standin() -> AsyncIterator[Standin]:
    async with Standin(token=TOKEN) as discord:
        yield discord
        assert discord.problems() == []


@pytest.fixture
def data(prepared: Path, tmp_path: Path) -> Path:
    return Path(shutil.copytree(prepared, tmp_path / "process"))


async def start(standin: Standin, data: Path, **environment: str) -> asyncio.subprocess.Process:
    """The bot, started as an operator starts it."""
    settings = {
        "DISCORD_TOKEN": TOKEN,
        "PULLQUOTE_DATA": str(data),
        "PULLQUOTE_DISCORD_API": standin.base,
        "PULLQUOTE_DISCORD_GATEWAY": standin.gateway.url,
        **environment,
    }
    return await asyncio.create_subprocess_exec(
        sys.executable,
        *("-m", "bot", "run"),
        cwd=CHECKOUT,
        env={**os.environ, **settings},
        stdout=asyncio.subprocess.DEVNULL,
        stderr=asyncio.subprocess.PIPE,
    )


async def stop(bot: asyncio.subprocess.Process, number: int = signal.SIGTERM) -> str:
    """What the bot has logged; it must end in time, with exit code 0, and tell no secret."""
    bot.send_signal(number)
    code, log = await ended(bot)
    assert code == 0, log
    assert "Traceback" not in log
    assert TOKEN not in log
    return log


async def ended(bot: asyncio.subprocess.Process) -> tuple[int | None, str]:
    """The exit code and the log of a bot that ends by itself."""
    _, log = await asyncio.wait_for(bot.communicate(), PATIENCE)
    return bot.returncode, log.decode()


@asynccontextmanager
async def running(standin: Standin, data: Path) -> AsyncIterator[asyncio.subprocess.Process]:
    """A bot that is connected; it is stopped afterwards and has told no secret."""
    standin.gateway.expect()
    bot = await start(standin, data)
    try:
        await standin.gateway.wait_ready()
        yield bot
        if bot.returncode is None:
            await stop(bot)
    finally:
        if bot.returncode is None:
            bot.kill()
            await bot.wait()


async def find_sources(standin: Standin, text: str) -> Exchange:
    """Somebody chooses "Find sources" in the menu of a message."""
    return await standin.users.choose("Find sources", standin.users.say(text))


async def brief(standin: Standin) -> Json:
    """The message that answers /brief ferry."""
    message: Json = await (await standin.users.slash("brief", topic="ferry")).message()
    return message


async def pressed(standin: Standin, message: Json, kind: str) -> Json:
    """The message that answers the first button of a kind."""
    answer: Json = await (
        await standin.users.click(message, ids(message["components"], kind)[0])
    ).message()
    return answer


async def test_everything_is_answered_before_and_after_a_restart(
    standin: Standin, data: Path, newsroom: Newsroom
) -> None:
    async with running(standin, data):
        first = await brief(standin)
        asked = await (
            await standin.users.slash("ask", question="how much would a new ferry cost?")
        ).message()
        found = await (await find_sources(standin, "The ferry to Linnholm stopped")).message()
        more = await pressed(standin, first, "more")
        context = await pressed(standin, first, "context")
        for message in (first, asked, found, more, context):
            assert await are_verbatim(newsroom, message["components"], None)
        assert not first["flags"] & EPHEMERAL
        assert all(private["flags"] & EPHEMERAL for private in (found, more, context))
        choices = await (await standin.users.autocomplete("brief", "outlet", "coast")).choices()
        assert choices == [{"name": "Coast Radio", "value": "Coast Radio"}]
        helped = await (await standin.users.slash("help")).message()
        assert "/brief topic" in told(helped["components"])
    await change_fingerprint(standin, data)
    async with running(standin, data) as bot:
        assert quotes((await pressed(standin, first, "more"))["components"])
        assert quotes((await pressed(standin, first, "context"))["components"])
        assert "pullquote sync" in await stop(bot, signal.SIGINT)
    assert len(standin.calls("PUT", "/commands$")) == 1


async def change_fingerprint(standin: Standin, data: Path) -> None:
    """Let the bot find that other commands were registered."""
    async with await Newsroom.open(data) as newsroom:
        await newsroom.notes.keep(f"discord/commands/{standin.state.bot['id']}/everywhere", "older")


async def test_a_wrong_token_ends_the_bot_without_telling_it(standin: Standin, data: Path) -> None:
    wrong = TOKEN[::-1]
    code, log = await ended(await start(standin, data, DISCORD_TOKEN=wrong))
    assert code == 78
    assert "DISCORD_TOKEN" in log
    assert wrong not in log


async def test_a_discord_that_is_not_there_ends_the_bot_in_a_sentence(
    standin: Standin, data: Path
) -> None:
    nowhere = "http://127.0.0.1:9/api/v10"
    code, log = await ended(await start(standin, data, PULLQUOTE_DISCORD_API=nowhere))
    assert code == 1
    assert "Discord cannot be reached" in log
    assert "Traceback" not in log
