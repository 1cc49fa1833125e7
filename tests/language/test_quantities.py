"""Quantities are found with a key that is equal for every way to write the same one."""

import pytest

from bot.language.numbers import number_value, ordinal_value, quantities, singular


def keys(text: str) -> list[str]:
    return [quantity.key for quantity in quantities(text, 0, len(text))]


@pytest.mark.parametrize(
    ("text", "key"),
    [
        ("$240 billion", "money:usd:240000000000"),
        ("US$240bn", "money:usd:240000000000"),
        ("240 billion dollars", "money:usd:240000000000"),
        ("$3.5m", "money:usd:3500000"),
        ("£20", "money:gbp:20"),
        ("C$2-million", "money:cad:2000000"),
        ("1,500 Canadian dollars", "money:cad:1500"),
        ("15 U.S. dollars", "money:usd:15"),
        ("300 roubles", "money:rub:300"),
        ("90 per cent", "percent:90"),
        ("12.5%", "percent:12.5"),
        ("two percentage points", "percent:2"),
        ("fifteen sailors", "count:sailor:15"),
        ("1,200 new cars", "count:car:1200"),
        ("three million people", "count:person:3000000"),
        ("two hundred thousand ties", "count:tie:200000"),
        ("twenty-one buses", "count:bus:21"),
        ("5 bn trees", "count:tree:5000000000"),
        ("340", "count:340"),
        ("340 of them", "count:340"),
        ("12 big old red wooden boats", "count:12"),
        ("7.0 magnitude", "count:7"),
        ("two-day talks", "duration:day:2"),
        ("19 years", "duration:year:19"),
        ("7.9 km", "measure:km:7.9"),
        ("35 square miles", "measure:square mile:35"),
        ("fifth", "ordinal:5"),
        ("21st", "ordinal:21"),
    ],
)
def test_a_quantity_has_one_key(text: str, key: str) -> None:
    assert keys(f"It was {text}.") == [key]


@pytest.mark.parametrize(
    "text", ["in 2005", "the 21-gun salute", "an F-16", "G20", "at 10:30", "version 1.2.3", "90s"]
)
def test_years_and_parts_of_codes_are_no_quantities(text: str) -> None:
    assert keys(text) == []


def test_a_year_that_is_counted_is_a_quantity() -> None:
    assert keys("They sold 2,005 boats.") == ["count:boat:2005"]


def test_the_span_of_a_count_ends_before_its_noun() -> None:
    text = "They sold 12 old wooden boats."
    [quantity] = quantities(text, 0, len(text))
    assert text[quantity.start : quantity.end] == "12"
    assert text[quantity.start : quantity.noun_end] == "12 old wooden boats"


@pytest.mark.parametrize(
    ("noun", "one"),
    [
        ("Countries", "country"),
        ("ties", "tie"),
        ("buses", "bus"),
        ("boxes", "box"),
        ("glass", "glass"),
        ("people", "person"),
        ("cars", "car"),
    ],
)
def test_a_noun_loses_the_ending_of_its_plural(noun: str, one: str) -> None:
    assert singular(noun) == one


def test_numbers_are_read_from_digits_and_words() -> None:
    assert number_value("1,200.5") == 1200.5
    assert number_value("ninety-nine") == 99
    assert ordinal_value("twelfth") == 12
    with pytest.raises(ValueError, match="many"):
        number_value("many")
