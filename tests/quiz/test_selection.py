"""Questions of a round are varied, none is asked twice, and a seed always gives the same."""

from collections import Counter
from dataclasses import replace

from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.item import Item
from bot.quiz.selection import selected

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
    assert selected(items, 10, 1) == selected(reversed(items), 10, 1)
    assert selected(items, 10, 1) != selected(items, 10, 2)


@given(st.integers(0, 30), st.integers(0, 99))
def test_never_more_than_wanted_and_none_twice(count: int, seed: int) -> None:
    chosen = selected([item(n % 20) for n in range(40)], count, seed)
    assert len(chosen) == min(count, 20)
    assert len({one.id for one in chosen}) == len(chosen)


def test_a_sentence_proves_one_question() -> None:
    one, other = item(1), item(2, article_id="a1", start=30, end=70)
    assert len(selected([one, other], 5, 1)) == 1


def test_two_questions_that_ask_the_same_are_one() -> None:
    one = item(1, question="Norwick bought many new benches for its promenade?")
    other = item(2, question="Norwick bought many new benches for one promenade?")
    assert len(selected([one, other], 5, 1)) == 1
    near = item(3, question="Norwick bought many old chairs for one promenade?")
    assert len(selected([one, near], 5, 1)) == 2
    same = replace(near, options=one.options, value=one.value)
    assert len(selected([one, same], 5, 1)) == 1


def test_articles_take_turns() -> None:
    items = [item(n, article_id=f"a{n % 2}", start=n * 50, end=n * 50 + 40) for n in range(10)]
    chosen = selected(items, 4, 1)
    assert Counter(one.article_id for one in chosen) == {"a0": 2, "a1": 2}


def test_no_kind_is_more_than_half_while_there_are_others() -> None:
    items = [item(n, score=3.0) for n in range(10)]
    items += [item(n, kind="who_said", score=1.0) for n in range(10, 13)]
    assert Counter(one.kind for one in selected(items, 6, 1)) == {
        "cloze_number": 3,
        "who_said": 3,
    }
    assert Counter(one.kind for one in selected(items, 10, 1))["who_said"] == 3
    assert len(selected(items, 10, 1)) == 10


def test_in_a_long_collection_no_kind_is_more_than_half() -> None:
    items = [item(n) for n in range(30)] + [item(n, kind="who_said") for n in range(30, 35)]
    assert Counter(one.kind for one in selected(items, 100, 1)) == {
        "cloze_number": 5,
        "who_said": 5,
    }
    assert len(selected(items[:30], 100, 1)) == 30
