"""The elements of an RSS or Atom feed by what they mean, whatever prefix they are written with."""

from collections.abc import Iterator
from itertools import islice
from typing import Any
from urllib.parse import urljoin

from lxml import etree

from bot.articles.metadata import web_address

MOST_OF_ONE = 50
"""Elements of one name that are read in one item: its links, its people, its labels."""

MOST_FIELDS = 5_000
"""Elements of one item or feed that are looked at; a feed has a thousand items beside the rest."""

LONGEST_ADDRESS = 4_000
"""Characters of an address that are looked at; what is longer is none."""

Node = Any  # lxml has no types

LANGUAGE = "{http://www.w3.org/XML/1998/namespace}lang"

_FAMILIES = {
    **dict.fromkeys(("www.w3.org/2005/atom", "purl.org/atom/ns", "purl.org/rss/1.0"), ""),
    **dict.fromkeys(("my.netscape.com/rdf/simple/0.9", "channel.netscape.com/rdf/simple/0.9"), ""),
    **dict.fromkeys(("backend.userland.com/rss2", "blogs.law.harvard.edu/tech/rss"), ""),
    **dict.fromkeys(("purl.org/dc/elements/1.1", "purl.org/dc/elements/1.0"), "dc:"),
    **dict.fromkeys(("purl.org/dc/terms", "purl.org/dc"), "dc:"),
    "purl.org/rss/1.0/modules/content": "content:",
    "www.w3.org/1999/xhtml": "xhtml:",
    "search.yahoo.com/mrss": "media:",
    "www.itunes.com/dtds/podcast-1.0.dtd": "itunes:",
    "www.google.com/schemas/play-podcasts/1.0": "googleplay:",
    "rssnamespace.org/feedburner/ext/1.0": "feedburner:",
    "prismstandard.org/namespaces/1.2/basic": "prism:",
    "prismstandard.org/namespaces/basic/2.0": "prism:",
}
"""The prefixes of namespaces, by their address without scheme and last mark."""
_SAME_PREFIX = {"dcterms": "dc:", "rss": "", "atom": "", "atom10": "", "a10": "", "xhtml": "xhtml:"}


def name_of(node: Node) -> str:
    """The name of an element in small letters, with a prefix unless it is the feed's own."""
    space, _, written = node.tag.rpartition("}")
    prefix = (node.prefix or written.rpartition(":")[0]).lower()
    family = _FAMILIES.get(space[1:].strip().lower().partition("://")[2].rstrip("/#"))
    if family is None:
        family = _SAME_PREFIX.get(prefix, f"{prefix}:" if prefix else "")
    return family + local_name(node).lower()


def local_name(node: Node) -> str:
    """The name of an element without its prefix, also one that the feed never declared."""
    return str(node.tag).rpartition("}")[2].rpartition(":")[2]


class Fields:
    """The elements directly inside another, by name."""

    def __init__(self, node: Node | None) -> None:
        self._named: dict[str, list[Node]] = {}
        children = () if node is None else node.iterchildren(etree.Element)
        for child in islice(children, MOST_FIELDS):
            same = self._named.setdefault(name_of(child), [])
            if len(same) < MOST_OF_ONE:
                same.append(child)

    def all(self, *names: str) -> Iterator[Node]:
        """The elements of these names, those of the first name first."""
        for name in names:
            yield from self._named.get(name, ())

    def first(self, *names: str) -> Node | None:
        """The first of these elements, None without one."""
        return next(self.all(*names), None)

    def texts(self, *names: str) -> Iterator[str]:
        """The words in the elements of these names, where there are any."""
        return (words for node in self.all(*names) if (words := bare_text(node)))


def bare_text(node: Node | None) -> str:
    """The text in an element and in all that it holds, as it is written."""
    return "" if node is None else decoded_once("".join(node.itertext()).strip())


def decoded_once(text: str) -> str:
    """The text as it was before a program encoded it twice: CafÃ© was Café."""
    if text.isascii():
        return text
    for encoding in ("latin-1", "cp1252"):
        try:
            return text.encode(encoding).decode()
        except UnicodeError:
            continue
    return text


def attribute(node: Node, name: str) -> str:
    """An attribute of an element, whatever its prefix and the size of its letters; else nothing."""
    for written, value in node.attrib.items():
        if written.rpartition("}")[2].rpartition(":")[2].lower() == name:
            return str(value).strip()
    return ""


def language_of(node: Node | None) -> str | None:
    """The language that an element or one around it is marked with."""
    while node is not None:
        if stated := node.get(LANGUAGE):
            return str(stated)
        node = node.getparent()
    return None


def joined_address(base: str | None, written: str) -> str | None:
    """A web address as it is written, or against the one that it is relative to."""
    if not written or len(written) > LONGEST_ADDRESS:
        return None
    # As browsers read it: line ends inside are none, and a space stands for its code.
    address = "".join(written.strip().splitlines()).replace("\t", "").replace(" ", "%20")
    try:
        return web_address(urljoin(base or "", address))
    except ValueError:
        return None
