"""The names of people as feeds state them: among addresses of mail, and in brackets."""

import re
from collections.abc import Iterable

from bot.articles.metadata import MAX_NAME, has_letter, one_line
from bot.fetching.formats.wording import line_text

LONGEST_FIELD = 1_000
"""Characters of one field of people that are read."""

_BETWEEN = re.compile(r"([\s()<>\[\],;\"]+)")
_BRACKETS = re.compile(r"[()<>\[\]\"]")
_EDGES = " ,;:-–—|"


def people(fields: Iterable[str]) -> str | None:
    """The names in some fields, each once, on one line; None when there are none.

    An address is no name: "desk@post.example (Ina Bell)" and "Ina Bell <ina@post.example>" are both
    Ina Bell, and "noreply@post.example" is nobody.
    """
    names: dict[str, str] = {}
    for name in filter(None, map(_name, fields)):
        names.setdefault(name.casefold(), name)
    return one_line(", ".join(names.values()), MAX_NAME)


def _name(field: str) -> str | None:
    written = line_text(field[:LONGEST_FIELD])
    pieces = _BETWEEN.split(written)
    kept = [piece for piece in pieces if "@" not in piece and "://" not in piece]
    if len(kept) < len(pieces):
        kept = [_BRACKETS.sub(" ", piece) for piece in kept]
    name = " ".join("".join(kept).split()).replace(" ,", ",").strip(_EDGES)
    return name if has_letter(name) else None
