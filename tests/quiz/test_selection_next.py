"""Which question comes next."""

from collections import Counter
from dataclasses import replace

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.item import Item
from bot.quiz.selection import (
    BLOCK,
    LATER,
    AskedBefore,
    missed_item,
    next_item,
    unasked_item,
)
from tests.quiz.round_examples import asked

KINDS = ("who_said", "who_role", "cloze_number", "cloze_date", "when")


def item(name: str, kind: str = "who_said", article: str | None = None) -> Item:
    told = asked().item
    assert told is not None
    return replace(
        told,
        id=name,
        kind=kind,
        article_id=article or name,
        question=f"{name}?",
        value=name,
        score=0.0,
    )


def pool_of(articles: int, kinds: int = len(KINDS)) -> list[Item]:
    """Questions of each kind about each article, the newest first."""
    return [
        item(f"{article:03}{kind}", kind, f"{article:03}")
        for article in range(articles)
        for kind in KINDS[:kinds]
    ]


def played(pool: list[Item], questions: int, seed: str = "s") -> list[Item]:
    """The questions of a round in which all is answered right."""
    by_id = {one.id: one for one in pool}
    seen: list[AskedBefore] = []
    while len(seen) < questions and (found := next_item(pool, seen, f"{seed}:{len(seen)}")):
        seen.append(AskedBefore(found.id, right=True, here=True))
    return [by_id[one.item] for one in seen]


@given(st.integers(1, 4), st.integers(5, 30), st.text(max_size=4))
def test_a_round_keeps_its_rules(blocks: int, articles: int, seed: str) -> None:
    found = played(pool_of(max(articles, blocks * BLOCK)), blocks * BLOCK, seed)
    assert len(found) == blocks * BLOCK
    assert len({one.article_id for one in found}) == len(found)
    for start in range(0, len(found), BLOCK):
        kinds = Counter(one.kind for one in found[start : start + BLOCK])
        assert len(kinds) >= 3
        assert max(kinds.values()) <= 2
        assert kinds["who_role"] <= 1


def test_another_seed_draws_another_round_the_same_seed_the_same() -> None:
    pool = pool_of(30)
    rounds = {tuple(one.id for one in played(pool, 5, seed)) for seed in ("one", "two", "three")}
    assert len(rounds) == 3
    assert played(pool, 5) == played(pool, 5)


def test_the_newest_articles_come_first() -> None:
    found = played(pool_of(100), 20)
    assert sum(int(one.article_id) for one in found) / len(found) < 40


def test_what_has_a_better_score_comes_first() -> None:
    pool = [item("plain"), replace(item("good"), score=9.0)]
    assert next_item(pool, [], "s") == pool[1]


def test_a_question_of_an_article_that_was_asked_before_can_be_left_for_later() -> None:
    pool = [item("old", article="a"), item("more", "when", "a"), item("new", article="b")]
    seen = [AskedBefore("old", right=True, here=False)]
    found = next_item(pool, seen, "s", of_new_articles=True)
    assert found == pool[2]
    assert next_item(pool[:2], seen, "s", of_new_articles=True) is None
    assert next_item(pool[:2], seen, "s") == pool[1]


def test_what_asks_again_in_other_words_is_passed_over_while_there_is_another() -> None:
    words = "Who sold the old lighthouse of Norwick?"
    pool = [
        replace(item("one"), question=words),
        replace(item("two"), question=words.replace("old ", "")),
        item("three"),
    ]
    seen = [AskedBefore("one", right=True, here=False)]
    assert next_item(pool, seen, "s") == pool[2]
    assert next_item(pool[:2], seen, "s") is None
    assert unasked_item(pool[:2], seen, "s") == pool[1]


@pytest.mark.parametrize(
    ("left", "expected"),
    [
        ([item("new", "who_said", "other")], "new"),
        ([item("again", "when", "first"), item("new", "who_said", "other")], "new"),
        ([item("again", "when", "first")], "again"),
        ([], None),
    ],
)
def test_where_no_question_keeps_the_rules_another_kind_gives_way_before_another_article(
    left: list[Item], expected: str | None
) -> None:
    here = [item(f"asked{n}", "who_said", name) for n, name in enumerate(("first", "second"))]
    seen = [AskedBefore(one.id, right=True, here=True) for one in here]
    pool = [*here, *left]
    assert next_item(pool, seen, "s") is None
    found = unasked_item(pool, seen, "s")
    assert (found.id if found else None) == expected


def test_an_empty_bag_says_so() -> None:
    assert next_item([], [], "s") is None
    assert unasked_item([], [], "s") is None
    assert missed_item([], []) is None
    assert next_item([item("a")], [AskedBefore("a", right=True, here=False)], "s") is None


def test_a_missed_question_comes_again_after_many_others() -> None:
    pool = [item("missed"), *(item(f"{n}", KINDS[n % 5]) for n in range(2 * LATER))]
    seen = [AskedBefore("missed", right=False, here=False)]
    while len(seen) <= LATER:
        found = next_item(pool, seen, f"{len(seen)}")
        assert found is not None
        assert found.id != "missed"
        seen.append(AskedBefore(found.id, right=True, here=False))
    again = next_item(pool, seen, "s")
    assert again is not None
    assert again.id == "missed"


def test_a_missed_question_comes_sooner_when_there_is_no_other_but_not_in_the_same_round() -> None:
    pool = [item("a"), item("b")]
    before = [AskedBefore("a", right=False, here=False), AskedBefore("b", right=True, here=False)]
    assert next_item(pool, before, "s") is None
    assert missed_item(pool, before) == pool[0]
    assert missed_item(pool, [replace(before[0], here=True), before[1]]) is None


def test_a_question_answered_right_after_a_miss_is_done() -> None:
    seen = [AskedBefore("a", right=False, here=False), AskedBefore("a", right=True, here=False)]
    assert missed_item([item("a")], seen) is None


def test_what_was_missed_and_is_gone_is_not_drawn() -> None:
    assert missed_item([], [AskedBefore("gone", right=False, here=False)]) is None
