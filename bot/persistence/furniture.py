"""Lines that recur in articles of one source: which are furniture, and what to mark anew."""

from collections.abc import Mapping, Sequence

from sqlalchemy import bindparam, delete, func, select, update
from sqlalchemy.ext.asyncio import AsyncConnection

from bot.articles.article import Article, public_id
from bot.articles.boilerplate.recurring import ENOUGH, MOST_JUDGED
from bot.persistence.article_rows import Prepared, Saved, SavedPlace, marks_column, passage_rows
from bot.persistence.articles import CURRENT, article_of
from bot.persistence.database import Repository, pieces
from bot.persistence.saving import delete_passages, last, wait_for_writers
from bot.persistence.schema import (
    article,
    article_version,
    collection,
    passage,
    quiz_facts,
    quiz_item,
)
from bot.persistence.schema_intake import line_verdict, recurring_line

RECURRING = (
    select(recurring_line.c.line).group_by(recurring_line.c.line).having(func.count() >= ENOUGH)
)
HAVING = (
    CURRENT.join(recurring_line, recurring_line.c.article_id == article.c.id)
    .where(recurring_line.c.line == bindparam("sought"))
    .order_by(article.c.id)
    .limit(MOST_JUDGED)
)
FURNITURE = select(line_verdict.c.line).where(line_verdict.c.furniture)
LAGGING = select(recurring_line.c.article_id).where(recurring_line.c.line.in_(FURNITURE)).distinct()
REMARKED = (
    update(article_version)
    .where(article_version.c.article_id == bindparam("row"))
    .where(article_version.c.version == bindparam("at"))
    .values(marks=bindparam("marked"))
)
CHANGED = (
    update(article)
    .where(article.c.id == bindparam("row"))
    .values(change=bindparam("number"), words_hash=bindparam("words"))
)


class FurnitureRepository(Repository):
    """The part of the store that learns which lines are furniture."""

    async def verdicts(self, lines: Sequence[int]) -> dict[int, bool]:
        """Whether lines are furniture, of those of which it is known."""
        found: dict[int, bool] = {}
        async with self._database.reading() as connection:
            for piece in pieces(lines):
                asked = select(line_verdict).where(line_verdict.c.line.in_(piece))
                found |= {row.line: row.furniture for row in await connection.execute(asked)}
        return found

    async def recurring(self, lines: Sequence[int]) -> dict[int, list[Article]]:
        """Those of the lines that are to be judged, each with articles that have it."""
        found: dict[int, list[Article]] = {}
        async with self._database.reading() as connection:
            for piece in pieces(lines):
                asked = RECURRING.where(recurring_line.c.line.in_(piece))
                common = (await connection.execute(asked)).scalars().all()
                judged = select(line_verdict.c.line).where(line_verdict.c.line.in_(common))
                known = set((await connection.execute(judged)).scalars()) if common else set()
                for line in set(common) - known:
                    rows = await connection.execute(HAVING, {"sought": line})
                    found[line] = list(map(article_of, rows))
        return found

    async def judge(self, verdicts: Mapping[int, bool]) -> None:
        """Keep what became known of lines."""
        values = [{"line": line, "furniture": told} for line, told in verdicts.items()]
        other = [line for line, told in verdicts.items() if not told]
        async with self._database.writing() as connection:
            new = self._database.insert(line_verdict).on_conflict_do_nothing()
            await connection.execute(new, values)
            for piece in pieces(other):
                await connection.execute(
                    delete(recurring_line).where(recurring_line.c.line.in_(piece))
                )

    async def lagging(self, most: int) -> dict[int, Article]:
        """Articles, by row, that have a line of which it became known that it is furniture."""
        async with self._database.reading() as connection:
            rows = (await connection.execute(LAGGING.limit(most))).scalars().all()
            whole = await connection.execute(CURRENT.where(article.c.id.in_(rows)))
            return {row.article_row: article_of(row) for row in whole}

    async def remark(self, remade: Mapping[int, tuple[Article, Prepared]]) -> list[Saved]:
        """Give the versions of articles, by row, other marks and passages; where each went.

        One that has changed meanwhile is left as it is, and has no place.
        """
        async with self._database.writing() as connection:
            await wait_for_writers(connection)
            known = await _versions(connection, list(remade))
            number = await last(connection, article.c.change)
            places: dict[int, SavedPlace] = {}
            for row, (held, _) in remade.items():
                version, owner = known[row]
                if version == held.version:
                    places[row] = SavedPlace(number + len(places) + 1, row, version, owner)
            await _remark(connection, places, {row: made for row, (_, made) in remade.items()})
        return [
            Saved("unchanged", public_id(held.collection, held.key), places.get(row))
            for row, (held, _) in remade.items()
        ]


async def _versions(
    connection: AsyncConnection, rows: Sequence[int]
) -> dict[int, tuple[int | None, int]]:
    """The current versions, none of a removed one, and the collections of articles."""
    known = select(article.c.id, article.c.version, article.c.removed, article.c.collection_id)
    found: dict[int, tuple[int | None, int]] = {}
    for piece in pieces(rows):
        for row in await connection.execute(known.where(article.c.id.in_(piece))):
            found[row.id] = (None if row.removed else row.version, row.collection_id)
    return found


async def _remark(
    connection: AsyncConnection, places: Mapping[int, SavedPlace], made: Mapping[int, Prepared]
) -> None:
    """Write what became of articles that stand at `places`, by row."""
    if not places:
        return
    rows = list(places)
    marks = [
        {"row": row, "at": place.version, "marked": marks_column(made[row].draft.marks)}
        for row, place in places.items()
    ]
    changes = [
        {"row": row, "number": place.number, "words": made[row].words_hash}
        for row, place in places.items()
    ]
    await connection.execute(REMARKED, marks)
    await connection.execute(CHANGED, changes)
    for owner in {place.collection_row for place in places.values()}:
        own = [row for row in rows if places[row].collection_row == owner]
        await _replace_passages(connection, owner, {row: made[row] for row in own}, places)
    for piece in pieces(rows):
        # Questions were made of what is furniture as well.
        for table in (quiz_item, quiz_facts):
            await connection.execute(delete(table).where(table.c.article_id.in_(piece)))
        lagging = recurring_line.c.article_id.in_(piece) & recurring_line.c.line.in_(FURNITURE)
        await connection.execute(delete(recurring_line).where(lagging))


async def _replace_passages(
    connection: AsyncConnection,
    owner: int,
    made: Mapping[int, Prepared],
    places: Mapping[int, SavedPlace],
) -> None:
    passages, words = await delete_passages(connection, list(made))
    new = [
        values
        for row, one in made.items()
        for values in passage_rows(one, {"article_id": row, "version": places[row].version})
    ]
    if new:
        await connection.execute(passage.insert(), new)
    terms = sum(span.length for one in made.values() for span in one.passages)
    more = {
        "passages": collection.c.passages + len(new) - passages,
        "words": collection.c.words + terms - words,
    }
    await connection.execute(update(collection).where(collection.c.id == owner).values(more))
