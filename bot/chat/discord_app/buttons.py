"""Buttons that live through restarts: everything they need is in their ids."""

import re
from collections.abc import Awaitable, Callable
from typing import Any, Self

import discord
from discord import ui

from bot.chat import ids
from bot.chat.discord_app.interactions import Work, answer, collection, managed_collection
from bot.chat.discord_app.presenter import Presenter
from bot.chat.discord_app.rendering.views import Message

Show = Callable[[Presenter, re.Match[str], str | None], Work]
"""From the parts of a button's id and the collection of the one who presses it to an answer."""

Place = Callable[[Any], str | None]  # Any: the interaction, as below
AnyInteraction = discord.Interaction[Any]  # Any: discord.py leaves the client's class open here
AnyItem = ui.Item[Any]  # Any: a pressed button has no view
Press = Callable[[AnyInteraction, re.Match[str]], Awaitable[None]]
Kind = type[ui.DynamicItem[ui.Button[Any]]]


def pressable(template: re.Pattern[str], press: Press) -> Kind:
    """A kind of button, known by its id, and what a press of it does."""

    class Pressed(ui.DynamicItem[ui.Button[Any]], template=template):
        def __init__(self, match: re.Match[str]) -> None:
            super().__init__(ui.Button(custom_id=match.string))
            self._match = match

        @classmethod
        async def from_custom_id(
            cls, _interaction: AnyInteraction, _item: AnyItem, match: re.Match[str]
        ) -> Self:
            return cls(match)

        async def callback(self, interaction: AnyInteraction) -> None:
            await press(interaction, self._match)

    return Pressed


def _kind(template: re.Pattern[str], show: Show, place: Place = collection) -> Kind:
    """A kind of button whose answer only the one who presses it sees.

    `place` tells whose articles are shown, and refuses those who may not see them.
    """

    async def press(interaction: AnyInteraction, match: re.Match[str]) -> None:
        await answer(interaction, _shown(interaction, match), private=True)

    async def _shown(interaction: AnyInteraction, match: re.Match[str]) -> Message:
        return await show(interaction.client.desk, match, place(interaction))

    return pressable(template, press)


def _more(desk: Presenter, match: re.Match[str], server: str | None) -> Work:
    return desk.more(match["token"], int(match["offset"]), server)


def _context(desk: Presenter, match: re.Match[str], server: str | None) -> Work:
    version, start, end = (int(match[name]) for name in ("version", "start", "end"))
    return desk.context(match["article"], version, start, end, server)


def _listing(desk: Presenter, match: re.Match[str], server: str | None) -> Work:
    return desk.listing(int(match["page"]), server)


def _feeds(desk: Presenter, match: re.Match[str], server: str | None) -> Work:
    return desk.feeds(int(match["page"]), str(server))


def _story(desk: Presenter, match: re.Match[str], server: str | None) -> Work:
    return desk.story(match["article"], server)


KINDS = (
    _kind(ids.MORE, _more),
    _kind(ids.CONTEXT, _context),
    _kind(ids.LISTING, _listing),
    _kind(ids.FEEDS, _feeds, managed_collection),
    _kind(ids.STORY, _story),
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
