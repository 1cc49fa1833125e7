"""The words the bot says: one utterance a file of `prompts/`, with its variables declared.

A file is `variables: a, b`, a line `---`, and the text with `{a}` and `{b}` in it. A number and its
noun agree by `{count:article|articles}`, which gives "1 article" or "5 articles".
"""

import string
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path

from bot.errors import PromptError, PullquoteError
from bot.settings import resource

HEAD = "variables:"
RULE = "---"

Escape = Callable[[str], str]


@dataclass(frozen=True, slots=True)
class Template:
    """One thing to say: its text and the variables it needs."""

    name: str
    variables: frozenset[str]
    text: str


@dataclass(frozen=True, slots=True)
class Utterance:
    """An utterance with its variables, not yet put into any platform's form."""

    name: str
    variables: tuple[tuple[str, str | int], ...] = ()


def utterance(name: str, /, **variables: str | int) -> Utterance:
    """An utterance to say, by its name in `prompts/` and its variables."""
    return Utterance(name, tuple(sorted(variables.items())))


def told(error: PullquoteError) -> Utterance:
    """The sentence that tells an error."""
    return utterance(error.utterance, **error.variables)


class Prompts:
    """All utterances, checked when they are read."""

    def __init__(self, utterances: dict[str, Template]) -> None:
        self._utterances = utterances

    @classmethod
    def read(cls, folder: Path | None = None) -> "Prompts":
        """The utterances of a folder, by default the one that comes with Pullquote."""
        root = folder or resource("prompts")
        files = sorted(root.rglob("*.md"))
        found = [
            _utterance(path.relative_to(root).with_suffix("").as_posix(), path) for path in files
        ]
        return cls({utterance.name: utterance for utterance in found})

    @property
    def names(self) -> frozenset[str]:
        """The names of all utterances."""
        return frozenset(self._utterances)

    def say(self, what: Utterance, escape: Escape = str) -> str:
        """The utterance's words, every variable passed through `escape`."""
        utterance = self._utterances.get(what.name)
        if utterance is None:
            raise PromptError("error/prompt", name=what.name)
        variables = dict(what.variables)
        if utterance.variables != variables.keys():
            raise PromptError("error/prompt", name=what.name)
        return "".join(_filled(utterance.text, variables, escape))


def _utterance(name: str, path: Path) -> Template:
    try:
        head, _, text = path.read_text(encoding="utf-8").partition(f"\n{RULE}\n")
    except ValueError as error:
        raise PromptError("error/prompt", name=name) from error
    if not head.startswith(HEAD) or not text.strip():
        raise PromptError("error/prompt", name=name)
    declared = frozenset(part.strip() for part in head[len(HEAD) :].split(",") if part.strip())
    try:
        used = frozenset(
            field for _, field, _, _ in string.Formatter().parse(text) if field is not None
        )
    except ValueError as error:
        raise PromptError("error/prompt", name=name) from error
    if used != declared:
        raise PromptError("error/prompt", name=name)
    return Template(name, declared, text.strip("\n"))


def _filled(text: str, variables: dict[str, str | int], escape: Escape) -> Iterator[str]:
    for words, field, form, _ in string.Formatter().parse(text):
        yield words
        if field is None:
            continue
        value = variables[field]
        if form:
            one, _, many = form.partition("|")
            yield f"{escape(str(value))} {one if value == 1 else many}"
        else:
            yield escape(str(value))
