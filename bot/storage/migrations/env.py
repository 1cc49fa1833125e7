"""How Alembic runs the steps: on the connection, and in the transaction, that it is handed."""

from alembic import context

from bot.storage import (
    digest_tables,  # noqa: F401 - its tables are in the metadata
    round_schema,  # noqa: F401 - its tables belong to the metadata
)
from bot.storage.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
