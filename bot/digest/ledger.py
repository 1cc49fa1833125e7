"""What makes a post the same post after a crash: its key, its nonce and its mark."""

import hashlib
from datetime import date
from typing import Literal

State = Literal["planned", "posted", "empty", "skipped", "failed"]
"""A local date's row begins as planned, unless there is nothing to post, and ends as another."""

NONCE_CHARACTERS = 25
"""Discord's limit, too short for the key itself."""

MARK_DIGITS = 12
"""48 bits: no two posts of one channel ever share a mark."""


def part_key(schedule: int, day: date, ordinal: int) -> str:
    """The name of one part of a digest; the same in every process, before and after a crash."""
    return f"digest/{schedule}/{day.isoformat()}/{ordinal}"


def nonce(key: str) -> str:
    """What Discord is given, so that sending a part twice within minutes makes one message."""
    return _digits(f"nonce/{key}")[:NONCE_CHARACTERS]


def mark(key: str) -> str:
    """What a part shows, so that it can be found again in the channel."""
    return _digits(f"mark/{key}")[:MARK_DIGITS]


def _digits(words: str) -> str:
    return hashlib.sha256(words.encode()).hexdigest()
