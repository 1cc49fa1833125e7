"""What questions are made from, and the questions that were asked."""

import sqlalchemy as sa
from alembic import op

revision = "0003"
down_revision = "0002"

KEY = sa.BigInteger().with_variant(sa.Integer, "sqlite")


def upgrade() -> None:
    """Make every table of the quiz."""
    _make_facts()
    _make_items()
    _make_rounds()
    _make_turns()
    _make_answers()
    _make_doubts()
    _make_servers()


def downgrade() -> None:
    """Drop every table of the quiz."""
    for table in (
        "quiz_server",
        "quiz_verdict",
        "quiz_report",
        "quiz_answer",
        "quiz_turn",
        "quiz_round",
        "quiz_item",
        "quiz_facts",
    ):
        op.drop_table(table)


def _make_facts() -> None:
    op.create_table(
        "quiz_facts",
        sa.Column("article_id", KEY, nullable=False),
        sa.Column("version", sa.Integer, nullable=False),
        sa.Column("recipe", sa.Text, nullable=False),
        sa.Column("facts", sa.Text, nullable=False),
        sa.Column("asked", sa.Boolean, nullable=False),
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


def _make_rounds() -> None:
    op.create_table(
        "quiz_round",
        sa.Column("id", sa.Text, nullable=False),
        sa.Column("mode", sa.Text, nullable=False),
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("channel", sa.Text, nullable=False),
        sa.Column("starter", sa.Text, nullable=False),
        sa.Column("collection", sa.Text),
        sa.Column("topic", sa.Text),
        sa.Column("questions", sa.Integer, nullable=False),
        sa.Column("seconds", sa.Integer, nullable=False),
        sa.Column("speed_bonus", sa.Boolean, nullable=False),
        sa.Column("started", sa.BigInteger, nullable=False),
        sa.Column("ending", sa.Text),
        sa.Column("ended", sa.BigInteger),
        sa.Column("slot", sa.Text),
        sa.Column("due", sa.BigInteger),
        sa.PrimaryKeyConstraint("id", name="pk_quiz_round"),
        sa.UniqueConstraint("slot", name="uq_quiz_round_slot"),
    )
    op.create_index("ix_quiz_round_due", "quiz_round", ["due"])
    op.create_index("ix_quiz_round_server", "quiz_round", ["server", "mode"])


def _make_turns() -> None:
    op.create_table(
        "quiz_turn",
        sa.Column("round_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("article", sa.Text, nullable=False),
        sa.Column("snapshot", sa.Text),
        sa.Column("message", sa.Text),
        sa.Column("asked", sa.BigInteger, nullable=False),
        sa.Column("closes", sa.BigInteger, nullable=False),
        sa.Column("closed", sa.BigInteger),
        sa.Column("shown", sa.BigInteger),
        sa.Column("right", sa.Boolean),
        sa.PrimaryKeyConstraint("round_id", "number", name="pk_quiz_turn"),
        sa.ForeignKeyConstraint(
            ["round_id"],
            ["quiz_round.id"],
            name="fk_quiz_turn_round_id_quiz_round",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_quiz_turn_item", "quiz_turn", ["item"])
    op.create_index("ix_quiz_turn_article", "quiz_turn", ["article"])


def _make_answers() -> None:
    op.create_table(
        "quiz_answer",
        sa.Column("round_id", sa.Text, nullable=False),
        sa.Column("number", sa.Integer, nullable=False),
        sa.Column("player", sa.Text, nullable=False),
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("choice", sa.Integer, nullable=False),
        sa.Column("answered", sa.BigInteger, nullable=False),
        sa.Column("day", sa.Integer, nullable=False),
        sa.Column("right", sa.Boolean),
        sa.Column("points", sa.Integer),
        sa.PrimaryKeyConstraint("round_id", "number", "player", name="pk_quiz_answer"),
        sa.ForeignKeyConstraint(
            ["round_id", "number"],
            ["quiz_turn.round_id", "quiz_turn.number"],
            name="fk_quiz_answer_round_id_number_quiz_turn",
            ondelete="CASCADE",
        ),
    )
    op.create_index("ix_quiz_answer_server_day", "quiz_answer", ["server", "day"])
    op.create_index("ix_quiz_answer_server_item", "quiz_answer", ["server", "item"])
    op.create_index("ix_quiz_answer_player", "quiz_answer", ["player", "server"])


def _make_doubts() -> None:
    op.create_table(
        "quiz_report",
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("player", sa.Text, nullable=False),
        sa.Column("reason", sa.Text, nullable=False),
        sa.Column("reported", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("server", "item", "player", name="pk_quiz_report"),
    )
    op.create_index("ix_quiz_report_player", "quiz_report", ["player"])
    op.create_table(
        "quiz_verdict",
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("item", sa.Text, nullable=False),
        sa.Column("verdict", sa.Text, nullable=False),
        sa.Column("decided", sa.BigInteger, nullable=False),
        sa.PrimaryKeyConstraint("server", "item", name="pk_quiz_verdict"),
    )


def _make_servers() -> None:
    op.create_table(
        "quiz_server",
        sa.Column("server", sa.Text, nullable=False),
        sa.Column("zone", sa.Text, nullable=False),
        sa.Column("speed_bonus", sa.Boolean, nullable=False),
        sa.PrimaryKeyConstraint("server", name="pk_quiz_server"),
    )
