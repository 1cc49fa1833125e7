"""The use cases of the digest: who gets one, what it tells, and the ledger of what was posted."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, time, timedelta
from zoneinfo import ZoneInfo

from bot.articles.article import Quote
from bot.digest.digest import Digest, Window
from bot.digest.schedule import (
    Claimed,
    DigestOrder,
    Due,
    Part,
    Paused,
    Post,
    PostContent,
    Schedule,
    Slot,
    State,
    due,
    following,
)
from bot.errors import NothingFound, WrongUse
from bot.persistence.articles import ArticleRepository
from bot.persistence.database import Clock
from bot.persistence.digest_ledger import DigestLedger
from bot.persistence.schedules import ScheduleRepository
from bot.services.digest_making import DigestMaker, DigestRequest
from bot.services.frozen_replies import thawed
from bot.services.ports import ChatPort, Place
from bot.services.visibility import Visibility
from bot.wording.reply import Reply

__all__ = [
    "Claimed",
    "DigestOrder",
    "DigestService",
    "Part",
    "Paused",
    "Post",
    "Schedule",
    "ScheduleStatus",
]

FIRST_WINDOW = timedelta(hours=24)
"""What the first digest of a schedule looks back at."""

LONGEST_WINDOW = timedelta(days=7)
"""What a digest looks back at after a pause, at most."""

REMEMBERED_POSTS = 7
"""Earlier digests whose stories count as told; the same as a story's own window, in days."""

SHOWN: tuple[State, ...] = ("planned", "posted")
"""The states of a post that readers see, or soon will."""

MOST_SCHEDULES = 10
"""Digests of a server: their status fits into one message."""

STORY_QUOTES = 6
"""Quotes that tell a story to whoever asks for it."""


@dataclass(frozen=True, slots=True)
class ScheduleStatus:
    """How a schedule stands: when it is next due (None while it rests), and its latest posts."""

    schedule: Schedule
    following: Slot | None
    posts: tuple[Post, ...]


