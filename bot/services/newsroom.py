"""The use cases: everything a face may call, and all it calls."""

import gc
import time
import tomllib
from collections import OrderedDict
from collections.abc import AsyncIterator, Sequence
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Self

from bot.articles.article import Article
from bot.briefing.answer import Answer, Context, around
from bot.errors import NotForYou, NothingFound, WrongConfiguration
from bot.language.cleaning import clean
from bot.language.english.analyser import Analyser
from bot.persistence.article_rows import ArticleHead
from bot.persistence.database import Clock
from bot.persistence.location import DATABASE, database_url
from bot.persistence.store import Store
from bot.search.passage_index import Filters
from bot.search.query import Query
from bot.search.synonyms import Synonyms
from bot.services.answering import AnswerService
from bot.services.digests import DigestService
from bot.services.index_sync import IndexSync
from bot.services.questions import QuestionService
from bot.services.report import IngestReport, Progress
from bot.services.requests import (
    OPERATOR,
    SAMPLE,
    Question,
    Scope,
    Visibility,
    filters_of,
    parsed_query,
)
from bot.services.retrieval import Hit, Retriever
from bot.services.rounds import RoundService
from bot.services.suggestions import Suggestions
from bot.settings import resource

if TYPE_CHECKING:  # the readers are slow to import, and a question needs none
    from bot.services.feeds import FeedService
    from bot.services.folders import Findings
    from bot.services.intake import Intake

__all__ = ["DATABASE", "Hit", "Newsroom", "Question", "database_url", "read_synonyms"]

SYNONYMS = "synonyms.toml"

REMEMBERED_ANSWERS = 500
"""Answers kept until the next change: what a server asks again, some 20 MB at most."""


