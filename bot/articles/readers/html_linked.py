"""What a web page states of its article as linked data: the JSON-LD of its scripts."""

import json
import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from html import unescape
from typing import Any

from bot.articles.metadata import canonical_address, web_address

# A page has a handful of objects; more are an attack on patience.
MAX_OBJECTS = 1_000
# The longest of real pages has a tenth of it; what is cut is no JSON any more, and passed over.
MAX_LINKED = 300_000

_KINDS = ("Article", "BlogPosting", "Report", "LiveBlogPosting")
# Where an object holds the one that the page is about.
_HOLDERS = ("@graph", "mainEntity", "mainEntityOfPage")
_ADDRESSES = ("url", "@id", "mainEntityOfPage")
_COMMENT_ENDS = re.compile(
    r"\A\s*(?:<!--|//\s*<!\[CDATA\[|/\*\s*<!\[CDATA\[\s*\*/)|"  # <!-- { } -->
    r"(?:-->|//\s*\]\]>|/\*\s*\]\]>\s*\*/)\s*\Z|;\s*\Z"
)
_LOOSE_COMMA = re.compile(r",(?=\s{0,100}[}\]])")  # {"a": 1,}


@dataclass(frozen=True, slots=True)
class LinkedArticle:
    """The object of a page that describes its article; empty when none does."""

    stated: Mapping[str, object]

    def text(self, name: str) -> str | None:
        """A field's words, with entities decoded; None when it is something else."""
        return _text(self.stated.get(name))

    def names(self, name: str) -> list[str]:
        """The names of the people and organisations of a field, in order, each once."""
        value = self.stated.get(name)
        values = value[:MAX_OBJECTS] if isinstance(value, list) else [value]
        named = (_text(one.get("name") if isinstance(one, dict) else one) for one in values)
        return list(dict.fromkeys(filter(None, named)))


def linked_article(page: Any, addresses: list[str]) -> LinkedArticle:  # noqa: ANN401 - lxml has no types
    """The article that the page's linked data describes.

    Of several it is the one at one of the page's `addresses`, else the first.
    """
    found = [node for node in _nodes(page) if _is_article(node)]
    own = {canonical_address(address) for address in addresses}
    here = (node for node in found if own.intersection(_addresses(node)))
    return LinkedArticle(next(here, found[0] if found else {}))


def _nodes(page: Any) -> Iterator[dict[str, object]]:  # noqa: ANN401 - lxml has no types
    for script in page.iter("script"):
        if (script.get("type") or "").strip().lower() == "application/ld+json":
            yield from _objects(_loaded((script.text or "")[:MAX_LINKED]))


def _loaded(written: str) -> object:
    """What a script holds; editors leave comments around it and commas too many in it."""
    plain = _COMMENT_ENDS.sub("", written)
    for text in (plain, _LOOSE_COMMA.sub("", plain)):
        try:
            return json.loads(text, strict=False)
        except (ValueError, RecursionError):
            continue
    return None


def _objects(loaded: object) -> Iterator[dict[str, object]]:
    waiting = [loaded]
    for _ in range(MAX_OBJECTS):
        if not waiting:
            return
        node = waiting.pop(0)
        if isinstance(node, dict):
            yield node
            waiting.extend(node.get(name) for name in _HOLDERS)
        elif isinstance(node, list):
            waiting.extend(node[:MAX_OBJECTS])


def _is_article(node: Mapping[str, object]) -> bool:
    kinds = node.get("@type")
    named = kinds if isinstance(kinds, list) else [kinds]
    return any(str(kind).endswith(_KINDS) for kind in named)


def _addresses(node: Mapping[str, object]) -> Iterator[str]:
    for name in _ADDRESSES:
        value = node.get(name)
        written = value.get("@id") if isinstance(value, dict) else value
        address = web_address(written) if isinstance(written, str) else None
        if address:
            yield canonical_address(address)


def _text(value: object) -> str | None:
    return unescape(value) if isinstance(value, str) else None
