"""Web pages: the article inside, and the facts that the page states about it."""

import re
from typing import Any

import trafilatura

from bot.articles.article import Draft
from bot.articles.drafting import draft
from bot.articles.encoding import decode
from bot.articles.facts import Facts
from bot.articles.fragment import dropped
from bot.articles.headline import is_headline
from bot.articles.markup import lean_markup
from bot.articles.page_facts import page_facts
from bot.articles.page_text import page_text
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


def webpage_draft(content: bytes, source: str, facts: Facts, charset: str = "") -> Draft:
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
