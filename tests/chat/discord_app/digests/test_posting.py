"""Digests are posted exactly once, through crashes, lost replies and refusals."""

import asyncio
from datetime import timedelta

import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.services.digests import Schedule
from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.digests.examples import ordered, states
from tests.chat.discord_app.digests.fake_discord import FakeDiscord, texts
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL
from tests.services.digest_examples import DAM, MORNING, HandClock, tell


async def test_a_digest_is_posted_when_it_is_due_and_once(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    await poster.post_due()
    assert fake.posts() == []
    clock.set(MORNING)
    for _ in range(3):
        await poster.post_due()
        clock.move(seconds=30)
    (message,) = fake.messages[FIRST_CHANNEL]
    assert "Digest of Tue 10 Mar 2026" in texts(message)
    assert all(outlet in texts(message) for outlet in DAM)
    assert message["allowed_mentions"] == {"parse": []}
    assert await states(newsroom) == [("2026-03-10", "posted", None)]


async def test_the_next_day_tells_what_is_new_and_marks_updates(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    clock.move(hours=1)
    await tell(
        newsroom,
        "Valley Post Evening",
        "Families from the valley below Orrin Lake went home on Tuesday evening. The dam at Orrin "
        "Lake holds, said Mayor Ada Brandt, after engineers filled the crack with steel and clay.",
    )
    clock.set(MORNING + timedelta(days=1))
    await poster.post_due()
    second = texts(fake.messages[FIRST_CHANNEL][1])
    assert "Update" in second
    assert "Valley Post Evening" in second
    assert "Selby Star" not in second


@pytest.mark.parametrize("remembers_nonces", [False, True])
async def test_a_lost_reply_is_looked_for_and_not_sent_again(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    *,
    remembers_nonces: bool,
) -> None:
    fake.lost, fake.remembers_nonces = 1, remembers_nonces
    await ordered(newsroom)
    clock.set(MORNING)
    for _ in range(4):
        await poster.post_due()
        clock.move(seconds=30)
    assert len(fake.messages[FIRST_CHANNEL]) == 1
    assert await states(newsroom) == [("2026-03-10", "posted", None)]


async def test_a_message_that_a_moderator_deleted_is_not_sent_again(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.refused[FIRST_CHANNEL] = (404, 10008)
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    fake.refused.clear()
    clock.move(minutes=5)
    await poster.post_due()
    assert fake.posts() == []
    assert await states(newsroom) == [("2026-03-10", "posted", "no_thread")]


async def test_a_role_is_called_on_time_and_never_late(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom, role="77", silent=True)
    clock.set(MORNING)
    await poster.post_due()
    clock.set(MORNING + timedelta(days=1, hours=2))
    await tell(newsroom, "Selby Star Extra", "The harbour wall of Port Selby was painted blue. ")
    clock.set(MORNING + timedelta(days=2, hours=2))
    await poster.post_due()
    on_time, late = fake.messages[FIRST_CHANNEL]
    assert on_time["allowed_mentions"] == {"parse": [], "roles": [77]}
    assert "<@&77>" in texts(on_time)
    assert on_time["flags"] & (1 << 12)
    assert late["allowed_mentions"] == {"parse": []}
    assert "<@&77>" not in texts(late)
    assert "Late: this was due <t:" in texts(late)


async def test_days_without_the_bot_are_one_late_post_and_dates_that_are_skipped(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING + timedelta(days=3, hours=5))
    await poster.post_due()
    await poster.post_due()
    assert len(fake.messages[FIRST_CHANNEL]) == 1
    assert await states(newsroom) == [
        ("2026-03-13", "posted", None),
        ("2026-03-12", "skipped", "missed"),
        ("2026-03-11", "skipped", "missed"),
        ("2026-03-10", "skipped", "missed"),
    ]


async def test_what_is_too_late_is_skipped_and_told_the_next_day(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING - timedelta(days=1))
    clock.set(MORNING + timedelta(hours=7))
    await poster.post_due()
    assert fake.posts() == []
    clock.set(MORNING + timedelta(days=1))
    await poster.post_due()
    assert await states(newsroom) == [
        ("2026-03-11", "posted", None),
        ("2026-03-10", "skipped", "missed"),
    ]


async def test_an_empty_day_is_silent_and_has_its_row(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom, topic="volcanoes")
    clock.set(MORNING)
    await poster.post_due()
    assert fake.posts() == []
    assert await states(newsroom) == [("2026-03-10", "empty", None)]


async def test_an_empty_day_is_one_line_where_that_is_wanted(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom, topic="volcanoes", tell_empty=True)
    clock.set(MORNING)
    await poster.post_due()
    (message,) = fake.posts()
    assert "nothing new since the last one" in texts(message)
    assert "4 off topic" in texts(message)


async def test_the_beat_goes_on_after_a_failure(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    *,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    due, failures = newsroom.digests.due, iter([True, False])

    async def failing(face: str) -> object:
        if next(failures, False):
            raise RuntimeError("the disk is gone")
        return await due(face)

    monkeypatch.setattr(newsroom.digests, "due", failing)
    beating = asyncio.create_task(poster.beat(0.01))
    async with asyncio.timeout(10):
        while not fake.posts():  # noqa: ASYNC110 - the fake only keeps lists
            await asyncio.sleep(0.01)
    beating.cancel()
    assert "the disk is gone" in caplog.text


async def test_a_question_of_the_day_follows_the_digest_where_it_is_wanted(
    client: PullquoteClient, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    asked: list[tuple[str, int]] = []

    async def ask(schedule: Schedule) -> None:
        asked.append((schedule.topic, len(fake.posts())))

    poster = Poster(client.port, newsroom.digests, client.writer, ask=ask, pace=Pace(1_000))
    wanted = await ordered(newsroom, quiz=True)
    await ordered(newsroom, topic="seaweed")
    clock.set(MORNING)
    await poster.post_due()
    await poster.post_due()
    assert [topic for topic, _ in asked] == [wanted.topic]
    assert asked[0][1] > 0
