"""The buttons of the quiz; they work after a restart, for rounds are in the database."""

from typing import TYPE_CHECKING, cast

from bot.chat import ids
from bot.chat.discord_app.buttons import Kind, Match, pressable
from bot.chat.discord_app.commands.quiz import play_topic
from bot.chat.discord_app.interactions import Interaction, is_moderator, press, server_of
from bot.quiz.rounds import Click

if TYPE_CHECKING:
    from bot.quiz.item import Reason


async def _guess(interaction: Interaction, match: Match) -> None:
    quiz, message = interaction.client.quiz, interaction.message
    click = Click(
        player=str(interaction.user.id),
        server=server_of(interaction),
        channel=str(interaction.channel_id),
        message=str(message.id) if message else None,
        choice=int(match["choice"]),
        at=quiz.now(),
    )
    await press(interaction, quiz.guess(match["round"], int(match["number"]), click))


async def _next(interaction: Interaction, match: Match) -> None:
    shown = interaction.client.quiz.go_on(match["round"], str(interaction.user.id))
    await press(interaction, shown)


async def _stop(interaction: Interaction, match: Match) -> None:
    player, server = str(interaction.user.id), server_of(interaction)
    stop = interaction.client.quiz.stop
    shown = stop(match["round"], player, server, moderator=is_moderator(interaction))
    await press(interaction, shown)


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
    pressable(ids.NEXT, _next),
    pressable(ids.STOP, _stop),
    pressable(ids.REPORT, _report),
    pressable(ids.REASON, _reason),
    pressable(ids.QUIZ_ME, _quiz_me),
    pressable(ids.FORGET, _forget),
)
"""Every kind of button of the quiz."""
