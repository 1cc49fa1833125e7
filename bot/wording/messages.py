"""The messages of one Fluent file. Nothing else imports Fluent, which takes 50 ms to import."""

import re
from collections.abc import Callable, Mapping
from datetime import date, datetime
from typing import Any, get_args

from babel import Locale
from babel.dates import format_date
from fluent.runtime import FluentBundle
from fluent.runtime.resolver import CurrentEnvironment, ResolverEnvironment
from fluent.runtime.types import FluentInt, FluentType
from fluent.syntax import FluentParser, ast
from fluent.syntax.visitor import Visitor

from bot.wording.prompts import PLAIN, Form, Style

ISO_DATE = 10
"""Characters of an ISO date."""

COUNTS = (0, 1, 2, 5)
"""Numbers that between them try every plural form of most languages."""

_ID = re.compile(r"[A-Za-z][\w-]*")
_KEPT = re.compile("\0([0-9]+)\0")
"""Stands for a value in what Fluent makes, for it refuses values of more than 2,500 characters."""


class Messages:
    """The messages of a file, in one language; `names` are the ids of those it could parse."""

    def __init__(self, language: str, source: str) -> None:
        resource = FluentParser().parse(source)
        self._bundle = FluentBundle([language, "en"], FUNCTIONS, use_isolating=False)
        self._bundle.add_resource(resource)
        self._parsed = {one.id.name: one for one in resource.body if isinstance(one, ast.Message)}
        self.names = frozenset(self._parsed)
        self._variables: dict[str, frozenset[str]] = {}
        self._resource = resource

    def variables(self, name: str) -> frozenset[str]:
        """The variables that a message uses."""
        if name not in self._variables:
            used = _Variables()
            used.visit(self._parsed[name])
            self._variables[name] = frozenset(used.names)
        return self._variables[name]

    def say(self, name: str, given: Mapping[str, str | int], form: Form) -> str:
        """A message with its variables; ValueError when they are others, or it is malformed."""
        message = self._bundle.get_message(name)
        if message.value is None or self.variables(name) != given.keys():
            raise ValueError(name)
        kept: list[str] = []
        values = {key: _bound(value, form, kept) for key, value in given.items()}
        errors: list[Exception] = []
        # Not `format_pattern`: it would make plain numbers of ours, with the digits grouped.
        words = message.value(ResolverEnvironment(self._bundle, errors, CurrentEnvironment(values)))
        if errors:
            raise ValueError(name) from errors[0]
        return _KEPT.sub(lambda found: kept[int(found[1])], str(words))

    def broken(self) -> list[str]:
        """The ids of what cannot be parsed, stands there twice, or cannot be said."""
        found = []
        seen: set[str] = set()
        for entry in self._resource.body:
            if isinstance(entry, ast.Junk):
                begun = _ID.match(entry.content or "")
                found.append(begun[0] if begun else "*")
            elif isinstance(entry, ast.Message):
                if entry.id.name in seen or not self._can_be_said(entry.id.name):
                    found.append(entry.id.name)
                seen.add(entry.id.name)
        return found

    def _can_be_said(self, name: str) -> bool:
        try:
            for count in COUNTS:
                self.say(name, dict.fromkeys(self.variables(name), count), PLAIN)
        except ValueError:
            return False
        return True


class _Variables(Visitor):
    def __init__(self) -> None:
        self.names: set[str] = set()

    def visit_VariableReference(self, node: ast.VariableReference) -> None:  # noqa: N802 - Fluent's name
        self.names.add(node.id.name)


class _Text(FluentType):
    """A text that comes out as a form writes it; a message may select by it."""

    def __init__(self, value: str, form: Form, kept: list[str]) -> None:
        self.value, self.form, self.kept = value, form, kept

    def __eq__(self, other: object) -> bool:
        return self.value == other

    def __hash__(self) -> int:
        return hash(self.value)

    def __str__(self) -> str:
        return self.value

    def format(self, locale: object) -> str:  # noqa: ARG002 - Fluent passes it
        return _keep(self)


class _Number(FluentInt):
    """A whole number that comes out in plain digits; a message may select its plural by it."""

    form: Form
    kept: list[str]

    def format(self, locale: object) -> str:  # noqa: ARG002 - Fluent passes it
        return _keep(self)


_Value = _Text | _Number


def _bound(value: str | int, form: Form, kept: list[str]) -> _Value:
    if isinstance(value, str):
        return _Text(value, form, kept)
    bound = _Number(value)
    bound.form, bound.kept = form, kept
    return bound


def _keep(value: _Value, words: str | None = None) -> str:
    """A mark for the words of a value, by default itself as its form writes it."""
    value.kept.append(value.form.escape(str(value)) if words is None else words)
    return f"\0{len(value.kept) - 1}\0"


def _moment(value: _Value, style: Style = "") -> str:
    if style not in get_args(Style):
        raise ValueError(style)
    return value.form.moment(int(str(value)), style)


class _Day(FluentType):
    """A date in the words of a language; what is no ISO date comes out as it is."""

    def __init__(self, value: _Value, pattern: str) -> None:
        self.value, self.pattern = value, pattern

    def format(self, locale: Locale) -> str:
        written = str(self.value)
        try:
            day = date.fromisoformat(written[:ISO_DATE])
            moment = datetime.fromisoformat(written) if written[ISO_DATE:] else None
        except ValueError:
            return _keep(self.value)
        known = moment is not None and moment.tzinfo is not None
        seconds = int(moment.timestamp()) if moment and known else None
        return _keep(
            self.value, self.value.form.day(format_date(day, self.pattern, locale), seconds)
        )


class _Language(FluentType):
    """The name of a language, by its code, in the words of another; an unknown code as it is."""

    def __init__(self, value: _Value) -> None:
        self.value = value

    def format(self, locale: Locale) -> str:
        return _keep(self.value, locale.languages.get(str(self.value)))


FUNCTIONS: dict[str, Callable[..., Any]] = {  # Any: Fluent takes text, though it declares a type
    "MOMENT": _moment,
    "DAY": lambda value, pattern: _Day(value, str(pattern)),
    "LANGUAGE": _Language,
    "PERSON": lambda value: value.form.person(str(value)),
    "LINK": lambda words, url: _keep(words, words.form.link(str(words), str(url))),
    "PLACE": lambda value: value.form.place(str(value)),
}
