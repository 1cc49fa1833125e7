"""Opening databases: new, old, newer, foreign and broken ones."""

import asyncio
import shutil
import sqlite3
import sys
from collections.abc import Callable
from contextlib import closing
from pathlib import Path

import pytest
from alembic import command
from alembic.autogenerate import compare_metadata
from alembic.migration import MigrationContext
from alembic.script import ScriptDirectory
from sqlalchemy import URL, Connection, Engine, event, make_url
from sqlalchemy.schema import CreateTable

from bot.errors import StorageFailed
from bot.persistence import migrating
from bot.persistence.database import Database, make_folder
from bot.persistence.opening import SHIPPED, VERSIONS, History, open_database, problems
from bot.persistence.schema import HEAD, metadata
from bot.persistence.store import Store
from tests.persistence.examples import content, names, open_and_close, prepared, rows, url_of

NEXT = """
import sqlalchemy as sa
from alembic import op

revision = "next"
down_revision = {down}


def upgrade():
    op.create_table("later", sa.Column("id", sa.Integer, primary_key=True))
    op.execute("{statement}")
"""

SHAPES = (
    "SELECT m.name, c.* FROM sqlite_master m, pragma_table_info(m.name) c ORDER BY 1, 2",
    "SELECT m.name, f.* FROM sqlite_master m, pragma_foreign_key_list(m.name) f ORDER BY 1, 2",
    """SELECT m.name, i.name, i."unique", c.seqno, c.name, c."desc"
    FROM sqlite_master m, pragma_index_list(m.name) i, pragma_index_xinfo(i.name) c
    WHERE i.origin = 'c' ORDER BY 1, 2, 4""",
)

OPENING = 4
"""Statements that opening an up-to-date database may take; comparing the schema takes hundreds."""


@pytest.fixture
def later(tmp_path: Path) -> Callable[[str], History]:
    """A history with one step more, that ends in a statement."""

    def history(statement: str) -> History:
        folder = tmp_path / "later"
        folder.mkdir()
        (folder / "next.py").write_text(NEXT.format(down=repr(HEAD), statement=statement))
        return History("next", (VERSIONS, folder))

    return history


async def saved_in(file: Path) -> None:
    store = await Store.open(url_of(file))
    await store.writer.save([prepared("a"), prepared("b")], "here")
    await store.close()


async def refusal(file: Path) -> StorageFailed:
    with pytest.raises(StorageFailed) as caught:
        await open_and_close(url_of(file))
    return caught.value


async def test_a_missing_database_is_made_with_its_folder_and_an_identity(
    store: Store, file: Path
) -> None:
    assert content(file)
    assert len(bytes.fromhex(await store.notes.identity())) == 16


async def test_an_identity_lasts_and_no_two_are_equal(tmp_path: Path) -> None:
    identities = []
    for name in ("one", "one", "two"):
        store = await Store.open(url_of(tmp_path / name))
        identities.append(await store.notes.identity())
        await store.close()
    assert identities[0] == identities[1] != identities[2]


async def test_an_up_to_date_database_opens_with_few_statements(file: Path) -> None:
    await saved_in(file)
    said: list[str] = []

    def noted(_connection: object, _cursor: object, statement: str, *_: object) -> None:
        said.append(statement)

    event.listen(Engine, "before_cursor_execute", noted)
    try:
        await open_and_close(url_of(file))
    finally:
        event.remove(Engine, "before_cursor_execute", noted)
    assert 0 < len(said) <= OPENING, said


async def test_the_store_loads_neither_alembic_nor_the_other_dialect() -> None:
    loaded = "import sys, bot.persistence.store; print(*sys.modules)"
    process = await asyncio.create_subprocess_exec(
        sys.executable, "-c", loaded, stdout=asyncio.subprocess.PIPE
    )
    names = (await process.communicate())[0].decode().split()
    assert not {"alembic", "sqlalchemy.dialects.postgresql"} & set(names)


async def test_two_may_make_the_same_database_at_once(file: Path) -> None:
    stores = await asyncio.gather(*(Store.open(url_of(file)) for _ in range(4)))
    assert len({await store.notes.identity() for store in stores}) == 1
    for store in stores:
        await store.close()


def test_head_is_the_newest_migration() -> None:
    config = migrating.configuration(SHIPPED.folders)
    assert ScriptDirectory.from_config(config).get_current_head() == HEAD


def _differences(connection: Connection) -> list[object]:
    context = MigrationContext.configure(connection, opts={"compare_type": True})
    return list(compare_metadata(context, metadata))


async def test_migrations_go_up_down_and_up_to_the_tables_of_the_code(file: Path) -> None:
    database = await open_database(url_of(file))
    async with database.writing() as connection:
        assert await connection.run_sync(_differences) == []
        await connection.run_sync(migrating.downgrade, SHIPPED.folders, "base")
    assert rows(file, "SELECT name FROM sqlite_master WHERE name = 'article'") == []
    async with database.writing() as connection:
        await connection.run_sync(migrating.upgrade, SHIPPED.folders, HEAD)
        assert await connection.run_sync(_differences) == []
        configuration = migrating.configuration(SHIPPED.folders, connection.sync_connection)
        await connection.run_sync(lambda _: command.check(configuration))
    await database.close()


