"""Composing a digest: articles on the topic, stories, their headlines and quotes."""

import math
from collections.abc import Container, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import UTC, datetime
from types import MappingProxyType

from bot.articles.article import Article
from bot.articles.duplicates import Shingles, Signature, are_copies, shingles, signature
from bot.articles.opinion import is_opinion
from bot.digest.digest import Digest, Fresh, LeftOut, Story, Why
from bot.digest.quoting import headline_of, story_quotes
from bot.digest.titles import titled
from bot.language.english.analyser import Analyser
from bot.search.evidence import ENOUGH, coverage
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


FULL = range(3, 8)
"""Stories told in full: what is read in five minutes. A seventh needs several articles, as does any
after the third."""

REST = 10
"""Stories in one line each at most."""

OPINIONS = 5
"""Stories of nothing but opinion in one line each at most."""

COMPARED = 50
"""Earlier articles of a story that a new one may be a copy of; the newest ones."""

LEAD = 400
"""Characters at the beginning of a report in which it tells what is new."""

SAID = 0.5
"""Share of a beginning's five-word runs from which an earlier article has said it."""


@dataclass(frozen=True, slots=True)
class ToldBefore:
    """What earlier posts told: stories, and articles by story."""

    told: Container[str] = frozenset()
    articles: Mapping[str, Sequence[Article]] = field(default_factory=dict)


NOTHING_RELATED: Mapping[str, tuple[str, ...]] = MappingProxyType({})


@dataclass(slots=True)
class _Group:
    """The new articles of one story: news, opinion, and copies of them or of earlier ones."""

    news: list[Article] = field(default_factory=list)
    opinions: list[Article] = field(default_factory=list)
    copies: list[Article] = field(default_factory=list)

    @property
    def originals(self) -> list[Article]:
        """All that copies nothing."""
        return [*self.news, *self.opinions]

    @property
    def telling(self) -> list[Article]:
        """The articles that tell it: opinions only where there is no news."""
        return self.news or self.opinions


class _Chosen:
    """The stories of a digest so far; `several` is how many are told in more than one article."""

    def __init__(self, several: int) -> None:
        self._full = min(max(several, FULL.start), FULL.stop - 1)
        self.stories: list[Story] = []
        self.rest: list[Story] = []
        self.opinions: list[Story] = []

    def has_room_for(self, group: _Group) -> bool:
        """Whether there is a place for one more story of this kind."""
        if not group.news:
            return len(self.opinions) < OPINIONS
        return len(self.stories) < self._full or len(self.rest) < REST

    def put(self, story: Story) -> bool:
        """Give a story its place, if it has one: in full only news that can be quoted."""
        place, most = self.rest, REST
        if story.is_opinion:
            place, most = self.opinions, OPINIONS
        elif len(self.stories) < self._full and (story.quotes or story.headline):
            place, most = self.stories, self._full
        if len(place) < most:
            place.append(story)
            return True
        return False


def composed(
    fresh: Sequence[Fresh],
    before: ToldBefore,
    analyser: Analyser,
    left_out: Iterable[LeftOut] = (),
    unread: int = 0,
    *,
    related: Mapping[str, tuple[str, ...]] = NOTHING_RELATED,
) -> Digest:
    """The digest of the articles that came in, in the order in which they came.

    `left_out` are those that were dropped before, `unread` counts those that nobody looked at;
    `related` are other stories that bear on one. The most widely told stories come first, and of
    those the newest.
    """
    dropped = list(left_out)
    read = len(fresh) + len(dropped) + unread
    groups = _groups(fresh, before)
    dropped += [LeftOut(copy.id, "copy") for group in groups.values() for copy in group.copies]
    order = {item.article.id: place for place, item in enumerate(fresh)}
    told = [(name, group) for name, group in groups.items() if group.originals]
    told.sort(key=lambda one: _rank(one[1], order))
    chosen = _Chosen(sum(len(group.news) > 1 for _, group in told))
    for name, group in told:
        why: Why | None = None
        if not chosen.has_room_for(group):
            why = "over_the_limit"
        elif (story := _story(name, group, before, analyser, related.get(name, ()))) is None:
            why = "nothing_to_quote"
        elif not chosen.put(story):
            why = "over_the_limit"
        dropped += [LeftOut(article.id, why) for article in group.originals if why]
    rest = (*chosen.rest, *chosen.opinions)
    return Digest(tuple(chosen.stories), rest, read, tuple(dropped), unread)


