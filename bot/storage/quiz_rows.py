"""How facts and questions are written into columns and read out of them."""

import json
from collections.abc import Sequence
from dataclasses import asdict, fields
from typing import Any

from bot.quiz.facts import Fact, Material, Rejected
from bot.quiz.item import Item
from bot.storage.rows import Values
from bot.storage.schema import article, quiz_item

OWN = tuple(column for column in quiz_item.c if column.name not in ("id", "article_id"))
ITEM_COLUMNS = (quiz_item.c.id, article.c.public_id.label("article_id"), *OWN)
_FACT = tuple(field.name for field in fields(Fact))
_REJECTED = tuple(field.name for field in fields(Rejected))


def written(material: Material) -> str:
    """What an article gives to ask about, as its column holds it."""
    held = {
        "facts": [[getattr(fact, name) for name in _FACT] for fact in material.facts],
        "people": material.people,
        "speakers": material.speakers,
        "rulers": material.rulers,
        "rejected": [[getattr(one, name) for name in _REJECTED] for one in material.rejected],
    }
    return json.dumps(held, ensure_ascii=False, separators=(",", ":"))


def read(column: str) -> Material:
    """What an article gives to ask about, from its column."""
    held = json.loads(column)
    return Material(
        facts=tuple(Fact(**dict(zip(_FACT, one, strict=True))) for one in held["facts"]),
        people=tuple((name, role, short) for name, role, short in held["people"]),
        speakers=tuple(held["speakers"]),
        rulers=tuple(held["rulers"]),
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
