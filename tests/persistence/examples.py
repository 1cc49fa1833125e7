"""Articles to save, and a plain look into a database file."""

import sqlite3
from collections.abc import Sequence
from contextlib import closing
from pathlib import Path

from bot.articles.article import Draft, Mark
from bot.engines.forward_index import bodies_of
from bot.persistence.article_rows import Passage, Prepared
from bot.persistence.store import Store
from bot.search.passage_index import IndexedPassage

WORDS = ("a", "crane", "lifts", "steel", "beams", "over", "the", "quay")


def prepared(  # every argument is one thing that a test varies
    key: str,
    *,
    content: str = "one",
    passages: int = 2,
    outlet: str | None = "Harbour Post",
    published: str | None = "2024-03-05",
    topics: Sequence[tuple[str, str]] = (("shipping", "Shipping"), ("trade", "Trade")),
    title: str | None = None,
) -> Prepared:
    """An article of `passages` passages, whose text tells its key and content."""
    text = f"{key} {content}: " + " ".join(WORDS)
    draft = Draft(
        key=key,
        source=f"{key}.md",
        text=text,
        title=title or f"Title of {key}",
        title_origin="metadata",
        outlet=outlet,
        author="Staff",
        published=published,
        url=f"https://example.org/{key}",
        language="en",
        topics=tuple(name for _, name in topics),
        marks=(Mark(0, 3, "caption"),),
    )
    spans = tuple(Passage(n, n + 9, f"{key} {content} {n}", 3) for n in range(passages))
    indexed = [IndexedPassage(span.start, span.end, span.terms) for span in spans]
    bodies = bodies_of(f"title {key}", indexed)
    return Prepared(draft, f"hash of {content}", f"title {key}", spans, tuple(topics), bodies)


def url_of(file: Path) -> str:
    """The address of a database file."""
    return f"sqlite+aiosqlite:///{file}"


async def open_and_close(url: str) -> None:
    """Open a store that is not expected to open."""
    await (await Store.open(url)).close()


def content(file: Path) -> bytes:
    """Every byte of a file."""
    return file.read_bytes()


def overwrite(file: Path, everything: bytes) -> None:
    """Let a file be these bytes."""
    file.write_bytes(everything)


def names(folder: Path) -> list[str]:
    """The names of the files in a folder."""
    return sorted(file.name for file in folder.iterdir())


def rows(file: Path, query: str) -> list[tuple[object, ...]]:
    """What a query finds in a database file, past the store."""
    with closing(sqlite3.connect(file)) as connection:
        return connection.execute(query).fetchall()


def execute(file: Path, statement: str) -> list[tuple[object, ...]]:
    """What a statement changes or finds in a database file, past the store."""
    with closing(sqlite3.connect(file)) as connection, connection:
        return connection.execute(statement).fetchall()


def miscounts(file: Path) -> list[str]:
    """Where the kept counts differ from the rows they count; empty when all are right."""
    kept = {
        "collections": rows(file, "SELECT id, articles, passages, words FROM collection"),
        "topics": rows(file, CATALOGUE.format(kind="topic")),
        "outlets": rows(file, CATALOGUE.format(kind="outlet")),
    }
    counted = {
        "collections": rows(file, COUNTED),
        "topics": rows(file, COUNTED_TOPICS),
        "outlets": rows(file, COUNTED_OUTLETS),
    }
    return [
        name for name in kept if sorted(map(repr, kept[name])) != sorted(map(repr, counted[name]))
    ]


CATALOGUE = "SELECT collection_id, folded, articles FROM catalogue WHERE kind = '{kind}'"
COUNTED = """
SELECT c.id,
    (SELECT count(*) FROM article a WHERE a.collection_id = c.id AND NOT a.removed),
    (SELECT count(*) FROM passage p JOIN article a ON a.id = p.article_id
        WHERE a.collection_id = c.id),
    (SELECT coalesce(sum(length), 0) FROM passage p JOIN article a ON a.id = p.article_id
        WHERE a.collection_id = c.id)
FROM collection c
"""
CURRENT = """
FROM article a JOIN article_version v ON v.article_id = a.id AND v.version = a.version
"""
COUNTED_TOPICS = f"""
SELECT a.collection_id, json_extract(t.value, '$[0]'), count(*)
{CURRENT} JOIN json_each(v.topics) t WHERE NOT a.removed GROUP BY 1, 2
"""
COUNTED_OUTLETS = f"""
SELECT a.collection_id, lower(v.outlet), count(*)
{CURRENT} WHERE NOT a.removed AND v.outlet IS NOT NULL GROUP BY 1, 2
"""
