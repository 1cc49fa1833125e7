"""Which question comes next."""

from dataclasses import replace

from bot.quiz.item import Item
from bot.quiz.selection import LATER, AskedBefore, next_item
from tests.quiz.round_examples import asked


def items(number: int, *, tier_b: int = 0) -> list[Item]:
    item = asked().item
    assert item is not None
    first = [replace(item, id=f"{name:02}") for name in range(number)]
    return [*first, *(replace(item, id=f"b{name}", tier="B") for name in range(tier_b))]


def names(pool: list[Item], seed: str) -> list[str]:
    """The order in which a pool is emptied when all are answered right."""
    seen: list[AskedBefore] = []
    while item := next_item(pool, seen, f"{seed}:{len(seen)}"):
        seen.append(AskedBefore(item.id, right=True, here=False))
    return [one.item for one in seen]


def test_every_question_comes_once_in_another_order_each_time() -> None:
    pool = items(30)
    orders = {tuple(names(pool, seed)) for seed in ("one", "two", "three")}
    assert len(orders) == 3
    assert all(sorted(order) == [item.id for item in pool] for order in orders)


def test_the_same_seed_draws_the_same_whatever_the_order_of_the_questions() -> None:
    pool = items(30)
    assert next_item(pool, [], "s") == next_item(pool[::-1], [], "s")


def test_the_better_tier_comes_first() -> None:
    order = names(items(3, tier_b=3), "s")
    assert [name.startswith("b") for name in order] == [False] * 3 + [True] * 3


def test_an_empty_bag_says_so() -> None:
    assert next_item([], [], "s") is None
    assert next_item(items(1), [AskedBefore("00", right=True, here=False)], "s") is None


def test_a_missed_question_comes_again_after_some_others() -> None:
    pool = items(2 * LATER)
    seen = [AskedBefore("00", right=False, here=False)]
    while len(seen) <= LATER:
        item = next_item(pool, seen, f"{len(seen)}")
        assert item is not None
        assert item.id != "00"
        seen.append(AskedBefore(item.id, right=True, here=False))
    again = next_item(pool, seen, "s")
    assert again is not None
    assert again.id == "00"


def test_a_missed_question_comes_sooner_when_there_is_no_other_but_not_in_the_same_round() -> None:
    pool = items(2)
    before = [AskedBefore("00", right=False, here=False), AskedBefore("01", right=True, here=False)]
    again = next_item(pool, before, "s")
    assert again is not None
    assert again.id == "00"
    assert next_item(pool, [replace(before[0], here=True), before[1]], "s") is None


def test_a_question_answered_right_after_a_miss_is_done() -> None:
    seen = [AskedBefore("00", right=False, here=False), AskedBefore("00", right=True, here=False)]
    assert next_item(items(1), seen, "s") is None


def test_what_was_missed_and_is_gone_is_not_drawn() -> None:
    assert next_item(items(1)[:0], [AskedBefore("99", right=False, here=False)], "s") is None
