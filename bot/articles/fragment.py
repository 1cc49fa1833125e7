"""A piece of HTML, such as a feed carries, as plain lines of text."""

import re
from typing import Any

from lxml import html

from bot.articles.markup import lean_markup

_UNSEEN = ("script", "style", "template", "noscript", "head", "title", "iframe", "form")
# A picture's caption is no part of the text.
_PICTURES = ("figure",)
_BLOCKS = frozenset(
    "address article aside blockquote br center dd div dl dt fieldset footer h1 h2 h3 h4 h5 h6 "
    "header hr li main nav ol p pre section table tbody td th tr ul".split()
)
_TAG = re.compile(r"<[a-zA-Z/!?]|&[a-zA-Z#][a-zA-Z0-9]{1,30};")
# lxml takes no text with these, and nobody reads them.
_UNTAKEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff]")


def fragment_text(written: str) -> str:
    """Return what a reader sees of a piece of HTML, one paragraph a line; plain text as it is."""
    if not _TAG.search(written):
        return _lines(written)
    root = html.fromstring(f"<div>{lean_markup(_UNTAKEN.sub('', written))}</div>")
    dropped([*root.iter(*_UNSEEN, *_PICTURES)])
    # A line of the source is no line of the text; only a block is.
    for node in root.iter():
        node.text, node.tail = _blank(node.text), _blank(node.tail)
    for node in root.iter(*_BLOCKS):
        node.text, node.tail = f"\n{node.text or ''}", f"\n{node.tail or ''}"
    return _lines(root.text_content())


def dropped(nodes: list[Any]) -> None:
    """Take nodes out of their page, but not the text that follows them."""
    for node in nodes:
        node.drop_tree()


def _blank(text: str | None) -> str | None:
    return re.sub(r"\s+", " ", text) if text else None


def _lines(text: str) -> str:
    lines = (" ".join(line.split()) for line in text.split("\n"))
    return "\n".join(line for line in lines if line)
