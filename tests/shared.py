"""Real news to test on, where this machine has some; it is no part of the project."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


def shared(folder: str) -> Path:
    """A folder of real data; skips the test, loudly, where there is none."""
    root = Path(os.environ.get("PULLQUOTE_SHARED", CHECKOUT.parent / "shared"))
    if not (root / folder).is_dir():
        pytest.skip(f"SKIPPED: no real news in {folder}; set PULLQUOTE_SHARED to where it is")
    return root / folder
