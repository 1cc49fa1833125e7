"""The front door: the commands of `pullquote`, for people and for scripts."""

import asyncio
import contextlib
import os
import sys
import traceback
from collections.abc import Callable, Coroutine
from pathlib import Path

from bot.articles.article import Article
from bot.chat.json import answer_object, article_object, search_object
from bot.chat.replies import LIST_PAGE, answer_reply, article_reply, articles_reply
from bot.cli.arguments import parser
from bot.cli.context import DONE, FAILED, NOTHING_FOUND, CommandContext, print_json, progress_of
from bot.cli.quiz import quiz
from bot.cli.running import chat, fetch, serve
from bot.cli.stories import stories
from bot.errors import PromptError, PullquoteError, WrongConfiguration
from bot.services.newsroom import Newsroom, Question
from bot.services.requests import day_of_asking
from bot.settings import read_settings
from bot.wording.prompts import Prompts, error_utterance, utterance
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
        context = CommandContext(settings, prompts, options)
        code = asyncio.run(COMMANDS[options.command or "chat"](context))
        sys.stdout.flush()
    except PullquoteError as error:
        print(_sentence(prompts, error), file=sys.stderr)
        return error.exit_code
    except BrokenPipeError:
        os.dup2(os.open(os.devnull, os.O_WRONLY), sys.stdout.fileno())
        return CLOSED_PIPE
    except KeyboardInterrupt:
        return INTERRUPTED
    except Exception:  # noqa: BLE001 - the last resort: whatever it is, it ends in a sentence
        traceback.print_exc()
        print(prompts.say(utterance("error/unexpected")), file=sys.stderr)
        return FAILED
    return code


def _sentence(prompts: Prompts, error: PullquoteError) -> str:
    try:
        return prompts.say(error_utterance(error))
    except PromptError as broken:  # without words there is only the file's name to tell
        return f"prompts/{broken.variables['file']}: {error.utterance}"


async def ingest(context: CommandContext) -> int:
    """Take files and folders in; each refused one is named."""
    from bot.services.folders import found_files  # noqa: PLC0415 - the readers are slow to import

    found = found_files(context.options.paths)
    async with context.newsroom(filled=False) as newsroom:
        with progress_of(context, of_bytes=True) as progress:
            report = await newsroom.intake.files(found, context.options.collection, progress)
    refused = [
        {"path": item.source, "reason": context.prompts.say(error_utterance(item.error))}
        for item in report.refused
    ]
    told = [{"path": item.place, "note": context.prompts.say(item.note)} for item in report.told]
    counts = {"added": report.added, "updated": report.updated, "unchanged": report.unchanged}
    if context.json:
        print_json({**counts, "refused": refused, "told": told})
    else:
        for item in refused:
            print(context.prompts.say(utterance("cli/refused", **item)), file=sys.stderr)
        for item in told:
            print(context.prompts.say(utterance("cli/told", **item)), file=sys.stderr)
        print(context.prompts.say(utterance("articles/added", **counts)))
    if not report.taken and not refused:
        context.notice(utterance("cli/nothing_to_ingest"))
        return NOTHING_FOUND
    return DONE if report.taken else FAILED


async def articles(context: CommandContext) -> int:
    """Show one article, or all of them."""
    collection = context.options.collection
    async with context.newsroom() as newsroom:
        if context.options.id:
            _show(context, await newsroom.articles.article(context.options.id, collection))
            return DONE
        if context.json:
            counted = 0
            async for article in newsroom.articles.articles(collection):
                print_json(article_object(article))
                counted += 1
            return DONE if counted else NOTHING_FOUND
        return await _list(context, newsroom, collection)


async def search(context: CommandContext) -> int:
    """Ranked passages and nothing else."""
    options = context.options
    narrowed = {name: getattr(options, name) for name in ("outlet", "since", "until")}
    now = day_of_asking(options.now)

    async def found(newsroom: Newsroom, query: str) -> bool:
        hits = await newsroom.inquiries.search(
            query, options.k, options.collection, now=now, **narrowed
        )
        if context.json:
            print_json(search_object(query, hits))
        else:
            for hit in hits:
                print(f"{hit.rank}. [{hit.score:.2f}] {hit.quote.article.id} {hit.quote.text}\n")
        return bool(hits)

    return await _each(context, found)


