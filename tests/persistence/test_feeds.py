"""Feeds in the database."""

from bot.feeds.subscription import Feed
from bot.persistence.store import Store

NOW = 1_780_000_000


async def ended(store: Store, face: str) -> Feed:
    """A feed of a face, or of the operator's, that its site has ended."""
    address = f"https://news.example/{face}"
    new = Feed(id=0, collection="7", url=address, state="gone", face=face, added=NOW, due=NOW)
    added = await store.feeds.add(new)
    assert added is not None
    return added


async def test_an_ended_feed_is_told_once_and_on_its_own_face(store: Store) -> None:
    feeds = {face: await ended(store, face) for face in ("", "discord", "slack")}
    told = await store.feeds.claim_untold("discord")
    assert {feed.id for feed in told} == {feeds[""].id, feeds["discord"].id}
    assert await store.feeds.claim_untold("discord") == []
    assert [feed.id for feed in await store.feeds.claim_untold("slack")] == [feeds["slack"].id]
