"""The door for XML: what comes through is well-formed, names nothing outside, and is not endless.

Feeds are often broken. The items that are whole are kept, so that the parsers behind this door
never guess, which some of them do in quadratic time.
"""

import logging
import re
from collections.abc import Iterator
from dataclasses import dataclass
from html import escape, unescape
from html.entities import html5
from itertools import islice
from xml.sax import SAXException
from xml.sax.handler import ContentHandler
from xml.sax.xmlreader import AttributesImpl

from defusedxml import DefusedXmlException, sax

from bot.errors import Refused
from bot.fetching.formats.items import MOST_ITEMS

MOST_DEPTH = 100
MOST_ATTRIBUTES = 100
"""Elements inside each other, and attributes of one; XHTML in a feed has a dozen of each."""

HEAD_CHARACTERS = 2_000
"""How far into a text its first element is looked for."""

MOST_MENDED = 200_000
"""Places where XML is put right in one feed; it breaks at the next one."""

_DECLARATION = re.compile(r"\A[\s\ufeff]*<\?xml[^>]*\?>")  # <?xml version="1.0"?>
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)  # <!DOCTYPE rss>
_UNKNOWN = re.compile(  # &eacute; and a lone &; &#146; as Windows writes ’; 5 < 6; a lone ]]>
    r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)([0-9A-Za-z]{2,32};)?"
    r"|(&#(?:1[2-5][0-9]|[0-9]{1,2}|x[01]?[0-9a-fA-F]|x[89][0-9a-fA-F]);)"
    r"|<(?![\w/!?:])|(\]\]>)"
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_LITERAL, _LITERAL_END = "<![CDATA[", "]]>"
_FEED = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf)[\s>]", re.IGNORECASE)  # <rss version="2.0">
_ITEM = re.compile(  # <item>, </atom:entry>
    r"<(/?)((?:\w+:)?(?:item|entry))(?=[\s>])[^>]*>", re.IGNORECASE
)
_OPENING = re.compile(r"<(?:\w+:)?(?:rss|feed|rdf|channel)[\s>][^>]*>?", re.IGNORECASE)

_ITEMS = frozenset(["item", "entry"])
_RESERVED = frozenset("<>&\"' \t\r\n")

log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _WholeItems:
    """What is left of a broken feed, and how many items that is."""

    text: str
    items: int


def well_formed(text: str, url: str) -> bytes | None:
    """The XML in a text, read from `url`, as UTF-8; None when it is none.

    Items of broken XML are left out. Refused when the text declares entities of its own, or breaks
    and has no whole item.
    """
    bare = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1).strip()
    mended = "".join(_mended_text(_UNSEEN.sub("", bare)))
    whole = _Scan.of(mended)
    if whole.is_whole:
        return mended.encode()
    found = _whole_items(mended)
    if found is not None:
        log.warning("%s is broken XML: %d of its items are whole", url, found.items)
        return found.text.encode()
    if whole.is_nested:
        raise Refused("fetch/nested")
    if _FEED.search(bare[:HEAD_CHARACTERS]):
        raise Refused("fetch/broken_feed")
    return None


class _Enough(SAXException):
    """Stops a scan that has seen all that is wanted."""


class _Scan(ContentHandler):
    """Follows what is open, and counts the items that are complete."""

    def __init__(self) -> None:
        super().__init__()
        self.open: list[str] = []
        self.items = 0
        self.is_whole = False
        self.is_nested = False

    @classmethod
    def of(cls, text: str) -> "_Scan":
        """The scan of a text, as far as it is well-formed."""
        scan = cls()
        try:
            sax.parseString(text.encode(), scan, forbid_entities=True, forbid_external=True)
        except DefusedXmlException:
            raise Refused("fetch/entities") from None
        except SAXException:
            scan.is_whole = False
        return scan

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the parser's
        """Note that an element begins."""
        self.open.append(name)
        if len(self.open) > MOST_DEPTH or len(attrs) > MOST_ATTRIBUTES:
            self.is_nested = True
            raise _Enough("nested")

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser's
        """Note that an element ends."""
        self.open.pop()
        if name.rpartition(":")[2].lower() in _ITEMS:
            self.items += 1
            if self.items > MOST_ITEMS:
                raise _Enough("enough")

    def endDocument(self) -> None:  # noqa: N802 - the parser's
        """Note that the document is complete."""
        self.is_whole = True


def _whole_items(text: str) -> _WholeItems | None:
    """The feed with those of its items that are well-formed by themselves; None without one."""
    first = _ITEM.search(text)
    if first is None:
        return None
    head = text[: first.start()]
    closing = _closing(_Scan.of(head).open)
    if not _Scan.of(f"{head}{closing}").is_whole:
        head = "".join(_OPENING.findall(head))
        closing = _closing(_Scan.of(head).open)
    items = [piece for piece in islice(_pieces(text), MOST_ITEMS) if _Scan.of(piece).is_whole]
    whole = f"{head}{''.join(items)}{closing}"
    return _WholeItems(whole, len(items)) if items and _Scan.of(whole).is_whole else None


def _closing(names: list[str]) -> str:
    return "".join(f"</{name}>" for name in reversed(names))


def _pieces(text: str) -> Iterator[str]:
    """What stands between the beginning of an item and the next end, or else beginning, of one."""
    opened: re.Match[str] | None = None
    for tag in _ITEM.finditer(text):
        if opened is not None:
            yield text[opened.start() : tag.end() if tag[1] else tag.start()] + (
                "" if tag[1] else f"</{opened[2]}>"
            )
        opened = None if tag[1] else tag


def _mended_text(text: str) -> Iterator[str]:
    """The text in pieces, put right but for what is meant literally."""
    at, left = 0, MOST_MENDED
    while left:
        literal = text.find(_LITERAL, at)
        end = text.find(_LITERAL_END, literal) if literal >= 0 else -1
        if end < 0:
            break
        mended, count = _UNKNOWN.subn(_mended, text[at:literal], count=left)
        at, left = end + len(_LITERAL_END), left - count
        yield mended + text[literal:at]
    yield _UNKNOWN.sub(_mended, text[at:], count=left) if left else text[at:]


def _mended(found: re.Match[str]) -> str:
    """What HTML or Windows means by a reference; what is none stands for itself."""
    if number := found[2]:
        character = unescape(number)
        if character in _RESERVED:
            return number
        return character if character.isprintable() and character != "\ufffd" else ""
    if found[0].startswith("&"):
        named = found[1] or ""
        return escape(html5[named]) if named in html5 else f"&amp;{named}"
    return escape(found[0])
