"""The Discord bot as a process of its own, with many questions and short pauses, to be killed."""

import asyncio
import sys
from dataclasses import replace
from pathlib import Path

from bot.chat.discord_app import running
from bot.quiz import rounds
from bot.services.newsroom import Newsroom
from bot.settings import Settings
from bot.wording.prompts import Prompts
from tests.quiz.round_examples import ASKED, FixedPool, number_on

QUESTIONS = 120
"""Questions of the bag: more than are asked."""


async def main(data: str, api: str, gateway: str, token: str) -> None:
    """Be in Discord until killed."""
    settings = Settings.model_validate(
        {
            "DISCORD_TOKEN": token,
            "PULLQUOTE_DISCORD_API": api,
            "PULLQUOTE_DISCORD_GATEWAY": gateway,
        }
    )
    rounds.PAUSE = 400
    async with await Newsroom.open(Path(data)) as newsroom:
        pool = await FixedPool.of(newsroom)
        items = pool.items
        pool.items = [
            replace(items[number % len(items)], id=f"{number:016x}") for number in range(QUESTIONS)
        ]
        seen = [article async for article in newsroom.articles.articles()]
        numbers = [number_on(article) for article in seen if article.outlet in ASKED]
        pool.items += [
            replace(numbers[number % len(numbers)], id=f"{number:015x}n", score=2.0)
            for number in range(QUESTIONS)
        ]
        newsroom.rounds.selector.pool = pool
        await running.run(newsroom, settings, Prompts())


if __name__ == "__main__":
    asyncio.run(main(*sys.argv[1:]))
