"""The store: everything that is remembered, behind one door."""

import time

from sqlalchemy import select

from bot.persistence.answers import AnswerRepository
from bot.persistence.arrivals import ArrivalRepository
from bot.persistence.articles import ArticleRepository
from bot.persistence.catalogue import CatalogueRepository, InquiryRepository
from bot.persistence.changes import ChangeFeed
from bot.persistence.database import Clock
from bot.persistence.feeds import FeedRepository
from bot.persistence.ledger import DigestLedger
from bot.persistence.opening import Problem, open_database, problems
from bot.persistence.quiz_items import ItemRepository
from bot.persistence.reports import ReportRepository
from bot.persistence.rounds import RoundRepository
from bot.persistence.saving import ArticleWriter
from bot.persistence.schedules import ScheduleRepository
from bot.persistence.schema import meta
from bot.persistence.scores import ScoreRepository


class Store(
    ArticleWriter,
    ArticleRepository,
    CatalogueRepository,
    ChangeFeed,
    InquiryRepository,
    ArrivalRepository,
    FeedRepository,
    ScheduleRepository,
    DigestLedger,
    RoundRepository,
    AnswerRepository,
    ScoreRepository,
    ReportRepository,
    ItemRepository,
):
    """Articles, their passages and counts, what was asked and what was posted, in one database.

    Wherever collections are given they are all that the asker may see: nothing of any other comes
    out. Every method raises StorageFailed when the database cannot be read or written.
    """

    @classmethod
    async def open(cls, url: str, clock: Clock = time.time) -> "Store":
        """The store at an SQLAlchemy URL; a missing SQLite database is made with its folder."""
        return cls(await open_database(url), clock)

    async def close(self) -> None:
        """Close every connection; the store is of no use afterwards."""
        await self._database.close()

    async def identity(self) -> str:
        """32 hexadecimal digits that this database got when it was made, and no other has."""
        return await self.meta("identity") or ""

    async def meta(self, name: str) -> str | None:
        """The value kept under a name, None when there is none."""
        found = select(meta.c.value).where(meta.c.name == name)
        async with self._database.reading() as connection:
            value: str | None = (await connection.execute(found)).scalar_one_or_none()
        return value

    async def set_meta(self, name: str, value: str) -> None:
        """Keep a value under a name, in place of the old one."""
        new = self._database.insert(meta).values(name=name, value=value)
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["name"], set_={"value": value})
            )

    async def check(self) -> list[Problem]:
        """What is wrong with the database, as utterances and their variables; nothing is mended."""
        place = self._database.place
        return await problems(place.render_as_string(hide_password=False))
