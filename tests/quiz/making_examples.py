"""Articles that questions are made of, written for these tests, and what is made of them."""

from collections.abc import Mapping

from bot.articles.article import Article, TitleOrigin, source_sentences
from bot.quiz.distractors import Neighbours, Source
from bot.quiz.extraction.extractor import material
from bot.quiz.extraction.measures import dates, numbers
from bot.quiz.extraction.people import People, known_mentions, mentions
from bot.quiz.extraction.reported_speech import roles, sayings, statements
from bot.quiz.facts import Fact
from bot.quiz.gates.article_evidence import ArticleEvidence, Sensitive
from bot.quiz.gates.registry import GATES
from tests.articles.examples import article

LISTED = Sensitive(["rape*"], ["killed"])
NOBODY = Neighbours((), ())


def report(
    text: str,
    *,
    id: str = "a1",  # noqa: A002 - the article's own word for it
    title: str = "Ferry sails again",
    published: str | None = "2024-03-05",
    outlet: str | None = "Harbour Post",
    title_origin: TitleOrigin = "metadata",
) -> Article:
    """A report of a newspaper in a harbour town."""
    return article(
        text, id=id, title=title, published=published, outlet=outlet, title_origin=title_origin
    )


def facts(told: Article) -> list[Fact]:
    """Every fact of an article that the rules find, whether a gate would keep it or not."""
    found = source_sentences(told)
    people = People(told.text, found, mentions(told.text, found))
    named = known_mentions(told.text, found, people)
    return [
        *sayings(told.text, found, named),
        *roles(told.text, named),
        *statements(told.text, named, people),
        *numbers(told.text, found),
        *dates(told.text, found),
    ]


def judged(told: Article, kind: str, answer: str) -> str | None:
    """The name of the first gate that turns away the fact of a kind with an answer, if any does."""
    fact, evidence = with_evidence(told, kind, answer)
    return next((gate.__name__ for gate in GATES[fact.kind] if gate(fact, evidence)), None)


def with_evidence(told: Article, kind: str, answer: str) -> tuple[Fact, ArticleEvidence]:
    """The fact of a kind with an answer, and the evidence that it is judged by."""
    found = source_sentences(told)
    people = People(told.text, found, mentions(told.text, found))
    kinds = [(one.kind, one.answer) for one in facts(told)]
    assert (kind, answer) in kinds, kinds
    fact = next(one for one in facts(told) if (one.kind, one.answer) == (kind, answer))
    return fact, ArticleEvidence(told, people, LISTED)


def source(told: Article) -> Source:
    """An article with all that it gives to ask about."""
    return Source.of(told, material(told, LISTED))


def say(form: str, variables: Mapping[str, str]) -> str:
    """A form of question, shown as its name and variables."""
    return f"{form}: " + " / ".join(variables[name] for name in sorted(variables))
