"""Wrong places: of the same part of the world, as well known, and nowhere in any report of it."""

from collections.abc import Sequence

from bot.language.english.countries import Gazetteer, Place
from bot.quiz.extraction.places import GAZETTEERS
from bot.quiz.facts import Fact
from bot.quiz.selection import mixed
from bot.quiz.wrong_values import WANTED

CHOICE = 6
"""The most believable places, from which the wrong ones are drawn."""

PARTS = {
    "UK": frozenset(["England", "Scotland", "Wales"]),
    "England": frozenset(["UK"]),
    "Scotland": frozenset(["UK"]),
    "Wales": frozenset(["UK"]),
}
"""What is a country inside another one: neither is wrong where the other is right."""


def wrong_places(fact: Fact, texts: Sequence[str]) -> tuple[str, ...] | None:
    """Three places that none of the texts names, by no name, adjective or city."""
    gazetteer = GAZETTEERS[fact.kind]
    name = fact.value.partition(":")[2]
    right = next(one for one in gazetteer.places if one.name == name)
    chosen = believable(right, gazetteer, texts, fact)[:WANTED]
    return tuple(one.name for one in chosen) if len(chosen) == WANTED else None


def believable(right: Place, gazetteer: Gazetteer, texts: Sequence[str], fact: Fact) -> list[Place]:
    """The places most like the right one that the texts do not name, in an order by chance."""
    named = {m.place.name for text in texts for m in gazetteer.mentions(text, 0, len(text))}
    named |= {right.name}
    named = named.union(*(PARTS.get(name, frozenset()) for name in named))
    fit = {one.name: one for one in gazetteer.places if one.name not in named}
    likely = sorted(
        (fit[name] for name in mixed(fit, fact.stem, fact.start)),
        key=lambda one: _distance(one, right),
    )
    drawn = {one.name: one for one in likely[:CHOICE]}
    return [drawn[name] for name in mixed(drawn, fact.stem, "drawn")]


def _distance(one: Place, right: Place) -> int:
    """How unlikely a place is to be taken for the right one."""
    far = one.region.split()[-1] != right.region.split()[-1]
    return far + (one.region != right.region) + abs(one.fame - right.fame)
