"""The reader of web pages: the article without the page around it."""

import re
from collections.abc import Callable
from copy import deepcopy
from typing import Any

import trafilatura
from readability import Document

from bot.articles.article import Draft
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft, is_headline
from bot.articles.metadata import Metadata
from bot.articles.readers.encoding import decode
from bot.articles.readers.html_metadata import page_facts
from bot.articles.readers.markup import UNSEEN, drop, fragment_text, lean_markup
from bot.errors import Refused

# A page with fewer words in its paragraphs is a menu, a form or a notice.
MIN_WORDS = 8
# A page declares its encoding within its first kilobyte.
HEAD_BYTES = 2_048
# Characters; below this a way to look has probably missed the article.
MIN_EXTRACTED = 200
# A list of so many entries, and of which so much is links, is a menu or other stories.
LEAST_ENTRIES = 3
LINKED = 0.8

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,20})", re.IGNORECASE)  # charset="utf-8"
_HIDDEN_STYLE = re.compile(  # without its blanks: display:none; opacity:0!important
    r"(?:display:none|visibility:(?:hidden|collapse)|(?:opacity|font-size):0(?:\.0+)?[a-z%]*)"
    r"(?:!important)?(?:;|$)"
)
# Hidden until their scripts have run, as every visitor's browser runs them.
_WHOLE = ("html", "body")
_LISTS = ("ul", "ol")
_FURNITURE = ("nav", "header", "footer", "aside", "form", "button", "select")
_PARAGRAPHS = ("p", "h1", "h2", "h3", "h4", "li", "blockquote", "pre")

_Look = Callable[[Any], str]  # Any: lxml has no types


def webpage_draft(
    content: bytes, source: str, facts: Metadata, phrases: BoilerplatePhrases, charset: str = ""
) -> Draft:
    """Return the draft of a web page; `facts` win over what the page states.

    `charset` is the encoding that its server stated, which goes before what the page says.
    Raises Refused when the page has no article. Never opens a connection.
    """
    page = _page(content, charset)
    stated = facts.over(page_facts(page))
    drop([*page.iter(*UNSEEN), *filter(_is_hidden, page.iter())])
    headings = [_words(heading) for heading in page.iter("h1")]
    text = _article_text(page)
    if len(text.split()) < MIN_WORDS:
        raise Refused("refused/no_article")
    heading = headings[0] if len(headings) == 1 and is_headline(headings[0]) else None
    return draft(text, stated, phrases, key=source, source=source, heading=heading)


def _page(content: bytes, charset: str) -> Any:  # noqa: ANN401 - lxml has no types
    """Parse the page; a fragment becomes a page of its own."""
    declared = _DECLARED.search(content[:HEAD_BYTES])
    text = decode(content, charset or (declared[1].decode("latin-1") if declared else ""))
    text = lean_markup(text)
    start = re.search("<html[ >\n\r\t]", text, re.IGNORECASE)
    whole = text[start.start() :] if start else f"<html><body>{text}</body></html>"
    page = trafilatura.load_html(whole)
    if page is None:
        raise Refused("refused/no_article")
    return page


def _is_hidden(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    if node.tag in _WHOLE:
        return False
    style = re.sub(r"\s", "", node.get("style") or "").lower()
    return node.get("hidden") is not None or bool(_HIDDEN_STYLE.search(style))


def _article_text(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the article of a parsed page, one paragraph a line; changes the page.

    The first way that finds enough is taken, else the one that finds most.
    """
    drop(_menus(page))
    best = ""
    for look in _LOOKS:
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


def _extracted(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    try:
        text = trafilatura.extract(page, fast=True, include_comments=False)
    except Exception:  # noqa: BLE001 - whatever a hostile page breaks, the other ways remain
        return ""
    return (text or "").strip()


def _readable(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    try:
        found = Document(deepcopy(page)).summary(html_partial=True)
        return fragment_text(found)
    except Exception:  # noqa: BLE001 - as above
        return ""


def _paragraphs(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Every paragraph outside the page's furniture, one a line."""
    drop(page.iter(*_FURNITURE))
    found = page.iter(*_PARAGRAPHS)
    outer = (node for node in found if getattr(node.getparent(), "tag", "") not in _PARAGRAPHS)
    return "\n".join(filter(None, map(_words, outer)))


def _words(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    return " ".join(node.text_content().split())


_LOOKS: tuple[_Look, ...] = (_extracted, _readable, _paragraphs)
