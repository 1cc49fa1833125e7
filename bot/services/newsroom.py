"""The newsroom: opens the database and its index, wires the services to them, and closes."""

import time
from collections.abc import Sequence
from contextlib import AbstractAsyncContextManager
from functools import cache
from pathlib import Path
from random import random
from typing import TYPE_CHECKING, Self

from bot.language.english.analyser import Analyser
from bot.persistence.database import Clock, database_url
from bot.persistence.store import Store
from bot.quiz.extraction.clauses import Parser
from bot.services.articles import ArticleService
from bot.services.digest_making import DigestMaker
from bot.services.digests import DigestService
from bot.services.index_sync import IndexSync
from bot.services.inquiries import InquiryService
from bot.services.openings import OpeningService
from bot.services.ports import Adapters, Chance, MakeGuard
from bot.services.quiz_making import StoryFinder
from bot.services.quiz_questions import QuestionService
from bot.services.report import IngestReport, Progress
from bot.services.requests import Question
from bot.services.retrieval import Retriever
from bot.services.rounds import RoundService
from bot.services.stories import StoryService
from bot.services.suggestions import Suggestions
from bot.services.visibility import OPERATOR, Visibility
from bot.services.word_lists import BUNDLED, WordLists

if TYPE_CHECKING:  # the readers and aiohttp are slow to import, and a question needs neither
    from bot.services.feeds import FeedService
    from bot.services.intake import Intake

__all__ = ["Newsroom", "Question"]


class Newsroom(AbstractAsyncContextManager["Newsroom"]):
    """Articles in, quotes out: the services that every face calls.

    What is slow to import is made when it is first used.
    """

    def __init__(self, store: Store, index: IndexSync, given: Adapters) -> None:
        lists = given.lists
        self._store, self._index, self.notes = store, index, store.notes
        analyser, synonyms = Analyser(), lists.synonyms()
        visibility, retriever = Visibility(store.changes, index), Retriever(store.articles, index)
        suggestions = Suggestions(store.catalogue, retriever, analyser, synonyms)
        self.stories = StoryService(store.articles, visibility, given.clock)
        related = StoryFinder(retriever, analyser, synonyms)
        self.quiz = QuestionService(
            store.articles, store.items, visibility, related, parser=given.parser, lists=lists
        )
        rounds = self.rounds = RoundService(store, visibility, self.quiz)
        self.articles = ArticleService(store.articles, visibility, suggestions, rounds.spoilers)
        maker = DigestMaker(store.arrivals, store.articles, synonyms)
        self.digests = DigestService(
            store.schedules, store.ledger, store.articles, maker, visibility, clock=given.clock
        )
        self.inquiries = InquiryService(
            store.inquiries,
            visibility,
            retriever,
            suggestions,
            synonyms,
            openings=OpeningService(store.articles),
            spoilers=rounds.spoilers,
            clock=given.clock,
        )
        self.brief, self.ask = self.inquiries.brief, self.inquiries.ask

        def make_intake() -> "Intake":
            from bot.services.intake import intake_of  # noqa: PLC0415 - brings the readers

            return intake_of(store, index, lists.boilerplate())

        def make_feeds() -> "FeedService":
            from bot.services.feeds import feed_service  # noqa: PLC0415 - brings aiohttp

            return feed_service(store, self.intake, given.guard, given.clock, given.chance)

        self._intake, self._feeds = cache(make_intake), cache(make_feeds)

    @classmethod
    async def open(
        cls,
        data: str | Path = "data",
        database: str | None = None,
        progress: Progress | None = None,
        *,
        clock: Clock = time.time,
        chance: Chance = random,
        guard: MakeGuard | None = None,
        parser: Parser | None = None,
        lists: WordLists = BUNDLED,
    ) -> Self:
        """The newsroom of a data folder, made when it is missing; `database` is another's URL."""
        store = await Store.open(database or database_url(Path(data)), clock)
        try:
            index = await IndexSync.open(store.changes, store.notes, Path(data), progress)
            return cls(store, index, Adapters(clock, chance, guard, parser, lists))
        except BaseException:
            await store.close()
            raise

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the database."""
        await self._store.close()

    @property
    def repaired(self) -> bool:
        """Whether the index had to be made anew since the newsroom was opened."""
        return self._index.repaired

    @property
    def intake(self) -> "Intake":
        """Articles taken in and taken out."""
        return self._intake()

    @property
    def feeds(self) -> "FeedService":
        """News that comes in by itself: feeds, pages and watched folders."""
        return self._feeds()

    async def ingest(self, paths: Sequence[str | Path], collection: str = OPERATOR) -> IngestReport:
        """Take in files and folders; each refused file is named, the others go in."""
        return await self.intake.ingest(paths, collection)

    async def fill(self) -> int:
        """Put the sample articles into an empty newsroom; how many, 0 when it was not empty."""
        return 0 if await self._store.changes.last() else await self.intake.samples()
