"""What Discord offers while somebody types a zone, days, or one of the server's digests."""

from datetime import datetime
from functools import cache
from zoneinfo import ZoneInfo, available_timezones

from discord import app_commands

from bot.chat.discord_app.completion import CHOICES, Offers, cut, in_time
from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.digest_options import SETS, days_written
from bot.chat.discord_app.place import collection
from bot.newsroom_digest import Schedule
from bot.search.analysis import fold

USUAL = (
    *("UTC", "Europe/London", "Europe/Berlin", "Europe/Paris", "Europe/Kyiv", "Europe/Moscow"),
    *("America/New_York", "America/Chicago", "America/Denver", "America/Los_Angeles"),
    *("America/Sao_Paulo", "Africa/Lagos", "Africa/Johannesburg", "Asia/Dubai", "Asia/Kolkata"),
    *("Asia/Singapore", "Asia/Shanghai", "Asia/Tokyo", "Australia/Sydney", "Pacific/Auckland"),
)
"""Zones that are offered before anything is typed."""

REGIONS = ("Africa", "America", "Antarctica", "Asia", "Atlantic", "Australia", "Europe", "Indian")
PLACES = frozenset((*REGIONS, "Arctic", "Pacific", "UTC"))
"""Where zones are called by a city; the others are old names for the same."""


@cache
def zones() -> dict[str, str]:
    """Zones by the words that people type for them, such as "new york"."""
    names = sorted(name for name in available_timezones() if name.split("/")[0] in PLACES)
    return {fold(name.replace("_", " ").replace("/", " ")): name for name in names}


async def zone(interaction: Interaction, typed: str) -> Offers:
    """Zones with a word that begins as typed, and what the clock shows there."""
    sought = fold(typed.replace("_", " ").replace("/", " ")).strip()
    found = [name for words, name in zones().items() if f" {sought}" in f" {words}"]
    now = interaction.created_at
    return [_zone(name, now) for name in (found if sought else USUAL)[:CHOICES]]


async def days(_interaction: Interaction, typed: str) -> Offers:
    """Sets of days, and what was typed when it is one."""
    names = [name for name in SETS if name.startswith(typed.strip().casefold())]
    return [app_commands.Choice(name=name, value=name) for name in names]


async def digest(interaction: Interaction, typed: str) -> Offers:
    """The digests of the server, by channel, time and topic."""
    server = collection(interaction)
    if server is None:
        return []

    async def found() -> list[tuple[str, str]]:
        schedules = await interaction.client.desk.newsroom.digests.schedules(server)
        named = [(str(item.id), _name(interaction, item)) for item in schedules]
        return [(value, name) for value, name in named if fold(typed) in fold(name)]

    return await in_time(found())


def _zone(name: str, now: datetime) -> app_commands.Choice[str]:
    clock = now.astimezone(ZoneInfo(name)).strftime("%H:%M")
    return app_commands.Choice(name=cut(f"{name.replace('_', ' ')} · {clock}"), value=name)


def _name(interaction: Interaction, schedule: Schedule) -> str:
    guild = interaction.guild
    channel = guild.get_channel_or_thread(schedule.channel) if guild else None
    shown = f"#{channel.name}" if channel else f"#{schedule.channel}"
    timing = schedule.timing
    told = (shown, timing.at.strftime("%H:%M"), days_written(timing.days), schedule.topic)
    return " · ".join(part for part in told if part)
