"""People whose role is described after their name: "X, a senior fellow at …"."""

import re
from collections.abc import Iterator, Sequence

from bot.quiz.facts import Fact, fact_in
from bot.quiz.name_words import ROLE
from bot.quiz.people import Mention

_DESCRIBED = re.compile(
    r",\s+(?:who\s+(?:is|was)\s+)?(?P<role>(?:(?:an?|the)\s+)?[^,.;:()“”\"]{6,76}?)"
    r"(?=\s*(?:,|;|\.(?:\s|$)|\s+(?:said|says|told|added|who|and\s+(?:is|was|one|an?)\b)|$))"
)


def roles(text: str, named: Sequence[Mention]) -> Iterator[Fact]:
    """Each person who is introduced with a role, and the sentence that does so."""
    for mention in named:
        described = _DESCRIBED.match(text, mention.end, mention.sentence.end)
        if described and ROLE.search(described["role"]):
            yield fact_in(
                mention.sentence,
                "who_role",
                "who_role",
                value=f"person:{mention.full.casefold()}",
                answer=mention.full,
                stem=described["role"],
                start=mention.start,
                end=mention.end,
            )
