"""Markup made harmless, and what a reader sees of a piece of it, as in feeds and JSON."""

import re
from collections.abc import Iterable, Iterator
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

_LEFT_OUT = (*UNSEEN, "iframe", "form")
# A picture's caption is no part of the text, but a table or a quotation in its place is.
_PICTURED = ("table", "blockquote", "pre")
LINES = frozenset(
    "address article aside blockquote br caption center dd details div dl dt fieldset footer h1 h2 "
    "h3 h4 h5 h6 header hr li main nav ol p pre section summary table tbody td th tr ul".split()
)
"""Elements that stand on lines of their own."""
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
    root = fragment(written)
    drop([*root.iter(*_LEFT_OUT), *_captions(root)])
    # A line of the source is no line of the text; only a block is.
    for node in root.iter():
        node.text, node.tail = _blank(node.text), _blank(node.tail)
    for node in root.iter(*LINES):
        node.text, node.tail = f"\n{node.text or ''}", f"\n{node.tail or ''}"
    return _lines(root.text_content())


def fragment(written: str) -> Any:  # noqa: ANN401 - lxml has no types
    """The parsed piece of HTML, in a box."""
    return html.fromstring(f"<div>{lean_markup(_UNTAKEN.sub('', written))}</div>")


def drop(nodes: Iterable[Any]) -> None:  # Any: lxml has no types
    """Take nodes out of their page, but not the text that follows them.

    A node that is named twice, or that is the page itself, is none to take out.
    """
    for node in [*nodes]:
        if node.getparent() is not None:
            node.drop_tree()


def _captions(root: Any) -> Iterator[Any]:  # noqa: ANN401 - lxml has no types
    for figure in root.iter("figure"):
        holds_text = next(figure.iterdescendants(*_PICTURED), None) is not None
        yield from figure.iterdescendants("figcaption") if holds_text else (figure,)


def words_of(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """All the text in a node, on one line."""
    return " ".join(node.text_content().split())


def heading_words(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    """The text of a heading on one line; boxes in it and neighbouring spans are words apart."""
    parts: list[str] = []
    for event, part in etree.iterwalk(node, events=("start", "end")):
        apart = " " if part.tag in LINES or (event == "start" and _is_second(part)) else ""
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
        if (program[2] or "").endswith("/>"):
            at = program.end()
            continue
        end = _ENDS[program[1].lower()].search(text, program.end())
        # What never ends hides all that follows it from a browser, too.
        at = end.start() if end else len(text)
    return [*kept, text[at:]]


def _blank(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text) if text else None


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
