"""`pullquote quiz` and `pullquote digest`."""

from argparse import Namespace
from datetime import date

from bot.chat.digest_writer import digest_reply
from bot.chat.json import Object, digest_object, item_object
from bot.cli.context import DONE, NOTHING_FOUND, CommandContext, print_json
from bot.errors import WrongUse
from bot.language.calendar import iso_date
from bot.quiz.rounds import MOST_QUESTIONS
from bot.services.digests import day_window, zone_of
from bot.services.newsroom import Newsroom
from bot.services.quiz_questions import Explanation
from bot.wording.prompts import utterance
from bot.wording.reply import Reply

Row = dict[str, str | int]


async def quiz(context: CommandContext) -> int:
    """Print questions, explain what was turned away, or play a round."""
    options = context.options
    async with context.newsroom() as newsroom:
        if options.explain:
            return _explain(context, await newsroom.quiz.explain(options.topic, options.collection))
        if context.json:
            return await _print_items(newsroom, options)
        return await _play(context, newsroom)


async def _print_items(newsroom: Newsroom, options: Namespace) -> int:
    items = await newsroom.quiz.items(
        options.count, options.seed, options.topic, options.collection
    )
    for item in items:
        article = await newsroom.articles.article(item.article_id, options.collection)
        print_json(item_object(item, article))
    return DONE if items else NOTHING_FOUND


def _explain(context: CommandContext, explained: Explanation) -> int:
    made: list[Row] = [{"kind": kind, "made": n} for kind, n in sorted(explained.made.items())]
    rejected: list[Row] = [
        {"kind": kind, "gate": gate, "rejected": count}
        for (kind, gate), count in sorted(explained.rejected.items(), key=lambda one: -one[1])
    ]
    if context.json:
        print_json({"articles": explained.articles, "made": made, "rejected": rejected})
        return DONE
    print(context.prompts.say(utterance("question/explained", articles=explained.articles)))
    for row in made:
        print(context.prompts.say(utterance("question/explained_made", **row)))
    for row in rejected:
        print(context.prompts.say(utterance("question/explained_rejected", **row)))
    return DONE


async def _play(context: CommandContext, newsroom: Newsroom) -> int:
    from bot.chat.terminal.screen import Screen  # noqa: PLC0415 - rich is slow, scripts need none
    from bot.chat.terminal.session import Session  # noqa: PLC0415

    session = Session(newsroom, Screen(context.prompts))
    played = await session.play(
        context.options.topic or "", min(context.options.count, MOST_QUESTIONS)
    )
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
