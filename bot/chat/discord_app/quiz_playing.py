"""Starting a round of the quiz from a command or from a brief."""

from dataclasses import replace

from bot.chat.discord_app.desk import Interaction
from bot.chat.discord_app.place import collection, server_of
from bot.chat.discord_app.rendering import Message
from bot.chat.discord_app.sending import answer
from bot.errors import NotForYou
from bot.newsroom_rounds import Wanted
from bot.quiz.results import Posed
from bot.quiz.rounds import SECONDS, SOLO_QUESTIONS


def wanted_here(interaction: Interaction, topic: str | None, questions: int | None) -> Wanted:
    """A round that the member plays alone."""
    return Wanted(
        mode="solo",
        server=server_of(interaction),
        channel=str(interaction.channel_id),
        starter=str(interaction.user.id),
        collection=collection(interaction),
        topic=topic,
        questions=questions or SOLO_QUESTIONS,
    )


async def play_alone(interaction: Interaction, wanted: Wanted) -> None:
    """Ask the first question privately."""
    await answer(interaction, _first(interaction, wanted, []), private=True)


async def play_live(interaction: Interaction, wanted: Wanted, seconds: int | None) -> None:
    """Ask the first question in the channel; the others follow by themselves."""
    live = replace(wanted, mode="live", seconds=seconds or SECONDS)
    asked: list[Posed] = []
    message = await answer(interaction, _checked(interaction, live, asked))
    if not asked:
        return
    rounds, desk = interaction.client.quiz.rounds, interaction.client.quiz
    turn = asked[0].turn
    if message is None:
        await rounds.lose(turn, desk.now())
    else:
        await rounds.posted(turn, str(message))


async def play_topic(interaction: Interaction, token: str) -> None:
    """Ask questions on what was briefed, privately."""
    await answer(interaction, _on_topic(interaction, token), private=True)


async def _on_topic(interaction: Interaction, token: str) -> Message:
    newsroom = interaction.client.desk.newsroom
    asked = await newsroom.recall(token, collection(interaction))
    return await _first(interaction, wanted_here(interaction, asked.text, None), [])


async def _checked(interaction: Interaction, wanted: Wanted, asked: list[Posed]) -> Message:
    foreign = interaction.is_user_integration() and not interaction.is_guild_integration()
    if interaction.guild_id is None or foreign:
        raise NotForYou("quiz/live_server_only")
    allowed = interaction.app_permissions
    is_thread = getattr(interaction.channel, "parent_id", None) is not None
    may_write = allowed.send_messages_in_threads if is_thread else allowed.send_messages
    if not (allowed.view_channel and may_write):
        raise NotForYou("quiz/cannot_post")
    return await _first(interaction, wanted, asked)


async def _first(interaction: Interaction, wanted: Wanted, asked: list[Posed]) -> Message:
    desk = interaction.client.quiz
    asked.append(await desk.start(wanted))
    return desk.renderer.question(asked[0])