async def brief(context: CommandContext) -> int:
    """Briefings on topics."""
    options = context.options
    narrowed = (options.collection, options.outlet, options.since, options.until)
    return await _answered(context, lambda text: Question("brief", text, *narrowed))


async def ask(context: CommandContext) -> int:
    """Answers to questions."""
    return await _answered(context, lambda text: Question("ask", text, context.options.collection))


async def digest(context: CommandContext) -> int:
    """The digest of a local day."""
    from bot.cli import quiz as digesting  # noqa: PLC0415 - see CommandContext.show

    async with context.newsroom() as newsroom:
        found, reply = await digesting.digest(newsroom, context.options)
    print_json(found) if context.json else context.show(reply)
    return DONE if found["stories"] or found["rest"] else NOTHING_FOUND


async def sync(context: CommandContext) -> int:
    """Register the slash commands."""
    if context.settings.discord_token() is None:
        raise WrongConfiguration("cli/sync_needs_token")
    from bot.chat.discord_app import sync as registering  # noqa: PLC0415 - see serve

    async with context.newsroom(filled=False) as newsroom:
        done = await registering.sync(
            newsroom, context.settings, context.prompts, context.options.guild
        )
    if context.json:
        print_json({"changed": done.changed, "commands": done.commands})
    else:
        name = "cli/synced" if done.changed else "cli/in_sync"
        print(context.prompts.say(utterance(name, commands=done.commands)))
    return DONE


async def check(context: CommandContext) -> int:
    """Configuration, database, index, prompts and corpus, without the network."""
    from bot.operations.checks import problems  # noqa: PLC0415 - only this command needs it

    found = [
        context.prompts.say(problem) for problem in await problems(context.settings, context.data)
    ]
    if context.json:
        print_json({"ok": not found, "problems": found})
    else:
        print("\n".join(found or [context.prompts.say(utterance("cli/check_ok"))]))
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
    "stories": stories,
    "sync": sync,
    "check": check,
}


async def _answered(context: CommandContext, asked: Callable[[str], Question]) -> int:
    now = day_of_asking(context.options.now)

    async def found(newsroom: Newsroom, text: str) -> bool:
        answer = await newsroom.inquiries.answer(asked(text), now=now)
        if context.json:
            print_json(answer_object(answer))
        else:
            context.show(answer_reply(asked(text), answer, 0))
        return answer.found

    return await _each(context, found)


async def _each(
    context: CommandContext, found: Callable[[Newsroom, str], Coroutine[None, None, bool]]
) -> int:
    """Answer the query, or each line of a batch, whatever is wrong with another."""
    answered, right = 0, 0
    wrong: list[PullquoteError] = []
    async with context.newsroom() as newsroom:
        for query in context.queries():
            try:
                answered += await found(newsroom, query)
            except PullquoteError as error:
                if not context.is_batch:
                    raise
                wrong.append(error)
                print_json({"query": query, "error": _sentence(context.prompts, error)})
                continue
            right += 1
    if answered or (wrong and right):
        return DONE
    return wrong[0].exit_code if wrong else NOTHING_FOUND


def _show(context: CommandContext, article: Article) -> None:
    if context.json:
        print_json(article_object(article))
    else:
        context.show(article_reply(article))


async def _list(context: CommandContext, newsroom: Newsroom, collection: str | None) -> int:
    heads, total = await newsroom.articles.heads(collection, LIST_PAGE)
    page = 0
    while heads:
        context.show(Reply(articles_reply(heads, total, page).units))
        page += 1
        heads, _ = await newsroom.articles.heads(collection, LIST_PAGE, page * LIST_PAGE)
    return DONE if total else NOTHING_FOUND
