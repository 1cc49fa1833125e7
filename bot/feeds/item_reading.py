"""From an item of a feed to an article: whole from its page, else what the feed carries of it."""

from collections import Counter
from dataclasses import dataclass, replace

from bot.articles.addresses import are_one_site, canonical_address, without_tracking
from bot.articles.article import Draft
from bot.articles.drafting import draft
from bot.articles.facts import Facts, language_tag
from bot.articles.rejection import Rejection
from bot.errors import Refused
from bot.feeds.guard import host_of
from bot.feeds.items import FeedDocument, Item
from bot.feeds.pages import PAGE_BYTES, page_draft, refuse_length
from bot.feeds.visitor import Visitor
from bot.feeds.wholeness import is_cut, may_be_excerpt, tells_of
from bot.storage.subscriptions import Feed

PASSING = frozenset(
    f"fetch/{name}" for name in "slow unreachable unknown_host busy fault robots_unknown".split()
)
"""Why a page could not be read that may be otherwise an hour later."""


MOST_FAILURES = 3
"""Pages of a site that cannot be read for the moment, after which no more are asked for."""


@dataclass(frozen=True, slots=True)
class ReadItem:
    """What an item became, and whether its page is to be tried again."""

    made: Draft | Rejection
    again: bool = False


class ItemReader:
    """Reads the items of one feed; a site that is busy or out of order is soon left alone."""

    def __init__(self, feed: Feed, document: FeedDocument, visitor: Visitor) -> None:
        self._feed = feed
        self._document = document
        self._visitor = visitor
        self._failures: Counter[str] = Counter()

    async def read(self, name: str, item: Item, *, with_page: bool) -> ReadItem:
        """The article of an item; its page is read if that may hold more, and if `with_page`."""
        again = tried = False
        if item.url is not None and may_be_excerpt(item.text):
            try:
                page = await self._page(item, item.url, with_page=with_page)
            except Refused as error:
                again, tried = error.utterance in PASSING, True
            else:
                if len(page.text) >= len(item.text):
                    return ReadItem(page)
        try:
            made = self._from_feed(name, item)
        except Refused as error:
            return ReadItem(Rejection(item.url or self._feed.url, error), again)
        return ReadItem(replace(made, excerpt=tried or is_cut(item.text)), again)

    async def _page(self, item: Item, url: str, *, with_page: bool) -> Draft:
        host = host_of(url)
        if self._failures[host] >= MOST_FAILURES or not with_page:
            raise Refused("fetch/busy", host=host)
        try:
            answer = await self._visitor.fetch(url, PAGE_BYTES)
            page = await self._visitor.parsed(page_draft, answer, self._facts(item))
        except Refused as error:
            busy = error.utterance == "fetch/busy"
            self._failures[host] += MOST_FAILURES if busy else error.utterance in PASSING
            raise
        if not tells_of(f"{item.title or ''} {item.text}", page.text):
            raise Refused("fetch/other_page", host=host)
        outlet = page.outlet or self._outlet(page.source)
        return replace(page, outlet=outlet, topics=page.topics or item.topics)

    def _from_feed(self, name: str, item: Item) -> Draft:
        refuse_length(item.text)
        facts = self._facts(item).over(
            Facts(
                outlet=self._outlet(item.url),
                url=without_tracking(item.url) if item.url else None,
                language=language_tag(item.language),
            )
        )
        address = canonical_address(item.url) if item.url else None
        return draft(
            item.text,
            facts,
            key=address or f"{self._feed.url}#{name}",
            source=facts.url or self._feed.url,
            topics=item.topics,
        )

    def _facts(self, item: Item) -> Facts:
        return Facts(
            title=item.title,
            outlet=self._feed.outlet or item.outlet,
            author=item.author,
            published=item.published,
        )

    def _outlet(self, address: str | None) -> str | None:
        """The feed's own name, for what stands on its own site: a collection names no outlet."""
        site = self._document.site or self._feed.url
        own = address is None or are_one_site(site, address)
        return self._document.title if own else None
