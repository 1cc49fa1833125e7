"""Days in a row on which somebody played, in the zone of the server."""

from collections.abc import Collection
from datetime import date, timedelta

DAY = timedelta(days=1)

GRACE_EVERY = 7
"""Days after which another missed day is forgiven: one a week, for nobody plays on a holiday."""


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
