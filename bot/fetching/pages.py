"""From a server's answer to an article: a web page, or a plain text; anything else is refused."""

import re
from dataclasses import replace

from bot.articles.article import Draft
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft
from bot.articles.metadata import (
    Metadata,
    are_one_site,
    canonical_address,
    web_address,
    without_tracking,
)
from bot.articles.pasted import stated_facts
from bot.articles.readers.encoding import decode
from bot.articles.readers.html import webpage_draft
from bot.errors import Refused
from bot.fetching.formats.parsing import charset
from bot.fetching.guard import Fetched, host_of
from bot.language.cleaning import clean

PAGE_BYTES = 5_000_000
"""The longest newspaper page has 2 MB."""

MOST_CHARACTERS = 500_000
"""Twice the longest newspaper article; what is longer is a book, or an attack."""

HEAD_BYTES = 2_048
OK, FORBIDDEN, MISSING, TOO_MANY, FAULT = 200, (401, 402, 403, 451), (404, 410), 429, 500
"""HTTP's numbers, by what a person is told of them."""

_MARKUP = re.compile(
    rb"<(?:!doctype\s+html|html|head|body|title|meta|article|div|p)[\s>]", re.IGNORECASE
)
_FEED = re.compile(
    rb"\A\s*(?:<\?xml[^>]*>\s*)?(?:(?><!--.*?-->)\s*)*+<(?:rss|feed|rdf:RDF)[\s>]", re.IGNORECASE
)


def page_draft(answer: Fetched, facts: Metadata, phrases: BoilerplatePhrases) -> Draft:
    """The article on a page; `facts` win over what the page states, but for its address.

    What kind of page it is, is told by its bytes, whatever its server says. Refused when it is none
    with an article.
    """
    refuse_status(answer)
    content_type = answer.headers.get("content-type", "")
    _refuse_other_kinds(answer.content)
    if _is_markup(answer.content) or "html" in content_type:
        made = webpage_draft(answer.content, answer.url, facts, phrases, charset(content_type))
    else:
        text = clean(decode(answer.content, charset(content_type)))
        stated = facts.over(stated_facts(text, phrases))
        made = draft(text, stated, phrases, key=answer.url, source=answer.url)
    refuse_length(made.text)
    return placed(made, answer.url)


def placed(made: Draft, address: str) -> Draft:
    """A draft as the article at a web address.

    A page may name another address of its own site as the right one, but none of another site:
    its words would pass for that site's.
    """
    own = web_address(made.url)
    url = own if own and are_one_site(own, address) else without_tracking(address)
    return replace(made, url=url, key=canonical_address(url), source=url)


def refuse_length(text: str) -> None:
    """Refused when a text is longer than any article."""
    if len(text) > MOST_CHARACTERS:
        raise Refused("fetch/too_long", limit=MOST_CHARACTERS)


def refuse_status(answer: Fetched) -> None:
    """Refused when a server answered with anything but what was asked for."""
    if answer.status == OK:
        return
    host = host_of(answer.url)
    if answer.status in FORBIDDEN:
        raise Refused("fetch/forbidden", host=host)
    if answer.status in MISSING:
        raise Refused("fetch/missing", host=host)
    if answer.status == TOO_MANY:
        raise Refused("fetch/busy", host=host)
    if answer.status >= FAULT:
        raise Refused("fetch/fault", host=host, status=answer.status)
    raise Refused("fetch/status", host=host, status=answer.status)


def _is_markup(content: bytes) -> bool:
    head = content[:HEAD_BYTES].lstrip()
    return head.startswith(b"<") or _MARKUP.search(head) is not None


def _refuse_other_kinds(content: bytes) -> None:
    if content.startswith(b"%PDF-"):
        raise Refused("refused/pdf")
    if _FEED.match(content[:HEAD_BYTES]):
        raise Refused("fetch/is_feed")
