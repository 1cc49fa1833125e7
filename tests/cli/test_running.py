"""The commands that run for long and the one that fetches, over a site on this machine."""

import argparse
import contextlib
import json
import os
import signal
import sqlite3
import threading
import time
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.cli.context import DONE, FAILED, NOTHING_FOUND, CommandContext
from bot.cli.main import run
from bot.cli.running import fetch
from bot.fetching.guard import Guard
from bot.settings import FeedSetting, Settings
from bot.wording.prompts import Prompts
from tests.commands import Pullquote, is_a_sentence
from tests.effort import PATIENCE
from tests.examples import FERRY, ORCHARD, article
from tests.fetching.examples import LONG, Entry, rss
from tests.fetching.site import Site, here, running_site

PROMPTS = Prompts()


@pytest.fixture
async def site(monkeypatch: pytest.MonkeyPatch) -> AsyncIterator[Site]:
    """A site with a feed; what fetches in this process fetches from it."""
    async with running_site() as opened:

        class Here(Guard):
            def __init__(self, agent: str) -> None:
                ports = frozenset([opened.port])
                super().__init__(agent, is_allowed=lambda _: True, ports=ports, resolve=here)

        monkeypatch.setattr("bot.fetching.guard.Guard", Here)
        entry = Entry("1", opened.url("/a"), "On the pier", LONG)
        opened.put("/feed", rss([entry], "Pier Post", opened.url()))
        yield opened


def context_of(
    data: Path, *urls: str, as_json: bool = True, contact: str | None = None
) -> CommandContext:
    feeds = tuple(FeedSetting(url=url) for url in urls)
    options = argparse.Namespace(data=str(data), json=as_json, quiet=False)
    return CommandContext(Settings(feeds=feeds, PULLQUOTE_CONTACT=contact), PROMPTS, options)


