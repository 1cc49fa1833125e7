"""The words of a field of a feed, which may be plain text, HTML, XHTML, or any of them in code."""

import re
from base64 import b64decode
from html import escape
from html.entities import html5
from itertools import chain, islice, zip_longest
from typing import Literal

from lxml import etree

from bot.articles.readers.markup import MOST_TAGS, fragment_text
from bot.fetching.formats.xml_fields import Node, attribute, bare_text, decoded_once, local_name

LONGEST_LINE = 10_000
"""Characters of a title that are read; the longest headlines have some two hundred."""

MOST_UNDOINGS = 3
"""Times that the markup of a title is undone: some programs write &amp;amp;eacute; for é."""

_TAGS = (
    "a abbr acronym b big blockquote br center cite code dd del div dl dt em font h1 h2 h3 h4 h5 "
    "h6 hr i img ins kbd li mark ol p pre q s small span strike strong sub sup table td th tr tt u "
    "ul var wbr"
).split()
_SHOWN = re.compile(  # </i>, <br/>, &eacute;, &#8217;
    rf"</(?:{'|'.join(_TAGS)})\s*>|<(?:br|hr|img|wbr|p)\b"
    r"|&(?:#\d{1,7}|#x[0-9a-f]{1,6}|(?P<name>[a-z0-9]{2,32}));",
    re.IGNORECASE,
)
_WRAPPED = re.compile(r"\s*<(?:p|div|span|table|ul|ol|h[1-6])\b[^<>]{0,500}>", re.IGNORECASE)
Kind = Literal["text", "html", "xhtml", "unknown"]
_KINDS: dict[str, Kind] = {  # by the end of a type: text, text/plain, application/xhtml+xml
    "text": "text",
    "plain": "text",
    "html": "html",
    "xhtml": "xhtml",
    "xhtml+xml": "xhtml",
}
_LITERAL, _LITERAL_END = "<![CDATA[", "]]>"
_UNREAD = ("image/", "audio/", "video/")


def is_markup(written: str) -> bool:
    """Whether a text of no stated kind is HTML: it ends an element, or names a character."""
    return any(
        found["name"] is None or f"{found['name']};" in html5 for found in _SHOWN.finditer(written)
    )


def line_text(written: str) -> str:
    """The words of a title or name of no stated kind."""
    line = written[:LONGEST_LINE]
    for _ in range(MOST_UNDOINGS):
        if not is_markup(line):
            break
        line = fragment_text(line)
    return line


def title_words(node: Node) -> str:
    """The words of a title."""
    written, kind = _source(node)
    if kind == "html":
        return line_text(fragment_text(written[:LONGEST_LINE]))
    if kind == "xhtml":
        return fragment_text(written[:LONGEST_LINE])
    return written if kind == "text" else line_text(written)


def body_words(node: Node) -> str:
    """The words of a text of several lines; nothing of what stands somewhere else."""
    written, kind = _source(node)
    if kind == "text":
        return written
    words = fragment_text(written)
    # What is still markup from end to end was put in code once too often.
    twice = kind != "xhtml" and words.endswith(">") and _WRAPPED.match(words)
    return fragment_text(words) if twice else words


def _source(node: Node) -> tuple[str, Kind]:
    """What an element holds, and how it is written."""
    stated, mode = attribute(node, "type").lower(), attribute(node, "mode").lower()
    kind = _KINDS.get(stated.rpartition("/")[2], "unknown")
    if len(node):
        deliberate = kind == "xhtml" or mode == "xml"
        return _inside(node, deliberate=deliberate), "xhtml" if deliberate else "html"
    text = bare_text(node)
    if text.startswith(_LITERAL) and text.endswith(_LITERAL_END):  # put in code with its marks
        text = text[len(_LITERAL) : -len(_LITERAL_END)]
    if kind == "xhtml":
        return escape(text, quote=False), kind
    if stated.startswith(_UNREAD):
        return "", kind
    coded = "/" in stated and not stated.startswith("text/") and not stated.endswith("xml")
    return _decoded(text) if mode == "base64" or coded else text, kind


def _inside(node: Node, *, deliberate: bool) -> str:
    """The markup inside an element; a `<` in code stands for a tag, unless that was deliberate."""
    children = [*islice(node, MOST_TAGS)]
    for inner in chain.from_iterable(child.iter(etree.Element) for child in children):
        inner.tag = local_name(inner)
    texts = (node.text, *(child.tail for child in children))
    bare = (escape(text or "", quote=False) if deliberate else text or "" for text in texts)
    tags = (
        etree.tostring(child, method="html", encoding="unicode", with_tail=False)
        for child in children
    )
    pieces = zip_longest(bare, tags, fillvalue="")
    return decoded_once("".join(f"{text}{tag}" for text, tag in pieces))


def _decoded(text: str) -> str:
    """What stands in Base64, or the text itself where that is no text."""
    try:
        return b64decode("".join(text.split()), validate=True).decode()
    except ValueError:
        return text