def originals(articles: Iterable[Article]) -> list[Article]:
    """The articles that copy none before them; of news, where there is any."""
    (group,) = _groups([Fresh(article, "") for article in articles], ToldBefore()).values()
    return group.telling


def _groups(fresh: Sequence[Fresh], before: ToldBefore) -> dict[str, _Group]:
    groups: dict[str, _Group] = {}
    known: dict[str, list[Signature]] = {}
    stories = {item.story for item in fresh}
    told = {story: _Told.of(before.articles.get(story, ())) for story in stories}
    for item in fresh:
        group = groups.setdefault(item.story, _Group())
        own = signature(item.article.text, item.article.marks)
        alike = known.setdefault(item.story, [])
        if any(are_copies(own, one) for one in alike) or told[item.story].holds(item.article, own):
            group.copies.append(item.article)
        else:
            (group.opinions if is_opinion(item.article) else group.news).append(item.article)
            alike.append(own)
    return groups


@dataclass(frozen=True, slots=True)
class _Told:
    """Earlier articles of a story as a new one is compared with them."""

    articles: tuple[tuple[Signature, Shingles], ...]

    @classmethod
    def of(cls, articles: Sequence[Article]) -> "_Told":
        """The newest of the articles."""
        return cls(
            tuple(
                (signature(one.text, one.marks), shingles(one.text, one.marks))
                for one in articles[-COMPARED:]
            )
        )

    def holds(self, article: Article, own: Signature) -> bool:
        """Whether an article brings nothing new: a report of a new turn repeats what was before."""
        lead = shingles(article.text[:LEAD], article.marks)
        return any(
            are_copies(own, other) and len(lead & runs) >= SAID * len(lead)
            for other, runs in self.articles
        )


def _story(
    name: str, group: _Group, before: ToldBefore, analyser: Analyser, related: tuple[str, ...]
) -> Story | None:
    """A story with what heads it and what tells it; None when it has neither."""
    news, is_update = group.telling, name in before.told
    earlier = before.articles.get(name, ()) if is_update else ()
    title = titled(news, analyser)
    words = title.title if title else ""
    quotes = story_quotes(news, analyser, headline=words, earlier=earlier[-COMPARED:])
    sentence = None if title else headline_of((*quotes.shown, *quotes.more), news, analyser)
    if title is None and sentence is None:
        return None
    return Story(
        id=name,
        titled=title,
        headline=sentence,
        quotes=tuple(quote for quote in quotes.shown if quote != sentence),
        new=tuple(quote for quote in quotes.new if quote != sentence),
        more=tuple(quote for quote in quotes.more if quote != sentence),
        articles=tuple(news),
        opinions=tuple(group.opinions if group.news else ()),
        copies=tuple(group.copies),
        related=related,
        update=is_update,
        is_opinion=not group.news,
    )


def _rank(group: _Group, order: Mapping[str, int]) -> tuple[int, float, int]:
    """Before others: told by more outlets, with the newer report, and come in later."""
    articles = group.telling
    outlets = len({article.outlet for article in articles})
    newest = max(_moment(article.published) for article in articles)
    return -outlets, -newest, -max(order[article.id] for article in articles)


def _moment(published: str | None) -> float:
    """When something was published, in seconds; a date without a time is its beginning in UTC."""
    if published is None:
        return -math.inf
    moment = datetime.fromisoformat(published)
    return (moment if moment.tzinfo else moment.replace(tzinfo=UTC)).timestamp()
