"""The parser's veto on names that it takes for firms, places and works."""

from collections.abc import Mapping, Sequence
from re import finditer

import pytest

from bot.articles.article import source_sentences
from bot.quiz.extraction.clauses import ParsedWord
from bot.quiz.extraction.extractor import material
from bot.quiz.extraction.people import mentions
from bot.quiz.extraction.veto import without_vetoed
from tests.quiz.making_examples import LISTED, report


class Knowing:
    """A parser that takes some words for names of a kind, and no sentence for a clause."""

    name = "knowing"

    def __init__(self, entities: Mapping[str, str]) -> None:
        self.entities = entities

    def parsed(self, sentences: Sequence[str]) -> list[list[ParsedWord]]:
        """The words of each sentence, all of them hanging on themselves."""
        return [
            [
                ParsedWord(
                    start=found.start(),
                    end=found.end(),
                    text=found.group(),
                    lemma=found.group(),
                    tag="NNP",
                    relation="dep",
                    head=n,
                    entity=self.entities.get(found.group(), ""),
                )
                for n, found in enumerate(finditer(r"\w+", sentence))
            ]
            for sentence in sentences
        ]


SAYS = "“The boats are late,” said Stone Marlow."
FIRM = Knowing({"Stone": "ORG", "Marlow": "ORG"})


def left(text: str, parser: Knowing) -> set[str]:
    told = report(text)
    return {
        one.name for one in without_vetoed(text, mentions(text, source_sentences(told)), parser)
    }


@pytest.mark.parametrize(
    ("text", "parser", "names"),
    [
        (SAYS, FIRM, set()),
        (SAYS, Knowing({"Marlow": "GPE"}), set()),
        (SAYS, Knowing({}), {"Stone Marlow"}),
        (SAYS, Knowing({"Marlow": "CARDINAL"}), {"Stone Marlow"}),
        (SAYS, Knowing({"Stone": "PERSON", "Marlow": "ORG"}), {"Stone Marlow"}),
        # A title or a role outweighs the parser, also in another place.
        ("Mayor Stone Marlow came.", FIRM, {"Stone Marlow"}),
        (f"{SAYS} Stone Marlow, a historian at Lund, left.", FIRM, {"Stone Marlow"}),
        # So does the last name alone.
        (f"{SAYS} “They will come,” said Marlow.", FIRM, {"Stone Marlow", "Marlow"}),
        ("“They will come,” said Marlow.", FIRM, {"Marlow"}),
        # Others are left alone.
        (f"{SAYS} “They will,” said Ida Holm.", FIRM, {"Ida Holm"}),
    ],
)
def test_a_whole_name_that_is_never_taken_for_a_person_is_left_out(
    text: str, parser: Knowing, names: set[str]
) -> None:
    assert left(text, parser) == names


def test_only_with_a_parser_there_is_a_veto() -> None:
    told = report(SAYS)
    assert [one.name for one in material(told, LISTED).people] == ["Stone Marlow"]
    assert material(told, LISTED, FIRM).people == ()
