"""Articles with their versions and passages, what they are about, and what was asked."""

import sqlalchemy as sa
from alembic import op

revision = "0001"
down_revision = None

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")
CODE_POINTS = sa.Text().with_variant(sa.Text(collation="C"), "postgresql")


def upgrade() -> None:
    """Make every table of the first release."""
    _make_collections()
    _make_articles()
    _make_versions()
    _make_passages()
    _make_catalogue()
    _make_inquiries()


def downgrade() -> None:
    """Drop every table of the first release, and with them all that it knew."""
    for table in (
        "inquiry",
        "catalogue",
        "passage",
        "article_version",
        "article",
        "collection",
        "meta",
    ):
        op.drop_table(table)


def _make_collections() -> None:
    op.create_table(
        "meta",
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("value", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("name", name="pk_meta"),
    )
    op.create_table(
        "collection",
        sa.Column("id", KEY, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("articles", sa.BigInteger, nullable=False),
        sa.Column("passages", sa.BigInteger, nullable=False),
        sa.Column("words", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_collection"),
        sa.UniqueConstraint("name", name="uq_collection_name"),
    )


def _make_articles() -> None:
    op.create_table(
        "article",
        sa.Column("id", KEY, nullable=False, autoincrement=False),
        sa.Column("public_id", sa.Text, nullable=False),
        sa.Column("collection_id", KEY, nullable=False),
        sa.Column("key", sa.Text, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("removed", sa.Boolean, nullable=False),
        sa.Column("change", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Integer),
        sa.PrimaryKeyConstraint("id", name="pk_article"),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name="fk_article_collection_id_collection"
        ),
        sa.UniqueConstraint("public_id", name="uq_article_public_id"),
        sa.UniqueConstraint("collection_id", "key", name="uq_article_collection_id_key"),
    )
    op.create_index("ix_article_change", "article", ["change"], unique=True)
    op.create_index(
        "ix_article_newest",
        "article",
        ["collection_id", "removed", "day", "id"],
    )


def _make_versions() -> None:
    op.create_table(
        "article_version",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("content_hash", sa.Text, nullable=False),
        sa.Column("source", sa.Text, nullable=False),
        sa.Column("title", sa.Text, nullable=False),
        sa.Column("title_origin", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("author", sa.Text),
        sa.Column("published", sa.Text),
        sa.Column("url", sa.Text),
        sa.Column("language", sa.Text),
        sa.Column("topics", sa.Text, nullable=False),
        sa.Column("marks", sa.Text, nullable=False),
        sa.Column("text", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("article_id", "version", name="pk_article_version"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_article_version_article_id_article"
        ),
    )


def _make_passages() -> None:
    op.create_table(
        "passage",
        sa.Column("id", KEY, nullable=False),
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("ordinal", sa.Integer, nullable=False),
        sa.Column("start", sa.Integer, nullable=False),
        sa.Column("end", sa.Integer, nullable=False),
        sa.Column("length", sa.Integer, nullable=False),
        sa.Column("title_terms", sa.Text, nullable=False),
        sa.Column("terms", sa.Text, nullable=False),
        sa.PrimaryKeyConstraint("id", name="pk_passage"),
        sa.ForeignKeyConstraint(
            ["article_id"], ["article.id"], name="fk_passage_article_id_article"
        ),
        sqlite_autoincrement=True,
    )
    op.create_index("ix_passage_article_id", "passage", ["article_id"])


def _make_catalogue() -> None:
    op.create_table(
        "catalogue",
        sa.Column("collection_id", KEY, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("folded", CODE_POINTS, nullable=False),
        sa.Column("name", sa.Text, nullable=False),
        sa.Column("articles", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("collection_id", "kind", "folded", name="pk_catalogue"),
        sa.ForeignKeyConstraint(
            ["collection_id"], ["collection.id"], name="fk_catalogue_collection_id_collection"
        ),
    )
    op.create_index(
        "ix_catalogue_most_common",
        "catalogue",
        ["collection_id", "kind", sa.text("articles DESC")],
    )


def _make_inquiries() -> None:
    op.create_table(
        "inquiry",
        sa.Column("token", sa.Text, nullable=False),
        sa.Column("collection", sa.Text, nullable=False),
        sa.Column("kind", sa.Text, nullable=False),
        sa.Column("query", sa.Text, nullable=False),
        sa.Column("outlet", sa.Text),
        sa.Column("since", sa.Text),
        sa.Column("until", sa.Text),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("token", name="pk_inquiry"),
    )
    op.create_index("ix_inquiry_asked", "inquiry", ["asked"])
