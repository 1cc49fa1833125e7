"""The use cases of making questions: which are there to ask, and why there are no others."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cache, partial

from bot.persistence.articles import ArticleRepository
from bot.persistence.quiz_items import ItemRepository
from bot.quiz.extraction.clauses import Parser
from bot.quiz.item import Item
from bot.quiz.selection import mixed, selected
from bot.services.quiz_making import QuestionMaker, StoryFinder
from bot.services.visibility import Scope, Visibility
from bot.services.word_lists import WordLists

NEWEST = 500
"""The newest articles, of which questions without a topic are made: a news quiz is of today."""
ON_TOPIC = 60
"""Articles of which questions on a topic are made, the best first."""
SPARE = 3
"""Questions made for each that is wanted, so that there is a choice."""
FIRST = 1
"""Articles whose questions are made at a time while somebody waits for one."""
POOL = 2_000
"""Questions of a pool."""
READY = 1_000
"""The articles that came last, whose questions are made before anybody asks."""


@dataclass(frozen=True, slots=True)
class Explanation:
    """How many questions were made, by kind, and how many facts each gate of a kind turned away."""

    articles: int
    made: Mapping[str, int]
    rejected: Mapping[tuple[str, str], int]


class QuestionService:
    """Makes questions about the articles that may be seen."""

    def __init__(
        self,
        articles: ArticleRepository,
        items: ItemRepository,
        visibility: Visibility,
        stories: StoryFinder,
        *,
        parser: Parser | None,
        lists: WordLists,
    ) -> None:
        self._items = items
        self._visibility = visibility
        self._stories = stories
        # Its lists and words are read when somebody first asks for a question.
        self._maker = cache(partial(QuestionMaker, articles, items, stories, parser, lists))

    async def items(
        self, count: int, seed: int, topic: str | None = None, collection: str | None = None
    ) -> list[Item]:
        """At most `count` questions: the same for the same articles, topic and seed."""
        scope = await self._visibility.of(collection)
        rows = await self._articles(topic, scope, count)
        made: dict[int, Sequence[Item]] = {}
        for row in rows if topic else mixed(rows, seed):
            if sum(map(len, made.values())) >= count * SPARE:
                break
            made[row] = (await self._maker().made(row, scope)).items
        return selected([item for row in rows for item in made.get(row, ())], count, seed)

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """The questions that can be asked at once."""
        scope = await self._visibility.of(collection)
        if topic is None:
            return await self._items.newest_items(scope.collections, POOL)
        return await self._items.items_of(await self._articles(topic, scope))

    async def refill(self, collection: str | None, topic: str | None) -> bool:
        """Make the questions of some more articles, while somebody waits; False when all are."""
        scope = await self._visibility.of(collection)
        unasked = set(await self._items.unasked_articles(self._maker().recipe, READY))
        rows = [row for row in await self._articles(topic, scope) if row in unasked]
        for row in rows[:FIRST]:
            await self._maker().keep(row, scope)
        return bool(rows)

    async def explain(self, topic: str | None = None, collection: str | None = None) -> Explanation:
        """Why facts became no questions, in the articles that `items` would look at."""
        scope = await self._visibility.of(collection)
        made: Counter[str] = Counter()
        rejected: Counter[tuple[str, str]] = Counter()
        rows = await self._articles(topic, scope)
        for row in rows:
            found = await self._maker().made(row, scope)
            made.update(item.kind for item in found.items)
            rejected.update((one.kind, one.gate) for one in found.rejected)
        return Explanation(len(rows), made, rejected)

    async def make_ready(self, most: int = READY, rest: float = 0.0) -> int:
        """Make the questions of the articles that came last and have none yet; how many articles.

        After each article it rests for some seconds, so that others are answered meanwhile. What
        was made stays when it is broken off, and the next call goes on from there.
        """
        rows = await self._items.unasked_articles(self._maker().recipe, most)
        known = await self._items.materials(rows, self._maker().recipe)
        story: set[int] = set()
        for row in rows:
            await asyncio.sleep(rest)
            own = (await self._maker().sources([row])).get(row)
            if own is not None:
                scope = await self._visibility.of(own.article.collection)
                made = await self._maker().keep(row, scope)
                story |= set(made.story) if row not in known else set()
        # What a new report disputes or confirms is asked in another way from now on.
        await self._items.ask_again(sorted(story.difference(rows)))
        return len(rows)

    async def _articles(self, topic: str | None, scope: Scope, count: int = 0) -> list[int]:
        """The rows of the articles that questions are made of, the best or the newest first."""
        if topic is not None:
            return await self._stories.on_topic(topic, scope, ON_TOPIC)
        newest = await self._items.newest_rows(scope.collections, max(NEWEST, count))
        return list(newest.values())
