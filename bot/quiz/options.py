"""Wrong options of a fact, by what kind of thing it asks for."""

from datetime import date

from bot.articles.article import Article
from bot.language.calendar import stated_dates
from bot.quiz.distractors import Distractors, Neighbours, Source, wrong_people, wrong_values
from bot.quiz.facts import PEOPLE, Fact
from bot.quiz.gates.article_evidence import known_day
from bot.quiz.wrong_words import wrong_words


def wrong_options(fact: Fact, own: Source, around: Neighbours) -> Distractors | None:
    """Three wrong options, none for a number to be guessed; None when there are too few."""
    if fact.kind in PEOPLE:
        return wrong_people(fact, own, around, (own, *around.story, *around.corpus))
    if fact.kind == "guess_number":
        return Distractors(())
    if fact.kind == "headline_word":
        words = wrong_words(fact, own, around.story, around.corpus)
        return Distractors(words) if words else None
    return wrong_values(fact, own, around, _last_day(own.article))


def _last_day(article: Article) -> date | None:
    """The day after which no option lies: of the report, else the last of the years it names."""
    day = known_day(article)
    if day is not None:
        return day
    years = [one.year for one in stated_dates(article.text, 0, len(article.text)) if one.year]
    return date(max(years), 12, 31) if years else None
