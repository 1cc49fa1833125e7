"""Posting on a face in memory: exactly once, within the lease, and only what is its own."""

import json
from collections.abc import AsyncIterator
from datetime import time, timedelta
from pathlib import Path

import pytest

from bot.chat.digest_writer import DigestWriter
from bot.digest.schedule import Timing
from bot.services.digests import DigestOrder, Schedule
from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.ports import Place, PostForbidden, PostGone, PostLost, PostRefused, Trouble
from bot.services.posting import Poster
from tests.persistence.examples import execute, rows
from tests.services.digest_examples import DAM, MORNING, HandClock, news, tell
from tests.services.memory_face import HERE, PROMPTS, MemoryFace, text_of

OWNER = "the harbour master"


@pytest.fixture
def clock() -> HandClock:
    return HandClock((MORNING - timedelta(hours=3)).timestamp())


@pytest.fixture
def data(tmp_path: Path) -> Path:
    return tmp_path / "data"


@pytest.fixture
async def newsroom(data: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    """A newsroom with two stories that came in at five in the morning."""
    async with await Newsroom.open(data, clock=clock) as opened:
        await news(opened)
        yield opened


@pytest.fixture
def face() -> MemoryFace:
    return MemoryFace()


async def sleepless(_seconds: float) -> None:
    """No time passes."""


def poster_of(newsroom: Newsroom, face: MemoryFace, clock: HandClock, lease: int = 60) -> Poster:
    """A poster for which time passes by the hand clock alone."""
    pace, writer = Pace(1_000, clock, sleepless), DigestWriter(PROMPTS)
    return Poster(face, newsroom.digests, writer, pace=pace, lease=lease, clock=clock)


@pytest.fixture
def poster(newsroom: Newsroom, face: MemoryFace, clock: HandClock) -> Poster:
    return poster_of(newsroom, face, clock)


async def ordered(newsroom: Newsroom, place: Place = HERE, **more: object) -> Schedule:
    """A digest at eight in UTC."""
    where = {"face": place.face, "server": place.server, "channel": place.channel}
    order = {"topic": "", "made_by": OWNER, "timing": Timing(time(8), "UTC"), **where, **more}
    return (await newsroom.digests.order(DigestOrder(**order)))[0]  # type: ignore[arg-type]  # whatever a test varies


async def state(newsroom: Newsroom, schedule: Schedule) -> tuple[str, str | None]:
    """What became of the only date of a digest."""
    (post,) = (await newsroom.digests.standing(schedule)).posts
    return post.state, post.reason


async def test_a_digest_is_posted_once_with_its_thread(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    schedule = await ordered(newsroom, role="early birds", silent=True)
    await poster.post_due()
    assert face.shown() == []
    clock.set(MORNING)
    for _ in range(3):
        await poster.post_due()
        clock.move(seconds=30)
    (text,) = face.shown()
    assert text.startswith("Digest of Tue 10 Mar 2026")
    assert all(outlet in text for outlet in DAM)
    message = face.messages["message-1"]
    assert (message.role, message.silent) == ("early birds", True)
    assert await state(newsroom, schedule) == ("posted", None)


async def test_a_lost_reply_is_looked_for_and_not_sent_again(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    face.lost = 1
    schedule = await ordered(newsroom)
    clock.set(MORNING)
    for _ in range(3):
        await poster.post_due()
        clock.move(seconds=30)
    assert len(face.shown()) == 1
    assert face.calls.count("post") == len(face.messages)
    assert await state(newsroom, schedule) == ("posted", None)


async def test_a_slow_request_ends_before_another_process_may_begin(
    newsroom: Newsroom, face: MemoryFace, clock: HandClock
) -> None:
    face.stuck = True
    schedule = await ordered(newsroom)
    clock.set(MORNING)
    await poster_of(newsroom, face, clock, lease=1).post_due()
    assert await state(newsroom, schedule) == ("planned", None)
    face.stuck = False
    clock.move(minutes=1)
    await poster_of(newsroom, face, clock).post_due()
    assert len(face.shown()) == 1
    assert await state(newsroom, schedule) == ("posted", None)


async def test_a_line_of_waiting_posts_is_left_to_the_next_lease(
    newsroom: Newsroom, face: MemoryFace, clock: HandClock
) -> None:
    async def passing(seconds: float) -> None:
        clock.move(seconds=seconds)

    schedule = await ordered(newsroom)
    clock.set(MORNING)
    pace = Pace(1_000, clock, passing)
    for _ in range(4):
        pace.refused()
    writer = DigestWriter(PROMPTS)
    await Poster(face, newsroom.digests, writer, pace=pace, lease=1, clock=clock).post_due()
    assert face.calls == []
    assert await state(newsroom, schedule) == ("planned", None)


async def test_a_face_leaves_the_digests_of_another_alone(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    there = Place("another", HERE.server, HERE.channel)
    mine = await ordered(newsroom)
    others = await ordered(newsroom, there)
    assert mine.id != others.id
    clock.set(MORNING)
    await poster.post_due()
    assert len(face.shown()) == 1
    assert (await newsroom.digests.standing(others)).posts == ()
    another = MemoryFace(face="another")
    await poster_of(newsroom, another, clock).post_due()
    assert len(another.shown(there)) == len(face.shown()) == 1


async def test_a_face_leaves_the_frozen_posts_of_another_alone(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    another = MemoryFace(face="another", lost=1)
    schedule = await ordered(newsroom, Place("another", HERE.server, HERE.channel))
    clock.set(MORNING)
    await poster_of(newsroom, another, clock).post_due()
    clock.move(minutes=5)
    await poster.post_due()
    assert face.calls == []
    assert await state(newsroom, schedule) == ("planned", None)


async def test_what_another_process_owns_is_skipped_and_never_gone(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    face.foreign.add(HERE.server)
    face.troubles[HERE] = Trouble("server_gone")
    schedule = await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    (kept,) = await newsroom.digests.schedules(HERE.server)
    assert (kept.paused, face.calls, face.told) == (None, [], [])
    neighbour = MemoryFace(lost=1)
    await poster_of(newsroom, neighbour, clock).post_due()
    clock.move(minutes=5)
    await poster.post_due()
    assert await state(newsroom, schedule) == ("planned", None)
    await poster_of(newsroom, neighbour, clock).post_due()
    assert await state(newsroom, schedule) == ("posted", None)


@pytest.mark.parametrize(
    ("refusal", "why"),
    [(PostForbidden(), "permissions"), (PostGone(), "channel_gone"), (PostRefused(), "refused")],
)
async def test_a_refusal_is_noted_and_what_cannot_be_mended_rests(
    *,
    poster: Poster,
    face: MemoryFace,
    newsroom: Newsroom,
    clock: HandClock,
    refusal: PostForbidden | PostGone | PostRefused,
    why: str,
) -> None:
    face.failure = refusal
    schedule = await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    assert await state(newsroom, schedule) == ("failed", why)
    (kept,) = await newsroom.digests.schedules(HERE.server)
    assert kept.paused == (None if why == "refused" else why)
    told = [(person, text_of(reply)) for _, person, reply in face.told]
    assert [person for person, _ in told] == ([] if why == "refused" else [OWNER])
    assert all("rests" in text for _, text in told)


async def test_the_ledger_keeps_no_words_of_an_article(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock, data: Path
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    file = data / "pullquote.db"
    kept = rows(file, "SELECT payload, message FROM digest_part ORDER BY ordinal")
    assert [message for _, message in kept] == list(face.messages)
    assert "Orrin Lake cracked on Monday night" in face.shown()[0]
    for payload, _ in kept:
        assert "cracked" not in str(payload)
        assert json.loads(str(payload)).keys() == {"units", "private"}


async def test_a_quote_whose_article_was_removed_is_left_out(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    face.failure = PostLost()
    await poster.post_due()
    face.failure = None
    for article in [article async for article in newsroom.articles.articles()]:
        if article.outlet == "Selby Star":
            assert await newsroom.intake.remove(article.id, "operator")
    clock.move(minutes=1)
    await poster.post_due()
    (text,) = face.shown()
    assert "Orrin Lake" in text
    assert "seaweed" not in text


async def test_what_an_earlier_release_did_not_send_whole_is_planned_anew(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock, data: Path
) -> None:
    schedule = await ordered(newsroom)
    clock.set(MORNING)
    face.lost = 1
    await poster.post_due()
    _leave_behind(data, "DELETE FROM digest_part")
    clock.move(minutes=5)
    assert (await newsroom.digests.standing(schedule)).posts == ()
    await poster.post_due()
    assert face.calls[:2] == ["post", "find"]
    assert face.calls.count("post") == len(face.messages)
    assert len(face.shown()) == 1
    assert await state(newsroom, schedule) == ("posted", None)


@pytest.mark.parametrize(
    ("sent", "outcome"), [("message-1", ("posted", "no_thread")), (None, ("skipped", "missed"))]
)
async def test_what_an_earlier_release_began_too_long_ago_is_settled(
    *,
    poster: Poster,
    face: MemoryFace,
    newsroom: Newsroom,
    clock: HandClock,
    data: Path,
    sent: str | None,
    outcome: tuple[str, str],
) -> None:
    await ordered(newsroom, topic="seaweed")
    clock.set(MORNING)
    await poster.post_due()
    clock.move(hours=-1)
    schedule = await ordered(newsroom)
    clock.move(hours=1)
    face.lost = 1
    await poster.post_due()
    value = f"'{sent}'" if sent else "NULL"
    _leave_behind(data, f"UPDATE digest_part SET message = {value} WHERE post_id = 2", "id = 2")  # noqa: S608 - a test's own words
    clock.move(hours=7)
    await poster.post_due()
    assert await state(newsroom, schedule) == outcome
    assert len(face.shown()) == 2


def _leave_behind(data: Path, parts: str, post: str = "id = 1") -> None:
    """What the migration makes of a post that an earlier release was about to send."""
    file = data / "pullquote.db"
    execute(file, f"UPDATE digest_post SET state = 'outdated', leased_until = 0 WHERE {post}")  # noqa: S608 - a test's own words
    execute(file, parts)
    execute(file, "UPDATE digest_schedule SET next_due = 0")


async def test_the_next_day_tells_only_what_is_new(
    poster: Poster, face: MemoryFace, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    clock.move(hours=1)
    await tell(newsroom, "Pier Echo", "The pier of Port Selby was painted blue on Tuesday.")
    clock.set(MORNING + timedelta(days=1))
    await poster.post_due()
    _, second = face.shown()
    assert "painted blue" in second
    assert "Orrin Lake" not in second
