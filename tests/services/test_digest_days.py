"""The digest of a local day."""

from datetime import date

import pytest

from bot.errors import WrongUse
from bot.services.digests import DigestService
from bot.services.newsroom import Newsroom
from tests.services.test_digests import (
    NOW,
    SERVER,
    HandClock,
    clock,
    digests,
    newsroom,
    tell,
    titles,
)

__all__ = ["clock", "digests", "newsroom"]


async def test_a_local_day_has_the_articles_dated_on_it_and_the_undated_that_came(
    newsroom: Newsroom, digests: DigestService
) -> None:
    await tell(newsroom, "dams", published="2026-03-10")
    await tell(newsroom, "bridges", published="2026-03-09T23:30:00+00:00")
    await tell(newsroom, "ferries", published="2026-03-11")
    await tell(newsroom, "harvests")
    assert titles(await digests.of_day(NOW.date(), "UTC")) == ["dams", "harvests"]
    assert titles(await digests.of_day(NOW.date(), "Europe/Berlin")) == [
        "bridges",
        "dams",
        "harvests",
    ]
    assert titles(await digests.of_day(date(2026, 3, 11), "UTC")) == ["ferries"]


async def test_a_story_of_the_days_before_is_an_update(
    newsroom: Newsroom, digests: DigestService, clock: HandClock
) -> None:
    await tell(newsroom, "dams", published="2026-03-08")
    await tell(newsroom, "harvests")
    clock.move(days=1)
    await tell(newsroom, "dams", SERVER, "2026-03-11")
    await tell(newsroom, "violins", SERVER)
    digest = await digests.of_day(date(2026, 3, 11), "UTC", SERVER)
    assert titles(digest) == ["violins"]
    assert digest.reasons["copy"] == 1


@pytest.mark.parametrize("zone", ["Mars/Olympus", "", "../UTC", "Europe"])
async def test_a_zone_that_does_not_exist_is_told(digests: DigestService, zone: str) -> None:
    with pytest.raises(WrongUse) as refused:
        await digests.of_day(NOW.date(), zone)
    assert refused.value.utterance == "digest/no_such_zone"
