"""Where a database is: a file, or an address on a server."""

from pathlib import Path
from urllib.parse import quote

from sqlalchemy import URL, make_url
from sqlalchemy.exc import ArgumentError

from bot.errors import StorageFailed, WrongConfiguration

DATABASE = "pullquote.db"


def database_url(data: Path) -> str:
    """Where the database of a data folder is."""
    return f"sqlite+aiosqlite:///{(data / DATABASE).absolute()}"


def place_of(url: str) -> URL:
    """The parsed address; WrongConfiguration when it is none, or there is no driver for it.

    A driver must be one that does not block the event loop.
    """
    try:
        place = make_url(url)
        dialect = place.get_dialect()
        dialect.import_dbapi()
    except (ArgumentError, ImportError, ValueError) as error:
        raise WrongConfiguration("setting/value", setting="PULLQUOTE_DATABASE") from error
    if not dialect.is_async:
        raise WrongConfiguration("setting/value", setting="PULLQUOTE_DATABASE")
    return place


def file_of(place: URL) -> Path | None:
    """The file of an SQLite database, None when a server keeps the database."""
    if place.get_backend_name() != "sqlite" or place.database is None:
        return None
    return Path(place.database)


def shown(place: URL) -> str:
    """The database's name for a person: its file, or its address without the password."""
    return str(file_of(place) or place.render_as_string(hide_password=True))


def is_missing(place: URL) -> bool:
    """Whether `place` is a file that does not exist."""
    file = file_of(place)
    try:
        return file is not None and not file.exists()
    except OSError:  # somewhere one may not look; opening it will tell
        return False


def refuse_folder(place: URL) -> None:
    """StorageFailed when a folder stands where the file should be."""
    file = file_of(place)
    if file is not None and file.is_dir():
        raise StorageFailed("storage/cannot_open", file=str(file))


def unchanging(place: URL) -> URL:
    """The address under which the same file can only be read; a server's is as it was."""
    file = file_of(place)
    if file is None:
        return place
    address = f"file:{quote(str(file))}"
    return place.set(database=address).update_query_dict({"mode": "ro", "uri": "true"})


def make_folder(place: URL) -> None:
    """Make the folder of the file when it is missing; StorageFailed when that cannot be done."""
    file = file_of(place)
    if file is None:
        return
    try:
        file.parent.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise StorageFailed("storage/no_folder", folder=str(file.parent)) from error
