"""The tables by which articles are known again, and lines that recur in them."""

from sqlalchemy import BigInteger, Boolean, Column, ForeignKey, Table, Text

from bot.persistence.schema import Key, metadata

# The names other than its own key under which an article came, and what it was under each of them;
# under its own key as well while its current version came under another name.
article_name = Table(
    "article_name",
    metadata,
    Column("collection_id", Key, ForeignKey("collection.id"), primary_key=True),
    Column("key", Text, primary_key=True),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    Column("content_hash", Text, nullable=False),
)

# Lines of which it is not known yet whether they are furniture of their source, and articles that
# have them; and articles whose marks lag behind what became known.
recurring_line = Table(
    "recurring_line",
    metadata,
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    Column("article_id", Key, ForeignKey("article.id"), primary_key=True),
    sqlite_with_rowid=False,
)

line_verdict = Table(
    "line_verdict",
    metadata,
    Column("line", BigInteger, primary_key=True, autoincrement=False),
    Column("furniture", Boolean, nullable=False),
)
