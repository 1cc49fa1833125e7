"""Which question a round asks next."""

from collections.abc import Sequence
from typing import Protocol

from bot.persistence.store import Store
from bot.quiz.guessing import number_of
from bot.quiz.item import Item
from bot.quiz.rounds import Round
from bot.quiz.selection import BLOCK, missed_item, next_item, unasked_item
from bot.services.spoilers import SpoilerGuard

REFILLS = 8
"""How often more questions are made, while somebody waits, before a round's rules are eased."""


class ItemPool(Protocol):
    """Where questions come from."""

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """The questions that may be asked from a collection, on a topic if one is given."""
        ...

    async def refill(self, collection: str | None, topic: str | None) -> bool:
        """Make some more of them; False when there are no more to make."""
        ...


class ItemSelector:
    """Draws questions: none twice, none that was withdrawn, and none that gives a live one away."""

    def __init__(self, store: Store, pool: ItemPool, spoilers: SpoilerGuard) -> None:
        self.pool = pool
        self._store = store
        self._spoilers = spoilers

    async def next_item(self, played: Round, number: int) -> Item | None:
        """The question that a round asks as number `number`; None when there is none left."""
        server, source = played.server, (played.collection, played.topic)
        player = played.starter if played.mode == "solo" else None
        withdrawn = {decided.item for decided in await self._store.reports.not_asked(server)}
        withheld = await self._spoilers.of(server)
        may_guess = await self._may_guess(played, number)
        refills = 0
        while True:
            items = [
                item
                for item in await self.pool.pool(*source)
                if item.id not in withdrawn
                and item.article_id not in withheld.articles
                and (played.mode != "daily" or item.tier == "A")
                and (not item.asks_number or (may_guess and number_of(item) is not None))
            ]
            names = [item.id for item in items]
            seen = await self._store.answers.played(server, played.id, player, names)
            seed = f"{played.id}:{number}"
            item = next_item(items, seen, seed, of_new_articles=True)
            if item is not None:
                return item
            eased = next_item(items, seen, seed) or unasked_item(items, seen, seed)
            if eased is not None and refills == REFILLS:
                return eased
            if not await self.pool.refill(*source):
                return eased or missed_item(items, seen)
            refills = min(refills + 1, REFILLS)

    async def _may_guess(self, played: Round, number: int) -> bool:
        """Whether a number may be asked for: only live, and at most once in BLOCK questions."""
        if played.mode != "live":
            return False
        lately = [
            turn.item
            for turn in await self._store.rounds.turns(played.id)
            if turn.number > number - BLOCK
        ]
        return not any(item and item.asks_number for item in lately)
