"""What a text states of itself above its first line: YAML between `---`, TOML between `+++`."""

import re
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date

import yaml

from bot.articles.article import Note
from bot.articles.drafting import unknown_keys
from bot.articles.metadata import Metadata, known, topic_names
from bot.articles.readers.written import plain_line
from bot.errors import Refused

# Facts of one article take a few hundred characters; YAML is slow to read.
MAX_FRONT_MATTER = 20_000

FIELDS = ("title", "outlet", "author", "published", "date", "url", "language", "topics")

# From one line of dashes to the next: --- title: Ferry runs again ---
_MATTER = re.compile(r"(?P<rule>---|\+\+\+)[ ]*\n(?P<facts>(?s:.*?)\n|)(?P=rule)[ ]*(?:\n|\Z)")
_BEGUN = re.compile(rf"(?:---[ ]*\n(?:{'|'.join(FIELDS)})[ ]*:|\+\+\+[ ]*\n\w+[ ]*=)")
# title: Ferry runs again; "title": Ferry; date created: today
_KEY = re.compile(r"[\"']?(?P<key>\w[\w .-]{0,40})[\"']?[ ]*:(?:[ ]|\Z)")
_TOML_BEGIN = re.compile(r"[\"']?\w[\w.-]{0,40}[\"']?[ ]*=|\[")  # title = "Ferry" and [params]
# As programs name them: layout, date_modified
_PROGRAM_KEY = re.compile(r"[a-z][a-z0-9_.-]*")
# Words of a line that is prose even where its sentence goes on below.
_PROSE_WORDS = 8
_SENTENCE_WORDS = 3
_STOPS = (".", "!", "?", "…")
_WIDE_STOPS = ("。", "！", "？")
# What YAML calls nothing.
_NOTHING = frozenset(("", "~", "null"))
_TOML_LINE = re.compile(r"at line (\d+)")

# title: Baths: council says yes
_ENTRY = re.compile(r"(?P<key>\w[\w -]{0,40}):[ ]+(?P<value>\S.*)")
# No words, so that what follows a # beside them can only be a comment.
_NO_WORDS = frozenset(("published", "date", "url", "language"))
# A value as YAML has it: "Ferry", [sea, storm] and {a: b}, then perhaps a comment.
_YAML_VALUE = re.compile(
    r"""(?:"(?:[^"\\]|\\.)*"|'(?:[^']|'')*'|\[.*\]|\{.*\}|[|>][-+\d]{0,2}|[&*!].*)[ ]*(?:\#.*)?"""
)
_NOT_PLAIN = re.compile(r"[\"'\[{#@`%]|.*(?::[ ]|[ ]\#|:\Z)")


@dataclass(frozen=True, slots=True)
class FrontMatter:
    """What front matter states, the rest of the text, and what of it is to be told."""

    facts: Metadata
    topics: tuple[str, ...]
    body: str
    notes: tuple[Note, ...] = ()


def parted(text: str) -> FrontMatter:
    """Part the front matter from the text under it.

    What stands between two rules and is prose, not keys and values, is a part of the text.
    Raises Refused, naming the line, when it begins and cannot be read.
    """
    above, text = _blank_lines(text)
    matter = _MATTER.match(text)
    if matter and not _states(matter):
        return FrontMatter(Metadata(), (), text)
    if not matter:
        if _BEGUN.match(text):
            raise Refused("refused/front_matter_open", rule=text[:3])
        return FrontMatter(Metadata(), (), text)
    if len(matter["facts"]) > MAX_FRONT_MATTER:
        raise Refused("refused/front_matter_long", limit=MAX_FRONT_MATTER)
    loaded = (_yaml if matter["rule"] == "---" else _toml)(matter["facts"], above)
    fields = {name: _words(name, loaded[name]) for name in FIELDS if name in loaded}
    body = text[matter.end() :].lstrip()
    notes = unknown_keys([key for key in loaded if key not in FIELDS], FIELDS)
    return FrontMatter(_facts(fields), _topics(fields), body, notes)


def _blank_lines(text: str) -> tuple[int, str]:
    """How many blank lines stand above a text, and the text from its first line on."""
    blank = text[: len(text) - len(text.lstrip())]
    above = blank.count("\n")
    return above, text[blank.rfind("\n") + 1 :]


