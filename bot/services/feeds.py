"""The use cases of news that comes in by itself: feeds, pages, watched folders."""

import asyncio
import logging
import time
from collections.abc import AsyncIterator, Sequence
from contextlib import asynccontextmanager
from dataclasses import replace
from functools import partial
from pathlib import Path

from bot.articles.article import Draft, Rejection, refusal
from bot.articles.metadata import MAX_NAME, Metadata, one_line
from bot.errors import NothingFound, Refused, StorageFailed, WrongUse
from bot.feeds.decider import HOUR, after, resumed
from bot.feeds.subscription import Feed, FeedStatus, NewFeed
from bot.fetching.formats.parsing import named_feeds
from bot.fetching.guard import Guard, host_of
from bot.fetching.pages import PAGE_BYTES, page_draft
from bot.fetching.visitor import Visitor
from bot.persistence.database import Clock
from bot.persistence.feeds import FeedRepository
from bot.persistence.store import Store
from bot.services.feed_visit import FeedReader, VisitReport
from bot.services.folders import LOOKED_EVERY, WatchedFolders
from bot.services.intake import Intake
from bot.services.jobs import Alarm, forever, together
from bot.services.ports import Chance, MakeGuard
from bot.services.report import IngestReport, Progress
from bot.services.visibility import OPERATOR

MOST_FEEDS = 50
"""Feeds of one server: some thousand articles a day, and more than anybody reads."""

AT_ONCE = 6
"""Feeds read at the same time: mostly they wait for their servers, and each holds 2 MB at most."""

LEASE = HOUR // 2
"""Seconds for which a feed that is being read is nobody else's: longer than a visit takes."""

LOOKED_FOR_DUE = 30.0
"""Seconds between two looks at which feeds are due."""

AGENT = "Pullquote/0.1 (reads news for chat servers; {contact})"
NO_CONTACT = "no contact stated"

log = logging.getLogger(__name__)


def agent(contact: str | None) -> str:
    """What servers are told of who asks, and whom they can turn to."""
    return AGENT.format(contact=f"+{contact}" if contact else NO_CONTACT)


