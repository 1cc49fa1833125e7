"""The door for XML: what comes through is well-formed, names nothing outside, and is not endless.

Feeds are often broken. What stands before the break is kept, so that the parsers behind this door
never guess, which some of them do in quadratic time.
"""

import re
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

MOST_MENDED = 50_000
"""References that XML does not know, put right in one feed; it breaks at the next one."""

_DECLARATION = re.compile(r"\A[\s\ufeff]*<\?xml[^>]*\?>")  # <?xml version="1.0"?>
_DOCTYPE = re.compile(r"<!DOCTYPE[^>\[]*>", re.IGNORECASE)  # <!DOCTYPE rss>
_UNKNOWN = re.compile(  # &eacute; and a lone &
    r"&(?!(?:#[0-9]{1,7}|#x[0-9a-fA-F]{1,6}|amp|lt|gt|quot|apos);)([0-9A-Za-z]{2,32};)?"
)
_UNSEEN = re.compile(r"[\x00-\x08\x0b\x0c\x0e-\x1f\ufffe\uffff]")
_FEED = re.compile(r"<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE)  # <rss version="2.0">
_ITEM_END = re.compile(r"</(?:\w+:)?(?:item|entry)\s*>")  # </item>, </atom:entry>
_ITEMS = frozenset(["item", "entry"])


def well_formed(text: str) -> bytes | None:
    """The XML in a text, as UTF-8, up to the last item before it breaks; None when it is none.

    Refused when it breaks before its first item, declares entities of its own, or is nested without
    end.
    """
    bare = _DOCTYPE.sub("", _DECLARATION.sub("", text), count=1).strip()
    mended = _UNKNOWN.sub(_mended, _UNSEEN.sub("", bare), count=MOST_MENDED)
    scan = _scanned(mended)
    if scan.is_whole:
        return mended.encode()
    kept = _up_to_item(mended, scan.items)
    closed = kept + "".join(f"</{name}>" for name in reversed(_scanned(kept).open))
    if closed and _scanned(closed).is_whole:
        return closed.encode()
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

    def startElement(self, name: str, attrs: AttributesImpl) -> None:  # noqa: N802 - the parser's
        """Note that an element begins."""
        self.open.append(name)
        if len(self.open) > MOST_DEPTH or len(attrs) > MOST_ATTRIBUTES:
            raise Refused("fetch/nested")

    def endElement(self, name: str) -> None:  # noqa: N802 - the parser's
        """Note that an element ends."""
        self.open.pop()
        if name.rpartition(":")[2] in _ITEMS:
            self.items += 1
            if self.items > MOST_ITEMS:
                raise _Enough("enough")

    def endDocument(self) -> None:  # noqa: N802 - the parser's
        """Note that the document is complete."""
        self.is_whole = True


def _scanned(text: str) -> _Scan:
    scan = _Scan()
    try:
        sax.parseString(text.encode(), scan, forbid_entities=True, forbid_external=True)
    except DefusedXmlException:
        raise Refused("fetch/entities") from None
    except SAXException:
        scan.is_whole = False
    return scan


def _up_to_item(text: str, items: int) -> str:
    """The text up to the end of its last whole item; nothing when it has none."""
    ends = [end.end() for end in islice(_ITEM_END.finditer(text), min(items, MOST_ITEMS))]
    return text[: ends[-1]] if ends else ""


def _mended(reference: re.Match[str]) -> str:
    """What a reference of HTML stands for; an ampersand that is none stands for itself."""
    named = reference[1] or ""
    return html5.get(named, f"&amp;{named}")
