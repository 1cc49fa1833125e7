"""A newsroom that reads from a site on this machine, at a time that the test sets."""

from collections.abc import AsyncIterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from bot.persistence.database import database_url
from bot.persistence.store import Store
from bot.services.newsroom import Newsroom
from tests.fetching.site import Site

START = 1_780_000_000
"""A moment in May 2026, in Unix seconds."""


@dataclass(slots=True)
class Clock:
    """A clock that only goes on when a test says so."""

    now: float = START

    def __call__(self) -> float:
        """The time in Unix seconds."""
        return self.now


@pytest.fixture
def clock() -> Clock:
    """A clock that stands still."""
    return Clock()


@pytest.fixture
async def newsroom(site: Site, clock: Clock, tmp_path: Path) -> AsyncIterator[Newsroom]:
    """An empty newsroom whose feeds are read from the site."""
    opened = await Newsroom.open(
        tmp_path / "data", clock=clock, chance=lambda: 0.0, guard=site.guard
    )
    async with opened as newsroom:
        yield newsroom


@pytest.fixture
async def store(tmp_path: Path, clock: Clock) -> AsyncIterator[Store]:
    """The newsroom's store, opened beside it."""
    opened = await Store.open(database_url(tmp_path / "data"), clock)
    yield opened
    await opened.close()
