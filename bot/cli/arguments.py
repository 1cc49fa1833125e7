"""The command line of `pullquote`: commands, their arguments and options."""

import argparse
import sys
from collections.abc import Callable
from functools import partial

from bot.language.cleaning import clean
from bot.services.visibility import OPERATOR
from bot.wording.prompts import Prompts, utterance

MOST_RESULTS = 1_000
"""Passages that `search` gives at most, and questions that `quiz` does."""


AddCommand = Callable[..., argparse.ArgumentParser]
"""Adds a command by its name, with the options that every command takes."""


def parser(prompts: Prompts) -> argparse.ArgumentParser:
    """The parser of all commands; its help texts are the names of utterances."""
    help_as = partial(_Help, prompts=prompts)
    top = argparse.ArgumentParser("pullquote", description="pullquote", formatter_class=help_as)
    top.add_argument("--version", action=_Version, nargs=0, help="version")
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def add(name: str, *, json: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=name, description=name, formatter_class=help_as)
        made.add_argument("--data", metavar="DIR", help="data")
        made.add_argument("--quiet", action="store_true", help="quiet")
        if json:
            made.add_argument("--json", action="store_true", help="json")
        return made

    for group in (_running, _articles, _asking, _quiz, _digest, _upkeep):
        group(add)
    return top


def _running(add: AddCommand) -> None:
    add("chat", json=False)
    run = add("run", json=False)
    run.add_argument("--watch", action="append", default=[], metavar="DIR", help="watch")


def _articles(add: AddCommand) -> None:
    add("fetch")
    ingest = add("ingest")
    ingest.add_argument("paths", nargs="+", metavar="PATH", help="paths")
    _collection(ingest, OPERATOR)
    articles = add("articles")
    articles.add_argument("id", nargs="?", metavar="ID", help="id")
    _collection(articles)


def _asking(add: AddCommand) -> None:
    for name, asked in (("search", "QUERY"), ("brief", "TOPIC"), ("ask", "QUESTION")):
        made = add(name)
        made.add_argument("query", metavar=asked, help="query")
        if name == "search":
            made.add_argument("-k", type=_results, default=10, metavar="N", help="k")
        if name != "ask":
            made.add_argument("--outlet", type=clean, help="outlet")
            _days(made)
        made.add_argument("--now", type=clean, metavar="DATE", help="now")
        _collection(made)


def _quiz(add: AddCommand) -> None:
    quiz = add("quiz")
    quiz.add_argument("--topic", type=clean, help="topic")
    quiz.add_argument("--count", type=_results, default=5, metavar="N", help="count")
    quiz.add_argument("--seed", type=int, default=1, metavar="S", help="seed")
    quiz.add_argument("--explain", action="store_true", help="explain")
    _collection(quiz)


def _digest(add: AddCommand) -> None:
    digest = add("digest")
    digest.add_argument("--date", type=clean, metavar="DATE", help="date")
    digest.add_argument("--zone", type=clean, default="UTC", help="zone")
    _collection(digest)
    stories = add("stories")
    _days(stories)
    _collection(stories)


def _upkeep(add: AddCommand) -> None:
    sync = add("sync")
    sync.add_argument("--guild", type=int, metavar="ID", help="guild")
    add("check")


def _days(made: argparse.ArgumentParser) -> None:
    made.add_argument("--since", type=clean, metavar="DATE", help="since")
    made.add_argument("--until", type=clean, metavar="DATE", help="until")


def _collection(made: argparse.ArgumentParser, default: str | None = None) -> None:
    made.add_argument(
        "--collection", type=clean, metavar="NAME", default=default, help="collection"
    )


class _Help(argparse.HelpFormatter):
    """Says the words of the help; they are read only when somebody asks for it."""

    def __init__(self, prog: str, *, prompts: Prompts) -> None:
        super().__init__(prog)
        self._prompts = prompts

    def add_text(self, text: str | None) -> None:
        super().add_text(text and self._said(text))

    def _get_help_string(self, action: argparse.Action) -> str | None:
        """The framework's own words for its own option."""
        return action.help if action.dest == "help" else self._said(str(action.help))

    def _said(self, name: str) -> str:
        return self._prompts.say(utterance(f"usage/{name}"))


class _Version(argparse.Action):
    """Prints the version; reading it from the installed package is slow, so only when asked."""

    def __call__(self, parser: argparse.ArgumentParser, *_: object) -> None:
        from importlib.metadata import version  # noqa: PLC0415 - slow

        sys.stdout.write(f"pullquote {version('pullquote')}\n")
        parser.exit()


def _results(written: str) -> int:
    number = int(written)
    if not 0 < number <= MOST_RESULTS:
        raise ValueError(written)
    return number