class DigestService:
    """Digests of one newsroom; all times that go in and come out are in UTC."""

    def __init__(
        self,
        schedules: ScheduleRepository,
        ledger: DigestLedger,
        articles: ArticleRepository,
        maker: DigestMaker,
        scopes: Visibility,
        *,
        clock: Clock,
    ) -> None:
        self._schedules = schedules
        self._ledger = ledger
        self._articles = articles
        self._maker = maker
        self._scopes = scopes
        self._clock = clock

    @property
    def now(self) -> datetime:
        """The time by the newsroom's clock."""
        return datetime.fromtimestamp(self._clock(), UTC)

    async def of_day(self, day: date, zone: str, collection: str | None = None) -> Digest:
        """The digest of a local day; WrongUse when there is no such zone."""
        window = day_window(day, zone)
        return await self._maker.digest_of_day(day, window, await self._scopes.of(collection))

    async def preview(self, schedule: Schedule) -> tuple[Digest, Window]:
        """What would be posted for a schedule if it were due now."""
        return await self._digest(schedule, self.now)

    async def story(self, article_id: str, collection: str | None) -> list[Quote]:
        """Quotes that tell the story of an article; NothingFound when the article is gone."""
        scope = await self._scopes.of(collection)
        quotes = await self._maker.story(article_id, scope, STORY_QUOTES)
        if not quotes:
            raise NothingFound("digest/story_gone")
        return quotes

    async def order(self, wanted: DigestOrder) -> tuple[Schedule, bool]:
        """Keep an order for a digest, new or in place of the old one; whether it is new."""
        zone_of(wanted.timing.zone)
        known = await self._schedules.of(wanted.server)
        if len(known) >= MOST_SCHEDULES:
            same = (wanted.face, wanted.channel, wanted.topic)
            if all((item.face, item.channel, item.topic) != same for item in known):
                raise WrongUse("digest/too_many", most=MOST_SCHEDULES)
        now = self.now
        first = int(following(wanted.timing, now).due.timestamp())
        schedule, is_new = await self._schedules.order(wanted, int(now.timestamp()), first)
        return await self._looked_at(schedule), is_new

    async def schedules(self, server: str) -> list[Schedule]:
        """The digests of a server."""
        return await self._schedules.of(server)

    async def find(self, schedule_id: int, server: str) -> Schedule:
        """A digest of a server by its number; NothingFound when it is none of theirs."""
        schedule = await self._schedules.one(schedule_id)
        if schedule is None or schedule.server != server:
            raise NothingFound("digest/no_such")
        return schedule

    async def rest(self, schedule: Schedule, why: Paused) -> None:
        """Let a schedule rest until somebody resumes it."""
        await self._schedules.pause(schedule.id, why)

    async def rest_until(self, schedule: Schedule, day: date) -> Schedule:
        """Let a schedule rest until a local date; WrongUse when that is not to come."""
        start = datetime.combine(day, time.min, zone_of(schedule.timing.zone)) - timedelta(
            seconds=1
        )
        if start <= self.now:
            raise WrongUse("digest/past_day")
        return await self._resumed(schedule, start.astimezone(UTC))

    async def resume(self, schedule: Schedule) -> Schedule:
        """Let a schedule begin again, with the next slot."""
        return await self._resumed(schedule, self.now)

    async def remove(self, schedule: Schedule) -> None:
        """Forget a schedule and what was posted for it."""
        await self._schedules.forget(schedule.id)

    async def standing(self, schedule: Schedule, most: int = 5) -> ScheduleStatus:
        """How a schedule stands, with its latest posts."""
        posts = tuple(await self._ledger.posts(schedule.id, most))
        if schedule.paused:
            return ScheduleStatus(schedule, None, posts)
        return ScheduleStatus(schedule, await self._following(schedule), posts)

    async def may_tell(self, schedule: Schedule) -> bool:
        """Whether whoever ordered a digest was not told yet that it rests; true only once."""
        return await self._schedules.may_tell(schedule.id)

    async def due(self, face: str) -> list[Schedule]:
        """The schedules of a face that have to be looked at now."""
        return await self._schedules.due(face, int(self._clock()))

    async def slots(self, schedule: Schedule) -> Due:
        """What is due for a schedule; slots that were missed for good are noted as skipped."""
        now = self.now
        found = due(schedule.timing, _moment(schedule.since), await self._settled(schedule), now)
        if found.missed:
            await self._ledger.skip(schedule.id, found.missed, "missed")
        if found.post is None:
            await self._looked_at(schedule)
        return found

    async def at(self, schedule: Schedule, slot: Slot) -> tuple[Digest, Window]:
        """The digest of a slot."""
        return await self._digest(schedule, slot.due)

    async def freeze(
        self, schedule: Schedule, slot: Slot, composed: tuple[Digest, Window], parts: Sequence[Part]
    ) -> None:
        """Keep what is posted for a slot before any of it is sent; no parts for an empty day.

        What another process has kept for the slot stays.
        """
        digest, window = composed
        span = int(window.start.timestamp()), int(window.end.timestamp())
        await self._ledger.plan(schedule.id, slot, span, PostContent.of(digest), parts)
        await self._looked_at(schedule)

    async def claim(self, by: str, lease: int, port: ChatPort) -> tuple[Schedule, Claimed] | None:
        """The longest due post that is a port's to send, for `lease` seconds, and its schedule."""

        def owns(server: str, channel: str) -> bool:
            return port.owns(Place(port.face, server, channel))

        claimed = await self._ledger.claim(by, lease, port.face, owns)
        if claimed is None:
            return None
        schedule = await self._schedules.one(claimed.post.schedule_id)
        return None if schedule is None else (schedule, claimed)

    async def reply(self, schedule: Schedule, part: Part) -> Reply:
        """What a part says; quotes of articles that were removed meanwhile are left out."""
        scope = await self._scopes.of(schedule.server)
        return await thawed(part.payload, self._articles, scope.collections)

    async def sent(self, post: Post, part: Part, message: str) -> None:
        """Note that a part was sent."""
        await self._ledger.sent(post.id, part.ordinal, message)

    async def settle(self, post: Post, state: State, reason: str | None = None) -> None:
        """Note what became of a post."""
        await self._ledger.settle(post.id, state, reason)

    async def release(self, post: Post, wait: int) -> None:
        """Let a post be tried again after some seconds."""
        await self._ledger.release(post.id, wait)

    async def _digest(self, schedule: Schedule, end: datetime) -> tuple[Digest, Window]:
        last = await self._ledger.window_end(schedule.id)
        first = min(_first_window(schedule), end - FIRST_WINDOW)
        start = first if last is None else min(_moment(last), end)
        window = Window(max(start, end - LONGEST_WINDOW), end)
        posts = await self._ledger.posts(schedule.id, REMEMBERED_POSTS)
        asked = DigestRequest(
            window,
            schedule.topic,
            await self._told_in_channel(schedule),
            frozenset(article for post in posts for article in post.content.articles),
        )
        scope = await self._scopes.of(schedule.server)
        return await self._maker.digest(asked, scope), window

    async def _told_in_channel(self, schedule: Schedule) -> frozenset[str]:
        """The articles that earlier posts in the schedule's channel told, on whatever topic."""
        told: set[str] = set()
        for other in await self._schedules.of(schedule.server):
            if (other.face, other.channel) == (schedule.face, schedule.channel):
                posts = await self._ledger.posts(other.id, REMEMBERED_POSTS)
                shown = (post for post in posts if post.state in SHOWN)
                told.update(article for post in shown for article in post.content.told)
        return frozenset(told)

    async def _resumed(self, schedule: Schedule, since: datetime) -> Schedule:
        first = following(schedule.timing, since, await self._settled(schedule))
        seconds = int(since.timestamp())
        await self._schedules.resume(schedule.id, seconds, int(first.due.timestamp()))
        return await self.find(schedule.id, schedule.server)

    async def _looked_at(self, schedule: Schedule) -> Schedule:
        slot = await self._following(schedule)
        await self._schedules.look_again(schedule.id, int(slot.due.timestamp()))
        return schedule

    async def _following(self, schedule: Schedule) -> Slot:
        after = max(self.now, _moment(schedule.since))
        return following(schedule.timing, after, await self._settled(schedule))

    async def _settled(self, schedule: Schedule) -> set[date]:
        return await self._ledger.settled_days(schedule.id, self.now.date())


def zone_of(name: str) -> ZoneInfo:
    """An IANA time zone; WrongUse when there is none of that name."""
    try:
        return ZoneInfo(name)
    except (KeyError, ValueError, OSError) as error:
        raise WrongUse("digest/no_such_zone", zone=name[:60]) from error


def day_window(day: date, zone: str) -> Window:
    """A local day, from midnight to midnight, however long that is."""
    place = zone_of(zone)
    start = datetime.combine(day, time.min, place)
    return Window(start, datetime.combine(day + timedelta(days=1), time.min, place))


def _first_window(schedule: Schedule) -> datetime:
    """Where the first digest begins: a day before its slot, also when that one was missed."""
    return following(schedule.timing, _moment(schedule.since)).due - FIRST_WINDOW


def _moment(seconds: int) -> datetime:
    return datetime.fromtimestamp(seconds, UTC)
