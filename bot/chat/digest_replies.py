"""What is said about a digest, free of any platform."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.articles.article import Quote
from bot.chat.prompts import Said, said
from bot.chat.replies import block_of
from bot.chat.reply import Block, Line, Reply, Unit
from bot.digest.digest import Digest, Story, Why

WHYS: tuple[Why, ...] = ("copy", "off_topic", "too_old", "over_the_limit", "nothing_to_quote")


PAGE = 5
"""Quotes of one message of more."""


def digest_heading(digest: Digest, day: date, topic: str = "") -> Said:
    """What a digest is called; an empty one says that it is."""
    if digest.is_empty:
        return said("digest/empty", date=day.isoformat())
    if topic:
        return said("digest/heading_topic", topic=topic, date=day.isoformat())
    return said("digest/heading", date=day.isoformat())


def digest_counts(read: int, left_out: Sequence[tuple[Why, int]]) -> tuple[Said, ...]:
    """How many articles a digest read, and how many it left out for which reasons."""
    why = (said(f"digest/{why}", articles=count) for why, count in left_out)
    return (said("digest/read", articles=read), *why)


def left_out(digest: Digest) -> list[tuple[Why, int]]:
    """How many articles a digest left out for each reason that it has."""
    unread = {"over_the_limit": digest.unread}
    counts = [(why, digest.count(why) + unread.get(why, 0)) for why in WHYS]
    return [(why, count) for why, count in counts if count]


def story_notes(story: Story) -> tuple[Said, ...]:
    """Whether a story was told before, and which outlets tell it when there are several."""
    notes = [said("digest/update")] if story.update else []
    if len(story.outlets) > 1:
        notes.append(said("digest/told_by", outlets=", ".join(story.outlets)))
    elif len(story.articles) > 1:
        notes.append(said("digest/told_in", articles=len(story.articles)))
    if story.also_in:
        notes.append(said("source/also_in", outlets=", ".join(story.also_in)))
    return tuple(notes)


def digest_reply(digest: Digest, day: date) -> Reply:
    """A digest with every quote in a block of its own."""
    units: list[Unit] = [Line(digest_heading(digest, day), heading=True)]
    for story in digest.stories:
        units += [Line(note) for note in story_notes(story)]
        units.append(_headline(story))
        units += [block_of(quote, context=False) for quote in story.quotes]
    if digest.rest:
        units.append(Line(said("digest/rest")))
        units += [_headline(story) for story in digest.rest]
    units += [Line(words) for words in digest_counts(digest.read, left_out(digest))]
    return Reply(tuple(units))


def story_reply(quotes: Sequence[Quote]) -> Reply:
    """The quotes that tell a story, for whoever asks for it."""
    heading = Line(said("digest/story"), heading=True)
    return Reply((heading, *(block_of(quote) for quote in quotes)), private=True)


def more_replies(digest: Digest) -> list[Reply]:
    """What there is to read beyond a digest: for each story the quotes that it had no room for."""
    replies = [_more(story, story.more) for story in digest.stories if story.more]
    pages = [digest.rest[first : first + PAGE] for first in range(0, len(digest.rest), PAGE)]
    return replies + [
        Reply((Line(said("digest/rest"), heading=True), *map(_headline, page))) for page in pages
    ]


def _more(story: Story, quotes: Sequence[Quote]) -> Reply:
    return Reply((_headline(story), *(block_of(quote) for quote in quotes)))


def _headline(story: Story) -> Block:
    """A headline stands whole in its article, though it is no sentence of its prose."""
    block = block_of(story.headline, context=False)
    return replace(block, cut_before=False, cut_after=False)
