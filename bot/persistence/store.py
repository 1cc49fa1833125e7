"""The store: one database, and the repository of each aggregate that is kept in it."""

import time

from bot.persistence.answers import AnswerRepository
from bot.persistence.arrivals import ArrivalRepository
from bot.persistence.articles import ArticleRepository
from bot.persistence.catalogue import CatalogueRepository, InquiryRepository, NoteRepository
from bot.persistence.changes import ChangeFeed
from bot.persistence.database import Clock, Database
from bot.persistence.digest_ledger import DigestLedger
from bot.persistence.feeds import FeedRepository
from bot.persistence.furniture import FurnitureRepository
from bot.persistence.opening import Problem, open_database, problems
from bot.persistence.quiz_items import ItemRepository
from bot.persistence.reports import ReportRepository
from bot.persistence.rounds import RoundRepository
from bot.persistence.saving import ArticleWriter
from bot.persistence.schedules import ScheduleRepository
from bot.persistence.scores import ScoreRepository


class Store:
    """One database, and a repository for each aggregate in it.

    Wherever collections are given they are all that the asker may see: nothing of any other comes
    out. Every method of a repository raises StorageFailed when the database cannot be read or
    written.
    """

    def __init__(self, database: Database, clock: Clock = time.time) -> None:
        self._database = database
        self.answers = AnswerRepository(database, clock)
        self.arrivals = ArrivalRepository(database, clock)
        self.articles = ArticleRepository(database, clock)
        self.catalogue = CatalogueRepository(database, clock)
        self.changes = ChangeFeed(database, clock)
        self.feeds = FeedRepository(database, clock)
        self.furniture = FurnitureRepository(database, clock)
        self.inquiries = InquiryRepository(database, clock)
        self.items = ItemRepository(database, clock)
        self.ledger = DigestLedger(database, clock)
        self.notes = NoteRepository(database, clock)
        self.reports = ReportRepository(database, clock)
        self.rounds = RoundRepository(database, clock)
        self.schedules = ScheduleRepository(database, clock)
        self.scores = ScoreRepository(database, clock)
        self.writer = ArticleWriter(database, clock)

    @classmethod
    async def open(cls, url: str, clock: Clock = time.time) -> "Store":
        """The store at an SQLAlchemy URL; a missing SQLite database is made with its folder."""
        return cls(await open_database(url), clock)

    async def close(self) -> None:
        """Close every connection; the store is of no use afterwards."""
        await self._database.close()

    async def check(self) -> list[Problem]:
        """What is wrong with the database, as utterances and their variables; nothing is mended."""
        place = self._database.place
        return await problems(place.render_as_string(hide_password=False))
