"""How digests stand, in words."""

from collections.abc import Iterator, Sequence

from bot.chat.digest_replies import digest_counts
from bot.chat.prompts import Said, said
from bot.chat.reply import Line, Reply
from bot.digest.digest import Why
from bot.newsroom_digest import Post, Schedule, Standing

DAYS_SHOWN = 10
"""Latest dates that are told of one digest."""

COUNTED: tuple[Why, ...] = ("copy", "off_topic", "too_old", "over_the_limit", "nothing_to_quote")


def schedule_line(schedule: Schedule, days: str) -> Said:
    """Where, when and on what a digest is posted."""
    told: dict[str, str | int] = {
        "channel": schedule.channel,
        "time": schedule.timing.at.strftime("%H:%M"),
        "zone": schedule.timing.zone.replace("_", " "),
        "days": days,
    }
    if schedule.topic:
        return said("digest/schedule_topic", topic=schedule.topic, **told)
    return said("digest/schedule", **told)


def next_line(standing: Standing) -> Said:
    """When the next post is due, or why there is none."""
    if standing.following is None:
        return said(f"digest/resting_{standing.schedule.paused}")
    return said("digest/next", due=int(standing.following.due.timestamp()))


def status_reply(
    standings: Sequence[tuple[Standing, str]], missing: Sequence[tuple[Said, ...]]
) -> Reply:
    """All digests of a server, each with its days as written, and what is wrong with it."""
    if not standings:
        return Reply((Line(said("digest/none"), heading=True),), private=True)
    lines: list[Said] = []
    for (standing, days), problems in zip(standings, missing, strict=True):
        lines += [schedule_line(standing.schedule, days), next_line(standing), *problems]
        several = len(standings) > 1
        lines += _history(standing.posts[: 1 if several else DAYS_SHOWN], several=several)
    return Reply(tuple(Line(words) for words in lines), private=True)


def _history(posts: Sequence[Post], *, several: bool) -> Iterator[Said]:
    for post in posts:
        date = post.day.isoformat()
        if post.state == "failed":
            yield said("digest/day_failed", date=date, why=post.reason or "")
        else:
            yield said(f"digest/day_{post.state}", date=date)
        if post.state in ("posted", "empty") and post.content.read and not several:
            left_out = post.content.left_out
            counts = [(why, left_out[why]) for why in COUNTED if why in left_out]
            yield from digest_counts(post.content.read, counts)
