"""A quiet place to start commands in, and the command itself as a script would start it."""

import asyncio
import os
import shutil
from collections.abc import AsyncIterator
from pathlib import Path

import pytest
from hypothesis import HealthCheck, settings

from bot.persistence.store import Store
from bot.services.newsroom import Newsroom
from tests.commands import Pullquote
from tests.examples import FERRY, MINE, article, news
from tests.ferry import filled
from tests.fetching.site import Site, running_site
from tests.persistence.examples import open_and_close, url_of
from tests.quiz.play import Play

# How long an example takes, and how long it takes to draw, is a matter of the machine.
settings.register_profile(
    "unhurried", deadline=None, max_examples=50, suppress_health_check=[HealthCheck.too_slow]
)
settings.load_profile("unhurried")


@pytest.fixture
def workplace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """An empty current folder, and none of the machine's own settings."""
    for name in [name for name in os.environ if name.startswith(("PULLQUOTE_", "DISCORD_"))]:
        monkeypatch.delenv(name)
    monkeypatch.chdir(tmp_path)
    return tmp_path


@pytest.fixture
def pullquote(
    workplace: Path, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> Pullquote:
    """The command, started in the empty folder."""
    return Pullquote(workplace, capsys, monkeypatch)


@pytest.fixture
def file(tmp_path: Path) -> Path:
    """A database file in a folder that is not there yet."""
    return tmp_path / "new folder" / "news.db"


@pytest.fixture(scope="session")
def empty(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The file of an empty database, made once."""
    file = tmp_path_factory.mktemp("empty") / "news.db"
    asyncio.run(open_and_close(url_of(file)))
    return file


@pytest.fixture
async def store(empty: Path, file: Path) -> AsyncIterator[Store]:
    """An empty store."""
    file.parent.mkdir()
    shutil.copy(empty, file)
    opened = await Store.open(url_of(file))
    try:
        yield opened
    finally:
        await opened.close()


@pytest.fixture
async def site() -> AsyncIterator[Site]:
    """A site on this machine with nothing on it."""
    async with running_site() as opened:
        yield opened


@pytest.fixture(scope="session")
def sample_data(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A data folder that holds the sample articles; not to be written to."""
    folder = tmp_path_factory.mktemp("sample") / "data"
    Pullquote.fill(folder)
    return folder


@pytest.fixture
def sample(workplace: Path, sample_data: Path) -> Path:
    """A data folder of one's own that holds the sample articles, where commands look for it."""
    return Path(shutil.copytree(sample_data, workplace / "data"))


@pytest.fixture(scope="session")
def prepared(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The data folder of a newsroom with eight articles on a ferry, made once."""
    folder = tmp_path_factory.mktemp("prepared") / "data"
    asyncio.run(_prepare(folder))
    return folder


async def _prepare(folder: Path) -> None:
    async with await Newsroom.open(folder) as newsroom:
        await filled(newsroom)


@pytest.fixture
def folder(prepared: Path, tmp_path: Path) -> Path:
    """A data folder of one's own with those eight articles."""
    return Path(shutil.copytree(prepared, tmp_path / "playing"))


@pytest.fixture
async def play(folder: Path) -> AsyncIterator[Play]:
    """Rounds of the quiz on those eight articles."""
    made = await Play.opened(folder)
    try:
        yield made
    finally:
        await made.newsroom.close()


@pytest.fixture(scope="session")
def five(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """Three articles of the operator's, and one of each of the servers 1 and 2: made once."""
    root = tmp_path_factory.mktemp("five")
    asyncio.run(_take_in(root))
    return root


async def _take_in(root: Path) -> None:
    one = article(
        root / "one",
        "ferry.md",
        FERRY,
        title="Aground at Mossholm",
        outlet="Strait Gazette",
        published="2024-03-01",
        topics="[ferry, Mossholm]",
    )
    two = article(
        root / "two",
        "mine.md",
        MINE,
        title="Grindal digs no more",
        outlet="Copper Bulletin",
        published="2024-03-02",
        topics="[mine, Grindal]",
    )
    async with await Newsroom.open(root / "data") as opened:
        await opened.ingest([news(root / "news")])
        await opened.ingest([one], "1")
        await opened.ingest([two], "2")


@pytest.fixture
async def newsroom(five: Path, tmp_path: Path) -> AsyncIterator[Newsroom]:
    """A newsroom of one's own with those five articles."""
    shutil.copytree(five, tmp_path, dirs_exist_ok=True)
    async with await Newsroom.open(tmp_path / "data") as opened:
        yield opened
