"""The use cases of asking: words understood and answered, and remembered for a reply's buttons."""

import time
from collections import OrderedDict
from dataclasses import replace
from datetime import UTC, date, datetime

from bot.briefing.answer import Answer
from bot.errors import NotForYou
from bot.language.cleaning import clean
from bot.language.english.analyser import Analyser
from bot.persistence.catalogue import InquiryRepository
from bot.persistence.database import Clock
from bot.search.operators import link_in, with_outlet_quoted
from bot.search.passage_index import Filters
from bot.search.query import Query, plain_query, without_phrases
from bot.search.synonyms import Synonyms
from bot.services.answering import AnswerService
from bot.services.openings import OpeningService
from bot.services.requests import (
    UNDERSTANDING,
    Asking,
    Question,
    days_named,
    filters_of,
    iso_day,
)
from bot.services.retrieval import Hit, Retriever
from bot.services.spoilers import SpoilerGuard
from bot.services.suggestions import Suggestions
from bot.services.visibility import OPERATOR, Scope, Visibility

CACHED_ANSWERS = 500
"""Answers kept until the next change: what a server asks again, some 20 MB at most."""

OF_NEWS: tuple[Asking, ...] = ("brief", "ask")
"""What is asked of the news, so that the newer reports count for more."""


class InquiryService:
    """Answers what is asked, from memory if it was asked the same day and no article has changed.

    The day of asking is that of the clock, in UTC, where none is given.
    """

    def __init__(
        self,
        inquiries: InquiryRepository,
        visibility: Visibility,
        retriever: Retriever,
        suggestions: Suggestions,
        synonyms: Synonyms,
        *,
        openings: OpeningService,
        spoilers: SpoilerGuard,
        clock: Clock = time.time,
    ) -> None:
        self._inquiries = inquiries
        self._visibility = visibility
        self._retriever = retriever
        self._suggestions = suggestions
        self._spoilers = spoilers
        self._clock = clock
        self._analyser = Analyser()
        self._synonyms = synonyms
        self._openings = openings
        self._answers = AnswerService(retriever, suggestions, self._analyser, synonyms)
        self._cached: OrderedDict[tuple[Question, int, date], tuple[int, Answer]] = OrderedDict()
        self._remembered: set[str] = set()

    async def brief(
        self,
        topic: str,
        collection: str | None = None,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        *,
        now: date | None = None,
    ) -> Answer:
        """Quotes on a topic, of several articles first."""
        asked = Question("brief", topic, collection, outlet, since, until)
        return await self.answer(asked, now=now)

    async def ask(
        self, question: str, collection: str | None = None, *, now: date | None = None
    ) -> Answer:
        """Quotes that answer a question, with the words in them that do."""
        return await self.answer(Question("ask", question, collection), now=now)

    async def answer(self, asked: Question, first: int = 0, *, now: date | None = None) -> Answer:
        """A page of the answer, from quote number `first` on, counted from 0."""
        today = now or self._today()
        scope = await self._visibility.of(asked.collection)
        if asked.kind in OF_NEWS:
            scope = replace(scope, asked_on=today)
        key = (asked, first, today)
        cached = self._cached.get(key)
        if cached is None or cached[0] != scope.change:
            answer = await self._answered(asked, scope, first, today)
            cached = self._cached[key] = (scope.change, answer)
            if len(self._cached) > CACHED_ANSWERS:
                self._cached.popitem(last=False)
        self._cached.move_to_end(key)
        return await self._spoilers.leaving_out(cached[1], asked.collection)

    async def search(
        self,
        query: str,
        k: int = 10,
        collection: str | None = None,
        *,
        outlet: str | None = None,
        since: str | None = None,
        until: str | None = None,
        now: date | None = None,
    ) -> list[Hit]:
        """The `k` passages that match best, whether they cover the query or not.

        Newer ones count for more only where the day of asking is given.
        """
        asked = Question("search", query, collection, outlet, since, until)
        scope = replace(await self._visibility.of(collection), asked_on=now)
        today = now or self._today()
        parsed, filters = await self._understood(asked, scope, today)
        return await self._retriever.hits(parsed, scope, filters, k)

    async def remember(self, asked: Question, now: int) -> str:
        """The token under which the buttons of a reply find again what was asked."""
        if asked.token not in self._remembered:
            await self._inquiries.remember(asked.inquiry(now))
            self._remembered.add(asked.token)
        return asked.token

    async def recall(self, token: str, collection: str | None = None) -> Question:
        """What was asked under a token, if it was asked from the same collection."""
        found = await self._inquiries.recall(token)
        if found is None or found.collection != (collection or OPERATOR):
            raise NotForYou("error/asked_elsewhere")
        return Question.of(found, collection)

    def _today(self) -> date:
        return datetime.fromtimestamp(self._clock(), UTC).date()

    async def _answered(self, asked: Question, scope: Scope, first: int, today: date) -> Answer:
        """The answer, kept to the days that end the question where that finds something."""
        link = link_in(asked.text) if asked.kind in OF_NEWS else None
        if link:
            return await self._openings.linked(asked.text, link, scope, first)
        query, filters = await self._understood(asked, scope, today)
        told = days_named("on", query.written.days, today)
        if told and filters.since is None and filters.until is None:
            narrowed = replace(filters, since=told[0], until=told[1])
            answer = await self._found(query, scope, narrowed, first, asked.kind)
            if answer.found:
                return replace(answer, days=(iso_day(told[0]), iso_day(told[1])))
        if told and not query.concepts:
            query = plain_query(asked.text, self._analyser, self._synonyms)
        return await self._found(query, scope, filters, first, asked.kind)

    async def _found(
        self, query: Query, scope: Scope, filters: Filters, first: int, kind: Asking
    ) -> Answer:
        """The answer to the words; without any that tell something, the newest there is."""
        is_narrowed = filters.outlets or filters.since or filters.until
        if kind in OF_NEWS and is_narrowed and all(one.is_light for one in query.concepts):
            return await self._openings.newest(query.text, scope, filters, first)
        nowhere = await self._retriever.phrases_nowhere(query, scope)
        if nowhere:
            query = without_phrases(query, nowhere)
            filters = replace(filters, phrases=tuple(filter(None, query.phrases)))
        answer = await self._answers.answer(query, scope, filters, first, kind)
        return replace(answer, phrases_nowhere=nowhere) if nowhere else answer

    async def _understood(
        self, asked: Question, scope: Scope, today: date
    ) -> tuple[Query, Filters]:
        text = asked.text
        if asked.kind != "sources" and "outlet:" in text.casefold():
            text = with_outlet_quoted(text, await self._suggestions.all_outlets(scope))
        query = UNDERSTANDING[asked.kind](text, self._analyser, self._synonyms)
        outlet = clean(asked.outlet or query.written.outlet or "").strip()
        outlets = await self._suggestions.outlets(outlet, scope) if outlet else None
        return replace(query, text=asked.text), filters_of(asked, query, outlets, today)
