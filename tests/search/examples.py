"""Ways to say things, queries made with them, and passages as the forward index holds them."""

from collections.abc import Sequence

from bot.engines.forward_index import bodies_of, record_bytes, record_of
from bot.language.english.analyser import Analyser
from bot.search.passage_index import IndexedPassage, Record
from bot.search.query import Concept, Query, question_query, topic_query
from bot.search.reranker import CandidateCounts, counted
from bot.search.synonyms import Synonyms

ANALYSER = Analyser()
SYNONYMS = Synonyms(
    ANALYSER,
    forms=[["United States", "U.S.", "America"]],
    same=[["fall", "decline"], ["electric cars", "EVs"], ["truce", "cease-fire"]],
    themes={"weather": ["storm", "heavy rain"]},
)


def topic(text: str) -> Query:
    """What `/brief` looks for."""
    return topic_query(text, ANALYSER, SYNONYMS)


def question(text: str) -> Query:
    """What `/ask` looks for."""
    return question_query(text, ANALYSER, SYNONYMS)


def surfaces(query: Query) -> list[str]:
    """The concepts of a query as they were written."""
    return [concept.surface for concept in query.concepts]


def word(term: str) -> Concept:
    """The concept that only one term says."""
    return Concept(term, ((term,),))


def says(query: Query, text: str) -> bool:
    """Whether a text says the first concept of a query."""
    return query.concepts[0].is_said_in(frozenset(ANALYSER.terms(text)))


def spanned(*passages: str) -> list[IndexedPassage]:
    """Passages of these terms, ten characters from start to start."""
    return [IndexedPassage(10 * n, 10 * n + 9, terms) for n, terms in enumerate(passages)]


def record(*passages: str, title: str = "", article: int = 1) -> Record:
    """What the forward index holds of an article with these passages."""
    return record_of(written(article, 1, title, spanned(*passages)))


def written(article: int, version: int, title: str, passages: Sequence[IndexedPassage]) -> bytes:
    """The record of an article of one section, as it stands in the file."""
    (body,) = bodies_of(title, passages)
    return record_bytes(article, version, len(passages), body)


def counts_of(records: Sequence[Record], *concepts: Concept) -> CandidateCounts:
    """The counts of all passages of these records."""
    every = [(one, ordinal) for one in records for ordinal in range(len(one))]
    return counted(every, concepts)
