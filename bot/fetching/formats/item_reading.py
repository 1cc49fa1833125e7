"""A feed's item read as an article, and whether it is the whole article or an excerpt."""

import logging
import re
from collections import Counter
from dataclasses import replace

from bot.articles.article import Draft, attempted
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft
from bot.articles.metadata import (
    Metadata,
    are_one_site,
    canonical_address,
    language_tag,
    without_tracking,
)
from bot.errors import Refused
from bot.feeds.document import FeedDocument, FeedItem, ReadItem
from bot.feeds.subscription import Feed
from bot.fetching.guard import host_of
from bot.fetching.pages import PAGE_BYTES, page_draft, refuse_length
from bot.fetching.visitor import Visitor

WHOLE_WORDS = 200
"""A text in a feed of fewer words may be a summary, and its page is worth one look: the shortest
reports of agencies have a hundred words, the longest summaries as many."""

ALIKE = 0.3
"""Share of the longer words of a title and a summary that must stand in a page. On 54 real pages
their own have .74 or more, a notice on cookies .11; titles alone have .43 or more but for one."""

_WORD = re.compile(r"\w{4,}")
_CUT = re.compile(  # … | [more] | Read the full story »
    r"(?:…|\.\.\.|\[\s*(?:…|\.\.\.)\s*\]|[(\[]more[)\]])\s*\Z"
    r"|\b(?:read (?:more|on|the (?:full|whole|rest)[\w ]*)|continue reading|full (?:story|text))"
    r"\b[^\n.!?]{0,80}[»→>…\])]*\s*\Z",
    re.IGNORECASE,
)
_END = 200
"""Characters at the end of a text in which that sign is looked for."""


def is_cut(text: str) -> bool:
    """Whether the text ends with the sign that more of it stands elsewhere."""
    return _CUT.search(text[-_END:]) is not None


def may_be_excerpt(text: str) -> bool:
    """Whether the page of an item may hold more of it than its feed."""
    return len(text.split()) < WHOLE_WORDS or is_cut(text)


def tells_of(headline: str, text: str) -> bool:
    """Whether a text is about what a feed told: not a notice on cookies that stands in its way."""
    words = set(_WORD.findall(headline.casefold()))
    return not words or len(words & set(_WORD.findall(text.casefold()))) >= ALIKE * len(words)


PASSING = frozenset(
    f"fetch/{name}" for name in "slow unreachable unknown_host busy fault robots_unknown".split()
)
"""Why a page could not be read that may be otherwise an hour later."""


log = logging.getLogger(__name__)

MOST_FAILURES = 3
"""Pages of a site that cannot be read for the moment, after which no more are asked for."""


class ItemReader:
    """Reads the items of one feed; a site that is busy or out of order is soon left alone."""

    def __init__(
        self, feed: Feed, document: FeedDocument, visitor: Visitor, phrases: BoilerplatePhrases
    ) -> None:
        self._feed = feed
        self._document = document
        self._visitor = visitor
        self._phrases = phrases
        self._failures: Counter[str] = Counter()

    async def read(self, name: str, item: FeedItem, *, with_page: bool) -> ReadItem:
        """The article of an item; its page is read if that may hold more, and if `with_page`."""
        again = tried = False
        if item.url is not None and may_be_excerpt(item.text):
            try:
                page = await self._page(item, item.url, with_page=with_page)
            except Refused as error:
                again, tried = error.utterance in PASSING, True
            except Exception:
                log.exception("%s broke its reader", item.url)
                tried = True
            else:
                if len(page.text) >= len(item.text):
                    return ReadItem(page)
        excerpt = tried or is_cut(item.text)
        made = attempted(item.url or name, lambda: self._from_feed(name, item, excerpt=excerpt))
        return ReadItem(made, again)

    async def _page(self, item: FeedItem, url: str, *, with_page: bool) -> Draft:
        host = host_of(url)
        if self._failures[host] >= MOST_FAILURES or not with_page:
            raise Refused("fetch/busy", host=host)
        try:
            answer = await self._visitor.fetch(url, PAGE_BYTES)
            # Who wrote the whole feed gives way to whom the page names.
            common = item.author == self._document.author
            facts = replace(self._facts(item), author=None if common else item.author)
            page = await self._visitor.parsed(page_draft, answer, facts, self._phrases)
        except Refused as error:
            busy = error.utterance == "fetch/busy"
            self._failures[host] += MOST_FAILURES if busy else error.utterance in PASSING
            raise
        if not tells_of(f"{item.title or ''} {item.text}", page.text):
            raise Refused("fetch/other_page", host=host)
        outlet = page.outlet or self._outlet(page.source)
        author = page.author or item.author
        return replace(page, outlet=outlet, author=author, topics=page.topics or item.topics)

    def _from_feed(self, name: str, item: FeedItem, *, excerpt: bool) -> Draft:
        refuse_length(item.text)
        facts = self._facts(item).over(
            Metadata(
                outlet=self._outlet(item.url),
                url=without_tracking(item.url) if item.url else None,
                language=language_tag(item.language),
            )
        )
        address = canonical_address(item.url) if item.url else None
        made = draft(
            item.text,
            facts,
            self._phrases,
            key=address or f"{self._feed.url}#{name}",
            source=facts.url or self._feed.url,
            topics=item.topics,
        )
        return replace(made, excerpt=excerpt)

    def _facts(self, item: FeedItem) -> Metadata:
        return Metadata(
            title=item.title,
            outlet=self._feed.outlet or item.outlet,
            author=item.author,
            published=item.published,
        )

    def _outlet(self, address: str | None) -> str | None:
        """The feed's own name, for what stands on its own site: a collection names no outlet."""
        site = self._document.site or self._feed.url
        own = address is None or are_one_site(site, address)
        return (self._document.publisher or self._document.title) if own else None
