"""The tables of the quiz as it is played: rounds, their questions, answers, and reports."""

from sqlalchemy import (
    BigInteger,
    Boolean,
    Column,
    ForeignKey,
    ForeignKeyConstraint,
    Index,
    Integer,
    Table,
    Text,
    false,
)

from bot.persistence.schema import metadata

quiz_round = Table(
    "quiz_round",
    metadata,
    Column("id", Text, primary_key=True),
    Column("mode", Text, nullable=False),
    Column("server", Text, nullable=False),
    Column("channel", Text, nullable=False),
    Column("starter", Text, nullable=False),
    Column("collection", Text),
    Column("topic", Text),
    Column("questions", Integer, nullable=False),
    Column("seconds", Integer, nullable=False),
    Column("speed_bonus", Boolean, nullable=False),
    Column("started", BigInteger, nullable=False),
    Column("ending", Text),
    Column("ended", BigInteger),
    # What an open round occupies, a channel or a player; nothing when it is over.
    Column("slot", Text, unique=True),
    Column("due", BigInteger, index=True),
    Column("face", Text, nullable=False, server_default="discord"),
    # Since when it is paused, and when its host last paused it, skipped, went on or stopped it.
    Column("paused", BigInteger),
    Column("steered", BigInteger),
    Column("double_last", Boolean, nullable=False, server_default=false()),
    Index("ix_quiz_round_server", "server", "mode"),
)

quiz_turn = Table(
    "quiz_turn",
    metadata,
    Column("round_id", Text, ForeignKey("quiz_round.id", ondelete="CASCADE"), primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("item", Text, nullable=False, index=True),
    Column("article", Text, nullable=False, index=True),
    # The whole question, so that it can be answered when it is made differently now.
    Column("snapshot", Text),
    Column("message", Text),
    Column("asked", BigInteger, nullable=False),
    Column("closes", BigInteger, nullable=False),
    Column("closed", BigInteger),
    Column("shown", BigInteger),
    # Whether anybody was right, known when it closes.
    Column("right", Boolean),
)

quiz_answer = Table(
    "quiz_answer",
    metadata,
    Column("round_id", Text, primary_key=True),
    Column("number", Integer, primary_key=True),
    Column("player", Text, primary_key=True),
    Column("server", Text, nullable=False),
    Column("item", Text, nullable=False),
    Column("choice", Integer, nullable=False),
    Column("answered", BigInteger, nullable=False),
    Column("day", Integer, nullable=False),
    # Known when the question closes.
    Column("right", Boolean),
    Column("points", Integer),
    # A number in plain digits, where a question asks for one; text, for it has to stay exact.
    Column("guess", Text),
    ForeignKeyConstraint(
        ["round_id", "number"], ["quiz_turn.round_id", "quiz_turn.number"], ondelete="CASCADE"
    ),
    Index("ix_quiz_answer_server_day", "server", "day"),
    Index("ix_quiz_answer_server_item", "server", "item"),
    Index("ix_quiz_answer_player", "player", "server"),
)

quiz_report = Table(
    "quiz_report",
    metadata,
    Column("server", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("player", Text, primary_key=True),
    Column("reason", Text, nullable=False),
    Column("reported", BigInteger, nullable=False),
    Index("ix_quiz_report_player", "player"),
)

quiz_verdict = Table(
    "quiz_verdict",
    metadata,
    Column("server", Text, primary_key=True),
    Column("item", Text, primary_key=True),
    Column("verdict", Text, nullable=False),
    Column("decided", BigInteger, nullable=False),
)

quiz_server = Table(
    "quiz_server",
    metadata,
    Column("server", Text, primary_key=True),
    Column("zone", Text, nullable=False),
    Column("speed_bonus", Boolean, nullable=False),
    Column("double_last", Boolean, nullable=False, server_default=false()),
)