class Newsroom:
    """Articles in, quotes out: the same for the terminal, Discord and every other face."""

    def __init__(
        self, store: Store, index: IndexSync, synonyms: Synonyms, clock: Clock = time.time
    ) -> None:
        self._store = store
        self._index = index
        self._synonyms = synonyms
        self._clock = clock
        self._analyser = Analyser()
        self._scopes = Visibility(store, index)
        self._finder = Retriever(store, index)
        self._suggestions = Suggestions(store, self._finder, self._analyser, synonyms)
        self._answering = AnswerService(self._finder, self._suggestions, self._analyser)
        self.quiz = QuestionService(store, self._scopes, self._finder, self._analyser, synonyms)
        self.rounds = RoundService(store, self._scopes, self.quiz)
        self.digests = DigestService(store, self._scopes, synonyms, clock)
        self._answers: OrderedDict[tuple[Question, int], tuple[int, Answer]] = OrderedDict()
        self._remembered: set[str] = set()

    @classmethod
    async def open(
        cls,
        data: str | Path = "data",
        database: str | None = None,
        progress: Progress | None = None,
        clock: Clock = time.time,
    ) -> Self:
        """The newsroom of a data folder, made when it is missing; `database` is another's URL."""
        folder = Path(data)
        store = await Store.open(database or database_url(folder), clock)
        try:
            index = await IndexSync.open(store, folder, progress)
            newsroom = cls(store, index, read_synonyms(), clock)
        except BaseException:
            await store.close()
            raise
        # What is loaded stays; looking through it for garbage makes one answer in a hundred late.
        gc.freeze()
        return newsroom

    async def __aenter__(self) -> Self:
        return self

    async def __aexit__(self, *_: object) -> None:
        await self.close()

    async def close(self) -> None:
        """Let go of the database."""
        await self._store.close()

    @property
    def repaired(self) -> bool:
        """Whether the index had to be made anew since the newsroom was opened."""
        return self._index.repaired

    async def ingest(
        self,
        paths: Sequence[str | Path],
        collection: str = OPERATOR,
        progress: Progress | None = None,
    ) -> IngestReport:
        """Take in files and folders; each refused file is named, the others go in."""
        from bot.services.folders import found_files  # noqa: PLC0415 - see above

        return await self.take_in(found_files(paths), collection, progress)

    async def take_in(
        self, found: "Findings", collection: str, progress: Progress | None = None
    ) -> IngestReport:
        """Take in files that were found before."""
        return await self._intake.files(found, collection, progress)

    async def add(self, name: str, content: bytes, collection: str) -> IngestReport:
        """Take in one uploaded file, known by its name."""
        return await self._intake.upload(name, content, collection)

    async def remove(self, article_id: str, collection: str) -> bool:
        """Take an article out of a collection, with its text; False when it is not there."""
        removed = await self._store.writer.remove(article_id, collection)
        if removed:
            await self.rounds.forget_article(article_id)
        await self._index.catch_up()
        return removed

    async def fill(self) -> int:
        """Put the sample articles into an empty newsroom; how many, 0 when it was not empty."""
        if await self._store.changes.last():
            return 0
        from bot.services.folders import bundled_files  # noqa: PLC0415 - see above

        report = await self._intake.files(bundled_files(resource("corpus")), SAMPLE)
        return report.added

    async def brief(
        self,
        topic: str,
        collection: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> Answer:
        """Quotes on a topic, of several articles first."""
        return await self.answer(Question("brief", topic, collection, outlet, since, until))

    async def ask(self, question: str, collection: str | None = None) -> Answer:
        """Quotes that answer a question, with the words in them that do."""
        return await self.answer(Question("ask", question, collection))

    async def answer(self, asked: Question, first: int = 0) -> Answer:
        """A page of the answer to what was asked, from quote number `first` on, counted from 0."""
        change = self._index.change
        key = (asked, first)
        held = self._answers.get(key)
        if held is None or held[0] != change:
            held = self._answers[key] = (change, await self._answer(asked, first))
            if len(self._answers) > REMEMBERED_ANSWERS:
                self._answers.popitem(last=False)
        self._answers.move_to_end(key)
        return await self.rounds.withheld.leaving_out(held[1], asked.collection)

    async def search(
        self,
        query: str,
        k: int = 10,
        collection: str | None = None,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
    ) -> list[Hit]:
        """The `k` passages that match best, whether they cover the query or not."""
        asked = Question("search", query, collection, outlet, since, until)
        parsed_query, scope, filters = await self._understood(asked)
        return await self._finder.hits(parsed_query, scope, filters, k)

    async def context(
        self, article_id: str, version: int, start: int, end: int, collection: str | None = None
    ) -> Context:
        """What stands around a quote, in the version that was quoted."""
        scope = await self._scopes.of(collection)
        article = await self._store.articles.one(article_id, scope.collections, version)
        try:
            if article is not None:
                return around(article.quote(start, end))
        except ValueError:
            pass
        raise NotForYou("error/quote_gone")

    async def remember(self, asked: Question, now: int) -> str:
        """The token under which the buttons of a reply find again what was asked."""
        if asked.token not in self._remembered:
            await self._store.inquiries.remember(asked.inquiry(now))
            self._remembered.add(asked.token)
        return asked.token

    async def recall(self, token: str, collection: str | None = None) -> Question:
        """What was asked under a token, if it was asked from the same collection."""
        found = await self._store.inquiries.recall(token)
        if found is None or found.collection != (collection or OPERATOR):
            raise NotForYou("error/asked_elsewhere")
        return Question.of(found, collection)

    async def article(self, article_id: str, collection: str | None = None) -> Article:
        """An article by its id."""
        scope = await self._scopes.of(collection)
        article = await self._store.articles.one(article_id, scope.collections)
        if article is None:
            raise NothingFound("error/no_such_article", id=article_id[:40])
        return article

    async def articles(self, collection: str | None = None) -> AsyncIterator[Article]:
        """All articles that may be seen, in the order in which they came."""
        scope = await self._scopes.of(collection)
        row = 0
        while page := await self._store.articles.page(scope.collections, row):
            for row, article in page:  # noqa: B007 - the last row is where the next page starts
                yield article

    async def heads(
        self, collection: str | None = None, limit: int = 10, offset: int = 0
    ) -> tuple[list[ArticleHead], int]:
        """A page of the list of articles, newest first, and how many there are in all."""
        scope = await self._scopes.of(collection)
        heads = await self._store.articles.heads(scope.collections, limit, offset)
        return heads, scope.articles

    async def suggest_topics(
        self, typed: str, collection: str | None, limit: int = 25
    ) -> list[str]:
        """Topics of the articles that may be seen, for completing what somebody types."""
        scope = await self._scopes.of(collection)
        return await self._suggestions.names("topic", typed, scope, limit)

    async def suggest_outlets(
        self, typed: str, collection: str | None, limit: int = 25
    ) -> list[str]:
        """Outlets of the articles that may be seen."""
        scope = await self._scopes.of(collection)
        return await self._suggestions.names("outlet", typed, scope, limit)

    async def suggest_titles(
        self, typed: str, collection: str | None, limit: int = 25, *, own: bool = False
    ) -> list[tuple[str, str]]:
        """Ids and titles of articles that may be seen; only of the collection itself if `own`."""
        scope = await self._scopes.of(collection)
        names = (collection or OPERATOR,) if own else scope.collections
        return await self._store.articles.titles(names, typed, limit)

    async def meta(self, name: str) -> str | None:
        """A note that a face has kept, such as the fingerprint of its registered commands."""
        return await self._store.notes.value(name)

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a note of a face."""
        await self._store.notes.keep(name, value)

    @cached_property
    def feeds(self) -> "FeedService":
        """News that comes in by itself: feeds, pages and watched folders."""
        from bot.services.feeds import FeedService  # noqa: PLC0415 - brings aiohttp

        return FeedService(self._store, self._intake, clock=self._clock)

    @cached_property
    def _intake(self) -> "Intake":
        from bot.services.intake import Intake  # noqa: PLC0415 - see above

        return Intake(self._store, self._index)

    async def _answer(self, asked: Question, first: int) -> Answer:
        query, scope, filters = await self._understood(asked)
        return await self._answering.answer(query, scope, filters, first, asked.kind)

    async def _understood(self, asked: Question) -> tuple[Query, Scope, Filters]:
        scope = await self._scopes.of(asked.collection)
        query = parsed_query(asked, self._analyser, self._synonyms)
        outlet = clean(asked.outlet or query.written.outlet or "").strip()
        outlets = await self._suggestions.outlets(outlet, scope) if outlet else None
        return query, scope, filters_of(asked, query, outlets)


def read_synonyms() -> Synonyms:
    """The ways to say the same thing, from the file beside the sample articles."""
    path = resource("corpus") / SYNONYMS
    try:
        return Synonyms.of_tables(tomllib.loads(path.read_text(encoding="utf-8")), Analyser())
    except (OSError, ValueError) as error:
        raise WrongConfiguration("setting/synonyms", file=SYNONYMS) from error
