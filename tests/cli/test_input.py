"""Bad input at the command line: each ends in a sentence and a code, and nothing is lost."""

import shutil
from pathlib import Path

import pytest

from bot.cli.main import INTERRUPTED
from bot.services.inquiries import InquiryService
from bot.settings import resource
from tests.commands import Pullquote, is_a_sentence


@pytest.mark.parametrize("day", ["2024-02-30", "someday", "\udcff"])
def test_a_day_that_is_none_is_wrong_use(pullquote: Pullquote, day: str, sample: Path) -> None:
    assert sample.exists()
    done = pullquote("brief", "frost", "--since", day)
    assert done.code == 2
    assert is_a_sentence(done.err)


QUERIES = {
    "nothing": "",
    "blank": "  \n ",
    "stop words": "the of and what is it",
    "6,000 characters": "harvest " * 750,
    "one word of 6,000 characters": "x" * 6000,
    "query syntax": '"a" AND (b OR c:*) NOT [d TO e]^2 ~ + - && || ! { } \\ /',
    "surrogates": "frost \udcff\ud800",
    "controls": "fr\x07o\x1b[31mst",
    "bidi and zero width": "\u202efr\u200bost\u2066",
    "mention": "@everyone <@1> [frost](https://example.org)",
    "brackets": "[a](" * 1500,
    "markup": "**frost** `x` {y} %s",
}


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
@pytest.mark.parametrize("command", ["brief", "ask"])
def test_any_query_ends_in_an_answer_or_a_sentence(
    pullquote: Pullquote, sample: Path, command: str, query: str
) -> None:
    assert sample.exists()
    machine = pullquote(command, "--json", "--", query)
    assert machine.code in (0, 3)
    assert machine.err == ""
    assert machine.object["query"].isprintable() or "\n" in query


@pytest.mark.parametrize("query", QUERIES.values(), ids=QUERIES)
def test_a_person_who_asks_anything_gets_an_answer_or_a_sentence(
    pullquote: Pullquote, sample: Path, query: str
) -> None:
    assert sample.exists()
    done = pullquote("brief", "--", query)
    assert done.code in (0, 3)
    assert done.out.strip()
    assert done.err == ""


@pytest.mark.parametrize("option", ["--collection", "--outlet"])
def test_an_option_that_is_no_text_finds_nothing_of_its_own(
    pullquote: Pullquote, sample: Path, option: str
) -> None:
    assert sample.exists()
    done = pullquote("brief", "sanctions", "--json", option, "\udcff\ud800")
    assert done.err == ""
    assert done.object["found"] is (option == "--collection")
    assert pullquote("ingest", "nowhere", "--collection", "\udcff").code == 1


@pytest.mark.parametrize(
    "arguments",
    [
        ["nonsense"],
        ["brief"],
        ["brief", "a", "--nonsense"],
        ["search", "a", "-k", "0"],
        ["search", "a", "-k", "1001"],
        ["search", "a", "-k", "many"],
        ["ingest"],
        ["sync", "--guild", "x"],
    ],
)
def test_wrong_use_ends_with_two(pullquote: Pullquote, arguments: list[str]) -> None:
    done = pullquote(*arguments)
    assert (done.code, done.out) == (2, "")
    assert "usage: pullquote" in done.err


def test_help_and_version_are_told(pullquote: Pullquote) -> None:
    assert pullquote("--version").out.startswith("pullquote ")
    helped = pullquote("--help")
    assert helped.code == 0
    for command in "chat run ingest articles search brief ask sync check".split():
        assert command in helped.out
        assert pullquote(command, "--help").code == 0


@pytest.mark.parametrize("command", [["brief", "frost"], ["ingest", "."], ["articles"], ["chat"]])
def test_a_data_folder_that_is_a_file_is_told(pullquote: Pullquote, command: list[str]) -> None:
    (pullquote.folder / "data").write_text("not a folder", encoding="utf-8")
    done = pullquote(*command)
    assert (done.code, done.out) == (1, "")
    assert is_a_sentence(done.err)
    assert (pullquote.folder / "data").read_text(encoding="utf-8") == "not a folder"


def test_a_damaged_database_is_told_and_left_alone(pullquote: Pullquote, sample: Path) -> None:
    file = sample / "pullquote.db"
    whole = file.read_bytes()
    for damaged in (b"x" * len(whole), whole[:100] + b"\xff" * (len(whole) - 100)):
        file.write_bytes(damaged)
        for name in ("pullquote.db-wal", "pullquote.db-shm"):
            (sample / name).unlink(missing_ok=True)
        for command in (["brief", "frost"], ["check"]):
            done = pullquote(*command)
            assert done.code == 1
            assert "damaged" in done.out + done.err
        assert file.read_bytes() == damaged


def test_words_that_cannot_be_read_are_named(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    words = pullquote.folder / "prompts" / "en"
    shutil.copytree(resource("prompts") / "en", words)
    (words / "answer.ftl").write_text("brief = { $query\n", encoding="utf-8")
    monkeypatch.setattr("bot.settings.PACKAGE", pullquote.folder)
    done = pullquote("check")
    assert done.code == 1
    assert 'The words "brief" in prompts/en/answer.ftl are missing' in done.out
    (words / "error.ftl").write_text("", encoding="utf-8")
    done = pullquote("run")
    assert (done.code, done.err) == (1, "prompts/en/error.ftl: error/prompt\n")


@pytest.mark.parametrize(
    ("raised", "code"), [(KeyboardInterrupt(), INTERRUPTED), (ZeroDivisionError(), 1)]
)
def test_whatever_happens_ends_with_a_code(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, raised: BaseException, code: int
) -> None:
    async def fail(*_: object, **__: object) -> None:
        raise raised

    monkeypatch.setattr(InquiryService, "answer", fail)
    done = pullquote("brief", "frost", "--quiet")
    assert (done.code, done.out) == (code, "")
    assert ("Something went wrong on my side." in done.err) is (code == 1)
