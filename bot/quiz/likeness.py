"""Likeness of quiz items: two that ask the same are not both asked."""

import re
from collections import Counter
from collections.abc import Sequence
from functools import lru_cache

from bot.quiz.facts import PEOPLE
from bot.quiz.item import Item

LIKE = 0.6
LIKE_WITH_ANSWER = 0.35
LIKE_WITH_VALUE = 0.2
"""Shares of common words from which on two questions ask the same: with different answers, with the
same person, with the same quantity or date."""

_STOP = frozenset(
    "a an the of in on at to for from by with and or is was were be as who said this quoted fill "
    "blank how many described".split()
)

REMEMBERED = 4_096
"""Questions whose words are kept, more than a pool has."""


def distinct(ordered: Sequence[Item]) -> list[Item]:
    """The items without those that ask what an earlier one asks, or are proved by its sentence."""
    kept: list[Item] = []
    words: list[frozenset[str]] = []
    by_word: dict[str, list[int]] = {}
    spans: dict[str, list[tuple[int, int]]] = {}
    for item in ordered:
        own = _content_words(item.question)
        taken = spans.setdefault(item.article_id, [])
        near = Counter(n for word in own for n in by_word.get(word, ()))
        again = any(
            _is_again(item, kept[n], shared / len(own | words[n])) for n, shared in near.items()
        )
        if again or any(item.start < end and start < item.end for start, end in taken):
            continue
        taken.append((item.start, item.end))
        for word in own:
            by_word.setdefault(word, []).append(len(kept))
        kept.append(item)
        words.append(own)
    return kept


def asks_again(item: Item, other: Item) -> bool:
    """Whether an item asks what another one asks."""
    words, others = _content_words(item.question), _content_words(other.question)
    return _is_again(item, other, len(words & others) / max(len(words | others), 1))


def _is_again(item: Item, other: Item, likeness: float) -> bool:
    if item.kind not in PEOPLE and item.value == other.value:
        return likeness > LIKE_WITH_VALUE
    return likeness > (LIKE_WITH_ANSWER if _answer(item) == _answer(other) else LIKE)


def _answer(item: Item) -> str:
    """The right option, or the value where there are none to choose from."""
    return item.options[item.answer_index].casefold() if item.options else item.value


@lru_cache(maxsize=REMEMBERED)
def _content_words(question: str) -> frozenset[str]:
    return frozenset(re.findall(r"[^\W_][\w’'-]*", question.casefold())) - _STOP
