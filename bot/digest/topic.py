"""Whether an article is on a topic that a digest is about."""

from collections.abc import Mapping, Sequence

from bot.articles.article import Article
from bot.search.analysis import Analyser
from bot.search.gate import ENOUGH, coverage
from bot.search.passages import passages
from bot.search.query import Concept


def on_topic(article: Article, concepts: Sequence[Concept], analyser: Analyser) -> bool:
    """Whether one passage of the article, with its title, covers the concepts, weighed alike."""
    weights = dict.fromkeys(concepts, 1.0)
    named = frozenset(
        t for words in (article.title, *article.topics) for t in analyser.terms(words)
    )
    return _says_enough(weights, named) or any(
        _says_enough(
            weights, named.union(analyser.terms(article.text[passage.start : passage.end]))
        )
        for passage in passages(article.text, article.marks)
    )


def _says_enough(weights: Mapping[Concept, float], terms: frozenset[str]) -> bool:
    said = frozenset(concept for concept in weights if concept.is_said_in(terms))
    return coverage(weights, said) >= ENOUGH
