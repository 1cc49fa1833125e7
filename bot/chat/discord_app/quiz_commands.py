"""The commands for playing: /quiz, /score and /leaderboard."""

from discord import app_commands

from bot.articles.text import clean
from bot.chat.discord_app import completion
from bot.chat.discord_app.building import AnyCommand, command
from bot.chat.discord_app.commands import Topic
from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.place import server_of
from bot.chat.discord_app.quiz_playing import play_alone, play_live, wanted_here
from bot.chat.discord_app.rendering import Message
from bot.chat.discord_app.sending import answer
from bot.chat.prompts import Prompts
from bot.errors import NotForYou
from bot.quiz.rounds import (
    FEWEST_SECONDS,
    LIVE_QUESTIONS,
    MOST_QUESTIONS,
    MOST_SECONDS,
    SOLO_QUESTIONS,
)
from bot.quiz.windows import Window

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
        wanted = wanted_here(interaction, clean(topic) if topic else None, number)
        if live:
            await play_live(interaction, wanted, seconds)
        else:
            await play_alone(interaction, wanted)

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
        await answer(interaction, _leaders(interaction, window))

    return command(prompts, "leaderboard", leaderboard)


async def _leaders(interaction: Interaction, window: Window) -> Message:
    if interaction.guild_id is None:
        raise NotForYou("discord/server_only")
    player = str(interaction.user.id)
    return await interaction.client.quiz.leaderboard(server_of(interaction), window, player)
