"""A live round in a channel: asked, answered, revealed, one question after the other."""

import discord
import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.newsroom import Newsroom
from tests.chat.discord_app.conftest import PROMPTS, Server
from tests.chat.discord_app.examples import ids, told
from tests.quiz.round_examples import FixedPool


@pytest.fixture
def bot(newsroom: Newsroom) -> PullquoteClient:
    return PullquoteClient(newsroom, PROMPTS, lambda: discord.utils.utcnow().timestamp())


@pytest.fixture
async def newsroom_with_questions(newsroom: Newsroom) -> Newsroom:
    newsroom.rounds.pool = await FixedPool.of(newsroom)
    return newsroom


async def test_try(newsroom_with_questions: Newsroom, server: Server) -> None:
    message = await server.asks("quiz", live=True, questions=2)
    print(told(message.components))
    print(ids(message.components, "quiz"))
    answer = await server.presses(message, ids(message.components, "quiz")[1])
    print(told(answer.components), answer.ephemeral)
    await server.env.advance_time(16)
    m = server.env.backend.get_message(message.channel_id, message.id)
    print(told(m.components))
    await server.env.advance_time(10)
    print(server.env.transcript())
    solo = await server.asks("quiz", questions=2)
    print(told(solo.components))
    r = await server.member.click(solo.message, custom_id=ids(solo.components, "quiz")[1])
    print(r)
    assert 0
