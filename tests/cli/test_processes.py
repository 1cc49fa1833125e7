"""Commands as people start them: killed, raced, cut off, on bad disks, and from a wheel."""

import asyncio
import json
import os
import random
import shutil
import signal
import sqlite3
import subprocess
import sys
import zipfile
from contextlib import closing
from pathlib import Path

import pytest

from tests.commands import ROOT, Pullquote, is_a_sentence, started, surroundings
from tests.effort import PATIENCE
from tests.examples import ORCHARD, article, news
from tests.persistence.examples import miscounts

ARTICLES = 400
ROUNDS = 6
COMMAND = (sys.executable, "-m", "bot")


def many(folder: Path) -> Path:
    """A file with some hundred small articles."""
    folder.mkdir()
    lines = [
        json.dumps({"id": f"n{n}", "text": f"Report {n} of grove{n}. {ORCHARD}"})
        for n in range(ARTICLES)
    ]
    (folder / "many.jsonl").write_text("\n".join(lines), encoding="utf-8")
    return folder / "many.jsonl"


async def killed(after: float, *arguments: str, folder: Path) -> None:
    process = await asyncio.create_subprocess_exec(
        *COMMAND, *arguments, cwd=folder, env=surroundings(), stdout=asyncio.subprocess.DEVNULL
    )
    try:
        await asyncio.wait_for(process.wait(), after)
    except TimeoutError:
        process.send_signal(signal.SIGKILL)
        await process.wait()


def test_an_ingest_killed_at_any_moment_leaves_whole_articles_and_can_be_repeated(
    pullquote: Pullquote, sample: Path
) -> None:
    file = many(pullquote.folder / "many")
    chance = random.Random(7)  # noqa: S311 - moments, not secrets
    for _ in range(ROUNDS):
        asyncio.run(killed(chance.uniform(0.5, 2.0), "ingest", str(file), folder=sample.parent))
        held = pullquote("articles", "--json", "--collection", "none").objects
        assert all(ORCHARD in one["text"] for one in held if one["collection"] == "operator")
        assert pullquote("check").out == "Everything is in order.\n"
        assert miscounts(sample / "pullquote.db") == []
    report = pullquote("ingest", str(file), "--json").object
    assert report["added"] + report["unchanged"] == ARTICLES
    assert pullquote("ingest", str(file), "--json").object["unchanged"] == ARTICLES
    assert pullquote("brief", f"grove{ARTICLES - 1}", "--json").object["found"]


def test_one_asks_while_two_take_articles_in(pullquote: Pullquote) -> None:
    folder = pullquote.folder
    pullquote("ingest", str(news(folder / "news")))
    file = many(folder / "many")
    writers = [
        subprocess.Popen([*COMMAND, "ingest", str(file), "--json"], cwd=folder, env=surroundings())
        for _ in range(2)
    ]
    while any(writer.poll() is None for writer in writers):
        done = pullquote("brief", "silt", "--json")
        assert (done.code, done.err) == (0, "")
    assert [writer.wait(PATIENCE) for writer in writers] == [0, 0]
    assert pullquote("articles", "--json").out.count("\n") == ARTICLES + 3
    assert pullquote("check").code == 0


