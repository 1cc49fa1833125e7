"""One form for a number, however it is written."""

import pytest

from bot.language.english.analyser import Analyser
from bot.language.numerals import MOST_DIGITS, number_terms

SAME = [
    ("$240bn", "240 billion dollars"),
    ("$240 billion", "240,000,000,000 dollars"),
    ("€3.5m", "3.5 million euros"),
    ("3.5mn euros", "3,500,000 euros"),
    ("£2tn", "2 trillion pounds"),
    ("1.5bn", "1,500,000,000"),
    ("1.5bn", "1½ billion"),
    ("62%", "62 percent"),
    ("twelve", "12"),
    ("twenty", "20"),
    ("third", "3rd"),
    ("fourth", "4th"),
    ("1990s", "1990"),
    ("2½", "2.5"),
    ("½", "0.5"),
    ("¼", "0.25"),
    ("¾", "0.75"),
    ("5k", "5 thousand"),
    ("10km", "10 km"),
    ("1,234", "1234"),
    ("2,000,000", "2m"),
    ("zero", "0"),
]

WRITTEN = [
    ("5", ("5",)),
    ("1234567", ("1234567",)),
    ("1000000", ("1", "million")),
    ("1230000", ("1.23", "million")),
    ("1234000", ("1234000",)),
    ("12345678", ("12345678",)),
    ("999999", ("999999",)),
    ("1000000000000", ("1", "trillion")),
    ("1" + "0" * (MOST_DIGITS - 1), ("100", "trillion")),
    ("1" + "0" * MOST_DIGITS, ("1" + "0" * MOST_DIGITS,)),
    ("3.14", ("3.14",)),
    ("½", ("0.5",)),
    ("7th", ("7",)),
    ("5bn", ("5", "billion")),
    ("5xyz", ("5", "xyz")),
    ("one", ()),
    ("first", ()),
    ("ferry", ()),
    ("f16", ()),
    ("", ()),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_ways_to_write_a_number_say_the_same(one: str, other: str) -> None:
    said = Analyser().terms(one)
    assert sorted(said) == sorted(Analyser().terms(other)) != []


@pytest.mark.parametrize(("word", "terms"), WRITTEN)
def test_a_word_gives_its_number_and_unit(word: str, terms: tuple[str, ...]) -> None:
    assert number_terms(word) == terms


@pytest.mark.parametrize(
    ("one", "other"), [("5m", "5bn"), ("1.5", "15"), ("240", "240,000"), ("$5", "€5")]
)
def test_different_numbers_stay_apart(one: str, other: str) -> None:
    assert Analyser().terms(one) != Analyser().terms(other)
