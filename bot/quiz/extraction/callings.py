"""The people of an article as wrong options: what they do, and whether they speak. English."""

import re
from collections.abc import Iterable, Sequence

from bot.language.english.lexicon import CALLINGS, COUNTRIES, NATIONAL, RULER
from bot.quiz.extraction.people import BEFORE, Mention, People, rulers
from bot.quiz.facts import Fact, Person

_INTO = re.compile(r"\s(?:of|at|for|in|with|from|to|on|by|who|and)\s|,")
"""Where the head of a role ends: "director | of the museum"."""
_WORD = re.compile(r"[A-Za-z][\w-]*")


def persons(
    text: str,
    people: People,
    named: Sequence[Mention],
    described: Iterable[Fact],
    speeches: Iterable[Fact],
) -> tuple[Person, ...]:
    """Everybody whom an article names in full, in the order in which it does."""
    roles = {fact.answer: fact.stem for fact in described}
    speaking = {people.full(fact.answer) or fact.answer for fact in speeches}
    short = {one.full: one.name for one in named if " " not in one.name}
    titled = rulers(text)
    return tuple(
        Person(
            name=name,
            role=roles.get(name, ""),
            short=short.get(name, ""),
            calling=calling(roles.get(name, "")) or _by_title(text, name, named),
            speaks=name in speaking,
            rules=name in titled or RULER.search(roles.get(name, "")) is not None,
        )
        for name in people.names
    )


def calling(role: str) -> str:
    """The field of work of a role, by the last noun of its head: "a campaign finance lawyer"."""
    head, *rest = _INTO.split(role, maxsplit=1)
    words = [word for word in _words(head) if word in CALLINGS]
    # A general is one of an army, but for the attorney general and his like.
    words = words[:-1] if words[1:] and words[-1] == "general" else words
    if words and words[-1] == "president" and rest and not _is_of_a_country(rest[0]):
        return "management"
    return CALLINGS[words[-1]] if words else ""


def _is_of_a_country(words: str) -> bool:
    named = _words(words)
    return NATIONAL.search(words) is not None or any(
        word in COUNTRIES or word in ("united", "republic", "state", "european") for word in named
    )


def _by_title(text: str, name: str, named: Iterable[Mention]) -> str:
    """The field of work that the title tells which stands before a name somewhere."""
    for one in named:
        if one.full == name:
            before = text[max(one.sentence.start, one.start - BEFORE) : one.start]
            title = _TITLE.search(before)
            if title and (found := calling(title.group())):
                return found
    return ""


_TITLE = re.compile(r"[A-Za-z][\w’'-]*(?:\s+[A-Za-z][\w’'-]*)?\.?\s+$")
"""The word or two right before a name: "attorney general ", "Prof. "."""


def _words(role: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(role)]
