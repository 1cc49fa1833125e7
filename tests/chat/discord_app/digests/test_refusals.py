"""What cannot be posted rests at once, is told once, and costs nothing else."""

from datetime import timedelta
from pathlib import Path

import discord
import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.services.jobs import Pace
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.digests.examples import ordered, states
from tests.chat.discord_app.digests.fake_discord import FakeDiscord, client_of, see, texts
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL, OWNER, SYSTEM_CHANNEL, channel
from tests.persistence.examples import execute
from tests.services.digest_examples import MORNING, HandClock


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
        await Poster(client.port, newsroom.digests, client.writer).post_due()
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
        await Poster(client.port, newsroom.digests, client.writer, pace=Pace(1_000)).post_due()
    assert {n for n in numbers if fake.messages[n]} == set(numbers[1::2])


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


async def test_a_thread_that_cannot_be_opened_costs_only_the_thread(
    fake: FakeDiscord, newsroom: Newsroom, clock: HandClock
) -> None:
    denied = discord.Permissions(create_public_threads=True)
    await ordered(newsroom)
    clock.set(MORNING)
    async with client_of(fake.base, newsroom, [channel(FIRST_CHANNEL, denied)]) as client:
        await Poster(client.port, newsroom.digests, client.writer, pace=Pace(1_000)).post_due()
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
        await Poster(client.port, newsroom.digests, client.writer).post_due()
    assert fake.posts() == []


async def test_a_schedule_that_breaks_is_logged_and_the_others_go_on(
    poster: Poster,
    fake: FakeDiscord,
    newsroom: Newsroom,
    clock: HandClock,
    *,
    tmp_path: Path,
    caplog: pytest.LogCaptureFixture,
) -> None:
    await ordered(newsroom, topic="torn")
    await ordered(newsroom)
    torn = "UPDATE digest_schedule SET zone = 'No/Where' WHERE topic = 'torn'"
    execute(tmp_path / "data" / "pullquote.db", torn)
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
        await Poster(client.port, newsroom.digests, client.writer, pace=Pace(1_000)).post_due()
    posted = [path for method, path, _ in fake.requests if method == "POST"]
    assert posted.count(f"/channels/{SYSTEM_CHANNEL}/messages") == 1
