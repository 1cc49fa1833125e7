"""/quiz, /score, /leaderboard, and starting a round."""

from dataclasses import replace

from discord import app_commands

from bot.chat.discord_app import completion
from bot.chat.discord_app.channel import FACE
from bot.chat.discord_app.commands.asking import Topic
from bot.chat.discord_app.commands.building import AnyCommand, command
from bot.chat.discord_app.interactions import Interaction, answer, collection, server_of
from bot.chat.discord_app.rendering.words import READER
from bot.errors import NotForYou
from bot.language.cleaning import clean
from bot.quiz.rounds import (
    BY_LENGTH,
    FEWEST_SECONDS,
    LIVE_QUESTIONS,
    MOST_QUESTIONS,
    MOST_SECONDS,
    SOLO_QUESTIONS,
)
from bot.quiz.scoring import Window
from bot.services.round_requests import RoundRequest
from bot.wording.prompts import Prompts


def round_here(interaction: Interaction, topic: str | None, questions: int | None) -> RoundRequest:
    """A round that the member plays alone."""
    return RoundRequest(
        mode="solo",
        face=FACE,
        server=server_of(interaction),
        channel=str(interaction.channel_id),
        starter=str(interaction.user.id),
        collection=collection(interaction),
        topic=topic,
        questions=questions or SOLO_QUESTIONS,
    )


async def play_live(interaction: Interaction, wanted: RoundRequest, seconds: int | None) -> None:
    """Ask the first question in the channel; the others follow by themselves."""
    refuse_place(interaction)
    READER.set(None)  # a live round speaks to the whole channel
    live = replace(wanted, mode="live", seconds=seconds or BY_LENGTH)
    message = await answer(interaction, interaction.client.quiz.start(live))
    await interaction.client.quiz.started(live, message)


async def play_topic(interaction: Interaction, token: str) -> None:
    """Ask questions on what was briefed, privately."""
    wanted = round_here(interaction, None, None)
    await answer(interaction, interaction.client.quiz.start_on(token, wanted), private=True)


def refuse_place(interaction: Interaction) -> None:
    """NotForYou when no live round can be played where somebody asks for one."""
    foreign = interaction.is_user_integration() and not interaction.is_guild_integration()
    if interaction.guild_id is None or foreign:
        raise NotForYou("quiz/live_server_only")
    allowed = interaction.app_permissions
    is_thread = getattr(interaction.channel, "parent_id", None) is not None
    may_write = allowed.send_messages_in_threads if is_thread else allowed.send_messages
    if not (allowed.view_channel and may_write):
        raise NotForYou("quiz/cannot_post")


Questions = app_commands.Range[int, 1, MOST_QUESTIONS]
Seconds = app_commands.Range[int, FEWEST_SECONDS, MOST_SECONDS]


def quiz_command(prompts: Prompts) -> AnyCommand:
    """/quiz: a round alone, or live with the whole channel."""

    @app_commands.autocomplete(topic=completion.topics)
    async def quiz(
        interaction: Interaction,
        topic: Topic | None = None,
        questions: Questions | None = None,
        *,
        live: bool = False,
        seconds: Seconds | None = None,
    ) -> None:
        number = questions or (LIVE_QUESTIONS if live else SOLO_QUESTIONS)
        wanted = round_here(interaction, clean(topic) if topic else None, number)
        if live:
            await play_live(interaction, wanted, seconds)
        else:
            await answer(interaction, interaction.client.quiz.start(wanted), private=True)

    return command(prompts, "quiz", quiz)


def score_command(prompts: Prompts) -> AnyCommand:
    """/score: one's own points."""

    async def score(interaction: Interaction) -> None:
        found = interaction.client.quiz.score(server_of(interaction), str(interaction.user.id))
        await answer(interaction, found, private=True)

    return command(prompts, "score", score)


def leaderboard_command(prompts: Prompts) -> AnyCommand:
    """/leaderboard: the first places of the server."""

    async def leaderboard(interaction: Interaction, window: Window = "week") -> None:
        if interaction.guild_id is None:
            raise NotForYou("discord/server_only")
        server, player = server_of(interaction), str(interaction.user.id)
        await answer(interaction, interaction.client.quiz.leaderboard(server, window, player))

    return command(prompts, "leaderboard", leaderboard)
