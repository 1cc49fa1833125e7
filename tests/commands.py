"""The command line as a test uses it: in this process, or as a person starts it."""

import asyncio
import io
import json
import os
import subprocess
import sys
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from bot.cli.main import run
from bot.services.newsroom import Newsroom
from tests.effort import PATIENCE

ROOT = Path(__file__).parents[1]

Object = dict[str, Any]  # Any: JSON


@dataclass(frozen=True, slots=True)
class Done:
    """What a command left behind."""

    code: int
    out: str
    err: str

    @property
    def objects(self) -> list[Object]:
        """The JSON objects on standard output, one a line."""
        return [json.loads(line) for line in self.out.splitlines()]

    @property
    def object(self) -> Object:
        """The only JSON object on standard output."""
        (only,) = self.objects
        return only


class Pullquote:
    """Starts commands in this process, which is fast."""

    def __init__(
        self,
        folder: Path,
        capsys: pytest.CaptureFixture[str],
        monkeypatch: pytest.MonkeyPatch,
    ) -> None:
        self.folder = folder
        self._capsys = capsys
        self._monkeypatch = monkeypatch

    def __call__(self, *arguments: str, typed: str | bytes = "") -> Done:
        """Carry out a command line, with `typed` on its standard input."""
        content = typed.encode() if isinstance(typed, str) else typed
        self._monkeypatch.setattr(sys, "stdin", io.TextIOWrapper(io.BytesIO(content)))
        self._capsys.readouterr()
        try:
            code = run([*arguments])
        except SystemExit as left:
            code = left.code if isinstance(left.code, int) else 0
        captured = self._capsys.readouterr()
        return Done(code, captured.out, captured.err)

    @staticmethod
    def fill(folder: Path) -> None:
        """Put the sample articles into a data folder."""

        async def filled() -> None:
            async with await Newsroom.open(folder) as newsroom:
                await newsroom.fill()

        asyncio.run(filled())


def started(
    *arguments: str | bytes,
    folder: Path,
    typed: bytes = b"",
    environment: Mapping[str, str] | None = None,
) -> Done:
    """Start the command as a person does, in a process of its own."""
    finished = subprocess.run(
        [sys.executable, "-m", "bot", *arguments],
        cwd=folder,
        env=surroundings(environment),
        input=typed,
        capture_output=True,
        timeout=PATIENCE,
        check=False,
    )
    return Done(finished.returncode, finished.stdout.decode(), finished.stderr.decode())


def surroundings(more: Mapping[str, str] | None = None) -> dict[str, str]:
    """The environment of a process: this one's without settings, and with `more`."""
    own = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith(("PULLQUOTE_", "DISCORD_", "COV_"))
    }
    return {**own, "PYTHONPATH": str(ROOT), **(more or {})}


def is_a_sentence(words: str) -> bool:
    """Whether a person can read it: no trace of the program, and an end."""
    return bool(words.strip()) and "Traceback" not in words and words.strip()[-1] in ".?!"
