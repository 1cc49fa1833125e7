"""Words in Discord's Markdown: escaped, linked, quoted and cut."""

import re
import unicodedata
from collections.abc import Iterator
from contextvars import ContextVar
from dataclasses import replace
from functools import partial

from yarl import URL

from bot.wording.prompts import Form, Style
from bot.wording.reply import Block

SIGNS = "\\*_~`|>#-[]()<:@"
"""What can begin formatting, a link, a mention or a time stamp."""

CUT = "…"
"""Stands where words are left out."""

_TABLE = str.maketrans({sign: f"\\{sign}" for sign in SIGNS})
_NUMBERED = re.compile(r"^([ \t]*\d+)\.", re.MULTILINE)
_ESCAPE = re.compile(r"\\(.)", re.DOTALL)
_JOINERS = frozenset("\u200d\ufe0e\ufe0f")


def escaped(text: str) -> str:
    """The text with a backslash before every sign of Discord's, and before the dot of a list."""
    return _NUMBERED.sub(r"\1\\.", text.translate(_TABLE))


def unescaped(shown: str) -> str:
    """The text that Discord shows for escaped text."""
    return _ESCAPE.sub(r"\1", shown)


def fitting(text: str, room: int) -> int:
    """How many characters of a text, cut at a word, take at most `room` characters when escaped."""
    shown = escaped(text)
    if len(shown) <= room:
        return len(text)
    part = shown[:room]
    if (len(part) - len(part.rstrip("\\"))) % 2:
        part = part[:-1]
    end = len(unescaped(part))
    if text[end].isspace():
        return end
    space = max(text.rfind(" ", 0, end), text.rfind("\n", 0, end))
    return space if space > 0 else _whole(text, end)


def shortened(text: str, room: int) -> str:
    """The text escaped, on one line; cut at a word, with an ellipsis, when that is too long."""
    line = " ".join(text.split())
    end = fitting(line, room)
    return escaped(line) if end == len(line) else escaped(line[:end]) + CUT


def _whole(text: str, end: int) -> int:
    """The last place up to `end` that is not inside an emoji or an accented letter."""
    for place in range(end, 0, -1):
        joined = text[place] in _JOINERS or text[place - 1] == "\u200d"
        if not joined and not unicodedata.combining(text[place]):
            return place
    return end


LONGEST = 512
"""Characters of a button's address, Discord's own limit."""

_HOST = re.compile(r"[a-z0-9.-]+|[0-9a-f:.]+")


def link(url: str | None) -> str | None:
    """The address as a browser would send it: http(s), percent-encoded, its host in ASCII.

    None when there is none, or when it is too long, names a user, or is no web address.
    """
    if url is None:
        return None
    try:
        parsed = URL(url)
        encoded = str(parsed)
    except ValueError:
        return None
    host = parsed.raw_host
    is_web = parsed.scheme in {"http", "https"} and parsed.user is None
    if not is_web or host is None or not _HOST.fullmatch(host) or len(encoded) > LONGEST:
        return None
    return encoded


BOLD = "**"
BAR = ">>> "
"""Makes everything after it a block quotation, over all its lines."""


def quoted(block: Block) -> str:
    """The quote escaped, in a block quotation, its spans bold, an ellipsis where it is cut."""
    before = CUT if block.cut_before else ""
    after = CUT if block.cut_after else ""
    return f"{BAR}{before}{''.join(_pieces(block))}{after}"


def shortened_to(block: Block, room: int) -> Block:
    """The same block, its quote cut at a word so that it takes at most `room` characters."""
    if len(quoted(block)) <= room:
        return block
    quote = block.quote
    end = quote.start + fitting(quote.text, room - len(BAR) - 2 * len(CUT))
    shorter = quote.article.quote(quote.start, end)
    spans = tuple(span for span in block.spans if shorter.holds(span))
    cut = replace(block, quote=shorter, spans=spans, cut_after=True)
    return cut if len(quoted(cut)) <= room else replace(cut, spans=())


def _pieces(block: Block) -> Iterator[str]:
    quote = block.quote
    text, at = quote.article.text, quote.start
    for start, end in _bold(block):
        yield escaped(text[at:start])
        yield "\n".join(_bolder(line) for line in text[start:end].split("\n"))
        at = end
    yield escaped(text[at : quote.end])


def _bolder(line: str) -> str:
    return f"{BOLD}{escaped(line)}{BOLD}" if line.strip() else line


def _bold(block: Block) -> list[tuple[int, int]]:
    """The spans in order, those that touch or overlap joined: bold cannot follow on bold."""
    joined: list[tuple[int, int]] = []
    inside = (span for span in block.spans if block.quote.holds(span))
    for span in sorted(inside, key=lambda span: span.start):
        if joined and span.start <= joined[-1][1]:
            joined[-1] = (joined[-1][0], max(joined[-1][1], span.end))
        else:
            joined.append((span.start, span.end))
    return joined


VALUE = 160
"""Characters of a variable in a sentence: ten rows of the list of articles fit into a message."""

READER: ContextVar[str | None] = ContextVar("READER", default=None)
"""The language of the one who is answered in this task; None where a message is for everybody."""

STYLES: dict[Style, str] = {"": "f", "full": "F", "relative": "R"}


def linked(words: str, url: str, room: int) -> str:
    """Words that lead to a web address; escaped alone where it is none."""
    address, shown = link(url), shortened(words, room)
    if address is None:
        return shown
    return f"[{shown}]({address.replace('(', '%28').replace(')', '%29')})"


def form(room: int = VALUE) -> Form:
    """Discord's signs, in the reader's language; a variable takes at most `room` characters."""
    return Form(
        escape=partial(shortened, room=room),
        moment=lambda moment, style: f"<t:{moment}:{STYLES[style]}>",
        day=lambda words, moment: words if moment is None else f"<t:{moment}:D>",
        person=lambda person: f"<@{person}>",
        place=lambda place: f"<#{place}>",
        link=partial(linked, room=room),
        language=READER.get,
    )
