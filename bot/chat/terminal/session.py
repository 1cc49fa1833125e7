"""A session in the terminal: a command a line, as in a chat."""

import asyncio
import signal
import sys
import time
from collections.abc import Awaitable, Callable
from pathlib import Path

from bot.articles.metadata import web_address
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
from bot.chat.terminal.game import Game
from bot.chat.terminal.screen import Screen
from bot.errors import PullquoteError, WrongUse
from bot.language.cleaning import clean
from bot.services.newsroom import Newsroom, Question
from bot.services.visibility import OPERATOR
from bot.wording.prompts import utterance
from bot.wording.reply import Block, Reply

MOST_DIGITS = 9
"""Digits of the largest page or quote that anybody asks for."""

PROMPT = "> "

LEAVING = frozenset(["/quit", "/exit", "quit", "exit"])

WITHOUT_SLASH = frozenset(["more", "context", "help", "stop", "report"])

Command = Callable[[str], Awaitable[Reply]]


class Session:
    """What one person at a terminal has asked, and what `more` and `context` refer to."""

    def __init__(self, newsroom: Newsroom, screen: Screen) -> None:
        self._newsroom = newsroom
        self._screen = screen
        self._last: tuple[Question, int] | None = None
        self._blocks: tuple[Block, ...] = ()
        self._game = Game(newsroom.rounds)
        self._commands: dict[str, Command] = {
            "/brief": self._brief,
            "/ask": self._ask,
            "/articles": self._articles,
            "/feeds": FeedsSession(self._newsroom).reply,
            "/help": self._help,
            "/more": self._more,
            "/context": self._context,
            "/quiz": self._game.start,
            "/stop": self._game.stop,
            "/report": self._game.report,
            "/score": self._game.score,
            "/leaderboard": self._game.score,
        }

    async def talk(self, *, beside: bool = False) -> None:
        """Answer line after line until the input ends; `beside` lets other work go on meanwhile."""
        if sys.stdin.isatty():
            self._screen.say(utterance("terminal/welcome"))
        while (line := await _line_beside() if beside else _line()) is not None:
            words = clean(line).strip()
            if words.casefold() in LEAVING:
                return
            if words:
                await self.reply(words)

    async def play(self, topic: str, questions: int) -> bool:
        """Play a round of the quiz, until it or the input ends; False when there is no question."""
        await self.reply(f"/quiz {topic} questions:{questions}")
        begun = self._game.is_on
        while self._game.is_on and (line := _line()) is not None:
            words = clean(line).strip()
            if words:
                await self.reply("/stop" if words.casefold() in LEAVING else words)
        return begun

    async def reply(self, words: str) -> None:
        """Carry out one line and show the reply, also when it is an error."""
        try:
            reply = await self._reply(words)
        except PullquoteError as error:
            reply = error_reply(error)
        self._blocks = reply.blocks or self._blocks
        self._screen.show(reply)

    async def _reply(self, words: str) -> Reply:
        command, rest = _split(words)
        if self._game.takes(words):
            return await self._game.answer(words)
        if command.casefold() in WITHOUT_SLASH:
            command = f"/{command}"
        if not command.startswith("/"):
            return await self._ask(words)
        carry_out = self._commands.get(command.casefold())
        if carry_out is None:
            raise WrongUse("terminal/unknown_command", command=command[:40])
        return await carry_out(rest)

    async def _brief(self, topic: str) -> Reply:
        return await self._answer(Question("brief", topic), 0)

    async def _ask(self, question: str) -> Reply:
        return await self._answer(Question("ask", question), 0)

    async def _more(self, _: str) -> Reply:
        if self._last is None:
            raise WrongUse("terminal/nothing_more")
        asked, first = self._last
        return await self._answer(asked, first)

    async def _answer(self, asked: Question, first: int) -> Reply:
        reply = answer_reply(asked, await self._newsroom.inquiries.answer(asked, first), first)
        self._last = None if reply.following is None else (asked, reply.following)
        return reply

    async def _context(self, number: str) -> Reply:
        position = _number(number)
        if not 0 < position <= len(self._blocks):
            raise WrongUse("terminal/which_quote")
        quote = self._blocks[position - 1].quote
        article = quote.article
        context = await self._newsroom.articles.context(
            article.id, article.version, quote.start, quote.end
        )
        return context_reply(context)

    async def _articles(self, rest: str) -> Reply:
        what, argument = _split(rest)
        if what in ("", "list"):
            return await self._list(max(_number(argument), 1) - 1)
        if what == "show" and argument:
            return article_reply(await self._newsroom.articles.article(argument))
        if what == "add" and web_address(argument):
            return ingest_reply(await self._newsroom.feeds.add_page(argument, OPERATOR))
        if what == "add" and argument:
            return ingest_reply(await self._newsroom.ingest([Path(argument)]))
        if what == "remove" and argument:
            article = await self._newsroom.articles.article(argument)
            await self._newsroom.intake.remove(article.id, article.collection)
            return line_reply("articles/removed", title=article.title)
        raise WrongUse("terminal/articles_usage")

    async def _list(self, page: int) -> Reply:
        heads, total = await self._newsroom.articles.heads(None, LIST_PAGE, page * LIST_PAGE)
        if total and not heads:
            return await self._list((total - 1) // LIST_PAGE)
        return articles_reply(heads, total, page)

    async def _help(self, _: str) -> Reply:
        return line_reply("terminal/help")


def _split(words: str) -> tuple[str, str]:
    """The first word and what follows it."""
    first, *rest = words.split(maxsplit=1) or [""]
    return first, rest[0].strip() if rest else ""


def _number(written: str) -> int:
    """The number written, 0 when it is none or longer than any that can be meant."""
    return int(written) if written.isdecimal() and len(written) <= MOST_DIGITS else 0


async def _line_beside() -> str | None:
    """The next line of a person, None at the end; the event loop runs until it is there."""
    sys.stdout.write(PROMPT)
    sys.stdout.flush()
    typed = asyncio.Event()
    asyncio.get_running_loop().add_reader(sys.stdin, typed.set)
    try:
        await typed.wait()
    finally:
        asyncio.get_running_loop().remove_reader(sys.stdin)
    return sys.stdin.readline() or None


def _line() -> str | None:
    """The next line, None at the end; nothing else goes on meanwhile, so it may block."""
    # The event loop would only note Ctrl-C, and go on waiting for a line.
    noting = signal.signal(signal.SIGINT, signal.default_int_handler)
    try:
        return input(PROMPT) if sys.stdin.isatty() else sys.stdin.readline() or None
    except EOFError:
        return None
    finally:
        signal.signal(signal.SIGINT, noting)


class FeedsSession:
    """Adds, lists and changes the operator's feeds."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    async def reply(self, words: str) -> Reply:
        """What is answered to the words after /feeds."""
        what, _, named = words.partition(" ")
        feeds = self._newsroom.feeds
        if what in ("", "list"):
            page = max(int(named), 1) - 1 if named.isdecimal() else 0
            return feeds_reply(await feeds.statuses(OPERATOR), page, int(time.time()))
        if what == "add" and named:
            new = await feeds.add(named, OPERATOR)
            await feeds.poll()
            return feed_added_reply(new)
        if what == "pause" and named:
            return line_reply("feeds/paused_now", title=(await feeds.pause(named, OPERATOR)).name)
        if what == "resume" and named:
            feed = await feeds.resume(named, OPERATOR)
            await feeds.poll()
            return line_reply("feeds/resumed", title=feed.name)
        if what == "remove" and named:
            return line_reply("feeds/removed", title=(await feeds.remove(named, OPERATOR)).name)
        raise WrongUse("terminal/feeds_usage")
