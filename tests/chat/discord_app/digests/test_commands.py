"""/digest: those who manage a server order digests, see how they stand, and stop them."""

from collections.abc import AsyncIterator
from datetime import UTC, datetime, timedelta
from pathlib import Path

import discord
import pytest

from bot.chat.discord_app.client import PullquoteClient
from bot.services.newsroom import Newsroom
from bot.services.posting import Poster
from tests.chat.discord_app.conftest import Server, answered
from tests.chat.discord_app.examples import ids, links, quotes, texts, told
from tests.ferry import FERRY
from tests.services.digest_examples import DAM, MORNING, HandClock, news, tell

DUE = int((MORNING + timedelta(days=1)).timestamp())


@pytest.fixture
def clock() -> HandClock:
    return HandClock((MORNING + timedelta(hours=3)).timestamp())


@pytest.fixture
async def newsroom(tmp_path: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    """A newsroom with two stories that have just come in."""
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        await news(opened)
        yield opened


async def order(server: Server, **more: object) -> str:
    """What a manager is told who orders a digest for eight in UTC."""
    options: dict[str, object] = {"channel": server.channel, "time": "8:00", "zone": "UTC"} | more
    message = await server.manages("digest schedule", **options)
    assert message.ephemeral
    return told(message.components)


async def test_an_ordered_digest_is_due_the_next_morning(
    server: Server, newsroom: Newsroom
) -> None:
    shown = await order(server, topic="dams", days="weekdays", silent=True, quiz=True, empty=True)
    assert f"<t:{DUE}:F>" in shown
    assert f"<#{server.channel.id}>" in shown
    assert "weekdays, on dams" in shown
    (schedule,) = await newsroom.digests.schedules(server.collection)
    assert (schedule.silent, schedule.quiz, schedule.tell_empty) == (True, True, True)


async def test_a_second_order_for_the_same_channel_changes_the_first(
    server: Server, newsroom: Newsroom
) -> None:
    await order(server)
    assert "changed" in await order(server, time="9 pm")
    await order(server, topic="bread")
    assert len(await newsroom.digests.schedules(server.collection)) == 2


@pytest.mark.parametrize(
    ("options", "sentence"),
    [
        ({"time": "noon"}, '"noon" is no time of day'),
        ({"zone": "Mars/Olympus"}, 'no time zone "Mars/Olympus"'),
        ({"zone": "../etc/passwd"}, "no time zone"),
        ({"days": "someday"}, 'cannot read "someday" as days'),
    ],
)
async def test_an_order_that_cannot_be_kept_says_why(
    server: Server, newsroom: Newsroom, options: dict[str, object], sentence: str
) -> None:
    assert sentence in (await order(server, **options)).replace("\\", "")
    assert await newsroom.digests.schedules(server.collection) == []


async def let_in(server: Server, bot: PullquoteClient) -> None:
    """Let the server show the command to a member who may not manage it."""
    (command,) = [item for item in await bot.tree.fetch_commands() if item.name == "digest"]
    server.guild.set_command_permissions(command, {server.member: True})


@pytest.mark.parametrize("command", ["preview", "status", "pause", "resume", "remove"])
async def test_who_does_not_manage_the_server_is_refused(
    server: Server, bot: PullquoteClient, command: str
) -> None:
    await order(server)
    await let_in(server, bot)
    message = await server.asks(f"digest {command}")
    assert message.ephemeral
    assert "Manage Server permission" in told(message.components)


async def test_who_does_not_manage_the_server_orders_nothing(
    server: Server, newsroom: Newsroom, bot: PullquoteClient
) -> None:
    await let_in(server, bot)
    message = await server.asks("digest schedule", channel=server.channel, time="8", zone="UTC")
    assert "Manage Server permission" in told(message.components)
    assert await newsroom.digests.schedules(server.collection) == []


async def test_a_channel_where_the_bot_may_not_post_is_refused_with_what_is_missing(
    server: Server, newsroom: Newsroom
) -> None:
    silenced = discord.PermissionOverwrite(send_messages=False)
    closed = server.guild.create_text_channel(
        "closed", overwrites={server.guild.default_role: silenced}
    )
    shown = await order(server, channel=closed)
    assert "I lack the permissions Send Messages" in shown
    assert await newsroom.digests.schedules(server.collection) == []


async def test_too_many_digests_are_refused(server: Server) -> None:
    for number in range(10):
        await order(server, topic=f"topic {number}")
    assert "can have 10 digests" in await order(server, topic="one more")
    assert "changed" in await order(server, topic="topic 3")


async def test_a_preview_is_what_would_be_posted_and_only_for_who_asks(
    server: Server, newsroom: Newsroom
) -> None:
    await order(server)
    message = await server.manages("digest preview")
    assert message.ephemeral
    shown = told(message.components)
    assert all(outlet in shown for outlet in DAM)
    assert "Selby Star" in shown
    assert "A preview" in shown
    assert len(links(message.components)) == 4
    assert (
        await newsroom.digests.standing((await newsroom.digests.schedules(server.collection))[0])
    ).posts == ()


async def test_a_button_tells_a_story_to_whoever_presses_it(server: Server) -> None:
    await order(server)
    message = await server.manages("digest preview")
    button = ids(message.components, "story")[0]
    answer = answered(await server.manager.click(message.message, custom_id=button))
    assert answer.ephemeral
    assert len(quotes(answer.components)) == 6
    assert all(outlet in told(answer.components) for outlet in DAM)


async def test_a_story_whose_articles_are_gone_is_told(server: Server, newsroom: Newsroom) -> None:
    await order(server)
    message = await server.manages("digest preview")
    button = ids(message.components, "story")[0]
    await newsroom.intake.remove(button.partition(":")[2], "operator")
    answer = answered(await server.manager.click(message.message, custom_id=button))
    assert "no longer here" in told(answer.components)


async def test_status_tells_when_a_digest_is_due_and_what_was_posted_and_left_out(
    server: Server, newsroom: Newsroom, clock: HandClock, bot: PullquoteClient
) -> None:
    await order(server, topic="dam at Orrin Lake")
    clock.set(MORNING + timedelta(days=1))
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    shown = told((await server.manages("digest status")).components)
    assert "2026\\-03\\-11: posted" in shown
    assert "4 new articles read" in shown
    assert "1 off topic" in shown
    assert f"<t:{DUE + 86_400}:F>" in shown


async def test_status_tells_what_went_wrong_and_what_is_missing(
    server: Server, newsroom: Newsroom, clock: HandClock, bot: PullquoteClient
) -> None:
    await order(server)
    clock.set(MORNING + timedelta(days=2))
    server.env.inject_error("POST", f"/channels/{server.channel.id}/messages", status=403)
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    shown = told((await server.manages("digest status")).components)
    assert "2026\\-03\\-12: not posted" in shown
    assert "2026\\-03\\-11: skipped" in shown
    assert "Paused: I was not allowed to post there" in shown
    await order(server, topic="dams")
    assert "2026\\-03\\-11" not in told((await server.manages("digest status")).components)


async def test_status_of_a_server_without_digests_says_how_to_make_one(server: Server) -> None:
    assert "no digest in this server yet" in told(
        (await server.manages("digest status")).components
    )


async def test_status_of_many_digests_fits_into_a_message(server: Server) -> None:
    for number in range(10):
        await order(server, topic=f"{number} {'long topic ' * 8}"[:100])
    assert len("".join(texts((await server.manages("digest status")).components))) <= 4_000


async def test_a_paused_digest_rests_until_it_is_resumed(
    server: Server, newsroom: Newsroom, clock: HandClock, bot: PullquoteClient
) -> None:
    await order(server)
    assert "Paused" in told((await server.manages("digest pause")).components)
    clock.set(MORNING + timedelta(days=2, hours=1))
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    assert server.channel.history() == []
    assert "begins again" in told((await server.manages("digest resume")).components)
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    assert server.channel.history() == []
    await tell(newsroom, "Hull Times", FERRY["Evening Mail"])
    clock.set(MORNING + timedelta(days=3))
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    assert "Digest of" in told_by(server.channel.history()[0])


async def test_a_digest_paused_until_a_date_begins_again_by_itself(
    server: Server, newsroom: Newsroom, clock: HandClock, bot: PullquoteClient
) -> None:
    await order(server)
    shown = told((await server.manages("digest pause", until="2026-03-14")).components)
    due = int(datetime(2026, 3, 14, 8, tzinfo=UTC).timestamp())
    assert f"<t:{due}:F>" in shown
    clock.set(MORNING + timedelta(days=3))
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    assert server.channel.history() == []
    await tell(newsroom, "Hull Times", FERRY["Evening Mail"])
    clock.set(MORNING + timedelta(days=4))
    await Poster(bot.port, newsroom.digests, bot.writer).post_due()
    assert "Digest of" in told_by(server.channel.history()[0])


@pytest.mark.parametrize(
    ("until", "sentence"), [("2026-03-10", "is over or has begun"), ("soon", "is not a date")]
)
async def test_a_date_to_pause_until_must_be_to_come(
    server: Server, until: str, sentence: str
) -> None:
    await order(server)
    assert sentence in told((await server.manages("digest pause", until=until)).components)


async def test_a_removed_digest_is_forgotten(server: Server, newsroom: Newsroom) -> None:
    await order(server)
    assert "Removed" in told((await server.manages("digest remove")).components)
    assert await newsroom.digests.schedules(server.collection) == []


@pytest.mark.parametrize("forged", ["999", "x", "²"])
async def test_a_digest_of_another_server_cannot_be_named(
    server: Server, other: Server, newsroom: Newsroom, forged: str
) -> None:
    await order(other)
    (foreign,) = await newsroom.digests.schedules(other.collection)
    await order(server)
    for name in (forged, str(foreign.id)):
        message = await server.manages("digest remove", digest=name)
        assert "no such digest" in told(message.components)
    assert len(await newsroom.digests.schedules(other.collection)) == 1


async def test_a_role_that_one_may_not_mention_is_refused(server: Server) -> None:
    role = server.guild.create_role("everyone awake")
    assert "cannot mention that role yourself" in await order(server, role=role)


def told_by(message: discord.Message) -> str:
    """All that a posted message says."""
    view = discord.ui.LayoutView.from_message(message, timeout=None)
    return "\n".join(
        item.content for item in view.walk_children() if isinstance(item, discord.ui.TextDisplay)
    )