async def test_feeds_are_fetched_once_and_what_came_of_it_is_told_as_json(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    fetching = context_of(tmp_path / "data", site.url("/feed"), site.url("/none"))
    assert await fetch(fetching) == DONE
    found = json.loads(capsys.readouterr().out)
    assert (found["added"], found["updated"], found["unchanged"]) == (1, 0, 0)
    feeds = {feed["url"]: feed for feed in found["feeds"]}
    read, failed = feeds[site.url("/feed")], feeds[site.url("/none")]
    assert (read["title"], read["state"], read["changed"]) == ("Pier Post", "active", True)
    assert (read["added"], read["refused"], read["error"]) == (1, [], None)
    assert read["collection"] == "operator"
    assert failed["error"] == "news.example has no such page."
    assert await fetch(fetching) == DONE
    assert json.loads(capsys.readouterr().out)["added"] == 0


async def test_feeds_are_fetched_once_and_it_is_told_to_a_person(
    site: Site, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    site.put("/other", rss([Entry("1", None, "Empty", "")], "Other Post"))
    urls = (site.url("/feed"), site.url("/none"), site.url("/other"))
    assert await fetch(context_of(tmp_path / "data", *urls, as_json=False)) == DONE
    told = capsys.readouterr()
    assert "Pier Post: 1 new, 0 updated, 0 unchanged." in told.out
    assert f"{site.url('/none')}: news.example has no such page." in told.err
    assert "There is no text in it" in told.err


def test_a_feed_at_a_private_address_is_refused_with_its_reason(pullquote: Pullquote) -> None:
    settings = '[[feeds]]\nurl = "http://127.0.0.1/feed"\noutlet = "Mine"\n'
    (pullquote.folder / "pullquote.toml").write_text(settings)
    done = pullquote("fetch")
    assert done.code == FAILED
    assert "127.0.0.1 belongs to a private or reserved network" in done.err
    assert pullquote("fetch", "--json").object["feeds"][0]["error"] in done.err


def test_without_feeds_it_is_told_where_to_name_them(pullquote: Pullquote) -> None:
    done = pullquote("fetch")
    assert done.code == NOTHING_FOUND
    assert "[[feeds]]" in done.err
    assert pullquote("fetch", "--json", "--quiet").object == {
        "added": 0,
        "updated": 0,
        "unchanged": 0,
        "feeds": [],
    }


@pytest.mark.parametrize(
    "written",
    [
        'feeds = "http://a.example"',
        "[[feeds]]\n",
        '[[feeds]]\nurl = "ftp://a.example"\n',
        '[[feeds]]\nurl = "https://a.example"\nname = "A"\n',
        "[[feeds]]\nurl = 5\n",
    ],
)
def test_feeds_that_are_written_wrongly_are_named(pullquote: Pullquote, written: str) -> None:
    (pullquote.folder / "pullquote.toml").write_text(written)
    done = pullquote("fetch")
    assert done.code == 78
    assert "[[feeds]]" in done.err
    assert is_a_sentence(done.err)


def test_a_folder_is_watched_until_a_signal_to_stop(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.feeds.LOOKED_EVERY", 0.05)
    folder = pullquote.folder / "watched"
    article(folder, "ferry.md", FERRY)

    def stop() -> None:
        until_taken_in(pullquote.folder / "data")
        os.kill(os.getpid(), signal.SIGTERM)

    stopping = threading.Thread(target=stop)
    stopping.start()
    done = pullquote("run", "--watch", str(folder))
    stopping.join()
    assert done.code == 0
    assert f"Watching {folder}" in done.err
    assert pullquote("brief", "Corvina", "--json").object["found"]


def until_taken_in(data: Path) -> None:
    """Wait until the ferry's article is in the database and its index."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        with (
            contextlib.suppress(sqlite3.Error),
            contextlib.closing(
                sqlite3.connect(f"file:{data / 'pullquote.db'}?mode=ro", uri=True)
            ) as database,
        ):
            found = "SELECT count(*) FROM article_version WHERE text LIKE '%Corvina%'"
            if database.execute(found).fetchone()[0]:
                return
        time.sleep(0.05)


@pytest.mark.parametrize("folder", ["nowhere", "file.txt"])
def test_what_is_no_folder_cannot_be_watched(pullquote: Pullquote, folder: str) -> None:
    (pullquote.folder / "file.txt").write_text(ORCHARD)
    done = pullquote("run", "--watch", folder)
    assert done.code == 2
    assert is_a_sentence(done.err)
    assert folder in done.err


def test_the_contact_is_what_servers_are_told(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    agents: list[str] = []
    original = Guard.__init__

    def noted(self: Guard, agent: str) -> None:
        agents.append(agent)
        original(self, agent)

    monkeypatch.setattr(Guard, "__init__", noted)
    monkeypatch.setenv("PULLQUOTE_CONTACT", "mailto:desk@news.example")
    pullquote("fetch", "--quiet")
    pullquote("chat", typed="/feeds list\n")
    assert sum("+mailto:desk@news.example" in agent for agent in agents) == 2
    monkeypatch.setenv("PULLQUOTE_CONTACT", "two words")
    assert pullquote("fetch").code == 78


def test_work_goes_on_while_somebody_may_type(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr("bot.services.feeds.LOOKED_EVERY", 0.05)
    folder = pullquote.folder / "watched"
    article(folder, "ferry.md", FERRY)
    told = FERRY.split(" All of them", maxsplit=1)[0]
    person, terminal = os.openpty()
    heard: list[str] = []

    def talk() -> None:
        until_taken_in(pullquote.folder / "data")
        deadline = time.monotonic() + PATIENCE
        while told not in said() and time.monotonic() < deadline:
            os.write(person, b"/brief Corvina\n")  # what is saved is found a moment later
            time.sleep(0.1)
        os.write(person, b"/quit\n")

    def said() -> str:
        heard.append(capsys.readouterr().out)
        return "".join(heard).replace("\n", " ")

    talking = threading.Thread(target=talk)
    talking.start()
    with os.fdopen(terminal, encoding="utf-8") as stdin:
        monkeypatch.setattr("sys.stdin", stdin)
        code = run(["run", "--watch", str(folder)])
    talking.join()
    os.close(person)
    assert code == DONE
    assert told in said()
