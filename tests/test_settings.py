"""Settings: where they come from, and what is said of bad ones."""

from pathlib import Path

import pytest

from bot.errors import WrongConfiguration
from bot.settings import Settings, read_settings
from tests.commands import Pullquote

HIDDEN = "hunter2-is-secret"


def refused(environment: dict[str, str], folder: Path) -> str | int:
    with pytest.raises(WrongConfiguration) as caught:
        read_settings(environment, folder).discord_token()
    assert HIDDEN not in repr(caught.value)
    return caught.value.variables["setting"]


def test_without_any_there_are_defaults(tmp_path: Path) -> None:
    settings = read_settings({}, tmp_path)
    assert settings == Settings()
    assert settings.discord_token() is None
    assert settings.data == Path("data")


def test_the_environment_wins_over_the_env_file_and_that_over_toml(tmp_path: Path) -> None:
    names = ("PULLQUOTE_DATA", "PULLQUOTE_LOG", "PULLQUOTE_DISCORD_API")
    toml = 'PULLQUOTE_DATA = "toml"\nPULLQUOTE_LOG = "json"\nPULLQUOTE_DISCORD_API = "http://t"\n'
    (tmp_path / "pullquote.toml").write_text(toml, encoding="utf-8")
    (tmp_path / ".env").write_text(
        "# note\nexport PULLQUOTE_DATA=dotenv\nPULLQUOTE_LOG='text'\nEMPTY\n", encoding="utf-8"
    )
    settings = read_settings({"PULLQUOTE_DATA": "environment", "OTHER": "x"}, tmp_path)
    found = settings.model_dump(by_alias=True)
    assert [found[name] for name in names] == [Path("environment"), "text", "http://t"]


def test_an_empty_variable_is_not_set(tmp_path: Path) -> None:
    assert read_settings({"DISCORD_TOKEN": "", "PULLQUOTE_LOG": ""}, tmp_path) == Settings()


def test_the_token_comes_without_the_line_end_of_its_file(tmp_path: Path) -> None:
    file = tmp_path / "token"
    file.write_text(f"{HIDDEN}\n", encoding="utf-8")
    settings = read_settings({"DISCORD_TOKEN_FILE": str(file)}, tmp_path)
    assert settings.discord_token() == HIDDEN
    assert read_settings({"DISCORD_TOKEN": "abc "}, tmp_path).discord_token() == "abc"


def test_no_token_is_ever_part_of_what_settings_print(tmp_path: Path) -> None:
    settings = read_settings({"DISCORD_TOKEN": HIDDEN, "PULLQUOTE_DATABASE": HIDDEN}, tmp_path)
    assert HIDDEN not in f"{settings!r} {settings}"


@pytest.mark.parametrize(
    ("name", "value"),
    [
        ("PULLQUOTE_LOG", HIDDEN),
        ("PULLQUOTE_DISCORD_API", f"ftp://{HIDDEN}"),
        ("PULLQUOTE_DISCORD_GATEWAY", f"http://{HIDDEN}"),
        ("PULLQUOTE_LANGUAGE", f"../{HIDDEN}"),
        ("DISCORD_TOKEN", f"{HIDDEN} {HIDDEN}"),
        ("DISCORD_TOKEN", "   "),
        ("DISCORD_TOKEN", f"{HIDDEN}ü"),
        ("DISCORD_TOKEN_FILE", f"/nowhere/{HIDDEN}"),
    ],
)
def test_a_bad_value_is_told_by_its_name_only(tmp_path: Path, name: str, value: str) -> None:
    assert refused({name: value}, tmp_path) == name


@pytest.mark.parametrize("content", [b"", b"\n", b"two words", b"\xff\xfe"])
def test_a_token_file_without_one_token_is_told(tmp_path: Path, content: bytes) -> None:
    file = tmp_path / HIDDEN
    file.write_bytes(content)
    assert refused({"DISCORD_TOKEN_FILE": str(file)}, tmp_path) == "DISCORD_TOKEN_FILE"


@pytest.mark.parametrize(
    ("name", "content"),
    [
        ("pullquote.toml", b"DISCORD_TOKEN = hunter2-is-secret"),
        ("pullquote.toml", b"\xff\xfe"),
        ("pullquote.toml", b"a = " + b"[" * 20_000),
        (".env", b'DISCORD_TOKEN = "hunter2-is-secret'),
        (".env", b"hunter2-is-secret hunter2-is-secret = 1"),
        (".env", b"DISCORD_TOKEN=\xff\xfe"),
    ],
)
def test_a_malformed_file_is_named(tmp_path: Path, name: str, content: bytes) -> None:
    (tmp_path / name).write_bytes(content)
    assert refused({}, tmp_path) == name


@pytest.mark.parametrize("name", ["pullquote.toml", ".env"])
def test_a_folder_in_place_of_a_file_is_named(tmp_path: Path, name: str) -> None:
    (tmp_path / name).mkdir()
    assert refused({}, tmp_path) == name


@pytest.mark.parametrize(
    ("line", "setting"),
    [
        ("DISCORD_TOKEN = 5", "DISCORD_TOKEN"),
        ('DISCORD_TOKEN = ""', "DISCORD_TOKEN"),
        ("PULLQUOTE_DATA = [1]", "PULLQUOTE_DATA"),
        ("PULLQUOTE_LOG = true", "PULLQUOTE_LOG"),
    ],
)
def test_a_value_of_the_wrong_kind_is_told(tmp_path: Path, line: str, setting: str) -> None:
    (tmp_path / "pullquote.toml").write_text(line, encoding="utf-8")
    assert refused({}, tmp_path) == setting


@pytest.mark.parametrize(
    "address",
    [
        HIDDEN,
        f"nosuch://{HIDDEN}@host/news",
        f"sqlite:///{HIDDEN}.db",
        f"sqlite+nosuch:///{HIDDEN}.db",
        f"mysql+aiomysql://me:{HIDDEN}@host/news",
        f"postgresql+asyncpg://me:{HIDDEN}@host:port/news",
    ],
)
@pytest.mark.parametrize("command", [["brief", "frost"], ["ingest", "."]])
def test_a_database_that_cannot_be_used_ends_with_78(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, address: str, command: list[str]
) -> None:
    monkeypatch.setenv("PULLQUOTE_DATABASE", address)
    done = pullquote(*command)
    assert (done.code, done.out) == (78, "")
    assert done.err.startswith("The setting PULLQUOTE_DATABASE ")
    assert HIDDEN not in done.err


def test_another_database_may_keep_the_articles(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    file = pullquote.folder / "elsewhere" / "news.db"
    monkeypatch.setenv("PULLQUOTE_DATABASE", f"sqlite+aiosqlite:///{file}")
    assert pullquote("brief", "sanctions", "--json").object["found"]
    assert file.exists()
    assert not (pullquote.folder / "data" / "pullquote.db").exists()
    assert pullquote("check").code == 0


@pytest.mark.parametrize("command", [[], ["run"], ["check"], ["brief", "frost"]])
def test_every_command_ends_with_78_on_a_bad_setting(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch, command: list[str]
) -> None:
    monkeypatch.setenv("PULLQUOTE_LOG", HIDDEN)
    done = pullquote(*command)
    assert (done.code, done.out) == (78, "")
    assert "PULLQUOTE_LOG" in done.err
    assert HIDDEN not in done.err


def test_a_missing_token_file_stops_the_bot(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("DISCORD_TOKEN_FILE", "nowhere")
    assert pullquote("run").code == 78
    assert "DISCORD_TOKEN_FILE" in pullquote("check").out
