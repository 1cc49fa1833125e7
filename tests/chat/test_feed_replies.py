"""What is said about feeds."""

import pytest

from bot.chat.feed_replies import FEEDS_PAGE, feed_added_reply, feed_ended_reply, feeds_reply
from bot.errors import Refused
from bot.feeds.subscription import Feed, FeedState, FeedStatus, NewFeed
from bot.wording.prompts import Prompts
from bot.wording.reply import Line, Reply

NOW = 1_780_000_000
PROMPTS = Prompts()
SLOW = Refused("fetch/slow", host="news.example")


def feed(number: int = 1, state: FeedState = "active", **more: object) -> Feed:
    values = {"title": f"Post {number}", "url": f"https://{number}.example/feed", **more}
    return Feed(id=number, collection="7", state=state, added=NOW, due=NOW, **values)  # type: ignore[arg-type]  # a test's own values


def told(reply: Reply) -> list[str]:
    return [PROMPTS.say(unit.words) for unit in reply.units if isinstance(unit, Line)]


def test_a_new_feed_is_named_with_its_articles() -> None:
    (line,) = told(feed_added_reply(NewFeed(feed(), 3)))
    assert "Post 1 names 3 articles now" in line
    assert (
        "https://2.example/feed names" in told(feed_added_reply(NewFeed(feed(2, title=None), 3)))[0]
    )


@pytest.mark.parametrize(
    ("ago", "words"),
    [
        (0, "last read 0 minutes ago"),
        (-5, "last read 0 minutes ago"),
        (60, "last read 1 minute ago"),
        (3_600, "last read 1 hour ago"),
        (3 * 86_400, "last read 3 days ago"),
    ],
)
def test_it_is_told_how_long_ago_a_feed_was_read(ago: int, words: str) -> None:
    lines = told(feeds_reply([FeedStatus(feed(read=NOW - ago), 12)], 0, NOW))
    assert lines == [
        "**Feeds** 1–1 of 1",
        "`1` **Post 1** · 12 articles · read every hour",
        f"https://1.example/feed · {words}",
    ]


def test_a_feed_that_was_never_read_says_so() -> None:
    assert "not read yet" in told(feeds_reply([FeedStatus(feed(), 0)], 0, NOW))[2]


def test_failures_are_told_in_words() -> None:
    failing = feed(failures=2, error=SLOW, read=NOW)
    lines = told(feeds_reply([FeedStatus(failing, 1)], 0, NOW))
    assert lines[3:] == [
        "2 failures in a row, the last one:",
        "news.example took too long to answer.",
    ]


@pytest.mark.parametrize(
    ("state", "words"),
    [("paused", "paused"), ("stopped", "given up"), ("gone", "ended by its site")],
)
def test_the_state_of_a_feed_is_told(state: FeedState, words: str) -> None:
    assert words in told(feeds_reply([FeedStatus(feed(1, state), 1)], 0, NOW))[1]


def test_an_ended_feed_says_why_without_counting_failures() -> None:
    gone = feed(1, "gone", error=Refused("feeds/gone"))
    assert told(feeds_reply([FeedStatus(gone, 1)], 0, NOW))[3:] == [
        "Its site says that it has ended."
    ]


def test_a_long_list_goes_on_on_another_page() -> None:
    statuses = [FeedStatus(feed(number), 0) for number in range(1, FEEDS_PAGE + 3)]
    first, second = (feeds_reply(statuses, page, NOW) for page in (0, 1))
    assert (first.following, second.following) == (1, None)
    assert told(second)[0] == f"**Feeds** 6–7 of {FEEDS_PAGE + 2}"
    assert "Post 6" in told(second)[1]


def test_without_feeds_it_is_told_how_to_add_one() -> None:
    assert "`/feeds add`" in told(feeds_reply([], 0, NOW))[0]


def test_the_notice_of_a_feed_that_ended_names_server_reason_and_remedy() -> None:
    lines = told(feed_ended_reply(feed(1, "stopped", error=SLOW), "Linnholm"))
    assert lines[0] == "A feed of Linnholm is read no more: Post 1"
    assert lines[1] == "news.example took too long to answer."
    assert "/feeds resume" in lines[2]
    assert len(told(feed_ended_reply(feed(1, "stopped"), "Linnholm"))) == 2
