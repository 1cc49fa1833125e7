"""Copies: articles that are one text, reprinted, cut or with page furniture added.

Measured on 150 altered articles and 300 pairs of different outlets on one story: sharing half of
the five-word runs of the shorter text finds .98 to 1.00 of the copies and no false one.
"""

import re
from collections.abc import Sequence

from bot.articles.article import Mark

RUN_WORDS = 5
CONTAINED = 0.5
WORDS_READ = 20_000
"""Words of a text that are compared; a longer text is a copy by its beginning, or not at all."""

WORD = re.compile(r"\w+")

Shingles = frozenset[tuple[str, ...]]


def shingles(text: str, marks: Sequence[Mark] = ()) -> Shingles:
    """The runs of five words of a text, boilerplate left out, without case."""
    kept, position = [], 0
    for mark in marks:
        kept.append(text[position : mark.start])
        position = mark.end
    kept.append(text[position:])
    words = WORD.findall("\n".join(kept).casefold())[:WORDS_READ]
    if len(words) < RUN_WORDS:
        return frozenset([tuple(words)]) if words else frozenset()
    return frozenset(zip(*(words[start:] for start in range(RUN_WORDS)), strict=False))


def are_copies(one: Shingles, other: Shingles) -> bool:
    """Whether the shorter of two texts stands in the longer one for at least half."""
    shorter = min(len(one), len(other))
    return shorter > 0 and len(one & other) >= CONTAINED * shorter
