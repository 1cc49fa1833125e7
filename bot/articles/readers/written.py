"""Words that another program wrote down as HTML, or did not: what a reader is meant to see."""

import html
import re
from html.entities import html5
from typing import Any

from lxml import etree

from bot.articles.readers.html_tables import write_tables
from bot.articles.readers.markup import LINES, fragment, fragment_text, words_of

INLINE = frozenset(
    "a abbr acronym b bdi bdo big cite code data del dfn em font i ins kbd label mark q rp rt ruby "
    "s samp small span strike strong sub sup time tt u var wbr".split()
)
BLOCKS = frozenset(
    "address article aside blockquote body br button canvas caption center col colgroup dd details "
    "dialog div dl dt embed fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 head header "
    "hgroup hr html iframe img input legend li link main map menu meta nav noscript object ol "
    "optgroup option p param picture pre progress script section select source style summary svg "
    "table tbody td template textarea tfoot th thead title tr track ul video audio".split()
)
"""The elements of HTML: nothing else between angle brackets is a tag."""

_TAG = re.compile(  # <p class="a">, </p>, <br/>
    r"</?([a-zA-Z][a-zA-Z0-9]{0,10})(?:\s[^<>]{0,2000})?/?>|<(!--)", re.ASCII
)
_BRACKET = re.compile(r"<(?!!--|/?[a-zA-Z][a-zA-Z0-9]{0,10}(?:\s[^<>]{0,2000})?/?>)", re.ASCII)
_ENTITY = re.compile(r"&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[a-zA-Z][a-zA-Z0-9]{1,31});")  # &eacute;


# A number set high or low at another: 10<sup>3</sup>, 10<sub>2</sub>, 1<sup>1</sup>/<sub>2</sub>
_SCRIPT_OPENS = re.compile(
    r"(?<=\d)(?=<su([pb])(?:\s[^<>]{0,200})?>\s{0,3}[-+−–]?\d{1,9}\s{0,3}</su[pb]>(/|⁄)?)",
    re.ASCII | re.IGNORECASE,
)
_SCRIPT_ENDS = re.compile(r"(?<=\d)</su[pb]>(?=\d)", re.ASCII | re.IGNORECASE)
_SCRIPT_SIGNS = {"p": "^", "b": "_"}
_TABLE = re.compile(r"<table[\s>]", re.IGNORECASE)


def tag_name(found: re.Match[str]) -> str:
    """The element that a match of a tag opens or closes, `!--` for a comment."""
    return (found[1] or found[2]).lower()


def is_tag(written: str) -> bool:
    """Whether a piece between angle brackets is a tag of HTML or a comment."""
    found = _TAG.match(written)
    return found is not None and (
        found[2] is not None or tag_name(found) in INLINE or tag_name(found) in BLOCKS
    )


def tag_name_of(written: str) -> str:
    """The element that a tag opens or closes; empty for what is none."""
    found = _TAG.match(written)
    return tag_name(found) if found else ""


def plain_text(written: str) -> str:
    """What a reader sees of a text, one paragraph a line.

    Tags and entities of HTML are read, anything else is left as it stands: `a < b`, `AT&T`. Lines
    are paragraphs unless tags tell the paragraphs.
    """
    written = numbers_apart(written)
    names = {tag_name(found) for found in _TAG.finditer(written)}
    if names & BLOCKS or "!--" in names:
        return html_text(_tags_only(written))
    if names & INLINE:
        return "\n".join(fragment_text(_tags_only(line)) for line in written.split("\n"))
    return decoded(written)


def html_text(written: str) -> str:
    """What a reader sees of a piece of HTML, one paragraph and one row of a table a line."""
    if not _TABLE.search(written):
        return fragment_text(written)
    root = fragment(written)
    write_tables(root)
    for table in reversed([*root.iter("table")]):
        _write_rows(table)
    return fragment_text(etree.tostring(root, encoding="unicode", method="html"))


def _write_rows(table: Any) -> None:  # noqa: ANN401 - lxml has no types
    """Put each row that carries no heads on one line."""
    for row in [*table.iter("tr")]:
        for part in row.iter(*LINES):
            part.text, part.tail = f" {part.text or ''}", f" {part.tail or ''}"
        line = " | ".join(filter(None, map(words_of, row.iterchildren("td", "th"))))
        for cell in [*row]:
            row.remove(cell)
        row.text = line
    table.tag = "div"


def numbers_apart(written: str) -> str:
    """The text with a sign between a number and one set high or low at it: `10^3`, `1 1/2`.

    Without it both would be read as another number.
    """
    signed = _SCRIPT_OPENS.sub(
        lambda found: " " if found[2] else _SCRIPT_SIGNS[found[1].lower()], written
    )
    return _SCRIPT_ENDS.sub(lambda found: f"{found[0]} ", signed)


def plain_line(written: str | None) -> str | None:
    """The same of a title or a name, on one line."""
    return None if written is None else " ".join(plain_text(written).split())


def decoded(written: str) -> str:
    """The text with the entities that HTML knows as the characters that they stand for."""
    return _ENTITY.sub(_character, written)


def _character(found: re.Match[str]) -> str:
    entity = found[0]
    return html.unescape(entity) if entity[1] == "#" or entity[1:] in html5 else entity


def _tags_only(written: str) -> str:
    """The text with each angle bracket that opens no tag of HTML written as an entity."""
    escaped = _BRACKET.sub("&lt;", written)
    return _TAG.sub(lambda found: found[0] if is_tag(found[0]) else f"&lt;{found[0][1:]}", escaped)
