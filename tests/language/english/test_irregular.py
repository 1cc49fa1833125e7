"""Irregular forms that no stemmer brings together."""

import pytest

from bot.language.english.analyser import LEMMAS, Analyser


@pytest.mark.parametrize(
    ("form", "plain"),
    [
        ("took", "take"),
        ("Taken", "taking"),
        ("said", "says"),
        ("sank", "sinks"),
        ("children", "child"),
        ("women", "woman"),
        ("crises", "crisis"),
        ("worst", "bad"),
        ("dying", "dies"),
        ("well-known", "well-know"),
    ],
)
def test_an_irregular_form_says_what_the_plain_one_does(form: str, plain: str) -> None:
    analyser = Analyser()
    assert analyser.terms(form)[:2] == analyser.terms(plain)[:2] != []


@pytest.mark.parametrize("word", ["ground", "left", "saw", "lay", "bound", "found", "rose"])
def test_words_of_their_own_are_told_apart(word: str) -> None:
    others = {"ground": "grind", "left": "leave", "saw": "see", "lay": "lie", "bound": "bind"}
    if word in others:
        assert Analyser().terms(word) != Analyser().terms(others[word])
    else:
        assert word in LEMMAS


@pytest.mark.parametrize(("form", "plain"), LEMMAS.items())
def test_every_form_is_in_lower_case_and_leads_to_a_plain_one(form: str, plain: str) -> None:
    assert form == form.lower() != plain
    assert plain not in LEMMAS
    assert Analyser().terms(form) == Analyser().terms(plain)
