"""From an article to all that it gives to ask about."""

from collections.abc import Iterable, Iterator

from bot.articles.article import Article, source_sentences
from bot.quiz.extraction.callings import persons
from bot.quiz.extraction.clauses import Parser, clauses
from bot.quiz.extraction.guesses import guesses
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.extraction.measures import dates, numbers
from bot.quiz.extraction.people import People, known_mentions, mentions
from bot.quiz.extraction.reported_speech import deeds, roles, sayings, statements
from bot.quiz.extraction.veto import without_vetoed
from bot.quiz.facts import Fact, Material, Rejected
from bot.quiz.gates.article_evidence import ArticleEvidence, Sensitive
from bot.quiz.gates.registry import passed
from bot.quiz.gates.stories import STORY_GATES


def material(article: Article, sensitive: Sensitive, parser: Parser | None = None) -> Material:
    """The facts of an article that pass the gates, its people, and what was turned away."""
    text = article.text
    found = source_sentences(article)
    known = mentions(text, found)
    if parser is not None:
        known = without_vetoed(text, known, parser)
    people = People(text, found, known)
    named = known_mentions(text, found, people)
    described = list(roles(text, named))
    quoted = list(sayings(text, found, named))
    reported = list(statements(text, named, people))
    facts = [*quoted, *described, *reported, *numbers(text, found), *dates(text, found)]
    facts += guesses(text, found)
    facts += headline_words(article, found)
    if parser is not None:
        facts += clauses(text, found, parser)
        facts += deeds(text, named, people, parser)
    evidence = ArticleEvidence(article, people, sensitive)
    barred = next((gate.__name__ for gate in STORY_GATES if gate(evidence)), None)
    if barred:
        return Material((), (), tuple(_rejections(facts, barred)))
    kept, rejected = passed(facts, evidence)
    return Material(
        facts=tuple(kept),
        people=persons(text, people, named, described, (*quoted, *reported)),
        rejected=tuple(rejected),
    )


def _rejections(facts: Iterable[Fact], gate: str) -> Iterator[Rejected]:
    return (Rejected(fact.kind, fact.start, fact.end, gate) for fact in facts)
