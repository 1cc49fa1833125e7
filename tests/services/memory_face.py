"""A chat platform in memory, whose ids are words, for services that need some platform."""

import asyncio
from collections.abc import Iterator
from dataclasses import dataclass, field

from bot.services.ports import Place, PostFailed, PostGone, PostLost, Trouble
from bot.wording.prompts import Prompts, Utterance
from bot.wording.reply import Block, Card, Headline, Line, Reply, Unit

FACE = "memory"
HERE = Place(FACE, "the harbour", "notice board")

PROMPTS = Prompts()


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
    """Keeps messages by ids such as `message-1`; `failure` is raised in place of any request.

    `lost` is how many posts are kept whose replies get lost; while it is `stuck`, no post is ever
    answered. `foreign` are servers of another process.
    """

    face: str = FACE
    messages: dict[str, Posted] = field(default_factory=dict)
    deleted: dict[str, Posted] = field(default_factory=dict)
    threads: dict[str, Place] = field(default_factory=dict)
    told: list[tuple[Place, str, Reply]] = field(default_factory=list)
    troubles: dict[Place, Trouble] = field(default_factory=dict)
    foreign: set[str] = field(default_factory=set)
    calls: list[str] = field(default_factory=list)
    failure: PostFailed | None = None
    lost: int = 0
    stuck: bool = False
    has_threads: bool = True
    takes_private: bool = True

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
        self._called("post")
        if any(one.key == key for one in self.deleted.values()):
            return ""
        known = [name for name, one in self.messages.items() if one.key == key]
        if known:
            return known[0]
        name = f"message-{len(self.messages) + len(self.deleted) + 1}"
        self.messages[name] = Posted(place, reply, key, role, silent)
        if self.stuck:
            await asyncio.Event().wait()
        if self.lost:
            self.lost -= 1
            raise PostLost
        return name

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Replace what a message says."""
        self._called("edit")
        posted = self.messages.get(message)
        if posted is None or posted.place != place:
            raise PostGone
        posted.reply = reply

    async def find(self, place: Place, mark: str, since: int) -> str | None:
        """The message in a place that has a mark among its variables."""
        del since
        self._called("find")
        for name, one in self.messages.items():
            if one.place == place and mark in str(one.reply.units):
                return name
        return None

    async def open_thread(self, place: Place, message: str, name: Utterance) -> Place | None:
        """The thread under a message."""
        del name
        self._called("open_thread")
        if not self.has_threads or message not in self.messages:
            return None
        return self.threads.setdefault(message, Place(place.face, place.server, f"under {message}"))

    async def tell(self, place: Place, person: str, reply: Reply) -> bool:
        """Keep what a person was told."""
        if self.takes_private:
            self.told.append((place, person, reply))
        return self.takes_private

    def delete(self, message: str) -> None:
        """Delete a message, as a moderator does; its key is remembered."""
        self.deleted[message] = self.messages.pop(message)

    def shown(self, place: Place = HERE) -> list[str]:
        """What the messages of a place say, in full."""
        return [text_of(one.reply) for one in self.messages.values() if one.place == place]

    def _called(self, what: str) -> None:
        self.calls.append(what)
        if self.failure is not None:
            raise self.failure


def text_of(reply: Reply) -> str:
    """All that a reply says, a line each."""
    return "\n".join(line for unit in reply.units for line in _lines(unit))


def _lines(unit: Unit) -> Iterator[str]:
    if isinstance(unit, Line):
        yield PROMPTS.say(unit.words)
        return
    if isinstance(unit, Headline):
        yield " · ".join(PROMPTS.say(words) for words in (unit.title, *unit.source))
    elif isinstance(unit, Card):
        yield from _lines(unit.headline) if unit.headline else ()
        for block in unit.blocks:
            yield from _block(block)
        yield " · ".join(PROMPTS.say(words) for words in unit.foot)
    else:
        yield from _block(unit)


def _block(block: Block) -> Iterator[str]:
    yield block.quote.text
    yield " · ".join(PROMPTS.say(words) for words in (*block.source, *block.notes))
