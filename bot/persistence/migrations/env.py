"""How Alembic runs the steps: on the connection, and in the transaction, that it is handed."""

from alembic import context

from bot.persistence import schema_intake, schema_quiz  # noqa: F401 - their tables are in the metadata
from bot.persistence.schema import metadata

context.configure(
    connection=context.config.attributes["connection"],
    target_metadata=metadata,
    render_as_batch=True,
    compare_type=True,
)
context.run_migrations()
