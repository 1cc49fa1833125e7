"""What could not become an article, and why."""

from dataclasses import dataclass

from bot.errors import Refused


@dataclass(frozen=True, slots=True)
class Rejection:
    """A file, or one line or article of it, that was refused, and why."""

    source: str
    error: Refused
