"""Takes the pictures of the quiz in docs/pictures: `python -m benchmarks.quiz_pictures`.

A live question, its answer and the board, as `benchmarks.pictures` takes those of replies.
"""

import asyncio
import sys
import tempfile

import discord
import simcord

from benchmarks.pictures import draw, named, use_chromium
from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.wording.prompts import Prompts

PLAYERS = ("reader", "editor", "intern", "printer", "paperboy")

PASSES, SECONDS = 3, 15
"""Questions of the round, for the board needs some, and the time of each."""


async def take(env: simcord.Env) -> None:
    """Play a live round, in which somebody is always right, and draw three of its messages."""
    guild = env.create_guild("Newsroom")
    channel = guild.create_text_channel("quiz")
    players = [guild.add_member(env.create_user(name)) for name in PLAYERS]
    first = await players[0].slash(channel, "quiz", live=True, questions=PASSES, seconds=SECONDS)
    if first.response is None:
        sys.exit("the quiz did not begin")
    for number in range(PASSES):
        message = channel.history()[-1]
        for place, player in enumerate(players):
            guess = f"quiz:{_round(message)}:{number + 1}:{place * (number + 1) % 4}"
            await player.click(message, custom_id=guess)
        if not number:
            await env.advance_time(7)
            await draw(env, "quiz_question", channel, players[0], channel.history()[-1])
        await env.advance_time(16 - (7 if not number else 0))
        if not number:
            await draw(env, "quiz_reveal", channel, players[0], channel.history()[-1])
        await env.advance_time(9)
    await draw(env, "quiz_board", channel, players[0], channel.history()[-1])


def _round(message: discord.Message) -> str:
    """The round that a question belongs to, from the id of its first button."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    found = [item.custom_id for item in view.walk_children() if isinstance(item, discord.ui.Button)]
    return next(str(name).split(":")[1] for name in found if str(name).startswith("quiz:"))


async def main() -> None:
    use_chromium()
    with tempfile.TemporaryDirectory() as data:
        async with await Newsroom.open(data) as newsroom:
            await newsroom.fill()
            client = PullquoteClient(
                newsroom, Prompts(), lambda: discord.utils.utcnow().timestamp()
            )
            async with simcord.run(client) as env:
                await client.tree.sync()
                await named(client)
                await take(env)


if __name__ == "__main__":
    asyncio.run(main())
