"""What `check` finds, without mending anything."""

import shutil
import sqlite3
from collections.abc import Mapping
from contextlib import closing
from pathlib import Path

import pytest

from bot.operations.checks import problems
from bot.settings import Settings, resource
from tests.commands import Pullquote, is_a_sentence
from tests.examples import news
from tests.persistence.examples import rows

NONE: dict[str, str] = {}


def contents(folder: Path) -> list[Path]:
    return list(folder.iterdir())


async def names(data: Path, settings: Mapping[str, str] = NONE) -> list[str]:
    return [
        problem.name for problem in await problems(Settings.model_validate(dict(settings)), data)
    ]


async def test_a_folder_that_is_not_there_yet_is_no_problem(tmp_path: Path) -> None:
    assert await names(tmp_path / "a" / "b") == []
    assert contents(tmp_path) == []


async def test_a_filled_data_folder_is_in_order(sample: Path) -> None:
    assert await names(sample) == []


@pytest.mark.parametrize("below", ["", "deeper/still"])
async def test_a_data_folder_in_a_file_is_a_problem(tmp_path: Path, below: str) -> None:
    (tmp_path / "file").touch()
    assert await names(tmp_path / "file" / below) == ["storage/no_folder"]


async def test_a_data_folder_with_an_impossible_name_is_a_problem(tmp_path: Path) -> None:
    assert await names(tmp_path / ("x" * 300)) == ["storage/no_folder"]


async def test_a_data_folder_that_cannot_be_written_is_a_problem(
    sample: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("os.access", lambda *_: False)
    assert await names(sample) == ["storage/read_only"]


async def test_a_token_file_that_is_missing_is_a_problem(tmp_path: Path) -> None:
    assert await names(tmp_path, {"DISCORD_TOKEN_FILE": "/nowhere"}) == ["setting/file"]


async def test_a_database_address_that_is_none_is_a_problem(tmp_path: Path) -> None:
    assert await names(tmp_path, {"PULLQUOTE_DATABASE": "none"}) == ["setting/value"]


@pytest.mark.parametrize(("language", "found"), [("en-GB", []), ("xx", ["setting/value"])])
async def test_a_language_that_is_not_there_is_a_problem(
    tmp_path: Path, language: str, found: list[str]
) -> None:
    assert await names(tmp_path, {"PULLQUOTE_LANGUAGE": language}) == found


async def test_what_comes_with_pullquote_is_looked_at(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    corpus = shutil.copytree(resource("corpus"), tmp_path / "corpus")
    (corpus / "synonyms.toml").write_text('same = ["no group"]', encoding="utf-8")
    (corpus / "one.md").write_text("---\ntitle: {broken\n  more\n---\ntext", encoding="utf-8")
    monkeypatch.setattr("bot.settings.PACKAGE", tmp_path)
    assert await names(tmp_path / "data") == ["setting/synonyms", "cli/corpus_damaged"]
    (corpus / "boilerplate.toml").write_text("words = 1", encoding="utf-8")
    assert await names(tmp_path / "data") == ["setting/synonyms", "setting/boilerplate"]


def test_check_finds_nothing_wrong_with_a_fresh_start(pullquote: Pullquote) -> None:
    assert pullquote("check").out == "Everything is in order.\n"
    assert pullquote("check", "--json").object == {"ok": True, "problems": []}
    assert list(pullquote.folder.iterdir()) == []


def test_check_tells_each_problem(pullquote: Pullquote) -> None:
    (pullquote.folder / "data").touch()
    done = pullquote("check", "--json")
    assert done.code == 1
    assert done.object["ok"] is False
    assert all(is_a_sentence(problem) for problem in done.object["problems"])
    assert "cannot be made" in pullquote("check").out


def test_a_newer_schema_is_told_and_left_alone(pullquote: Pullquote, sample: Path) -> None:
    _execute(sample / "pullquote.db", "UPDATE alembic_version SET version_num = '9999'")
    for command in (["check"], ["brief", "frost"], ["ingest", "."]):
        done = pullquote(*command)
        assert done.code == 1
        assert "made by a newer Pullquote" in done.out + done.err
    assert rows(sample / "pullquote.db", "SELECT * FROM alembic_version") == [("9999",)]


def test_an_index_that_lacks_changes_is_told_and_brought_up_to_date(
    pullquote: Pullquote, sample: Path
) -> None:
    shutil.copytree(sample / "index", pullquote.folder / "older")
    pullquote("ingest", str(news(pullquote.folder / "news")))
    shutil.rmtree(sample / "index")
    shutil.move(pullquote.folder / "older", sample / "index")
    assert "lacks the latest changes" in pullquote("check").out
    assert pullquote("brief", "frost", "--json").object["found"]
    assert pullquote("check").code == 0


def _execute(file: Path, statement: str) -> None:
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute(statement)
