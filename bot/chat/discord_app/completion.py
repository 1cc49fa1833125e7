"""Autocomplete: topics, outlets, titles, people, zones and times while they are typed."""

import asyncio
from collections.abc import Coroutine, Iterable
from datetime import datetime
from functools import cache
from typing import Any
from zoneinfo import ZoneInfo, available_timezones

from discord import app_commands

from bot.chat.digest_options import SETS, days_written
from bot.chat.discord_app.interactions import Interaction, collection, managed_collection
from bot.language.english.analyser import fold
from bot.quiz.item import Item
from bot.services.digests import Schedule
from bot.services.scores import zones as zone_names

CHOICES = 25
"""Choices of an option, Discord's own limit."""

LONGEST_CHOICE = 100
"""Characters of a choice's name and of its value, Discord's own limit."""

PATIENCE = 2.0
"""Seconds after which nothing is offered; Discord gives up after 3."""

Offers = list[app_commands.Choice[str]]
Pairs = Iterable[tuple[str, str]]


async def topics(interaction: Interaction, typed: str) -> Offers:
    """Topics of the articles that may be seen."""
    newsroom = interaction.client.newsroom
    return await in_time(_twice(newsroom.articles.names("topic", typed, collection(interaction))))


async def outlets(interaction: Interaction, typed: str) -> Offers:
    """Outlets of the articles that may be seen."""
    newsroom = interaction.client.newsroom
    return await in_time(_twice(newsroom.articles.names("outlet", typed, collection(interaction))))


async def titles(interaction: Interaction, typed: str) -> Offers:
    """Titles of the articles that may be seen; each stands for its article's id."""
    newsroom = interaction.client.newsroom
    return await in_time(newsroom.articles.titles(typed, collection(interaction)))


async def own_titles(interaction: Interaction, typed: str) -> Offers:
    """Titles of a server's own articles, those that it can remove."""
    newsroom = interaction.client.newsroom
    return await in_time(newsroom.articles.titles(typed, collection(interaction), own=True))


async def feeds(interaction: Interaction, typed: str) -> Offers:
    """Names of a server's feeds, for those who manage it; each stands for its feed's number."""
    newsroom = interaction.client.newsroom
    server = managed_collection(interaction)
    return await in_time(newsroom.feeds.suggest(typed, server))


async def _twice(names: Coroutine[Any, Any, list[str]]) -> list[tuple[str, str]]:
    return [(name, name) for name in await names]


async def in_time(found: Coroutine[Any, Any, list[tuple[str, str]]]) -> Offers:
    """Pairs of a value and its name as choices; none when they are not found in time."""
    task = asyncio.create_task(found)
    await asyncio.wait({task}, timeout=PATIENCE)
    if not task.done():
        task.cancel()
        return []
    return [] if task.exception() else list(_choices(task.result()))[:CHOICES]


def _choices(pairs: Pairs) -> Iterable[app_commands.Choice[str]]:
    for value, name in pairs:
        line = " ".join(name.split())
        if line and 0 < len(value) <= LONGEST_CHOICE:
            yield app_commands.Choice(name=cut(line), value=value)


def cut(name: str) -> str:
    """A name in the length that a choice may have."""
    return name if len(name) <= LONGEST_CHOICE else f"{name[: LONGEST_CHOICE - 1]}…"


async def restorable(interaction: Interaction, typed: str) -> Offers:
    """The questions that are not asked in a server, for those who manage it."""
    found = interaction.client.quiz.restorable(managed_collection(interaction))
    return await in_time(_matching(found, typed))


async def retirable(interaction: Interaction, typed: str) -> Offers:
    """The questions asked in a server lately, for those who manage it."""
    found = interaction.client.quiz.retirable(managed_collection(interaction))
    return await in_time(_matching(found, typed))


async def zones(_: Interaction, typed: str) -> Offers:
    """Time zones."""
    return list(_choices((name, name) for name in zone_names(typed, CHOICES)))


async def _matching(items: Coroutine[Any, Any, list[Item]], typed: str) -> list[tuple[str, str]]:
    sought = typed.strip().casefold()
    pairs = {item.id: item.question for item in await items if sought in item.question.casefold()}
    return list(pairs.items())


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
def zones_by_words() -> dict[str, str]:
    """Zones by the words that people type for them, such as "new york"."""
    names = sorted(name for name in available_timezones() if name.split("/")[0] in PLACES)
    return {fold(name.replace("_", " ").replace("/", " ")): name for name in names}


async def zone(interaction: Interaction, typed: str) -> Offers:
    """Zones with a word that begins as typed, and what the clock shows there."""
    sought = fold(typed.replace("_", " ").replace("/", " ")).strip()
    found = [name for words, name in zones_by_words().items() if f" {sought}" in f" {words}"]
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
        schedules = await interaction.client.newsroom.digests.schedules(server)
        named = [(str(item.id), _name(interaction, item)) for item in schedules]
        return [(value, name) for value, name in named if fold(typed) in fold(name)]

    return await in_time(found())


def _zone(name: str, now: datetime) -> app_commands.Choice[str]:
    clock = now.astimezone(ZoneInfo(name)).strftime("%H:%M")
    return app_commands.Choice(name=cut(f"{name.replace('_', ' ')} · {clock}"), value=name)


def _name(interaction: Interaction, schedule: Schedule) -> str:
    guild = interaction.guild
    channel = guild.get_channel_or_thread(int(schedule.channel)) if guild else None
    shown = f"#{channel.name}" if channel else f"#{schedule.channel}"
    timing = schedule.timing
    parts = (shown, timing.at.strftime("%H:%M"), days_written(timing.days), schedule.topic)
    return " · ".join(part for part in parts if part)
