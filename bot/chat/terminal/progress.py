"""A progress bar for work that takes more than a moment."""

import contextlib
import time
from collections.abc import Callable, Iterator

from rich.console import Console
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.text import Text

MOMENT = 0.7
"""Seconds without a bar; what is done by then needs none."""


class _Rate(ProgressColumn):
    """How many are done a second."""

    def render(self, task: Task) -> Text:
        """The rate, nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="progress.data.speed")


@contextlib.contextmanager
def bar(*, of_bytes: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, with rate and time left; call it with what is done of how much."""
    rate = TransferSpeedColumn() if of_bytes else _Rate()
    columns = (BarColumn(), TaskProgressColumn(), rate, TimeRemainingColumn())
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
