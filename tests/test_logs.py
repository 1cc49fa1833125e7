"""Logs are text or JSON, and no secret is in them."""

import json
import logging
from collections.abc import Iterator
from io import StringIO

import pytest
from pydantic import SecretStr

from bot.logs import HIDDEN, start_logs
from bot.settings import Settings

TOKEN = "MTIzNDU2Nzg5MDEyMzQ1Njc4.Gabcde.abcdefghijklmnopqrstuvwxyz0123"  # noqa: S105 - made up
SHORT = "test.token.value"


@pytest.fixture(autouse=True)
def _as_before() -> Iterator[None]:
    root = logging.getLogger()
    handlers, level = list(root.handlers), root.level
    yield
    root.handlers[:] = handlers
    root.setLevel(level)


def logged(form: str, message: str, *, error: Exception | None = None) -> str:
    """What a library's log line becomes."""
    stream = StringIO()
    settings = Settings(
        PULLQUOTE_LOG=form,
        DISCORD_TOKEN=SecretStr(SHORT),
        PULLQUOTE_DATABASE=SecretStr("postgresql+asyncpg://user:pa55@db/news"),
    )
    start_logs(settings, stream)
    logging.getLogger("discord.http").error(message, exc_info=error)
    return stream.getvalue()


def test_json_has_one_object_a_line() -> None:
    line = json.loads(logged("json", "The ferry has left"))
    assert (line["event"], line["level"], line["logger"]) == (
        "The ferry has left",
        "error",
        "discord.http",
    )


def test_text_is_for_people() -> None:
    assert "The ferry has left" in logged("text", "The ferry has left")


@pytest.mark.parametrize("form", ["text", "json"])
@pytest.mark.parametrize(
    "secret",
    [
        SHORT,
        TOKEN,
        "https://discord.example/api/webhooks/123/abc-DEF",
        "/interactions/123/abc-DEF/callback",
        "postgresql+asyncpg://user:pa55@db/news",
        "mysql://other:secret@db/news",
        "Authorization: Bot abcdefghijklmnopqrstuv.wxyz",
    ],
)
def test_no_secret_is_logged_even_in_a_traceback(form: str, secret: str) -> None:
    line = logged(form, f"sent {secret}", error=ValueError(secret))
    assert secret not in line
    assert line.count(HIDDEN) >= 2
    assert not any(word in line for word in ("abc-DEF", "pa55", "other:secret", "uv.wxyz"))


def test_what_is_no_terminal_gets_json() -> None:
    stream = StringIO()
    start_logs(Settings(), stream)
    logging.getLogger("bot").warning("The ferry has left")
    assert json.loads(stream.getvalue())["event"] == "The ferry has left"


def test_chatter_of_libraries_is_left_out() -> None:
    stream = StringIO()
    start_logs(Settings(), stream)
    logging.getLogger("alembic.runtime").info("nothing to do")
    logging.getLogger("bot").debug("nothing to do")
    assert stream.getvalue() == ""
