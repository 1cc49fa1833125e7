"""The reader of web pages, and of markup inside feeds and JSON: the article without the page."""

import re
from collections.abc import Callable
from copy import deepcopy
from itertools import islice
from typing import Any

import trafilatura
from lxml import html
from readability import Document

from bot.articles.article import Draft
from bot.articles.drafting import draft, is_headline
from bot.articles.metadata import Metadata
from bot.articles.readers.encoding import decode
from bot.articles.readers.html_metadata import page_facts
from bot.errors import Refused

# A page with fewer words in its paragraphs is a menu, a form or a notice.
MIN_WORDS = 8
# A page declares its encoding within its first kilobyte.
HEAD_BYTES = 2_048

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,20})", re.IGNORECASE)
_HIDDEN_STYLE = re.compile(
    r"(?:display:none|visibility:(?:hidden|collapse)|(?:opacity|font-size):0(?:\.0+)?[a-z%]*)"
    r"(?:!important)?(?:;|$)"
)
# Hidden until their scripts have run, as every visitor's browser runs them.
_WHOLE = ("html", "body")
_UNSEEN = ("script", "style", "template", "noscript", "head", "title")


def webpage_draft(content: bytes, source: str, facts: Metadata, charset: str = "") -> Draft:
    """Return the draft of a web page; `facts` win over what the page states.

    `charset` is the encoding that its server stated, which goes before what the page says.
    Raises Refused when the page has no article. Never opens a connection.
    """
    page = _page(content, charset)
    stated = facts.over(page_facts(page))
    dropped([*page.iter(*_UNSEEN), *filter(_is_hidden, page.iter())])
    headings = [" ".join(heading.text_content().split()) for heading in page.iter("h1")]
    text = page_text(page)
    if len(text.split()) < MIN_WORDS:
        raise Refused("refused/no_article")
    heading = headings[0] if len(headings) == 1 and is_headline(headings[0]) else None
    return draft(text, stated, key=source, source=source, heading=heading)


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


# Of 54 real pages the longest has 263,000 characters and 3,201 tags.
MOST_CHARACTERS = 800_000
MOST_TAGS = 25_000

_PROGRAM = re.compile(r"<(script|style|svg)\b([^>]{0,2000}>)?", re.IGNORECASE)
_ENDS = {name: re.compile(f"</{name}", re.IGNORECASE) for name in ("script", "style", "svg")}
# What a page states of its article comes in a script that is none.
_STATED = "ld+json"


def lean_markup(text: str) -> str:
    """Return the markup without programs and drawings, cut where it is longer than any page."""
    kept = "".join(_without_programs(text))[:MOST_CHARACTERS]
    beyond = next(islice(re.finditer("<", kept), MOST_TAGS, None), None)
    return kept[: beyond.start()] if beyond else kept


def _without_programs(text: str) -> list[str]:
    kept, at = [], 0
    for program in _PROGRAM.finditer(text):
        if program.start() < at or _STATED in (program[2] or "").lower():
            continue
        kept.append(text[at : program.start()])
        end = _ENDS[program[1].lower()].search(text, program.end())
        # What never ends hides all that follows it from a browser, too.
        at = end.start() if end else len(text)
    return [*kept, text[at:]]


_UNSEEN_IN_FRAGMENT = ("script", "style", "template", "noscript", "head", "title", "iframe", "form")
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
    dropped([*root.iter(*_UNSEEN_IN_FRAGMENT, *_PICTURES)])
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
