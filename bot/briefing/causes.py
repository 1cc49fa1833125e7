"""Causes: the words of a sentence that tell why, for a question that asks it. English."""

import re
from collections.abc import Iterator

from bot.language.paragraphs import Span

CAUSE = re.compile(
    r"(?<=\w)[,]?\s+(?P<cause>(?:because(?:\s+of)?|due\s+to|owing\s+to|thanks\s+to|"
    r"on\s+account\s+of|as\s+a\s+result\s+of|on\s+the\s+grounds?\s+(?:of|that)|for\s+fear\s+of|"
    r"in\s+protest\s+(?:at|over|against))\s)",
    re.IGNORECASE,
)
"""What opens a cause after what it explains: "the pier was shut *because of* the storm"."""

END = re.compile(
    r"[,;]?\s*(?:[,;—–]\s+(?:[\w’'.-]+\s+){0,5}(?:said|says|told|added|adds|wrote|explained)\b.*"
    r"|[.!?]?[”\"’']*)\Z",
    re.DOTALL,
)
"""What is no part of a cause at the end of its sentence: ", the mayor said."."""


def causes(text: str, sentence: Span) -> Iterator[Span]:
    """The causes that a sentence gives for what stands before them."""
    for opening in CAUSE.finditer(text, sentence.start, sentence.end):
        start = opening.start("cause")
        told = text[start : sentence.end]
        end = END.search(told)
        yield Span(start, start + (end.start() if end else len(told)))
