"""The tables of articles, feeds and digests, as SQLite and PostgreSQL both have them."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    Float,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    MetaData,
    Table,
    Text,
    UniqueConstraint,
    false,
)

HEAD = "0008"
"""The revision of the newest migration, kept here so that a start need not load Alembic."""

metadata = MetaData(
    # SQLite can drop a constraint in a later migration only when it has a name.
    naming_convention={
        "ix": "ix_%(column_0_N_label)s",
        "uq": "uq_%(table_name)s_%(column_0_N_name)s",
        "fk": "fk_%(table_name)s_%(column_0_N_name)s_%(referred_table_name)s",
        "pk": "pk_%(table_name)s",
    }
)

# SQLite counts rows only in a column that is exactly INTEGER.
Key = BigInteger().with_variant(Integer, "sqlite")
# PostgreSQL compares by the rules of a language; a range over a prefix needs plain code points.
CodePoints = Text().with_variant(Text(collation="C"), "postgresql")

meta = Table(
    "meta",
    metadata,
    Column("name", Text, primary_key=True),
    Column("value", Text, nullable=False),
)

collection = Table(
    "collection",
    metadata,
    Column("id", Key, primary_key=True),
    Column("name", Text, nullable=False, unique=True),
    Column("articles", BigInteger, nullable=False),
    Column("passages", BigInteger, nullable=False),
    Column("words", BigInteger, nullable=False),
)

article = Table(
    "article",
    metadata,
    Column("id", Key, primary_key=True, autoincrement=False),
    Column("public_id", Text, nullable=False, unique=True),
    Column("collection_id", Key, ForeignKey("collection.id"), nullable=False),
    Column("key", Text, nullable=False),
    Column("version", Integer, nullable=False),
    Column("removed", Boolean, nullable=False),
    Column("change", BigInteger, nullable=False),
    Column("day", Integer),
    # When it came in, in Unix seconds, and whether its feed had it at the first reading.
    Column("first_seen", BigInteger),
    Column("baseline", Boolean, nullable=False, server_default=false()),
    # Of its current version: empty when it is too short to tell, none while nobody has looked.
    Column("words_hash", Text),
    UniqueConstraint("collection_id", "key"),
    Index(None, "change", unique=True),
    Index("ix_article_newest", "collection_id", "removed", "day", "id"),
    Index("ix_article_first_seen", "collection_id", "first_seen"),
    Index("ix_article_words_hash", "words_hash", "collection_id"),
)

article_version = Table(
    "article_version",
    metadata,
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("content_hash", Text, nullable=False),
    Column("source", Text, nullable=False),
    Column("title", Text, nullable=False),
    Column("title_origin", Text, nullable=False),
    Column("outlet", Text),
    Column("author", Text),
    Column("published", Text),
    Column("url", Text),
    Column("language", Text),
    Column("topics", Text, nullable=False),
    Column("marks", Text, nullable=False),
    # Last, because SQLite reads a row up to the last column asked for.
    Column("text", Text, nullable=False),
    Column("excerpt", Boolean, nullable=False, server_default=false()),
)

passage = Table(
    "passage",
    metadata,
    Column("id", Key, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), nullable=False, index=True),
    Column("version", Integer, nullable=False),
    Column("ordinal", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("length", Integer, nullable=False),
    sqlite_autoincrement=True,
)

catalogue = Table(
    "catalogue",
    metadata,
    Column("collection_id", Key, ForeignKey("collection.id"), primary_key=True),
    Column("kind", Text, primary_key=True),
    Column("folded", CodePoints, primary_key=True),
    Column("name", Text, nullable=False),
    Column("articles", BigInteger, nullable=False),
)
Index(
    "ix_catalogue_most_common",
    catalogue.c.collection_id,
    catalogue.c.kind,
    catalogue.c.articles.desc(),
)

inquiry = Table(
    "inquiry",
    metadata,
    Column("token", Text, primary_key=True),
    Column("collection", Text, nullable=False),
    Column("kind", Text, nullable=False),
    Column("query", Text, nullable=False),
    Column("outlet", Text),
    Column("since", Text),
    Column("until", Text),
    Column("asked", BigInteger, nullable=False, index=True),
)

quiz_facts = Table(
    "quiz_facts",
    metadata,
    Column("article_id", Key, primary_key=True),
    Column("version", Integer, primary_key=True),
    Column("recipe", Text, nullable=False),
    Column("facts", Text, nullable=False),
    Column("asked", Boolean, nullable=False),
    ForeignKeyConstraint(
        ["article_id", "version"],
        ["article_version.article_id", "article_version.version"],
        ondelete="CASCADE",
    ),
)

quiz_item = Table(
    "quiz_item",
    metadata,
    Column("id", Text, primary_key=True),
    Column("article_id", Key, nullable=False),
    Column("version", Integer, nullable=False),
    Column("kind", Text, nullable=False),
    Column("question", Text, nullable=False),
    Column("options", Text, nullable=False),
    Column("answer_index", Integer, nullable=False),
    Column("start", Integer, nullable=False),
    Column("end", Integer, nullable=False),
    Column("answer_start", Integer, nullable=False),
    Column("answer_end", Integer, nullable=False),
    Column("value", Text, nullable=False),
    Column("tier", Text, nullable=False),
    Column("score", Float, nullable=False),
    ForeignKeyConstraint(
        ["article_id", "version"],
        ["article_version.article_id", "article_version.version"],
        ondelete="CASCADE",
    ),
    Index("ix_quiz_item_article_id", "article_id", "version"),
)

feed = Table(
    "feed",
    metadata,
    Column("id", Key, primary_key=True),
    Column("collection", Text, nullable=False),
    Column("url", Text, nullable=False),
    Column("title", Text),
    Column("outlet", Text),
    Column("state", Text, nullable=False),
    Column("configured", Boolean, nullable=False),
    Column("added", BigInteger, nullable=False),
    Column("due", BigInteger, nullable=False, index=True),
    Column("wait_until", BigInteger),
    Column("tried", BigInteger),
    Column("read", BigInteger),
    Column("etag", Text),
    Column("modified", Text),
    Column("moved_to", Text),
    Column("moved_seen", Integer, nullable=False),
    Column("failures", Integer, nullable=False),
    Column("error", Text),
    Column("told", Boolean, nullable=False),
    # Empty for the operator's own feeds, which every face may tell of.
    Column("face", Text, nullable=False, server_default=""),
    Column("added_by", Text),
    UniqueConstraint("collection", "url"),
    sqlite_autoincrement=True,
)

feed_item = Table(
    "feed_item",
    metadata,
    Column("id", Key, primary_key=True),
    Column("feed_id", Key, ForeignKey("feed.id"), nullable=False),
    Column("name", Text, nullable=False),
    Column("link", Text),
    Column("key", Text, nullable=False),
    Column("article", Text, nullable=False),
    Column("told_hash", Text, nullable=False),
    Column("text_hash", Text, nullable=False),
    Column("again_until", BigInteger),
    Column("baseline", Boolean, nullable=False),
    UniqueConstraint("feed_id", "name"),
    Index("ix_feed_item_link", "feed_id", "link"),
    Index("ix_feed_item_text_hash", "feed_id", "text_hash"),
    sqlite_autoincrement=True,
)


digest_schedule = Table(
    "digest_schedule",
    metadata,
    Column("id", Key, primary_key=True),
    Column("server", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("topic", Text, nullable=False),
    Column("made_by", Text, nullable=False),
    Column("at", Text, nullable=False),
    Column("zone", Text, nullable=False),
    Column("days", Text, nullable=False),
    Column("role", Text),
    Column("silent", Boolean, nullable=False),
    Column("quiz", Boolean, nullable=False),
    Column("tell_empty", Boolean, nullable=False),
    Column("since", BigInteger, nullable=False),
    Column("paused", Text),
    Column("told", Boolean, nullable=False),
    # When somebody has to look at the schedule again; the ledger decides what is then due.
    Column("next_due", BigInteger, nullable=False, index=True),
    Column("face", Text, nullable=False, server_default="discord"),
    UniqueConstraint("face", "server", "channel", "topic"),
)

digest_post = Table(
    "digest_post",
    metadata,
    Column("id", Key, primary_key=True),
    Column("schedule_id", Key, ForeignKey("digest_schedule.id"), nullable=False),
    Column("day", Text, nullable=False),
    Column("due", BigInteger, nullable=False),
    Column("state", Text, nullable=False),
    Column("reason", Text),
    Column("window_start", BigInteger, nullable=False),
    Column("window_end", BigInteger, nullable=False),
    Column("planned", BigInteger, nullable=False),
    Column("settled", BigInteger),
    Column("attempts", Integer, nullable=False),
    Column("leased_by", Text),
    Column("leased_until", BigInteger, nullable=False),
    Column("content", Text, nullable=False),
    UniqueConstraint("schedule_id", "day"),
    Index("ix_digest_post_waiting", "state", "leased_until"),
)

digest_part = Table(
    "digest_part",
    metadata,
    Column("post_id", Key, ForeignKey("digest_post.id"), primary_key=True),
    Column("ordinal", Integer, primary_key=True),
    Column("place", Text, nullable=False),
    Column("mark", Text, nullable=False),
    Column("payload", Text, nullable=False),
    Column("message", Text),
)

story_article = Table(
    "story_article",
    metadata,
    Column("scope", Text, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("story", Text, nullable=False),
    Index("ix_story_article_story", "scope", "story"),
)