class FeedService:
    """Feeds of the operator and of each server, and articles by their address.

    `clock` tells Unix seconds, `chance` draws a number from 0 to 1.
    """

    def __init__(
        self,
        feeds: FeedRepository,
        reader: FeedReader,
        intake: Intake,
        *,
        clock: Clock,
        chance: Chance,
    ) -> None:
        self._feeds = feeds
        self._reader = reader
        self._visitor = reader.visitor
        self._intake = intake
        self._clock = clock
        self._chance = chance
        self._hurry = Alarm()

    async def add(
        self,
        url: str,
        collection: str,
        *,
        outlet: str | None = None,
        by: str | None = None,
        face: str = "",
    ) -> NewFeed:
        """Add a feed to a collection, or the first feed that the page at `url` names.

        It is read soon, and what it holds by then is its baseline. Refused when it cannot be read.
        """
        if len(await self._feeds.of(collection)) >= MOST_FEEDS:
            raise WrongUse("feeds/too_many", most=MOST_FEEDS)
        now = self._now()
        address = self._visitor.address(url)
        try:
            document, answer = await self._reader.document(address, now)
        except Refused as error:
            if error.utterance != "fetch/no_feed":
                raise
            address = await self._named(address)
            document, answer = await self._reader.document(address, now)
        new = Feed(
            id=0,
            collection=collection,
            url=answer.moved or address,
            title=document.title,
            outlet=one_line(outlet, MAX_NAME),
            added=now,
            face=face,
            added_by=by,
            due=now,
        )
        kept = await self._feeds.add(new)
        if kept is None:
            raise WrongUse("feeds/known")
        self._hurry.set()
        return NewFeed(kept, len(document.items))

    async def _named(self, page: str) -> str:
        """The address of the first feed that a page names."""
        answer = await self._visitor.fetch(page, PAGE_BYTES)
        for address in named_feeds(answer.content, answer.url):
            return address
        raise Refused("fetch/no_feed")

    async def configure(self, wanted: Sequence[tuple[str, str | None]]) -> None:
        """Make the operator's feeds those of the settings: each an address and its outlet.

        One that stands there no more is paused, for the settings may be another folder's.
        """
        held = {feed.url: feed for feed in await self._feeds.of(OPERATOR)}
        now = self._now()
        for url, outlet in wanted:
            known = held.pop(url, None)
            if known is None:
                new = Feed(id=0, collection=OPERATOR, url=url, outlet=outlet, added=now, due=now)
                await self._feeds.add(replace(new, configured=True))
            elif not known.configured:
                again = replace(resumed(known, now), configured=True, outlet=outlet)
                await self._feeds.change(again)
            elif known.outlet != outlet:
                await self._feeds.change(replace(known, outlet=outlet))
        for feed in held.values():
            if feed.configured:
                await self._feeds.change(replace(feed, configured=False, state="paused"))

    async def statuses(self, collection: str) -> list[FeedStatus]:
        """The feeds of a collection, with how each fares."""
        feeds = await self._feeds.of(collection)
        return [FeedStatus(feed, await self._feeds.articles_of(feed.id)) for feed in feeds]

    async def suggest(self, typed: str, collection: str) -> list[tuple[str, str]]:
        """Numbers and names of feeds whose name or address contains what somebody types."""
        sought = typed.strip().casefold()
        feeds = await self._feeds.of(collection)
        return [(str(f.id), f.name) for f in feeds if sought in f"{f.name} {f.url}".casefold()]

    async def pause(self, named: str, collection: str) -> Feed:
        """Read a feed no more until it is resumed; `named` is its address or number."""
        return await self._changed(replace(await self._feed(named, collection), state="paused"))

    async def resume(self, named: str, collection: str) -> Feed:
        """Read a feed again, soon, whatever it was that stopped it."""
        feed = await self._changed(resumed(await self._feed(named, collection), self._now()))
        self._hurry.set()
        return feed

    async def remove(self, named: str, collection: str) -> Feed:
        """Forget a feed; its articles stay."""
        feed = await self._feed(named, collection)
        if feed.configured:
            raise WrongUse("feeds/configured")
        await self._feeds.remove(feed.id)
        return feed

    async def add_page(self, url: str, collection: str) -> IngestReport:
        """Take in the article at a web address."""
        try:
            answer = await self._visitor.fetch(url.strip(), PAGE_BYTES)
            made: Draft | Rejection = await self._visitor.parsed(
                page_draft, answer, Metadata(), self._intake.phrases
            )
        except Exception as error:  # noqa: BLE001 - whatever the page breaks is its own failure
            made = refusal(url, error)
        return await self._intake.drafts([made], collection)

    async def fetch(self, progress: Progress | None = None) -> list[VisitReport]:
        """Read every feed now that is active and whose server does not ask us to wait."""
        now = self._now()
        feeds = [feed for feed in await self._feeds.of() if feed.state == "active"]
        ready = [feed for feed in feeds if (feed.wait_until or 0) <= now]
        return await self._visits(ready, progress or (lambda _done, _total: None))

    async def poll(self) -> list[VisitReport]:
        """Read the feeds that are due."""
        found = await together(self._read_due() for _ in range(AT_ONCE))
        return [visit for visits in found for visit in visits]

    async def _read_due(self) -> list[VisitReport]:
        """Read one feed after the other until none is due."""
        visits: list[VisitReport] = []
        while claimed := await self._feeds.claim(self._now(), self._now() + LEASE, 1):
            visits += [await self._visit(feed) for feed in claimed]
        return visits

    async def untold(self, face: str) -> list[Feed]:
        """Feeds that ended by themselves and that nobody was told of yet: whoever asks tells.

        Only those of a face and the operator's own.
        """
        return await self._feeds.claim_untold(face)

    @asynccontextmanager
    async def going_on(self, watched: Sequence[Path] = ()) -> AsyncIterator[None]:
        """While it lasts, feeds are read when they are due, and folders are watched."""
        folders = WatchedFolders(watched)
        # Each goes its own way: a slow feed keeps only one of them busy.
        steps = [forever(self._read_due, LOOKED_FOR_DUE, self._hurry) for _ in range(AT_ONCE)]
        if watched:
            steps.append(forever(partial(self.look, folders), LOOKED_EVERY))
        tasks = [asyncio.create_task(step) for step in steps]
        try:
            yield
        finally:
            for task in tasks:
                task.cancel()
            await asyncio.gather(*tasks, return_exceptions=True)

    async def look(self, watched: WatchedFolders) -> IngestReport:
        """Take in what has changed in watched folders since the last look."""
        found = await asyncio.to_thread(watched.changed)
        if not found.files and not found.rejected:
            return IngestReport()
        try:
            report = await self._intake.files(found, OPERATOR)
        except StorageFailed:
            watched.forget(found)
            raise
        _log(report)
        return report

    async def _visits(self, feeds: Sequence[Feed], progress: Progress) -> list[VisitReport]:
        done: list[VisitReport] = []
        slots = asyncio.Semaphore(AT_ONCE)

        async def visited(feed: Feed) -> None:
            async with slots:
                done.append(await self._visit(feed))
                progress(len(done), len(feeds))

        await together(map(visited, feeds))
        return done

    async def _visit(self, feed: Feed) -> VisitReport:
        """Read one feed; whatever breaks in it is its own failure and no other's."""
        now = self._now()
        try:
            visit = await self._reader.visit(feed, now)
        except StorageFailed:
            raise
        except Exception:
            log.exception("a feed broke its reader: %s", host_of(feed.url))
            visit = VisitReport.failed(feed, Refused("feeds/broke"))
        _log(visit.report)
        fares = after(feed, visit.reading, now, self._chance())
        await self._feeds.keep_reading(fares)
        return replace(visit, feed=fares)

    async def _feed(self, named: str, collection: str) -> Feed:
        wanted = named.strip()
        for feed in await self._feeds.of(collection):
            if wanted in (feed.url, str(feed.id)):
                return feed
        raise NothingFound("feeds/none_such")

    async def _changed(self, feed: Feed) -> Feed:
        await self._feeds.change(feed)
        return feed

    def _now(self) -> int:
        return int(self._clock())


def _log(report: IngestReport) -> None:
    """Name in the log what did not go in, or went in otherwise than its name says."""
    for refused in report.refused:
        log.warning("refused: %s: %s", refused.source, refused.error.utterance)
    for told in report.told:
        log.info("%s: %s %s", told.place, told.note.name, dict(told.note.variables))


def feed_service(
    store: Store, intake: Intake, guard: MakeGuard | None, clock: Clock, chance: Chance
) -> FeedService:
    """The feeds of a newsroom, read through a guard of their own."""
    visitor = Visitor(guard() if guard else Guard(agent(None)), time.monotonic)
    reader = FeedReader(store.feeds, store.writer, intake, visitor)
    return FeedService(store.feeds, reader, intake, clock=clock, chance=chance)
