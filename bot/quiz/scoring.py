"""Points for answers, and the order of players by them."""

from collections.abc import Iterable
from dataclasses import dataclass

from bot.quiz.rounds import Turn

RIGHT = 10
"""Points of a right answer."""

MOST_BONUS = 5
"""Points on top for one given at once: at most half, for who knows shall beat who guesses fast."""

LEADERS = 10
"""Places on a board: what is read at a glance."""


@dataclass(frozen=True, slots=True)
class Given:
    """A player's answer, `choice` counted from 0, given at `at` in Unix milliseconds."""

    player: str
    choice: int
    at: int


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


def points(turn: Turn, given: Given) -> int:
    """Points of an answer: RIGHT, and with a speed bonus up to MOST_BONUS more; 0 for a wrong one.

    The bonus falls evenly from the whole to nothing over the time to answer, as Kahoot's does.
    """
    if not is_right(turn, given):
        return 0
    if not (turn.round.speed_bonus and turn.round.mode == "live"):
        return RIGHT
    left = (turn.closes - given.at) / (turn.closes - turn.asked)
    return RIGHT + round(MOST_BONUS * min(max(left, 0.0), 1.0))


def is_right(turn: Turn, given: Given) -> bool:
    """Whether an answer is the right one; none is when the question is gone."""
    return turn.item is not None and given.choice == turn.item.answer_index


def standings(tallies: Iterable[Tally]) -> list[Standing]:
    """The players, most points first, then most right, then by id; equal points share a rank."""
    ordered = sorted(tallies, key=lambda tally: (-tally.points, -tally.right, tally.player))
    rank, found = 0, list[Standing]()
    for place, tally in enumerate(ordered, start=1):
        if not found or tally.points != found[-1].tally.points:
            rank = place
        found.append(Standing(rank, tally))
    return found


def chosen(turn: Turn, answers: Iterable[Given]) -> tuple[int, ...]:
    """How many chose each option."""
    counts = [0] * (len(turn.item.options) if turn.item else 0)
    for given in answers:
        if given.choice < len(counts):
            counts[given.choice] += 1
    return tuple(counts)
