"""Passages read for a question, as the tests of the answering room need them."""

from collections.abc import Sequence

from bot.articles.article import Article, Quote
from bot.briefing.extraction import AnswerExtractor
from bot.briefing.reply_quotes import question_quotes, topic_quotes
from bot.briefing.selection import Found
from bot.briefing.sentence_scoring import Retrieved, SentenceScore
from bot.search.query import Concept, Query
from tests.search.examples import ANALYSER, question, topic


def even(query: Query) -> dict[Concept, float]:
    """The same weight for each concept."""
    return dict.fromkeys(query.concepts, 1.0)


def extractor(asked: str) -> AnswerExtractor:
    """What reads passages for a question."""
    query = question(asked)
    return AnswerExtractor(query, even(query), ANALYSER)


def asked_of(asked: str, articles: Sequence[Article]) -> list[Found]:
    """The short quotes of whole articles for a question."""
    query = question(asked)
    return question_quotes(list(map(retrieved, articles)), query, even(query), ANALYSER)


def told_of(topic_: str, articles: Sequence[Article]) -> list[Found]:
    """The short quotes of whole articles for a topic."""
    query = topic(topic_)
    return topic_quotes(list(map(passage, articles)), query, even(query), ANALYSER)


def retrieved(article: Article) -> Retrieved:
    """All of an article's text, found with the best score."""
    return Retrieved(passage(article), 1.0)


def scored(asked: str, window: Quote) -> tuple[SentenceScore, ...]:
    """The sentences of one passage with their certainty for a question."""
    return extractor(asked).read([Retrieved(window, 1.0)])[0].scored


def passage(article: Article) -> Quote:
    """All of an article's text."""
    return article.quote(0, len(article.text))


def marked(found: Sequence[Found]) -> list[str]:
    """The words that are marked, in order."""
    return [span.text for item in found for span in item.spans]