def _states(matter: re.Match[str]) -> bool:
    """Whether what stands between two rules is keys and values, or nothing, and no prose."""
    lines = [line.rstrip() for line in matter["facts"].split("\n")]
    lines = [line for line in lines if line and not line.startswith("#")]
    if not lines:
        return True
    if matter["rule"] == "+++":
        return _TOML_BEGIN.match(lines[0].lstrip()) is not None
    first = _KEY.match(lines[0].lstrip())
    if not first:
        return False
    key = first["key"]
    plausible = key.lower() in FIELDS or _PROGRAM_KEY.fullmatch(key)
    return not any(
        _is_prose(line)
        for line in lines
        if not line.startswith((" ", "- ")) and not (plausible and _KEY.match(line))
    )


def _is_prose(line: str) -> bool:
    """Whether a line has the length or the end of a sentence."""
    words = len(line.split())
    told = line.rstrip("\"'”’»)]」』）")
    return (
        (words >= _PROSE_WORDS and not _KEY.match(line))
        or (words >= _SENTENCE_WORDS and told.endswith(_STOPS))
        or told.endswith(_WIDE_STOPS)
    )


class _AliasUsed(yaml.MarkedYAMLError):
    """A value that is said by its name instead of written out."""


class _Plain(yaml.BaseLoader):
    """YAML whose values all stay words, as written: `no` is a language here, not a denial."""

    def compose_node(self, parent: yaml.Node | None, index: int) -> yaml.Node | None:
        """Refuse aliases: a few lines of them unfold to gigabytes."""
        if self.check_event(yaml.AliasEvent):
            raise _AliasUsed(problem_mark=self.get_mark())
        return super().compose_node(parent, index)


def _yaml(matter: str, above: int) -> dict[object, object]:
    written = "\n".join(_literal(matter))
    try:
        # What begins with a key is a mapping; comments alone are nothing.
        return yaml.load(written, Loader=_Plain) or {}  # noqa: S506 - it builds only words
    except yaml.YAMLError as error:
        alias = isinstance(error, _AliasUsed)
        utterance = "refused/front_matter_alias" if alias else "refused/front_matter"
        raise Refused(utterance, line=above + _line(error)) from error
    except RecursionError as error:
        raise Refused("refused/front_matter_shape") from error


def _literal(matter: str) -> Iterator[str]:
    """The lines, with quotation marks around words that YAML would cut or refuse."""
    lines = matter.split("\n")
    for line, following in zip(lines, [*lines[1:], ""], strict=True):
        entry = _ENTRY.fullmatch(line)
        if (
            entry is None
            or entry["key"] in _NO_WORDS
            or following.startswith((" ", "-"))
            or _YAML_VALUE.fullmatch(entry["value"])
            or not _NOT_PLAIN.match(entry["value"])
        ):
            yield line
        else:
            yield "{}: '{}'".format(entry["key"], entry["value"].rstrip().replace("'", "''"))


def _toml(matter: str, above: int) -> dict[str, object]:
    try:
        return tomllib.loads(matter)
    except tomllib.TOMLDecodeError as error:
        line = _TOML_LINE.search(str(error))
        number = int(line[1]) + 1 if line else matter.count("\n") + 1
        raise Refused("refused/front_matter_toml", line=above + number) from error
    except RecursionError as error:
        raise Refused("refused/front_matter_shape") from error


def _line(error: yaml.YAMLError) -> int:
    """Count the line of the file, which begins with the dashes; of what never ends, the first."""
    endless = "end of stream" in (getattr(error, "problem", None) or "")
    mark = getattr(error, "context_mark" if endless else "problem_mark", None)
    return mark.line + 2 if mark else 2


def _words(name: str, value: object) -> list[str]:
    """A field as a list of words; one value is a list of one."""
    values: list[object] = value if isinstance(value, list) else [value]
    words = [one.isoformat() if isinstance(one, date) else one for one in values]
    found = [word for word in words if isinstance(word, str)]
    if len(found) < len(values):
        raise Refused("refused/front_matter_field", field=name)
    return [word for word in found if word not in _NOTHING]


def _facts(fields: dict[str, list[str]]) -> Metadata:
    words = {name: ", ".join(values) for name, values in fields.items()}
    return known(
        title=plain_line(words.get("title")),
        outlet=plain_line(words.get("outlet")),
        author=plain_line(words.get("author")),
        published=words.get("published") or words.get("date"),
        url=words.get("url"),
        language=words.get("language"),
    )


def _topics(fields: dict[str, list[str]]) -> tuple[str, ...]:
    listed = [name for value in fields.get("topics", []) for name in value.split(",")]
    return topic_names([plain_line(name) or "" for name in listed])
