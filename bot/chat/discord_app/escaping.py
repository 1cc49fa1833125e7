"""Text as Discord shows it: every sign that could mean something to Discord loses its meaning.

discord.py's own escaping takes cubic time on brackets and leaves masked links alive; this one is
linear.
"""

import re
import unicodedata

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
