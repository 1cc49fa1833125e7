"""Chance that can be repeated: everything is drawn from a seed and a name, never from a clock."""

from collections.abc import Iterable
from hashlib import sha256
from typing import TypeVar

T = TypeVar("T")

WIDTH = 8
"""Bytes of a hash that a draw is made of."""


def drawn(*names: object) -> float:
    """A number from 0 up to but not including 1, always the same for the same names."""
    digest = sha256("\0".join(map(str, names)).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:WIDTH], "big") / float(1 << 8 * WIDTH)


def mixed(choices: Iterable[T], *names: object) -> list[T]:
    """The choices in an order by chance."""
    return sorted(choices, key=lambda choice: drawn(*names, choice))
