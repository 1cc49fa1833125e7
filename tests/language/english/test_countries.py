"""Countries and states are found by name and adjective, the longest name first."""

import pytest

from bot.language.english.countries import COUNTRY_GAZETTEER, Gazetteer, is_written, places_of
from bot.language.english.us_states import STATE_GAZETTEER


def found(text: str, gazetteer: Gazetteer = COUNTRY_GAZETTEER) -> list[tuple[str, str]]:
    mentions = gazetteer.mentions(text, 0, len(text))
    return [(text[one.start : one.end], one.place.name) for one in mentions]


@pytest.mark.parametrize(
    ("text", "expected"),
    [
        ("Norland traded with South Korea.", [("South Korea", "South Korea")]),
        ("A French ship left the U.S. coast.", [("French", "France"), ("U.S.", "US")]),
        ("Papua New Guinea's reefs", [("Papua New Guinea", "Papua New Guinea")]),
        ("The Frenchmen sang.", []),
        ("An un-American idea", []),
    ],
)
def test_places_are_found(text: str, expected: list[tuple[str, str]]) -> None:
    assert found(text) == expected


def test_states_are_found() -> None:
    assert found("A barn in West Virginia burned.", STATE_GAZETTEER) == [
        ("West Virginia", "West Virginia")
    ]
    assert len(STATE_GAZETTEER.places) == 50


def test_no_name_stands_for_two_places() -> None:
    for gazetteer in (COUNTRY_GAZETTEER, STATE_GAZETTEER):
        ways = [way for one in gazetteer.places for way in (*one.names, *one.adjectives)]
        assert len(set(ways)) == len(ways)


def test_a_table_tells_fame_and_doubt() -> None:
    [one, other] = places_of("[Coast]\n**Norland; Norse; Norwick\n?May; ;")
    assert (one.name, one.fame, one.needs_sign, one.region) == ("Norland", 2, False, "Coast")
    assert (other.fame, other.needs_sign, other.words) == (0, True, ("May",))


def test_a_sign_counts_as_it_is_written() -> None:
    assert is_written("Nice", "The train to Nice was late.")
    assert not is_written("Nice", "A nice train.")
    assert is_written("dollar", "Dollar falls")
