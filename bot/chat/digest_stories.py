"""The stories of a digest as cards and rows, and how they are dealt out to messages."""

import math
from collections.abc import Iterable, Iterator, Mapping, Sequence
from itertools import islice

from bot.articles.article import Article, Quote
from bot.chat.ids import story_id
from bot.digest.digest import Digest, Story
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Block, Button, Card, Headline, Line, Unit

NAMED = 5
"""Outlets that are named beside those that are quoted; a longer list is not read."""

ARGUED = 2
"""Opinions on a story that are named below it."""

MESSAGE = 3_500
"""Characters of a message with its addresses, as far as it can be known on any face."""

CARDS = 4
"""Stories in full of a message, so that there is room for links to all their outlets."""

LINE = 25
"""Characters of a line beside those that are counted: dates, signs, blanks."""


def sections(digest: Digest) -> Iterator[tuple[Line | None, Unit]]:
    """Each story of a digest in its order, and the heading of the list that it is in."""
    titles = {story.id: story.lead.title for story in digest.stories}
    for story in digest.stories:
        yield None, card(story, titles)
    for name, is_opinion in (("digest/rest", False), ("digest/opinion", True)):
        heading = Line(utterance(name), heading=True)
        yield from ((heading, row(s)) for s in digest.rest if s.is_opinion == is_opinion)


def dealt(pieces: Iterable[tuple[Line | None, Unit]], most: float = MESSAGE) -> list[list[Unit]]:
    """The stories in messages of `most` characters, in order; headings stand where lists begin."""
    messages: list[list[Unit]] = [[]]
    room, heading = most, None
    for above, unit in pieces:
        size = _size(unit)
        is_full = most < math.inf and sum(isinstance(u, Card) for u in messages[-1]) == CARDS
        if messages[-1] and (size > room or (is_full and isinstance(unit, Card))):
            messages.append([])
            room, heading = most, None
        if above is not None and above != heading:
            messages[-1].append(above)
            room, heading = room - LINE, above
        messages[-1].append(unit)
        room -= size
    return messages


def card(story: Story, titles: Mapping[str, str]) -> Card:
    """A story in full: its headline, its quotes, and who else tells it; `titles` are by story."""
    brief = Button(utterance("digest/brief_me"), story_id(story.lead.id))
    blocks = [_quoted(story, quote) for quote in story.quotes]
    if story.titled is None and story.headline is not None:
        marks = (*_source(story.lead), *_marks(story))
        blocks.insert(0, Block(story.headline, marks, context=False))
    foot = (*_others(story), *_copies(story), *_argued(story), *_related(story, titles))
    links = tuple(one for one in story.sources if one.url and one is not story.titled)
    return Card(tuple(blocks), (brief,), headline(story), foot, links)


def row(story: Story) -> Headline | Block:
    """A story in one line."""
    if story.titled is None and story.headline is not None:
        return Block(story.headline, _source(story.lead), context=False)
    several = (_how_many(story),) if len(story.outlets) > 1 else ()
    update = (utterance("digest/update"),) if story.update else ()
    return Headline(story.lead, (*_source(story.lead), *several, *_copies(story), *update))


def headline(story: Story) -> Headline | None:
    """The title over a story, with whose it is, when, and how widely the story is told."""
    if story.titled is None:
        return None
    return Headline(story.titled, (*_source(story.titled), *_marks(story)))


def _marks(story: Story) -> Iterator[Utterance]:
    """Whether a story was told before, how many tell it, and what it is filed under."""
    if len(story.outlets) > 1:
        yield _how_many(story)
    elif len(story.articles) > 1:
        yield utterance("digest/told_in", articles=len(story.articles))
    if story.update:
        yield utterance("digest/update")
    yield from (utterance("digest/topic", topic=topic) for topic in story.topics)


def _quoted(story: Story, quote: Quote) -> Block:
    """A quote with its outlet, and with its date where it is another than the headline's."""
    new = (utterance("digest/new"),) if quote in story.new else ()
    same = _day(quote.article.published) == _day(story.lead.published)
    source = (_outlet(quote.article),) if same else _source(quote.article)
    also = ", ".join(story.also_in(quote))
    notes = (utterance("source/also_in", outlets=also),) if also else ()
    return Block(quote, (*new, *source), notes=notes, context=False)


def _source(article: Article) -> tuple[Utterance, ...]:
    """An outlet and a date."""
    return (_outlet(article), *_dated(article))


def _outlet(article: Article) -> Utterance:
    if article.outlet:
        return utterance("source/outlet", outlet=article.outlet)
    return utterance("source/unstated")


def _dated(article: Article) -> Iterator[Utterance]:
    if article.published:
        yield utterance("digest/day", date=article.published)
    else:
        yield utterance("source/undated")


def _day(published: str | None) -> str:
    return (published or "")[:10]


def _how_many(story: Story) -> Utterance:
    return utterance("digest/outlets", outlets=len(story.outlets))


def _others(story: Story) -> Iterator[Utterance]:
    """The outlets that tell a story and are not named above; of many the first."""
    named = {story.lead.outlet, *(quote.article.outlet for quote in story.quotes)}
    others = [outlet for outlet in story.outlets if outlet not in named]
    outlets, more = ", ".join(others[:NAMED]), len(others) - NAMED
    if more > 0:
        yield utterance("digest/also_at_more", outlets=outlets, more=more)
    elif others:
        yield utterance("digest/also_at", outlets=outlets)


def _copies(story: Story) -> Iterator[Utterance]:
    if story.copies:
        yield utterance("digest/copies", copies=len(story.copies))


def _argued(story: Story) -> Iterator[Utterance]:
    for article in story.opinions[:ARGUED]:
        title, outlet, url = article.title, article.outlet or "–", article.url
        if url:
            yield utterance("digest/argued_linked", title=title, outlet=outlet, url=url)
        else:
            yield utterance("digest/argued", title=title, outlet=outlet)


def _related(story: Story, titles: Mapping[str, str]) -> Iterator[Utterance]:
    """The most alike of the related stories that are told in full too."""
    others = (titles[one] for one in story.related if one in titles and one != story.id)
    yield from (utterance("digest/see_also", titles=title) for title in islice(others, 1))


def _size(unit: Unit) -> int:
    """About how many characters a unit takes."""
    if isinstance(unit, Line):
        return LINE + _said([unit.words])
    if isinstance(unit, Headline):
        return LINE + _said([unit.title, *unit.source])
    if isinstance(unit, Block):
        return LINE + len(unit.quote.text) + _said(unit.source)
    inner: list[Unit] = [*unit.blocks, *filter(None, [unit.headline])]
    return sum(map(_size, inner)) + _said(unit.foot)


def _said(words: Sequence[Utterance]) -> int:
    return sum(len(str(value)) + 5 for one in words for _, value in one.variables)
