"""Lines that recur in three articles of a source are learned to be its furniture."""

from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.articles.article import Article
from bot.services.newsroom import Newsroom
from tests.examples import FERRY, HARBOUR, MINE, ORCHARD, SATELLITE, article

NEWS = (HARBOUR, ORCHARD, SATELLITE, FERRY, MINE)
LINE = "The Coast Gazette is printed on Thursdays in the old rope works at Varnholm."
OTHER = "Drawings of readers hang in the hall of the rope works until Easter."


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        yield opened


def file(folder: Path, number: int, line: str = LINE, outlet: str = "Coast Gazette") -> Path:
    return article(folder, f"{number}.md", f"{NEWS[number]}\n\n{line}", outlet=outlet)


async def marked(newsroom: Newsroom, collection: str | None = None) -> list[list[str]]:
    """The lines of each article that are marked as recurring."""
    return [
        [one.text[mark.start : mark.end] for mark in one.marks if mark.kind == "recurring"]
        async for one in newsroom.articles.articles(collection)
    ]


async def articles(newsroom: Newsroom) -> list[Article]:
    return [one async for one in newsroom.articles.articles()]


async def test_a_line_of_three_articles_of_an_outlet_is_quoted_of_none(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for number in range(2):
        await newsroom.ingest([file(tmp_path, number)])
    assert await marked(newsroom) == [[], []]
    assert (await newsroom.brief("rope works")).found
    await newsroom.ingest([file(tmp_path, 2)])
    assert await marked(newsroom) == [[LINE]] * 3
    assert (await newsroom.brief("rope works")).state == "nothing"
    assert (await newsroom.brief("silt")).found
    assert [one.version for one in await articles(newsroom)] == [1, 1, 1]
    # What comes later bears the mark from the beginning.
    assert (await newsroom.ingest([file(tmp_path, 3)])).added == 1
    assert await marked(newsroom) == [[LINE]] * 4
    report = await newsroom.ingest([tmp_path / f"{number}.md" for number in range(4)])
    assert (report.unchanged, report.updated) == (4, 0)


@pytest.mark.parametrize("size", [1, 2, 200])
async def test_it_makes_no_difference_how_many_come_at_once(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, size: int
) -> None:
    monkeypatch.setattr("bot.services.article_batches.BATCH_ARTICLES", size)
    await newsroom.ingest([file(tmp_path, number) for number in range(5)])
    assert await marked(newsroom) == [[LINE]] * 5
    assert (await newsroom.brief("rope works")).state == "nothing"
    assert not newsroom.repaired


async def test_the_mark_outlives_a_restart_and_the_index_is_level(tmp_path: Path) -> None:
    for number in range(3):
        async with await Newsroom.open(tmp_path / "data") as newsroom:
            await newsroom.ingest([file(tmp_path, number)])
    async with await Newsroom.open(tmp_path / "data") as newsroom:
        assert not newsroom.repaired
        assert await marked(newsroom) == [[LINE]] * 3
        assert (await newsroom.brief("rope works")).state == "nothing"


async def test_a_newsroom_beside_finds_the_line_no_more_either(tmp_path: Path) -> None:
    async with (
        await Newsroom.open(tmp_path / "data") as one,
        await Newsroom.open(tmp_path / "data") as other,
    ):
        for number, room in enumerate((one, other, one)):
            await room.ingest([file(tmp_path, number)])
        for room in (one, other):
            assert (await room.brief("rope works")).state == "nothing"
            assert (await room.brief("blossom")).found


async def test_another_source_or_server_learns_by_itself(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    outlets = ("Coast Gazette", "Coast Gazette", "Inland Post", "Inland Post")
    for number, outlet in enumerate(outlets):
        await newsroom.ingest([file(tmp_path, number, outlet=outlet)])
    for number in (0, 4):
        await newsroom.ingest([file(tmp_path, number)], "1")
    assert await marked(newsroom) == [[]] * 4
    assert await marked(newsroom, "1") == [[]] * 6


async def test_two_lines_are_learned_each(newsroom: Newsroom, tmp_path: Path) -> None:
    await newsroom.ingest([file(tmp_path, number, f"{LINE}\n\n{OTHER}") for number in range(3)])
    assert await marked(newsroom) == [[LINE, OTHER]] * 3


async def test_what_was_removed_is_neither_marked_nor_brought_back(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    for number in range(2):
        await newsroom.ingest([file(tmp_path, number)])
    first, _ = await articles(newsroom)
    await newsroom.intake.remove(first.id, "operator")
    await newsroom.ingest([file(tmp_path, 2)])
    assert await marked(newsroom) == [[], []]
    await newsroom.ingest([file(tmp_path, 3)])
    assert await marked(newsroom) == [[LINE]] * 3


async def test_quotes_of_a_line_that_was_learned_later_still_hold(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    await newsroom.ingest([file(tmp_path, 0), file(tmp_path, 1)])
    (cited, *_) = (await newsroom.brief("rope works")).cited
    await newsroom.ingest([file(tmp_path, 2)])
    quote = cited.quote
    context = await newsroom.articles.context(quote.article.id, 1, quote.start, quote.end)
    assert context.quote.text == quote.text
