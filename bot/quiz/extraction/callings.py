"""The people of an article as wrong options: what they do, and whether they speak. English."""

import re
from collections import Counter
from collections.abc import Iterable, Sequence

from bot.language.english.lexicon import CALLINGS, COUNTRIES, NATIONAL, PARTIES, RULER
from bot.quiz.extraction.people import BEFORE, Mention, People, rulers
from bot.quiz.facts import Fact, Person

_INTO = re.compile(r"\s(?:of|at|for|in|with|from|to|on|by|who|and)\s|,")
"""Where the head of a role ends: "director | of the museum"."""
_ASIDE = re.compile(r"[,.;:()“”\"](?!\S)|\b(?:and|said|told|but|of|to|by|with|than)\b")
_APPOSED = re.compile(r"^\s*\([^)]*\)|^,[^,;]{3,60}(?=[,.;])")  # " (D-Ohio)", ", a Democrat,"
AFTER, CLOSE = 70, 4
"""Characters after a name, and words before it, in which its party is looked for."""
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
            party=_party(text, name, named),
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


def _party(text: str, name: str, named: Iterable[Mention]) -> str:
    """The party that stands most beside a name: "Sen. Tom Reed (D-Ohio)", "the Tory leader"."""
    found: Counter[str] = Counter()
    for one in named:
        if one.full == name:
            title = text[max(one.sentence.start, one.start - BEFORE) : one.start]
            near = " ".join(_ASIDE.split(title)[-1].split()[-CLOSE:])
            described = text[one.end : min(one.end + AFTER, one.sentence.end)]
            beside = " | ".join([near, *_APPOSED.findall(described)])
            plain = beside.replace("Liberal Democrat", "Lib Dem")
            found.update(party for party, words in PARTIES.items() if words.search(plain))
    ranked = found.most_common(2)
    is_one = len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_one else ""


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
