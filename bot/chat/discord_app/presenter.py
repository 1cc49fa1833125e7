"""The newsroom's counter in Discord: what is asked for goes in, messages come out."""

import asyncio
import logging
import time
from abc import abstractmethod
from collections import OrderedDict
from collections.abc import Callable
from contextlib import AbstractContextManager
from functools import partial
from pathlib import PurePath
from weakref import WeakValueDictionary

import discord

from bot.articles.readers.formats import MAX_FILE_BYTES, MEGABYTE, PDF, SUFFIXES
from bot.briefing.answer import Answer
from bot.chat.digest_posts import DigestWriter
from bot.chat.digest_presenter import DigestPresenter
from bot.chat.digest_replies import story_reply
from bot.chat.discord_app.quiz_presenter import QuizPresenter
from bot.chat.discord_app.rendering.digest import CardRenderer
from bot.chat.discord_app.rendering.views import Message
from bot.chat.feed_replies import feeds_reply
from bot.chat.ids import feeds_id, listing_id, more_id, quiz_me_id
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
from bot.services.newsroom import Newsroom, Question
from bot.wording.prompts import Prompts
from bot.wording.reply import Reply

REMEMBERED_MESSAGES = 300
"""Rendered answers kept for those who ask the same again; 50 kB each at most."""

TO_BE_MENDED = (NotVerbatim, PromptError, StorageFailed)
"""Errors that whoever asked can do nothing about."""

Clock = Callable[[], float]

log = logging.getLogger(__name__)


class PresentingClient(discord.Client):
    """A client whose commands and buttons find the desk on it, and say while they are busy."""

    desk: "Presenter"
    quiz: QuizPresenter
    digests: DigestPresenter
    writer: DigestWriter

    @abstractmethod
    def busy(self) -> AbstractContextManager[None]:
        """While it lasts, the client does not close."""


Interaction = discord.Interaction[PresentingClient]


class Presenter:
    """Answers in messages; knows nothing of who asked but the collection they may see."""

    def __init__(self, newsroom: Newsroom, prompts: Prompts, clock: Clock = time.time) -> None:
        self.newsroom = newsroom
        self.prompts = prompts
        self._renderer = CardRenderer(prompts)
        self._clock = clock
        self._answers: OrderedDict[tuple[Question, int], tuple[Answer, Message]] = OrderedDict()
        self._turns: WeakValueDictionary[tuple[Question, int], asyncio.Lock] = WeakValueDictionary()

    async def answer(self, asked: Question, offset: int = 0) -> Message:
        """The quotes on what was asked, from number `offset` on."""
        # A crowd that asks the same waits for one search, and then shares its answer.
        async with self._turns.setdefault((asked, offset), asyncio.Lock()):
            answer = await self.newsroom.inquiries.answer(asked, offset)
            held = self._answers.get((asked, offset))
            # The newsroom hands out the same answer until an article changes.
            if held is None or held[0] is not answer:
                held = answer, await self._rendered(asked, answer, offset)
                self._keep((asked, offset), held)
            return held[1]

    async def _rendered(self, asked: Question, answer: Answer, offset: int) -> Message:
        if offset and not answer.found:
            raise NotForYou("discord/no_more")
        reply = answer_reply(asked, answer, offset)
        quiz_me = quiz_me_id(asked.token) if asked.kind == "brief" and answer.found else None
        message = self._renderer.message(reply, partial(_more, asked.token, offset), quiz_me)
        if message.continued or quiz_me:
            await self.newsroom.inquiries.remember(asked, int(self._clock()))
        return message

    def _keep(self, key: tuple[Question, int], held: tuple[Answer, Message]) -> None:
        self._answers[key] = held
        if len(self._answers) > REMEMBERED_MESSAGES:
            self._answers.popitem(last=False)

    async def more(self, token: str, offset: int, collection: str | None) -> Message:
        """The next quotes on what was asked under a token."""
        return await self.answer(await self.newsroom.inquiries.recall(token, collection), offset)

    async def context(
        self, article: str, version: int, start: int, end: int, collection: str | None
    ) -> Message:
        """What stands around a quote."""
        found = await self.newsroom.library.context(article, version, start, end, collection)
        return self.message(context_reply(found))

    async def story(self, article: str, collection: str | None) -> Message:
        """What the articles say on the story that an article belongs to."""
        return self.message(story_reply(await self.newsroom.digests.story(article, collection)))

    async def listing(self, page: int, collection: str | None) -> Message:
        """A page of the list of articles."""
        heads, total = await self.newsroom.library.heads(collection, LIST_PAGE, page * LIST_PAGE)
        if page and not heads:
            raise NotForYou("discord/no_more")
        reply = articles_reply(heads, total, page)
        return self._renderer.message(reply, lambda _shown: listing_id(page + 1))

    async def feeds(self, page: int, server: str) -> Message:
        """A page of the list of a server's feeds."""
        statuses = await self.newsroom.feeds.statuses(server)
        reply = feeds_reply(statuses, page, int(self._clock()))
        return self._renderer.message(reply, lambda _shown: feeds_id(page + 1))

    async def article(self, article: str, collection: str | None) -> Message:
        """What is known of an article."""
        return self.message(article_reply(await self.newsroom.library.article(article, collection)))

    async def add_page(self, url: str, collection: str) -> Message:
        """Take in the article at a web address."""
        return self.message(ingest_reply(await self.newsroom.feeds.add_page(url, collection)))

    async def add(self, file: discord.Attachment, collection: str) -> Message:
        """Take in an uploaded file; its size and kind are checked before it is read."""
        if file.size > MAX_FILE_BYTES:
            raise Refused("refused/too_large", limit=MAX_FILE_BYTES // MEGABYTE)
        suffix = PurePath(file.filename).suffix.lower()
        if suffix == PDF:
            raise Refused("refused/pdf")
        if suffix not in SUFFIXES:
            raise Refused("refused/unknown_format", suffix=suffix, known=" ".join(SUFFIXES))
        try:
            content = await file.read()
        except discord.HTTPException as error:
            raise Refused("discord/no_download") from error
        return self.message(
            ingest_reply(await self.newsroom.intake.upload(file.filename, content, collection))
        )

    async def remove(self, article: str, collection: str) -> Message:
        """Take an article of a server out again."""
        found = await self.newsroom.library.article(article, collection)
        if not await self.newsroom.intake.remove(found.id, collection):
            raise NotForYou("articles/not_yours")
        return self.message(line_reply("articles/removed", title=found.title))

    def message(self, reply: Reply) -> Message:
        """A reply as a message without a *more* button."""
        return self._renderer.message(reply)

    def apology(self, error: BaseException) -> Message:
        """The sentence that tells an error; one that the operator must mend is logged."""
        if not isinstance(error, PullquoteError) or isinstance(error, TO_BE_MENDED):
            log.error("a request failed", exc_info=error)
        if isinstance(error, PullquoteError):
            return self.message(error_reply(error))
        return self.message(line_reply("error/unexpected"))


def _more(token: str, offset: int, shown: int) -> str:
    return more_id(token, offset + shown)
