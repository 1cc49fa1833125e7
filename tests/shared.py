"""Real news to test on, where this machine has some; it is no part of the project."""

import os
from pathlib import Path

import pytest

CHECKOUT = Path(__file__).parents[1]


def shared(folder: str) -> Path:
    """A folder of real data; where there is none, the module that asks is skipped, loudly."""
    root = Path(os.environ.get("PULLQUOTE_SHARED", CHECKOUT.parent / "shared"))
    if not (root / folder).is_dir():
        reason = f"SKIPPED: no real news in {folder}; set PULLQUOTE_SHARED to where it is"
        pytest.skip(reason, allow_module_level=True)
    return root / folder
