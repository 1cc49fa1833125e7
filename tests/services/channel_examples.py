"""A channel of a platform in memory, in which rounds go on by a clock that is set by hand."""

import asyncio
from collections.abc import Coroutine
from typing import Any

from bot.chat.quiz_presenter import QuizPresenter
from bot.chat.quiz_replies import happening_reply
from bot.quiz.rounds import Turn
from bot.services.jobs import Jobs
from bot.services.ports import Place
from bot.services.round_conducting import Conductor
from bot.services.round_requests import RoundRequest
from tests.quiz.play import CHANNEL, SERVER, STARTER, Play
from tests.services.memory_face import FACE, MemoryFace, Posted

PLACE = Place(FACE, SERVER, CHANNEL)
FIRST = "message-1"


class HandJobs(Jobs):
    """What is begun waits until a test lets it be done."""

    def __init__(self) -> None:
        super().__init__()
        self._waiting: list[Coroutine[Any, Any, object]] = []

    def begin(self, work: Coroutine[Any, Any, object]) -> None:
        """Keep it for later."""
        self._waiting.append(work)

    async def run(self) -> None:
        """Do all that was begun."""
        while self._waiting:
            done, self._waiting = self._waiting, []
            await asyncio.gather(*done)


class Channel:
    """A channel in memory in which rounds are played; sleeping lets its time pass."""

    def __init__(self, play: Play) -> None:
        self.play = play
        self.face = MemoryFace()
        self.jobs = HandJobs()
        clock = self.clock
        self.conductor = Conductor(
            *(self.face, play.rounds, happening_reply, self.jobs), clock=clock, sleep=self.sleep
        )
        self.presenter = QuizPresenter(play.newsroom, self.conductor, clock)

    def clock(self) -> float:
        """The time that the test has set, in seconds."""
        return self.play.now / 1000

    async def sleep(self, seconds: float) -> None:
        """Let time pass at once."""
        self.play.later(seconds)

    async def live(self, questions: int = 2, server: str = SERVER) -> Turn:
        """The first question of a live round, posted as an answer to its command."""
        wanted = RoundRequest(
            mode="live",
            face=FACE,
            server=server,
            channel=CHANNEL,
            starter=STARTER,
            collection=server,
            questions=questions,
            seconds=15,
        )
        reply = await self.presenter.start(wanted)
        message = await self.face.post(Place(FACE, server, CHANNEL), reply, key=wanted.id)
        await self.presenter.started(wanted, message)
        return await self.play.rounds.latest(wanted.id)

    async def later(self, seconds: float) -> None:
        """Let time pass, and do what is due then."""
        self.play.later(seconds)
        await self.conductor.look()
        await self.jobs.run()

    @property
    def latest(self) -> Posted:
        """The message that was posted last."""
        return list(self.face.messages.values())[-1]

    @property
    def first(self) -> Posted:
        """The message that was posted first."""
        return self.face.messages[FIRST]
