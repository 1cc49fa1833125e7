"""Reading articles, whole for quotes and in short for lists."""

import json
from collections.abc import Iterable, Sequence
from itertools import islice
from typing import Any

from sqlalchemy import Column, ColumnElement, Select, select, union_all

from bot.articles.article import Article, Mark
from bot.persistence.article_rows import ARTICLE_COLUMNS, FIELDS, IS_CURRENT, ArticleHead
from bot.persistence.database import Repository, pieces, visible, writable
from bot.persistence.schema import article, article_version, collection

MOST_TITLES_READ = 2_000
"""Articles looked through for a title: a few milliseconds, for somebody is typing."""

Plain = Select[*tuple[Any, ...]]
"""SQLAlchemy knows no types for columns that vary."""

LAST_VERSION = 2**31 - 1
"""The largest number that the column takes; a forged button may name any."""

WHOLE = (
    select(*ARTICLE_COLUMNS)
    .join_from(article, article_version, article_version.c.article_id == article.c.id)
    .join(collection, collection.c.id == article.c.collection_id)
)
CURRENT = WHOLE.where(IS_CURRENT)
HEAD_COLUMNS = (
    article.c.public_id,
    article_version.c.title,
    article_version.c.title_origin,
    article_version.c.outlet,
    article_version.c.published,
    article_version.c.url,
    article_version.c.language,
)
OUTLET_COLUMNS = (article.c.id, article_version.c.outlet)
TITLE_COLUMNS = (article.c.public_id, article_version.c.title)


class ArticleRepository(Repository):
    """The part of the store that reads articles."""

    async def one(
        self, article_id: str, collections: Sequence[str], version: int | None = None
    ) -> Article | None:
        """An article in its current version or the one asked for; None when there is none."""
        if version is not None and not 0 < version <= LAST_VERSION:
            return None
        wanted = article.c.version if version is None else version
        found = WHOLE.where(article.c.public_id == writable(article_id), visible(collections))
        async with self._database.reading() as connection:
            query = found.where(article_version.c.version == wanted)
            row = (await connection.execute(query)).one_or_none()
        return None if row is None else article_of(row)

    async def by_row(self, rows: Sequence[int]) -> dict[int, Article]:
        """The current versions of those articles in `rows` that are not removed, by row."""
        current = CURRENT.where(~article.c.removed)
        found: dict[int, Article] = {}
        async with self._database.reading() as connection:
            for piece in pieces(rows):
                these = await connection.execute(current.where(article.c.id.in_(piece)))
                found |= {row[0]: article_of(row) for row in these}
        return found

    async def newest(
        self, collections: Sequence[str], since: int | None = None, until: int | None = None
    ) -> list[tuple[int, str | None]]:
        """The rows and outlets of the newest articles of some days, at most MOST_TITLES_READ."""
        if not collections:
            return []
        days = [article.c.day >= since] if since else []
        days += [article.c.day <= until] if until else []
        async with self._database.reading() as connection:
            query = _newest(OUTLET_COLUMNS, collections, MOST_TITLES_READ, 0, *days)
            return [(row[0], row[1]) for row in await connection.execute(query)]

    async def addressed(self, collections: Sequence[str], part: str) -> list[tuple[int, str]]:
        """The rows and addresses of articles whose address has this part."""
        found = (
            select(article.c.id, article_version.c.url)
            .join_from(article, article_version, IS_CURRENT)
            .join(collection, collection.c.id == article.c.collection_id)
            .where(visible(collections), ~article.c.removed)
            .where(article_version.c.url.contains(writable(part), autoescape=True))
        )
        async with self._database.reading() as connection:
            rows = await connection.execute(found.order_by(article.c.id).limit(MOST_TITLES_READ))
            return [(row[0], row[1]) for row in rows]

    async def page(
        self, collections: Sequence[str], after_row: int = 0, limit: int = 500
    ) -> list[tuple[int, Article]]:
        """The next articles after a row, each with its row, for going through all of them."""
        page = CURRENT.where(visible(collections), article.c.id > after_row)
        async with self._database.reading() as connection:
            rows = await connection.execute(page.order_by(article.c.id).limit(limit))
            return [(row[0], article_of(row)) for row in rows]

    async def heads(
        self, collections: Sequence[str], limit: int, offset: int = 0
    ) -> list[ArticleHead]:
        """What a list shows of the articles, newest day first and those without a day last."""
        if not collections:
            return []
        async with self._database.reading() as connection:
            query = _newest(HEAD_COLUMNS, collections, limit, offset)
            return [ArticleHead(*row) for row in await connection.execute(query)]

    async def titles(
        self, collections: Sequence[str], prefix_or_word: str, limit: int = 25
    ) -> list[tuple[str, str]]:
        """The ids and titles of the newest articles whose title contains the words, in any case.

        Only the newest MOST_TITLES_READ articles are looked at.
        """
        if not collections:
            return []
        sought = prefix_or_word.strip().casefold()
        query = _newest(TITLE_COLUMNS, collections, MOST_TITLES_READ, 0)
        async with self._database.reading() as connection:
            rows = (await connection.execute(query)).all()
        found = ((row[0], row[1]) for row in rows if sought in row[1].casefold())
        return list(islice(found, limit))


def _newest(
    columns: Iterable[Column[Any]],
    collections: Sequence[str],
    limit: int,
    offset: int,
    *days: ColumnElement[bool],
) -> Plain:
    # Each collection's newest are found along an index, and only the page itself is read.
    each = (
        _newest_of(name, limit + offset, *days).subquery() for name in dict.fromkeys(collections)
    )
    every = union_all(*(select(newest) for newest in each)).subquery()
    order = (every.c.day.desc().nulls_last(), every.c.id.desc())
    page = select(every).order_by(*order).limit(limit).offset(offset).subquery()
    return (
        select(*columns)
        .join_from(page, article, article.c.id == page.c.id)
        .join(article_version, IS_CURRENT)
        .order_by(page.c.day.desc().nulls_last(), page.c.id.desc())
    )


def _newest_of(name: str, most: int, *days: ColumnElement[bool]) -> Select[int, int | None]:
    row = select(collection.c.id).where(collection.c.name == name).scalar_subquery()
    return (
        select(article.c.id, article.c.day)
        .where(article.c.collection_id == row, ~article.c.removed, *days)
        .order_by(article.c.day.desc().nulls_last(), article.c.id.desc())
        .limit(most)
    )


# The columns are of many types, and the database has checked them: Any.
def article_of(row: Sequence[Any]) -> Article:
    """The article that a row of ARTICLE_COLUMNS holds."""
    columns = dict(zip(FIELDS, row[1:], strict=True))
    columns["topics"] = tuple(name for _, name in json.loads(columns["topics"]))
    columns["marks"] = tuple(Mark(*mark) for mark in json.loads(columns["marks"]))
    return Article(**columns)
