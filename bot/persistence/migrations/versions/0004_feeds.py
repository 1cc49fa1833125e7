"""Feeds and what they told of, and which articles are known by an excerpt only."""

import sqlalchemy as sa
from alembic import op

revision = "0004"
down_revision = "0003"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of feeds, and mark every article so far as whole."""
    op.add_column(
        "article_version",
        sa.Column("excerpt", sa.Boolean, nullable=False, server_default=sa.false()),
    )
    _make_feeds()
    _make_items()


def downgrade() -> None:
    """Forget every feed, and which articles are excerpts; the articles stay."""
    op.drop_table("feed_item")
    op.drop_table("feed")
    op.drop_column("article_version", "excerpt")


def _make_feeds() -> None:
    op.create_table(
        "feed",
        sa.Column("id", KEY, nullable=False),
        sa.Column("collection", sa.Text, nullable=False),
        sa.Column("url", sa.Text, nullable=False),
        sa.Column("title", sa.Text),
        sa.Column("outlet", sa.Text),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("configured", sa.Boolean, nullable=False),
        sa.Column("added_by", sa.BigInteger),
        sa.Column("added", sa.BigInteger, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("wait_until", sa.BigInteger),
        sa.Column("tried", sa.BigInteger),
        sa.Column("read", sa.BigInteger),
        sa.Column("etag", sa.Text),
        sa.Column("modified", sa.Text),
        sa.Column("moved_to", sa.Text),
        sa.Column("moved_seen", sa.Integer, nullable=False),
        sa.Column("failures", sa.Integer, nullable=False),
        sa.Column("error", sa.Text),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed"),
        sa.UniqueConstraint("collection", "url", name="uq_feed_collection_url"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feed_due", "feed", ["due"])


def _make_items() -> None:
    op.create_table(
        "feed_item",
        sa.Column("id", KEY, nullable=False),
        sa.Column("feed_id", KEY, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("link", sa.Text),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("told_hash", sa.Text, nullable=False),
        sa.Column("text_hash", sa.Text, nullable=False),
        sa.Column("again_until", sa.BigInteger),
        sa.Column("baseline", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_feed_item"),
        sa.ForeignKeyConstraint(["feed_id"], ["feed.id"], name="fk_feed_item_feed_id_feed"),
        sa.UniqueConstraint("feed_id", "name", name="uq_feed_item_feed_id_name"),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_feed_item_link", "feed_item", ["feed_id", "link"])
    op.create_index("ix_feed_item_text_hash", "feed_item", ["feed_id", "text_hash"])
