"""Numbers that players guess: read as they are typed, in English, and ranked by nearness."""

import re
from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal, InvalidOperation

from bot.language.numerals import next_numeral
from bot.quiz.item import Item

LONGEST = 40
"""Characters of a guess; "twenty-five hundred million dollars" has 34."""

LARGEST = Decimal(10**15)
"""A thousand billions: no news counts more."""

PLACES = (10, 6, 3)
"""Points of the first three places."""

EXACT = 5
"""Points on top for the very number."""

ALONE = Decimal("0.25")
"""How far off, as a share of the number, the only guess may be to get points."""

_BEFORE = re.compile(
    r"(?:(?:about|around|roughly|approximately|almost|nearly|over|some|maybe)\s+|[~≈]\s*)?"
    r"(?:[a-z]{0,3}[$€£¥₽₴₹₩₪₺₱]|[a-z]{3}|rs\.?|kr)?\s*"
)  # "about ", "us$", "~ ", "eur "
_AFTER = re.compile(
    r"(?!\s*(?:[kmbt]|m(?:ln|io|il|rd)|b(?:ln|il))\b)"
    r"(?:[^\W\d_]|[\s.,%°/’'$€£¥₽₴₹₩₪₺₱])*"
)  # " %", " workers", " per cent", "km/h"; not " mln", a scale that the reader does not know


@dataclass(frozen=True, slots=True)
class RankedGuess:
    """A player's guess, its place by nearness counted from 1, and its points."""

    player: str
    guess: Decimal
    rank: int
    points: int


def read_number(typed: str) -> Decimal | None:
    """The number that somebody typed, from 0 to LARGEST; None when it is not one such number."""
    if len(typed) > LONGEST:
        return None
    text = typed.strip().casefold()
    number = next_numeral(text, 0, len(text))
    if number is None or number.kind in ("ordinal", "fraction"):
        return None
    before, after = text[: number.start], text[number.end :]
    if not (_BEFORE.fullmatch(before) and _AFTER.fullmatch(after)):
        return None
    if next_numeral(text, number.end, len(text)) or number.value > LARGEST:
        return None
    return number.value


def number_of(item: Item) -> Decimal | None:
    """The number that an item asks for; None when it cannot be guessed, such as a range."""
    try:
        number = Decimal(item.value.rpartition(":")[2])
    except InvalidOperation:
        return None
    return number if number.is_finite() and 0 < number <= LARGEST else None


def ranked(number: Decimal, guesses: Mapping[str, Decimal], times: int = 1) -> list[RankedGuess]:
    """The guesses of players, the nearest first; equally near ones share the better place.

    The only guess gets points when it is no further off than ALONE. Points count `times`.
    """
    far = {player: abs(guess - number) for player, guess in guesses.items()}
    is_far = len(far) == 1 and max(far.values()) > ALONE * number
    rank, found = 0, list[RankedGuess]()
    for place, player in enumerate(sorted(far, key=lambda one: (far[one], one)), start=1):
        if not found or far[player] != far[found[-1].player]:
            rank = place
        worth = PLACES[rank - 1] if rank <= len(PLACES) and not is_far else 0
        worth += EXACT if far[player] == 0 else 0
        found.append(RankedGuess(player, guesses[player], rank, times * worth))
    return found
