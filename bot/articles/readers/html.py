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
from bot.articles.pasted import stated_facts
from bot.articles.readers.encoding import decode
from bot.articles.readers.html_linked import linked_article
from bot.articles.readers.html_live import part_posts
from bot.articles.readers.html_metadata import page_facts
from bot.articles.readers.html_structure import drop_furniture, drop_unseen
from bot.articles.readers.html_tables import write_tables
from bot.articles.readers.html_titles import site_key
from bot.articles.readers.markup import drop, fragment_text, heading_words, lean_markup, words_of
from bot.errors import Refused
from bot.language.scripts import word_count

# A page with fewer words in its paragraphs is a menu, a form or a notice.
MIN_WORDS = 8
# A page declares its encoding within its first kilobyte.
HEAD_BYTES = 2_048
# Characters; below this a way to look has probably missed the article.
MIN_EXTRACTED = 200
# Characters of a line of prose, and the least share of them in an article.
PROSE_LINE = 40
LEAST_PROSE = 0.5
# Another way has found the whole of an article where it has so much more, and so much of the same.
MUCH_MORE = 1.5
KEPT = 0.8
# The body in the linked data is the article where the page shows a third of it or less.
MOSTLY_HIDDEN = 3

# A headline stands on top, perhaps below a kicker and a date.
TITLE_LINES = 5

_DECLARED = re.compile(rb"charset\s*=\s*[\"']?([\w.:-]{2,20})", re.IGNORECASE)  # charset="utf-8"
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
    stated = facts.over(page_facts(page, source))
    body = fragment_text(linked_article(page, [source]).text("articleBody") or "")
    drop_unseen(page)
    write_tables(page)
    part_posts(page)
    headings = [heading_words(heading) for heading in page.iter("h1")]
    text = _article_text(page)
    text = body if _goes_on(body, text, MOSTLY_HIDDEN) else text
    if word_count(text) < MIN_WORDS:
        raise Refused("refused/no_article")
    heading = headings[0] if len(headings) == 1 and is_headline(headings[0]) else None
    stated = stated.over(stated_facts(text, phrases))
    text = _below_title(text, {site_key(line) for line in (stated.title or "", *headings) if line})
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


def _below_title(text: str, titles: set[str]) -> str:
    """The text without the headline on top: the title tells it, and it is no sentence."""
    lines = text.split("\n")
    top = [line for line in lines[:TITLE_LINES] if site_key(line) not in titles]
    return "\n".join([*top, *lines[TITLE_LINES:]]) if top else text


def _article_text(page: Any) -> str:  # noqa: ANN401 - lxml has no types
    """Return the article of a parsed page, one paragraph a line; changes the page.

    The first way that finds enough prose is taken, else the one that finds most of it and least
    beside it.
    """
    drop_furniture(page)
    best = ""
    for look in _LOOKS:
        best = max(best, look(page), key=lambda text: 2 * _prose(text) - len(text))
        if _prose(best) >= max(MIN_EXTRACTED, LEAST_PROSE * len(best)):
            break
    return _whole(page, best)


def _whole(page: Any, text: str) -> str:  # noqa: ANN401 - lxml has no types
    """The text, or one that goes on where this one ends: some pages part it into many boxes."""
    told = sum(len(words) for words in map(words_of, page.iter("p")) if len(words) >= PROSE_LINE)
    if told < MUCH_MORE * _prose(text):
        return text
    for other in (_readable(page), _beside(page, text)):
        if _goes_on(other, text):
            return other
    return text


def _goes_on(other: str, text: str, more: float = MUCH_MORE) -> bool:
    """Whether another text has nearly all of a text's prose, and so many times as much."""
    if not other or _prose(other) < more * _prose(text):
        return False
    whole = site_key(other)
    kept = "\n".join(line for line in text.split("\n") if site_key(line) in whole)
    return _prose(kept) >= KEPT * _prose(text)


def _beside(page: Any, text: str) -> str:  # noqa: ANN401 - lxml has no types
    """All paragraphs of the smallest box that holds those of a text."""
    lines = {*map(str.strip, text.split("\n"))}
    found = [part for part in page.iter("p") if words_of(part) in lines and _prose(words_of(part))]
    if not found:
        return ""
    last = {*found[-1].iterancestors()}
    box = next(node for node in found[0].iterancestors() if node in last)
    return "\n".join(map(words_of, box.iter("p")))


def _prose(text: str) -> int:
    """The characters of a text's long lines; menus and lists of tags have short ones."""
    return sum(len(line) for line in text.split("\n") if len(line) >= PROSE_LINE)


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
    return "\n".join(filter(None, map(words_of, outer)))


_LOOKS: tuple[_Look, ...] = (_extracted, _readable, _paragraphs)
