"""When articles came in, who gets a digest when, what was posted, and stories."""

import sqlalchemy as sa
from alembic import op

revision = "0005"
down_revision = "0004"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make the tables of the digest; articles that are there came in at a time nobody noted."""
    op.add_column("article", sa.Column("first_seen", sa.BigInteger))
    baseline = sa.Column("baseline", sa.Boolean, nullable=False, server_default=sa.false())
    op.add_column("article", baseline)
    op.create_index("ix_article_first_seen", "article", ["collection_id", "first_seen"])
    _make_schedules()
    _make_posts()
    _make_stories()


def downgrade() -> None:
    """Drop the tables of the digest, and with them every schedule."""
    for table in ("story_article", "digest_part", "digest_post", "digest_schedule"):
        op.drop_table(table)
    op.drop_index("ix_article_first_seen", "article")
    op.drop_column("article", "baseline")
    op.drop_column("article", "first_seen")


def _make_schedules() -> None:
    op.create_table(
        "digest_schedule",
        sa.Column("id", KEY, nullable=False),
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("channel", sa.BigInteger, nullable=False),
        sa.Column("topic", sa.Text, nullable=False),
        sa.Column("made_by", sa.BigInteger, nullable=False),
        sa.Column("at", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("days", sa.Text, nullable=False),
        sa.Column("role", sa.BigInteger),
        sa.Column("silent", sa.Boolean, nullable=False),
        sa.Column("quiz", sa.Boolean, nullable=False),
        sa.Column("tell_empty", sa.Boolean, nullable=False),
        sa.Column("since", sa.BigInteger, nullable=False),
        sa.Column("paused", sa.Text),
        sa.Column("told", sa.Boolean, nullable=False),
        sa.Column("next_due", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest_schedule"),
        sa.UniqueConstraint(
            "server", "channel", "topic", name="uq_digest_schedule_server_channel_topic"
        ),
    )
    op.create_index("ix_digest_schedule_next_due", "digest_schedule", ["next_due"])


def _make_posts() -> None:
    op.create_table(
        "digest_post",
        sa.Column("id", KEY, nullable=False),
        sa.Column("schedule_id", KEY, nullable=False),
        sa.Column("day", sa.Text, nullable=False),
        sa.Column("due", sa.BigInteger, nullable=False),
        sa.Column("state", sa.Text, nullable=False),
        sa.Column("reason", sa.Text),
        sa.Column("window_start", sa.BigInteger, nullable=False),
        sa.Column("window_end", sa.BigInteger, nullable=False),
        sa.Column("planned", sa.BigInteger, nullable=False),
        sa.Column("settled", sa.BigInteger),
        sa.Column("attempts", sa.Integer, nullable=False),
        sa.Column("leased_by", sa.Text),
        sa.Column("leased_until", sa.BigInteger, nullable=False),
        sa.Column("content", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_digest_post"),
        sa.ForeignKeyConstraint(
            ["schedule_id"],
            ["digest_schedule.id"],
            name="fk_digest_post_schedule_id_digest_schedule",
        ),
        sa.UniqueConstraint("schedule_id", "day", name="uq_digest_post_schedule_id_day"),
    )
    op.create_index("ix_digest_post_waiting", "digest_post", ["state", "leased_until"])
    op.create_table(
        "digest_part",
        sa.Column("post_id", KEY, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("place", sa.Text, nullable=False),
        sa.Column("mark", sa.Text, nullable=False),
        sa.Column("payload", sa.Text, nullable=False),
        sa.Column("message", sa.BigInteger),
        sa.PrimaryKeyConstraint("post_id", "ordinal", name="pk_digest_part"),
        sa.ForeignKeyConstraint(
            ["post_id"], ["digest_post.id"], name="fk_digest_part_post_id_digest_post"
        ),
    )


def _make_stories() -> None:
    op.create_table(
        "story_article",
        sa.Column("scope", sa.Text, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("story", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("scope", "article_id", name="pk_story_article"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_story_article_article_id_article"
        ),
    )
    op.create_index("ix_story_article_story", "story_article", ["scope", "story"])
