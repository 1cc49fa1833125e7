"""The key, nonce and mark of a part are its own, and the same in every process."""

from datetime import date

from bot.digest.schedule import mark, nonce, part_key

DAY = date(2026, 3, 8)


def test_a_nonce_fits_into_discords_limit_and_is_always_the_same() -> None:
    key = part_key(123_456_789, DAY, 3)
    assert nonce(key) == nonce(part_key(123_456_789, DAY, 3))
    assert len(nonce(key)) <= 25


def test_every_part_has_a_nonce_and_a_mark_of_its_own() -> None:
    keys = {
        part_key(schedule, DAY.replace(day=day), ordinal)
        for schedule in range(20)
        for day in range(1, 20)
        for ordinal in range(5)
    }
    assert len(keys) == len({nonce(key) for key in keys}) == len({mark(key) for key in keys})


def test_a_mark_does_not_give_the_nonce_away() -> None:
    key = part_key(1, DAY, 0)
    assert mark(key) not in nonce(key)
