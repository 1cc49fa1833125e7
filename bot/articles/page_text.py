"""The article inside a web page, as plain lines: three ways to find it, from best to plainest."""

from collections.abc import Callable
from copy import deepcopy
from typing import Any

import trafilatura
from readability import Document

from bot.articles.fragment import dropped, fragment_text

# Below this a way to look has probably missed the article.
MIN_EXTRACTED = 200

_LISTS = ("ul", "ol")
_FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "select")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre")

# A list of so many entries, and of which so much is links, is a menu or other stories.
LEAST_ENTRIES = 3
LINKED = 0.8

_Look = Callable[[Any], str]  # Any: lxml has no types


def page_text(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the article of a parsed page, one paragraph a line; changes the page.

    The first way that finds enough is taken, else the one that finds most.
    """
    dropped(_menus(page))
    best = ""
    for look in (_extracted, _readable, _paragraphs):
        best = max(best, look(page), key=len)
        if len(best) >= MIN_EXTRACTED:
            break
    return best


def _menus(page: Any) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """The lists of which nearly all is links; each text of the page is counted once."""
    shown: dict[Any, int] = {}
    linked: dict[Any, int] = {}
    menus = []
    # From the end, every node comes before the one that it is in.
    for node in reversed([*page.iter()]):
        own = _letters(node.text) if isinstance(node.tag, str) else 0
        shown[node] = own + sum(shown[part] + _letters(part.tail) for part in node)
        inside = sum(linked[part] for part in node)
        linked[node] = shown[node] if node.tag == "a" else inside
        if node.tag in _LISTS and len(node.findall("li")) >= LEAST_ENTRIES:
            menus += [node] if linked[node] >= LINKED * shown[node] > 0 else []
    return menus


def _letters(text: str | None) -> int:
    return len("".join((text or "").split()))


def _words(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    return " ".join(node.text_content().split())


def _extracted(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    try:
        text = trafilatura.extract(page, fast=True, include_comments=False)
    except Exception:  # noqa: BLE001 - whatever a hostile page breaks, the other ways remain
        return ""
    return (text or "").strip()


def _readable(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    try:
        found = Document(deepcopy(page)).summary(html_partial=True)
    except Exception:  # noqa: BLE001 - as above
        return ""
    return fragment_text(found)


def _paragraphs(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Every paragraph outside the page's furniture, one a line."""
    dropped([*page.iter(*_FURNITURE)])
    outer = (node for node in page.iter(*_PARAGRAPHS) if node.getparent().tag not in _PARAGRAPHS)
    return "\n".join(filter(None, map(_words, outer)))
