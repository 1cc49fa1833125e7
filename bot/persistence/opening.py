"""Opening a database: made when missing, migrated, checked, refused when it is not ours."""

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path
from uuid import uuid4

from sqlalchemy import URL, Connection, inspect, text
from sqlalchemy.ext.asyncio import AsyncConnection, create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import StorageFailed
from bot.persistence.database import (
    Database,
    file_of,
    is_missing,
    make_folder,
    place_of,
    refuse_folder,
    shown,
    translating_errors,
    unchanging,
)
from bot.persistence.schema import HEAD, meta

VERSION_TABLE = "alembic_version"
VERSIONS = Path(__file__).parent / "migrations" / "versions"


@dataclass(frozen=True, slots=True)
class History:
    """The migrations there are: the newest one's revision and the folders of the steps."""

    head: str
    folders: tuple[Path, ...]


SHIPPED = History(HEAD, (VERSIONS,))


@dataclass(frozen=True, slots=True)
class Condition:
    """What a database was found to hold, before anything in it was touched."""

    tables: frozenset[str]
    revision: str | None

    @property
    def foreign(self) -> bool:
        """Whether another program made the database."""
        return bool(self.tables) and VERSION_TABLE not in self.tables


async def open_database(url: str, history: History = SHIPPED) -> Database:
    """The database at `url` with the schema of `history`, made or migrated when that is needed.

    StorageFailed when it cannot be opened, or is not ours; then nothing in it has changed.
    WrongConfiguration when the address cannot be used.
    """
    place = place_of(url)
    make_folder(place)
    found = await condition(place)
    refuse_strangers(place, found, history)
    database = Database(place)
    if found.revision != history.head:
        await _bring_up(database, found, history)
    return database


def refuse_strangers(place: URL, found: Condition, history: History = SHIPPED) -> None:
    """StorageFailed when the database is another program's, or a later release's."""
    if found.foreign:
        raise StorageFailed("storage/foreign", file=shown(place))
    if found.revision == history.head or not found.tables:
        return
    # Alembic takes longer to import than an up-to-date database takes to open.
    from bot.persistence import migrating  # noqa: PLC0415 - see above

    if found.revision not in migrating.revisions(history.folders):
        file, revision = shown(place), str(found.revision)
        raise StorageFailed("storage/newer_schema", file=file, found=revision)


async def condition(place: URL) -> Condition:
    """What the database at `place` holds; to look neither makes nor changes a file."""
    if is_missing(place):
        return Condition(frozenset(), None)
    refuse_folder(place)
    engine = create_async_engine(unchanging(place), poolclass=NullPool)
    with translating_errors(shown(place)):
        async with engine.connect() as connection:
            return await connection.run_sync(_condition)


def _condition(connection: Connection) -> Condition:
    tables = frozenset(inspect(connection).get_table_names())
    if VERSION_TABLE not in tables:
        return Condition(tables, None)
    return Condition(tables, connection.scalar(text("SELECT version_num FROM alembic_version")))


async def _bring_up(database: Database, found: Condition, history: History) -> None:
    from bot.persistence import migrating  # noqa: PLC0415 - see refuse_strangers

    if found.tables:
        await _copy(database.place, history.head)
    try:
        async with database.writing() as connection:
            await connection.run_sync(migrating.upgrade, history.folders, history.head)
            await _name(database, connection)
    except BaseException:
        await database.close()
        raise


async def _name(database: Database, connection: AsyncConnection) -> None:
    identity = database.insert(meta).values(name="identity", value=uuid4().hex)
    await connection.execute(identity.on_conflict_do_nothing())


async def _copy(place: URL, revision: str) -> None:
    file = file_of(place)
    if file is None:
        return
    copy = file.with_name(f"{file.name}.before-{revision}")
    unfinished = file.with_name(f"{copy.name}.part")
    engine = create_async_engine(unchanging(place), poolclass=NullPool)
    with translating_errors(str(copy)):
        unfinished.unlink(missing_ok=True)
        async with engine.connect() as connection:
            await connection.exec_driver_sql("VACUUM INTO ?", (str(unfinished),))
        unfinished.replace(copy)


Problem = tuple[str, Mapping[str, str | int]]
"""The name of an utterance and its variables."""


async def problems(url: str) -> list[Problem]:
    """What keeps the database at `url` from being used; a missing one is no problem.

    Reads the whole file: about a second for each gigabyte.
    """
    place = place_of(url)
    if is_missing(place):
        return []
    try:
        found = await condition(place)
        refuse_strangers(place, found)
        return [*_of_schema(place, found), *await _of_pages(place)]
    except StorageFailed as failure:
        return [(failure.utterance, failure.variables)]


def _of_schema(place: URL, found: Condition) -> list[Problem]:
    if found.revision == HEAD or not found.tables:
        return []
    return [("storage/older_schema", {"file": shown(place)})]


async def _of_pages(place: URL) -> list[Problem]:
    if file_of(place) is None:
        return []
    engine = create_async_engine(unchanging(place), poolclass=NullPool)
    with translating_errors(shown(place)):
        async with engine.connect() as connection:
            verdict = (await connection.exec_driver_sql("PRAGMA quick_check(1)")).scalar_one()
    return [] if verdict == "ok" else [("storage/damaged", {"file": shown(place)})]
