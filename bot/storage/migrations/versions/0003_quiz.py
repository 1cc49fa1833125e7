"""What questions are made from, and the questions that were asked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0001"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table of the quiz."""
    _make_facts()
    _make_items()


def downgrade() -> None:
    """Drop every table of the quiz."""
    for table in ("quiz_item", "quiz_facts"):
        op.drop_table(table)


def _make_facts() -> None:
    op.create_table(
        "quiz_facts",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("recipe", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_quiz_facts"),
        _of_version("quiz_facts"),
    )


def _make_items() -> None:
    op.create_table(
        "quiz_item",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("question", sa.Text, nullable=False),
        sa.Column("options", sa.Text, nullable=False),
        sa.Column("answer_index", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("answer_start", sa.Integer, nullable=False),
        sa.Column("answer_end", sa.Integer, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.Column("tier", sa.Text, nullable=False),
        sa.Column("score", sa.Float, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_item"),
        _of_version("quiz_item"),
    )
    op.create_index("ix_quiz_item_article_id", "quiz_item", ["article_id", "version"])


def _of_version(table: str) -> sa.ForeignKeyConstraint:
    # What was made from an article goes with it.
    return sa.ForeignKeyConstraint(
        ["article_id", "version"],
        ["article_version.article_id", "article_version.version"],
        name=f"fk_{table}_article_id_article_version",
        ondelete="CASCADE",
    )
