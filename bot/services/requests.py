"""A question as asked, and the filters in it."""

import hashlib
import re
from dataclasses import dataclass
from datetime import date
from typing import Literal, Self, cast

from bot.errors import WrongUse
from bot.language.calendar import iso_date
from bot.persistence.article_rows import Inquiry
from bot.search.passage_index import Filters
from bot.search.query import Query, message_query, question_query, topic_query
from bot.services.visibility import OPERATOR

PART_OF_DATE = re.compile(r"(\d{4})(?:-(0[1-9]|1[0-2]))?", re.ASCII)
"""A year, or a month of one; the thirty-first of any month comes after all of its days."""

Asking = Literal["brief", "ask", "sources", "search"]

UNDERSTANDING = {
    "brief": topic_query,
    "ask": question_query,
    "sources": message_query,
    "search": topic_query,
}
"""How the words of each kind of question are read."""


@dataclass(frozen=True, slots=True)
class Question:
    """A query with its filters and the collection it is asked from; None is the operator's."""

    kind: Asking
    text: str
    collection: str | None = None
    outlet: str | None = None
    since: str | None = None
    until: str | None = None

    @property
    def token(self) -> str:
        """16 hexadecimal digits that stand for it in a button."""
        serialised = "\0".join(
            part or ""
            for part in (self.kind, self.text, self.collection, self.outlet, self.since, self.until)
        )
        return hashlib.sha256(serialised.encode("utf-8", "replace")).hexdigest()[:16]

    def inquiry(self, now: int) -> Inquiry:
        """What the store keeps of it, asked at `now` in Unix seconds."""
        collection = self.collection or OPERATOR
        filters = (self.outlet, self.since, self.until)
        return Inquiry(self.token, collection, self.kind, self.text, *filters, now)

    @classmethod
    def of(cls, found: Inquiry, collection: str | None) -> Self:
        """What the store kept, asked again from a collection."""
        kind = cast("Asking", found.kind)  # only `inquiry` writes it
        return cls(kind, found.query, collection, found.outlet, found.since, found.until)


def filters_of(asked: Question, query: Query, outlets: tuple[str, ...] | None) -> Filters:
    """What the passages must fit, by options or in the query's words; WrongUse for a wrong day.

    `outlets` are the folded names that the outlet asked for may stand for.
    """
    since = asked.since or query.written.since
    until = asked.until or query.written.until
    on = query.written.on
    return Filters(
        outlets=outlets,
        since=day_number("since", since) or day_number("on", on),
        until=day_number("until", until) or day_number("on", on, last=True),
        phrases=query.phrases,
        without=query.without,
    )


def day_of_asking(written: str | None) -> date | None:
    """The day that somebody asks on, as written; WrongUse when it is none."""
    iso = iso_date(written)
    if written and iso is None:
        raise WrongUse("error/bad_day", option="now", value=written[:40])
    return date.fromisoformat(iso[:10]) if iso else None


def day_number(option: str, written: str | None, *, last: bool = False) -> int | None:
    """A written date, month or year as a number such as 20240516; WrongUse when it is none.

    A month or year stands for its first day, or for its last.
    """
    if not written:
        return None
    parts = PART_OF_DATE.fullmatch(written.strip())
    if parts and iso_date(f"{parts[1]}-01-01"):
        edges = ("12", "31") if last or option == "until" else ("01", "01")
        return int(parts[1] + (parts[2] or edges[0]) + edges[1])
    day = iso_date(written)
    if day is None:
        raise WrongUse("error/bad_day", option=option, value=written[:40])
    return int(day[:10].replace("-", ""))
