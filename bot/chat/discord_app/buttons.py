"""Buttons that live through restarts: everything they need is in their ids."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.chat import ids
from bot.chat.discord_app.interactions import (
    Interaction,
    answer,
    collection,
    managed_collection,
    refuse,
)
from bot.chat.discord_app.rendering.form import READER

AnyInteraction = discord.Interaction[Any]  # Any: discord.py leaves the client's class open here
AnyItem = ui.Item[Any]  # Any: a pressed button has no view
Match = re.Match[str]
Press = Callable[[AnyInteraction, Match], Awaitable[None]]
Kind = type[ui.DynamicItem[ui.Button[Any]]]


def pressable(template: re.Pattern[str], press: Press) -> Kind:
    """A kind of button, known by its id, and what a press of it does."""

    class Pressed(ui.DynamicItem[ui.Button[Any]], template=template):
        def __init__(self, match: Match) -> None:
            super().__init__(ui.Button(custom_id=match.string))
            self._match = match

        @classmethod
        async def from_custom_id(
            cls, _interaction: AnyInteraction, _item: AnyItem, match: Match
        ) -> Self:
            return cls(match)

        async def callback(self, interaction: AnyInteraction) -> None:
            READER.set(str(interaction.locale))
            try:
                await press(interaction, self._match)
            except Exception as error:  # noqa: BLE001 - whoever pressed is told, maybe the log
                await refuse(interaction, error)

    return Pressed


async def _more(interaction: Interaction, match: Match) -> None:
    more = interaction.client.presenter.more
    shown = more(match["token"], int(match["offset"]), collection(interaction))
    await answer(interaction, shown, private=True)


async def _context(interaction: Interaction, match: Match) -> None:
    version, start, end = (int(match[name]) for name in ("version", "start", "end"))
    context = interaction.client.presenter.context
    shown = context(match["article"], version, start, end, collection(interaction))
    await answer(interaction, shown, private=True)


async def _listing(interaction: Interaction, match: Match) -> None:
    shown = interaction.client.presenter.listing(int(match["page"]), collection(interaction))
    await answer(interaction, shown, private=True)


async def _feeds(interaction: Interaction, match: Match) -> None:
    server = managed_collection(interaction)
    shown = interaction.client.presenter.feeds(int(match["page"]), server)
    await answer(interaction, shown, private=True)


async def _story(interaction: Interaction, match: Match) -> None:
    shown = interaction.client.presenter.story(match["article"], collection(interaction))
    await answer(interaction, shown, private=True)


KINDS = (
    pressable(ids.MORE, _more),
    pressable(ids.CONTEXT, _context),
    pressable(ids.LISTING, _listing),
    pressable(ids.FEEDS, _feeds),
    pressable(ids.STORY, _story),
)
"""Every kind of button that is answered."""


def is_answered(interaction: AnyInteraction) -> bool:
    """Whether a pressed button is on its message and of a kind that is answered."""
    custom_id = str(dict(interaction.data or {}).get("custom_id"))
    known = any(template.fullmatch(custom_id) for template in ids.TEMPLATES)
    return known and interaction.message is not None and custom_id in _ids(interaction.message)


def _ids(message: discord.Message) -> set[str | None]:
    view = ui.LayoutView.from_message(message, timeout=None)
    return {item.custom_id for item in view.walk_children() if isinstance(item, ui.Button)}
