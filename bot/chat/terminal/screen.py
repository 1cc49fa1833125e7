"""A terminal: replies in colour for a person and plain for a pipe, and a bar for long work."""

import contextlib
import re
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from typing import TextIO

from rich.console import Console
from rich.padding import Padding
from rich.progress import (
    BarColumn,
    Progress,
    ProgressColumn,
    Task,
    TaskProgressColumn,
    TimeRemainingColumn,
    TransferSpeedColumn,
)
from rich.text import Text

from bot.articles.article import Quote
from bot.errors import NotVerbatim
from bot.wording.prompts import Form, Prompts, Utterance
from bot.wording.reply import Block, Card, Headline, Line, Reply

STRONG = re.compile(r"\*\*(.+?)\*\*|`([^`]+)`", re.DOTALL)
"""What stands out in utterances; their markup is described in bot/wording/prompts.py."""

LINE_START = re.compile(r"^(?:### |-# )", re.MULTILINE)
"""What makes a line large or small, which no terminal can."""

INDENT = 2
ELLIPSIS = "…"


class Screen:
    """Shows replies on one stream."""

    def __init__(self, prompts: Prompts, stream: TextIO | None = None) -> None:
        self._prompts = prompts
        self._console = Console(
            file=stream or sys.stdout, highlight=False, emoji=False, markup=False
        )

    def show(self, reply: Reply) -> None:
        """Print a reply; every quote is compared with its article first."""
        number, above = 0, False
        for unit in reply.units:
            if isinstance(unit, Line):
                if above:
                    self._console.print()
                self._print(self._words(unit.words), indent=0)
            elif isinstance(unit, Headline):
                self._show_headline(unit, "")
            elif isinstance(unit, Card):
                number = self._show_card(unit, number)
            else:
                number += 1
                self._show_block(unit, number)
            above = above or not isinstance(unit, Line)
        if reply.following is not None:
            self.say(Utterance("terminal/more"))

    def say(self, what: Utterance) -> None:
        """Print one utterance."""
        self._print(self._words(what), indent=0)

    def _show_card(self, card: Card, number: int) -> int:
        """Show the quotes of a card below its headline; the number of the last one."""
        if card.headline:
            self._console.print()
            self._show_headline(card.headline, "bold")
        for block in card.blocks:
            number += 1
            self._show_block(block, number)
        if card.foot:
            parts = Text(" · ").join(map(self._words, card.foot))
            self._print(Text.assemble(parts, style="dim"))
        return number

    def _show_headline(self, headline: Headline, style: str) -> None:
        title = self._words(headline.title)
        title.stylize(style)
        self._print(title, indent=0)
        self._print_source(headline.source, headline.article.url)

    def _print_source(self, source: Sequence[Utterance], url: str | None) -> None:
        parts = [self._words(part) for part in source]
        if url:
            parts.append(Text(url, style="dim"))
        self._print(Text.assemble("— ", Text(" · ").join(parts), style="cyan"))

    def _show_block(self, block: Block, number: int) -> None:
        self._console.print()
        self._print(quoted(block, number))
        self._print_source((*block.source, *block.notes), block.quote.article.url)

    def _words(self, what: Utterance) -> Text:
        return _marked(self._prompts.say(what, FORM))

    def _print(self, text: Text, indent: int = INDENT) -> None:
        if self._console.is_terminal:
            self._console.print(Padding(text, (0, 0, 0, indent)))
        else:
            self._console.print(Text(" " * indent) + text, soft_wrap=True)


def quoted(block: Block, number: int) -> Text:
    """The words of a quote with its number, the answering ones in bold."""
    text = Text()
    for piece, bold in _pieces(block.quote, block.spans):
        text.append(piece, style="bold" if bold else "")
    if text.plain != block.quote.article.text[block.quote.start : block.quote.end]:
        raise NotVerbatim("error/not_verbatim")
    before = f"{ELLIPSIS} " if block.cut_before else ""
    after = f" {ELLIPSIS}" if block.cut_after else ""
    return Text.assemble((f"{number}. ", "bold cyan"), before, text, after)


def _pieces(quote: Quote, spans: tuple[Quote, ...]) -> Iterator[tuple[str, bool]]:
    position = quote.start
    for span in sorted(spans, key=lambda span: span.start):
        if quote.holds(span) and span.start >= position:
            yield quote.article.text[position : span.start], False
            yield span.text, True
            position = span.end
    yield quote.article.text[position : quote.end], False


def _literal(value: str) -> str:
    """A variable's value, with the characters hidden that would read as an utterance's markup."""
    return value.replace("*", "\ue000").replace("`", "\ue001")


FORM = Form(
    escape=_literal, person=_literal, place=_literal, link=lambda words, _url: _literal(words)
)


def _marked(words: str) -> Text:
    words = LINE_START.sub("", words)
    text, position = Text(), 0
    for match in STRONG.finditer(words):
        text.append(words[position : match.start()])
        text.append(match[1] or match[2], style="bold")
        position = match.end()
    text.append(words[position:])
    plain = text.plain.replace("\ue000", "*").replace("\ue001", "`")
    return Text(plain, spans=text.spans)


MOMENT = 0.7
"""Seconds without a bar; what is done by then needs none."""


class _Rate(ProgressColumn):
    """How many are done a second."""

    def render(self, task: Task) -> Text:
        """The rate, nothing before there is one."""
        speed = task.finished_speed or task.speed
        return Text("" if speed is None else f"{speed:,.0f}/s", style="progress.data.speed")


@contextlib.contextmanager
def bar(*, of_bytes: bool) -> Iterator[Callable[[int, int], None]]:
    """A bar on standard error, with rate and time left; call it with what is done of how much."""
    rate = TransferSpeedColumn() if of_bytes else _Rate()
    columns = (BarColumn(), TaskProgressColumn(), rate, TimeRemainingColumn())
    progress = Progress(*columns, console=Console(stderr=True), transient=True)
    task = progress.add_task("")
    begun = time.monotonic()

    def advance(done: int, total: int) -> None:
        progress.update(task, completed=done, total=total)
        if not progress.live.is_started and time.monotonic() - begun > MOMENT:
            progress.start()

    try:
        yield advance
    finally:
        progress.stop()
