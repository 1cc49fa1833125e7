"""Where the rounds of the tests are played."""

from collections.abc import AsyncIterator

import pytest

from tests.quiz.play import Play
from tests.services.channel_examples import Channel


@pytest.fixture
async def channel(play: Play) -> AsyncIterator[Channel]:
    """A channel of the server in which the rounds of the tests are played."""
    made = Channel(play)
    yield made
    await made.jobs.run()
