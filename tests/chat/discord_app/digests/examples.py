"""Orders for digests of a day's news in Discord's channels."""

from datetime import time

from bot.digest.schedule import Timing
from bot.services.digests import DigestOrder, Schedule
from bot.services.newsroom import Newsroom
from tests.chat.discord_app.digests.payloads import FIRST_CHANNEL, GUILD, OWNER


def wanted(channel: int = FIRST_CHANNEL, **more: object) -> DigestOrder:
    """An order for a digest at eight in UTC."""
    timing = more.pop("timing", Timing(time(8), "UTC"))
    place = {"face": "discord", "server": str(GUILD), "channel": str(channel)}
    order = {**place, "topic": "", "made_by": str(OWNER), **more}
    return DigestOrder(timing=timing, **order)  # type: ignore[arg-type]  # whatever a test varies


async def ordered(newsroom: Newsroom, channel: int = FIRST_CHANNEL, **more: object) -> Schedule:
    """A digest that was ordered."""
    return (await newsroom.digests.order(wanted(channel, **more)))[0]


async def states(newsroom: Newsroom) -> list[tuple[str, str, str | None]]:
    """What became of each date of every digest."""
    found: list[tuple[str, str, str | None]] = []
    for schedule in await newsroom.digests.schedules("200"):
        standing = await newsroom.digests.standing(schedule)
        found += [(post.day.isoformat(), post.state, post.reason) for post in standing.posts]
    return found
