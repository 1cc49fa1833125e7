"""A digest: the stories of a window of time, in quotes, and what it leaves out and why."""

import re
from collections import Counter
from dataclasses import dataclass
from datetime import datetime
from itertools import islice
from typing import Literal, get_args

from bot.articles.article import Article, Quote
from bot.articles.verbatim import holds_span
from bot.language.english.lexicon import NATIONAL, SHORT_TITLE

Why = Literal["copy", "off_topic", "too_old", "over_the_limit", "nothing_to_quote"]
"""Why an article that came in is told by nothing in the digest."""

WHYS: tuple[Why, ...] = get_args(Why)

TOPICS = 3
"""Topics of a story that are named."""

LINKS = frozenset("of the for and in on at to a an".split())
"""Words that join the others of a name."""

CUT_NAME = re.compile(rf"^[A-Z]\.\s|\s[A-Z]\.?$|\b(?:{SHORT_TITLE}|St|Mt|Ft)\.?$")
"""A name that ends or begins within an abbreviation: "Norland Lt", "S. Navy"."""


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


@dataclass(frozen=True, slots=True, kw_only=True)
class Story:
    """What is new in one story.

    `titled` is the article whose own title heads it; `headline` is a sentence, where no article
    states a title. `quotes` are of different outlets first, `new` those of them that tell what no
    earlier article of the story did, `more` for whoever reads on. `opinions` argue about the news
    of the other articles; `is_opinion` when there is nothing else.
    """

    id: str
    titled: Article | None
    headline: Quote | None
    quotes: tuple[Quote, ...]
    articles: tuple[Article, ...]
    more: tuple[Quote, ...] = ()
    new: tuple[Quote, ...] = ()
    opinions: tuple[Article, ...] = ()
    copies: tuple[Article, ...] = ()
    related: tuple[str, ...] = ()
    update: bool = False
    is_opinion: bool = False

    @property
    def lead(self) -> Article:
        """The article that heads it."""
        return self.titled or (self.headline.article if self.headline else self.articles[0])

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets that tell it in words of their own; stated ones only, each once."""
        return _outlets(self.articles)

    @property
    def sources(self) -> tuple[Article, ...]:
        """One article of each outlet, those that are shown first."""
        shown = [self.lead, *(quote.article for quote in self.quotes), *self.articles]
        first: dict[str, Article] = {}
        for article in shown:
            if article.outlet:
                first.setdefault(article.outlet, article)
        return tuple(first.values())

    def also_in(self, quote: Quote) -> tuple[str, ...]:
        """The outlets of copies in which the very words of a quote stand."""
        holding = tuple(copy for copy in self.copies if holds_span(copy, quote.text))
        return tuple(name for name in _outlets(holding) if name != quote.article.outlet)

    @property
    def topics(self) -> tuple[str, ...]:
        """Labels that add to the headline: shared ones, or of one article those not in its text."""
        counts = Counter(topic for article in self.articles for topic in article.topics)
        said = _words(self.lead.title)
        shared = [topic for topic, count in counts.most_common() if self._is_shared(topic, count)]
        new = [t for t in shared if not _words(t) <= said and _is_whole_name(t)]
        # "Ada Brandt" says all that "Brandt" or "President Ada Brandt" would.
        own = (t for n, t in enumerate(new) if not any(_says_again(t, one) for one in new[:n]))
        return tuple(islice(own, TOPICS))

    def _is_shared(self, topic: str, count: int) -> bool:
        if len(self.articles) == 1:
            return topic.casefold() not in self.articles[0].text.casefold()
        return count > 1 and 2 * count >= len(self.articles)


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
        return not (self.stories or self.rest)

    @property
    def articles(self) -> tuple[Article, ...]:
        """The articles that it tells, copies left out."""
        return tuple(a for story in self.told for a in (*story.articles, *story.opinions))

    @property
    def told(self) -> tuple[Story, ...]:
        """All its stories."""
        return (*self.stories, *self.rest)

    @property
    def outlets(self) -> tuple[str, ...]:
        """The outlets of these articles; stated ones only, each once."""
        return _outlets(self.articles)

    @property
    def updates(self) -> int:
        """How many stories were told before."""
        return sum(story.update for story in self.told)

    @property
    def reasons(self) -> dict[str, int]:
        """How many articles are left out for each reason that it has."""
        counts = Counter(item.why for item in self.left_out)
        counts["over_the_limit"] += self.unread
        return {why: counts[why] for why in WHYS if counts[why]}


def _is_whole_name(name: str) -> bool:
    """Whether a label is a name that no abbreviation cut short, and not merely a nation's."""
    return not (CUT_NAME.search(name) or NATIONAL.fullmatch(name))


def _says_again(one: str, other: str) -> bool:
    """Whether one of two names holds the words of the other, in any order, or is its initials."""
    first, second = _words(one), _words(other)
    return first <= second or second <= first or one == _initials(other) or other == _initials(one)


def _words(name: str) -> frozenset[str]:
    return frozenset(re.findall(r"[\w.&’'-]*\w", name.casefold())) - LINKS


def _initials(name: str) -> str:
    return "".join(word[0] for word in name.split() if word not in LINKS)


def _outlets(articles: tuple[Article, ...]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(article.outlet for article in articles if article.outlet))
