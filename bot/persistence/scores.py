"""Scores: sums over recorded answers, and nothing that is counted beside them."""

from dataclasses import asdict

from sqlalchemy import Select, and_, delete, func, select, update

from bot.persistence.answers import POINTS, RIGHT, TALLY
from bot.persistence.database import Repository, writable
from bot.persistence.schema import digest_schedule, feed
from bot.persistence.schema_quiz import quiz_answer, quiz_report, quiz_round, quiz_server
from bot.quiz.scoring import ServerSettings, Tally

MADE_BY = ((feed.c.added_by, None), (digest_schedule.c.made_by, ""))
"""Who added a feed or ordered a digest, and what stands there when that is forgotten."""

SETTINGS = tuple(ServerSettings.__dataclass_fields__)


class ScoreRepository(Repository):
    """The part of the store that adds answers up."""

    async def leaders(self, server: str, since: int, limit: int) -> list[Tally]:
        """The players of a server with most points since a day, yyyymmdd; only with any."""
        order = (POINTS.desc(), RIGHT.desc(), quiz_answer.c.player)
        found = _tallied(server, since).having(POINTS > 0).order_by(*order).limit(limit)
        async with self._database.reading() as connection:
            return [Tally(*row) for row in await connection.execute(found)]

    async def tally(self, server: str, since: int, player: str) -> tuple[Tally, int]:
        """What a player has gathered in a server since a day, and how many have more points."""
        mine = _tallied(server, since).where(quiz_answer.c.player == player)
        async with self._database.observing() as connection:
            row = (await connection.execute(mine)).one_or_none()
            tally = Tally(player, 0, 0, 0) if row is None else Tally(*row)
            better = _tallied(server, since).having(tally.points < POINTS).subquery()
            ahead = await connection.scalar(select(func.count()).select_from(better))
        return tally, ahead or 0

    async def days(self, server: str, player: str) -> list[int]:
        """The days, yyyymmdd, on which a player answered in a server."""
        found = select(quiz_answer.c.day).distinct()
        mine = found.where(quiz_answer.c.server == server, quiz_answer.c.player == player)
        async with self._database.reading() as connection:
            return list(await connection.scalars(mine))

    async def settings(self, server: str) -> ServerSettings:
        """What a server has set."""
        found = select(*(quiz_server.c[name] for name in SETTINGS))
        async with self._database.reading() as connection:
            row = (await connection.execute(found.where(quiz_server.c.server == server))).first()
        return ServerSettings() if row is None else ServerSettings(*row)

    async def set_settings(self, server: str, settings: ServerSettings) -> None:
        """Keep what a server has set."""
        values = asdict(settings)
        new = self._database.insert(quiz_server).values(server=server, **values)
        async with self._database.writing() as connection:
            await connection.execute(
                new.on_conflict_do_update(index_elements=["server"], set_=values)
            )

    async def answers_of(self, player: str) -> list[dict[str, object]]:
        """Every answer of a player everywhere, in the order in which they were given."""
        names = (
            "server",
            "round_id",
            "number",
            "item",
            "choice",
            "answered",
            "right",
            "points",
            "guess",
        )
        found = select(*(quiz_answer.c[name] for name in names))
        mine = found.where(quiz_answer.c.player == writable(player))
        async with self._database.reading() as connection:
            rows = await connection.execute(mine.order_by(quiz_answer.c.answered))
            return [dict(zip(names, row, strict=True)) for row in rows]

    async def reports_of(self, player: str) -> list[dict[str, object]]:
        """Every report of a player."""
        names = ("server", "item", "reason", "reported")
        found = select(*(quiz_report.c[name] for name in names))
        mine = found.where(quiz_report.c.player == writable(player))
        async with self._database.reading() as connection:
            rows = await connection.execute(mine.order_by(quiz_report.c.reported))
            return [dict(zip(names, row, strict=True)) for row in rows]

    async def rounds_of(self, player: str) -> list[dict[str, object]]:
        """Every round that a player has started."""
        names = ("server", "channel", "id", "mode", "topic", "started")
        found = select(*(quiz_round.c[name] for name in names))
        mine = found.where(quiz_round.c.starter == writable(player))
        async with self._database.reading() as connection:
            rows = await connection.execute(mine.order_by(quiz_round.c.started))
            return [dict(zip(names, row, strict=True)) for row in rows]

    async def orders_of(self, player: str) -> dict[str, list[object]]:
        """The addresses of the feeds that a player added, and the channels of ordered digests."""
        feeds = select(feed.c.url).where(feed.c.added_by == writable(player))
        ordered = digest_schedule.c.made_by == writable(player)
        channels = select(digest_schedule.c.channel).where(ordered)
        async with self._database.reading() as connection:
            return {
                "feeds_added": list(await connection.scalars(feeds)),
                "digests_ordered": list(await connection.scalars(channels)),
            }

    async def forget(self, player: str) -> int:
        """Delete every trace of a player; how many answers and reports there were."""
        player = writable(player)
        own = quiz_round.c.starter == player
        async with self._database.writing() as connection:
            gone = 0
            for table in (quiz_answer, quiz_report):
                done = await connection.execute(delete(table).where(table.c.player == player))
                gone += done.rowcount
            alone = and_(own, quiz_round.c.mode == "solo")
            await connection.execute(delete(quiz_round).where(alone))
            await connection.execute(update(quiz_round).where(own).values(starter=""))
            for column, nobody in MADE_BY:
                theirs = update(column.table).where(column == player)
                await connection.execute(theirs.values({column: nobody}))
        return gone


def _tallied(server: str, since: int) -> Select[str, int, int, int]:
    mine = (quiz_answer.c.server == server) & (quiz_answer.c.day >= since)
    return select(*TALLY).where(mine).group_by(quiz_answer.c.player)
