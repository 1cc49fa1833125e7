"""Replies on digests: what one tells, and how a schedule stands."""

from collections.abc import Iterator, Mapping, Sequence
from datetime import date

from bot.articles.article import Quote
from bot.chat.digest_stories import headline
from bot.chat.replies import block_of
from bot.digest.digest import WHYS, Digest, Story
from bot.services.digests import Post, Schedule, ScheduleStatus
from bot.wording.prompts import Utterance, utterance
from bot.wording.reply import Block, Headline, Line, Reply, Unit

DAYS_SHOWN = 10
"""Latest dates that are told of one digest."""


def digest_heading(digest: Digest, day: date, topic: str = "") -> Utterance:
    """What a digest is called; an empty one says that it is."""
    if digest.is_empty:
        return utterance("digest/empty", date=day.isoformat())
    if topic:
        return utterance("digest/heading_topic", topic=topic, date=day.isoformat())
    return utterance("digest/heading", date=day.isoformat())


def digest_summary(digest: Digest, since: int | None = None) -> Utterance:
    """How much a digest tells: articles, outlets, stories, and how many of them go on."""
    articles, outlets = len(digest.articles), len(digest.outlets)
    stories, updates = len(digest.told), digest.updates
    if since is None:
        return utterance(
            "digest/summary", articles=articles, outlets=outlets, stories=stories, updates=updates
        )
    return utterance(
        "digest/summary_since",
        since=since,
        articles=articles,
        outlets=outlets,
        stories=stories,
        updates=updates,
    )


def digest_counts(read: int, left_out: Mapping[str, int]) -> tuple[Utterance, ...]:
    """How many articles a digest read, and how many it left out for which reasons."""
    why = (utterance(f"digest/{why}", articles=left_out[why]) for why in WHYS if why in left_out)
    return (utterance("digest/read", articles=read), *why)


def story_reply(quotes: Sequence[Quote]) -> Reply:
    """The quotes that tell a story, for whoever asks for it."""
    heading = Line(utterance("digest/story"), heading=True)
    return Reply((heading, *(block_of(quote) for quote in quotes)), private=True)


def more_replies(digest: Digest) -> list[Reply]:
    """What there is to read beyond a digest: for each story the quotes that it had no room for."""
    return [_more(story) for story in digest.stories if story.more]


def schedule_line(schedule: Schedule, days: str) -> Utterance:
    """Where, when and on what a digest is posted."""
    variables: dict[str, str | int] = {
        "channel": schedule.channel,
        "time": schedule.timing.at.strftime("%H:%M"),
        "zone": schedule.timing.zone.replace("_", " "),
        "days": days,
    }
    if schedule.topic:
        return utterance("digest/schedule_topic", topic=schedule.topic, **variables)
    return utterance("digest/schedule", **variables)


def next_line(standing: ScheduleStatus) -> Utterance:
    """When the next post is due, or why there is none."""
    if standing.following is None:
        return utterance(f"digest/resting_{standing.schedule.paused}")
    return utterance("digest/next", due=int(standing.following.due.timestamp()))


def status_reply(
    standings: Sequence[tuple[ScheduleStatus, str]], missing: Sequence[tuple[Utterance, ...]]
) -> Reply:
    """All digests of a server, each with its days as written, and what is wrong with it."""
    if not standings:
        return Reply((Line(utterance("digest/none"), heading=True),), private=True)
    lines: list[Utterance] = []
    for (standing, days), problems in zip(standings, missing, strict=True):
        lines += [schedule_line(standing.schedule, days), next_line(standing), *problems]
        several = len(standings) > 1
        lines += _history(standing.posts[: 1 if several else DAYS_SHOWN], several=several)
    return Reply(tuple(Line(words) for words in lines), private=True)


def _more(story: Story) -> Reply:
    title = headline(story)
    above: Headline | Block | None = title
    if title is None and story.headline is not None:
        above = block_of(story.headline, context=False)
    units: list[Unit] = [above] if above else []
    return Reply((*units, *(block_of(quote) for quote in story.more)))


def _history(posts: Sequence[Post], *, several: bool) -> Iterator[Utterance]:
    for post in posts:
        date = post.day.isoformat()
        if post.state == "failed":
            yield utterance("digest/day_failed", date=date, why=post.reason or "")
        else:
            yield utterance(f"digest/day_{post.state}", date=date)
        if post.state in ("posted", "empty") and post.content.read and not several:
            yield from digest_counts(post.content.read, post.content.left_out)
