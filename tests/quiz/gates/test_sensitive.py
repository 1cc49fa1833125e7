"""What an operator lists is left alone: whole stories, or single sentences."""

import tomllib
from dataclasses import replace

import pytest

from bot.quiz.extraction.extractor import material
from bot.quiz.facts import Person
from bot.quiz.gates.article_evidence import Sensitive, sensitive_words
from bot.settings import resource
from tests.quiz.making_examples import LISTED, report

COUNT = "Norwick bought 340 benches for a promenade along Castle Street."


def test_a_phrase_matches_whole_words_in_any_case() -> None:
    listed = Sensitive([], ["killed"])
    assert listed.bars_sentence("The storm KILLED a cow.")
    assert not listed.bars_sentence("The unkilledest cow.")


def test_a_star_matches_every_ending() -> None:
    listed = Sensitive(["rape*"], [])
    assert listed.bars_sentence("A rapeseed field.")
    assert not listed.bars_sentence("A grape field.")


def test_a_story_is_barred_by_its_title_or_two_words_of_its_text() -> None:
    listed = Sensitive(["rape*"], ["killed"])
    assert listed.bars_story("Rape trial begins", "")
    assert listed.bars_story("Trial begins", "rape and rapes")
    assert not listed.bars_story("Trial begins", "rape, rape, killed")
    assert not Sensitive([], []).bars_story("Rape trial", "rape")
    assert not Sensitive([], []).bars_sentence("Anything.")


@pytest.mark.parametrize(
    "tables",
    [{}, {"story": []}, {"story": [], "sentence": "killed"}, {"story": [1], "sentence": []}],
)
def test_a_list_that_is_none_is_refused(tables: dict[str, object]) -> None:
    with pytest.raises(ValueError, match=r".*"):
        sensitive_words(tables)


def test_an_empty_phrase_bars_nothing() -> None:
    listed = sensitive_words({"story": ["*", " "], "sentence": ["killed"]})
    assert not listed.bars_story("Anything", "at all")


def test_the_list_that_comes_with_pullquote_bars_killings() -> None:
    path = resource("corpus") / "sensitive.toml"
    listed = sensitive_words(tomllib.loads(path.read_text(encoding="utf-8")))
    assert listed.bars_sentence("Two people were killed.")
    assert not listed.bars_sentence(COUNT)


def test_nothing_is_made_of_a_sensitive_story_or_another_language() -> None:
    made = material(report(COUNT, title="A rape trial"), LISTED)
    assert made.facts == ()
    assert {one.gate for one in made.rejected} == {"is_a_sensitive_story"}
    german = "Norwick kaufte 340 Bänke. " + "Das ist ein langer Satz ohne ein Wort davon. " * 12
    assert {one.gate for one in material(report(german), LISTED).rejected} == {"is_not_english"}


@pytest.mark.parametrize(("language", "asked"), [("no", False), ("en-gb", True), (None, True)])
def test_nothing_is_made_of_a_short_text_of_another_language(
    language: str | None,
    asked: bool,  # noqa: FBT001 - a case
) -> None:
    made = material(replace(report(COUNT), language=language), LISTED)
    assert bool(made.facts) is asked


def test_nothing_is_asked_under_a_headline_of_deaths() -> None:
    made = material(report(COUNT, title="Storm killed 29 in Norwick"), LISTED)
    assert made.facts == ()
    assert "is_sensitive" in {one.gate for one in made.rejected}


def test_what_is_kept_of_an_article_tells_its_people_and_reasons() -> None:
    text = f"{COUNT} “It is good,” said Mayor Anna Bell. Bell left. Lund bought two chairs."
    made = material(report(text), LISTED)
    bell = Person(
        name="Anna Bell", short="Bell", job="mayor", calling="office", speaks=True, rules=True
    )
    assert made.people == (bell,)
    assert [(fact.kind, fact.answer) for fact in made.facts] == [
        ("cloze_number", "340"),
        ("guess_number", "340"),
    ]
    assert {one.gate for one in made.rejected} == {"says_too_little", "is_one_or_two", "is_small"}
