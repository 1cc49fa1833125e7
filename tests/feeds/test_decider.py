"""When a feed is read next, and when it is given up."""

from dataclasses import replace
from itertools import pairwise

import pytest

from bot.errors import Refused
from bot.feeds.decider import (
    EVERY,
    HOUR,
    LONGEST_ASKED,
    LONGEST_WAIT,
    MOST_FAILURES,
    SIGHTINGS,
    PollOutcome,
    after,
    asked_wait,
    moment,
    resumed,
)
from bot.feeds.subscription import Feed

NOW = 1_780_000_000
FEED = Feed(id=1, collection="7", url="https://news.example/feed", added=NOW, due=NOW)
SLOW = Refused("fetch/slow", host="news.example")
READ = PollOutcome(changed=True, title="News", etag='W/"1"', modified="Tue")


def test_a_feed_that_was_read_is_read_again_in_an_hour_or_a_little_later() -> None:
    soon, late = (after(FEED, READ, NOW, chance) for chance in (0.0, 1.0))
    assert (soon.due, late.due) == (NOW + EVERY, NOW + EVERY + EVERY // 4)
    assert (soon.title, soon.etag, soon.modified, soon.read) == ("News", 'W/"1"', "Tue", NOW)


def test_nothing_new_leaves_what_was_known() -> None:
    known = after(FEED, READ, NOW, 0.0)
    same = after(known, PollOutcome(), NOW + HOUR, 0.0)
    assert same == replace(known, tried=NOW + HOUR, read=NOW + HOUR, due=NOW + 2 * HOUR)


def test_a_feed_that_tells_no_name_any_more_keeps_its_own() -> None:
    known = after(FEED, READ, NOW, 0.0)
    assert after(known, replace(READ, title=None, etag=None), NOW, 0.0).title == "News"
    assert after(known, replace(READ, title=None, etag=None), NOW, 0.0).etag is None


def test_each_failure_doubles_the_wait_up_to_a_day() -> None:
    feed, waits = FEED, []
    for _ in range(MOST_FAILURES - 1):
        feed = after(feed, PollOutcome(error=SLOW), NOW, 0.0)
        waits.append(feed.due - NOW)
        assert (feed.state, feed.error) == ("active", SLOW)
    assert waits[0] == HOUR
    assert all(later in (2 * sooner, LONGEST_WAIT) for sooner, later in pairwise(waits))


def test_a_feed_that_fails_too_often_is_given_up_and_can_be_resumed() -> None:
    failing = replace(FEED, failures=MOST_FAILURES - 1, told=True)
    given_up = after(failing, PollOutcome(error=SLOW), NOW, 0.0)
    assert (given_up.state, given_up.failures) == ("stopped", MOST_FAILURES)
    again = resumed(given_up, NOW + 5)
    assert (again.state, again.failures, again.error, again.due) == ("active", 0, None, NOW + 5)
    assert not again.told


def test_a_feed_that_works_again_has_no_failures() -> None:
    failing = after(FEED, PollOutcome(error=SLOW, wait=60), NOW, 0.0)
    mended = after(failing, READ, NOW, 0.0)
    assert (mended.failures, mended.error, mended.wait_until) == (0, None, None)


def test_a_server_that_asks_to_wait_is_not_asked_before() -> None:
    asked = after(FEED, PollOutcome(error=SLOW, wait=5 * HOUR), NOW, 0.0)
    assert (asked.due, asked.wait_until) == (NOW + 5 * HOUR, NOW + 5 * HOUR)
    shorter = after(FEED, PollOutcome(error=SLOW, wait=5), NOW, 0.0)
    assert shorter.due == NOW + HOUR


def test_a_feed_that_is_gone_has_ended() -> None:
    ended = after(FEED, PollOutcome(gone=True, error=Refused("feeds/gone")), NOW, 0.0)
    assert (ended.state, ended.tried, ended.read) == ("gone", NOW, None)


def test_a_new_address_is_learned_when_it_was_seen_three_times_in_a_row() -> None:
    feed = FEED
    moved = replace(READ, moved="https://new.example/feed")
    for _ in range(SIGHTINGS - 1):
        feed = after(feed, moved, NOW, 0.0)
        assert feed.url == FEED.url
    assert after(feed, replace(READ, moved="https://x.example/"), NOW, 0.0).moved_seen == 1
    assert after(feed, READ, NOW, 0.0).moved_seen == 0
    assert after(feed, moved, NOW, 0.0).url == "https://new.example/feed"
    assert after(feed, replace(READ, moved=FEED.url), NOW, 0.0).moved_to is None


@pytest.mark.parametrize(
    ("written", "seconds"),
    [
        ("120", 120),
        (" 120 ", 120),
        ("0", 0),
        ("9" * 30, LONGEST_ASKED),
        (str(LONGEST_ASKED + 1), LONGEST_ASKED),
        (moment(NOW + 90).strftime("%a, %d %b %Y %H:%M:%S GMT"), 90),
        (moment(NOW + 90).strftime("%a, %d %b %Y %H:%M:%S"), 90),
        (moment(NOW - 90).strftime("%a, %d %b %Y %H:%M:%S GMT"), 0),
        ("soon", None),
        ("-5", None),
        ("Tue, 99 May 2026 08:00:00 GMT", None),
        ("", None),
        (None, None),
        ("Tue, 19 May 99999999999999999999 08:00:00 GMT", None),
        ("Tue, 19 May 2026 08:00:00 +99999999999999999999", None),
    ],
)
def test_a_wait_may_be_asked_for_in_seconds_or_by_a_date(
    written: str | None, seconds: int | None
) -> None:
    assert asked_wait(written, NOW) == seconds
