"""The stretches that two texts share, found although single words in them were changed."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass

RUN_WORDS = 3
"""Of runs of three words three in five survive when 15 % of the words are changed."""

GAP = 9
"""Words from one shared run to the next at most: a changed name, or a clause put in."""

SHORTEST = 10
"""Words of a stretch at least; shorter ones are names, titles and idioms."""

DENSE = 0.4
"""Share of a stretch's words that stand in shared runs, at least."""

Runs = Mapping[tuple[str, ...], int]


@dataclass(slots=True)
class Stretch:
    """What two texts share from one place on: its bounds in each, and the words in shared runs."""

    start: int
    end: int
    other_start: int
    other_end: int
    words: int = RUN_WORDS

    def is_followed_by(self, place: int, other_place: int) -> bool:
        """Whether a run that begins there belongs to the stretch."""
        step = other_place + RUN_WORDS - self.other_end
        return place + RUN_WORDS - self.end <= GAP and 0 < step <= GAP

    def extend(self, place: int, other_place: int) -> None:
        """Take a run in."""
        self.words += min(RUN_WORDS, place + RUN_WORDS - self.end)
        self.end, self.other_end = place + RUN_WORDS, other_place + RUN_WORDS


def runs(words: Sequence[str]) -> Runs:
    """The runs of words of a text, each with the place where it first begins."""
    found = list(zip(*(words[at:] for at in range(RUN_WORDS)), strict=False))
    return dict(zip(reversed(found), range(len(found) - 1, -1, -1), strict=True))


def stretches(one: Runs, other: Runs) -> list[Stretch]:
    """The stretches that two texts share, in the order of the first."""
    places = sorted((one[run], other[run]) for run in one.keys() & other.keys())
    found: list[Stretch] = []
    growing: list[Stretch] = []
    for place, other_place in places:
        growing = [one for one in growing if place + RUN_WORDS - one.end <= GAP]
        followed = [one for one in growing if one.is_followed_by(place, other_place)]
        if followed:
            max(followed, key=lambda stretch: stretch.words).extend(place, other_place)
        else:
            growing.append(Stretch(place, place + RUN_WORDS, other_place, other_place + RUN_WORDS))
            found.append(growing[-1])
    return [one for one in found if one.words >= max(SHORTEST, DENSE * (one.end - one.start))]
