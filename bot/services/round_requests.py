"""The round that somebody wants, and the round that it becomes."""

from dataclasses import dataclass, field
from uuid import uuid4

from bot.quiz.rounds import SECOND, SOLO_SILENCE, Mode, Round
from bot.quiz.scoring import ServerSettings


@dataclass(frozen=True, slots=True, kw_only=True)
class RoundRequest:
    """The round that somebody wants, in a place of a face; `seconds` for each question."""

    mode: Mode
    face: str
    server: str
    channel: str
    starter: str
    collection: str | None = None
    topic: str | None = None
    questions: int = 1
    seconds: int = SOLO_SILENCE // SECOND
    id: str = field(default_factory=lambda: uuid4().hex[:16])

    @property
    def slot(self) -> str:
        """What the round occupies: a channel takes one live round and one daily question."""
        place = self.starter if self.mode == "solo" else self.channel
        return f"{self.mode}:{self.server}:{place}"

    def begun(self, now: int, settings: ServerSettings) -> Round:
        """The round, as it begins in a server with these settings."""
        wanted = {name: getattr(self, name) for name in self.__dataclass_fields__}
        return Round(
            **wanted,
            speed_bonus=settings.speed_bonus,
            double_last=settings.double_last,
            started=now,
        )
