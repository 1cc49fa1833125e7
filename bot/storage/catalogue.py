"""What a collection is about: its topics and outlets, and how many articles have each."""

from collections import Counter
from collections.abc import Sequence

from sqlalchemy import bindparam, select

from bot.storage.records import Kind
from bot.storage.room import Room
from bot.storage.schema import catalogue, collection

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


class Catalogue(Room):
    """The part of the store that knows topics and outlets."""

    async def catalogue(
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
