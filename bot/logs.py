"""Logs as text or JSON, ours and those of the libraries alike, with no secret in them.

Imported only by what runs for long, for structlog takes a while to import.
"""

import logging
import re
import sys
from collections.abc import Iterable, MutableMapping
from typing import Any, TextIO

import structlog

from bot.settings import Settings

HIDDEN = "[hidden]"

SECRETS = (
    re.compile(r"[\w-]{23,28}\.[\w-]{6,7}\.[\w-]{27,}"),
    re.compile(r"(?<=/webhooks/)\d+/[\w-]+"),
    re.compile(r"(?<=/interactions/)\d+/[\w-]+"),
    re.compile(r"(?<=://)[^\s/@\"']+:[^\s/@\"']+(?=@)"),
    re.compile(r"(?<=Bot )[\w.-]{20,}"),
)
"""Shapes of a bot's token, of addresses that let anyone post, of a user with a password."""

Event = MutableMapping[str, Any]  # Any: whatever a library logs, as structlog types it


class Redaction:
    """The last step of every log line: takes the secrets out of it."""

    def __init__(self, secrets: Iterable[str]) -> None:
        self._known = [secret for secret in secrets if secret]

    def __call__(self, _logger: object, _name: str, line: str | Event) -> str:
        """The line without secrets."""
        return self.redacted(str(line))

    def redacted(self, line: str) -> str:
        """The text without the secrets that are set, and without what has the shape of one."""
        for secret in self._known:
            line = line.replace(secret, HIDDEN)
        for shape in SECRETS:
            line = shape.sub(HIDDEN, line)
        return line


def start_logs(settings: Settings, stream: TextIO | None = None) -> None:
    """Send all logs of the process, from level INFO, to a stream; standard error by default."""
    target = stream or sys.stderr
    handler = logging.StreamHandler(target)
    form = settings.log or ("text" if target.isatty() else "json")
    handler.setFormatter(_formatter(form, _secrets(settings)))
    root = logging.getLogger()
    root.handlers = [handler]
    root.setLevel(logging.INFO)
    for name in QUIET:
        logging.getLogger(name).setLevel(logging.WARNING)


QUIET = ("alembic", "aiosqlite")
"""Libraries that tell more than anyone wants to read."""


def _formatter(form: str, secrets: Iterable[str]) -> logging.Formatter:
    shared: list[structlog.types.Processor] = [
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
    ]
    last: list[structlog.types.Processor] = (
        [structlog.dev.ConsoleRenderer(colors=False)]
        if form == "text"
        else [structlog.processors.format_exc_info, structlog.processors.JSONRenderer()]
    )
    return structlog.stdlib.ProcessorFormatter(
        foreign_pre_chain=shared,
        processors=[
            structlog.stdlib.ProcessorFormatter.remove_processors_meta,
            *last,
            Redaction(secrets),
        ],
    )


def _secrets(settings: Settings) -> list[str]:
    database = settings.database.get_secret_value() if settings.database else ""
    return [settings.discord_token() or "", database]
