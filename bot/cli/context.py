"""What every command has at hand, and how it shows what it found."""

import argparse
import contextlib
import gc
import json
import sys
from collections.abc import AsyncIterator, Iterator
from contextlib import asynccontextmanager
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING

from bot.chat.json import Object
from bot.engines.spacy_parser import installed_parser
from bot.language.cleaning import clean
from bot.services.newsroom import Newsroom
from bot.services.report import Progress
from bot.services.word_lists import WordLists
from bot.settings import Settings
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Reply

if TYPE_CHECKING:
    from bot.fetching.guard import Guard

DONE, FAILED, NOTHING_FOUND = 0, 1, 3

BATCH = "-"


@dataclass(frozen=True, slots=True)
class CommandContext:
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
        with progress_of(self, of_bytes=False) as progress:
            parser = installed_parser(self.settings.nlp_model)
            opened = await Newsroom.open(
                self.data,
                database,
                progress,
                guard=self._guard,
                parser=parser,
                lists=WordLists(self.settings.corpus),
            )
        # What is loaded stays; looking through it for garbage makes one answer in a hundred late.
        gc.freeze()
        async with opened as newsroom:
            if repaired := newsroom.repaired:
                self.notice(utterance("cli/repaired"))
            if filled and (taken := await newsroom.fill()):
                self.notice(utterance("cli/sample", articles=taken))
            yield newsroom
            if newsroom.repaired and not repaired:
                self.notice(utterance("cli/repaired"))

    def _guard(self) -> "Guard":
        from bot.fetching.guard import Guard  # noqa: PLC0415 - brings aiohttp, slow to import
        from bot.services.feeds import agent  # noqa: PLC0415 - see above

        return Guard(agent(self.settings.contact))

    def notice(self, words: Utterance) -> None:
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


def print_json(item: Object) -> None:
    """Print one JSON object on a line of its own."""
    print(json.dumps(item, ensure_ascii=False), flush=True)


@contextlib.contextmanager
def progress_of(context: CommandContext, *, of_bytes: bool) -> Iterator[Progress | None]:
    """A progress bar on a terminal, shown once the work takes more than a moment."""
    if not sys.stderr.isatty() or getattr(context.options, "quiet", False):
        yield None
        return
    from bot.chat.terminal.screen import bar  # noqa: PLC0415 - rich is slow to import, and a script shows no bar

    with bar(of_bytes=of_bytes) as progress:
        yield progress
