"""Selection of quiz items: a varied set, the next one for a player, seeded draws."""

import re
from collections import Counter
from collections.abc import Iterable, Iterator, Mapping, Sequence
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

LATER = 60
"""Other questions that come before a missed one comes again, while there are others."""

BLOCK = 5
"""Questions of a short round; a longer one keeps its rules in every five."""

MOST_OF_A_KIND = 2
MOST_ROLES = 1
KINDS_OF_A_BLOCK = 3
"""Of five questions at most two are of a kind, one asks for somebody's role, and three kinds are
among them."""

NEWER = 2.0
"""How much more a question of the newest article is worth than one of the oldest."""

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


def next_item(
    items: Sequence[Item], seen: Sequence[AskedBefore], seed: str, *, of_new_articles: bool = False
) -> Item | None:
    """The next question out of `items`, the newest first; None when none keeps a round's rules.

    A question missed LATER questions ago comes first, then one that was never asked, with
    `of_new_articles` of an article of which none was. One answered right, or asked in this round,
    never comes, nor a second one of an article in a round. The same seed draws the same.
    """
    known = _last(seen)
    by_id = {item.id: item for item in items}
    here = [by_id[one.item] for one in seen if one.here and one.item in by_id]
    for item in _missed(by_id, known):
        waited = len(seen) - known[item.id][0] > LATER
        if waited and _keeps_rules(item, here):
            return item
    articles = {by_id[one.item].article_id for one in seen if one.item in by_id}
    new = [
        item
        for item in items
        if item.id not in known
        and _keeps_rules(item, here)
        and not (of_new_articles and item.article_id in articles)
    ]
    return _first(new, items, seed)


def unasked_item(items: Sequence[Item], seen: Sequence[AskedBefore], seed: str) -> Item | None:
    """A question that was never asked, where none keeps a round's rules.

    Rather one more of a kind than of an article.
    """
    known = _last(seen)
    articles = {item.article_id for item in items if item.id in known and known[item.id][1].here}
    new = [item for item in items if item.id not in known]
    others = [item for item in new if item.article_id not in articles]
    return _first(others or new, items, seed)


def missed_item(items: Sequence[Item], seen: Sequence[AskedBefore]) -> Item | None:
    """The question that was missed longest ago, but not in this round."""
    return next(_missed({item.id: item for item in items}, _last(seen)), None)


def _missed(
    by_id: Mapping[str, Item], known: Mapping[str, tuple[int, AskedBefore]]
) -> Iterator[Item]:
    """The questions missed before this round, those longest ago first."""
    for name, (_, last) in known.items():
        if name in by_id and not last.right and not last.here:
            yield by_id[name]


def _keeps_rules(item: Item, here: Sequence[Item]) -> bool:
    """Whether a question may follow those of its round: another article, and kinds that vary."""
    if any(item.article_id == other.article_id for other in here):
        return False
    block = here[len(here) // BLOCK * BLOCK :]
    kinds = Counter(other.kind for other in block)
    most = MOST_ROLES if item.kind == "who_role" else MOST_OF_A_KIND
    kinds[item.kind] += 1
    left = BLOCK - len(block) - 1
    return kinds[item.kind] <= most and len(kinds) + left >= KINDS_OF_A_BLOCK


def _first(choices: Sequence[Item], items: Sequence[Item], seed: str) -> Item | None:
    """The choice that comes first: the newest, best and luckiest; `items` are newest first."""
    age = {name: n for n, name in enumerate(dict.fromkeys(item.article_id for item in items))}
    newer = NEWER / max(len(age), 1)
    return min(
        choices,
        key=lambda item: (
            newer * age[item.article_id] - item.score + CHANCE * drawn(seed, item.id),
            item.id,
        ),
        default=None,
    )


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
    return likeness > (LIKE_WITH_ANSWER if _answer(item) == _answer(other) else LIKE)


def _answer(item: Item) -> str:
    """The right answer, folded; the value where there are no options."""
    return (item.options[item.answer_index] if item.options else item.value).casefold()


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
