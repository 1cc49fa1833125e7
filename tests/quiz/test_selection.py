"""Questions of a round are varied, none is asked twice, and a seed always gives the same."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.item import Item
from bot.quiz.selection import selected

KINDS = ("cloze_number", "who_said", "when", "who_stated", "cloze_date")
WORDS = "harbour lighthouse promenade bench ferry gull anchor rope pier storm tide sail".split()


def item(number: int, **changed: object) -> Item:
    """A question unlike the others, of an article and a place of its own."""
    word = "".join(WORDS[int(digit)] for digit in f"{number:03}")
    made = Item(
        id=f"{number:03}",
        kind="cloze_number",
        question=f"{word} {word[::-1]} of Norwick?",
        options=(f"{number}0", "1", "2", "3"),
        answer_index=0,
        article_id=f"a{number}",
        version=1,
        start=0,
        end=40,
        answer_start=3,
        answer_end=5,
        value=f"count:boat:{number}0",
        tier="B",
        score=1.0,
    )
    return replace(made, **changed)  # type: ignore[arg-type]  # fields of an item


def test_the_same_seed_gives_the_same_and_another_one_others() -> None:
    items = [item(n) for n in range(40)]
    assert selected(items, 10, 1) == selected(items, 10, 1)
    assert selected(items, 10, 1) != selected(items, 10, 2)


@given(st.integers(0, 30), st.integers(0, 99))
def test_never_more_than_wanted_and_none_twice(count: int, seed: int) -> None:
    chosen = selected([item(n % 20) for n in range(40)], count, seed)
    assert len(chosen) == min(count, 20)
    assert len({one.id for one in chosen}) == len(chosen)


def test_the_newest_articles_come_first() -> None:
    chosen = selected([item(n, kind=KINDS[n % 5]) for n in range(100)], 20, 1)
    assert sum(int(one.id) for one in chosen) / len(chosen) < 40


def test_a_sentence_proves_one_question() -> None:
    one, other = item(1), item(2, article_id="a1", start=30, end=70)
    assert len(selected([one, other], 5, 1)) == 1


def test_articles_take_turns() -> None:
    items = [
        item(n, kind=KINDS[n % 5], article_id=f"a{n % 5}", start=n * 50, end=n * 50 + 40)
        for n in range(15)
    ]
    for rounds in (1, 2, 3):
        articles = Counter(one.article_id for one in selected(items, 5 * rounds, 1))
        assert articles == {f"a{n}": rounds for n in range(5)}


def test_of_five_questions_two_at_most_are_of_a_kind_while_there_are_others() -> None:
    items = [item(n, score=3.0) for n in range(10)]
    items += [item(n, kind="who_said", score=1.0) for n in range(10, 13)]
    items += [item(n, kind="when", score=1.0) for n in range(13, 16)]
    kinds = Counter(one.kind for one in selected(items, 5, 1))
    assert max(kinds.values()) == 2
    assert len(kinds) == 3
    assert len(selected(items, 16, 1)) == 16
    assert len(selected(items[:10], 10, 1)) == 10


def test_in_a_long_collection_no_kind_is_more_than_half() -> None:
    items = [item(n) for n in range(30)] + [item(n, kind="who_said") for n in range(30, 35)]
    assert Counter(one.kind for one in selected(items, 100, 1)) == {
        "cloze_number": 5,
        "who_said": 5,
    }
    assert len(selected(items[:30], 100, 1)) == 30
