"""What a digest tells: what is new since the last one, to whom it may be told, none twice."""

from collections.abc import AsyncIterator
from datetime import UTC, date, datetime, time, timedelta
from pathlib import Path

import pytest

from bot.digest.digest import Digest
from bot.digest.schedule import Timing, slot
from bot.errors import NothingFound
from bot.services import digest_making
from bot.services.digests import DigestOrder, DigestService, Schedule
from bot.services.newsroom import Newsroom
from tests.persistence.examples import execute

NOW = datetime(2026, 3, 10, 6, tzinfo=UTC)
SERVER, OTHER = "1", "2"
TOLD = {
    "dams": "Dams above Orrin were opened before dawn because snow melts early this spring. "
    "Keepers of the dams count four metres more than a year ago.",
    "bridges": "Painters have closed two bridges in Selby until the last week of June. "
    "Rust had eaten the rails of both bridges, an inspector wrote.",
    "ferries": "Captains of the ferries to Linnholm will strike on Friday over night shifts. "
    "Ferries carry sixty trucks an hour when all of them sail.",
    "harvests": "Farmers around Velden expect harvests of barley as small as in the great drought. "
    "Poor harvests have raised what millers pay by a third.",
    "museums": "Visitors may enter the museums of Karvala free of charge every first Sunday. "
    "Three museums lent their oldest clocks for a common show.",
    "elections": "Voters in Torvik choose a council at elections that were put off twice. "
    "Judges ruled the former elections void over missing ballots.",
    "violins": "A maker in Brenta builds violins from the wood of a fallen pear tree. "
    "Her violins are tuned a little lower than usual.",
    "glaciers": "Climbers found boots a century old where glaciers drew back under Mount Halm. "
    "Melting glaciers give up what they swallowed, said a guide.",
    "lanterns": "Children let paper lanterns float down the canal to mark the longest night. "
    "Wind blew some lanterns into the reeds, and nothing burned.",
    "beehives": "Thieves took forty beehives from an orchard near the monastery of Sorn. "
    "Monks had painted the beehives blue so that swarms come home.",
}
TOPICS = tuple(TOLD)


class HandClock:
    """A clock that is moved by hand."""

    def __init__(self) -> None:
        self.now = NOW.timestamp()

    def __call__(self) -> float:
        """Unix seconds."""
        return self.now

    def move(self, **by: float) -> None:
        """Let time pass."""
        self.now += timedelta(**by).total_seconds()


@pytest.fixture
def clock() -> HandClock:
    return HandClock()


@pytest.fixture
async def newsroom(tmp_path: Path, clock: HandClock) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data", clock=clock) as opened:
        yield opened


@pytest.fixture
def digests(newsroom: Newsroom) -> DigestService:
    return newsroom.digests


async def tell(
    newsroom: Newsroom, topic: str, collection: str = "operator", published: str = ""
) -> None:
    """Take in an article on a topic, in words that no other article uses."""
    head = f"published: {published}\n" if published else ""
    content = f"---\ntitle: On {topic}\noutlet: The {topic} post\n{head}---\n{TOLD[topic]}\n"
    await newsroom.intake.upload(f"{topic}.md", content.encode(), collection)


def wanted(server: str = SERVER, topic: str = "") -> DigestOrder:
    """An order for a digest at eight in UTC."""
    return DigestOrder(
        face="discord",
        server=server,
        channel="5",
        topic=topic,
        made_by="6",
        timing=Timing(time(8), "UTC"),
    )


async def ordered(digests: DigestService, server: str = SERVER, topic: str = "") -> Schedule:
    return (await digests.order(wanted(server, topic)))[0]


def titles(digest: Digest) -> list[str]:
    """What a digest tells, by title."""
    return sorted(article.title.removeprefix("On ") for article in digest.articles)


async def told(digests: DigestService, schedule: Schedule, day: date) -> Digest:
    """The digest of a date, noted as told."""
    due = slot(schedule.timing, day)
    found = await digests.at(schedule, due)
    await digests.freeze(schedule, due, found, ())
    return found[0]


