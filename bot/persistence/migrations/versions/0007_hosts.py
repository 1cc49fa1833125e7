"""Rounds can be paused, their last question can count double, and numbers can be guessed."""

import sqlalchemy as sa
from alembic import op

revision = "0007"
down_revision = "0006"

MOMENTS = ("paused", "steered")
DOUBLED = ("quiz_round", "quiz_server")


def upgrade() -> None:
    """Add what a host does, what a server has set, and what was guessed."""
    for name in MOMENTS:
        op.add_column("quiz_round", sa.Column(name, sa.BigInteger))
    for table in DOUBLED:
        double = sa.Column("double_last", sa.Boolean, nullable=False, server_default=sa.false())
        op.add_column(table, double)
    op.add_column("quiz_answer", sa.Column("guess", sa.Text))


def downgrade() -> None:
    """Forget them; a paused round goes on, and who guessed a number keeps the points."""
    # It waits for the end of its pause, of which nothing is known any more.
    op.execute("UPDATE quiz_round SET due = paused WHERE paused IS NOT NULL AND ended IS NULL")
    op.drop_column("quiz_answer", "guess")
    for table in DOUBLED:
        op.drop_column(table, "double_last")
    for name in MOMENTS:
        op.drop_column("quiz_round", name)
