"""A digest: the stories of a window of time, in quotes, and what it leaves out and why."""

from dataclasses import dataclass
from datetime import datetime
from typing import Literal, get_args

from bot.articles.article import Article, Quote

Why = Literal["copy", "off_topic", "too_old", "over_the_limit", "nothing_to_quote"]
"""Why an article that came in is told by nothing in the digest."""

WHYS: tuple[Why, ...] = get_args(Why)


@dataclass(frozen=True, slots=True)
class Fresh:
    """An article that came in, and the story that it belongs to."""

    article: Article
    story: str


@dataclass(frozen=True, slots=True)
class LeftOut:
    """An article that the digest does not tell."""

    article_id: str
    why: Why


@dataclass(frozen=True, slots=True)
class Story:
    """What is new in one story.

    `quotes` are of different outlets where there are several; `more` is for whoever reads on;
    `update` when the story was told before; `related` are the ids of stories that bear on it.
    """

    id: str
    headline: Quote
    quotes: tuple[Quote, ...]
    more: tuple[Quote, ...]
    articles: tuple[Article, ...]
    copies: tuple[Article, ...] = ()
    update: bool = False
    related: tuple[str, ...] = ()

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell it in words of their own; stated ones only, each once."""
        return _outlets(self.articles)

    @property
    def also_in(self) -> tuple[str, ...]:
        """The outlets that only have a copy."""
        own = self.outlets
        return tuple(outlet for outlet in _outlets(self.copies) if outlet not in own)


@dataclass(frozen=True, slots=True)
class Window:
    """The time that a digest covers: after `start`, up to and with `end` (UTC)."""

    start: datetime
    end: datetime


@dataclass(frozen=True, slots=True)
class Digest:
    """The stories in full, the rest in one line each, and what is left out.

    `read` counts the articles that came in; those that are too many to be looked at one by one are
    counted and not named in `left_out`.
    """

    stories: tuple[Story, ...]
    rest: tuple[Story, ...]
    read: int
    left_out: tuple[LeftOut, ...] = ()
    unread: int = 0

    @property
    def is_empty(self) -> bool:
        """Whether there is nothing to tell."""
        return not self.stories

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that it tells, copies left out."""
        return tuple(a for story in (*self.stories, *self.rest) for a in story.articles)

    def count(self, why: Why) -> int:
        """How many articles are left out for one reason."""
        return sum(item.why == why for item in self.left_out)


def _outlets(articles: tuple[Article, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))
