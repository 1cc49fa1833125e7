"""Average-link clustering: which of the articles that are alike tell of the same event.

The two stories that are most alike on average become one, for as long as there are two of which
three things hold. They are as alike as is needed. They are so by many terms: a rare name that two
excerpts share is no story. And they are nearly as alike as the articles within each of them are:
two reports on one war are alike and still two stories, when the reports of either are far more so.
Ties go to what is given first, so that an order by content gives the same stories however the
articles came in.
"""

from collections.abc import Sequence
from datetime import date, timedelta

import numpy as np
import numpy.typing as npt

from bot.digest.likeness import Floats, Singles

COHESION = 0.6
"""Least share of the likeness within two stories that there is between them when they are one."""

COHESION_OF_ONE = 0.6
"""What of COHESION is asked of an article that joins a story: it may tell more than that."""

BREADTH = 0.6
"""Least share of the likeness needed that there has to be when no single term counts for much."""

COPY = 0.5
"""Likeness counts no further than this, or a story of three copies would let in no report."""

WINDOW = timedelta(days=7)
"""Between two dated reports of one story at most that no other report lies between."""

BARRED = -1.0
"""Instead of the likeness of what cannot become one story."""


class Agglomeration:
    """Articles that become stories.

    `likeness` is that of each two of them and `breadth` the breadth of it, `needs` what is needed
    of each to be in a story.
    """

    def __init__(
        self, likeness: Singles, breadth: Singles, days: Sequence[date | None], needs: Floats
    ) -> None:
        self._mean = np.minimum(likeness, np.float32(COPY))
        self._breadth = breadth.copy()
        self._needs = needs.copy()
        self._near = _are_near(days)
        self._sizes = np.ones(len(days))
        self._cohesion = np.zeros(len(days))
        self._members = [[place] for place in range(len(days))]
        self._best = np.full(len(days), BARRED)
        self._partner = np.zeros(len(days), np.int64)
        for story in range(len(days)):
            self._seek(story, self._possible(story))

    def parts(self) -> list[list[int]]:
        """The stories, as places of articles."""
        one = int(self._best.argmax())
        while self._best[one] > BARRED:
            self._join(one, int(self._partner[one]))
            one = int(self._best.argmax())
        return [sorted(members) for members in self._members if members]

    def _possible(self, story: int) -> Floats:
        """How alike each other story is, BARRED for those that a story cannot be one with."""
        mine, others = self._cohesion[story], self._cohesion
        asked = COHESION * (mine + others) / 2
        single = (self._sizes == 1) | (self._sizes[story] == 1)
        asked[single] = COHESION * COHESION_OF_ONE * np.maximum(mine, others[single])
        need = (self._needs[story] + self._needs) / 2
        mean = self._mean[story]
        enough = (mean >= np.maximum(asked, need)) & (self._breadth[story] >= BREADTH * need)
        return np.where(self._near[story] & enough, mean, BARRED)

    def _seek(self, story: int, possible: Floats) -> None:
        self._partner[story] = possible.argmax()
        self._best[story] = possible[self._partner[story]]

    def _join(self, one: int, other: int) -> None:
        """Put the articles of another story into one, and look again at what that concerns."""
        self._measure(one, other)
        self._members[one] += self._members[other]
        self._members[other] = []
        self._near[one] |= self._near[other]
        self._near[one, one] = False
        self._near[:, one] = self._near[one]
        self._near[other] = self._near[:, other] = False
        self._best[other] = BARRED
        possible = self._possible(one)
        self._seek(one, possible)
        concerned = np.isin(self._partner, (one, other)) & (self._best > BARRED)
        for story in np.flatnonzero(concerned | (possible > self._best)).tolist():
            self._seek(story, self._possible(story))

    def _measure(self, one: int, other: int) -> None:
        """The means of two stories as one: likeness to others and within, what is needed."""
        a, b = self._sizes[one], self._sizes[other]
        across = self._mean[one, other] * a * b
        within = self._cohesion[one] * _pairs(a) + self._cohesion[other] * _pairs(b)
        self._cohesion[one] = (within + across) / _pairs(a + b)
        for mean in (self._mean, self._breadth):
            mean[one] = (mean[one] * a + mean[other] * b) / (a + b)
            mean[:, one] = mean[one]
        self._needs[one] = (self._needs[one] * a + self._needs[other] * b) / (a + b)
        self._sizes[one] += b


def _pairs(size: float) -> float:
    return size * (size - 1) / 2


def _are_near(days: Sequence[date | None]) -> npt.NDArray[np.bool_]:
    """Which two articles the window lets be of one story."""
    numbers = np.array([day.toordinal() if day else 0 for day in days])
    gaps = np.abs(numbers[:, None] - numbers[None, :])
    undated = numbers == 0
    near: npt.NDArray[np.bool_] = (gaps <= WINDOW.days) | undated[:, None] | undated[None, :]
    np.fill_diagonal(near, val=False)
    return near
