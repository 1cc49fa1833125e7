"""What is said about feeds."""

from collections.abc import Iterator, Sequence

from bot.chat.ids import FEEDS_PREFIX
from bot.chat.replies import line_reply
from bot.feeds.subscription import Feed, FeedStatus, NewFeed
from bot.wording.prompts import Utterance, error_utterance, utterance
from bot.wording.reply import Line, More, Reply, Unit

FEEDS_PAGE = 5
"""Feeds on a page of their list: four lines each, with long names and addresses, fill a message."""

MINUTE, HOUR, DAY = 60, 3_600, 86_400


def feed_added_reply(new: NewFeed) -> Reply:
    """That a feed was added, and what comes of it."""
    return line_reply("feeds/added", title=new.feed.name, items=new.items)


def feeds_reply(statuses: Sequence[FeedStatus], page: int, now: int) -> Reply:
    """A page of the list of feeds, counted from 0; `now` in Unix seconds."""
    if not statuses:
        return line_reply("feeds/none")
    first = page * FEEDS_PAGE
    shown = statuses[first : first + FEEDS_PAGE]
    heading = utterance(
        "feeds/heading", first=first + 1, last=first + len(shown), total=len(statuses)
    )
    units: list[Unit] = [Line(heading, heading=True)]
    for status in shown:
        units += map(Line, _told(status, now))
    beyond = first + len(shown) < len(statuses)
    return Reply(tuple(units), private=True, more=More(FEEDS_PREFIX, page + 1, beyond))


def feed_ended_reply(feed: Feed, server: str) -> Reply:
    """That a feed is read no more, and why, for those who manage its server."""
    units = [Line(utterance("feeds/stopped_notice", server=server, title=feed.name), heading=True)]
    units += [Line(error_utterance(feed.error))] if feed.error else []
    return Reply((*units, Line(utterance("feeds/resume_hint"))))


def _told(status: FeedStatus, now: int) -> Iterator[Utterance]:
    feed = status.feed
    yield utterance(
        f"feeds/row_{feed.state}", id=feed.id, title=feed.name, articles=status.articles
    )
    yield _place(feed, now)
    if feed.error is not None:
        if feed.failures:
            yield utterance("feeds/failures", failures=feed.failures)
        yield error_utterance(feed.error)


def _place(feed: Feed, now: int) -> Utterance:
    """Where a feed is, and how long ago it was last read."""
    if feed.read is None:
        return utterance("feeds/unread", url=feed.url)
    ago = max(now - feed.read, 0)
    if ago < HOUR:
        return utterance("feeds/read_minutes", url=feed.url, minutes=ago // MINUTE)
    if ago < DAY:
        return utterance("feeds/read_hours", url=feed.url, hours=ago // HOUR)
    return utterance("feeds/read_days", url=feed.url, days=ago // DAY)
