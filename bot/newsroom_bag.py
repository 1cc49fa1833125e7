"""The bag that the questions of a round are drawn from."""

from collections.abc import Sequence
from typing import Protocol

from bot.newsroom_withholding import Withholding
from bot.quiz.bag import drawn
from bot.quiz.item import Item
from bot.quiz.rounds import Round
from bot.storage.store import Store


class Pool(Protocol):
    """Where questions come from."""

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """The questions that may be asked from a collection, on a topic if one is given."""
        ...

    async def refill(self, collection: str | None, topic: str | None) -> bool:
        """Make some more of them; False when there are no more to make."""
        ...


class Bag:
    """Draws questions: none twice, none that is doubted, and none that gives a live one away."""

    def __init__(self, store: Store, pool: Pool, withheld: Withholding) -> None:
        self.pool = pool
        self._store = store
        self._withheld = withheld

    async def drawn(self, played: Round, number: int) -> Item | None:
        """The question that a round asks as number `number`; None when the bag is empty."""
        server, place = played.server, (played.collection, played.topic)
        player = played.starter if played.mode == "solo" else None
        out = {decided.item for decided in await self._store.not_asked(server)}
        withheld = await self._withheld.of(server)
        while True:
            items = [
                item
                for item in await self.pool.pool(*place)
                if item.id not in out
                and item.article_id not in withheld.articles
                and (played.mode != "daily" or item.tier == "A")
            ]
            names = [item.id for item in items]
            seen = await self._store.played(server, played.id, player, names)
            item = drawn(items, seen, f"{played.id}:{number}")
            if item is not None or not await self.pool.refill(*place):
                return item
