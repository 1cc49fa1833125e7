"""Repositories of topics and outlets, of inquiries that buttons go back to, and of notes."""

from collections import Counter
from collections.abc import Sequence
from dataclasses import asdict

from sqlalchemy import bindparam, delete, select

from bot.persistence.article_rows import Inquiry, Kind
from bot.persistence.database import Repository, writable
from bot.persistence.schema import catalogue, collection, inquiry, meta

MOST_COMMON = (
    select(catalogue.c.folded, catalogue.c.name, catalogue.c.articles)
    .where(
        catalogue.c.collection_id
        == select(collection.c.id).where(collection.c.name == bindparam("owner")).scalar_subquery(),
        catalogue.c.kind == bindparam("of_kind"),
    )
    .order_by(catalogue.c.articles.desc())
    .limit(bindparam("most"))
)
"""Read along an index, so that it takes as long in a large catalogue as in a small one."""


class CatalogueRepository(Repository):
    """The part of the store that knows topics and outlets."""

    async def names(
        self, collections: Sequence[str], kind: Kind, limit: int
    ) -> list[tuple[str, int]]:
        """The most common names of a kind with their numbers of articles, most common first.

        Of several collections each one's most common names are taken together.
        """
        counts: Counter[str] = Counter()
        names: dict[str, str] = {}
        async with self._database.reading() as connection:
            for owner in dict.fromkeys(collections):
                asked = {"owner": owner, "of_kind": kind, "most": limit}
                for folded, name, articles in await connection.execute(MOST_COMMON, asked):
                    counts[folded] += articles
                    names[folded] = min(name, names.get(folded, name))
        ordered = sorted(counts.items(), key=lambda counted: (-counted[1], counted[0]))
        return [(names[folded], articles) for folded, articles in ordered[:limit]]


class InquiryRepository(Repository):
    """The part of the store that remembers what was asked."""

    async def remember(self, asked: Inquiry) -> None:
        """Keep what was asked under its token, in place of what the token stood for."""
        values = asdict(asked) | {"query": writable(asked.query)}
        new = self._database.insert(inquiry).values(values)
        moved = {name: new.excluded[name] for name in values if name != "token"}
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["token"], set_=moved)
            )

    async def recall(self, token: str) -> Inquiry | None:
        """What was asked under a token, None when it is not known or forgotten."""
        found = select(inquiry).where(inquiry.c.token == writable(token))
        async with self._database.reading() as connection:
            row = (await connection.execute(found)).one_or_none()
        return None if row is None else Inquiry(*row)

    async def forget(self, before: int) -> None:
        """Forget what was asked before a moment, in Unix seconds."""
        async with self._database.writing() as connection:
            await connection.execute(delete(inquiry).where(inquiry.c.asked < before))


class NoteRepository(Repository):
    """Single values under names, of the database itself and of faces."""

    async def value(self, name: str) -> str | None:
        """The value kept under a name, None when there is none."""
        found = select(meta.c.value).where(meta.c.name == name)
        async with self._database.reading() as connection:
            value: str | None = (await connection.execute(found)).scalar_one_or_none()
        return value

    async def keep(self, name: str, value: str) -> None:
        """Keep a value under a name, in place of the old one."""
        new = self._database.insert(meta).values(name=name, value=value)
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )

    async def identity(self) -> str:
        """32 hexadecimal digits that this database got when it was made, and no other has."""
        return await self.value("identity") or ""
