"""The buttons of the quiz; they work after a restart, for rounds are in the database."""

import re
from typing import TYPE_CHECKING, cast

from bot.chat import ids
from bot.chat.discord_app.buttons import Kind, pressable
from bot.chat.discord_app.commands.quiz import play_topic
from bot.chat.discord_app.interactions import is_moderator, press, server_of
from bot.chat.discord_app.presenter import Interaction
from bot.quiz.rounds import Click

if TYPE_CHECKING:
    from bot.quiz.item import Reason

Match = re.Match[str]


async def _guess(interaction: Interaction, match: Match) -> None:
    desk = interaction.client.quiz
    message = interaction.message
    click = Click(
        player=str(interaction.user.id),
        server=server_of(interaction),
        channel=str(interaction.channel_id),
        message=str(message.id) if message else None,
        choice=int(match["choice"]),
        at=desk.now(),
    )
    await press(interaction, desk.guess(match["round"], int(match["number"]), click))


async def _next(interaction: Interaction, match: Match) -> None:
    work = interaction.client.quiz.go_on(match["round"], str(interaction.user.id))
    await press(interaction, work)


async def _stop(interaction: Interaction, match: Match) -> None:
    work = interaction.client.quiz.stop(
        match["round"],
        str(interaction.user.id),
        server_of(interaction),
        moderator=is_moderator(interaction),
    )
    await press(interaction, work)


async def _doubt(interaction: Interaction, match: Match) -> None:
    work = interaction.client.quiz.ask_reason(
        match["round"], int(match["number"]), server_of(interaction)
    )
    await press(interaction, work)


async def _reason(interaction: Interaction, match: Match) -> None:
    work = interaction.client.quiz.report(
        match["round"],
        int(match["number"]),
        server_of(interaction),
        str(interaction.user.id),
        cast("Reason", match["reason"]),  # the id has no others
    )
    await press(interaction, work)


async def _quiz_me(interaction: Interaction, match: Match) -> None:
    await play_topic(interaction, match["token"])


QUIZ_KINDS: tuple[Kind, ...] = (
    pressable(ids.GUESS, _guess),
    pressable(ids.NEXT, _next),
    pressable(ids.STOP, _stop),
    pressable(ids.DOUBT, _doubt),
    pressable(ids.REASON, _reason),
    pressable(ids.QUIZ_ME, _quiz_me),
)
"""Every kind of button of the quiz."""
