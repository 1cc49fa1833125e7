"""Wrong places: of the same part of the world, as well known, and nowhere in any report of it."""

from collections.abc import Sequence

from bot.language.english.countries import Gazetteer, Territory, is_written
from bot.quiz.facts import Fact
from bot.quiz.selection import mixed
from bot.quiz.wrong_values import WANTED

NEAR = 1
"""Places up to this distance, or that of the third nearest, are equally believable."""

WORLD_FAMOUS = 2
"""Fame of the countries that are compared with each other wherever they lie."""

PARTS = {
    "UK": frozenset(["England", "Scotland", "Wales"]),
    "England": frozenset(["UK"]),
    "Scotland": frozenset(["UK"]),
    "Wales": frozenset(["UK"]),
}
"""What is a country inside another one: neither is wrong where the other is right."""


def believable(
    right: Territory, gazetteer: Gazetteer, texts: Sequence[str], fact: Fact
) -> list[Territory]:
    """The places most like the right one that the texts do not name, in an order by chance."""
    named = {m.place.name for text in texts for m in gazetteer.mentions(text, 0, len(text))}
    named |= {right.name}
    named = named.union(*(PARTS.get(name, frozenset()) for name in named))
    fit = [one for one in gazetteer.places if one.name not in named and not _is_shown(one, texts)]
    near = sorted(_distance(one, right) for one in fit)[WANTED - 1 : WANTED]
    likely = {one.name: one for one in fit if _distance(one, right) <= max(NEAR, *near)}
    return [likely[name] for name in mixed(likely, fact.stem, fact.start)]


def _is_shown(place: Territory, texts: Sequence[str]) -> bool:
    """Whether a text has a city or an institution of the place."""
    return any(is_written(sign, text) for sign in place.signs for text in texts)


def _distance(one: Territory, right: Territory) -> int:
    """How unlikely a place is to be taken for the right one."""
    elsewhere = one.region != right.region
    far = one.region.split()[-1] != right.region.split()[-1]
    step = 1 if right.fame == WORLD_FAMOUS else 2
    return step * (elsewhere + far) + abs(one.fame - right.fame)