def test_a_locked_database_is_told(
    pullquote: Pullquote, sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.persistence.database.PRAGMAS", "PRAGMA busy_timeout = 10;")
    with closing(sqlite3.connect(sample / "pullquote.db")) as other:
        other.execute("BEGIN IMMEDIATE")
        assert pullquote("brief", "sanctions").code == 0
        done = pullquote("ingest", str(news(pullquote.folder / "news")))
        assert done.code == 1
        assert "Another program is using the database" in done.err
    assert pullquote("ingest", "news").code == 0


def test_a_full_disk_is_told_and_nothing_is_lost(pullquote: Pullquote) -> None:
    folder = pullquote.folder
    pullquote("ingest", str(news(folder / "news")))
    file = many(folder / "many")
    limited = f"ulimit -f 200; trap '' XFSZ; exec {sys.executable} -m bot ingest {file}"
    done = subprocess.run(
        ["/bin/bash", "-c", limited],
        cwd=folder,
        env=surroundings(),
        capture_output=True,
        text=True,
        timeout=PATIENCE,
        check=False,
    )
    assert done.returncode == 1
    assert is_a_sentence(done.stderr)
    assert pullquote("brief", "silt", "--json").object["found"]
    assert pullquote("check").code == 0
    assert pullquote("ingest", str(file)).code == 0
    assert pullquote("articles", "--json").out.count("\n") == ARTICLES + 3


def test_a_read_only_data_folder_is_told(pullquote: Pullquote, sample: Path) -> None:
    command = f"{sys.executable} -m bot"
    bind = f"mount --bind {sample} {sample} && mount -o remount,ro,bind {sample} && "
    trial = ["unshare", "-m", "/bin/sh", "-c"]
    if (
        not shutil.which("unshare")
        or subprocess.run([*trial, f"{bind} true"], check=False).returncode
    ):
        pytest.skip("no private mount namespace here: it takes root and unshare")
    article(pullquote.folder / "news", "a.md", ORCHARD)
    for words in ("ingest news", "brief frost", "check"):
        done = subprocess.run(
            [*trial, f"{bind} exec {command} {words}"],
            cwd=sample.parent,
            env=surroundings(),
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == 1, words
        assert is_a_sentence(done.stdout + done.stderr), words


def test_a_reader_that_leaves_early_is_no_failure(sample: Path) -> None:
    for words in ("articles --json", "brief Putin", "check"):
        done = subprocess.run(
            ["/bin/bash", "-c", f"{sys.executable} -m bot {words} | head -c 1"],
            cwd=sample.parent,
            env=surroundings(),
            capture_output=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.stderr == b"", words


def test_words_come_out_whole_in_a_plain_locale(sample: Path) -> None:
    plain = {"LANG": "C", "LC_ALL": "C", "PYTHONUTF8": "0", "PYTHONCOERCECLOCALE": "0"}
    done = started("brief", "no limits", folder=sample.parent, environment=plain)
    assert "“no limits”" in done.out
    asked = started(
        "brief", "-", folder=sample.parent, environment=plain, typed="“no limits”\n".encode()
    )
    assert asked.object["query"] == "“no limits”"


def test_bytes_that_are_no_text_may_stand_in_arguments(sample: Path) -> None:
    done = started(b"brief", b"sanctions \xff", b"--json", folder=sample.parent)
    assert done.object["query"] == "sanctions \ufffd"
    assert started(b"ingest", b"\xff.txt", folder=sample.parent).code == 1


def test_nothing_typed_ends_well(sample: Path) -> None:
    for words in ([], ["run"]):
        assert started(*words, folder=sample.parent).code == 0


def test_the_wheel_holds_all_it_needs(tmp_path: Path) -> None:
    options = ("--no-deps", "--no-build-isolation", "--disable-pip-version-check", "--quiet")
    pip = (sys.executable, "-m", "pip", "wheel", *options)
    subprocess.run([*pip, "-w", str(tmp_path), str(ROOT)], check=True, timeout=PATIENCE)
    (wheel,) = tmp_path.glob("*.whl")
    with zipfile.ZipFile(wheel) as packed:
        packed.extractall(tmp_path / "site")
    for folder in ("corpus", "prompts"):
        source = {path.relative_to(ROOT / folder) for path in (ROOT / folder).rglob("*.*")}
        site = tmp_path / "site" / "bot" / folder
        assert {path.relative_to(site) for path in site.rglob("*.*")} == source
    elsewhere = tmp_path / "elsewhere"
    elsewhere.mkdir()
    environment = surroundings({"PYTHONPATH": os.fspath(tmp_path / "site")})
    done = subprocess.run(
        [*COMMAND, "brief", "sanctions", "--json"],
        cwd=elsewhere,
        env=environment,
        capture_output=True,
        check=True,
        timeout=PATIENCE,
    )
    assert json.loads(done.stdout)["found"]
