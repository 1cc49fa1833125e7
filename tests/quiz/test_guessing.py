"""Guessed numbers: how they are read, and how near they have to be."""

from dataclasses import replace
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.quiz.guessing import LARGEST, LONGEST, RankedGuess, number_of, ranked, read_number
from bot.quiz.item import ENOUGH_ANSWERS, withdrawal
from bot.quiz.rounds import BY_LENGTH, SECOND, judged, opened
from bot.quiz.scoring import (
    GivenAnswer,
    Reveal,
    Scored,
    chosen,
    is_right,
    ranked_guesses,
    scored,
)
from bot.quiz.selection import selected
from tests.quiz.round_examples import ITEM, NOW, NUMBER, asked, click, played


@pytest.mark.parametrize(
    ("typed", "number"),
    [
        ("1,200", "1200"),
        ("1200", "1200"),
        ("1650", "1650"),
        (" 1 200 ", "1200"),
        ("1.2 million", "1200000"),
        ("3bn", "3000000000"),
        ("2M", "2000000"),
        ("7.5 %", "7.5"),
        ("7.5 per cent", "7.5"),
        ("$240 billion", "240000000000"),
        ("US$240bn", "240000000000"),
        ("about 40 ferries", "40"),
        ("~ 40", "40"),
        ("a dozen", "12"),
        ("half a million", "500000"),
        ("twenty-five", "25"),
        ("2½", "2.5"),
        ("0", "0"),
        ("1000000000000000", "1000000000000000"),
    ],
)
def test_a_number_is_read_however_it_is_written(typed: str, number: str) -> None:
    assert read_number(typed) == Decimal(number)


@pytest.mark.parametrize(
    "typed",
    [
        "",
        "no idea",
        "1" + "0" * 400,
        "9" * LONGEST,
        "10^400",
        "1e9999",
        "1e5",
        "NaN",
        "-inf",
        "infinity",
        "-5",
        "\N{MINUS SIGN}5",
        "minus five",
        "negative 5",
        "7" * 4_000,
        "a " * 2_000,
        "\N{PARTY POPPER}",
        "12 \N{PARTY POPPER}",
        "1\N{VARIATION SELECTOR-16}\N{COMBINING ENCLOSING KEYCAP}",
        "\N{RIGHT-TO-LEFT OVERRIDE}1200",
        "12\N{RIGHT-TO-LEFT MARK}00",
        "1200\N{RIGHT-TO-LEFT MARK}",
        "12\x0000",
        "10 or 20",
        "10-20",
        "5 and 7",
        "1/3",
        "a third",
        "3rd",
        "3 mln",
        "5 k",
        "007",
        "1000000000000001",
    ],
)
def test_what_is_not_one_plain_number_is_none(typed: str) -> None:
    assert read_number(typed) is None


@given(st.text(max_size=60) | st.text("0123456789.,-+e%$ \N{SUPERSCRIPT TWO}½", max_size=60))
def test_whatever_is_typed_is_a_number_in_bounds_or_none(typed: str) -> None:
    number = read_number(typed)
    assert number is None or 0 <= number <= LARGEST


@pytest.mark.parametrize(
    ("value", "number"),
    [
        ("count:worker:1200", "1200"),
        ("money:usd:230500000", "230500000"),
        ("percent:7.5", "7.5"),
        ("count:worker:10-12", None),
        ("percent:-5", None),
        ("count:worker:0", None),
        ("count:worker:", None),
        ("NaN", None),
        ("Infinity", None),
        ("count:1E+16", None),
    ],
)
def test_the_number_of_a_question_is_in_its_key(value: str, number: str | None) -> None:
    expected = None if number is None else Decimal(number)
    assert number_of(replace(NUMBER, value=value)) == expected


def places(number: int, **guesses: str) -> list[tuple[str, int, int]]:
    """The player, rank and points of each guess."""
    found = ranked(Decimal(number), {player: Decimal(g) for player, g in guesses.items()})
    return [(one.player, one.rank, one.points) for one in found]


def test_the_nearest_three_get_points_and_an_exact_hit_more() -> None:
    assert places(100, a="140", b="100", c="90", d="70", e="1") == [
        ("b", 1, 15),
        ("c", 2, 6),
        ("d", 3, 3),
        ("a", 4, 0),
        ("e", 5, 0),
    ]


