"""How many /brief a second the bot answers, beside a bot that only says "pong".

Both run as processes of their own, one after the other, against the stand-in for Discord of the
tests: `python -m benchmarks.discord_rate`.
"""

import asyncio
import os
import sys
import tempfile
import time
from collections.abc import AsyncIterator
from contextlib import asynccontextmanager
from dataclasses import dataclass

import discord
import psutil
from discord import app_commands
from discord.gateway import DiscordWebSocket
from discord.http import Route
from yarl import URL

from tests.discord_standin import Standin
from tests.discord_standin.payloads import Json

IN_FLIGHT = 32
"""Questions that wait for an answer at the same time."""

MEASURED = 3_000
"""Answers that are timed, after a tenth as many to warm up."""

ROUNDS = 2
"""Times that each bot is measured, in turns; the better one counts, for other work only slows."""

TOPICS = ("sanctions", "trade", "gas pipeline", "Kharkiv", "dual-use goods", "electric cars")


@dataclass(frozen=True, slots=True)
class Load:
    """A bot to start, and what to ask it."""

    name: str
    arguments: tuple[str, ...]
    command: str
    options: tuple[Json, ...]


PING = Load("/ping, a trivial bot", ("-m", "benchmarks.discord_rate", "pong"), "ping", ({},))
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
async def started(load: Load, standin: Standin, data: str) -> AsyncIterator[psutil.Process]:
    """The bot of a load, connected to the stand-in."""
    environment = {
        **os.environ,
        "DISCORD_TOKEN": standin.token,
        "PULLQUOTE_DISCORD_API": standin.base,
        "PULLQUOTE_DISCORD_GATEWAY": standin.gateway.url,
        "PULLQUOTE_DATA": data,
    }
    process = await asyncio.create_subprocess_exec(
        sys.executable, *load.arguments, env=environment, stderr=asyncio.subprocess.DEVNULL
    )
    try:
        await standin.gateway.wait_ready()
        yield psutil.Process(process.pid)
    finally:
        process.terminate()
        await process.wait()


async def asked(load: Load, standin: Standin, count: int) -> list[float]:
    """Ask `count` times with IN_FLIGHT at once; seconds that each answer took."""
    numbers, taken = iter(range(count)), []

    async def ask() -> None:
        for number in numbers:
            options = load.options[number % len(load.options)]
            exchange = await standin.users.slash(load.command, **options)
            await exchange.reply()
            taken.append(exchange.latency)
            del standin.interactions.exchanges[exchange.payload["token"]]
            standin.state.messages.clear()
            standin.rest.requests.clear()

    await asyncio.gather(*(ask() for _ in range(IN_FLIGHT)))
    return taken


async def rate(load: Load) -> float:
    """Answers a second of a bot; a few are judged by Discord's document first, where it is."""
    with tempfile.TemporaryDirectory() as data:
        async with Standin() as standin, started(load, standin, data) as process:
            await asked_and_judged(load, standin)
            standin.rest.judge = None
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


async def asked_and_judged(load: Load, standin: Standin) -> None:
    """Ask everything once and stop when a payload is refused."""
    for options in load.options:
        await (await standin.users.slash(load.command, **options)).message()
    if standin.problems():
        sys.exit(f"{load.name}: refused by the stand-in: {standin.problems()}")


async def main() -> None:
    rates: dict[str, list[float]] = {PING.name: [], BRIEF.name: []}
    for _ in range(ROUNDS):
        for load in (PING, BRIEF):
            rates[load.name].append(await rate(load))
    print(f"ratio {max(rates[BRIEF.name]) / max(rates[PING.name]):.2f} (at least 0.50 is wanted)")


if __name__ == "__main__":
    if sys.argv[1:] == ["pong"]:
        pong()
        sys.exit()
    asyncio.run(main())
