"""The people of an article as wrong options: what they do, and whether they speak. English."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Sequence

from bot.language.english.countries import COUNTRY_GAZETTEER
from bot.language.english.lexicon import CALLINGS, COUNTRIES, NATIONAL, PARTIES, RULER
from bot.quiz.extraction.people import BEFORE, Mention, People, rulers
from bot.quiz.facts import Fact, Person

_INTO = re.compile(r"\s(?:of|at|for|in|with|from|to|on|by|who|and)\s|,")
"""Where the head of a role ends: "director | of the museum"."""
_TITLE = re.compile(r"[A-Za-z][\w’'-]*(?:\s+[A-Za-z][\w’'-]*)?\.?\s+$")
"""The word or two right before a name: "attorney general ", "Prof. "."""
_ASIDE = re.compile(r"[,.;:()“”\"](?!\S)|\b(?:and|said|told|but|of|to|by|with|than)\b")
_APPOSED = re.compile(r"^\s*\([^)]*\)|^,[^,;]{3,60}(?=[,.;])")  # " (D-Ohio)", ", a Democrat,"
NATIONS = frozenset(word for one in COUNTRY_GAZETTEER.places for word in one.adjectives)
"""The adjectives of countries, which stand before the titles of foreigners."""
_TWO = re.compile(r"\band\s+[A-Z]")  # "Commissioner Tom Reed and Ambassador Max Stone"
AFTER, CLOSE = 70, 4
"""Characters after a name, and words before it, in which party and nation are looked for."""
_WORD = re.compile(r"[A-Za-z][\w-]*")


def persons(
    text: str,
    people: People,
    named: Sequence[Mention],
    described: Iterable[Fact],
    speeches: Iterable[Fact],
) -> tuple[Person, ...]:
    """Everybody whom an article names in full, in the order in which it does."""
    roles = {fact.answer: fact.stem for fact in described if not _TWO.search(fact.stem)}
    speaking = {people.full(fact.answer) or fact.answer for fact in speeches}
    titled = rulers(text)
    found: list[Person] = []
    for name in people.names:
        role, own = roles.get(name, ""), [one for one in named if one.full == name]
        title = next((one for one in _titles(text, own) if _job(one)), "")
        beside = list(_beside(text, own))
        short = next((one.name for one in reversed(own) if " " not in one.name), "")
        found.append(
            Person(
                name=name,
                role=role,
                short=short,
                job=_job(role) or _job(title),
                calling=calling(role) or calling(title),
                party=_party(beside),
                nation=next(
                    (word for one in beside for word in one.split() if word in NATIONS), ""
                ),
                camp=_camp(name, beside, people.names),
                speaks=name in speaking,
                rules=name in titled or RULER.search(role) is not None,
            )
        )
    return tuple(found)


def calling(role: str) -> str:
    """The field of work of a role, by the last noun of its head: "a campaign finance lawyer"."""
    _, *rest = _INTO.split(role, maxsplit=1)
    job = _job(role)
    is_of_a_firm = job == "president" and rest and not _is_of_a_country(rest[0])
    return "management" if is_of_a_firm else CALLINGS.get(job, "")


def _job(role: str) -> str:
    words = [word for word in _words(_INTO.split(role, maxsplit=1)[0]) if word in CALLINGS]
    # A general is one of an army, but for the attorney general and his like.
    words = words[:-1] if words[1:] and words[-1] == "general" else words
    return words[-1] if words else ""


def _is_of_a_country(words: str) -> bool:
    named = _words(words)
    return NATIONAL.search(words) is not None or any(
        word in COUNTRIES or word in ("united", "republic", "state", "european") for word in named
    )


def _titles(text: str, named: Iterable[Mention]) -> Iterator[str]:
    """The word or two that stand right before a name, wherever it does."""
    for one in named:
        found = _TITLE.search(text[max(one.sentence.start, one.start - BEFORE) : one.start])
        yield found.group() if found else ""


def _beside(text: str, named: Iterable[Mention]) -> Iterator[str]:
    """What stands beside a name: "the Tory leader", " (D-Ohio)", wherever it does."""
    for one in named:
        title = text[max(one.sentence.start, one.start - BEFORE) : one.start]
        near = " ".join(_ASIDE.split(title)[-1].split()[-CLOSE:])
        described = text[one.end : min(one.end + AFTER, one.sentence.end)]
        yield " | ".join([near, *_APPOSED.findall(described)])


def _camp(name: str, beside: Iterable[str], names: Iterable[str]) -> str:
    """The last name of whom somebody works for: "Reed campaign manager Anna Bell"."""
    others = {one.split()[-1] for one in names} - {name.rsplit(maxsplit=1)[-1]}
    words = (word.removesuffix("’s").removesuffix("'s") for one in beside for word in one.split())
    return next((word for word in words if word in others), "")


def _party(beside: Iterable[str]) -> str:
    """The party that stands most beside a name; empty when two do."""
    found: Counter[str] = Counter()
    for words in beside:
        plain = words.replace("Liberal Democrat", "Lib Dem")
        found.update(party for party, sign in PARTIES.items() if sign.search(plain))
    ranked = found.most_common(2)
    is_one = len(ranked) == 1 or (ranked and ranked[0][1] > ranked[1][1])
    return ranked[0][0] if is_one else ""


def _words(role: str) -> list[str]:
    return [word.casefold() for word in _WORD.findall(role)]
