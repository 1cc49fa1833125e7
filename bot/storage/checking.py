"""Looking for what is wrong with a database, without making, migrating or mending it."""

from collections.abc import Mapping

from sqlalchemy import URL
from sqlalchemy.ext.asyncio import create_async_engine
from sqlalchemy.pool import NullPool

from bot.errors import StorageFailed
from bot.storage.failures import telling
from bot.storage.opening import Condition, condition, refuse_strangers
from bot.storage.place import file_of, is_missing, place_of, shown, unchanging
from bot.storage.schema import HEAD

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
    with telling(shown(place)):
        async with engine.connect() as connection:
            verdict = (await connection.exec_driver_sql("PRAGMA quick_check(1)")).scalar_one()
    return [] if verdict == "ok" else [("storage/damaged", {"file": shown(place)})]
