"""Markup made harmless, and what a reader sees of a piece of it, as in feeds and JSON."""

import re
from collections.abc import Iterable
from itertools import islice
from typing import Any

from lxml import etree, html

UNSEEN = ("script", "style", "template", "noscript", "head", "title")
"""Elements that a browser shows nothing of."""

# Of 54 real pages the longest has 263,000 characters and 3,201 tags.
MOST_CHARACTERS = 800_000
MOST_TAGS = 25_000

# <script>, <style media="print">
_PROGRAM = re.compile(r"<(script|style|svg)\b([^>]{0,2000}>)?", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "svg")}
# What a page states of its article comes in a script that is none.
_STATED = "ld+json"

# A picture's caption is no part of the text.
_LEFT_OUT = (*UNSEEN, "iframe", "form", "figure")
_BLOCKS = frozenset(
    "address article aside blockquote br center dd div dl dt fieldset footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th tr ul".split()
)
_CLOSING = (":", ",", ".", ";", "!", "?")
_TAG = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#][a-zA-Z0-9]{1,30};")  # <p, </p, <!--, &amp; and &#39;
# lxml takes no text with these, and nobody reads them.
_UNTAKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def lean_markup(text: str) -> str:
    """Return the markup without programs and drawings, cut where it is longer than any page."""
    kept = "".join(_without_programs(text))[:MOST_CHARACTERS]
    beyond = next(islice(re.finditer("<", kept), MOST_TAGS, None), None)
    return kept[: beyond.start()] if beyond else kept


def fragment_text(written: str) -> str:
    """Return what a reader sees of a piece of HTML, one paragraph a line; plain text as it is."""
    if not _TAG.search(written):
        return _lines(written)
    root = html.fromstring(f"<div>{lean_markup(_UNTAKEN.sub('', written))}</div>")
    drop(root.iter(*_LEFT_OUT))
    # A line of the source is no line of the text; only a block is.
    for node in root.iter():
        node.text, node.tail = _blank(node.text), _blank(node.tail)
    for node in root.iter(*_BLOCKS):
        node.text, node.tail = f"\n{node.text or ''}", f"\n{node.tail or ''}"
    return _lines(root.text_content())


def drop(nodes: Iterable[Any]) -> None:  # Any: lxml has no types
    """Take nodes out of their page, but not the text that follows them.

    A node that is named twice, or that is the page itself, is none to take out.
    """
    for node in [*nodes]:
        if node.getparent() is not None:
            node.drop_tree()


def words_of(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """All the text in a node, on one line."""
    return " ".join(node.text_content().split())


def heading_words(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text of a heading on one line; boxes in it and neighbouring spans are words apart."""
    parts: list[str] = []
    for event, part in etree.iterwalk(node, events=("start", "end")):
        apart = " " if part.tag in _BLOCKS or (event == "start" and _is_second(part)) else ""
        parts += [apart, (part.text if event == "start" or part is node else part.tail) or ""]
    return " ".join("".join(parts[:-1]).split())


def _is_second(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    """Whether a span follows another one at once: such boxes are shown below each other."""
    before = node.getprevious()
    return (
        before is not None
        and before.tag == node.tag == "span"
        and not before.tail
        and letters(before.text_content()) > 1  # not the first letter of a word, shown large
        and not words_of(node).startswith(_CLOSING)
    )


def letters(text: str | None) -> int:
    """How many characters of a text are no blanks."""
    return len("".join((text or "").split()))


def _without_programs(text: str) -> list[str]:
    kept, at = [], 0
    for program in _PROGRAM.finditer(text):
        if program.start() < at or _STATED in (program[2] or "").lower():
            continue
        kept.append(text[at : program.start()])
        end = _ENDS[program[1].lower()].search(text, program.end())
        # What never ends hides all that follows it from a browser, too.
        at = end.start() if end else len(text)
    return [*kept, text[at:]]


def _blank(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text) if text else None


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
