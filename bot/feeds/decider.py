"""The decider: what becomes of a feed's item, and when the feed is read next."""

from dataclasses import dataclass, replace
from datetime import UTC, datetime
from email.utils import parsedate_to_datetime

from bot.articles.article import Draft, public_id
from bot.errors import Refused
from bot.feeds.document import Named, ReadItem, link_of, text_hash, told_hash
from bot.feeds.subscription import Feed, SeenItem

TRIED_FOR = 24 * 3_600
"""Seconds for which a page that could not be read is tried again."""

ANOTHERS = ""
"""Stands for the hash of a text that came by another way: whoever brought an article keeps it."""


@dataclass(frozen=True, slots=True)
class Pending:
    """An item to read, what it was the last time, and whether its page may be read."""

    named: Named
    old: SeenItem | None
    with_page: bool


@dataclass(frozen=True, slots=True)
class ItemDecision:
    """The article to save, None when nothing is new of it; and what to remember of the item."""

    draft: Draft | None
    seen: SeenItem | None


def decided(
    one: Pending, became: ReadItem, same: SeenItem | None, feed: Feed, now: int, *, taken: bool
) -> ItemDecision:
    """Decide on an item; `same` is an earlier one of its text, `taken` when its key is in use."""
    old, made = one.old, became.made
    fresh = _fresh(one, became, feed, now)
    if not isinstance(made, Draft):
        return ItemDecision(None, fresh)
    if same is not None:
        known = replace(fresh, key=same.key, article=same.article, text_hash=same.text_hash)
        return ItemDecision(None, known)
    # What came by another way and has another address now is an article of its own.
    moved = old is not None and old.text_hash == ANOTHERS and made.key != old.key and not taken
    if old is None or not old.key or moved:
        named = replace(fresh, key=made.key, article=public_id(feed.collection, made.key))
        if taken:
            return ItemDecision(None, named)
        return ItemDecision(made, replace(named, text_hash=text_hash(made)))
    return _edited(replace(made, key=old.key), old, fresh, again=became.again)


def _edited(made: Draft, old: SeenItem, fresh: SeenItem, *, again: bool) -> ItemDecision:
    hashed = text_hash(made)
    if old.text_hash in (ANOTHERS, hashed):
        return ItemDecision(None, fresh)
    # What is whole is not given up for an excerpt because its site was slow for an hour.
    if again and old.again_until is None:
        return ItemDecision(None, None)
    return ItemDecision(made, replace(fresh, text_hash=hashed))


def _fresh(one: Pending, became: ReadItem, feed: Feed, now: int) -> SeenItem:
    """What is remembered of an item in any case."""
    name, item = one.named
    old = one.old
    return SeenItem(
        name=name,
        link=link_of(item),
        key=old.key if old else "",
        article=old.article if old else "",
        told_hash=told_hash(item),
        text_hash=old.text_hash if old else ANOTHERS,
        again_until=_again_until(old, now) if became.again else None,
        baseline=old.baseline if old else feed.read is None,
    )


def _again_until(old: SeenItem | None, now: int) -> int:
    """Until when a page is tried again that could not be read now."""
    if old is not None and old.again_until is not None:
        return old.again_until
    return now + TRIED_FOR


HOUR = 3_600
EVERY = HOUR
"""Seconds between two readings: sites do not like to be asked more often than hourly."""

LONGEST_WAIT = 24 * HOUR
LONGEST_ASKED = 7 * 24 * HOUR
"""Seconds that a failing feed waits at most, and that a server may ask us to wait."""

JITTER = 0.25
"""Share by which a wait is drawn out at random, so that feeds do not come due all at once."""

MOST_FAILURES = 8
"""Failures in a row after which a feed is given up: 1, 2, 4, 8, 16, 24 and 24 hours apart, some
three days, longer than a weekend without anybody at the server."""

SIGHTINGS = 3
"""Readings in a row that must be led to one new address before it takes the place of the old."""


@dataclass(frozen=True, slots=True, kw_only=True)
class PollOutcome:
    """What came of reading a feed once.

    `error` is None when it could be read; `gone` when its site has ended it. `moved` is the address
    that it was led to for good. `wait` are the seconds that the server asked for.
    """

    error: Refused | None = None
    gone: bool = False
    changed: bool = False
    title: str | None = None
    etag: str | None = None
    modified: str | None = None
    moved: str | None = None
    wait: int | None = None


def after(feed: Feed, reading: PollOutcome, now: int, chance: float) -> Feed:
    """How a feed fares after a reading at `now`; `chance` is drawn from 0 to 1."""
    tried = replace(feed, tried=now)
    if reading.gone:
        return replace(tried, state="gone", error=reading.error)
    if reading.error is not None:
        return _failed(tried, reading, now, chance)
    if reading.changed:
        tried = replace(
            tried,
            title=reading.title or feed.title,
            etag=reading.etag,
            modified=reading.modified,
        )
    succeeded = replace(tried, read=now, failures=0, error=None, wait_until=None, told=False)
    return replace(_moving(succeeded, reading.moved), due=now + _drawn_out(EVERY, chance))


def resumed(feed: Feed, now: int) -> Feed:
    """A feed that somebody wants read again, at once and as if nothing had happened."""
    return replace(feed, state="active", failures=0, error=None, told=False, due=now)


def asked_wait(retry_after: str | None, now: int) -> int | None:
    """The seconds that a Retry-After header asks for, in either of its forms; None without one."""
    written = (retry_after or "").strip()
    if written.isdecimal() and len(written) <= len(str(LONGEST_ASKED)):
        seconds = int(written)
    elif written.isdecimal():
        seconds = LONGEST_ASKED
    else:
        try:
            then = parsedate_to_datetime(written)
        except (TypeError, ValueError, OverflowError):
            return None
        seconds = int((then if then.tzinfo else then.replace(tzinfo=UTC)).timestamp()) - now
    return min(max(seconds, 0), LONGEST_ASKED)


def moment(now: int) -> datetime:
    """Unix seconds as a date and time in UTC."""
    return datetime.fromtimestamp(now, UTC)


def _failed(feed: Feed, reading: PollOutcome, now: int, chance: float) -> Feed:
    failures = feed.failures + 1
    wait = min(EVERY * 2 ** (failures - 1), LONGEST_WAIT)
    until = None if reading.wait is None else now + reading.wait
    return replace(
        feed,
        state="stopped" if failures >= MOST_FAILURES else feed.state,
        failures=failures,
        error=reading.error,
        wait_until=until,
        due=max(now + _drawn_out(wait, chance), until or 0),
    )


def _moving(feed: Feed, moved: str | None) -> Feed:
    """Count how often a feed was led to the same new address; at last that is where it is."""
    if moved is None or moved == feed.url:
        return replace(feed, moved_to=None, moved_seen=0)
    seen = feed.moved_seen + 1 if moved == feed.moved_to else 1
    if seen >= SIGHTINGS:
        return replace(feed, url=moved, moved_to=None, moved_seen=0)
    return replace(feed, moved_to=moved, moved_seen=seen)


def _drawn_out(seconds: int, chance: float) -> int:
    return seconds + int(seconds * JITTER * chance)
