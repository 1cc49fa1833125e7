"""A progress bar for work that takes more than a moment."""

import contextlib
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import BarColumn, Progress, TaskProgressColumn, TimeRemainingColumn

MOMENT = 0.7
"""Seconds without a bar; what is done by then needs none."""


@contextlib.contextmanager
def bar() -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error; call it with how much is done of how much."""
    columns = (BarColumn(), TaskProgressColumn(show_speed=True), TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("")
    begun = time.monotonic()

    def advance(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)
        if not progress.live.is_started and time.monotonic() - begun > MOMENT:
            progress.start()

    try:
        yield advance
    finally:
        progress.stop()
