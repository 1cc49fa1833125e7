"""The use cases of making questions: which are there to ask, and why there are no others."""

import asyncio
from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import dataclass

from bot.engines.spacy_parser import grammar
from bot.language.english.analyser import Analyser
from bot.persistence.store import Store
from bot.quiz.item import Item
from bot.quiz.selection import mixed, selected
from bot.search.evidence import ENOUGH
from bot.search.passage_index import Filters
from bot.search.query import topic_query
from bot.search.synonyms import Synonyms
from bot.services.question_making import QuestionMaker, StoryFinder
from bot.services.requests import Scope, Visibility
from bot.services.retrieval import Retriever

NEWEST = 500
"""The newest articles, of which questions without a topic are made: a news quiz is of today."""
ON_TOPIC = 60
"""Articles of which questions on a topic are made, the best first."""
SPARE = 3
"""Questions made for each that is wanted, so that there is a choice."""
FIRST = 3
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
    """Makes questions about the articles that may be seen.

    `model` names the parser that helps, where it is installed.
    """

    def __init__(
        self,
        store: Store,
        scopes: Visibility,
        finder: Retriever,
        analyser: Analyser,
        synonyms: Synonyms,
    ) -> None:
        self._store = store
        self._scopes = scopes
        self._finder = finder
        self._analyser = analyser
        self._synonyms = synonyms
        self._held: QuestionMaker | None = None
        self.model = ""

    async def items(
        self, count: int, seed: int, topic: str | None = None, collection: str | None = None
    ) -> list[Item]:
        """At most `count` questions: the same for the same articles, topic and seed."""
        scope = await self._scopes.of(collection)
        waiting = await self._articles(topic, scope, count, seed)
        made: list[Item] = []
        for row in waiting:
            if len(made) >= count * SPARE:
                break
            made += (await self._making.made(row, scope))[0]
        return selected(made, count, seed)

    async def pool(self, collection: str | None, topic: str | None) -> Sequence[Item]:
        """The questions that can be asked at once."""
        scope = await self._scopes.of(collection)
        if topic is None:
            return await self._store.items.newest_items(scope.collections, POOL)
        return await self._store.items.items_of(await self._articles(topic, scope, ON_TOPIC))

    async def refill(self, collection: str | None, topic: str | None) -> bool:
        """Make the questions of some more articles, while somebody waits; False when all are."""
        scope = await self._scopes.of(collection)
        unasked = set(await self._store.items.unasked_articles(self._making.recipe, READY))
        rows = [row for row in await self._articles(topic, scope, NEWEST) if row in unasked]
        for row in rows[:FIRST]:
            await self._making.keep(row, scope)
        return bool(rows)

    async def explain(self, topic: str | None = None, collection: str | None = None) -> Explanation:
        """Why facts became no questions, in the articles that `items` would look at."""
        scope = await self._scopes.of(collection)
        made: Counter[str] = Counter()
        rejected: Counter[tuple[str, str]] = Counter()
        rows = await self._articles(topic, scope, NEWEST)
        for row in rows:
            items, turned_away = await self._making.made(row, scope)
            made.update(item.kind for item in items)
            rejected.update((one.kind, one.gate) for one in turned_away)
        return Explanation(len(rows), made, rejected)

    async def make_ready(self, most: int = READY, rest: float = 0.0) -> int:
        """Make the questions of the articles that came last and have none yet; how many articles.

        After each article it rests for some seconds, so that others are answered meanwhile. What
        was made stays when it is broken off, and the next call goes on from there.
        """
        rows = await self._store.items.unasked_articles(self._making.recipe, most)
        told = await self._store.items.materials(rows, self._making.recipe)
        story: set[int] = set()
        for row in rows:
            await asyncio.sleep(rest)
            own = (await self._making.sources([row])).get(row)
            if own is not None:
                scope = await self._scopes.of(own.article.collection)
                await self._making.keep(row, scope)
                story |= set(await self._making.story(row, scope)) if row not in told else set()
        # What a new report disputes or confirms is asked in another way from now on.
        await self._store.items.ask_again(sorted(story.difference(rows)))
        return len(rows)

    async def _articles(
        self, topic: str | None, scope: Scope, count: int, seed: int = 0
    ) -> list[int]:
        """The rows of the articles that questions are made of, the best for a topic first.

        Without a topic they come in an order by chance.
        """
        if topic is None:
            newest = await self._store.items.newest_rows(scope.collections, max(NEWEST, count))
            return [newest[public_id] for public_id in mixed(newest, seed)]
        query = topic_query(topic, self._analyser, self._synonyms)
        ranking = await self._finder.ranking(query, scope, Filters())
        rows = [one.article_row for one in ranking.ranked if ranking.covered(one) >= ENOUGH]
        return list(dict.fromkeys(rows))[:ON_TOPIC]

    @property
    def _making(self) -> QuestionMaker:
        if self._held is None:
            stories = StoryFinder(self._finder, self._analyser, self._synonyms)
            self._held = QuestionMaker(self._store, stories, grammar(self.model))
        return self._held