async def test_the_first_digest_looks_back_a_day(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    clock.move(days=-2)
    await tell(newsroom, "dams")
    clock.move(days=2)
    await tell(newsroom, "bridges")
    schedule = await ordered(digests)
    assert titles(await told(digests, schedule, NOW.date())) == ["bridges"]


async def test_each_article_is_told_once_however_late_the_next_digest_is(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    days, seen = [0, 1, 4, 5], []
    for day in range(6):
        await tell(newsroom, TOPICS[day])
        clock.move(hours=2, minutes=1)
        if day in days:
            seen += titles(await told(digests, schedule, (NOW + timedelta(days=day)).date()))
        clock.move(hours=21, minutes=59)
    assert sorted(seen) == sorted(TOPICS[:6])


async def test_an_article_that_is_saved_while_the_digest_reads_comes_the_next_day(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    await tell(newsroom, "dams")
    clock.move(hours=2)
    assert titles(await told(digests, schedule, NOW.date())) == ["dams"]
    clock.move(seconds=-30)
    await tell(newsroom, "bridges")
    clock.move(days=1)
    tomorrow = (NOW + timedelta(days=1)).date()
    assert titles(await told(digests, schedule, tomorrow)) == ["bridges"]


async def test_an_archive_is_no_news(newsroom: Newsroom, digests: DigestService) -> None:
    schedule = await ordered(digests)
    await tell(newsroom, "dams", published="2019-05-01")
    await tell(newsroom, "bridges", published="2026-03-09")
    digest = (await digests.at(schedule, slot(schedule.timing, NOW.date())))[0]
    assert titles(digest) == ["bridges"]
    assert digest.reasons["too_old"] == 1
    assert digest.read == 2


async def test_what_a_feed_had_before_it_was_followed_is_not_told(
    newsroom: Newsroom, digests: DigestService, tmp_path: Path
) -> None:
    schedule = await ordered(digests)
    await tell(newsroom, "dams")
    execute(tmp_path / "data" / "pullquote.db", "UPDATE article SET baseline = 1")
    await tell(newsroom, "bridges")
    digest = (await digests.at(schedule, slot(schedule.timing, NOW.date())))[0]
    assert titles(digest) == ["bridges"]


async def test_an_edited_article_is_not_told_again(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    await tell(newsroom, "dams")
    clock.move(hours=2)
    await told(digests, schedule, NOW.date())
    clock.move(hours=1)
    await tell(newsroom, "dams", published="2026-03-10")
    tomorrow = (NOW + timedelta(days=1)).date()
    assert (await told(digests, schedule, tomorrow)).is_empty


async def test_a_server_is_told_its_own_articles_and_no_other_ones(
    newsroom: Newsroom, digests: DigestService
) -> None:
    await tell(newsroom, "dams")
    await tell(newsroom, "bridges", SERVER)
    await tell(newsroom, "ferries", OTHER)
    due = slot(Timing(time(8), "UTC"), NOW.date())
    mine = (await digests.at(await ordered(digests), due))[0]
    theirs = (await digests.at(await ordered(digests, OTHER), due))[0]
    assert titles(mine) == ["bridges", "dams"]
    assert titles(theirs) == ["dams", "ferries"]
    assert mine.read == theirs.read == 2


async def test_a_story_of_another_server_cannot_be_asked_for(
    newsroom: Newsroom, digests: DigestService
) -> None:
    await tell(newsroom, "ferries", OTHER)
    (article,) = [item async for item in newsroom.articles.articles(OTHER)]
    with pytest.raises(NothingFound):
        await digests.story(article.id, SERVER)
    assert (await digests.story(article.id, OTHER))[0].article.id == article.id


async def test_an_article_that_was_in_no_digest_yet_is_a_story_by_itself(
    newsroom: Newsroom, digests: DigestService
) -> None:
    await tell(newsroom, "dams")
    (article,) = [item async for item in newsroom.articles.articles()]
    assert {quote.article.id for quote in await digests.story(article.id, None)} == {article.id}


async def test_a_topic_leaves_the_others_out(newsroom: Newsroom, digests: DigestService) -> None:
    for topic in ("dams", "bridges"):
        await tell(newsroom, topic)
    schedule = await ordered(digests, topic="dams")
    digest = (await digests.at(schedule, slot(schedule.timing, NOW.date())))[0]
    assert titles(digest) == ["dams"]
    assert digest.reasons["off_topic"] == 1


async def test_more_articles_than_are_read_are_counted(
    newsroom: Newsroom, digests: DigestService, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(digest_making, "MOST_READ", 4)
    for topic in TOPICS:
        await tell(newsroom, topic)
    schedule = await ordered(digests)
    due = slot(schedule.timing, NOW.date())
    found = await digests.at(schedule, due)
    assert (found[0].read, found[0].unread) == (len(TOPICS), len(TOPICS) - 4)
    await digests.freeze(schedule, due, found, ())
    (post,) = (await digests.standing(schedule)).posts
    assert post.content.left_out == {"over_the_limit": len(TOPICS) - 4}


async def test_a_digest_of_everything_at_once_is_made_once(
    newsroom: Newsroom, digests: DigestService
) -> None:
    for topic in TOPICS:
        await tell(newsroom, topic)
    due = slot(Timing(time(8), "UTC"), NOW.date())
    found = [
        (await digests.at(await ordered(digests, str(server)), due))[0] for server in range(20)
    ]
    assert all(digest is found[0] for digest in found)
    later = [(await digests.at(await ordered(digests, "1", topic), due))[0] for topic in TOPICS[:9]]
    assert len({id(digest) for digest in later}) == 9


async def test_two_newsrooms_on_one_database_agree_on_stories(
    newsroom: Newsroom, digests: DigestService, tmp_path: Path, clock: HandClock
) -> None:
    for topic in TOPICS:
        await tell(newsroom, topic)
    due = slot(Timing(time(8), "UTC"), NOW.date())
    mine = (await digests.at(await ordered(digests), due))[0]
    async with await Newsroom.open(tmp_path / "data", clock=clock) as second:
        theirs = (await second.digests.at(await ordered(second.digests), due))[0]
    assert [s.id for s in mine.stories] == [s.id for s in theirs.stories]


async def test_a_long_pause_is_not_told_in_one_digest(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    schedule = await ordered(digests)
    clock.move(hours=2)
    await told(digests, schedule, NOW.date())
    clock.move(days=1)
    await tell(newsroom, "dams")
    clock.move(days=30)
    await tell(newsroom, "bridges")
    later = (NOW + timedelta(days=32)).date()
    assert titles(await told(digests, schedule, later)) == ["bridges"]


async def test_when_an_article_came_in_is_kept_over_its_versions(
    newsroom: Newsroom, clock: HandClock, tmp_path: Path
) -> None:
    await tell(newsroom, "dams")
    clock.move(days=1)
    await tell(newsroom, "dams", published="2026-03-10")
    file = tmp_path / "data" / "pullquote.db"
    assert execute(file, "SELECT version, first_seen, baseline FROM article") == [
        (2, int(NOW.timestamp()), 0)
    ]


async def test_who_ordered_a_digest_is_told_to_them_and_forgotten_when_they_wish(
    newsroom: Newsroom, digests: DigestService
) -> None:
    schedule = await ordered(digests)
    scores, player = newsroom.rounds.scores, schedule.made_by
    assert (await scores.export(player))["digests_ordered"] == [schedule.channel]
    await scores.forget(player)
    assert (await scores.export(player))["digests_ordered"] == []
    [kept] = await digests.schedules(schedule.server)
    assert (kept.id, kept.made_by) == (schedule.id, "")