async def test_the_migrated_tables_are_word_for_word_those_of_the_code(
    file: Path, tmp_path: Path
) -> None:
    await saved_in(file)
    plain = Database(make_url(url_of(tmp_path / "plain.db")))
    async with plain.writing() as connection:
        await connection.run_sync(metadata.create_all)
    await plain.close()
    for shape in SHAPES:
        migrated = [row for row in rows(file, shape) if row[0] != "alembic_version"]
        assert migrated == rows(tmp_path / "plain.db", shape)


def test_the_tables_compile_for_the_other_dialect() -> None:
    dialect = make_url("postgresql+asyncpg://").get_dialect()()
    made = [str(CreateTable(table).compile(dialect=dialect)) for table in metadata.sorted_tables]
    assert any("BIGSERIAL" in statement for statement in made)
    assert any('COLLATE "C"' in statement for statement in made)


async def test_an_older_database_is_copied_and_then_migrated(
    file: Path, later: Callable[[str], History]
) -> None:
    await saved_in(file)
    copy = file.with_name(f"{file.name}.before-next")
    copy.with_name(f"{copy.name}.part").write_text("left by a crash")
    await (await open_database(url_of(file), later("SELECT 1"))).close()
    assert rows(file, "SELECT version_num FROM alembic_version") == [("next",)]
    assert rows(file, "SELECT count(*) FROM article") == [(2,)]
    assert rows(copy, "SELECT version_num FROM alembic_version") == [(HEAD,)]
    assert rows(copy, "SELECT count(*) FROM article") == [(2,)]
    assert names(file.parent) == [file.name, copy.name]


async def test_a_migration_that_fails_leaves_nothing(
    file: Path, later: Callable[[str], History]
) -> None:
    await saved_in(file)
    before = rows(file, "SELECT sql FROM sqlite_master")
    with pytest.raises(StorageFailed) as caught:
        await open_database(url_of(file), later("INSERT INTO nowhere VALUES (1)"))
    assert caught.value.utterance == "storage/failed"
    assert rows(file, "SELECT sql FROM sqlite_master") == before
    assert rows(file, "SELECT version_num FROM alembic_version") == [(HEAD,)]


async def test_a_first_migration_that_fails_leaves_an_empty_database(file: Path) -> None:
    make_folder(make_url(url_of(file)))
    (file.parent / "next.py").write_text(NEXT.format(down=None, statement="broken"))
    with pytest.raises(StorageFailed):
        await open_database(url_of(file), History("next", (file.parent,)))
    assert rows(file, "SELECT * FROM sqlite_master") == []


@pytest.mark.parametrize("revision", ["next", "9999", "abc"])
async def test_a_newer_database_is_refused_and_left_alone(file: Path, revision: str) -> None:
    await saved_in(file)
    with closing(sqlite3.connect(file)) as connection, connection:
        connection.execute("UPDATE alembic_version SET version_num = ?", (revision,))
    before = content(file)
    refused = await refusal(file)
    assert refused.utterance == "storage/newer_schema"
    assert refused.variables == {"file": str(file), "found": revision}
    assert await problems(url_of(file)) == [(refused.utterance, refused.variables)]
    assert content(file) == before
    assert not any("before" in name for name in names(file.parent))


async def test_the_database_of_another_program_is_refused_and_left_alone(tmp_path: Path) -> None:
    file = tmp_path / "bookmarks.db"
    with closing(sqlite3.connect(file)) as connection:
        connection.execute("CREATE TABLE bookmark (url TEXT)")
    before = content(file)
    assert (await refusal(file)).utterance == "storage/foreign"
    assert await problems(url_of(file)) == [("storage/foreign", {"file": str(file)})]
    assert content(file) == before


async def test_an_empty_database_with_a_history_is_called_old_and_migrated(file: Path) -> None:
    database = await open_database(url_of(file))
    async with database.writing() as connection:
        await connection.run_sync(migrating.downgrade, SHIPPED.folders, "base")
    await database.close()
    assert await problems(url_of(file)) == [("storage/older_schema", {"file": str(file)})]
    await saved_in(file)
    assert await problems(url_of(file)) == []


async def test_looking_for_problems_makes_no_file(file: Path) -> None:
    assert await problems(url_of(file)) == []
    assert file.parent.name not in names(file.parent.parent)


async def test_a_database_in_use_has_no_problems(store: Store) -> None:
    await store.writer.save([prepared("a")], "here")
    assert await store.check() == []


async def test_a_copied_database_without_its_log_opens(file: Path, tmp_path: Path) -> None:
    await saved_in(file)
    moved = tmp_path / "odd % name #1?.db"
    shutil.copy(file, moved)
    address = URL.create("sqlite+aiosqlite", database=str(moved))
    store = await Store.open(address.render_as_string())
    assert len(await store.articles.page(["here"])) == 2
    await store.close()
