"""The command line of `pullquote`: commands, their arguments and options."""

import argparse
import sys

from bot.language.cleaning import clean
from bot.services.requests import OPERATOR
from bot.wording.prompts import Prompts, utterance

MOST_RESULTS = 1_000
"""Passages that `search` gives at most, and questions that `quiz` does."""


def parser(prompts: Prompts) -> argparse.ArgumentParser:
    """The parser of all commands; its help texts are utterances."""

    def told(name: str) -> str:
        return prompts.say(utterance(f"usage/{name}"))

    top = argparse.ArgumentParser("pullquote", description=told("pullquote"))
    top.add_argument("--version", action=_Version, nargs=0, help=told("version"))
    commands = top.add_subparsers(dest="command", metavar="COMMAND")

    def command(name: str, *, json: bool = True) -> argparse.ArgumentParser:
        made = commands.add_parser(name, help=told(name), description=told(name))
        made.add_argument("--data", metavar="DIR", help=told("data"))
        made.add_argument("--quiet", action="store_true", help=told("quiet"))
        if json:
            made.add_argument("--json", action="store_true", help=told("json"))
        return made

    def collected(made: argparse.ArgumentParser, default: str | None = None) -> None:
        made.add_argument(
            "--collection", type=clean, metavar="NAME", default=default, help=told("collection")
        )

    def filtered(made: argparse.ArgumentParser) -> None:
        made.add_argument("--outlet", type=clean, help=told("outlet"))
        made.add_argument("--since", type=clean, metavar="DATE", help=told("since"))
        made.add_argument("--until", type=clean, metavar="DATE", help=told("until"))

    command("chat", json=False)
    run = command("run", json=False)
    run.add_argument("--watch", action="append", default=[], metavar="DIR", help=told("watch"))
    command("fetch")
    ingest = command("ingest")
    ingest.add_argument("paths", nargs="+", metavar="PATH", help=told("paths"))
    collected(ingest, OPERATOR)
    articles = command("articles")
    articles.add_argument("id", nargs="?", metavar="ID", help=told("id"))
    collected(articles)
    search = command("search")
    search.add_argument("query", metavar="QUERY", help=told("query"))
    search.add_argument("-k", type=_results, default=10, metavar="N", help=told("k"))
    brief = command("brief")
    brief.add_argument("query", metavar="TOPIC", help=told("query"))
    ask = command("ask")
    ask.add_argument("query", metavar="QUESTION", help=told("query"))
    for made in (search, brief):
        filtered(made)
    for made in (search, brief, ask):
        collected(made)
    quiz = command("quiz")
    quiz.add_argument("--topic", type=clean, help=told("topic"))
    quiz.add_argument("--count", type=_results, default=5, metavar="N", help=told("count"))
    quiz.add_argument("--seed", type=int, default=1, metavar="S", help=told("seed"))
    quiz.add_argument("--explain", action="store_true", help=told("explain"))
    collected(quiz)
    digest = command("digest")
    digest.add_argument("--date", type=clean, metavar="DATE", help=told("date"))
    digest.add_argument("--zone", type=clean, default="UTC", help=told("zone"))
    collected(digest)
    sync = command("sync")
    sync.add_argument("--guild", type=int, metavar="ID", help=told("guild"))
    command("check")
    return top


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
