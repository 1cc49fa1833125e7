"""The front door: the commands of `pullquote`, for people and for scripts."""

import asyncio
import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path

from bot.chat.json import answer_object, article_object, search_object
from bot.chat.replies import LIST_PAGE, answer_reply, article_reply, articles_reply
from bot.cli.arguments import parser
from bot.cli.context import DONE, FAILED, NOTHING_FOUND, CommandContext, print_json, progress_of
from bot.cli.quiz import quiz
from bot.cli.running import chat, fetch, serve
from bot.errors import PromptError, PullquoteError, WrongConfiguration
from bot.services.newsroom import Newsroom, Question
from bot.settings import read_settings
from bot.wording.prompts import Prompts, told, utterance
from bot.wording.reply import Reply

INTERRUPTED = 130
CLOSED_PIPE = 141
"""The exit codes of a shell for Ctrl-C and for a reader that left."""


def run(arguments: list[str]) -> int:
    """Carry out a command line; returns its exit code: 0, 1, 2, 3 or 78."""
    for stream in (sys.stdin, sys.stdout, sys.stderr):
        with contextlib.suppress(AttributeError):
            stream.reconfigure(encoding="utf-8", errors="replace")  # type: ignore[union-attr]  # not for a test's stream
    prompts = Prompts()
    try:
        options = parser(prompts).parse_args(arguments)
        settings = read_settings(os.environ, Path.cwd())
        prompts = Prompts(settings.language)
        door = CommandContext(settings, prompts, options)
        code = asyncio.run(COMMANDS[options.command or "chat"](door))
        sys.stdout.flush()
    except PullquoteError as error:
        print(_sentence(prompts, error), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last door: whatever it is, it ends in a sentence
        traceback.print_exc()
        print(prompts.say(utterance("error/unexpected")), file=sys.stderr)
        return FAILED
    return code


def _sentence(prompts: Prompts, error: PullquoteError) -> str:
    try:
        return prompts.say(told(error))
    except PromptError as broken:  # without words there is only the file's name to tell
        return f"prompts/{broken.variables['file']}: {error.utterance}"


async def ingest(door: CommandContext) -> int:
    """Take files and folders in; each refused one is named."""
    from bot.services.folders import found_files  # noqa: PLC0415 - the readers are slow to import

    found = found_files(door.options.paths)
    async with door.newsroom(filled=False) as newsroom:
        with progress_of(door, of_bytes=True) as progress:
            report = await newsroom.intake.files(found, door.options.collection, progress)
    refused = [
        {"path": item.source, "reason": door.prompts.say(told(item.error))}
        for item in report.refused
    ]
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    if door.json:
        print_json({**counts, "refused": refused})
    else:
        for item in refused:
            print(door.prompts.say(utterance("cli/refused", **item)), file=sys.stderr)
        print(door.prompts.say(utterance("articles/added", **counts)))
    if not report.taken and not refused:
        door.notice(utterance("cli/nothing_to_ingest"))
        return NOTHING_FOUND
    return DONE if report.taken else FAILED


async def articles(door: CommandContext) -> int:
    """Show one article, or all of them."""
    collection = door.options.collection
    async with door.newsroom() as newsroom:
        if door.options.id:
            article = await newsroom.library.article(door.options.id, collection)
            print_json(article_object(article)) if door.json else door.show(article_reply(article))
            return DONE
        if door.json:
            counted = 0
            async for article in newsroom.library.articles(collection):
                print_json(article_object(article))
                counted += 1
            return DONE if counted else NOTHING_FOUND
        return await _list(door, newsroom, collection)


async def search(door: CommandContext) -> int:
    """Ranked passages and nothing else."""
    options, any_found = door.options, False
    narrowed = {name: getattr(options, name) for name in ("outlet", "since", "until")}
    async with door.newsroom() as newsroom:
        for query in door.queries():
            hits = await newsroom.inquiries.search(query, options.k, options.collection, **narrowed)
            any_found = any_found or bool(hits)
            if door.json:
                print_json(search_object(query, hits))
            else:
                for hit in hits:
                    told = f"{hit.quote.article.id} {hit.quote.text}"
                    print(f"{hit.rank}. [{hit.score:.2f}] {told}\n")
    return DONE if any_found else NOTHING_FOUND


async def brief(door: CommandContext) -> int:
    """Briefings on topics."""
    options = door.options
    narrowed = (options.collection, options.outlet, options.since, options.until)
    return await _answered(door, lambda text: Question("brief", text, *narrowed))


async def ask(door: CommandContext) -> int:
    """Answers to questions."""
    return await _answered(door, lambda text: Question("ask", text, door.options.collection))


async def digest(door: CommandContext) -> int:
    """The digest of a local day."""
    from bot.cli import quiz as telling  # noqa: PLC0415 - see Door.show

    async with door.newsroom() as newsroom:
        found, reply = await telling.digest(newsroom, door.options)
    print_json(found) if door.json else door.show(reply)
    return DONE if found["stories"] else NOTHING_FOUND


async def sync(door: CommandContext) -> int:
    """Register the slash commands."""
    if door.settings.discord_token() is None:
        raise WrongConfiguration("cli/sync_needs_token")
    from bot.chat.discord_app import sync as registering  # noqa: PLC0415 - see serve

    async with door.newsroom(filled=False) as newsroom:
        done = await registering.sync(newsroom, door.settings, door.prompts, door.options.guild)
    if door.json:
        print_json({"changed": done.changed, "commands": done.commands})
    else:
        name = "cli/synced" if done.changed else "cli/in_sync"
        print(door.prompts.say(utterance(name, commands=done.commands)))
    return DONE


async def check(door: CommandContext) -> int:
    """Configuration, database, index, prompts and corpus, without the network."""
    from bot.operations.checks import problems  # noqa: PLC0415 - only this command needs it

    found = [door.prompts.say(problem) for problem in await problems(door.settings, door.data)]
    if door.json:
        print_json({"ok": not found, "problems": found})
    else:
        print("\n".join(found or [door.prompts.say(utterance("cli/check_ok"))]))
    return FAILED if found else DONE


COMMANDS: dict[str, Callable[[CommandContext], Coroutine[None, None, int]]] = {
    "chat": chat,
    "run": serve,
    "fetch": fetch,
    "ingest": ingest,
    "articles": articles,
    "search": search,
    "brief": brief,
    "ask": ask,
    "quiz": quiz,
    "digest": digest,
    "sync": sync,
    "check": check,
}


async def _answered(door: CommandContext, asked: Callable[[str], Question]) -> int:
    any_found = False
    async with door.newsroom() as newsroom:
        for text in door.queries():
            answer = await newsroom.inquiries.answer(asked(text))
            any_found = any_found or answer.found
            if door.json:
                print_json(answer_object(answer))
            else:
                door.show(answer_reply(asked(text), answer, 0))
    return DONE if any_found else NOTHING_FOUND


async def _list(door: CommandContext, newsroom: Newsroom, collection: str | None) -> int:
    heads, total = await newsroom.library.heads(collection, LIST_PAGE)
    page = 0
    while heads:
        door.show(Reply(articles_reply(heads, total, page).units))
        page += 1
        heads, _ = await newsroom.library.heads(collection, LIST_PAGE, page * LIST_PAGE)
    return DONE if total else NOTHING_FOUND
