"""What the gates know of an article beside the fact they judge."""

import re
from dataclasses import dataclass
from datetime import date

from bot.articles.article import Article
from bot.articles.calendar_dates import day_of, stated_dates
from bot.quiz.facts import Fact
from bot.quiz.people import People
from bot.quiz.sensitive import Sensitive

DATELINE_REACH = 300
"""Characters at the beginning of a text in which a line may state the day of the report."""


@dataclass(frozen=True, slots=True)
class Ground:
    """An article, who is in it, and what is too sensitive to ask."""

    article: Article
    people: People
    sensitive: Sensitive

    @property
    def day(self) -> date | None:
        """The day on which the article was published, as its facts state it."""
        return published_day(self.article)

    def passage(self, fact: Fact) -> str:
        """The words that prove a fact."""
        return self.article.text[fact.quote_start : fact.quote_end]

    def before(self, fact: Fact) -> str:
        """The words of the passage before the answer."""
        return self.article.text[fact.quote_start : fact.start]

    def after(self, fact: Fact) -> str:
        """The words of the passage after the answer."""
        return self.article.text[fact.end : fact.quote_end]


def published_day(article: Article) -> date | None:
    """The day on which an article was published, None when that is not stated."""
    try:
        return date.fromisoformat((article.published or "")[:10])
    except ValueError:
        return None


def told_day(article: Article) -> date | None:
    """The day that a reader knows: of publication, else one written at the top of the text."""
    day = published_day(article)
    found = stated_dates(article.text, 0, min(len(article.text), DATELINE_REACH))
    for one in found if day is None else ():
        if one.year and one.month and one.day:
            return day_of(one.year, one.month, one.day)
    return day


def unquoted(words: str) -> str:
    """The words without what stands between quotation marks."""
    return re.sub(r"“[^”]*”|\"[^\"]*\"|‘[^’]*’(?!\w)", " ", words)


def stated(words: str, within: str) -> bool:
    """Whether words stand within others as they are, whatever their case, not inside a number."""
    sought = rf"(?<![\w.,$£€]){re.escape(words.casefold())}(?!\w|[.,]\d)"
    return bool(words) and re.search(sought, within.casefold()) is not None
