"""A database file and a store on it."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.storage.store import Store
from tests.storage.examples import url_of


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "new folder" / "news.db"


@pytest.fixture
async def store(file: Path) -> AsyncIterator[Store]:
    opened = await Store.open(url_of(file))
    yield opened
    await opened.close()
