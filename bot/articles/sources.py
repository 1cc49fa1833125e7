"""A folder's `sources.toml`: what is known of each file beside its text."""

import tomllib

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.articles.dates import SHOWN_CHARACTERS
from bot.articles.encoding import decode
from bot.articles.facts import Facts, known
from bot.errors import Refused

__all__ = ["Facts", "sidecar"]

# Some ten thousand files in one folder.
MAX_SIDECAR_BYTES = 2_000_000


class _Entry(BaseModel):
    """What may be said of one file; a date is a TOML date or a string."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: object = None
    url: str | None = None
    language: str | None = None


def sidecar(data: bytes) -> dict[str, Facts]:
    """Return the facts that a `sources.toml` states, by file name.

    Raises Refused when it is not TOML, has a key it should not have, or a value that is no good.
    """
    if len(data) > MAX_SIDECAR_BYTES:
        raise Refused("refused/too_large", limit=MAX_SIDECAR_BYTES // 1_000_000)
    return {name: _facts(name, table) for name, table in _tables(data).items()}


def _tables(data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise Refused("refused/sidecar", problem=str(error)) from error


def _facts(name: str, table: object) -> Facts:
    try:
        entry = _Entry.model_validate(table)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = ".".join(map(str, fault["loc"]))[:SHOWN_CHARACTERS]
        unknown = fault["type"] == "extra_forbidden"
        utterance = "refused/sidecar_key" if unknown else "refused/sidecar_value"
        raise Refused(utterance, file=name, key=key) from error
    return known(**dict(entry))
