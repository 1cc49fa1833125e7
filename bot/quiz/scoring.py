"""What questions and rounds came to: points, standings, streaks, and the days they count in."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import Decimal
from typing import Literal
from zoneinfo import ZoneInfo

from bot.articles.article import Article, Quote
from bot.quiz.guessing import RankedGuess, number_of, ranked
from bot.quiz.podium import BestTold, Row
from bot.quiz.rounds import Judgement, Round, Turn

RIGHT = 10
"""Points of a right answer."""

MOST_BONUS = 5
"""Points on top for one given at once: at most half, for who knows shall beat who guesses fast."""

LEADERS = 10
"""Places on a board: what is read at a glance."""

GRACE_EVERY = 7
"""Days after which another missed day is forgiven: one a week, for nobody plays on a holiday."""

DAY = timedelta(days=1)

Window = Literal["week", "month", "all"]
WINDOWS: tuple[Window, ...] = ("week", "month", "all")
"""The spans of time that a leaderboard is of."""


@dataclass(frozen=True, slots=True)
class GivenAnswer:
    """A player's answer, `choice` counted from 0, given at `at` in Unix milliseconds.

    `guess` is the number, where one was to be guessed.
    """

    player: str
    choice: int
    at: int
    guess: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Scored:
    """What a player's answer is worth."""

    player: str
    is_right: bool
    points: int


@dataclass(frozen=True, slots=True)
class Tally:
    """What a player has gathered: points, and right answers among all."""

    player: str
    points: int
    right: int
    answers: int


@dataclass(frozen=True, slots=True)
class Standing:
    """A player's place on a board, `rank` counted from 1; equal points share a rank."""

    rank: int
    tally: Tally


def scored(turn: Turn, answers: Sequence[GivenAnswer]) -> list[Scored]:
    """What the answers to a closed question are worth; a guess that gets points is right."""
    if turn.item is not None and turn.item.asks_number:
        worth = {one.player: one.points for one in ranked_guesses(turn, answers)}
        found = [(one.player, worth.get(one.player, 0)) for one in answers]
        return [Scored(player, gained > 0, gained) for player, gained in found]
    return [Scored(one.player, is_right(turn, one), points(turn, one)) for one in answers]


def ranked_guesses(turn: Turn, answers: Iterable[GivenAnswer]) -> tuple[RankedGuess, ...]:
    """The guesses at the number that a question asks for, the nearest first."""
    number = None if turn.item is None else number_of(turn.item)
    if number is None:
        return ()
    guesses = {one.player: one.guess for one in answers if one.guess is not None}
    return tuple(ranked(number, guesses, 2 if turn.is_double else 1))


def points(turn: Turn, given: GivenAnswer) -> int:
    """Points of an answer: RIGHT, and with a speed bonus up to MOST_BONUS more; 0 for a wrong one.

    A double question gives twice as many. The bonus falls evenly from the whole to nothing over the
    time to answer, as Kahoot's does.
    """
    if not is_right(turn, given):
        return 0
    times = 2 if turn.is_double else 1
    if not (turn.round.speed_bonus and turn.round.mode == "live"):
        return times * RIGHT
    # A question that is skipped or stopped at once has no time at all.
    left = (turn.closes - given.at) / max(turn.closes - turn.asked, 1)
    return times * (RIGHT + round(MOST_BONUS * min(max(left, 0.0), 1.0)))


def is_right(turn: Turn, given: GivenAnswer) -> bool:
    """Whether an answer is the right option; none is where the question is gone or has none."""
    item = turn.item
    return item is not None and not item.asks_number and given.choice == item.answer_index


def standings(tallies: Iterable[Tally]) -> list[Standing]:
    """The players, most points first, then most right, then by id; equal points share a rank."""
    ordered = sorted(tallies, key=lambda tally: (-tally.points, -tally.right, tally.player))
    rank, found = 0, list[Standing]()
    for place, tally in enumerate(ordered, start=1):
        if not found or tally.points != found[-1].tally.points:
            rank = place
        found.append(Standing(rank, tally))
    return found


def chosen(turn: Turn, answers: Iterable[GivenAnswer]) -> tuple[int, ...]:
    """How many chose each option."""
    counts = [0] * (len(turn.item.options) if turn.item else 0)
    for given in answers:
        if given.choice < len(counts):
            counts[given.choice] += 1
    return tuple(counts)


def streak(played: Collection[date], today: date) -> int:
    """The days played in a row up to today; a missed day is forgiven once in GRACE_EVERY days.

    Today need not be played yet. Forgiven days do not count.
    """
    days = frozenset(played)
    day = today if today in days else today - DAY
    count, forgiven = 0, None
    while True:
        if day in days:
            count += 1
        elif day - DAY in days and (forgiven is None or (forgiven - day).days >= GRACE_EVERY):
            forgiven = day
        else:
            return count
        day -= DAY


def first_day(window: Window, today: date) -> date:
    """The first day of this ISO week, of this month, or of all time."""
    if window == "week":
        return today - timedelta(days=today.weekday())
    return today.replace(day=1) if window == "month" else date.min


def local_day(moment: int, zone: str) -> date:
    """The day that it is at a moment, in Unix milliseconds, in a zone."""
    return datetime.fromtimestamp(moment / 1000, ZoneInfo(zone)).date()


def day_number(day: date) -> int:
    """A day as a number such as 20240516, in the order of days."""
    return day.year * 10_000 + day.month * 100 + day.day


def day_of(number: int) -> date:
    """The day that such a number stands for."""
    return date(number // 10_000, number // 100 % 100, number % 100)


@dataclass(frozen=True, slots=True)
class Posed:
    """A question to be shown, with its article, None when that is gone; `players` have answered."""

    turn: Turn
    article: Article | None
    players: int = 0


@dataclass(frozen=True, slots=True)
class Answered:
    """What became of a click: `answer` is the choice or the number that counts now, or None."""

    judgement: Judgement
    turn: Turn
    answer: int | Decimal | None


@dataclass(frozen=True, slots=True)
class Reveal:
    """A closed question: how many chose each option, and the passage that proves the answer.

    `proof` is that passage and the words in it that decide, None when the article is gone. `given`
    is the answer of the one who plays alone, `leaders` the first places of the round so far.
    Where a number was asked for, there are `guesses` instead of choices, the nearest first.
    """

    turn: Turn
    chosen: tuple[int, ...]
    proof: tuple[Quote, Quote] | None
    leaders: tuple[Standing, ...]
    given: int | None = None
    guesses: tuple[RankedGuess, ...] = ()

    @property
    def answers(self) -> int:
        """How many answered."""
        return len(self.guesses) + sum(self.chosen)


@dataclass(frozen=True, slots=True)
class Board:
    """The end of a round: the first places, and how many played and were asked.

    `row` is the longest row of right answers, `told` the outlet whose questions were answered best.
    """

    round: Round
    leaders: tuple[Standing, ...]
    players: int
    asked: int
    row: Row | None = None
    told: BestTold | None = None


@dataclass(frozen=True, slots=True)
class ServerSettings:
    """What a server has set: its zone, and how live rounds give points."""

    zone: str = "UTC"
    speed_bonus: bool = False
    double_last: bool = False


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
