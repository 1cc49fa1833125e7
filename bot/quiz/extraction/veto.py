"""The parser's veto: a name that it takes for a firm, a place or a work is no person."""

from collections.abc import Sequence

from bot.quiz.extraction.clauses import Parser
from bot.quiz.extraction.people import Mention

OTHERS = frozenset("ORG GPE LOC FAC WORK_OF_ART PRODUCT EVENT NORP LAW".split())
"""The parser's names for what is named and is nobody, as OntoNotes has them."""


def without_vetoed(text: str, found: Sequence[Mention], parser: Parser) -> list[Mention]:
    """The mentions without whole names that the parser never takes for a person's.

    A title or a role beside a name outweighs the parser, which does not know rare names, and so
    does the last name alone in another place: "Holm said".
    """
    labels: dict[str, set[str]] = {}
    sentences = list(dict.fromkeys(one.sentence for one in found))
    parsed = parser.parsed([text[one.start : one.end] for one in sentences])
    words = dict(zip(sentences, parsed, strict=True))
    for one in found:
        offset = one.sentence.start
        labels.setdefault(one.name, set()).update(
            word.entity
            for word in words[one.sentence]
            if one.start <= word.start + offset < one.end
        )
    lone = {one.name for one in found}
    sure = {one.name for one in found if one.evidence != "saying"}
    vetoed = {
        name
        for name, taken_for in labels.items()
        if " " in name and taken_for & OTHERS and "PERSON" not in taken_for
    }
    return [
        one
        for one in found
        if one.name not in vetoed or one.name in sure or one.name.split()[-1] in lone
    ]
