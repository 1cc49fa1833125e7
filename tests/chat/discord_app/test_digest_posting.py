"""Digests are posted exactly once, through crashes, lost replies and refusals."""

import asyncio
from collections.abc import AsyncIterator
from datetime import timedelta
from pathlib import Path

import discord
import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.chat.discord_app.digest_pace import Pace
from bot.chat.discord_app.digest_posting import Poster
from bot.chat.discord_app.rendering import Item
from bot.digest.digest import Digest
from bot.newsroom import Newsroom
from bot.newsroom_digest import Schedule
from tests.chat.discord_app.conftest import PROMPTS
from tests.chat.discord_app.digest_examples import MORNING, HandClock, news, ordered, tell
from tests.chat.discord_app.fake_discord import (
    FIRST_CHANNEL,
    OWNER,
    SYSTEM_CHANNEL,
    FakeDiscord,
    channel,
    client_of,
    see,
    texts,
)
from tests.storage.examples import execute


@pytest.fixture
def clock() -> HandClock:
    return HandClock((MORNING - timedelta(hours=3)).timestamp())


@pytest.fixture
async def newsroom(tmp_path: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    """A newsroom with two stories that came in at five in the morning."""
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        await news(opened)
        yield opened


@pytest.fixture
async def fake(clock: HandClock) -> AsyncIterator[FakeDiscord]:
    async with FakeDiscord(clock=clock).serving() as serving:
        yield serving


@pytest.fixture
async def client(fake: FakeDiscord, newsroom: Newsroom) -> AsyncIterator[PullquoteClient]:
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL)]) as opened:
        yield opened


@pytest.fixture
def poster(client: PullquoteClient, newsroom: Newsroom) -> Poster:
    return Poster(client, newsroom.digests, PROMPTS, pace=Pace(1_000))


async def states(newsroom: Newsroom) -> list[tuple[str, str, str | None]]:
    """What became of each date of every digest."""
    found: list[tuple[str, str, str | None]] = []
    for schedule in await newsroom.digests.schedules("200"):
        standing = await newsroom.digests.standing(schedule)
        found += [(post.day.isoformat(), post.state, post.reason) for post in standing.posts]
    return found


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
    assert "Digest of 2026\\-03\\-10" in texts(message)
    assert "Told by Valley Post, Hill Herald, Lake Radio" in texts(message)
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


@pytest.mark.parametrize(
    ("refusal", "state"), [((403, 50013), "permissions"), ((404, 10003), "channel_gone")]
)
async def test_a_channel_that_refuses_rests_at_once_and_its_owner_is_told_once(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    *,
    refusal: tuple[int, int],
    state: str,
) -> None:
    fake.refused[FIRST_CHANNEL] = refusal
    await ordered(newsroom)
    for day in range(3):
        clock.set(MORNING + timedelta(days=day))
        await poster.post_due()
    posted = [path for method, path, _ in fake.requests if method == "POST"]
    assert posted.count(f"/channels/{FIRST_CHANNEL}/messages") == 1
    (told,) = fake.private
    assert "rests" in texts(told)
    assert await states(newsroom) == [("2026-03-10", "failed", state)]


async def test_who_takes_no_private_messages_is_told_in_the_system_channel(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.refused |= {FIRST_CHANNEL: (403, 50001), OWNER: (403, 50007)}
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    (told,) = fake.messages[SYSTEM_CHANNEL]
    assert "rests" in texts(told)


@pytest.mark.parametrize("missing", ["send_messages", "read_message_history", "view_channel"])
async def test_without_permission_nothing_is_tried(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock, missing: str
) -> None:
    denied = discord.Permissions(**{missing: True})
    await ordered(newsroom)
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL, denied)]) as client:
        await Poster(client, newsroom.digests, PROMPTS).post_due()
        assert fake.posts() == []
        assert "permissions" in texts(fake.private[0])
        (schedule,) = await newsroom.digests.schedules("200")
        assert schedule.paused == "permissions"


