"""How many /brief a second the bot answers, beside a bot that only says "pong".

Both run as processes of their own, one after the other, against a stand-in for Discord on this
machine: `python benchmarks/discord_rate.py FOLDER`, FOLDER (or PULLQUOTE_STANDIN) being where
`standin.py` is.
"""

import asyncio
import importlib
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import discord
import psutil
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

IN_FLIGHT = 32
"""Questions that wait for an answer at the same time."""

MEASURED = 3_000
"""Answers that are timed, after a tenth as many to warm up."""

ROUNDS = 2
"""Times that each bot is measured, in turns; the better one counts, for other work only slows."""

TOPICS = ("sanctions", "trade", "gas pipeline", "Kharkiv", "dual-use goods", "electric cars")

Any_ = Any  # Any: the stand-in is found at run time


@dataclass(frozen=True, slots=True)
class Load:
    """A bot to start, and what to ask it."""

    name: str
    arguments: tuple[str, ...]
    command: str
    options: tuple[dict[str, str], ...]


PING = Load("/ping, a trivial bot", (str(Path(__file__)), "pong"), "ping", ({},))
BRIEF = Load("/brief", ("-m", "bot", "run"), "brief", tuple({"topic": t} for t in TOPICS))


def pong() -> None:
    """Be the trivial bot."""
    Route.BASE = os.environ["PULLQUOTE_DISCORD_API"]
    DiscordWebSocket.DEFAULT_GATEWAY = URL(os.environ["PULLQUOTE_DISCORD_GATEWAY"])
    client = discord.Client(intents=discord.Intents(guilds=True))
    tree = app_commands.CommandTree(client)

    @tree.command(description="Answers with one word")
    async def ping(interaction: discord.Interaction) -> None:
        await interaction.response.send_message("pong")

    async def synced() -> None:
        await tree.sync()

    client.setup_hook = synced  # type: ignore[method-assign]  # the shortest bot there is
    client.run(os.environ["DISCORD_TOKEN"], log_handler=None)


@asynccontextmanager
async def started(load: Load, standin: Any_, data: str) -> AsyncIterator[psutil.Process]:
    """The bot of a load, connected to the stand-in."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": standin.token,
        "PULLQUOTE_DISCORD_API": standin.base,
        "PULLQUOTE_DISCORD_GATEWAY": standin.gateway,
        "PULLQUOTE_DATA": data,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, *load.arguments, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await standin.wait_ready(60)
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        await process.wait()


async def asked(load: Load, standin: Any_, count: int) -> list[float]:
    """Ask `count` times with IN_FLIGHT at once; seconds that each answer took."""
    numbers, taken = iter(range(count)), []

    async def ask() -> None:
        for number in numbers:
            options = load.options[number % len(load.options)]
            exchange = await standin.slash(load.command, **options)
            await exchange.reply()
            taken.append(exchange.latency)
            del standin.exchanges[exchange.payload["token"]]
            standin.messages.clear()
            standin.requests.clear()

    await asyncio.gather(*(ask() for _ in range(IN_FLIGHT)))
    return taken


async def rate(load: Load, module: Any_) -> float:
    """Answers a second of a bot; a few are judged by the stand-in's oracle first."""
    with tempfile.TemporaryDirectory() as data:
        async with (
            module.Standin(self_check=False) as standin,
            started(load, standin, data) as process,
        ):
            await asked_and_judged(load, standin)
            standin.oracle = None
            await asked(load, standin, MEASURED // 10)
            before, busy = time.perf_counter(), cpu_seconds(process)
            taken = sorted(await asked(load, standin, MEASURED))
            seconds, busy = time.perf_counter() - before, cpu_seconds(process) - busy
    middle, late = taken[len(taken) // 2] * 1000, taken[len(taken) * 99 // 100] * 1000
    print(
        f"{load.name:22} {MEASURED / seconds:6.0f} a second   p50 {middle:6.1f} ms"
        f"   p99 {late:6.1f} ms   {busy / MEASURED * 1000:5.2f} ms of the bot's processor each"
    )
    return MEASURED / seconds


def cpu_seconds(process: psutil.Process) -> float:
    """Processor time that a process has used."""
    times = process.cpu_times()
    return float(times.user + times.system)


async def asked_and_judged(load: Load, standin: Any_) -> None:
    """Ask everything once and stop when a payload is refused."""
    for options in load.options:
        await (await standin.slash(load.command, **options)).message()
    if standin.problems():
        sys.exit(f"{load.name}: refused by the stand-in: {standin.problems()}")


async def main(folder: str) -> None:
    sys.path.insert(0, folder)
    module = importlib.import_module("standin")
    rates: dict[str, list[float]] = {PING.name: [], BRIEF.name: []}
    for _ in range(ROUNDS):
        for load in (PING, BRIEF):
            rates[load.name].append(await rate(load, module))
    print(f"ratio {max(rates[BRIEF.name]) / max(rates[PING.name]):.2f} (at least 0.50 is wanted)")


if __name__ == "__main__":
    if sys.argv[1:] == ["pong"]:
        pong()
        sys.exit()
    place = sys.argv[1] if sys.argv[1:] else os.environ.get("PULLQUOTE_STANDIN", "")
    if not place or not (Path(place) / "standin.py").is_file():
        sys.exit("SKIPPED: give the folder that holds standin.py, or set PULLQUOTE_STANDIN")
    asyncio.run(main(place))
