"""The parts of a digest, rendered and frozen before any of them is sent."""

import json
from collections.abc import Iterator, Sequence
from datetime import date

from discord import ui

from bot.chat.digest_replies import more_replies
from bot.chat.discord_app.digest_rendering import DigestRenderer, Head
from bot.chat.discord_app.rendering import Message, Renderer
from bot.chat.prompts import Prompts, Said, said
from bot.chat.reply import Reply
from bot.digest.digest import Digest
from bot.digest.due import Slot
from bot.digest.ledger import mark, part_key
from bot.newsroom_digest import Part, Schedule
from bot.storage.digest_records import Place

MUCH = 3
"""Quotes from which there is enough more to read for a thread."""


class PartMaker:
    """Freezes digests into messages."""

    def __init__(self, prompts: Prompts) -> None:
        self._digest = DigestRenderer(prompts)
        self._more = Renderer(prompts)

    def parts(
        self, schedule: Schedule, slot: Slot, digest: Digest, *, late: bool
    ) -> tuple[Part, ...]:
        """What to send for a slot, in order; nothing on an empty day unless a line is wanted."""
        if digest.is_empty and not schedule.tell_empty:
            return ()
        more = [] if digest.is_empty else [self._more.message(r) for r in self._replies(digest)]
        count = 1 + len(more)
        foots = [_foot(schedule, slot.day, number, count) for number in range(1, count + 1)]
        head = Head(
            slot.day,
            schedule.topic,
            None if late else schedule.role,
            int(slot.due.timestamp()) if late else None,
        )
        messages: list[tuple[Place, Message]] = [
            ("channel", self._digest.message(digest, head, foots[0]))
        ]
        messages += [
            ("thread", self._signed(message, foot))
            for message, foot in zip(more, foots[len(messages) :], strict=True)
        ]
        return tuple(_frozen(schedule, slot.day, messages))

    def preview(self, schedule: Schedule, day: date, digest: Digest) -> Message:
        """The digest as it would be posted, for one person."""
        return self._digest.message(digest, Head(day, schedule.topic), said("digest/preview"))

    def _replies(self, digest: Digest) -> list[Reply]:
        replies = more_replies(digest)
        return replies if sum(len(reply.blocks) for reply in replies) >= MUCH else []

    def _signed(self, message: Message, foot: Said) -> Message:
        message.add_item(ui.TextDisplay(self._digest.line(foot)))
        return Message(message.children, private=False, continued=False)


def _foot(schedule: Schedule, day: date, number: int, count: int) -> Said:
    key = part_key(schedule.id, day, number - 1)
    return said("digest/mark", date=day.isoformat(), part=number, parts=count, mark=mark(key))


def _frozen(
    schedule: Schedule, day: date, messages: Sequence[tuple[Place, Message]]
) -> Iterator[Part]:
    for ordinal, (place, message) in enumerate(messages):
        payload = json.dumps(message.to_components(), ensure_ascii=False)
        yield Part(ordinal, place, mark(part_key(schedule.id, day, ordinal)), payload)
