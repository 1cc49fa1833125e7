"""Orders for digests in the database."""

from datetime import time

from bot.digest.schedule import DigestOrder, Timing
from bot.persistence.store import Store

NOW = 1_780_000_000


async def ordered(store: Store, face: str, channel: str, due: int) -> int:
    """The number of an order that is due at a moment."""
    wanted = DigestOrder(
        face=face,
        server="1",
        channel=channel,
        topic="",
        made_by="6",
        timing=Timing(time(8), "UTC"),
    )
    schedule, is_new = await store.schedules.order(wanted, NOW, due)
    assert is_new
    return schedule.id


async def test_what_is_due_is_of_one_face_and_the_longest_due_first(store: Store) -> None:
    last = await ordered(store, "discord", "5", NOW)
    first = await ordered(store, "discord", "6", NOW - 60)
    await ordered(store, "discord", "7", NOW + 1)
    other = await ordered(store, "slack", "5", NOW - 30)
    assert [one.id for one in await store.schedules.due("discord", NOW)] == [first, last]
    assert [one.id for one in await store.schedules.due("slack", NOW)] == [other]
    assert await store.schedules.due("discord", NOW - 61) == []
    await store.schedules.pause(first, "asked")
    assert [one.id for one in await store.schedules.due("discord", NOW)] == [last]


async def test_an_order_takes_the_place_of_the_channels_own_on_its_face_only(store: Store) -> None:
    first = await ordered(store, "discord", "5", NOW)
    assert await ordered(store, "slack", "5", NOW) != first
    assert [one.face for one in await store.schedules.of("1")] == ["discord", "slack"]
