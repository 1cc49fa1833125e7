"""The front door: the commands of `pullquote`, for people and for scripts."""

import argparse
import asyncio
import contextlib
import json
import os
import sys
import traceback
from collections.abc import AsyncIterator, Callable, Coroutine, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path

from bot.arguments import parser
from bot.articles.text import clean
from bot.chat.objects import Object, answer_object, article_object, search_object
from bot.chat.prompts import Prompts, Said, said
from bot.chat.replies import LIST_PAGE, answer_reply, article_reply, articles_reply, told
from bot.chat.reply import Reply
from bot.errors import PromptError, PullquoteError, WrongConfiguration
from bot.newsroom import Asked, Newsroom, filters_of
from bot.settings import Settings, read_settings
from bot.storage.report import Progress

DONE, FAILED, NOTHING_FOUND = 0, 1, 3
INTERRUPTED = 130
CLOSED_PIPE = 141
"""The exit codes of a shell for Ctrl-C and for a reader that left."""

BATCH = "-"


def run(arguments: list[str]) -> int:
    """Carry out a command line; returns its exit code: 0, 1, 2, 3 or 78."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # not for a test's stream
    try:
        prompts = Prompts.read()
    except PromptError as error:  # without words there is only the file's name to tell
        print(f"prompts/{error.variables['name']}.md", file=sys.stderr)
        return error.exit_code
    options = parser(prompts).parse_args(arguments)
    try:
        door = Door(read_settings(os.environ, Path.cwd()), prompts, options)
        code = asyncio.run(COMMANDS[options.command or "chat"](door))
        sys.stdout.flush()
    except PullquoteError as error:
        print(prompts.say(told(error)), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last door: whatever it is, it ends in a sentence
        traceback.print_exc()
        print(prompts.say(said("error/unexpected")), file=sys.stderr)
        return FAILED
    return code


@dataclass(frozen=True, slots=True)
class Door:
    """What a command has at hand: the settings, the words and its own options."""

    settings: Settings
    prompts: Prompts
    options: argparse.Namespace

    @property
    def data(self) -> Path:
        """The data folder: the option's, else the setting's."""
        return Path(getattr(self.options, "data", None) or self.settings.data)

    @property
    def json(self) -> bool:
        """Whether standard output holds only JSON."""
        return bool(getattr(self.options, "json", False)) or self.is_batch

    @property
    def is_batch(self) -> bool:
        """Whether queries come one a line from standard input."""
        return getattr(self.options, "query", None) == BATCH

    @asynccontextmanager
    async def newsroom(self, *, filled: bool = True) -> AsyncIterator[Newsroom]:
        """The newsroom of the data folder; an empty one gets the sample articles."""
        database = self.settings.database.get_secret_value() if self.settings.database else None
        with _progress(self) as progress:
            opened = await Newsroom.open(self.data, database, progress)
        async with opened as newsroom:
            if repaired := newsroom.repaired:
                self.notice(said("cli/repaired"))
            if filled and (taken := await newsroom.fill()):
                self.notice(said("cli/sample", articles=taken))
            yield newsroom
            if newsroom.repaired and not repaired:
                self.notice(said("cli/repaired"))

    def notice(self, words: Said) -> None:
        """Tell something beside the result, on standard error."""
        if not getattr(self.options, "quiet", False):
            print(self.prompts.say(words), file=sys.stderr)

    def show(self, reply: Reply) -> None:
        """Show a reply to a person."""
        from bot.chat.terminal.screen import Screen  # noqa: PLC0415 - rich is slow and scripts need none

        Screen(self.prompts).show(reply)

    def queries(self) -> Iterator[str]:
        """The query of the command line, or one a line from standard input."""
        lines = (line.rstrip("\n") for line in sys.stdin) if self.is_batch else [self.options.query]
        return (clean(line) for line in lines)


async def chat(door: Door) -> int:
    """Talk in the terminal until the input ends."""
    from bot.chat.terminal.screen import Screen  # noqa: PLC0415 - see Door.show
    from bot.chat.terminal.session import Session  # noqa: PLC0415

    async with door.newsroom() as newsroom:
        await Session(newsroom, Screen(door.prompts)).talk()
    return DONE


async def serve(door: Door) -> int:
    """Run every configured face; without any, talk in the terminal."""
    if door.settings.discord_token() is None:
        door.notice(said("cli/no_token"))
        return await chat(door)
    from bot.chat.discord_app import running  # noqa: PLC0415 - discord only where it is used

    async with door.newsroom() as newsroom:
        await running.run(newsroom, door.settings, door.prompts)
    return DONE


async def ingest(door: Door) -> int:
    """Take files and folders in; each refused one is named."""
    from bot.storage.files import found_files  # noqa: PLC0415 - the readers are slow to import

    found = found_files(door.options.paths)
    async with door.newsroom(filled=False) as newsroom:
        with _progress(door) as progress:
            report = await newsroom.take_in(found, door.options.collection, progress)
    refused = [
        {"path": item.source, "reason": door.prompts.say(told(item.error))}
        for item in report.refused
    ]
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    if door.json:
        _print({**counts, "refused": refused})
    else:
        for item in refused:
            print(door.prompts.say(said("cli/refused", **item)), file=sys.stderr)
        print(door.prompts.say(said("articles/added", **counts)))
    if not report.taken and not refused:
        door.notice(said("cli/nothing_to_ingest"))
        return NOTHING_FOUND
    return DONE if report.taken else FAILED


async def articles(door: Door) -> int:
    """Show one article, or all of them."""
    collection = door.options.collection
    async with door.newsroom() as newsroom:
        if door.options.id:
            article = await newsroom.article(door.options.id, collection)
            _print(article_object(article)) if door.json else door.show(article_reply(article))
            return DONE
        if door.json:
            counted = 0
            async for article in newsroom.articles(collection):
                _print(article_object(article))
                counted += 1
            return DONE if counted else NOTHING_FOUND
        return await _list(door, newsroom, collection)


async def search(door: Door) -> int:
    """Ranked passages and nothing else."""
    options, any_found = door.options, False
    filters = filters_of(options.outlet, options.since, options.until)
    async with door.newsroom() as newsroom:
        for query in door.queries():
            hits = await newsroom.search(query, options.k, options.collection, filters)
            any_found = any_found or bool(hits)
            if door.json:
                _print(search_object(query, hits))
            else:
                for hit in hits:
                    told = f"{hit.quote.article.id} {hit.quote.text}"
                    print(f"{hit.rank}. [{hit.score:.2f}] {told}\n")
    return DONE if any_found else NOTHING_FOUND


async def brief(door: Door) -> int:
    """Briefings on topics."""
    options = door.options
    narrowed = (options.collection, options.outlet, options.since, options.until)
    return await _answered(door, lambda text: Asked("brief", text, *narrowed))


async def ask(door: Door) -> int:
    """Answers to questions."""
    return await _answered(door, lambda text: Asked("ask", text, door.options.collection))


async def digest(door: Door) -> int:
    """The digest of a local day."""
    from bot.chat.terminal import digest as telling  # noqa: PLC0415 - see Door.show

    async with door.newsroom() as newsroom:
        found, reply = await telling.digest(newsroom, door.options)
    _print(found) if door.json else door.show(reply)
    return DONE if found["stories"] else NOTHING_FOUND


async def sync(door: Door) -> int:
    """Register the slash commands."""
    if door.settings.discord_token() is None:
        raise WrongConfiguration("cli/sync_needs_token")
    from bot.chat.discord_app import sync as registering  # noqa: PLC0415 - see serve

    async with door.newsroom(filled=False) as newsroom:
        done = await registering.sync(newsroom, door.settings, door.prompts, door.options.guild)
    if door.json:
        _print({"changed": done.changed, "commands": done.commands})
    else:
        name = "cli/synced" if done.changed else "cli/in_sync"
        print(door.prompts.say(said(name, commands=done.commands)))
    return DONE


async def check(door: Door) -> int:
    """Configuration, database, index, prompts and corpus, without the network."""
    from bot.checks import problems  # noqa: PLC0415 - only this command needs it

    found = [door.prompts.say(problem) for problem in await problems(door.settings, door.data)]
    if door.json:
        _print({"ok": not found, "problems": found})
    else:
        print("\n".join(found or [door.prompts.say(said("cli/check_ok"))]))
    return FAILED if found else DONE


COMMANDS: dict[str, Callable[[Door], Coroutine[None, None, int]]] = {
    "chat": chat,
    "run": serve,
    "ingest": ingest,
    "articles": articles,
    "search": search,
    "brief": brief,
    "ask": ask,
    "digest": digest,
    "sync": sync,
    "check": check,
}


async def _answered(door: Door, asked: Callable[[str], Asked]) -> int:
    any_found = False
    async with door.newsroom() as newsroom:
        for text in door.queries():
            answer = await newsroom.answer(asked(text))
            any_found = any_found or answer.found
            if door.json:
                _print(answer_object(answer))
            else:
                door.show(answer_reply(asked(text), answer, 0))
    return DONE if any_found else NOTHING_FOUND


async def _list(door: Door, newsroom: Newsroom, collection: str | None) -> int:
    heads, total = await newsroom.heads(collection, LIST_PAGE)
    page = 0
    while heads:
        door.show(Reply(articles_reply(heads, total, page).units))
        page += 1
        heads, _ = await newsroom.heads(collection, LIST_PAGE, page * LIST_PAGE)
    return DONE if total else NOTHING_FOUND


def _print(item: Object) -> None:
    print(json.dumps(item, ensure_ascii=False), flush=True)


@contextlib.contextmanager
def _progress(door: Door) -> Iterator[Progress | None]:
    """A progress bar on a terminal, shown once the work takes more than a moment."""
    if not sys.stderr.isatty() or getattr(door.options, "quiet", False):
        yield None
        return
    from bot.chat.terminal.progress import bar  # noqa: PLC0415 - see Door.show

    with bar() as progress:
        yield progress
