"""Discord's own API document as a judge, on a machine that has it; it is no part of the project."""

import importlib
import os
import sys
from functools import cache
from pathlib import Path
from typing import Protocol

import pytest

from tests.shared import CHECKOUT


class Judge(Protocol):
    """Says what Discord's document forbids in a request."""

    def errors(self, method: str, path: str, body: object, *, files: int = 0) -> list[str]:
        """What is wrong with a request; nothing, where the document allows it."""


@cache
def judge_on_this_machine() -> Judge | None:
    """The judge, where there is one; it reads a megabyte, so once a process."""
    folder = Path(os.environ.get("PULLQUOTE_SHARED", CHECKOUT.parent / "shared")) / "discord"
    if not (folder / "oracle.py").is_file():
        return None
    sys.path.append(str(folder))
    try:
        judge: Judge = importlib.import_module("oracle").Oracle()
    finally:
        sys.path.remove(str(folder))
    return judge


def required_judge() -> Judge:
    """The judge; skips the test, loudly, where there is none."""
    found = judge_on_this_machine()
    if found is None:
        pytest.skip("SKIPPED: no API document of Discord; PULLQUOTE_SHARED names its folder")
    return found
