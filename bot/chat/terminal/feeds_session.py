"""/feeds in the terminal: the operator's own feeds."""

import time

from bot.chat.feed_replies import feed_added_reply, feeds_reply
from bot.chat.replies import line_reply
from bot.chat.reply import Reply
from bot.errors import WrongUse
from bot.newsroom import Newsroom
from bot.storage.scope import OPERATOR


class FeedsSession:
    """Adds, lists and changes the operator's feeds."""

    def __init__(self, newsroom: Newsroom) -> None:
        self._newsroom = newsroom

    async def reply(self, words: str) -> Reply:
        """What is answered to the words after /feeds."""
        what, _, named = words.partition(" ")
        feeds = self._newsroom.feeds
        if what in ("", "list"):
            page = max(int(named), 1) - 1 if named.isdecimal() else 0
            return feeds_reply(await feeds.statuses(OPERATOR), page, int(time.time()))
        if what == "add" and named:
            new = await feeds.add(named, OPERATOR)
            await feeds.poll()
            return feed_added_reply(new)
        if what == "pause" and named:
            return line_reply("feeds/paused_now", title=(await feeds.pause(named, OPERATOR)).name)
        if what == "resume" and named:
            feed = await feeds.resume(named, OPERATOR)
            await feeds.poll()
            return line_reply("feeds/resumed", title=feed.name)
        if what == "remove" and named:
            return line_reply("feeds/removed", title=(await feeds.remove(named, OPERATOR)).name)
        raise WrongUse("terminal/feeds_usage")