def test_equally_near_guesses_share_the_better_place() -> None:
    assert places(100, a="90", b="110", c="120", d="130") == [
        ("a", 1, 10),
        ("b", 1, 10),
        ("c", 3, 3),
        ("d", 4, 0),
    ]
    assert places(100, a="100", b="100.0", c="100", d="101") == [
        ("a", 1, 15),
        ("b", 1, 15),
        ("c", 1, 15),
        ("d", 4, 0),
    ]


@pytest.mark.parametrize(
    ("guess", "worth"), [("75", 10), ("125", 10), ("74.9", 0), ("125.1", 0), ("100", 15)]
)
def test_the_only_guess_has_to_be_near(guess: str, worth: int) -> None:
    assert places(100, a=guess) == [("a", 1, worth)]


def test_of_two_the_nearer_gets_points_however_far_it_is() -> None:
    assert places(100, a="9000", b="900000") == [("a", 1, 10), ("b", 2, 6)]


def test_nobody_guessing_ranks_nobody() -> None:
    assert ranked(Decimal(5), {}) == []


TURN = replace(asked(), item=NUMBER)


def guess(player: str, number: int | str) -> GivenAnswer:
    return GivenAnswer(player, 0, NOW, Decimal(number))


def test_a_guess_that_gets_points_is_right() -> None:
    answers = [guess(*one) for one in (("a", 1200), ("b", 1000), ("c", 900), ("d", 1))]
    assert scored(TURN, answers) == [
        Scored("a", is_right=True, points=15),
        Scored("b", is_right=True, points=6),
        Scored("c", is_right=True, points=3),
        Scored("d", is_right=False, points=0),
    ]
    assert chosen(TURN, answers) == ()


def test_a_double_question_doubles_every_place() -> None:
    last = replace(TURN, number=3, round=replace(played("live"), double_last=True))
    assert ranked_guesses(last, [guess("a", 1200)]) == (RankedGuess("a", Decimal(1200), 1, 30),)


def test_a_question_without_a_number_or_gone_gives_nobody_points() -> None:
    for item in (None, replace(NUMBER, value="count:net:10-12")):
        turn = replace(TURN, item=item)
        assert scored(turn, [guess("a", 11)]) == [Scored("a", is_right=False, points=0)]
        assert ranked_guesses(turn, [guess("a", 11)]) == ()


def test_no_guess_is_the_right_option() -> None:
    assert not is_right(TURN, guess("a", 1200))


def test_speed_counts_for_no_guess() -> None:
    fast = replace(TURN, round=replace(played("live"), speed_bonus=True))
    assert scored(fast, [guess("a", 1100)]) == [Scored("a", is_right=True, points=10)]


def test_those_who_guessed_are_counted() -> None:
    guesses = ranked_guesses(TURN, [guess("a", 1), guess("b", 2)])
    assert Reveal(TURN, (), None, (), guesses=guesses).answers == 2


def test_a_guess_may_be_changed_and_a_letter_is_none() -> None:
    typed = replace(click(choice=0), guess=Decimal(7))
    assert judged(TURN, typed, None) == "taken"
    assert judged(TURN, typed, Decimal("7.0")) == "same"
    assert judged(TURN, typed, Decimal(8)) == "changed"
    assert judged(TURN, click(choice=0), None) == "no_option"
    assert judged(asked(), typed, None) == "no_option"


def test_a_number_that_is_typed_has_more_time() -> None:
    by_length = replace(played("live"), seconds=BY_LENGTH)
    short, long = (
        opened(by_length, 1, replace(item, question="How many?", options=()), NOW).closes
        for item in (ITEM, NUMBER)
    )
    assert long - short == 10 * SECOND


def test_guesses_are_never_below_chance() -> None:
    wrong = {str(number): False for number in range(ENOUGH_ANSWERS)}
    assert withdrawal(0, wrong, options=0) is None
    assert withdrawal(2, wrong, options=0) == "reported"


def test_a_list_of_questions_takes_them_without_options() -> None:
    others = [
        replace(NUMBER, id=str(n), value=f"count:net:{n}", start=100 * n, end=100 * n + 9)
        for n in range(3)
    ]
    assert len(selected(others, 3, 1)) == 1
    people = [replace(one, kind="who_said") for one in others]
    assert len(selected(people, 3, 1)) == 1
