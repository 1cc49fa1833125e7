"""The JSON objects of `pullquote fetch`; their shape is public and stable."""

from typing import TYPE_CHECKING

from bot.chat.objects import Object
from bot.chat.prompts import Prompts
from bot.chat.replies import told

if TYPE_CHECKING:  # brings aiohttp, which is slow to import
    from collections.abc import Sequence

    from bot.feeds.visiting import Visit


def fetch_object(visits: "Sequence[Visit]", prompts: Prompts) -> Object:
    """What came of reading feeds: each with its articles and its error, and the sums."""
    feeds = [_feed(visit, prompts) for visit in visits]
    sums = {name: sum(feed[name] for feed in feeds) for name in ("added", "updated", "unchanged")}
    return {**sums, "feeds": feeds}


def _feed(visit: "Visit", prompts: Prompts) -> Object:
    feed, report, error = visit.feed, visit.report, visit.reading.error
    return {
        "url": feed.url,
        "title": feed.name,
        "collection": feed.collection,
        "state": feed.state,
        "changed": visit.reading.changed,
        "added": report.added,
        "updated": report.updated,
        "unchanged": report.unchanged,
        "refused": [
            {"path": item.source, "reason": prompts.say(told(item.error))}
            for item in report.refused
        ],
        "error": prompts.say(told(error)) if error else None,
    }
