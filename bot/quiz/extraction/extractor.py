"""From an article to all that it gives to ask about."""

from collections.abc import Iterable, Iterator, Mapping

from bot.articles.article import Article, source_sentences
from bot.language.english.lexicon import RULER
from bot.quiz.extraction.clauses import Parser, clauses
from bot.quiz.extraction.guesses import guesses
from bot.quiz.extraction.headlines import headline_words
from bot.quiz.extraction.measures import dates, numbers
from bot.quiz.extraction.people import People, known_mentions, mentions, rulers
from bot.quiz.extraction.places import places
from bot.quiz.extraction.reported_speech import deeds, roles, sayings, statements
from bot.quiz.facts import Fact, Material, Rejected
from bot.quiz.gates.article_evidence import ArticleEvidence, Sensitive
from bot.quiz.gates.registry import passed
from bot.quiz.gates.stories import STORY_GATES


def material(article: Article, sensitive: Sensitive, parser: Parser | None = None) -> Material:
    """The facts of an article that pass the gates, its people, and what was turned away."""
    text = article.text
    found = source_sentences(article)
    people = People(text, found, mentions(text, found))
    named = known_mentions(text, found, people)
    described = list(roles(text, named))
    quoted = list(sayings(text, found, named))
    reported = list(statements(text, named, people))
    facts = [*quoted, *described, *reported, *numbers(text, found), *dates(text, found)]
    facts += guesses(text, found)
    facts += [*places(article, found), *headline_words(article, found)]
    if parser is not None:
        facts += clauses(text, found, parser)
        facts += deeds(text, named, people, parser)
    evidence = ArticleEvidence(article, people, sensitive)
    barred = next((gate.__name__ for gate in STORY_GATES if gate(evidence)), None)
    if barred:
        return Material((), (), (), (), tuple(_rejections(facts, barred)))
    kept, rejected = passed(facts, evidence)
    short = {people.full(one.name) or "": one.name for one in named if " " not in one.name}
    by_role = {fact.answer: fact.stem for fact in described}
    return Material(
        facts=tuple(kept),
        people=tuple((name, by_role.get(name, ""), short.get(name, "")) for name in people.names),
        speakers=_speakers(people, (*quoted, *reported)),
        rulers=_rulers(text, people, by_role),
        rejected=tuple(rejected),
    )


def _rulers(text: str, people: People, by_role: Mapping[str, str]) -> tuple[str, ...]:
    """Those whom the article calls president, king or the like, by title or by role."""
    titled = rulers(text)
    return tuple(
        name for name in people.names if name in titled or RULER.search(by_role.get(name, ""))
    )


def _speakers(people: People, speeches: Iterable[Fact]) -> tuple[str, ...]:
    """The full names of those whose words are given."""
    return tuple(dict.fromkeys(people.full(fact.answer) or fact.answer for fact in speeches))


def _rejections(facts: Iterable[Fact], gate: str) -> Iterator[Rejected]:
    return (Rejected(fact.kind, fact.start, fact.end, gate) for fact in facts)
