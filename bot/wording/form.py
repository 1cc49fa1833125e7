"""How a face writes what stands between the words: values, moments, people and places."""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from typing import Literal

Style = Literal["", "full", "relative"]
"""A moment as date and time, with its weekday as well, or as seen from now."""


def _utc(moment: int, _style: Style) -> str:
    return f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%d %H:%M} UTC"


@dataclass(frozen=True, slots=True)
class Form:
    """How a face writes values; `escape` keeps them from being read as the markup of utterances.

    A moment is in seconds since 1970; `language` tells the reader's, None where it is not known.
    """

    escape: Callable[[str], str] = str
    moment: Callable[[int, Style], str] = _utc
    person: Callable[[str], str] = str
    place: Callable[[str], str] = str
    language: Callable[[], str | None] = lambda: None


PLAIN = Form()
"""For text without any markup: labels, logs, a pipe."""
