"""The one lexicon: which words each of its lists knows, and which it does not."""

import re

import pytest

from bot.language.english import lexicon

PATTERNS: list[tuple[str, list[str], list[str]]] = [
    (lexicon.MONTH, ["May", "August", "Jan", "Sept.", "Sep."], ["Marc", "Mon", "may", "Octo"]),
    (lexicon.WEEKDAY, ["Monday", "Sunday"], ["Mon", "monday", "Someday"]),
    (lexicon.SHORT_TITLE, ["Mr", "Sen", "Capt"], ["mr", "Minister", "Mrk"]),
    (lexicon.OFFICE, ["President", "Gov.", "Leader", "leader"], ["president", "Teacher"]),
    (lexicon.ROLE_STEM, ["chairwoman", "co-founder", "spokesman"], ["counterpart", "Xi"]),
    (lexicon.PARTICLE, ["van", "bin", "del"], ["of", "Van"]),
    (lexicon.REPORTED, ["said", "according to", "reported"], ["posted", "continued"]),
    (lexicon.SAYING, ["said", "argues", "tweeted"], ["asked", "saying", "praised"]),
    (lexicon.ASKING, ["asked", "wondered"], ["said"]),
    (lexicon.ACTS, ["praised", "called for", "emphasized", "criticised"], ["said", "fell"]),
    (lexicon.NATIONAL.pattern, ["Chinese", "U.S.", "Sri", "Labour"], ["China", "chinese"]),
    (lexicon.RULER.pattern, ["president", "the Russian Prime Minister"], ["class teacher"]),
]


@pytest.mark.parametrize(("pattern", "words", "others"), PATTERNS)
def test_a_pattern_knows_its_words(pattern: str, words: list[str], others: list[str]) -> None:
    form = re.compile(f"(?:{pattern})", lexicon.RULER.flags if pattern[0] == "^" else 0)
    assert [word for word in words if not form.fullmatch(word)] == []
    assert [word for word in others if form.fullmatch(word)] == []


SETS = [
    (lexicon.CALENDAR, "may friday", "spring mon"),
    (lexicon.ADDRESS, "mr sen sir president", "prime general"),
    (lexicon.TITLES, "mr sen prime general chairwoman", "xi minister's"),
    (lexicon.ORGANISATION, "university nato reuters", "xi putin"),
    (lexicon.COUNTRIES, "china europe hamas", "georgia jordan chad"),
    (lexicon.NOT_NAMES, "the monday according", "xi"),
    (lexicon.PARTICLES, "van bin und", "of"),
    (lexicon.ABBREVIATIONS, "mr sept inc vs", "may end"),
    (lexicon.ALSO_LAST, "inc jr", "mr"),
    (lexicon.OPENERS, "the but mr", "pier"),
]


@pytest.mark.parametrize(("known", "words", "others"), SETS)
def test_a_set_holds_its_words(known: frozenset[str], words: str, others: str) -> None:
    assert [word for word in words.split() if word not in known] == []
    assert [word for word in others.split() if word in known] == []


def test_sets_are_in_lower_case_and_without_full_stops() -> None:
    for known, _, _ in SETS:
        assert [word for word in known if word != word.casefold() or "." in word] == []


def test_a_short_month_is_no_part_of_another_word() -> None:
    assert not re.search(rf"\b{lexicon.MONTH}", "in Mar-a-Lago and Decatur")
