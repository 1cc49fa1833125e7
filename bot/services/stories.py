"""The stories that articles are put into: for digests, and for whoever asks for all of them."""

import asyncio
from collections import OrderedDict
from collections.abc import AsyncIterator, Iterable, Sequence
from dataclasses import dataclass
from datetime import date, datetime

from bot.articles.article import Article
from bot.digest.likeness import StoryReport, report_of
from bot.digest.stories import StoryGroup, grouped
from bot.language.english.analyser import Analyser
from bot.persistence.article_rows import day_of
from bot.persistence.articles import ArticleRepository
from bot.persistence.database import Clock
from bot.search.reranker import day_of_number
from bot.services.requests import days_named
from bot.services.visibility import Visibility

REMEMBERED_REPORTS = 6_000
"""Articles whose terms are kept, some 60 MB at most; as many as one digest looks at."""

REMEMBERED_GROUPINGS = 4
"""Sets of articles whose stories are kept: digests of one hour look at the same ones."""

READ_AT_ONCE = 200
"""Articles that are read between two looks at what else there is to do."""

DatedArticle = tuple[Article, date | None]


class StoryGrouping:
    """Puts sets of articles into stories, and remembers the latest; for one thread at a time."""

    def __init__(self, analyser: Analyser) -> None:
        self._analyser = analyser
        self._reports: dict[tuple[str, int], StoryReport] = {}
        self._groupings: OrderedDict[frozenset[tuple[str, int]], list[StoryGroup]] = OrderedDict()

    def groups(self, articles: Iterable[DatedArticle]) -> list[StoryGroup]:
        """The stories of articles, each of which is in one; the same in whatever order."""
        dated = {(article.id, article.version): (article, day) for article, day in articles}
        key = frozenset(dated)
        if key not in self._groupings:
            reports = {name: self._report(name, *dated[name]) for name in dated}
            self._groupings[key] = grouped(reports.values())
            if len(self._groupings) > REMEMBERED_GROUPINGS:
                self._groupings.popitem(last=False)
            known = {**self._reports, **reports}
            self._reports = known if len(known) <= REMEMBERED_REPORTS else reports
        return self._groupings[key]

    def _report(self, name: tuple[str, int], article: Article, day: date | None) -> StoryReport:
        known = self._reports.get(name)
        return known if known is not None else report_of(article, self._analyser, day)


@dataclass(frozen=True, slots=True)
class StoryOutline:
    """A story by its articles: who tells it, from which day to which, and what bears on it.

    `title` is that of its earliest article, `related` are the ids of other stories.
    """

    id: str
    title: str
    articles: tuple[str, ...]
    related: tuple[str, ...]
    outlets: tuple[str, ...]
    first: date | None
    last: date | None


@dataclass(frozen=True, slots=True)
class _Stated:
    """What is kept of an article once its words are read."""

    title: str
    outlet: str | None
    day: date | None


class StoryService:
    """All stories that can be seen from a collection; None stands for the operator's."""

    def __init__(self, articles: ArticleRepository, visibility: Visibility, clock: Clock) -> None:
        self._articles = articles
        self._visibility = visibility
        self._clock = clock
        self._analyser = Analyser()
        # An analyser is for one thread at a time.
        self._turn = asyncio.Lock()

    async def stories(
        self, collection: str | None = None, since: str | None = None, until: str | None = None
    ) -> list[StoryOutline]:
        """The stories of the articles of some days, or of all articles, the earliest first.

        WrongUse when `since` or `until` is no day.
        """
        # What is relative, such as "last week", goes by the machine's own day.
        today = datetime.fromtimestamp(self._clock()).date()  # noqa: DTZ006
        first, last = (
            days_named(name, day, today) for name, day in (("since", since), ("until", until))
        )
        reports: list[StoryReport] = []
        stated: dict[str, _Stated] = {}
        async with self._turn:
            async for page in self._pages(collection):
                chosen = [item for item in page if _is_between(item[1], first, last)]
                stated |= {a.id: _Stated(a.title, a.outlet, day) for a, day in chosen}
                reports += await asyncio.to_thread(self._read, chosen)
            groups = await asyncio.to_thread(grouped, reports)
        return [_outline(group, stated) for group in groups]

    async def _pages(self, collection: str | None) -> AsyncIterator[list[DatedArticle]]:
        scope = await self._visibility.of(collection)
        row = 0
        while page := await self._articles.page(scope.collections, row, READ_AT_ONCE):
            row = page[-1][0]
            yield [(article, _day(article)) for _, article in page]

    def _read(self, articles: Sequence[DatedArticle]) -> list[StoryReport]:
        return [report_of(article, self._analyser, day) for article, day in articles]


def _day(article: Article) -> date | None:
    number = day_of(article.published)
    return day_of_number(number) if number else None


def _is_between(
    day: date | None, since: tuple[int, int] | None, until: tuple[int, int] | None
) -> bool:
    """Whether an article is of some days; an undated one is of none, but of all."""
    if since is None and until is None:
        return True
    number = 0 if day is None else int(day.strftime("%Y%m%d"))
    return bool(number) and (not since or since[0] <= number) and (not until or number <= until[1])


def _outline(group: StoryGroup, stated: dict[str, _Stated]) -> StoryOutline:
    told = [stated[name] for name in group.articles]
    days = [one.day for one in told if one.day]
    return StoryOutline(
        id=group.id,
        title=told[0].title,
        articles=group.articles,
        related=group.related,
        outlets=tuple(dict.fromkeys(one.outlet for one in told if one.outlet)),
        first=min(days, default=None),
        last=max(days, default=None),
    )
