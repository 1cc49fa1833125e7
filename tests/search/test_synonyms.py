"""Ways to say the same thing, and the file they are kept in."""

import pytest

from bot.search.synonyms import Synonyms, synonym_groups, synonym_themes
from tests.search.examples import ANALYSER, VARIANTS


def test_every_phrase_of_a_group_leads_to_all_others() -> None:
    assert VARIANTS.of(("us",)) == (("us",), ("unit", "state"), ("america",))
    assert VARIANTS.of(("unit", "state")) == (("unit", "state"), ("us",), ("america",))
    assert VARIANTS.of(("america",)) == (("america",), ("unit", "state"), ("us",))


def test_a_word_of_no_group_has_only_itself() -> None:
    assert VARIANTS.of(("ferri",)) == (("ferri",),)


def test_a_phrase_of_two_groups_leads_to_both() -> None:
    variants = Synonyms([["pier", "quay"], ["pier", "mole", "quay"]], ANALYSER)
    assert variants.of(("pier",)) == (("pier",), ("quay",), ("mole",))
    assert variants.of(("mole",)) == (("mole",), ("pier",), ("quay",))


def test_a_phrase_of_stop_words_is_no_way_to_say_anything() -> None:
    assert Synonyms([["pier", "the"]], ANALYSER).of(("pier",)) == (("pier",),)


def test_the_longest_phrase_is_counted_in_terms() -> None:
    assert Synonyms([], ANALYSER).longest == 1
    assert Synonyms([["Saint Olaf Harbour", "port"]], ANALYSER).longest == 3


def test_groups_are_read_from_all_tables() -> None:
    tables: dict[str, object] = {"names": [["pier", "quay"]], "words": [["a", "b"], ["c", "d"]]}
    assert synonym_groups(tables) == [["pier", "quay"], ["a", "b"], ["c", "d"]]
    assert synonym_groups({}) == []


@pytest.mark.parametrize(
    "rows", ["pier", {"pier": "quay"}, ["pier"], [["pier"]], [["pier", 3]], [["a", "b"], None]]
)
def test_a_malformed_table_is_named(rows: object) -> None:
    with pytest.raises(ValueError, match=r"^names$"):
        synonym_groups({"names": rows})


def test_a_theme_has_parts_and_other_words_have_none() -> None:
    assert VARIANTS.parts(("weather",)) == (("storm",), ("heavi", "rain"))
    assert VARIANTS.parts(("ferri",)) == ()
    assert Synonyms([], ANALYSER).parts(("weather",)) == ()


def test_all_ways_to_say_a_thing_share_one_that_stands_for_them() -> None:
    assert VARIANTS.group(("us",)) == VARIANTS.group(("unit", "state")) == ("america",)
    assert VARIANTS.group(("ferri",)) == ("ferri",)


def test_themes_are_read_from_their_table_alone() -> None:
    tables: dict[str, object] = {"words": [["pier", "quay"]], "themes": {"sea": ["ship", "wave"]}}
    assert synonym_themes(tables) == {"sea": ["ship", "wave"]}
    assert synonym_groups(tables) == [["pier", "quay"]]
    assert synonym_themes({}) == {}


@pytest.mark.parametrize("themes", ["sea", [["sea", "ship"]], {"sea": "ship"}, {"sea": ["ship"]}])
def test_malformed_themes_are_named(themes: object) -> None:
    with pytest.raises(ValueError, match=r"^themes$"):
        synonym_themes({"themes": themes})
