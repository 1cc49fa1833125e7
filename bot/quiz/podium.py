"""What else a round came to: the longest row of right answers, and the best-told outlet."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from fractions import Fraction
from itertools import groupby

FEWEST_IN_A_ROW = 2
"""Right answers that make a row."""

FEWEST_ANSWERS = 2
"""Answers from which on a share says something of an outlet."""


@dataclass(frozen=True, slots=True, order=True)
class AnswerMark:
    """Whether a player answered the question of a round with that number right."""

    player: str
    number: int
    right: bool


@dataclass(frozen=True, slots=True)
class Row:
    """The most right answers in a row, and the players who had so many, by their ids."""

    length: int
    players: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class BestTold:
    """The outlet of whose questions the largest share was answered right."""

    outlet: str
    right: int
    answers: int


def longest_row(marks: Iterable[AnswerMark]) -> Row | None:
    """The longest row of right answers; a question left out breaks it; None for no row."""
    rows = {
        player: _longest(mark.number for mark in own if mark.right)
        for player, own in groupby(sorted(marks), lambda mark: mark.player)
    }
    length = max(rows.values(), default=0)
    if length < FEWEST_IN_A_ROW:
        return None
    return Row(length, tuple(player for player, own in rows.items() if own == length))


def best_told(marks: Iterable[AnswerMark], outlets: Mapping[int, str]) -> BestTold | None:
    """The best-told outlet, `outlets` by the numbers of questions; None when none is known.

    Of equal shares the one with more answers counts, then the first by name.
    """
    given: defaultdict[str, list[bool]] = defaultdict(list)
    for mark in marks:
        if mark.number in outlets:
            given[outlets[mark.number]].append(mark.right)
    found = [
        BestTold(outlet, sum(right), len(right))
        for outlet, right in given.items()
        if any(right) and len(right) >= FEWEST_ANSWERS
    ]
    return min(
        found,
        key=lambda one: (-Fraction(one.right, one.answers), -one.answers, one.outlet),
        default=None,
    )


def _longest(numbers: Iterable[int]) -> int:
    """The length of the longest run of whole numbers that follow on each other."""
    longest = run = last = 0
    for number in numbers:
        run = run + 1 if number == last + 1 else 1
        longest, last = max(longest, run), number
    return longest
