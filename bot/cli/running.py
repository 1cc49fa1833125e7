"""The commands that run for long, and the one that fetches: chat, run, fetch."""

import sys
from collections.abc import Sequence
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chat.json import Object, fetch_object
from bot.cli.context import DONE, FAILED, NOTHING_FOUND, CommandContext, print_json, progress_of
from bot.errors import WrongUse
from bot.services.jobs import stop_event
from bot.services.newsroom import Newsroom
from bot.wording.prompts import ENGLISH, error_utterance, utterance

if TYPE_CHECKING:  # rich is slow, and fetching needs none
    from bot.chat.terminal.session import Session


async def chat(context: CommandContext) -> int:
    """Talk in the terminal until the input ends."""
    async with context.newsroom() as newsroom:
        if context.settings.feeds:
            await _configure_feeds(context, newsroom)
        await _session(context, newsroom).talk()
    return DONE


async def serve(context: CommandContext) -> int:
    """Run every configured face; without any, talk in the terminal."""
    watched = _folders(context)
    _check_words(context)
    if context.settings.discord_token() is None:
        context.notice(utterance("cli/no_token"))
        if not (watched or sys.stdin.isatty()):
            return await chat(context)
    async with context.newsroom() as newsroom:
        await _configure_feeds(context, newsroom)
        async with newsroom.feeds.going_on(watched):
            await _face(context, newsroom, watched)
    return DONE


def _check_words(context: CommandContext) -> None:
    """Tell what is wrong in translations, for which English stands in; raise what is in English."""
    for problem in context.prompts.problems():
        if str(problem.variables["file"]).startswith(f"{ENGLISH}/"):
            raise problem
        context.notice(error_utterance(problem))


async def fetch(context: CommandContext) -> int:
    """Read every feed once, now."""
    async with context.newsroom(filled=False) as newsroom:
        await _configure_feeds(context, newsroom)
        with progress_of(context, of_bytes=False) as progress:
            visits = await newsroom.feeds.fetch(progress)
    found = fetch_object(visits, context.prompts)
    if context.json:
        print_json(found)
    for feed in [] if context.json else found["feeds"]:
        _tell(context, feed)
    if not visits:
        context.notice(utterance("cli/no_feeds"))
        return NOTHING_FOUND
    return FAILED if all(visit.reading.error for visit in visits) else DONE


async def _configure_feeds(context: CommandContext, newsroom: Newsroom) -> None:
    """Make the operator's feeds those of the settings."""
    wanted = [(feed.url, feed.outlet) for feed in context.settings.feeds]
    await newsroom.feeds.configure(wanted)


async def _face(context: CommandContext, newsroom: Newsroom, watched: Sequence[Path]) -> None:
    """Be in Discord, else talk to whoever sits here, else only watch until told to stop."""
    if context.settings.discord_token() is not None:
        from bot.chat.discord_app import running  # noqa: PLC0415 - discord only where it is used

        await running.run(newsroom, context.settings, context.prompts)
    elif sys.stdin.isatty():
        await _session(context, newsroom).talk(beside=True)
    else:
        from bot.logs import start_logs  # noqa: PLC0415 - only what runs for long needs logs

        start_logs(context.settings)
        context.notice(utterance("cli/watching", folders=", ".join(map(str, watched))))
        with stop_event() as stop:
            await stop.wait()


def _session(context: CommandContext, newsroom: Newsroom) -> "Session":
    from bot.chat.terminal.screen import Screen  # noqa: PLC0415 - see above
    from bot.chat.terminal.session import Session  # noqa: PLC0415

    return Session(newsroom, Screen(context.prompts))


def _folders(context: CommandContext) -> list[Path]:
    """The folders to watch; WrongUse names one that is none."""
    folders = [Path(folder) for folder in context.options.watch]
    for folder in folders:
        if not folder.is_dir():
            raise WrongUse("cli/no_folder", folder=str(folder))
    return folders


def _tell(context: CommandContext, feed: Object) -> None:
    if feed["error"]:
        words = utterance("cli/fetch_failed", title=feed["title"], reason=feed["error"])
        print(context.prompts.say(words), file=sys.stderr)
        return
    counts = {name: feed[name] for name in ("added", "updated", "unchanged")}
    print(context.prompts.say(utterance("cli/fetched", title=feed["title"], **counts)))
    for item in feed["refused"]:
        print(context.prompts.say(utterance("cli/refused", **item)), file=sys.stderr)
