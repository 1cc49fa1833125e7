"""The ports that services are typed on: chance, the guarded network, and a chat platform."""

from collections.abc import Callable
from dataclasses import dataclass
from typing import TYPE_CHECKING, Literal, Protocol

from bot.persistence.database import Clock
from bot.quiz.extraction.clauses import Parser
from bot.services.word_lists import WordLists
from bot.wording.prompts import Utterance
from bot.wording.reply import Reply

if TYPE_CHECKING:  # brings aiohttp, which is slow to import
    from bot.fetching.guard import Guard

Chance = Callable[[], float]
"""Draws a number from 0 to 1."""

MakeGuard = Callable[[], "Guard"]
"""Makes what feeds and pages are fetched through, when the first is fetched."""


@dataclass(frozen=True, slots=True)
class Adapters:
    """What a newsroom is given from outside: time, chance, network, parser and word lists."""

    clock: Clock
    chance: Chance
    guard: MakeGuard | None
    parser: Parser | None
    lists: WordLists


Why = Literal["down", "server_gone", "channel_gone", "permissions"]
"""Why nothing can be posted: the platform says the place is out of order for the moment (`down`),
the bot is no longer there, the channel is no more, or permissions are missing."""


@dataclass(frozen=True, slots=True)
class Place:
    """A channel on a platform; ids are text, as the platform writes them."""

    face: str
    server: str
    channel: str


@dataclass(frozen=True, slots=True)
class Trouble:
    """Why nothing can be posted in a place, and the permissions that are missing."""

    why: Why
    missing: tuple[str, ...] = ()


class PostFailed(Exception):
    """A message was not posted.

    PostFailed
    +-- PostLost       the request may or may not have arrived: look before it is sent again
    +-- PostGone       the channel or the message is no more
    +-- PostForbidden  the bot may not write there
    +-- PostRefused    the platform does not take this message; sending it again does not help
    """


class PostLost(PostFailed):
    """The request may or may not have arrived."""


class PostGone(PostFailed):
    """The channel or the message is no more."""


class PostForbidden(PostFailed):
    """The bot may not write there."""


class PostRefused(PostFailed):
    """The platform does not take this message."""


class ChatPort(Protocol):
    """A chat platform: all that posting and conducting need of it.

    Every method may raise the errors under PostFailed, and no other on account of the platform.
    """

    @property
    def face(self) -> str:
        """The name of the platform in the database, such as `discord`."""
        ...

    def owns(self, place: Place) -> bool:
        """Whether this process looks after a place; what is another's is skipped, never gone."""
        ...

    async def why_not(self, place: Place) -> Trouble | None:
        """What keeps a message from a place; None when nothing does."""
        ...

    async def post(
        self, place: Place, reply: Reply, *, key: str, role: str | None = None, silent: bool = False
    ) -> str:
        """Post a reply and tell the message's id; the same `key` soon again posts no second one.

        The id is "" when the message was posted before and somebody has deleted it since. `role`
        is mentioned where one is given, and nobody else ever is.
        """
        ...

    async def edit(self, place: Place, message: str, reply: Reply) -> None:
        """Show a reply in place of what a message of ours showed."""
        ...

    async def find(self, place: Place, mark: str, since: int) -> str | None:
        """The message of ours that shows a mark, sent at `since` (Unix seconds) or later."""
        ...

    async def open_thread(self, place: Place, message: str, name: Utterance) -> Place | None:
        """The thread under a message, opened when it has none; None where there can be none."""
        ...

    async def tell(self, place: Place, person: str, reply: Reply) -> bool:
        """Tell a person in private, or else the place's server; whether anybody was told."""
        ...
