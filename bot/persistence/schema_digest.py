"""The tables of the digest: who gets one when, what was posted, and what belongs to one story."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    Index,
    Integer,
    Table,
    Text,
    UniqueConstraint,
)

from bot.persistence.schema import Key, metadata

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
