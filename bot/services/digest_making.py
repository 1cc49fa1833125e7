"""From what came in to a digest: articles are read, put into stories, chosen from."""

import asyncio
from collections import OrderedDict, defaultdict
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, tzinfo

from bot.articles.article import Article, Quote
from bot.digest.clustering import WINDOW
from bot.digest.composing import ToldBefore, composed, on_topic, originals
from bot.digest.digest import Digest, Fresh, LeftOut, Window
from bot.digest.quoting import quotes_of
from bot.digest.schedule import Arrival
from bot.language.english.analyser import Analyser
from bot.persistence.arrivals import ArrivalRepository
from bot.persistence.articles import ArticleRepository
from bot.search.query import Concept, topic_query
from bot.search.synonyms import Synonyms
from bot.services.stories import StoryGrouping
from bot.services.visibility import Scope

MOST_READ = 2_000
"""Articles that one digest reads at most, the newest; the others are counted."""

MOST_EARLIER = 4_000
"""Articles of the days before that stories are told by, the newest."""

MOST_OF_A_STORY = 50
"""Articles of one story that are quoted from, the newest."""

LATE_COMMIT = timedelta(minutes=10)
"""How long before a window its articles may have come in: one may be saved while a digest reads."""

OLD = timedelta(days=2)
"""An article dated earlier than this before the window is an archive's, and no news."""

REMEMBERED_DIGESTS = 8
"""Digests kept: at eight o'clock a thousand channels are told the same."""


@dataclass(frozen=True, slots=True)
class DigestRequest:
    """What a digest is to be made of.

    `told` are the articles that earlier posts told, `considered` those that they told or left out.
    """

    window: Window
    topic: str = ""
    told: frozenset[str] = frozenset()
    considered: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class ArrivedArticles:
    """The articles of a window, those of the days before it, and how many more there were."""

    fresh: Sequence[Arrival]
    earlier: Sequence[Arrival]
    unread: int = 0


@dataclass(frozen=True, slots=True)
class PlacedArticles:
    """The story of each article, and the stories related to each story; by id."""

    stories: Mapping[str, str]
    related: Mapping[str, tuple[str, ...]]


