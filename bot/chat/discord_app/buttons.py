"""Buttons that live through restarts: everything they need is in their ids."""

import re
from collections.abc import Awaitable, Callable
from typing import TYPE_CHECKING, Any, Self, cast

import discord
from discord import ui

from bot.chat import ids
from bot.chat.discord_app.commands.quiz import play_topic
from bot.chat.discord_app.interactions import (
    Interaction,
    answer,
    click_of,
    collection,
    is_moderator,
    managed_collection,
    press,
    refuse,
    server_of,
    show_form,
)
from bot.chat.discord_app.rendering.words import READER
from bot.chat.guess_replies import guess_form
from bot.services.hosting import Host

if TYPE_CHECKING:
    from bot.quiz.item import Reason


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
    if not known or interaction.message is None:
        return False
    items = ui.LayoutView.from_message(interaction.message, timeout=None).walk_children()
    return any(isinstance(item, ui.Button) and item.custom_id == custom_id for item in items)


async def _guess(interaction: Interaction, match: Match) -> None:
    click = click_of(interaction, int(match["choice"]))
    guess = interaction.client.quiz.guess
    await press(interaction, guess(match["round"], int(match["number"]), click))


async def _number(interaction: Interaction, match: Match) -> None:
    await show_form(interaction, guess_form(match["round"], int(match["number"])))


async def _next(interaction: Interaction, match: Match) -> None:
    shown = interaction.client.quiz.go_on(match["round"], str(interaction.user.id))
    await press(interaction, shown)


def _host(interaction: Interaction) -> Host:
    player, server = str(interaction.user.id), server_of(interaction)
    return Host(player, server, is_moderator(interaction))


async def _stop(interaction: Interaction, match: Match) -> None:
    await press(interaction, interaction.client.quiz.stop(match["round"], _host(interaction)))


async def _pause(interaction: Interaction, match: Match) -> None:
    await press(interaction, interaction.client.quiz.pause(match["round"], _host(interaction)))


async def _resume(interaction: Interaction, match: Match) -> None:
    await press(interaction, interaction.client.quiz.resume(match["round"], _host(interaction)))


async def _skip(interaction: Interaction, match: Match) -> None:
    number, skip = int(match["number"]), interaction.client.quiz.skip
    await press(interaction, skip(match["round"], number, _host(interaction)))


async def _report(interaction: Interaction, match: Match) -> None:
    ask_reason = interaction.client.quiz.ask_reason
    shown = ask_reason(match["round"], int(match["number"]), server_of(interaction))
    await press(interaction, shown)


async def _reason(interaction: Interaction, match: Match) -> None:
    player, server = str(interaction.user.id), server_of(interaction)
    reason = cast("Reason", match["reason"])  # the id has no others
    report = interaction.client.quiz.report
    shown = report(match["round"], int(match["number"]), server, player, reason)
    await press(interaction, shown)


async def _forget(interaction: Interaction, match: Match) -> None:
    shown = interaction.client.quiz.forget(match["player"], str(interaction.user.id))
    await press(interaction, shown)


async def _quiz_me(interaction: Interaction, match: Match) -> None:
    await play_topic(interaction, match["token"])


QUIZ_KINDS: tuple[Kind, ...] = (
    pressable(ids.GUESS, _guess),
    pressable(ids.NUMBER_TO_GUESS, _number),
    pressable(ids.NEXT, _next),
    pressable(ids.STOP, _stop),
    pressable(ids.PAUSE, _pause),
    pressable(ids.RESUME, _resume),
    pressable(ids.SKIP, _skip),
    pressable(ids.REPORT, _report),
    pressable(ids.REASON, _reason),
    pressable(ids.QUIZ_ME, _quiz_me),
    pressable(ids.FORGET, _forget),
)
"""Every kind of button of the quiz."""
