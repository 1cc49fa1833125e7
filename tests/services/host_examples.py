"""What the host of a live round does in tests, and who they are."""

from collections.abc import Awaitable, Callable

import pytest

from bot.errors import NotForYou
from bot.quiz.rounds import Turn
from bot.services.hosting import Host
from tests.quiz.play import SERVER, STARTER, Play

HOST, MODERATOR = Host(STARTER, SERVER), Host("moderator", SERVER, is_moderator=True)

Act = Callable[[Play, Turn, Host], Awaitable[Turn]]


async def skip(play: Play, turn: Turn, host: Host = HOST) -> Turn:
    """Close the question that is open."""
    return await play.rounds.hosting.skip(turn.round.id, turn.number, host, play.now)


async def pause(play: Play, turn: Turn, host: Host = HOST) -> Turn:
    """Ask nothing after this question."""
    return await play.rounds.hosting.pause(turn.round.id, host, play.now)


async def resume(play: Play, turn: Turn, host: Host = HOST) -> Turn:
    """Go on with a paused round."""
    return await play.rounds.hosting.resume(turn.round.id, host, play.now)


async def stop(play: Play, turn: Turn, host: Host = HOST) -> Turn:
    """End the round after this question."""
    return await play.rounds.hosting.stop(turn.round.id, host, play.now)


ACTS = (skip, pause, resume, stop)


async def refused(work: Awaitable[object]) -> str:
    """Why something is refused."""
    with pytest.raises(NotForYou) as error:
        await work
    return error.value.utterance
