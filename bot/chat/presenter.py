"""Answers, articles and feeds, from what was asked for to a reply, on any platform."""

import asyncio
import logging
import time
from collections import OrderedDict
from collections.abc import Awaitable, Callable
from dataclasses import dataclass
from pathlib import PurePath
from weakref import WeakValueDictionary

from bot.articles.readers.formats import MAX_FILE_BYTES, MEGABYTE, PDF, SUFFIXES
from bot.briefing.answer import Answer
from bot.chat.digest_replies import story_reply
from bot.chat.feed_replies import feed_added_reply, feeds_reply
from bot.chat.replies import (
    LIST_PAGE,
    answer_reply,
    article_reply,
    articles_reply,
    context_reply,
    error_reply,
    ingest_reply,
    line_reply,
)
from bot.errors import NotForYou, NotVerbatim, PromptError, PullquoteError, Refused, StorageFailed
from bot.language.cleaning import clean
from bot.services.newsroom import Newsroom, Question
from bot.wording.reply import Reply

REMEMBERED_REPLIES = 300
"""Answers kept for those who ask the same again."""

TO_BE_MENDED = (NotVerbatim, PromptError, StorageFailed)
"""Errors that whoever asked can do nothing about."""

Clock = Callable[[], float]

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class Upload:
    """A file that somebody sends, not read yet."""

    name: str
    size: int
    read: Callable[[], Awaitable[bytes]]


class Presenter:
    """Makes replies; knows nothing of who asked but the collection they may see."""

    def __init__(self, newsroom: Newsroom, clock: Clock = time.time) -> None:
        self._newsroom = newsroom
        self._clock = clock
        self._replies: OrderedDict[tuple[Question, int], tuple[Answer, Reply]] = OrderedDict()
        self._turns: WeakValueDictionary[tuple[Question, int], asyncio.Lock] = WeakValueDictionary()

    async def answer(self, asked: Question, offset: int = 0) -> Reply:
        """The quotes on what was asked, from number `offset` on; the same object for the same."""
        # A crowd that asks the same waits for one search, and then shares its answer.
        async with self._turns.setdefault((asked, offset), asyncio.Lock()):
            answer = await self._newsroom.inquiries.answer(asked, offset)
            held = self._replies.get((asked, offset))
            # The newsroom hands out the same answer until an article changes.
            if held is None or held[0] is not answer:
                held = answer, await self._reply(asked, answer, offset)
                self._replies[asked, offset] = held
                if len(self._replies) > REMEMBERED_REPLIES:
                    self._replies.popitem(last=False)
            return held[1]

    async def _reply(self, asked: Question, answer: Answer, offset: int) -> Reply:
        if offset and not answer.found:
            raise NotForYou("discord/no_more")
        reply = answer_reply(asked, answer, offset)
        # Where several quotes do not fit into one message, a button leads to the rest.
        if reply.more and (reply.more.beyond or reply.buttons or len(reply.blocks) > 1):
            await self._newsroom.inquiries.remember(asked, self._now())
        return reply

    async def more(self, token: str, offset: int, collection: str | None) -> Reply:
        """The next quotes on what was asked under a token."""
        return await self.answer(await self._newsroom.inquiries.recall(token, collection), offset)

    async def context(
        self, article: str, version: int, start: int, end: int, collection: str | None
    ) -> Reply:
        """What stands around a quote."""
        found = await self._newsroom.articles.context(article, version, start, end, collection)
        return context_reply(found)

    async def story(self, article: str, collection: str | None) -> Reply:
        """What the articles say on the story that an article belongs to."""
        quotes = await self._newsroom.digests.story(article, collection)
        return story_reply(await self._newsroom.rounds.spoilers.allowed(quotes, collection))

    async def listing(self, page: int, collection: str | None) -> Reply:
        """A page of the list of articles."""
        heads, total = await self._newsroom.articles.heads(collection, LIST_PAGE, page * LIST_PAGE)
        if page and not heads:
            raise NotForYou("discord/no_more")
        return articles_reply(heads, total, page)

    async def article(self, article: str, collection: str | None) -> Reply:
        """What is known of an article."""
        return article_reply(await self._newsroom.articles.shown(article, collection))

    async def add_page(self, url: str, collection: str) -> Reply:
        """Take in the article at a web address."""
        return ingest_reply(await self._newsroom.feeds.add_page(url, collection))

    async def add_file(self, file: Upload, collection: str) -> Reply:
        """Take in an uploaded file; its size and kind are checked before it is read."""
        if file.size > MAX_FILE_BYTES:
            raise Refused("refused/too_large", limit=MAX_FILE_BYTES // MEGABYTE)
        suffix = PurePath(file.name).suffix.lower()
        if suffix == PDF:
            raise Refused("refused/pdf")
        if suffix not in SUFFIXES:
            raise Refused("refused/unknown_format", suffix=suffix, known=" ".join(SUFFIXES))
        return ingest_reply(
            await self._newsroom.intake.upload(file.name, await file.read(), collection)
        )

    async def remove(self, article: str, collection: str) -> Reply:
        """Take an article of a server out again."""
        found = await self._newsroom.articles.article(article, collection)
        if not await self._newsroom.intake.remove(found.id, collection):
            raise NotForYou("articles/not_yours")
        return line_reply("articles/removed", title=found.title)

    async def feeds(self, page: int, server: str) -> Reply:
        """A page of the list of a server's feeds."""
        return feeds_reply(await self._newsroom.feeds.statuses(server), page, self._now())

    async def add_feed(
        self, url: str, publisher: str | None, server: str, *, by: str, face: str
    ) -> Reply:
        """Read a feed for a server of a face from now on; `by` is told should it end."""
        outlet = clean(publisher) if publisher else None
        add = self._newsroom.feeds.add
        return feed_added_reply(await add(url, server, outlet=outlet, by=by, face=face))

    async def pause_feed(self, named: str, server: str) -> Reply:
        """Let a feed rest."""
        feed = await self._newsroom.feeds.pause(named, server)
        return line_reply("feeds/paused_now", title=feed.name)

    async def resume_feed(self, named: str, server: str) -> Reply:
        """Read a feed again."""
        feed = await self._newsroom.feeds.resume(named, server)
        return line_reply("feeds/resumed", title=feed.name)

    async def remove_feed(self, named: str, server: str) -> Reply:
        """Read a feed no more; its articles stay."""
        feed = await self._newsroom.feeds.remove(named, server)
        return line_reply("feeds/removed", title=feed.name)

    def _now(self) -> int:
        return int(self._clock())


def apology(error: BaseException) -> Reply:
    """The sentence that tells an error; one that the operator must mend is logged."""
    if not isinstance(error, PullquoteError) or isinstance(error, TO_BE_MENDED):
        log.error("a request failed", exc_info=error)
    if isinstance(error, PullquoteError):
        return error_reply(error)
    return line_reply("error/unexpected")
