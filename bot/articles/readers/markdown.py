"""The reader of Markdown: front matter, the words under it, and a folder's `sources.toml`."""

import tomllib

from pydantic import BaseModel, ConfigDict, ValidationError

from bot.articles.article import Draft
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft
from bot.articles.metadata import Metadata, known
from bot.articles.pasted import stated_facts
from bot.articles.readers.encoding import decode
from bot.articles.readers.front_matter import parted
from bot.articles.readers.markdown_text import markdown_text
from bot.articles.readers.written import plain_line
from bot.errors import Refused
from bot.language.calendar import SHOWN_CHARACTERS


def markdown_draft(text: str, source: str, facts: Metadata, phrases: BoilerplatePhrases) -> Draft:
    """Return the draft of a cleaned Markdown text; `facts` win over its front matter.

    Raises Refused when the front matter cannot be read or the text has no words.
    """
    matter = parted(text)
    read = markdown_text(matter.body)
    return draft(
        read.text,
        facts.over(matter.facts).over(stated_facts(read.text, phrases)),
        phrases,
        key=source,
        source=source,
        heading=read.heading,
        topics=matter.topics,
        marked=read.marks,
        notes=matter.notes,
    )


# Some ten thousand files in one folder.
MAX_SIDECAR_BYTES = 2_000_000


class _SourceEntry(BaseModel):
    """What may be said of one file; a date is a TOML date or a string."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: object = None
    url: str | None = None
    language: str | None = None


def sidecar(data: bytes) -> dict[str, Metadata]:
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


def _facts(name: str, table: object) -> Metadata:
    try:
        entry = _SourceEntry.model_validate(table)
    except ValidationError as error:
        fault = error.errors(include_url=False)[0]
        key = ".".join(map(str, fault["loc"]))[:SHOWN_CHARACTERS]
        unknown = fault["type"] == "extra_forbidden"
        utterance = "refused/sidecar_key" if unknown else "refused/sidecar_value"
        raise Refused(utterance, file=name, key=key) from error
    stated = dict(entry)
    for key in ("title", "outlet", "author"):
        stated[key] = plain_line(stated[key])
    return known(**stated)
