"""The one table of written numbers: each form, the words that are read, and their key."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.english.units import singular
from bot.language.numbers import quantities

WRITTEN = [
    # digits and what groups them
    ("340 of them", "340", "count:340"),
    ("12,500 visitors", "12,500", "count:visitor:12500"),
    ("12 500 visitors", "12 500", "count:visitor:12500"),
    ("12\u00a0500 visitors", "12\u00a0500", "count:visitor:12500"),
    ("12\u2009500 visitors", "12\u2009500", "count:visitor:12500"),
    ("12\u202f500 visitors", "12\u202f500", "count:visitor:12500"),
    ("12\u200b500 visitors", "12\u200b500", "count:visitor:12500"),
    ("1'250'000 people", "1'250'000", "count:person:1250000"),
    ("1’250’000 people", "1’250’000", "count:person:1250000"),
    ("1 234 567 cars", "1 234 567", "count:car:1234567"),
    ("12 500.75 shares", "12 500.75", "count:share:12500.75"),
    ("2,005 boats", "2,005", "count:boat:2005"),
    ("12,5 million visitors", "12,5 million", "count:visitor:12500000"),
    ("7.0 magnitude", "7.0", "count:7"),
    ("2½ hours", "2½ hours", "duration:hour:2.5"),
    ("2 ½ hours", "2 ½ hours", "duration:hour:2.5"),
    # letters and words that multiply
    ("1.5m people", "1.5m", "count:person:1500000"),
    ("2bn trees", "2bn", "count:tree:2000000000"),
    ("5 bn trees", "5 bn", "count:tree:5000000000"),
    ("3k boats", "3k", "count:boat:3000"),
    ("$1.2tn", "$1.2tn", "money:usd:1200000000000"),
    ("$334M", "$334M", "money:usd:334000000"),
    ("1.25 lakh visitors", "1.25 lakh", "count:visitor:125000"),
    ("five crore votes", "five crore", "count:vote:50000000"),
    ("two lakh crore rupees", "two lakh crore rupees", "money:inr:2000000000000"),
    ("half a million people", "half a million", "count:person:500000"),
    ("a million and a half people", "a million and a half", "count:person:1500000"),
    ("two and a half thousand men", "two and a half thousand", "count:man:2500"),
    ("a hundred boats", "a hundred", "count:boat:100"),
    ("three dozen eggs", "three dozen", "count:egg:36"),
    ("half a dozen eggs", "half a dozen", "count:egg:6"),
    # words
    ("fifteen sailors", "fifteen", "count:sailor:15"),
    ("FIFTEEN sailors", "FIFTEEN", "count:sailor:15"),
    ("twenty-one buses", "twenty-one", "count:bus:21"),
    ("two hundred thousand ties", "two hundred thousand", "count:tie:200000"),
    ("two hundred and five ties", "two hundred and five", "count:tie:205"),
    (
        "one hundred and twenty-three thousand cars",
        "one hundred and twenty-three thousand",
        "count:car:123000",
    ),
    ("two million three hundred people", "two million three hundred", "count:person:2000300"),
    ("1,200 new cars", "1,200", "count:car:1200"),
    ("12 big old red wooden boats", "12", "count:12"),
    # ranks
    ("fifth", "fifth", "ordinal:5"),
    ("21st", "21st", "ordinal:21"),
    ("1,000th", "1,000th", "ordinal:1000"),
    ("twenty-first", "twenty-first", "ordinal:21"),
    ("two hundred and fifth", "two hundred and fifth", "ordinal:205"),
    ("three hundredth", "three hundredth", "ordinal:300"),
    ("a third term", "third", "ordinal:3"),
    # parts
    ("two thirds", "two thirds", "fraction:0.6666666666666666666666666667"),
    ("three-quarters of it", "three-quarters", "fraction:0.75"),
    ("a quarter of it", "a quarter", "fraction:0.25"),
    ("half of it", "half", "fraction:0.5"),
    ("half an hour", "half an hour", "duration:hour:0.5"),
    # shares
    ("12.5%", "12.5%", "percent:12.5"),
    ("5 %", "5 %", "percent:5"),
    ("90 per cent", "90 per cent", "percent:90"),
    ("ninety percent", "ninety percent", "percent:90"),
    ("12 pct", "12 pct", "percent:12"),
    ("two percentage points", "two percentage points", "percent:2"),
    ("-0.5%", "-0.5%", "percent:-0.5"),
    # ranges
    ("10-12 people", "10-12", "count:person:10-12"),
    ("10 to 12 people", "10 to 12", "count:person:10-12"),
    ("between 10 and 12 people", "10 and 12", "count:person:10-12"),
    ("12,500–14,000 people", "12,500–14,000", "count:person:12500-14000"),
    ("12-15,000 people", "12-15,000", "count:person:12000-15000"),
    ("five to ten years", "five to ten years", "duration:year:5-10"),
    ("10% to 12%", "10% to 12%", "percent:10-12"),
    ("10% to its members", "10%", "percent:10"),
    ("$3-4 billion", "$3-4 billion", "money:usd:3000000000-4000000000"),
    ("$3 to $4 billion", "$3 to $4 billion", "money:usd:3000000000-4000000000"),
    # sums
    ("$240 billion", "$240 billion", "money:usd:240000000000"),
    ("US$240bn", "US$240bn", "money:usd:240000000000"),
    ("240 billion dollars", "240 billion dollars", "money:usd:240000000000"),
    ("C$2-million", "C$2-million", "money:cad:2000000"),
    ("A$5", "A$5", "money:aud:5"),
    ("HK$5", "HK$5", "money:hkd:5"),
    ("R$5 million", "R$5 million", "money:brl:5000000"),
    ("£20", "£20", "money:gbp:20"),
    ("€5m", "€5m", "money:eur:5000000"),
    ("¥500", "¥500", "money:jpy:500"),
    ("₹500", "₹500", "money:inr:500"),
    ("Rs 5 crore", "Rs 5 crore", "money:inr:50000000"),
    ("Rs. 500", "Rs. 500", "money:inr:500"),
    ("CHF 5 million", "CHF 5 million", "money:chf:5000000"),
    ("5 million NOK", "5 million NOK", "money:nok:5000000"),
    ("1,500 Canadian dollars", "1,500 Canadian dollars", "money:cad:1500"),
    ("12 New Zealand dollars", "12 New Zealand dollars", "money:nzd:12"),
    ("15 U.S. dollars", "15 U.S. dollars", "money:usd:15"),
    ("5 million Kenyan shillings", "5 million Kenyan shillings", "money:kes:5000000"),
    ("300 roubles", "300 roubles", "money:rub:300"),
    ("300 rubles", "300 rubles", "money:rub:300"),
    ("300 Belarusian rubles", "300 Belarusian rubles", "money:byn:300"),
    ("300 yuan", "300 yuan", "money:cny:300"),
    ("300 won", "300 won", "money:krw:300"),
    ("5m lira", "5m lira", "money:try:5000000"),
    ("300 kronor", "300 kronor", "money:sek:300"),
    ("300 Danish kroner", "300 Danish kroner", "money:dkk:300"),
    ("300 zloty", "300 zloty", "money:pln:300"),
    ("300 reais", "300 reais", "money:brl:300"),
    ("300 Saudi riyals", "300 Saudi riyals", "money:sar:300"),
    ("300 dirhams", "300 dirhams", "money:aed:300"),
    ("300 pesos", "300 pesos", "money:peso:300"),
    ("300 Mexican pesos", "300 Mexican pesos", "money:mxn:300"),
    ("50 cents", "50 cents", "money:cent:50"),
    ("20p", "20p", "money:penny:20"),
    ("-$5 million", "-$5 million", "money:usd:-5000000"),
    # units
    ("two-day talks", "two-day", "duration:day:2"),
    ("19 years", "19 years", "duration:year:19"),
    ("a 20-year-old", "20-year-old", "age:year:20"),
    ("57 years old", "57 years old", "age:year:57"),
    ("57 years of age", "57 years of age", "age:year:57"),
    ("7.9 km", "7.9 km", "measure:km:7.9"),
    ("10km", "10km", "measure:km:10"),
    ("a 100m race", "100m", "measure:m:100"),
    ("35 square miles", "35 square miles", "measure:square mile:35"),
    ("90 km/h", "90 km/h", "measure:kph:90"),
    ("20°C", "20°C", "measure:degree:20"),
    ("20 degrees Celsius", "20 degrees Celsius", "measure:degree celsius:20"),
    ("minus 5 degrees", "minus 5 degrees", "measure:degree:-5"),
    ("−5 degrees", "−5 degrees", "measure:degree:-5"),
    ("500 GB", "500 GB", "measure:gb:500"),
    ("5 kg", "5 kg", "measure:kg:5"),
    ("a twelve-storey house", "twelve-storey", "measure:storey:12"),
]

SEVERAL = [
    ("5% to 12 people", ["percent:5", "count:person:12"]),
    ("a five-year, $230.5 million deal", ["duration:year:5", "money:usd:230500000"]),
    ("from 10 to 12 people", ["count:10", "count:person:12"]),
    ("by 17% to $8.7 billion", ["percent:17", "money:usd:8700000000"]),
    ("two million and three million", ["count:2000000", "count:3000000"]),
    ("on May 12 500 ships", ["count:12", "count:ship:500"]),
    ("five won medals", ["count:medal:5"]),
    ("22 grand slams", ["count:slam:22"]),
    ("seven eleven boats", ["count:boat:7", "count:boat:11"]),
    ("the TOP 10 songs", ["count:song:10"]),
]

NO_NUMBERS = [
    *("in 2005", "1999 to 2005", "1956–58", "1115–1234", "2019-20", "90s"),
    *("9/11", "24/7", "at 10:30", "won 2-1", "version 1.2.3", "007", "+44 20 7946 0958"),
    *("an F-16", "G20", "No. 10", "Number 10", "#5", "5xyz"),
    *("the 21-gun salute", "the third-largest", "third countries", "Third World"),
    *(
        "one of them",
        "dozens of eggs",
        "hundreds of eggs",
        "the second half-time",
        "a half-brother",
    ),
]


def read(text: str) -> list[tuple[str, str]]:
    return [(text[one.start : one.end], one.key) for one in quantities(text, 0, len(text))]


@pytest.mark.parametrize(("text", "words", "key"), WRITTEN)
def test_a_quantity_is_read_whole_and_has_one_key(text: str, words: str, key: str) -> None:
    assert read(f"It was {text}.") == [(words, key)]


@pytest.mark.parametrize(("text", "keys"), SEVERAL)
def test_quantities_beside_each_other_stay_apart(text: str, keys: list[str]) -> None:
    assert [key for _, key in read(f"It was {text}.")] == keys


@pytest.mark.parametrize("text", NO_NUMBERS)
def test_years_and_parts_of_codes_are_no_quantities(text: str) -> None:
    assert [
        one for one in read(f"It was {text} or so.") if not one[1].startswith("ordinal:2")
    ] == []


def test_the_number_of_a_quantity_ends_before_its_unit() -> None:
    text = "They sold 12 tonnes."
    [quantity] = quantities(text, 0, len(text))
    assert text[quantity.start : quantity.end] == "12 tonnes"
    assert text[quantity.start : quantity.number_end] == "12"


def test_a_number_at_the_beginning_of_a_line_is_read() -> None:
    assert read("Sunk\nTwo ships went down.") == [("Two", "count:ship:2")]


@given(st.text(alphabet="0123456789 ,.'’-–$€%½abdehilmnotur\n", max_size=40))
def test_whatever_is_written_is_read_in_order_and_within_its_bounds(text: str) -> None:
    at = 1
    for quantity in quantities(text, 1, len(text)):
        assert at <= quantity.start < quantity.number_end <= quantity.end <= len(text)
        assert quantity.key
        at = quantity.end


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
