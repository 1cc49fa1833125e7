"""What every face behind `ChatPort` must do: a class to inherit, with a face under test."""

from typing import Protocol

import pytest

from bot.services.ports import (
    ChatPort,
    Place,
    PostFailed,
    PostForbidden,
    PostGone,
    PostLost,
    PostRefused,
    Why,
)
from bot.wording.prompts import utterance
from bot.wording.reply import Line, Reply

NAME = utterance("digest/thread", date="2026-03-10")


def saying(mark: str) -> Reply:
    """A reply that shows a mark."""
    words = utterance("digest/mark", date="2026-03-10", part=1, parts=1, mark=mark)
    return Reply((Line(words, heading=True),))


class FaceUnderTest(Protocol):
    """A face, and a hand on the platform behind it."""

    port: ChatPort
    place: Place
    person: str

    def shown(self, place: Place) -> list[str]:
        """What the messages of a place say."""
        ...

    def delete(self, message: str) -> None:
        """Delete a message, as a moderator does."""
        ...

    def lose_a_reply(self) -> None:
        """Keep the next message, and lose the platform's answer."""
        ...

    def refuse(self, kind: type[PostFailed]) -> None:
        """Answer so to whatever is posted in the place."""
        ...

    def hinder(self, why: Why) -> None:
        """Let something keep messages from the place."""
        ...

    def forbid_threads(self) -> None:
        """Let no thread be opened in the place."""
        ...

    def told(self) -> int:
        """How many private messages there are."""
        ...

    def shut_the_door(self) -> None:
        """Let neither the person nor the server take what is told."""
        ...


class ChatPortContract:
    """Its tests run for each class that inherits it and has a fixture `face`."""

    def test_it_owns_places_of_its_own_face_only(self, face: FaceUnderTest) -> None:
        assert face.place.face == face.port.face
        assert face.port.owns(face.place)
        assert not face.port.owns(Place("another", face.place.server, face.place.channel))

    async def test_what_is_posted_is_shown_and_found(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        assert isinstance(message, str)
        assert message
        assert ["a1b2" in text for text in face.shown(face.place)] == [True]
        assert await face.port.find(face.place, "a1b2", 0) == message
        assert await face.port.find(face.place, "c3d4", 0) is None

    async def test_the_same_key_soon_again_posts_no_second_message(
        self, face: FaceUnderTest
    ) -> None:
        first = await face.port.post(face.place, saying("a1b2"), key="one")
        assert await face.port.post(face.place, saying("a1b2"), key="one") == first
        assert await face.port.post(face.place, saying("a1b2"), key="two") != first
        assert len(face.shown(face.place)) == 2

    async def test_a_message_that_was_deleted_since_has_no_id(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        face.delete(message)
        assert await face.port.post(face.place, saying("a1b2"), key="one") == ""
        assert face.shown(face.place) == []

    async def test_an_edit_shows_something_else_in_place(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        await face.port.edit(face.place, message, saying("c3d4"))
        (text,) = face.shown(face.place)
        assert "c3d4" in text
        assert "a1b2" not in text

    async def test_a_deleted_message_cannot_be_edited(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        face.delete(message)
        for gone in (message, ""):
            with pytest.raises(PostGone):
                await face.port.edit(face.place, gone, saying("c3d4"))

    async def test_a_lost_reply_is_told_and_the_message_can_be_found(
        self, face: FaceUnderTest
    ) -> None:
        face.lose_a_reply()
        with pytest.raises(PostLost):
            await face.port.post(face.place, saying("a1b2"), key="one")
        assert await face.port.find(face.place, "a1b2", 0)

    @pytest.mark.parametrize("kind", [PostGone, PostForbidden, PostRefused, PostLost])
    async def test_a_refusal_says_of_which_kind_it_is(
        self, face: FaceUnderTest, kind: type[PostFailed]
    ) -> None:
        face.refuse(kind)
        with pytest.raises(kind):
            await face.port.post(face.place, saying("a1b2"), key="one")
        assert face.shown(face.place) == []

    async def test_nothing_keeps_messages_from_an_open_place(self, face: FaceUnderTest) -> None:
        assert await face.port.why_not(face.place) is None

    @pytest.mark.parametrize("why", ["down", "server_gone", "channel_gone", "permissions"])
    async def test_it_says_what_keeps_messages_from_a_place(
        self, face: FaceUnderTest, why: Why
    ) -> None:
        face.hinder(why)
        trouble = await face.port.why_not(face.place)
        assert trouble is not None
        assert trouble.why == why

    async def test_a_thread_is_a_place_and_opened_once(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        thread = await face.port.open_thread(face.place, message, NAME)
        assert thread is not None
        assert await face.port.open_thread(face.place, message, NAME) == thread
        await face.port.post(thread, saying("c3d4"), key="two")
        assert len(face.shown(face.place)) == len(face.shown(thread)) == 1

    async def test_where_there_can_be_no_thread_there_is_none(self, face: FaceUnderTest) -> None:
        message = await face.port.post(face.place, saying("a1b2"), key="one")
        face.forbid_threads()
        assert await face.port.open_thread(face.place, message, NAME) is None

    async def test_a_person_is_told_in_private(self, face: FaceUnderTest) -> None:
        assert await face.port.tell(face.place, face.person, saying("a1b2"))
        assert face.told() == 1
        assert face.shown(face.place) == []

    async def test_it_says_when_nobody_could_be_told(self, face: FaceUnderTest) -> None:
        face.shut_the_door()
        assert not await face.port.tell(face.place, face.person, saying("a1b2"))
        assert face.told() == 0
