"""The words the bot says: messages of `prompts/<language>/<feature>.ftl`, in Fluent.

The utterance "quiz/winner" is the message `winner` of `quiz.ftl`. A file is parsed when something
in it is first said: a command that says nothing reads no words, and does not import Fluent.

Messages hold no platform's signs. Moments, people, places and links are functions that each
face's Form fills: `MOMENT($due)`, with `style: "full"` or `"relative"`, `PERSON($player)`,
`PLACE($channel)`, `LINK($title, $url)`, `DAY($date, pattern: "EEE d MMM")` of an ISO date.
What stands out is in a small markup of our own, which each face draws: `**strong**`, words to be
typed in back-ticks, and lines that begin with `### ` are large, with `-# ` small.
"""

from collections.abc import Callable
from dataclasses import dataclass
from datetime import UTC, datetime
from functools import cached_property
from pathlib import Path
from typing import TYPE_CHECKING, Literal

from bot.errors import PromptError, PullquoteError
from bot.settings import resource

if TYPE_CHECKING:  # Fluent is slow to import
    from bot.wording.messages import Messages


Style = Literal["", "full", "relative"]
"""A moment as date and time, with its weekday as well, or as seen from now."""


def _unlinked(words: str, _url: str) -> str:
    return words


def _in_words(day: str, _moment: int | None) -> str:
    return day


def _utc(moment: int, _style: Style) -> str:
    return f"{datetime.fromtimestamp(moment, UTC):%Y-%m-%d %H:%M} UTC"


@dataclass(frozen=True, slots=True)
class Form:
    """How a face writes values; `escape` keeps them from being read as the markup of utterances.

    A moment is in seconds since 1970; `language` tells the reader's, None where it is not known. A
    day is given in words, and as a moment where its time is known too.
    """

    escape: Callable[[str], str] = str
    moment: Callable[[int, Style], str] = _utc
    day: Callable[[str, int | None], str] = _in_words
    person: Callable[[str], str] = str
    place: Callable[[str], str] = str
    link: Callable[[str, str], str] = _unlinked
    language: Callable[[], str | None] = lambda: None


PLAIN = Form()
"""For text without any markup: labels, logs, a pipe."""


ENGLISH = "en"


@dataclass(frozen=True, slots=True)
class Utterance:
    """An utterance with its variables, not yet put into any platform's form."""

    name: str
    variables: tuple[tuple[str, str | int], ...] = ()


def utterance(name: str, /, **variables: str | int) -> Utterance:
    """An utterance to say, by its name in `prompts/` and its variables."""
    return Utterance(name, tuple(sorted(variables.items())))


def error_utterance(error: PullquoteError) -> Utterance:
    """The sentence that tells an error."""
    return utterance(error.utterance, **error.variables)


class Prompts:
    """All utterances in every language: a reader's, else `language`, else English."""

    def __init__(self, language: str = ENGLISH, folder: Path | None = None) -> None:
        self._language = language
        self._folder = folder or resource("prompts")
        self._files: dict[tuple[str, str], Messages | None] = {}

    def language(self, wanted: str) -> str:
        """The language to speak where one such as "pt-BR" is wanted: that, or "pt", or English."""
        asked = (wanted, wanted.partition("-")[0])
        return next((one for one in asked if one in self._languages), ENGLISH)

    @cached_property
    def _languages(self) -> frozenset[str]:
        return frozenset(path.parent.name for path in self._folder.glob("*/*.ftl"))

    def say(self, what: Utterance, form: Form = PLAIN) -> str:
        """The utterance's words, its variables written by the form, or a PromptError."""
        feature, _, name = what.name.partition("/")
        spoken = self.language(form.language() or self._language)
        for language in (spoken, ENGLISH):
            try:
                messages = self._messages(language, feature)
                if messages and name in messages.names:
                    return messages.say(name, dict(what.variables), form)
            except ValueError:
                continue
        raise PromptError("error/prompt", file=_file(ENGLISH, feature), name=name)

    def problems(self) -> list[PromptError]:
        """What is malformed, missing, unknown or has other variables than in English."""
        return [
            PromptError("error/prompt", file=_file(language, feature), name=name)
            for language in sorted(self._languages)
            for feature in sorted(self._features(language) | self._features(ENGLISH))
            for name in sorted(self._wrong(language, feature))
        ]

    def _wrong(self, language: str, feature: str) -> set[str]:
        """The messages of a file that do not fit; "*" stands for all."""
        try:
            own, english = self._messages(language, feature), self._messages(ENGLISH, feature)
        except ValueError:
            return {"*"}
        if own is None or english is None:
            return {"*"}
        shared = own.names & english.names
        other = {name for name in shared if own.variables(name) != english.variables(name)}
        return {*own.broken(), *other, *(own.names ^ english.names)}

    def _messages(self, language: str, feature: str) -> "Messages | None":
        """The messages of a file, parsed at the first time; None where there is no such file."""
        key = language, feature
        if key not in self._files:
            from bot.wording.messages import Messages  # noqa: PLC0415 - Fluent is slow to import

            path = self._folder / _file(language, feature)
            known = path.exists()
            self._files[key] = Messages(language, path.read_text("utf-8")) if known else None
        return self._files[key]

    def _features(self, language: str) -> set[str]:
        return {path.stem for path in (self._folder / language).glob("*.ftl")}


def _file(language: str, feature: str) -> str:
    return f"{language}/{feature}.ftl"
