"""A digest as it is posted: a reply for the channel, and more to read for a thread under it."""

import math
from collections.abc import Sequence
from dataclasses import replace
from datetime import date

from bot.chat.digest_replies import (
    digest_counts,
    digest_heading,
    digest_summary,
    more_replies,
)
from bot.chat.digest_stories import MESSAGE, dealt, sections
from bot.digest.digest import Digest, Window
from bot.digest.schedule import Position, Slot, mark, part_key
from bot.services.digests import Schedule
from bot.services.ports import Trouble
from bot.wording.prompts import Prompts, Utterance, utterance
from bot.wording.reply import Line, Reply, Unit

MUCH = 3
"""Quotes from which there is enough more to read for a thread."""


class DigestWriter:
    """Says what is posted of a digest, and why one rests."""

    def __init__(self, prompts: Prompts) -> None:
        self._prompts = prompts

    def parts(
        self, schedule: Schedule, slot: Slot, composed: tuple[Digest, Window], *, late: bool
    ) -> Sequence[tuple[Position, Reply]]:
        """What to post for a slot, in order; nothing on an empty day unless a line is wanted."""
        digest, window = composed
        if digest.is_empty and not schedule.tell_empty:
            return ()
        due = int(slot.due.timestamp()) if late else None
        since = int(window.start.timestamp())
        own = digest_pages(digest, slot.day, schedule.topic, since=since, late=due)
        more = more_replies(digest)
        if digest.is_empty or sum(len(reply.blocks) for reply in more) < MUCH:
            more = []
        count = len(own) + len(more)
        return [
            (
                "channel" if number <= len(own) else "thread",
                signed(reply, _foot(schedule, slot.day, number, count)),
            )
            for number, reply in enumerate([*own, *more], 1)
        ]

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


def digest_reply(digest: Digest, day: date) -> Reply:
    """A digest in one reply, however long, for a face that has no limits."""
    (reply,) = digest_pages(digest, day, most=math.inf)
    return reply


def digest_pages(
    digest: Digest,
    day: date,
    topic: str = "",
    *,
    since: int | None = None,
    late: int | None = None,
    most: float = MESSAGE,
) -> list[Reply]:
    """A digest in as many replies of `most` characters as it needs.

    `since` is when the last one ended, and `late` when this one was due, in Unix seconds, where
    that is told.
    """
    above: list[Unit] = [Line(digest_heading(digest, day, topic), heading=True)]
    if late is not None:
        above.append(Line(utterance("digest/late", due=late), small=True))
    if not digest.is_empty:
        above.append(Line(digest_summary(digest, since), small=True))
    again = Line(utterance("digest/continued", date=day.isoformat()), heading=True)
    first, *others = dealt(sections(digest), most)
    pages = [[*above, *first], *([again, *units] for units in others)]
    if digest.read:
        counts = digest_counts(digest.read, digest.reasons)
        pages[-1] += [Line(count, small=True) for count in counts]
    return [Reply(tuple(units)) for units in pages]


def signed(reply: Reply, foot: Utterance) -> Reply:
    """A reply with last words below it."""
    return replace(reply, units=(*reply.units, Line(foot, small=True)))


def _foot(schedule: Schedule, day: date, number: int, count: int) -> Utterance:
    key = part_key(schedule.id, day, number - 1)
    return utterance("digest/mark", date=day.isoformat(), part=number, parts=count, mark=mark(key))
