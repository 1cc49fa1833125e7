"""Reading one feed once: what is new in it becomes articles, and is remembered."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass

from bot.articles.article import Draft, Rejection
from bot.errors import Refused
from bot.feeds.decider import Pending, PollOutcome, asked_wait, decided, moment
from bot.feeds.document import (
    TELLING_WORDS,
    FeedDocument,
    Named,
    ReadItem,
    SeenItems,
    link_of,
    named_items,
    text_hash,
    told_hash,
)
from bot.feeds.subscription import Feed, SeenItem
from bot.fetching.formats.item_reading import ItemReader
from bot.fetching.formats.parsing import feed_document
from bot.fetching.guard import Fetched
from bot.fetching.pages import refuse_status
from bot.fetching.visitor import Visitor
from bot.persistence.database import pieces
from bot.persistence.feeds import FeedRepository
from bot.persistence.saving import ArticleWriter
from bot.services.intake import Intake
from bot.services.report import IngestReport

FEED_BYTES = 2_000_000
"""The longest feeds have a few hundred items with their texts."""

MOST_PAGES = 300
"""Pages read in one visit; what is beyond is kept as an excerpt and read the next time."""

LONGEST_VISIT = 600.0
"""Seconds for which pages are read in one visit; a slow site is gone on with the next time."""

BATCH_ITEMS = 20
"""Items saved together: a crash in a long visit loses no more."""

UNCHANGED, GONE = 304, 410
ACCEPT = (
    "application/atom+xml, application/rss+xml, application/feed+json, "
    "application/xml;q=0.9, text/xml;q=0.9, */*;q=0.5"
)


Became = tuple[Pending, ReadItem]


@dataclass(frozen=True, slots=True)
class VisitReport:
    """What came of reading a feed: how it fares now, and what became of its articles."""

    feed: Feed
    reading: PollOutcome
    report: IngestReport

    @classmethod
    def failed(cls, feed: Feed, error: Refused, wait: int | None = None) -> "VisitReport":
        """The visit to a feed that could not be read."""
        return cls(feed, PollOutcome(error=error, wait=wait), IngestReport())


class FeedReader:
    """Reads feeds, and takes in what is new in them."""

    def __init__(
        self, feeds: FeedRepository, writer: ArticleWriter, intake: Intake, visitor: Visitor
    ) -> None:
        self._feeds = feeds
        self._writer = writer
        self._intake = intake
        self.visitor = visitor

    async def document(self, url: str, now: int) -> tuple[FeedDocument, Fetched]:
        """What a feed says, and the answer that it came in; Refused when it cannot be read."""
        answer = await self.visitor.fetch(url, FEED_BYTES, {"Accept": ACCEPT})
        return await self._parsed(answer, now), answer

    async def visit(self, feed: Feed, now: int) -> VisitReport:
        """Read a feed, and take in what is new since the last time."""
        report = IngestReport()
        try:
            answer = await self.visitor.fetch(feed.url, FEED_BYTES, _conditions(feed))
        except Refused as error:
            return VisitReport.failed(feed, error)
        if answer.status == GONE:
            return VisitReport(feed, PollOutcome(gone=True, error=Refused("feeds/gone")), report)
        if answer.status == UNCHANGED:
            return VisitReport(feed, PollOutcome(moved=answer.moved), report)
        wait = asked_wait(answer.headers.get("retry-after"), now)
        try:
            document = await self._parsed(answer, now)
        except Refused as error:
            return VisitReport.failed(feed, error, wait)
        complete = await self._take_in(feed, document, now, report)
        return VisitReport(feed, _read(answer, document, complete=complete), report)

    async def _parsed(self, answer: Fetched, now: int) -> FeedDocument:
        refuse_status(answer)
        content_type = answer.headers.get("content-type", "")
        return await self.visitor.parsed(
            feed_document, answer.content, answer.url, content_type, moment(now)
        )

    async def _take_in(
        self, feed: Feed, document: FeedDocument, now: int, report: IngestReport
    ) -> bool:
        """Take in what is new of a document; False when some page is to be tried again."""
        pending = await self._pending(feed, named_items(document.items), now)
        reader = ItemReader(feed, document, self.visitor, self._intake.phrases)
        taken: set[str] = set()
        loop = asyncio.get_running_loop()
        until = loop.time() + LONGEST_VISIT
        complete = True
        # The newest come first in a feed, and are to come in last.
        for batch in pieces(pending[::-1], BATCH_ITEMS):
            read = []
            for one in batch:
                in_time = one.with_page and loop.time() < until
                read.append((one, await reader.read(*one.named, with_page=in_time)))
            complete = complete and not any(became.again for _, became in read)
            await self._save(feed, read, taken, report, now)
        return complete

    async def _pending(self, feed: Feed, items: Sequence[Named], now: int) -> list[Pending]:
        """The items that tell something new, the newest with leave to have their pages read."""
        names = [name for name, _ in items]
        links = [link for link in (link_of(item) for _, item in items) if link]
        known = SeenItems(await self._feeds.seen_items(feed.id, names, links))
        found = [(named, known.of(*named)) for named in items]
        keys = [old.key for _, old in found if old]
        removed = await self._feeds.removed_keys(feed.collection, keys)
        news = [
            (named, old)
            for named, old in found
            if old is None or (old.key not in removed and _tells_more(old, named, now))
        ]
        return [
            Pending(named, old, with_page=position < MOST_PAGES)
            for position, (named, old) in enumerate(news)
        ]

    async def _save(
        self, feed: Feed, read: Sequence[Became], taken: set[str], report: IngestReport, now: int
    ) -> None:
        """Save what was read, and remember each item with the article that it became."""
        keys = [became.made.key for _, became in read if isinstance(became.made, Draft)]
        taken |= (await self._writer.content_hashes(feed.collection, keys)).keys()
        taken |= await self._feeds.removed_keys(feed.collection, keys)
        # By whether they are the baseline: what is older comes in first.
        drafts: dict[bool, list[Draft]] = {True: [], False: []}
        rows: list[tuple[str | None, SeenItem]] = []
        for one, became in read:
            key = became.made.key if isinstance(became.made, Draft) else ""
            same = await self._same(feed, one, became)
            outcome = decided(one, became, same, feed, now, taken=key in taken)
            if isinstance(became.made, Rejection):
                report.refuse(became.made)
            elif outcome.draft is None or outcome.seen is None:
                report.unchanged += 1
            else:
                drafts[outcome.seen.baseline].append(outcome.draft)
                taken.add(outcome.draft.key)
            if outcome.seen is not None:
                rows.append((one.old.name if one.old else None, outcome.seen))
        for baseline, made in drafts.items():
            taken_in = await self._intake.drafts(made, feed.collection, baseline=baseline)
            report.include(taken_in)
        await self._feeds.keep_items(feed.id, rows)

    async def _same(self, feed: Feed, one: Pending, became: ReadItem) -> SeenItem | None:
        """An earlier item of the feed with the same text under another name and address."""
        made = became.made
        if one.old is not None or not isinstance(made, Draft):
            return None
        if len(made.text.split()) < TELLING_WORDS:
            return None
        found = await self._feeds.seen_items(feed.id, [], [], [text_hash(made)])
        return found[0] if found else None


def _tells_more(old: SeenItem, named: Named, now: int) -> bool:
    """Whether an item is to be read again: it tells something new, or its page was not read."""
    untried = old.again_until is not None and now < old.again_until
    return untried or old.told_hash != told_hash(named[1])


def _conditions(feed: Feed) -> dict[str, str]:
    """What makes a server answer only when something has changed, byte for byte as it said it."""
    conditions = {"Accept": ACCEPT}
    if feed.etag is not None:
        conditions["If-None-Match"] = feed.etag
    if feed.modified is not None:
        conditions["If-Modified-Since"] = feed.modified
    return conditions


def _read(answer: Fetched, document: FeedDocument, *, complete: bool) -> PollOutcome:
    return PollOutcome(
        changed=True,
        title=document.title,
        # Asked again for all of it, the feed tells again of the items whose pages are missing.
        etag=_sendable(answer.headers.get("etag")) if complete else None,
        modified=_sendable(answer.headers.get("last-modified")) if complete else None,
        moved=answer.moved,
    )


def _sendable(value: str | None) -> str | None:
    """The header when it can be kept and sent back as it came: not when it is broken text."""
    return value if value and value.isprintable() else None
