"""The reader of text and Markdown: front matter, and a folder's `sources.toml`."""

import re
import tomllib

import yaml
from pydantic import BaseModel, ConfigDict, ValidationError

from bot.articles.article import Draft
from bot.articles.boilerplate.wording import BoilerplatePhrases
from bot.articles.drafting import draft
from bot.articles.metadata import Metadata, known, topic_names
from bot.articles.pasted import stated_facts
from bot.articles.readers.encoding import decode
from bot.errors import Refused
from bot.language.calendar import SHOWN_CHARACTERS

__all__ = ["Metadata", "sidecar"]

# Facts of one article take a few hundred characters; YAML is slow to read.
MAX_FRONT_MATTER = 20_000

# From one line of dashes to the next: --- title: Ferry runs again ---
_FRONT_MATTER = re.compile(r"---[ ]*\n(?P<facts>.*?\n|)---[ ]*(?:\n|\Z)", re.DOTALL)
_HEADING = re.compile(r"\s*#[ ]+([^\n]+)")  # # Ferry runs again
# What YAML calls nothing.
_NOTHING = frozenset(("", "~", "null"))
_FIELDS = ("title", "outlet", "author", "published", "date", "url", "language", "topics")


def markdown_draft(text: str, source: str, facts: Metadata, phrases: BoilerplatePhrases) -> Draft:
    """Return the draft of a cleaned Markdown text; `facts` win over its front matter.

    Raises Refused when the front matter cannot be read or the text has no words.
    """
    fields, body = _parted(text)
    stated = facts.over(_front_facts(fields)).over(stated_facts(body, phrases))
    heading = _HEADING.match(body)
    return draft(
        body,
        stated,
        phrases,
        key=source,
        source=source,
        heading=heading[1].rstrip(" #") if heading else None,
        topics=_topics(fields),
    )


def _parted(text: str) -> tuple[dict[str, list[str]], str]:
    """Part the front matter from the text under it."""
    matter = _FRONT_MATTER.match(text)
    if not matter:
        return {}, text
    body = text[matter.end() :]
    return _fields(_loaded(matter["facts"])), body[len(body) - len(body.lstrip()) :]


class _AliasUsed(yaml.MarkedYAMLError):
    """A value that is said by its name instead of written out."""


class _Plain(yaml.BaseLoader):
    """YAML whose values all stay words, as written: `no` is a language here, not a denial."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases: a few lines of them unfold to gigabytes."""
        if self.check_event(yaml.AliasEvent):
            raise _AliasUsed(problem_mark=self.get_mark())
        return super().compose_node(parent, index)


def _loaded(matter: str) -> object:
    if len(matter) > MAX_FRONT_MATTER:
        raise Refused("refused/front_matter_long", limit=MAX_FRONT_MATTER)
    try:
        return yaml.load(matter, Loader=_Plain)  # noqa: S506 - a safe loader that builds only words
    except yaml.YAMLError as error:
        alias = isinstance(error, _AliasUsed)
        utterance = "refused/front_matter_alias" if alias else "refused/front_matter"
        raise Refused(utterance, line=_line(error)) from error
    except RecursionError as error:
        raise Refused("refused/front_matter_shape") from error


def _line(error: yaml.YAMLError) -> int:
    """Count the line of the file, which begins with the dashes."""
    mark = getattr(error, "problem_mark", None)
    return mark.line + 2 if mark else 2


def _fields(loaded: object) -> dict[str, list[str]]:
    """Every known field as a list of words; one value is a list of one."""
    if loaded is None:
        return {}
    if not isinstance(loaded, dict):
        raise Refused("refused/front_matter_shape")
    return {name: _words(name, loaded[name]) for name in _FIELDS if name in loaded}


def _words(name: str, value: object) -> list[str]:
    values: list[object] = value if isinstance(value, list) else [value]
    words = [word for word in values if isinstance(word, str)]
    if len(words) < len(values):
        raise Refused("refused/front_matter_field", field=name)
    return [word for word in words if word not in _NOTHING]


def _front_facts(fields: dict[str, list[str]]) -> Metadata:
    words = {name: ", ".join(values) for name, values in fields.items()}
    return known(
        title=words.get("title"),
        outlet=words.get("outlet"),
        author=words.get("author"),
        published=words.get("published") or words.get("date"),
        url=words.get("url"),
        language=words.get("language"),
    )


def _topics(fields: dict[str, list[str]]) -> tuple[str, ...]:
    return topic_names([name for listed in fields.get("topics", []) for name in listed.split(",")])


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
    return known(**dict(entry))
