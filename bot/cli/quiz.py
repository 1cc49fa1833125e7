"""`pullquote quiz` and `pullquote digest`."""

import argparse
import json
from argparse import Namespace
from contextlib import AbstractAsyncContextManager
from datetime import date
from typing import Protocol

from bot.chat.digest_replies import digest_reply
from bot.chat.json import Object, digest_object, item_object
from bot.errors import WrongUse
from bot.language.calendar import iso_date
from bot.quiz.rounds import MOST_QUESTIONS
from bot.services.digests import day_window, zone_of
from bot.services.newsroom import Newsroom
from bot.services.questions import Explanation
from bot.wording.prompts import Prompts, utterance
from bot.wording.reply import Reply

Row = dict[str, str | int]

DONE, NOTHING_FOUND = 0, 3


class QuizCommandContext(Protocol):
    """What the command needs of the command line."""

    @property
    def options(self) -> argparse.Namespace:
        """The options of the command."""
        ...

    @property
    def prompts(self) -> Prompts:
        """The words."""
        ...

    @property
    def json(self) -> bool:
        """Whether standard output holds only JSON."""
        ...

    def newsroom(self) -> AbstractAsyncContextManager[Newsroom]:
        """The newsroom of the data folder."""
        ...


async def quiz(door: QuizCommandContext) -> int:
    """Print questions, explain what was turned away, or play a round."""
    options = door.options
    async with door.newsroom() as newsroom:
        if options.explain:
            return _explain(door, await newsroom.quiz.explain(options.topic, options.collection))
        if door.json:
            return await _print_items(newsroom, options)
        return await _play(door, newsroom)


async def _print_items(newsroom: Newsroom, options: argparse.Namespace) -> int:
    items = await newsroom.quiz.items(
        options.count, options.seed, options.topic, options.collection
    )
    for item in items:
        article = await newsroom.library.article(item.article_id, options.collection)
        print(json.dumps(item_object(item, article), ensure_ascii=False), flush=True)
    return DONE if items else NOTHING_FOUND


def _explain(door: QuizCommandContext, explained: Explanation) -> int:
    made: list[Row] = [{"kind": kind, "made": n} for kind, n in sorted(explained.made.items())]
    rejected: list[Row] = [
        {"kind": kind, "gate": gate, "rejected": count}
        for (kind, gate), count in sorted(explained.rejected.items(), key=lambda one: -one[1])
    ]
    if door.json:
        told = {"articles": explained.articles, "made": made, "rejected": rejected}
        print(json.dumps(told, ensure_ascii=False))
        return DONE
    print(door.prompts.say(utterance("question/explained", articles=explained.articles)))
    for row in made:
        print(door.prompts.say(utterance("question/explained_made", **row)))
    for row in rejected:
        print(door.prompts.say(utterance("question/explained_rejected", **row)))
    return DONE


async def _play(door: QuizCommandContext, newsroom: Newsroom) -> int:
    from bot.chat.terminal.screen import Screen  # noqa: PLC0415 - rich is slow, scripts need none
    from bot.chat.terminal.session import Session  # noqa: PLC0415

    session = Session(newsroom, Screen(door.prompts))
    played = await session.play(door.options.topic or "", min(door.options.count, MOST_QUESTIONS))
    return DONE if played else NOTHING_FOUND


async def digest(newsroom: Newsroom, options: Namespace) -> tuple[Object, Reply]:
    """The digest of `options.date` (by default today) in `options.zone`, as JSON and in words."""
    zone: str = options.zone
    day = _day(options.date) or newsroom.digests.now.astimezone(zone_of(zone)).date()
    found = await newsroom.digests.of_day(day, zone, options.collection)
    return digest_object(found, day, zone, day_window(day, zone)), digest_reply(found, day)


def _day(written: str | None) -> date | None:
    if written is None:
        return None
    found = iso_date(written)
    if found is None:
        raise WrongUse("error/bad_day", option="--date", value=written[:40])
    return date.fromisoformat(found[:10])
