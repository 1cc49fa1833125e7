"""The reader of Markdown: front matter, the words under it, and a folder's `sources.toml`."""

import tomllib
from dataclasses import dataclass

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
UNKNOWN_KEY = "refused/sidecar_key"


class _SourceEntry(BaseModel):
    """What may be said of one file; a date is a TOML date or a string."""

    model_config = ConfigDict(extra="forbid", strict=True)

    title: str | None = None
    outlet: str | None = None
    author: str | None = None
    published: object = None
    url: str | None = None
    language: str | None = None


@dataclass(frozen=True, slots=True)
class Sidecar:
    """What a `sources.toml` states, by file name, and what of it is no good and left aside."""

    facts: dict[str, Metadata]
    faults: tuple[Refused, ...] = ()


def sidecar(data: bytes) -> Sidecar:
    """Return what a `sources.toml` states; a key that is no good costs no other its value.

    Raises Refused when it is not TOML.
    """
    if len(data) > MAX_SIDECAR_BYTES:
        raise Refused("refused/too_large", limit=MAX_SIDECAR_BYTES // 1_000_000)
    faults: dict[object, Refused] = {}
    facts = {}
    for name, table in _tables(data).items():
        facts[name], found = _facts(name, table)
        for fault in found:
            # A key that is unknown of many files is named once.
            unknown = fault.utterance == UNKNOWN_KEY
            key = fault.variables["key"]
            faults.setdefault(key if unknown else (name, key), fault)
    return Sidecar(facts, tuple(faults.values()))


def _tables(data: bytes) -> dict[str, object]:
    try:
        return tomllib.loads(decode(data))
    except (ValueError, RecursionError) as error:
        raise Refused("refused/sidecar", problem=str(error)) from error


def _facts(name: str, table: object) -> tuple[Metadata, list[Refused]]:
    """What is stated of one file, and a fault for each key that is left aside."""
    try:
        stated = dict(_SourceEntry.model_validate(table))
    except ValidationError as error:
        found = error.errors(include_url=False)
        faults = [_fault(name, one["loc"], one["type"]) for one in found]
        if not isinstance(table, dict):
            return Metadata(), faults
        wrong = {one["loc"][0] for one in found}
        facts, more = _facts(name, {key: table[key] for key in table if key not in wrong})
        return facts, [*faults, *more]
    for key in ("title", "outlet", "author"):
        stated[key] = plain_line(stated[key])
    try:
        return known(**stated), []
    except Refused as error:
        return known(**(stated | {"published": None})), [error]


def _fault(name: str, loc: tuple[int | str, ...], kind: str) -> Refused:
    utterance = UNKNOWN_KEY if kind == "extra_forbidden" else "refused/sidecar_value"
    return Refused(utterance, file=name, key=".".join(map(str, loc))[:SHOWN_CHARACTERS])
