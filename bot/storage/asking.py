"""What somebody asks: a query with its filters, and the collection it is asked from."""

import hashlib
from dataclasses import dataclass
from typing import Literal, Self, cast

from bot.articles.dates import iso_date
from bot.articles.text import clean
from bot.errors import WrongUse
from bot.search.index import Filters
from bot.storage.records import Inquiry, fold
from bot.storage.scope import OPERATOR

Asking = Literal["brief", "ask", "sources"]


@dataclass(frozen=True, slots=True)
class Asked:
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
        told = "\0".join(
            part or ""
            for part in (self.kind, self.text, self.collection, self.outlet, self.since, self.until)
        )
        return hashlib.sha256(told.encode("utf-8", "replace")).hexdigest()[:16]

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


def filters_of(outlet: str | None, since: str | None, until: str | None) -> Filters:
    """The filters that somebody wrote; WrongUse when a day is none."""
    return Filters(
        fold(clean(outlet)) if outlet else None,
        day_number("since", since),
        day_number("until", until),
    )


def day_number(option: str, written: str | None) -> int | None:
    """A written date as a number such as 20240516; WrongUse when it is none."""
    if not written:
        return None
    date = iso_date(written)
    if date is None:
        raise WrongUse("error/bad_day", option=option, value=written[:40])
    return int(date[:10].replace("-", ""))
