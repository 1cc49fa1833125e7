"""A question as asked, and the filters in it."""

import hashlib
import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import date, timedelta
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


def filters_of(
    asked: Question, query: Query, outlets: tuple[str, ...] | None, today: date
) -> Filters:
    """What the passages must fit, by options or in the query's words; WrongUse for a wrong day.

    `outlets` are the folded names that the outlet asked for may stand for.
    """
    read = query.written
    on = days_named("on", read.on, today)
    since = days_named("since", asked.since or read.since, today)
    until = days_named("until", asked.until or read.until, today)
    after, before = (days_named(o, getattr(read, o), today) for o in ("after", "before"))
    return Filters(
        outlets=outlets,
        since=since[0] if since else after[1] + 1 if after else on[0] if on else None,
        until=until[1] if until else before[0] - 1 if before else on[1] if on else None,
        phrases=tuple(filter(None, query.phrases)),
        without=query.without,
    )


def day_of_asking(written: str | None) -> date | None:
    """The day that somebody asks on, as written; WrongUse when it is none."""
    iso = iso_date(written)
    if written and iso is None:
        raise WrongUse("error/bad_day", option="now", value=written[:40])
    return date.fromisoformat(iso[:10]) if iso else None


def days_named(option: str, written: str | None, today: date) -> tuple[int, int] | None:
    """The first and the last day of a written date, month or year, or of "last week".

    As numbers such as 20240516; WrongUse when it is none of these.
    """
    words = " ".join((written or "").casefold().split())
    if not words:
        return None
    parts = PART_OF_DATE.fullmatch(words)
    if parts and iso_date(f"{parts[1]}-01-01"):
        return int(parts[1] + (parts[2] or "01") + "01"), int(parts[1] + (parts[2] or "12") + "31")
    told = _relative_days(words, today)
    if told is not None:
        return told
    day = iso_date(words.upper())
    if day is None:
        raise WrongUse("error/bad_day", option=option, value=(written or "")[:40])
    number = int(day[:10].replace("-", ""))
    return number, number


def _relative_days(words: str, today: date) -> tuple[int, int] | None:
    """The days that "yesterday", "last week" or "this month" tell; a week begins on a Monday."""
    monday, month = today - timedelta(days=today.weekday()), today.replace(day=1)
    year = month.replace(month=1)
    yesterday, week = today - timedelta(days=1), timedelta(days=7)
    told = {
        "today": (today, today),
        "yesterday": (yesterday, yesterday),
        "this week": (monday, today),
        "last week": (monday - week, monday - timedelta(days=1)),
        "past week": (today - week, today),
        "this month": (month, today),
        "last month": ((month - week).replace(day=1), month - timedelta(days=1)),
        "past month": (today - timedelta(days=30), today),
        "this year": (year, today),
        "last year": ((year - week).replace(day=1, month=1), year - timedelta(days=1)),
        "past year": (today - timedelta(days=365), today),
    }
    days = told.get(words)
    return (_number(days[0]), _number(days[1])) if days else None


def iso_day(number: int) -> str:
    """A day such as 20240516 as it is written; of a month or a year its first or last day."""
    year, month, day = number // 10_000, number // 100 % 100, number % 100
    return f"{year:04}-{month:02}-{min(day, monthrange(year, month)[1]):02}"


def _number(day: date) -> int:
    return day.year * 10_000 + day.month * 100 + day.day
