"""Articles are known by their words and by all their names, and lines that recur in them."""

import sqlalchemy as sa
from alembic import op

revision = "0008"
down_revision = "0007"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make room for it; what older articles' words are is found out bit by bit by each intake."""
    op.add_column("article", sa.Column("words_hash", sa.Text))
    op.execute("UPDATE article SET words_hash = '' WHERE removed")
    op.create_index("ix_article_words_hash", "article", ["words_hash", "collection_id"])
    op.create_table(
        "article_name",
        sa.Column("collection_id", KEY, sa.ForeignKey("collection.id"), nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("article_id", KEY, sa.ForeignKey("article.id"), nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "key", "article_id"),
    )
    op.create_table(
        "recurring_line",
        sa.Column("line", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("article_id", KEY, sa.ForeignKey("article.id"), nullable=False),
        sa.PrimaryKeyConstraint("line", "article_id"),
        sqlite_with_rowid=False,
    )
    op.create_table(
        "line_verdict",
        sa.Column("line", sa.BigInteger, nullable=False, autoincrement=False),
        sa.Column("furniture", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("line"),
    )


def downgrade() -> None:
    """Forget it; an article that came under another name would come again under it."""
    op.drop_table("line_verdict")
    op.drop_table("recurring_line")
    op.drop_table("article_name")
    op.drop_index("ix_article_words_hash", "article")
    op.drop_column("article", "words_hash")