async def test_permission_lost_between_freezing_and_sending_stops_the_sending(
    poster: Poster, fake: FakeDiscord, client: PullquoteClient, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.lost = 9
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    see(client, [channel(FIRST_CHANNEL, discord.Permissions(read_message_history=True))])
    clock.move(minutes=2)
    await poster.post_due()
    assert len(fake.posts()) == 1
    assert [state for _, state, _ in await states(newsroom)] == ["failed"]


async def test_a_server_that_is_down_is_waited_for(
    poster: Poster, fake: FakeDiscord, client: PullquoteClient, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    server = client.guilds[0]
    server.unavailable = True
    await poster.post_due()
    assert fake.posts() == []
    server.unavailable = False
    clock.move(minutes=1)
    await poster.post_due()
    assert len(fake.messages[FIRST_CHANNEL]) == 1


async def test_a_server_that_is_left_lets_its_digest_rest(
    poster: Poster, client: PullquoteClient, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    client._connection._remove_guild(client.guilds[0])  # noqa: SLF001 - instead of a gateway
    await poster.post_due()
    (schedule,) = await newsroom.digests.schedules("200")
    assert schedule.paused == "server_gone"


async def test_a_role_is_called_on_time_and_never_late(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom, role=77, silent=True)
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


async def test_a_post_that_nobody_could_send_for_hours_is_given_up(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    fake.refused[FIRST_CHANNEL] = (503, 0)
    await poster.post_due()
    fake.refused.clear()
    clock.move(hours=7)
    await poster.post_due()
    assert fake.posts() == []
    assert await states(newsroom) == [("2026-03-10", "skipped", "missed")]


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


async def test_a_payload_that_discord_refuses_is_tried_once(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.refused[FIRST_CHANNEL] = (400, 50035)
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    clock.move(minutes=5)
    await poster.post_due()
    assert [method for method, _, _ in fake.requests] == ["POST"]
    assert await states(newsroom) == [("2026-03-10", "failed", "refused")]


async def test_one_bad_channel_never_delays_another(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    numbers = [FIRST_CHANNEL + n for n in range(6)]
    for number in numbers:
        await ordered(newsroom, number)
    fake.refused |= {numbers[0]: (403, 50013), numbers[2]: (400, 50035), numbers[4]: (503, 0)}
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, [channel(n) for n in numbers]) as client:
        await Poster(client, newsroom.digests, PROMPTS, pace=Pace(1_000)).post_due()
    assert {n for n in numbers if fake.messages[n]} == set(numbers[1::2])


async def test_the_beat_goes_on_after_a_failure(
    poster: Poster,
    client: PullquoteClient,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    *,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    monkeypatch.setattr("bot.chat.discord_app.digest_posting.HEARTBEAT", 0.01)
    await ordered(newsroom)
    clock.set(MORNING)
    client._ready = asyncio.Event()  # noqa: SLF001 - instead of a gateway
    client._ready.set()  # noqa: SLF001
    due, failures = newsroom.digests.due, iter([True, False])

    async def failing() -> object:
        if next(failures, False):
            raise RuntimeError("the disk is gone")
        return await due()

    monkeypatch.setattr(newsroom.digests, "due", failing)
    beating = asyncio.create_task(poster.beat())
    async with asyncio.timeout(10):
        while not fake.posts():  # noqa: ASYNC110 - the fake only keeps lists
            await asyncio.sleep(0.01)
    beating.cancel()
    assert "looking for due digests failed" in caplog.text


async def test_a_thread_that_was_put_away_still_gets_its_digest(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.threads[4_242] = "the night desk"
    await ordered(newsroom, 4_242)
    clock.set(MORNING)
    await poster.post_due()
    assert len(fake.messages[4_242]) == 1
    assert await states(newsroom) == [("2026-03-10", "posted", "no_thread")]


async def test_a_deleted_channel_lets_its_digest_rest_before_anything_is_sent(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom, 4_243)
    clock.set(MORNING)
    await poster.post_due()
    await poster.post_due()
    assert fake.posts() == []
    assert len(fake.private) == 1
    (schedule,) = await newsroom.digests.schedules("200")
    assert schedule.paused == "channel_gone"


async def test_a_question_of_the_day_follows_the_digest_where_it_is_wanted(
    client: PullquoteClient, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    async def question(schedule: Schedule, digest: Digest) -> list[Item]:
        stories = len(digest.stories)
        return [discord.ui.TextDisplay(f"Which of {stories} stories is of {schedule.server}?")]

    poster = Poster(client, newsroom.digests, PROMPTS, question=question, pace=Pace(1_000))
    await ordered(newsroom, quiz=True)
    await ordered(newsroom, topic="seaweed")
    clock.set(MORNING)
    await poster.post_due()
    asked = [m for m in fake.messages[FIRST_CHANNEL] if "Which of 2 stories" in texts(m)]
    assert len(asked) == 1
    assert "2/" in texts(asked[0])


async def test_a_thread_that_cannot_be_opened_costs_only_the_thread(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    denied = discord.Permissions(create_public_threads=True)
    await ordered(newsroom)
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL, denied)]) as client:
        await Poster(client, newsroom.digests, PROMPTS, pace=Pace(1_000)).post_due()
    assert len(fake.posts()) == 1
    assert await states(newsroom) == [("2026-03-10", "posted", "no_thread")]


async def test_a_thread_that_refuses_costs_only_the_thread(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    await ordered(newsroom)
    clock.set(MORNING)
    fake.no_threads = True
    await poster.post_due()
    assert len(fake.posts()) == 1
    assert await states(newsroom) == [("2026-03-10", "posted", "no_thread")]


async def test_nobody_who_can_be_told_is_logged(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    forbidden = (403, 50001)
    fake.refused |= {FIRST_CHANNEL: forbidden, OWNER: forbidden, SYSTEM_CHANNEL: forbidden}
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    assert "nobody could be told" in caplog.text


async def test_the_system_channel_is_told_nothing_where_the_bot_may_not_speak(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.refused[OWNER] = (403, 50007)
    silenced = channel(SYSTEM_CHANNEL, discord.Permissions(send_messages=True))
    await ordered(newsroom, SYSTEM_CHANNEL + 5)
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL)]) as client:
        see(client, [channel(FIRST_CHANNEL), silenced])
        await Poster(client, newsroom.digests, PROMPTS).post_due()
    assert fake.posts() == []


async def test_a_slow_line_ends_before_another_process_may_begin(
    client: PullquoteClient, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.latency = 0.5
    await ordered(newsroom)
    clock.set(MORNING)
    poster = Poster(client, newsroom.digests, PROMPTS, pace=Pace(1_000), lease=1)
    await poster.post_due()
    fake.latency = 0.0
    clock.move(minutes=1)
    await poster.post_due()
    assert len(fake.messages[FIRST_CHANNEL]) == 1
    assert [state for _, state, _ in await states(newsroom)] == ["posted"]


async def test_a_line_of_waiting_posts_is_left_to_the_next_lease(
    client: PullquoteClient, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    pace = Pace(1_000)
    for _ in range(4):
        pace.refused()
    await ordered(newsroom)
    clock.set(MORNING)
    await Poster(client, newsroom.digests, PROMPTS, pace=pace, lease=1).post_due()
    assert fake.posts() == []
    assert [state for _, state, _ in await states(newsroom)] == ["planned"]


async def test_a_schedule_that_breaks_is_logged_and_the_others_go_on(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await ordered(newsroom, server="no number")
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    assert len(fake.messages[FIRST_CHANNEL]) == 1
    assert "could not be made" in caplog.text


async def test_a_post_that_breaks_is_noted_as_failed(
    poster: Poster, fake: FakeDiscord, newsroom: Newsroom, clock: HandClock, tmp_path: Path
) -> None:
    fake.lost = 1
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    fake.messages.clear()
    execute(tmp_path / "data" / "pullquote.db", "UPDATE digest_part SET payload = 'torn'")
    clock.move(minutes=2)
    await poster.post_due()
    assert await states(newsroom) == [("2026-03-10", "failed", "error")]


async def test_a_server_that_goes_down_between_two_attempts_is_waited_for(
    poster: Poster, fake: FakeDiscord, client: PullquoteClient, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.lost = 1
    await ordered(newsroom)
    clock.set(MORNING)
    await poster.post_due()
    client.guilds[0].unavailable = True
    clock.move(minutes=2)
    await poster.post_due()
    assert [state for _, state, _ in await states(newsroom)] == ["planned"]
    client.guilds[0].unavailable = False
    for _ in range(4):
        clock.move(minutes=2)
        await poster.post_due()
    assert [state for _, state, _ in await states(newsroom)] == ["posted"]
    assert len(fake.messages[FIRST_CHANNEL]) == 1


async def test_a_digest_in_the_system_channel_has_nowhere_else_to_tell(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    fake.refused |= {OWNER: (403, 50007), SYSTEM_CHANNEL: (403, 50013)}
    await ordered(newsroom, SYSTEM_CHANNEL)
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, []) as client:
        await Poster(client, newsroom.digests, PROMPTS, pace=Pace(1_000)).post_due()
    posted = [path for method, path, _ in fake.requests if method == "POST"]
    assert posted.count(f"/channels/{SYSTEM_CHANNEL}/messages") == 1
