"""Words that find other words, and the file they are kept in."""

import tomllib
from collections.abc import Iterator

import pytest

from bot.search.query import topic_query
from bot.search.synonyms import AMBIGUOUS, Synonyms
from bot.settings import resource
from tests.search.examples import ANALYSER, SYNONYMS, topic

SEA = Synonyms(
    ANALYSER,
    forms=[["harbour", "harbor"]],
    same=[["pier", "quay", "mole*"], ["yacht", "sailboat"]],
    narrower={"port": ["harbour"], "ship": ["ferry", "yacht", "tanker*"], "mole*": ["breakwater"]},
    themes={"weather": ["storm", "heavy rain"]},
)


def found(synonyms: Synonyms, word: str, *, alone: bool = False) -> list[str]:
    return [" ".join(way) for way in synonyms.of(tuple(ANALYSER.terms(word)), alone=alone)]


def test_every_form_of_a_word_leads_to_all_others() -> None:
    forms = ["us", "unit state", "america"]
    for word in ("U.S.", "United States", "America"):
        assert sorted(found(SYNONYMS, word)) == sorted(forms)
        assert found(SYNONYMS, word)[0] == " ".join(ANALYSER.terms(word))


def test_a_word_of_no_line_has_only_itself() -> None:
    assert found(SEA, "gull") == ["gull"]


def test_a_broader_word_finds_the_narrower_one_and_never_the_reverse() -> None:
    assert found(SEA, "ship") == ["ship", "ferri", "yacht", "tanker"]
    assert found(SEA, "ferry") == ["ferri"]
    assert found(SEA, "harbour") == ["harbour", "harbor"]


def test_a_narrower_word_is_found_in_all_its_forms() -> None:
    assert found(SEA, "port") == ["port", "harbour", "harbor"]


def test_an_ambiguous_word_is_followed_only_beside_others() -> None:
    assert found(SEA, "pier") == ["pier", "quay", "mole"]
    assert found(SEA, "pier", alone=True) == ["pier", "quay"]
    assert found(SEA, "mole") == ["mole", "pier", "quay", "breakwat"]
    assert found(SEA, "mole", alone=True) == ["mole"]
    assert found(SEA, "ship", alone=True) == ["ship", "ferri", "yacht"]


def test_no_line_leads_on_from_an_ambiguous_word_to_its_other_senses() -> None:
    assert "breakwat" not in found(SEA, "pier")


def test_a_query_of_one_word_is_asked_alone() -> None:
    (alone,) = topic_query("pier", ANALYSER, SEA).concepts
    beside = topic_query("pier storm", ANALYSER, SEA).concepts[0]
    assert [("mole",) in concept.ways for concept in (alone, beside)] == [False, True]


def test_a_phrase_of_stop_words_is_no_way_to_say_anything() -> None:
    assert found(Synonyms(ANALYSER, same=[["pier", "the"]]), "pier") == ["pier"]


def test_the_longest_phrase_is_counted_in_terms() -> None:
    assert Synonyms(ANALYSER).longest == 1
    assert Synonyms(ANALYSER, same=[["Saint Olaf Harbour", "port"]]).longest == 3


def test_another_word_is_told_and_another_form_is_not() -> None:
    told = SEA.of(("port",)) | SEA.of(("quay",))
    assert told == {
        ("port",): "",
        ("harbour",): "harbour",
        ("harbor",): "harbour",
        ("quay",): "",
        ("pier",): "pier",
        ("mole",): "mole",
    }
    assert not any(SYNONYMS.of(("america",)).values())


def test_a_text_says_a_concept_by_its_own_word_or_by_another() -> None:
    (fall,) = topic("fall").concepts
    assert fall.synonym_in(frozenset(["declin", "ferri"])) == "decline"
    assert fall.synonym_in(frozenset(["declin", "fall"])) is None
    assert fall.synonym_in(frozenset(["ferri"])) is None


def test_a_theme_has_parts_and_other_words_have_none() -> None:
    assert SEA.parts(("weather",)) == {("storm",): "storm", ("heavi", "rain"): "heavy rain"}
    assert SEA.parts(("ferri",)) == {}
    assert Synonyms(ANALYSER).parts(("weather",)) == {}


def test_all_forms_of_a_word_share_one_that_stands_for_them() -> None:
    assert SYNONYMS.group(("us",)) == SYNONYMS.group(("unit", "state")) == ("america",)
    assert SYNONYMS.group(("ferri",)) == ("ferri",)


@pytest.mark.parametrize(
    ("table", "rows"),
    [
        ("same", "pier"),
        ("same", {"pier": "quay"}),
        ("same", ["pier"]),
        ("same", [["pier"]]),
        ("same", [["pier", 3]]),
        ("forms", [["a", "b"], None]),
        ("narrower", [["sea", "ship"]]),
        ("narrower", {"sea": "ship"}),
        ("themes", {"sea": []}),
        ("themes", {"sea": ["ship", 3]}),
        ("groups", [["pier", "quay"]]),
    ],
)
def test_a_malformed_table_is_named(table: str, rows: object) -> None:
    with pytest.raises(ValueError, match=f"^{table}$"):
        Synonyms.of_tables({table: rows}, ANALYSER)


def bundled_lines() -> Iterator[list[str]]:
    tables = tomllib.loads((resource("corpus") / "synonyms.toml").read_text(encoding="utf-8"))
    for name in ("forms", "same"):
        yield from tables[name]
    for name in ("narrower", "themes"):
        yield from ([broader, *words] for broader, words in tables[name].items())


def test_no_bundled_line_repeats_what_the_stemmer_brings_together() -> None:
    for line in bundled_lines():
        terms = [tuple(ANALYSER.terms(phrase.removesuffix(AMBIGUOUS))) for phrase in line]
        assert all(terms), line
        assert len(set(terms)) == len(terms), line


@pytest.mark.parametrize(
    ("asked", "other"),
    [
        ("murder", "kill"),
        ("murder", "accident"),
        ("espionage", "intelligence"),
        ("hail", "praise"),
        ("hurricane", "storm"),
        ("car", "vehicle"),
        ("United States", "Washington"),
        ("bribery", "corruption"),
        ("bomb", "explosion"),
        ("strike", "attack"),
        ("loan", "debt"),
        ("fair", "exhibition"),
        ("duty", "tariff"),
        ("fall", "decline"),
        ("Seoul", "South Korea"),
    ],
)
def test_asked_alone_a_bundled_word_does_not_lead_to_a_broader_or_another_one(
    asked: str, other: str
) -> None:
    tables = tomllib.loads((resource("corpus") / "synonyms.toml").read_text(encoding="utf-8"))
    bundled = Synonyms.of_tables(tables, ANALYSER)
    ways = bundled.of(tuple(ANALYSER.terms(asked)), alone=True)
    assert tuple(ANALYSER.terms(other)) not in ways
