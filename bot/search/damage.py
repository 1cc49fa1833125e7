"""What an index says of itself, and how to tell that its files cannot be used."""

import json
from dataclasses import asdict, dataclass
from pathlib import Path

INDEX_FORMAT = 2
"""Raised when the index, or the words in it, are written differently: an older one is made anew."""

STATE = "state.json"


@dataclass(frozen=True, slots=True)
class IndexState:
    """What an index holds: the database it was made from and the last change of it."""

    identity: str
    change: int
    format: int = INDEX_FORMAT


class DamagedIndex(Exception):
    """The index is missing, unreadable or of another format; the database can rebuild it."""


def read_state(folder: Path) -> IndexState:
    """What the index in `folder` says it holds; DamagedIndex when it does not say."""
    try:
        state = IndexState(**json.loads((folder / STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedIndex(str(folder)) from error
    if state.format != INDEX_FORMAT:
        raise DamagedIndex(str(folder))
    return state


def write_state(folder: Path, state: IndexState) -> None:
    """Let the index say that it holds this; a reader sees the old state or the new one."""
    fresh = folder / f"{STATE}.new"
    fresh.write_text(json.dumps(asdict(state)), encoding="utf-8")
    fresh.replace(folder / STATE)


class damage:  # noqa: N801 - reads as a clause: with damage(folder)
    """Turns whatever the engine raises on broken files into DamagedIndex.

    The engine panics with a BaseException of its own, so its name is what there is to go by.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if error is None or isinstance(error, DamagedIndex):
            return
        if isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException":
            raise DamagedIndex(str(self._folder)) from error
