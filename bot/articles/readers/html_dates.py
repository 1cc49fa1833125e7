"""The day on which a web page says that its article was published; never that of a change."""

import re
from collections.abc import Iterable, Iterator
from datetime import date, datetime, timedelta
from itertools import takewhile
from typing import Any
from urllib.parse import urlsplit

from bot.articles.pasted import published_in
from bot.articles.readers.markup import words_of
from bot.language.calendar import day_of, iso_date

# Elements around a headline in which its date stands, and the least of a first paragraph.
BEFORE_HEADING = 60
AFTER_HEADING = 300
LONG_PARAGRAPH = 140
# A date with its clock and zone is shorter.
LONGEST_DATE = 120
# Two ways to tell one moment are a day apart at most: a zone lies between them.
ONE_DAY = timedelta(days=1)
GREENWICH = "+00:00"
# What a program writes where it knows no date.
NO_DATES = ("1970-01-01", "0001-01-01")

_ADDRESS_DAY = re.compile(  # /2024/05/16/ferry, /2024-05-16-ferry, /2024/may/16/
    r"/(?P<year>(?:19|20)\d\d)[/-](?P<month>\d{1,2}|[a-z]{3})[/-](?P<day>\d{1,2})(?=[/_-]|\Z)",
    re.IGNORECASE,
)
_MONTHS = "jan feb mar apr may jun jul aug sep oct nov dec".split()
_COMPACT = re.compile(r"((?:19|20)\d\d)(\d\d)(\d\d)(?:\d{6}|T[\d:]+Z?)?")  # 20240516T1830
_CHANGED = re.compile(r"updat|modif|chang|revis|edit", re.IGNORECASE)
_DATES = re.compile(r"publi|date|posted|time|updated", re.IGNORECASE)
# Where the dates of other articles, of comments and of the page itself stand.
_ELSEWHERE = ("aside", "nav", "footer", "form")


def published_day(
    stated: Iterable[object], modified: Iterable[object], shown: Iterable[str], address: str | None
) -> str | None:
    """The date of publication, best source first; None where sources speak of different days.

    `stated` and `modified` are what the page's head says, `shown` are the dates at its headline,
    and the address may hold a day as well.
    """
    told = [*filter(None, map(read_date, stated))]
    changed = [*filter(None, map(read_date, modified))]
    told = [one for one in told if not any(_apart(late, one) < -ONE_DAY for late in changed)]
    seen, filed = [*shown], [*_day_of_address(address or "")]
    first = next(iter([*told, *seen, *filed]), None)
    if first is None or any(abs(_apart(day, first)) > ONE_DAY for day in filed):
        return None
    # A clock of Greenwich may be a day off the one that the outlet prints.
    if first.endswith(GREENWICH):
        first = next((day for day in told if _is_local(day, first)), first)
    if first.endswith(GREENWICH):
        return next((day for day in [*filed, *seen] if abs(_apart(day, first)) == ONE_DAY), first)
    return first


def read_date(written: object) -> str | None:
    """The ISO form of a date in a page's head; None for what is no one day."""
    value = iso_date(written)
    if not value and isinstance(written, str):
        compact = _COMPACT.fullmatch(written.strip())
        day = day_of(int(compact[1]), int(compact[2]), int(compact[3])) if compact else None
        value = day.isoformat() if day else published_in(written[:LONGEST_DATE])
    return None if not value or value.startswith(NO_DATES) else value


def dates_at(heading: Any) -> list[str]:  # noqa: ANN401 - lxml has no types
    """The day of publication that stands near a headline; empty when it could be another's."""
    dated = [(_published(node), day) for node in _header(heading) if (day := _shown_day(node))]
    for days in ([day for published, day in dated if published], [day for _, day in dated]):
        if days:
            return days[:1] if len({day[:10] for day in days}) == 1 else []
    return []


def _header(heading: Any) -> list[Any]:  # noqa: ANN401 - lxml has no types
    """The elements before a headline, and those behind it up to the first long paragraph."""
    nodes = [*heading.getroottree().getroot().iter("*")]
    at = nodes.index(heading)
    behind = takewhile(lambda node: not _is_story(node), nodes[at : at + AFTER_HEADING])
    near = (*nodes[max(0, at - BEFORE_HEADING) : at], *behind)
    return [node for node in near if next(node.iterancestors(*_ELSEWHERE), None) is None]


def _is_story(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return node.tag == "p" and len(words_of(node)) >= LONG_PARAGRAPH


def _published(node: Any) -> bool:  # noqa: ANN401 - lxml has no types
    return node.get("pubdate") is not None or "publi" in _naming(node)


def _naming(node: Any) -> str:  # noqa: ANN401 - lxml has no types
    named = (node.get(name) or "" for name in ("class", "itemprop", "id", "property"))
    return " ".join(named).lower()


def _shown_day(node: Any) -> str | None:  # noqa: ANN401 - lxml has no types
    """The day that an element is there to show; None when it shows the day of a change."""
    named = _naming(node)
    if node.tag != "time" and not _DATES.search(named):
        return None
    if _CHANGED.search(named) and not _published(node):
        return None
    text = words_of(node)
    if len(text) > LONGEST_DATE or (_CHANGED.search(text) and not _published(node)):
        return None
    values = (node.get("datetime"), node.get("content"), node.get("title"), text)
    return next(filter(None, map(read_date, values)), None)


def _day_of_address(address: str) -> Iterator[str]:
    found = _ADDRESS_DAY.search(urlsplit(address).path)
    if found:
        named = found["month"].lower()
        month = (
            int(named) if named.isdigit() else _MONTHS.index(named) + 1 if named in _MONTHS else 0
        )
        day = day_of(int(found["year"]), month, int(found["day"]))
        if day:
            yield day.isoformat()


def _is_local(one: str, other: str) -> bool:
    """Whether a date tells the moment of another one in a zone of its own."""
    if len(one) == len("2026-05-16") or one.endswith(GREENWICH):
        return False
    return datetime.fromisoformat(one) == datetime.fromisoformat(other)


def _apart(one: str, other: str) -> timedelta:
    return date.fromisoformat(one[:10]) - date.fromisoformat(other[:10])
