"""Ways to say things, and queries made with them."""

from bot.search.analysis import Analyser
from bot.search.query import Concept, Query, question_query, topic_query
from bot.search.variants import Variants

ANALYSER = Analyser()
GROUPS = [
    ["United States", "U.S.", "America"],
    ["fall", "decline"],
    ["electric cars", "EVs"],
    ["truce", "cease-fire"],
]
VARIANTS = Variants(GROUPS, ANALYSER)


def topic(text: str) -> Query:
    """What `/brief` looks for."""
    return topic_query(text, ANALYSER, VARIANTS)


def question(text: str) -> Query:
    """What `/ask` looks for."""
    return question_query(text, ANALYSER, VARIANTS)


def surfaces(query: Query) -> list[str]:
    """The concepts of a query as they were written."""
    return [concept.surface for concept in query.concepts]


def word(term: str) -> Concept:
    """The concept that only one term says."""
    return Concept(term, ((term,),))


def says(query: Query, text: str) -> bool:
    """Whether a text says the first concept of a query."""
    return query.concepts[0].is_said_in(frozenset(ANALYSER.terms(text)))
