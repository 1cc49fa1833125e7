"""Which question comes next: none twice, and a missed one again later."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256

from bot.quiz.item import Item

LATER = 10
"""Other questions that come before a missed one comes again."""


@dataclass(frozen=True, slots=True)
class Seen:
    """A question that was asked before, in the order of asking; `here` means in this round."""

    item: str
    right: bool
    here: bool


def drawn(items: Sequence[Item], seen: Sequence[Seen], seed: str) -> Item | None:
    """The next question out of `items`, None when the bag is empty.

    A question missed LATER questions ago comes first, then one that was never asked, tier A before
    tier B, then the other missed ones. One answered right, or asked in this round, never comes. The
    same seed draws the same.
    """
    known = _last(seen)
    by_id = {item.id: item for item in items}
    missed = [name for name, last in known.items() if name in by_id and not last[1].right]
    again = [name for name in missed if not known[name][1].here]
    waited = [name for name in again if len(seen) - known[name][0] > LATER]
    if waited:
        return by_id[waited[0]]
    new = [item for item in items if item.id not in known]
    if new:
        return min(new, key=lambda item: _place(item, seed))
    return by_id[again[0]] if again else None


def _last(seen: Iterable[Seen]) -> Mapping[str, tuple[int, Seen]]:
    """Each question's last time with its place in the order, those longest ago first."""
    found: dict[str, tuple[int, Seen]] = {}
    for place, one in enumerate(seen):
        found.pop(one.item, None)
        found[one.item] = (place, one)
    return found


def _place(item: Item, seed: str) -> tuple[str, bytes]:
    return item.tier, sha256(f"{seed}\0{item.id}".encode()).digest()
