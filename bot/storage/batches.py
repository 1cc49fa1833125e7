"""Long lists in pieces that a database takes."""

from collections.abc import Callable, Hashable, Iterable, Iterator, Sequence
from typing import TypeVar

MOST_PARAMETERS = 500
"""Values in one IN list: far below the 32,766 of SQLite and PostgreSQL, and planned fast."""

Item = TypeVar("Item")


def pieces(items: Sequence[Item], size: int = MOST_PARAMETERS) -> Iterator[Sequence[Item]]:
    """`items` in order, at most `size` at a time."""
    for start in range(0, len(items), size):
        yield items[start : start + size]


def distinct_runs(
    items: Iterable[Item], key: Callable[[Item], Hashable]
) -> Iterator[Sequence[Item]]:
    """`items` in order, cut wherever a key comes again."""
    run: dict[Hashable, Item] = {}
    for item in items:
        if key(item) in run:
            yield list(run.values())
            run = {}
        run[key(item)] = item
    if run:
        yield list(run.values())
