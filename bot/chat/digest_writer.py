"""A digest as it is posted: a reply for the channel, and more to read for a thread under it."""

from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.articles.article import Quote
from bot.chat.digest_replies import (
    digest_counts,
    digest_heading,
    left_out,
    more_replies,
    story_notes,
)
from bot.chat.ids import story_id
from bot.chat.replies import source_of
from bot.digest.digest import Digest, Story
from bot.digest.schedule import Position, Slot, mark, part_key
from bot.services.digests import Schedule
from bot.services.ports import Trouble
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Block, Button, Card, Line, Reply, Unit

MUCH = 3
"""Quotes from which there is enough more to read for a thread."""

OUTLET, TITLE_AND_DATE = 1, 3
"""How many parts of a source are told: of an article that was named before, and of another one."""


class DigestWriter:
    """Says what is posted of a digest, and why one rests."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def parts(
        self, schedule: Schedule, slot: Slot, digest: Digest, *, late: bool
    ) -> Sequence[tuple[Position, Reply]]:
        """What to post for a slot, in order; nothing on an empty day unless a line is wanted."""
        if digest.is_empty and not schedule.tell_empty:
            return ()
        more = more_replies(digest)
        if digest.is_empty or sum(len(reply.blocks) for reply in more) < MUCH:
            more = []
        count = 1 + len(more)
        foots = [_foot(schedule, slot.day, number, count) for number in range(1, count + 1)]
        due = int(slot.due.timestamp()) if late else None
        head = posted_reply(digest, slot.day, schedule.topic, foots[0], due)
        signed = (
            replace(reply, units=(*reply.units, Line(foot, small=True)))
            for reply, foot in zip(more, foots[1:], strict=True)
        )
        return (("channel", head), *(("thread", reply) for reply in signed))

    def resting(self, schedule: Schedule, problem: Trouble) -> Reply:
        """That a digest rests, and why."""
        why = self.why(problem)
        words = utterance("digest/rests", channel=schedule.channel, why=why)
        return Reply((Line(words, heading=True),))

    def why(self, problem: Trouble) -> str:
        """Why nothing can be posted, with the permissions that are missing."""
        if problem.missing:
            names = (self._prompts.say(utterance(f"digest/{name}")) for name in problem.missing)
            return self._prompts.say(utterance("digest/missing", permissions=", ".join(names)))
        return self._prompts.say(utterance(f"digest/{problem.why}"))


def posted_reply(
    digest: Digest, day: date, topic: str, foot: Utterance, late: int | None = None
) -> Reply:
    """A digest in one reply; `late` is when it was due, in Unix seconds, where that is told."""
    units: list[Unit] = [Line(digest_heading(digest, day, topic), heading=True)]
    if late is not None:
        units.append(Line(utterance("digest/late", due=late), small=True))
    if not digest.is_empty:
        stories, articles = len(digest.stories) + len(digest.rest), len(digest.articles)
        told = utterance("digest/summary", stories=stories, articles=articles)
        units.append(Line(told, small=True))
    units += map(_card, digest.stories)
    if digest.rest:
        units.append(Line(utterance("digest/rest"), heading=True))
        units += map(_listed, digest.rest)
    if digest.read:
        counts = digest_counts(digest.read, left_out(digest))
        units += [Line(count, small=True) for count in counts]
    return Reply((*units, Line(foot, small=True)))


def _foot(schedule: Schedule, day: date, number: int, count: int) -> Utterance:
    key = part_key(schedule.id, day, number - 1)
    return utterance("digest/mark", date=day.isoformat(), part=number, parts=count, mark=mark(key))


def _card(story: Story) -> Card:
    headline = _block(story.headline, TITLE_AND_DATE)
    blocks, named = [replace(headline, notes=story_notes(story))], {story.headline.article.id}
    for quote in story.quotes:
        again = quote.article.id in named
        blocks.append(_block(quote, OUTLET if again else TITLE_AND_DATE))
        named.add(quote.article.id)
    brief = Button(utterance("digest/brief_me"), story_id(story.headline.article.id))
    return Card(tuple(blocks), (brief,))


def _block(quote: Quote, told: int) -> Block:
    return Block(quote, source_of(quote.article)[:told], context=False)


def _listed(story: Story) -> Block:
    """A headline with its outlet and its date."""
    outlet, _, day = source_of(story.headline.article)[:3]
    return Block(story.headline, (outlet, day), context=False)
