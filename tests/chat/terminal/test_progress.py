"""The progress bar, for a person who waits."""

import io
import sys

import pytest

from bot.chat.terminal import screen
from bot.chat.terminal.screen import bar
from tests.commands import Pullquote
from tests.examples import news


class Terminal(io.StringIO):
    """Standard error with a person before it."""

    def isatty(self) -> bool:
        """Yes."""
        return True


def before_a_person(monkeypatch: pytest.MonkeyPatch) -> Terminal:
    stream = Terminal()
    monkeypatch.setattr(sys, "stderr", stream)
    monkeypatch.setattr(screen, "MOMENT", -1)
    monkeypatch.setenv("TERM", "xterm")
    return stream


def test_what_is_done_in_a_moment_needs_no_bar(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = before_a_person(monkeypatch)
    monkeypatch.setattr(screen, "MOMENT", 60)
    with bar(of_bytes=True) as advance:
        advance(1, 2)
    assert terminal.getvalue() == ""


def test_longer_work_shows_how_far_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    terminal = before_a_person(monkeypatch)
    with bar(of_bytes=True) as advance:
        advance(1_000, 2_000)
        advance(2_000, 2_000)
    assert "100%" in terminal.getvalue()


def test_an_ingest_on_a_terminal_shows_it(
    pullquote: Pullquote, monkeypatch: pytest.MonkeyPatch
) -> None:
    news(pullquote.folder / "news")
    terminal = before_a_person(monkeypatch)
    assert pullquote("ingest", "news").code == 0
    assert "100%" in terminal.getvalue()
    quiet = before_a_person(monkeypatch)
    assert pullquote("ingest", "news", "--quiet").code == 0
    assert quiet.getvalue() == ""
