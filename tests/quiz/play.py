"""A round as a test plays it, with a clock that is set by hand."""

from pathlib import Path
from typing import cast

from bot.quiz.item import Item
from bot.quiz.rounds import SECOND, Click, Mode, Turn
from bot.quiz.scoring import Answered, Board, Posed, Reveal
from bot.services.newsroom import Newsroom
from bot.services.round_requests import RoundRequest
from bot.services.rounds import Happening
from tests.persistence.examples import rows
from tests.quiz.round_examples import NOW, FixedPool
from tests.services.memory_face import FACE

SERVER, CHANNEL, STARTER = "1", "10", "starter"
RIGHT, WRONG = 1, 0
"""Places of the right and of a wrong answer in each of the questions."""


class Play:
    """Rounds in one server."""

    def __init__(self, newsroom: Newsroom, folder: Path) -> None:
        self.newsroom = newsroom
        self.folder = folder
        self.rounds = newsroom.rounds
        self.now = NOW

    @classmethod
    async def opened(cls, folder: Path) -> "Play":
        """Rounds on the ferry articles of a data folder."""
        newsroom = await Newsroom.open(folder)
        newsroom.rounds.selector.pool = await FixedPool.of(newsroom)
        return cls(newsroom, folder)

    @property
    def pool(self) -> FixedPool:
        """Where the questions come from."""
        return cast("FixedPool", self.rounds.selector.pool)

    def later(self, seconds: float) -> None:
        """Let time pass."""
        self.now += int(seconds * SECOND)

    async def start(self, mode: Mode = "live", /, **more: object) -> Turn:
        """The first question of a round."""
        wanted = {
            "mode": mode,
            "face": FACE,
            "server": SERVER,
            "channel": CHANNEL,
            "starter": STARTER,
            "collection": SERVER,
            "questions": 1 if mode == "daily" else 3,
            "seconds": 15 if mode == "live" else 3_600,
        }
        posed = await self.rounds.start(RoundRequest(**{**wanted, **more}), self.now)  # type: ignore[arg-type]  # a test varies each
        return posed.turn

    async def click(  # every argument is one thing that a test varies
        self,
        turn: Turn,
        player: str = STARTER,
        choice: int = RIGHT,
        *,
        server: str = SERVER,
        channel: str = CHANNEL,
        message: str | None = None,
    ) -> Answered:
        """What becomes of a press."""
        pressed = Click(player, server, channel, message, choice, self.now)
        return await self.rounds.answer(turn.round.id, turn.number, pressed)

    async def due(self) -> list[Turn]:
        """The latest questions of rounds about which something is to be done."""
        return [await self.rounds.latest(one.id) for one in await self.rounds.due(FACE, self.now)]

    async def step(self) -> Happening | None:
        """Do what is due about the only round, and note that it was shown."""
        due = await self.due()
        if not due:
            return None
        happening = await self.rounds.advance(due[0], self.now)
        if isinstance(happening, Reveal):
            await self.rounds.shown(happening.turn, self.now)
        if isinstance(happening, Board):
            await self.rounds.closed(happening.round)
        return happening

    async def reveal(self) -> Reveal:
        """The answer, once the time of the open question is out."""
        self.later(16)
        return cast("Reveal", await self.step())

    async def next_question(self) -> Turn:
        """The question after a reveal."""
        self.later(9)
        return cast("Posed", await self.step()).turn

    async def board(self) -> Board:
        """The end of the round, after a reveal."""
        self.later(9)
        return cast("Board", await self.step())


def item_of(turn: Turn) -> Item:
    """The question itself; its article must not be gone."""
    assert turn.item is not None
    return turn.item


def answers(folder: Path) -> list[tuple[object, ...]]:
    """Every answer that is kept: player, choice and points."""
    found = "SELECT player, choice, points FROM quiz_answer ORDER BY player, round_id, number"
    return rows(folder / "pullquote.db", found)
