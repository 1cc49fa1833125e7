"""A chat platform in memory, whose ids are words, for services that need some platform."""

from dataclasses import dataclass, field

from bot.services.ports import Place, PostFailed, PostGone, Trouble
from bot.wording.prompts import Utterance
from bot.wording.reply import Line, Reply

FACE = "memory"


@dataclass(slots=True)
class Posted:
    """A message of the bot, as it is now."""

    place: Place
    reply: Reply
    key: str
    role: str | None = None
    silent: bool = False

    @property
    def says(self) -> list[str]:
        """The names of what it says, in order."""
        return [unit.words.name for unit in self.reply.units if isinstance(unit, Line)]


@dataclass
class MemoryFace:
    """Keeps messages by ids such as `message-1`; `failure` is raised in place of any request."""

    face: str = FACE
    messages: dict[str, Posted] = field(default_factory=dict)
    threads: dict[str, Place] = field(default_factory=dict)
    told: list[tuple[Place, str, Reply]] = field(default_factory=list)
    troubles: dict[Place, Trouble] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    failure: PostFailed | None = None

    def owns(self, place: Place) -> bool:
        """Every place of this face but those of foreign servers."""
        return place.face == self.face and place.server not in self.foreign

    async def why_not(self, place: Place) -> Trouble | None:
        """The trouble that a test has made for a place."""
        return self.troubles.get(place)

    async def post(
        self, place: Place, reply: Reply, *, key: str, role: str | None = None, silent: bool = False
    ) -> str:
        """Keep a message, once for each key."""
        self._fail()
        known = [name for name, one in self.messages.items() if one.key == key]
        if known:
            return known[0]
        name = f"message-{len(self.messages) + 1}"
        self.messages[name] = Posted(place, reply, key, role, silent)
        return name

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Replace what a message says."""
        self._fail()
        posted = self.messages.get(message)
        if posted is None or posted.place != place:
            raise PostGone
        posted.reply = reply

    async def find(self, place: Place, mark: str, since: int) -> str | None:
        """The message in a place that has a mark among its variables."""
        del since
        self._fail()
        for name, one in self.messages.items():
            if one.place == place and mark in str(one.reply.units):
                return name
        return None

    async def open_thread(self, place: Place, message: str, name: Utterance) -> Place | None:
        """The thread under a message."""
        del name
        self._fail()
        if message not in self.messages:
            return None
        return self.threads.setdefault(message, Place(place.face, place.server, f"under {message}"))

    async def tell(self, place: Place, person: str, reply: Reply) -> bool:
        """Keep what a person was told."""
        self._fail()
        self.told.append((place, person, reply))
        return True

    def _fail(self) -> None:
        if self.failure is not None:
            raise self.failure
