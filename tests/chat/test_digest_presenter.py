"""Those who manage a server are answered on any face, whatever its ids look like."""

from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.chat.digest_presenter import DigestPresenter
from bot.chat.digest_writer import DigestWriter
from bot.digest.schedule import Timing
from bot.errors import NothingFound, WrongUse
from bot.services.digests import DigestOrder
from bot.services.newsroom import Newsroom
from bot.services.ports import Trouble
from tests.services.digest_examples import MORNING, HandClock, news
from tests.services.memory_face import HERE, PROMPTS, MemoryFace, text_of


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    clock = HandClock((MORNING - timedelta(hours=3)).timestamp())
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        await news(opened)
        yield opened


@pytest.fixture
def face() -> MemoryFace:
    return MemoryFace()


@pytest.fixture
def presenter(newsroom: Newsroom, face: MemoryFace) -> DigestPresenter:
    return DigestPresenter(newsroom.digests, DigestWriter(PROMPTS), face)


def wanted(topic: str = "") -> DigestOrder:
    """An order for a digest at eight in UTC."""
    return DigestOrder(
        face=HERE.face,
        server=HERE.server,
        channel=HERE.channel,
        topic=topic,
        made_by="the harbour master",
        timing=Timing(time(8), "UTC"),
    )


async def test_an_order_is_told_with_its_place_and_kept_once(presenter: DigestPresenter) -> None:
    first = await presenter.order(wanted())
    assert first.private
    assert "notice board" in text_of(first)
    assert "A digest will be posted" in text_of(first)
    assert "The digest was changed" in text_of(await presenter.order(wanted()))


async def test_a_preview_is_the_digest_for_one_person(presenter: DigestPresenter) -> None:
    await presenter.order(wanted())
    (preview,) = await presenter.preview(HERE.server, None)
    assert preview.private
    assert "Orrin Lake" in text_of(preview)
    assert text_of(preview).endswith("only you see it, and nothing was posted.")


async def test_status_tells_what_keeps_a_digest_from_its_place(
    presenter: DigestPresenter, face: MemoryFace
) -> None:
    await presenter.order(wanted())
    assert "cannot post" not in text_of(await presenter.status(HERE.server, None))
    face.troubles[HERE] = Trouble("permissions", ("send_messages",))
    told = text_of(await presenter.status(HERE.server, None))
    assert "I cannot post there: I lack the permissions Send Messages." in told
    face.troubles[HERE] = Trouble("down")
    assert "cannot post" not in text_of(await presenter.status(HERE.server, None))


async def test_a_digest_rests_begins_again_and_is_removed(presenter: DigestPresenter) -> None:
    await presenter.order(wanted())
    assert "Paused" in text_of(await presenter.pause(HERE.server, None, None))
    assert "begins again" in text_of(await presenter.resume(HERE.server, None))
    paused = text_of(await presenter.pause(HERE.server, None, "2026-04-01"))
    assert "Next:" in paused
    with pytest.raises(WrongUse):
        await presenter.pause(HERE.server, None, "soon")
    assert "Removed" in text_of(await presenter.remove(HERE.server, None))


async def test_one_of_several_is_named_and_only_of_the_own_server(
    presenter: DigestPresenter,
) -> None:
    with pytest.raises(WrongUse):
        await presenter.preview(HERE.server, None)
    await presenter.order(wanted())
    await presenter.order(wanted("seaweed"))
    with pytest.raises(WrongUse):
        await presenter.preview(HERE.server, None)
    (preview,) = await presenter.preview(HERE.server, "2")
    assert "seaweed" in text_of(preview)
    for server, number in ((HERE.server, "9"), (HERE.server, "no number"), ("another", "2")):
        with pytest.raises(NothingFound):
            await presenter.preview(server, number)
