"""`pullquote digest`: the digest of a local day, for a person or a script."""

from argparse import Namespace
from datetime import date

from bot.articles.dates import iso_date
from bot.chat.digest_replies import digest_reply
from bot.chat.objects import Object, digest_object
from bot.chat.reply import Reply
from bot.errors import WrongUse
from bot.newsroom import Newsroom
from bot.newsroom_digest import day_window, zone_of


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
