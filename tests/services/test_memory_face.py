"""The face in memory keeps the contract of every face, so that tests on it hold on the others."""

from dataclasses import dataclass

import pytest

from bot.services.ports import Place, PostFailed, Trouble, Why
from tests.services.chat_port_contract import ChatPortContract
from tests.services.memory_face import HERE, MemoryFace


@dataclass
class MemoryUnderTest:
    """The face in memory, with the contract's hand on it."""

    port: MemoryFace
    place: Place = HERE
    person: str = "the harbour master"

    def shown(self, place: Place) -> list[str]:
        return self.port.shown(place)

    def delete(self, message: str) -> None:
        self.port.delete(message)

    def lose_a_reply(self) -> None:
        self.port.lost = 1

    def refuse(self, kind: type[PostFailed]) -> None:
        self.port.failure = kind()

    def hinder(self, why: Why) -> None:
        self.port.troubles[self.place] = Trouble(why)

    def forbid_threads(self) -> None:
        self.port.has_threads = False

    def told(self) -> int:
        return len(self.port.told)

    def shut_the_door(self) -> None:
        self.port.takes_private = False


class TestMemoryFace(ChatPortContract):
    """The contract, in memory."""

    @pytest.fixture
    def face(self) -> MemoryUnderTest:
        return MemoryUnderTest(MemoryFace())
