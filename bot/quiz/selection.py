"""Selection of quiz items: a varied set, the next one for a player, seeded draws."""

import re
from collections import Counter
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from hashlib import sha256
from typing import TypeVar

from bot.quiz.facts import PEOPLE
from bot.quiz.item import Item

T = TypeVar("T")

WIDTH = 8
"""Bytes of a hash that a draw is made of."""

LIKE = 0.6
LIKE_WITH_ANSWER = 0.35
LIKE_WITH_VALUE = 0.2
"""Shares of common words from which on two questions ask the same: with different answers, with the
same person, with the same quantity or date."""

ROUND = 20
"""The longest round; a longer list is a collection, in which no kind may be more than half."""

CHANCE = 1.5
"""How much of the order is by chance, in the unit of scores: about the distance of two kinds."""

LATER = 10
"""Other questions that come before a missed one comes again."""

_STOP = frozenset(
    "a an the of in on at to for from by with and or is was were be as who said this quoted fill "
    "blank how many described".split()
)


@dataclass(frozen=True, slots=True)
class AskedBefore:
    """A question that was asked before, in the order of asking; `here` means in this round."""

    item: str
    right: bool
    here: bool


def selected(items: Iterable[Item], count: int, seed: int) -> list[Item]:
    """At most `count` of the items, the same for the same items and seed, best first."""
    ordered = sorted(items, key=lambda one: (-one.score - CHANCE * drawn(seed, one.id), one.id))
    chosen = _spread(_distinct(ordered), count)
    return _balanced(chosen) if count > ROUND else chosen


def next_item(items: Sequence[Item], seen: Sequence[AskedBefore], seed: str) -> Item | None:
    """The next question out of `items`, None when none is left.

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
        return min(new, key=lambda item: _order(item, seed))
    return by_id[again[0]] if again else None


def drawn(*names: object) -> float:
    """A number from 0 up to but not including 1, always the same for the same names."""
    digest = sha256("\0".join(map(str, names)).encode("utf-8", "replace")).digest()
    return int.from_bytes(digest[:WIDTH], "big") / float(1 << 8 * WIDTH)


def mixed(choices: Iterable[T], *names: object) -> list[T]:
    """The choices in an order by chance."""
    return sorted(choices, key=lambda choice: drawn(*names, choice))


def _distinct(ordered: Sequence[Item]) -> list[Item]:
    """The items without those that ask what an earlier one asks, or are proved by its sentence."""
    kept: list[Item] = []
    words: list[frozenset[str]] = []
    by_word: dict[str, list[int]] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in ordered:
        own = _content_words(item.question)
        taken = spans.setdefault(item.article_id, [])
        near = Counter(n for word in own for n in by_word.get(word, ()))
        again = any(_is_again(item, own, kept[n], words[n], shared) for n, shared in near.items())
        if again or any(item.start < end and start < item.end for start, end in taken):
            continue
        taken.append((item.start, item.end))
        for word in own:
            by_word.setdefault(word, []).append(len(kept))
        kept.append(item)
        words.append(own)
    return kept


def _is_again(
    item: Item, words: frozenset[str], other: Item, others: frozenset[str], shared: int
) -> bool:
    likeness = shared / len(words | others)
    if item.kind not in PEOPLE and item.value == other.value:
        return likeness > LIKE_WITH_VALUE
    same = (
        item.options[item.answer_index].casefold() == other.options[other.answer_index].casefold()
    )
    return likeness > (LIKE_WITH_ANSWER if same else LIKE)


def _spread(items: Sequence[Item], count: int) -> list[Item]:
    """One item of every article, then a second of each, no kind more than half where it can be."""
    chosen: list[Item] = []
    waiting = list(items)
    for most_of_a_kind in (max(1, (count + 1) // 2), count):
        articles = Counter(item.article_id for item in chosen)
        kinds = Counter(item.kind for item in chosen)
        turn = 1
        while waiting and len(chosen) < count:
            left: list[Item] = []
            for item in waiting:
                fits = articles[item.article_id] < turn and kinds[item.kind] < most_of_a_kind
                if fits and len(chosen) < count:
                    chosen.append(item)
                    articles[item.article_id] += 1
                    kinds[item.kind] += 1
                else:
                    left.append(item)
            stuck = all(kinds[item.kind] >= most_of_a_kind for item in left)
            waiting, turn = left, turn + 1
            if stuck:
                break
    return chosen


def _balanced(items: Sequence[Item]) -> list[Item]:
    """The items without the last of a kind that is more than half of them."""
    kinds = Counter(item.kind for item in items)
    if len(kinds) < 2:  # noqa: PLR2004 - one kind cannot be less than all
        return list(items)
    kind, most = kinds.most_common(1)[0]
    surplus = max(0, most - (len(items) - most))
    kept: list[Item] = []
    for item in reversed(items):
        if item.kind == kind and surplus:
            surplus -= 1
        else:
            kept.append(item)
    return kept[::-1]


def _content_words(question: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_][\w’'-]*", question.casefold())) - _STOP


def _last(seen: Iterable[AskedBefore]) -> Mapping[str, tuple[int, AskedBefore]]:
    """Each question's last time with its place in the order, those longest ago first."""
    found: dict[str, tuple[int, AskedBefore]] = {}
    for position, one in enumerate(seen):
        found.pop(one.item, None)
        found[one.item] = (position, one)
    return found


def _order(item: Item, seed: str) -> tuple[str, bytes]:
    return item.tier, sha256(f"{seed}\0{item.id}".encode()).digest()
