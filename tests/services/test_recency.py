"""Newer reports count for more, by the day of asking, and an archive keeps its order."""

from datetime import date
from pathlib import Path

import pytest

from bot.services.newsroom import Newsroom
from tests.examples import article

DAY = 86_400.0
ASKED_ON = date(2024, 6, 20)
CLOSER = "The ferry pier at Mossholm reopened, and the pier has two berths for the ferry."
NEWER = "Fishermen at Mossholm say that the ferry will leave from the new pier from now on."


async def room(folder: Path, clock: float = 19_894 * DAY) -> Newsroom:
    """A newsroom on 20 June 2024 with an older report that says more and a newer one."""
    article(folder / "news", "old.md", CLOSER, outlet="Lumen Courier", published="2023-06-19")
    article(folder / "news", "new.md", NEWER, outlet="Velden Weekly", published="2024-06-19")
    newsroom = await Newsroom.open(folder / "data", clock=lambda: clock)
    await newsroom.ingest([folder / "news"])
    return newsroom


async def shown(newsroom: Newsroom, now: date | None = None) -> list[str]:
    """The outlets of a briefing, in their order."""
    brief = await newsroom.brief("ferry pier Mossholm", now=now)
    return [str(cited.quote.article.outlet) for cited in brief.cited]


async def test_a_newer_report_comes_before_one_that_says_a_little_more(tmp_path: Path) -> None:
    async with await room(tmp_path) as newsroom:
        assert await shown(newsroom) == ["Velden Weekly", "Lumen Courier"]
        assert await shown(newsroom, ASKED_ON) == await shown(newsroom)
        hits = await newsroom.inquiries.search("ferry pier Mossholm")
        assert [hit.quote.text for hit in hits] == [CLOSER, NEWER]


async def test_an_archive_keeps_the_order_of_its_last_day(tmp_path: Path) -> None:
    async with await room(tmp_path) as newsroom:
        search = newsroom.inquiries.search
        then = await search("ferry pier Mossholm", now=ASKED_ON)
        assert await search("ferry pier Mossholm", now=date(2031, 1, 1)) == then
        assert [hit.quote.text for hit in then] == [NEWER, CLOSER]


async def test_on_another_day_the_question_is_answered_anew(tmp_path: Path) -> None:
    async with await room(tmp_path) as newsroom:
        first = await newsroom.brief("ferry pier Mossholm", now=date(2023, 6, 20))
        assert await newsroom.brief("ferry pier Mossholm", now=date(2023, 6, 20)) is first
        assert await newsroom.brief("ferry pier Mossholm", now=date(2023, 6, 21)) is not first


@pytest.mark.parametrize("now", [None, date(1990, 1, 1), date(2200, 1, 1)])
async def test_undated_reports_can_be_asked_on_any_day(tmp_path: Path, now: date | None) -> None:
    news = article(tmp_path / "news", "pier.md", CLOSER)
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        await newsroom.ingest([news])
        assert (await newsroom.brief("ferry pier", now=now)).found
