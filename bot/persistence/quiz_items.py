"""Repository of quiz items, and items as rows."""

import json
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from typing import Any

from sqlalchemy import bindparam, delete, select, true, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.persistence.article_rows import Values
from bot.persistence.database import Repository, pieces, visible
from bot.persistence.schema import article, article_version, quiz_facts, quiz_item
from bot.quiz.facts import Fact, Material, Person, Rejected
from bot.quiz.item import Item

OWN = tuple(column for column in quiz_item.c if column.name not in ("id", "article_id"))
ITEM_COLUMNS = (quiz_item.c.id, article.c.public_id.label("article_id"), *OWN)
_FACT = tuple(field.name for field in fields(Fact))
_PERSON = tuple(field.name for field in fields(Person))
_REJECTED = tuple(field.name for field in fields(Rejected))


def written(material: Material) -> str:
    """What an article gives to ask about, as its column holds it."""
    held = {
        "facts": [[getattr(fact, name) for name in _FACT] for fact in material.facts],
        "people": [[getattr(one, name) for name in _PERSON] for one in material.people],
        "rejected": [[getattr(one, name) for name in _REJECTED] for one in material.rejected],
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def read(column: str) -> Material:
    """What an article gives to ask about, from its column."""
    held = json.loads(column)
    return Material(
        facts=tuple(Fact(**dict(zip(_FACT, one, strict=True))) for one in held["facts"]),
        people=tuple(Person(**dict(zip(_PERSON, one, strict=True))) for one in held["people"]),
        rejected=tuple(Rejected(*one) for one in held["rejected"]),
    )


def item_values(item: Item, article_row: int) -> Values:
    """The columns of a question."""
    return {
        **asdict(item),
        "article_id": article_row,
        "options": json.dumps(item.options, ensure_ascii=False),
    }


# The columns are of many types, and the database has checked them: Any.
def item_of(row: Sequence[Any]) -> Item:
    """The question that a row of ITEM_COLUMNS holds."""
    columns = dict(zip((column.name for column in ITEM_COLUMNS), row, strict=True))
    return Item(**(columns | {"options": tuple(json.loads(columns["options"]))}))


IS_CURRENT = (quiz_facts.c.article_id == article.c.id) & (quiz_facts.c.version == article.c.version)
ITEM_IS_CURRENT = (quiz_item.c.article_id == article.c.id) & (
    quiz_item.c.version == article.c.version
)
NEWEST = (
    select(article.c.id)
    .where(~article.c.removed)
    .order_by(article.c.change.desc())
    .limit(bindparam("most"))
    .subquery()
)
UNASKED = (
    select(NEWEST.c.id)
    .join(article, article.c.id == NEWEST.c.id)
    .outerjoin(quiz_facts, IS_CURRENT & (quiz_facts.c.recipe == bindparam("recipe")))
    .where(quiz_facts.c.asked.is_distinct_from(true()))
    .order_by(article.c.change.desc())
)
BY_ROW = (
    select(article.c.id, article.c.version, quiz_facts.c.facts)
    .join(quiz_facts, IS_CURRENT)
    .where(quiz_facts.c.recipe == bindparam("recipe"))
)
ITEMS = select(*ITEM_COLUMNS).join_from(quiz_item, article, ITEM_IS_CURRENT)


class ItemRepository(Repository):
    """Facts of articles and the questions made of them, each of one version."""

    async def unasked_articles(self, recipe: str, newest: int) -> list[int]:
        """The rows of those of the newest articles whose questions are still to be made."""
        async with self._database.reading() as connection:
            rows = await connection.execute(UNASKED, {"recipe": recipe, "most": newest})
            return [row[0] for row in rows]

    async def materials(self, rows: Sequence[int], recipe: str) -> dict[int, tuple[int, Material]]:
        """The versions of articles, by row, and what they give to ask about, where it is known."""
        found: dict[int, tuple[int, Material]] = {}
        async with self._database.reading() as connection:
            for piece in pieces(rows):
                query = BY_ROW.where(article.c.id.in_(piece))
                held = await connection.execute(query, {"recipe": recipe})
                found |= {row: (version, read(facts)) for row, version, facts in held}
        return found

    async def save_materials(self, made: Mapping[tuple[int, int], Material], recipe: str) -> None:
        """Keep what versions of articles, named by row and number, give to ask about."""
        if not made:
            return
        new = self._database.insert(quiz_facts)
        again = {name: new.excluded[name] for name in ("recipe", "facts", "asked")}
        upsert = new.on_conflict_do_update(index_elements=["article_id", "version"], set_=again)
        async with self._database.writing() as connection:
            there = await _there(connection, [row for row, _ in made])
            values = _values(made, recipe, there)
            if values:
                await connection.execute(upsert, values)

    async def save_items(self, row: int, version: int, items: Sequence[Item]) -> None:
        """Keep the questions of a version of an article in place of those it had."""
        mine = (quiz_item.c.article_id == row) & (quiz_item.c.version == version)
        done = update(quiz_facts).where(
            quiz_facts.c.article_id == row, quiz_facts.c.version == version
        )
        async with self._database.writing() as connection:
            await connection.execute(delete(quiz_item).where(mine))
            if items and (row, version) in await _there(connection, [row]):
                values = [item_values(item, row) for item in items]
                await connection.execute(quiz_item.insert(), values)
            await connection.execute(done.values(asked=True))

    async def ask_again(self, rows: Sequence[int]) -> None:
        """Let the questions of articles be made anew, for their story has changed."""
        async with self._database.writing() as connection:
            for piece in pieces(rows):
                theirs = quiz_facts.c.article_id.in_(piece)
                await connection.execute(update(quiz_facts).where(theirs).values(asked=False))

    async def items_of(self, rows: Sequence[int]) -> list[Item]:
        """The questions about the current versions of articles, in order of their ids."""
        found: list[Item] = []
        async with self._database.reading() as connection:
            for piece in pieces(rows):
                query = ITEMS.where(article.c.id.in_(piece), ~article.c.removed)
                found += [item_of(row) for row in await connection.execute(query)]
        return sorted(found, key=lambda item: item.id)

    async def newest_items(self, collections: Sequence[str], most: int) -> list[Item]:
        """Questions about the articles that may be seen, those of the newest day first."""
        query = ITEMS.where(visible(collections))
        order = (article.c.day.desc().nulls_last(), article.c.id.desc(), quiz_item.c.id)
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(*order).limit(most))
            return [item_of(row) for row in rows]

    async def newest_rows(self, collections: Sequence[str], most: int) -> dict[str, int]:
        """The rows of the newest articles that may be seen, by the articles' ids."""
        query = select(article.c.public_id, article.c.id).where(visible(collections))
        order = (article.c.day.desc().nulls_last(), article.c.id.desc())
        async with self._database.reading() as connection:
            rows = await connection.execute(query.order_by(*order).limit(most))
            return {found.public_id: found.id for found in rows}


async def _there(connection: AsyncConnection, rows: Sequence[int]) -> set[tuple[int, int]]:
    """The versions that articles have; one may have been removed while it was looked at."""
    found: set[tuple[int, int]] = set()
    for piece in pieces(rows):
        held = select(article_version.c.article_id, article_version.c.version)
        known = await connection.execute(held.where(article_version.c.article_id.in_(piece)))
        found |= {(row, version) for row, version in known}
    return found


def _values(
    made: Mapping[tuple[int, int], Material], recipe: str, there: set[tuple[int, int]]
) -> list[Values]:
    return [
        {
            "article_id": row,
            "version": version,
            "recipe": recipe,
            "facts": written(held),
            "asked": False,
        }
        for (row, version), held in made.items()
        if (row, version) in there
    ]
