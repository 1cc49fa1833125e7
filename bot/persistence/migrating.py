"""Running the migrations; the only module that imports Alembic."""

import os
from collections.abc import Sequence
from pathlib import Path

from alembic import command
from alembic.config import Config
from alembic.script import ScriptDirectory
from sqlalchemy import Connection

SCRIPTS = Path(__file__).parent / "migrations"


def revisions(folders: Sequence[Path]) -> frozenset[str | None]:
    """The revisions that the steps in `folders` lead to, and None for an empty database."""
    steps = ScriptDirectory.from_config(configuration(folders)).walk_revisions()
    return frozenset({None, *(step.revision for step in steps)})


def upgrade(connection: Connection, folders: Sequence[Path], revision: str) -> None:
    """Take every step up to `revision`, in the transaction that `connection` is in."""
    command.upgrade(configuration(folders, connection), revision)


def downgrade(connection: Connection, folders: Sequence[Path], revision: str) -> None:
    """Take every step down to `revision`, in the transaction that `connection` is in."""
    command.downgrade(configuration(folders, connection), revision)


def configuration(folders: Sequence[Path], connection: Connection | None = None) -> Config:
    """What Alembic is told: where the steps are, and on which connection to take them."""
    config = Config(attributes={"connection": connection})
    # Alembic reads a percent sign as the start of a variable.
    config.set_main_option("script_location", str(SCRIPTS).replace("%", "%%"))
    config.set_main_option("path_separator", "os")
    locations = os.pathsep.join(str(folder) for folder in folders)
    config.set_main_option("version_locations", locations.replace("%", "%%"))
    return config