class DigestMaker:
    """Makes digests of the articles that came in."""

    def __init__(
        self, arrivals: ArrivalRepository, articles: ArticleRepository, synonyms: Synonyms
    ) -> None:
        self._arrivals = arrivals
        self._articles = articles
        self._synonyms = synonyms
        self._analyser = Analyser()
        # An analyser is for one thread at a time.
        self._turn = asyncio.Lock()
        self._grouping = StoryGrouping(self._analyser)
        self._digests: OrderedDict[tuple[str, int, DigestRequest], Digest] = OrderedDict()

    async def digest(self, asked: DigestRequest, scope: Scope) -> Digest:
        """The digest of what came in during a window."""
        key = (_name(scope), scope.change, asked)
        async with self._turn:
            if key not in self._digests:
                self._digests[key] = await self._digest(asked, scope)
                if len(self._digests) > REMEMBERED_DIGESTS:
                    self._digests.popitem(last=False)
            return self._digests[key]

    async def digest_of_day(self, day: date, window: Window, scope: Scope) -> Digest:
        """The digest of a local day: of the articles dated on it, or undated and come in on it."""
        gathered = await self._of_day(day, window, scope)
        async with self._turn:
            placed = await self._placed(gathered, scope)
            # What a feed had at its first reading was told by no digest.
            told = frozenset(item.article.id for item in gathered.earlier if not item.baseline)
            return await asyncio.to_thread(
                self._composed, gathered, placed, DigestRequest(window, told=told), None
            )

    async def story(self, article_id: str, scope: Scope, most: int) -> list[Quote]:
        """Quotes of the newest articles of an article's story; none when the article is gone."""
        article = await self._articles.one(article_id, scope.collections)
        if article is None:
            return []
        names = scope.collections
        found = await self._arrivals.story(_name(scope), names, article_id, MOST_OF_A_STORY)
        async with self._turn:
            articles = [item.article for item in found] or [article]
            return await asyncio.to_thread(self._quotes, articles, most)

    def _quotes(self, articles: Sequence[Article], most: int) -> list[Quote]:
        return list(quotes_of(originals(articles), self._analyser, most))

    async def _digest(self, asked: DigestRequest, scope: Scope) -> Digest:
        gathered = await self._gathered(asked, scope)
        placed = await self._placed(gathered, scope)
        concepts = topic_query(asked.topic, self._analyser, self._synonyms).concepts
        return await asyncio.to_thread(self._composed, gathered, placed, asked, concepts)

    async def _gathered(self, asked: DigestRequest, scope: Scope) -> ArrivedArticles:
        start, end = (int(m.timestamp()) for m in (asked.window.start, asked.window.end))
        first = start - int(LATE_COMMIT.total_seconds())
        before = start - int(WINDOW.total_seconds())
        names = scope.collections
        # What a feed had at its first reading may be thousands, and is not to hide what is new.
        came = await self._arrivals.between(names, first, end, MOST_READ, baseline=False)
        is_new = {item.row: item.article.id not in asked.considered for item in came}
        unread = 0
        if len(came) == MOST_READ:
            unread = await self._arrivals.count(names, start, end) - MOST_READ
        earlier = await self._arrivals.between(names, before, first, MOST_EARLIER)
        earlier += await self._arrivals.between(names, first, end, MOST_EARLIER, baseline=True)
        earlier += [item for item in came if not is_new[item.row]]
        return ArrivedArticles([item for item in came if is_new[item.row]], earlier, max(unread, 0))

    async def _of_day(self, day: date, window: Window, scope: Scope) -> ArrivedArticles:
        names, zone, one = scope.collections, window.start.tzinfo or UTC, timedelta(days=1)
        start, end = (int(moment.timestamp()) for moment in (window.start, window.end))
        before = start - int(WINDOW.total_seconds())
        near = await self._arrivals.dated(names, day - one, day + one, 3 * MOST_READ)
        came = await self._arrivals.between(names, start - 1, end - 1, MOST_READ)
        fresh = [item for item in near if _local_day(item, zone) == day]
        fresh += [item for item in came if item.day is None]
        dated = await self._arrivals.dated(names, day - WINDOW, day, MOST_EARLIER)
        earlier = [item for item in dated if (_local_day(item, zone) or day) < day]
        older = await self._arrivals.between(names, before, start - 1, MOST_EARLIER)
        earlier += [item for item in older if item.day is None]
        return ArrivedArticles([item for item in fresh if not item.baseline], earlier)

    async def _placed(self, gathered: ArrivedArticles, scope: Scope) -> PlacedArticles:
        """The stories of the articles; what each one is in is kept for whoever asks for it."""
        every = [*gathered.earlier, *gathered.fresh]
        name = _name(scope)
        placed = await asyncio.to_thread(self._put_into_stories, every)
        rows = {item.row: placed.stories[item.article.id] for item in every}
        known = await self._arrivals.stories_of(name, list(rows))
        changed = {row: story for row, story in rows.items() if known.get(row) != story}
        await self._arrivals.keep_stories(name, changed)
        return placed

    def _put_into_stories(self, every: Sequence[Arrival]) -> PlacedArticles:
        groups = self._grouping.groups((item.article, item.day) for item in every)
        stories = {name: group.id for group in groups for name in group.articles}
        return PlacedArticles(stories, {group.id: group.related for group in groups})

    def _composed(
        self,
        gathered: ArrivedArticles,
        placed: PlacedArticles,
        asked: DigestRequest,
        concepts: Sequence[Concept] | None,
    ) -> Digest:
        earlier: defaultdict[str, list[Article]] = defaultdict(list)
        for item in gathered.earlier:
            if item.article.id in asked.told:
                earlier[placed.stories[item.article.id]].append(item.article)
        fresh, left_out = [], []
        for item in gathered.fresh:
            if concepts is not None and _is_old(item, asked.window):
                left_out.append(LeftOut(item.article.id, "too_old"))
            elif concepts and not on_topic(item.article, concepts, self._analyser):
                left_out.append(LeftOut(item.article.id, "off_topic"))
            else:
                fresh.append(Fresh(item.article, placed.stories[item.article.id]))
        every = (item.article.id for item in (*gathered.earlier, *gathered.fresh))
        told = frozenset(placed.stories[name] for name in every if name in asked.told)
        return composed(
            fresh,
            ToldBefore(told, earlier),
            self._analyser,
            left_out,
            gathered.unread,
            related=placed.related,
        )


def _name(scope: Scope) -> str:
    """What stories of a scope are kept under: the collections that hold anything."""
    return " ".join(item.name for item in scope.held)


def _is_old(item: Arrival, window: Window) -> bool:
    return item.day is not None and item.day < (window.start - OLD).date()


def _local_day(item: Arrival, zone: tzinfo) -> date | None:
    """The day of an article in a zone; a date without a time is a day anywhere."""
    published = item.article.published
    if published is None or "T" not in published:
        return item.day
    return datetime.fromisoformat(published).astimezone(zone).date()
