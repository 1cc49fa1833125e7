"""How articles are written into columns and read out of them."""

import json
from collections.abc import Sequence
from datetime import date
from hashlib import sha256
from typing import Any

from bot.articles.article import Article, Mark
from bot.storage.records import Kind, Prepared, fold
from bot.storage.schema import article, article_version, collection

ID_DIGITS = 16
"""64 bits: among ten million articles two share an id with a chance of 1 in 370,000."""

Entry = tuple[Kind, str]
"""What the catalogue counts: a kind and a folded name."""

Values = dict[str, object]
"""What is written into one row, by column."""

IS_CURRENT = (article_version.c.article_id == article.c.id) & (
    article_version.c.version == article.c.version
)

ARTICLE_COLUMNS = (
    article.c.id.label("article_row"),
    article.c.public_id.label("id"),
    article.c.key,
    collection.c.name.label("collection"),
    *(c for c in article_version.c if c.name not in ("article_id", "content_hash")),
)
FIELDS = tuple(column.name for column in ARTICLE_COLUMNS[1:])


def public_id(collection_name: str, key: str) -> str:
    """The id by which people and links name the article `key` of a collection."""
    return sha256(f"{collection_name}\0{key}".encode()).hexdigest()[:ID_DIGITS]


def day_of(published: str | None) -> int | None:
    """The date that an ISO date or date-time begins with, as yyyymmdd; None when there is none."""
    try:
        found = date.fromisoformat((published or "")[:10])
    except ValueError:
        return None
    return found.year * 10_000 + found.month * 100 + found.day


def version_row(prepared: Prepared) -> Values:
    """The columns of a version, without the article's row and the version's number."""
    draft = prepared.draft
    return {
        "content_hash": prepared.content_hash,
        "source": draft.source,
        "title": draft.title,
        "title_origin": draft.title_origin,
        "outlet": draft.outlet,
        "author": draft.author,
        "published": draft.published,
        "url": draft.url,
        "language": draft.language,
        "topics": json.dumps(prepared.topics),
        "marks": json.dumps([(mark.start, mark.end, mark.kind) for mark in draft.marks]),
        "text": draft.text,
        "excerpt": draft.excerpt,
    }


def entries(topics: str, outlet: str | None) -> dict[Entry, str]:
    """What a version counts for in the catalogue: shown names by kind and folded name."""
    found: dict[Entry, str] = {}
    for folded, name in json.loads(topics):
        found.setdefault(("topic", folded), name)
    if outlet:
        found["outlet", fold(outlet)] = outlet
    return found


# The columns are of many types, and the database has checked them: Any.
def article_of(row: Sequence[Any]) -> Article:
    """The article that a row of ARTICLE_COLUMNS holds."""
    columns = dict(zip(FIELDS, row[1:], strict=True))
    columns["topics"] = tuple(name for _, name in json.loads(columns["topics"]))
    columns["marks"] = tuple(Mark(*mark) for mark in json.loads(columns["marks"]))
    return Article(**columns)
