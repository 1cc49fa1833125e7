"""Articles by when they came in or what day they are of, and the stories that they belong to."""

from collections.abc import Mapping, Sequence
from datetime import date

from sqlalchemy import ColumnElement, func, select

from bot.digest.schedule import Arrival
from bot.persistence.article_rows import ARTICLE_COLUMNS, IS_CURRENT
from bot.persistence.articles import article_of
from bot.persistence.database import AnyRow, Repository, pieces, visible, writable
from bot.persistence.schema import article, article_version, collection, story_article

TIMES = (article.c.first_seen, article.c.baseline, article.c.day)
ARRIVALS = (
    select(*ARTICLE_COLUMNS, *TIMES)
    .join_from(article, article_version, IS_CURRENT)
    .join(collection, collection.c.id == article.c.collection_id)
)


class ArrivalRepository(Repository):
    """The part of the store that the digest reads."""

    async def between(
        self,
        collections: Sequence[str],
        after: int,
        until: int,
        most: int,
        *,
        baseline: bool | None = None,
    ) -> list[Arrival]:
        """The latest articles that came in after a moment, up to another; Unix seconds.

        Only those that a feed had at its first reading, or only the others, when `baseline` says.
        """
        came = _came(collections, after, until)
        if baseline is not None:
            came &= article.c.baseline.is_(baseline)
        return await self._arrivals(came, most)

    async def count(self, collections: Sequence[str], after: int, until: int) -> int:
        """How many articles came in, however many there are."""
        came = _came(collections, after, until) & ~article.c.baseline
        counted = select(func.count()).select_from(article).where(came)
        async with self._database.reading() as connection:
            return int((await connection.execute(counted)).scalar_one())

    async def dated(
        self, collections: Sequence[str], first: date, last: date, most: int
    ) -> list[Arrival]:
        """The articles that bear a date from `first` to `last`, in the order in which they came."""
        days = article.c.day.between(_number(first), _number(last))
        return await self._arrivals(visible(collections) & days, most)

    async def story(
        self, scope: str, collections: Sequence[str], article_id: str, most: int
    ) -> list[Arrival]:
        """The newest articles of the story that an article was put into, in order."""
        own = (
            select(story_article.c.story)
            .join(article, article.c.id == story_article.c.article_id)
            .where(article.c.public_id == writable(article_id), story_article.c.scope == scope)
        )
        rows = select(story_article.c.article_id).where(
            story_article.c.scope == scope, story_article.c.story.in_(own)
        )
        return await self._arrivals(visible(collections) & article.c.id.in_(rows), most)

    async def stories_of(self, scope: str, rows: Sequence[int]) -> dict[int, str]:
        """The stories that articles were put into, by row."""
        found: dict[int, str] = {}
        async with self._database.reading() as connection:
            for piece in pieces(rows):
                these = select(story_article.c.article_id, story_article.c.story).where(
                    story_article.c.scope == scope, story_article.c.article_id.in_(piece)
                )
                found.update({row: story for row, story in await connection.execute(these)})  # noqa: C416 - rows are no pairs to mypy
        return found

    async def keep_stories(self, scope: str, stories: Mapping[int, str]) -> None:
        """Put articles, by row, into stories, in place of those that they were in."""
        rows = [{"scope": scope, "article_id": row, "story": s} for row, s in stories.items()]
        async with self._database.writing() as connection:
            if rows:
                new = self._database.insert(story_article)
                keys = ["scope", "article_id"]
                moved = new.on_conflict_do_update(
                    index_elements=keys, set_={"story": new.excluded.story}
                )
                await connection.execute(moved, rows)

    async def _arrivals(self, which: ColumnElement[bool], most: int) -> list[Arrival]:
        order = (func.coalesce(article.c.first_seen, 0).desc(), article.c.id.desc())
        newest = ARRIVALS.where(which).order_by(*order).limit(most)
        async with self._database.reading() as connection:
            rows = (await connection.execute(newest)).all()
        return [_arrival(row) for row in reversed(rows)]


def _came(collections: Sequence[str], after: int, until: int) -> ColumnElement[bool]:
    moment = (article.c.first_seen > after) & (article.c.first_seen <= until)
    return visible(collections) & moment


def _arrival(row: AnyRow) -> Arrival:
    *columns, first_seen, baseline, day = row
    return Arrival(columns[0], article_of(columns), first_seen, bool(baseline), _date(day))


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day


def _date(number: int | None) -> date | None:
    return None if number is None else date(number // 10_000, number // 100 % 100, number % 100)
