"""What counts as the same word."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.language.english import analyser as analysis
from bot.language.english.analyser import LONGEST_TERM, STOP_WORDS, Analyser, fold

SAME = [
    ("sanctions", "Sanction"),
    ("sailing", "sailed"),
    ("Lund's", "Lund"),
    ("Lund’s", "lund"),
    ("ministers'", "minister"),
    ("U.S.", "US"),
    ("U.N.", "UN"),
    ("peace-keeping", "peace‑keeping"),
    ("vice-president's", "vice–president"),
    ("240,000", "240000"),
    ("75th", "75"),
    ("1990s", "1990"),
    ("$240bn", "dollars 240 billion"),
    ("took", "taking"),
    ("5m", "5 million"),
    ("10km", "10 km"),
    ("façade", "Facade"),
    ("ÉTÉ", "été"),
    ("Straße", "STRASSE"),
    ("don't", "don’t"),
    ("می\u200cکند", "میکند"),
    ("كتابي", "کتابی"),
    ("résumé", "re\u0301sume\u0301"),
    ("ｶﾞｽ", "ガス"),
]

DIFFERENT = [("US", "us"), ("WHO", "who"), ("IT", "it"), ("3.5", "35"), ("½", "12"), ("2½", "212")]

TERMS = [
    ("游泳池", ["游泳", "泳池"]),
    ("水", ["水"]),
    ("ガス、水", ["ガス", "水"]),
    ("COVID-19疫情5月", ["covid", "19", "covid19", "疫情", "5", "月"]),
    ("수영장을", ["수영", "영장", "장을"]),
    ("महापौर की", ["महापौर", "की"]),
    ("Старый бассейн", ["старыи", "бассеин"]),
    ("ปลา", ["ปล", "ลา"]),
    ("peace-keeping", ["peac", "keep", "peacekeep"]),
    ("state-of-the-art", ["state", "art", "stateoftheart"]),
    ("covid-19", ["covid", "19", "covid19"]),
    ("harbour.example", ["harbour", "exampl"]),
    ("ferry,pier", ["ferri", "pier"]),
    ("U.N.-backed", ["un", "back"]),
    ("12.5bn", ["12.5", "billion"]),
    ("½ 2½", ["0.5", "2.5"]),
    ("$5 or 5%", ["dollar", "5", "5", "percent"]),
    ("a_ship_b", ["ship", "b"]),
    ('AND (ferr* "pier~2', ["and", "ferr", "pier", "2"]),
    ("the of and", []),
    ("— … !", []),
    ("", []),
]


@pytest.mark.parametrize(("one", "other"), SAME)
def test_two_forms_of_a_word_give_the_same_terms(one: str, other: str) -> None:
    assert Analyser().terms(one) == Analyser().terms(other) != []


@pytest.mark.parametrize(("one", "other"), DIFFERENT)
def test_two_words_that_look_alike_stay_apart(one: str, other: str) -> None:
    assert Analyser().terms(one) != Analyser().terms(other)


@pytest.mark.parametrize(("text", "terms"), TERMS)
def test_a_text_gives_its_terms_in_order(text: str, terms: list[str]) -> None:
    assert Analyser().terms(text) == terms


def test_stop_words_give_no_term_but_are_words() -> None:
    assert Analyser().terms(" ".join(STOP_WORDS)) == []
    assert [token.surface for token in Analyser().tokens("It is US.")] == ["It", "is", "US"]


def test_a_token_knows_where_it_stands() -> None:
    text = "Then Lund's ferry sailed."
    tokens = list(Analyser().tokens(text, 5, 17))
    assert [(text[t.start : t.end], t.terms) for t in tokens] == [
        ("Lund's", ("lund",)),
        ("ferry", ("ferri",)),
    ]


def test_no_term_is_longer_than_the_limit() -> None:
    analyser = Analyser()
    for word in ("x" * 500, "9" * 500, "9" * 500 + "km", "x" * 300 + "-" + "y" * 300):
        assert analyser.terms(word)
        assert all(len(term) <= LONGEST_TERM for term in analyser.terms(word))


def test_remembered_words_are_bounded(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(analysis, "CACHED_WORDS", 3)
    analyser = Analyser()
    words = [f"word{number}" for number in range(10)]
    assert analyser.terms(" ".join(words)) == words
    assert len(analyser._known) <= 3  # noqa: SLF001 - the memory it takes is the point


def test_long_words_are_not_remembered() -> None:
    analyser = Analyser()
    analyser.terms("x" * (LONGEST_TERM + 1))
    assert not analyser._known  # noqa: SLF001 - see above


def test_a_remembered_word_gives_the_same_terms() -> None:
    analyser = Analyser()
    text = "Ferries sail, ferries sailed."
    first = [token.terms for token in analyser.tokens(text)]
    assert [token.terms for token in analyser.tokens(text)] == first
    assert analyser.terms(text) == analyser.terms(text) == ["ferri", "sail", "ferri", "sail"]


def test_folding_keeps_vulgar_fractions() -> None:
    assert fold("Été ½") == "ete ½"


@given(st.text(max_size=60))
def test_words_in_text_and_words_in_line_give_the_same_terms(text: str) -> None:
    analyser = Analyser()
    assert analyser.terms(text) == [t for token in analyser.tokens(text) for t in token.terms]
