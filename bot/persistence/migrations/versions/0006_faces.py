"""Rows that belong to a face say which, ids of a platform are text, and parts are replies."""

from collections.abc import Iterator
from contextlib import contextmanager

import sqlalchemy as sa
from alembic import op

revision = "0006"
down_revision = "0005"

OLD_KEY = "uq_digest_schedule_server_channel_topic"
NEW_KEY = "uq_digest_schedule_face_server_channel_topic"


def upgrade() -> None:
    """Give everything so far to Discord, and let what was not sent yet be made anew."""
    with _references_held():
        _widen_schedules()
        with op.batch_alter_table("digest_part") as part:
            part.alter_column(
                "message",
                existing_type=sa.BigInteger,
                type_=sa.Text,
                postgresql_using="message::text",
            )
    op.execute("UPDATE digest_schedule SET made_by = '' WHERE made_by = '0'")
    op.execute("UPDATE digest_part SET message = '' WHERE message = '0'")
    op.add_column("quiz_round", _face())
    op.add_column("feed", sa.Column("face", sa.Text, nullable=False, server_default=""))
    op.execute("UPDATE feed SET face = 'discord' WHERE collection NOT IN ('operator', 'sample')")
    _change_adder(sa.Text)
    _let_be_made_anew()


def downgrade() -> None:
    """Forget what is another face's; what is not sent whole is taken for posted."""
    _forget_faces()
    op.execute("UPDATE digest_schedule SET made_by = '0' WHERE made_by = ''")
    op.execute("UPDATE digest_part SET message = '0' WHERE message = ''")
    _change_adder(sa.BigInteger)
    op.drop_column("feed", "face")
    op.drop_column("quiz_round", "face")
    with _references_held():
        with op.batch_alter_table("digest_part") as part:
            part.alter_column(
                "message",
                existing_type=sa.Text,
                type_=sa.BigInteger,
                postgresql_using="message::bigint",
            )
        _narrow_schedules()


def _face() -> sa.Column[str]:
    return sa.Column("face", sa.Text, nullable=False, server_default="discord")


@contextmanager
def _references_held() -> Iterator[None]:
    """Let SQLite make a table anew that others refer to: every row comes back with its id."""
    is_sqlite = op.get_bind().dialect.name == "sqlite"
    if is_sqlite:
        op.execute("PRAGMA defer_foreign_keys = on")
    yield
    if is_sqlite:
        op.execute("PRAGMA defer_foreign_keys = off")


def _widen_schedules() -> None:
    with op.batch_alter_table("digest_schedule") as schedule:
        schedule.add_column(_face())
        for name in ("channel", "made_by", "role"):
            schedule.alter_column(
                name,
                existing_type=sa.BigInteger,
                type_=sa.Text,
                postgresql_using=f"{name}::text",
            )
        schedule.drop_constraint(OLD_KEY, type_="unique")
        schedule.create_unique_constraint(NEW_KEY, ["face", "server", "channel", "topic"])


def _narrow_schedules() -> None:
    with op.batch_alter_table("digest_schedule") as schedule:
        schedule.drop_constraint(NEW_KEY, type_="unique")
        for name in ("channel", "made_by", "role"):
            schedule.alter_column(
                name,
                existing_type=sa.Text,
                type_=sa.BigInteger,
                postgresql_using=f"{name}::bigint",
            )
        schedule.create_unique_constraint(OLD_KEY, ["server", "channel", "topic"])
        schedule.drop_column("face")


def _change_adder(kind: type[sa.Text | sa.BigInteger]) -> None:
    """Keep who added a feed in a column of another type; the feed's items refer to its row."""
    op.add_column("feed", sa.Column("adder", kind))
    written = sa.cast(sa.column("added_by"), kind)
    op.execute(sa.table("feed", sa.column("adder")).update().values(adder=written))
    op.drop_column("feed", "added_by")
    op.alter_column("feed", "adder", new_column_name="added_by")


def _let_be_made_anew() -> None:
    """What was rendered for Discord is dropped; a message that was sent stays noted as sent.

    A post of which a part is missing is planned again by its schedule, within the same hours, and
    looked for in the channel first where it may have arrived.
    """
    op.execute(
        "UPDATE digest_post SET state = 'outdated', leased_until = 0 WHERE state = 'planned' "
        "AND id IN (SELECT post_id FROM digest_part WHERE message IS NULL)"
    )
    op.execute(
        "DELETE FROM digest_part WHERE message IS NULL "
        "AND post_id IN (SELECT id FROM digest_post WHERE state = 'outdated')"
    )
    op.execute("UPDATE digest_part SET payload = ''")
    op.execute(
        "UPDATE digest_schedule SET next_due = 0 "
        "WHERE id IN (SELECT schedule_id FROM digest_post WHERE state = 'outdated')"
    )


def _forget_faces() -> None:
    """Forget what is not Discord's, and posts of which nothing was sent: they are planned anew."""
    op.execute(
        "UPDATE digest_post SET state = 'posted' WHERE state IN ('planned', 'outdated') "
        "AND id IN (SELECT post_id FROM digest_part WHERE message IS NOT NULL)"
    )
    op.execute(
        "UPDATE digest_post SET state = 'outdated' WHERE state = 'planned' OR schedule_id IN "
        "(SELECT id FROM digest_schedule WHERE face <> 'discord')"
    )
    op.execute(
        "DELETE FROM digest_part "
        "WHERE post_id IN (SELECT id FROM digest_post WHERE state = 'outdated')"
    )
    op.execute("DELETE FROM digest_post WHERE state = 'outdated'")
    op.execute("DELETE FROM digest_schedule WHERE face <> 'discord'")
    op.execute("DELETE FROM quiz_round WHERE face <> 'discord'")
    op.execute(
        "DELETE FROM feed_item WHERE feed_id IN "
        "(SELECT id FROM feed WHERE face NOT IN ('discord', ''))"
    )
    op.execute("DELETE FROM feed WHERE face NOT IN ('discord', '')")
