"""The terms of passages are in the index alone, which is made anew from the articles' texts."""

import sqlalchemy as sa
from alembic import op

revision = "0002"
down_revision = "0001"


def upgrade() -> None:
    """Drop the terms; the index has its own, and an older index is made anew."""
    op.drop_column("passage", "terms")
    op.drop_column("passage", "title_terms")


def downgrade() -> None:
    """Put the columns back, empty: only ingesting the articles again fills them."""
    for name in ("title_terms", "terms"):
        op.add_column("passage", sa.Column(name, sa.Text, nullable=False, server_default=""))
