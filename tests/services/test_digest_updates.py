"""A story is an update of what an earlier post of its channel told, and of nothing else."""

from datetime import date, timedelta
from pathlib import Path

from bot.digest.digest import Digest
from bot.digest.schedule import Part, slot
from bot.services.digests import DigestService, Schedule
from bot.services.newsroom import Newsroom
from tests.persistence.examples import execute
from tests.services.test_digests import (
    NOW,
    OTHER,
    TOPICS,
    HandClock,
    clock,
    digests,
    newsroom,
    ordered,
    tell,
)

__all__ = ["clock", "digests", "newsroom"]

FLOOD = (
    (
        "The river Orrin flooded the old town of Selby on Monday, and 400 people left their homes. "
        "Mayor Ada Brandt opened the school of Selby to them."
    ),
    (
        "The flood in the old town of Selby has reached the school where 400 people sleep, mayor "
        "Ada Brandt said. The river Orrin stands at six metres."
    ),
    "Mayor Ada Brandt let the 400 people of Selby go home: the river Orrin has left the old town.",
)
"""A story that goes on."""


async def flood(newsroom: Newsroom, number: int) -> None:
    """Take in the next report of a story that goes on."""
    content = f"---\ntitle: Selby under water\noutlet: Post {number}\n---\n{FLOOD[number]}\n"
    await newsroom.intake.upload(f"flood{number}.md", content.encode(), "operator")


async def posted(digests: DigestService, schedule: Schedule, day: date) -> Digest:
    """The digest of a date, noted as about to be posted."""
    due = slot(schedule.timing, day)
    found = await digests.at(schedule, due)
    await digests.freeze(schedule, due, found, [Part(0, "channel", f"{schedule.id} {day}", "{}")])
    return found[0]


def updates(digest: Digest) -> list[bool]:
    """Whether each story is told as an update."""
    return [story.update for story in (*digest.stories, *digest.rest)]


async def test_a_story_is_an_update_once_a_post_of_its_channel_told_it(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    mine, theirs = await ordered(digests), await ordered(digests, OTHER)
    await flood(newsroom, 0)
    clock.move(hours=2)
    assert updates(await posted(digests, mine, NOW.date())) == [False]
    await flood(newsroom, 1)
    clock.move(days=1)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert updates(await posted(digests, mine, tomorrow)) == [True]
    assert updates(await posted(digests, theirs, tomorrow)) == [False]


async def test_two_articles_of_one_day_make_no_update(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    await flood(newsroom, 0)
    clock.move(hours=1)
    await flood(newsroom, 1)
    clock.move(hours=1)
    (story,) = (await posted(digests, schedule, NOW.date())).stories
    assert (story.update, len(story.articles)) == (False, 2)


async def test_what_another_topic_of_the_channel_told_is_an_update(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    flooded, everything = await ordered(digests, topic="Orrin"), await ordered(digests)
    await flood(newsroom, 0)
    clock.move(hours=2)
    await posted(digests, flooded, NOW.date())
    await flood(newsroom, 1)
    clock.move(days=1)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert updates(await posted(digests, everything, tomorrow)) == [True]


async def test_a_story_that_was_not_posted_was_not_told(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    await flood(newsroom, 0)
    clock.move(hours=2)
    await posted(digests, schedule, NOW.date())
    (post,) = (await digests.standing(schedule)).posts
    await digests.settle(post, "failed")
    await flood(newsroom, 1)
    clock.move(days=1)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert updates(await posted(digests, schedule, tomorrow)) == [False]


async def test_a_post_of_an_earlier_release_is_known_by_the_articles_that_named_its_stories(
    newsroom: Newsroom, digests: DigestService, clock: HandClock, tmp_path: Path
) -> None:
    schedule = await ordered(digests)
    await flood(newsroom, 0)
    clock.move(hours=2)
    await posted(digests, schedule, NOW.date())
    file = tmp_path / "data" / "pullquote.db"
    execute(file, "UPDATE digest_post SET content = replace(content, '\"told\"', '\"stories\"')")
    await flood(newsroom, 1)
    clock.move(days=1)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert updates(await posted(digests, schedule, tomorrow)) == [True]


async def test_a_story_asked_for_is_as_the_last_digest_found_it(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    await flood(newsroom, 0)
    (first,) = [item async for item in newsroom.articles.articles()]
    clock.move(hours=2)
    await posted(digests, schedule, NOW.date())
    assert len({quote.article.id for quote in await digests.story(first.id, None)}) == 1
    await flood(newsroom, 1)
    clock.move(days=1)
    await posted(digests, schedule, (NOW + timedelta(days=1)).date())
    assert len({quote.article.id for quote in await digests.story(first.id, None)}) == 2


async def test_a_digest_reads_the_articles_in_whatever_order_they_came(
    tmp_path: Path, clock: HandClock
) -> None:
    numbers, found = [0, 1, 2], []
    for order in (numbers, numbers[::-1]):
        async with await Newsroom.open(tmp_path / f"{order}", clock=clock) as other:
            for number in order:
                await flood(other, number)
                await tell(other, TOPICS[number])
            digest = await other.digests.of_day(NOW.date(), "UTC")
            stories = (*digest.stories, *digest.rest)
            found.append({frozenset(a.title + str(a.outlet) for a in s.articles) for s in stories})
            assert sorted(len(story.articles) for story in stories) == [1, 1, 1, 3]
    assert found[0] == found[1]
