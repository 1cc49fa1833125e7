"""What a question and a round came to."""

from dataclasses import dataclass

from bot.articles.article import Article, Quote
from bot.quiz.rounds import Judgement, Round, Turn
from bot.quiz.scoring import Standing, Window


@dataclass(frozen=True, slots=True)
class Posed:
    """A question to be shown, with its article, None when that is gone; `players` have answered."""

    turn: Turn
    article: Article | None
    players: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a click: `choice` is the answer that counts now, None for none."""

    judgement: Judgement
    turn: Turn
    choice: int | None


@dataclass(frozen=True, slots=True)
class Reveal:
    """A closed question: how many chose each option, and the passage that proves the answer.

    `proof` is that passage and the words in it that decide, None when the article is gone. `given`
    is the answer of the one who plays alone, `leaders` the first places of the round so far.
    """

    turn: Turn
    chosen: tuple[int, ...]
    proof: tuple[Quote, Quote] | None
    leaders: tuple[Standing, ...]
    given: int | None = None

    @property
    def answers(self) -> int:
        """How many answered."""
        return sum(self.chosen)


@dataclass(frozen=True, slots=True)
class Board:
    """The end of a round: the first places, and how many played and were asked."""

    round: Round
    leaders: tuple[Standing, ...]
    players: int
    asked: int


@dataclass(frozen=True, slots=True)
class Score:
    """What a player has in a server: this week, this month and in all, and days in a row."""

    week: Standing
    month: Standing
    all: Standing
    streak: int


@dataclass(frozen=True, slots=True)
class Leaderboard:
    """The first places of a server in a window of days, and one's own."""

    window: Window
    leaders: tuple[Standing, ...]
    own: Standing
