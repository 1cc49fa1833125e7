"""Which article a text becomes: each text once, a version where it was edited, and else its own."""

import asyncio
import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.articles.article import Article
from bot.services.newsroom import Newsroom
from bot.services.report import IngestReport
from tests.examples import FERRY, HARBOUR, MINE, ORCHARD, SATELLITE, article

Stated = dict[str, str | int]


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        yield opened


async def articles(newsroom: Newsroom, collection: str | None = None) -> list[Article]:
    return [one async for one in newsroom.articles.articles(collection)]


def became(report: IngestReport) -> tuple[int, int, int]:
    assert report.refused == []
    return report.added, report.updated, report.unchanged


def told(report: IngestReport) -> list[tuple[str, str]]:
    return [
        (Path(one.place).name, one.note.name.removeprefix("articles/told_")) for one in report.told
    ]


def objects(folder: Path, name: str, *stated: Stated) -> Path:
    folder.mkdir(parents=True, exist_ok=True)
    path = folder / name
    if name.endswith(".jsonl"):
        path.write_text("\n".join(map(json.dumps, stated)), encoding="utf-8")
    else:
        path.write_text(json.dumps(stated), encoding="utf-8")
    return path


def stated(number: int, text: str, **facts: str) -> Stated:
    return {"id": number, "text": text, **facts}


SAME: dict[str, Stated] = {
    "other id": {"id": 8},
    "other link": {"url": "https://courier.example/other"},
    "other headline": {"id": 8, "title": "Ships are back"},
    "other day": {"id": 8, "published": "2024-02-09"},
    "no outlet": {"id": 8, "outlet": ""},
    "other quotes and spaces": {"id": 8, "text": HARBOUR.replace(" ", "  ").replace("'", "’")},
    "headline in the text": {"id": 8, "text": f"Quay open again\n\n{HARBOUR}"},
}
FIRST: Stated = {
    "id": 7,
    "text": HARBOUR,
    "title": "Quay open again",
    "outlet": "Lumen Courier",
    "published": "2024-02-06",
    "url": "https://courier.example/quay",
}


@pytest.mark.parametrize("other", SAME.values(), ids=SAME)
async def test_the_same_text_is_one_article_whatever_it_is_called(
    newsroom: Newsroom, tmp_path: Path, other: Stated
) -> None:
    again = {key: value for key, value in (FIRST | other).items() if value}
    if "id" not in other:
        del again["id"]
    one, two = objects(tmp_path, "one.json", FIRST), objects(tmp_path, "two.json", again)
    report = await newsroom.ingest([one, two])
    assert (became(report), told(report)) == ((1, 0, 1), [("two.json", "same")])
    report = await newsroom.ingest([one, two])
    assert (became(report), told(report)) == ((0, 0, 2), [])
    (only,) = await articles(newsroom)
    assert (only.version, only.title) == (1, "Quay open again")


@pytest.mark.parametrize("suffix", ["txt", "md", "html"])
async def test_the_same_text_in_another_kind_of_file_is_one_article(
    newsroom: Newsroom, tmp_path: Path, suffix: str
) -> None:
    text = f"<h1>Quay open again</h1><p>{HARBOUR}</p>" if suffix == "html" else HARBOUR
    (tmp_path / f"other.{suffix}").write_text(text, encoding="utf-8")
    file = article(tmp_path, "quay.md", HARBOUR, title="Quay open again", outlet="Lumen Courier")
    report = await newsroom.ingest([file, tmp_path / f"other.{suffix}"])
    assert (became(report), told(report)) == ((1, 0, 1), [(f"other.{suffix}", "same")])


async def test_a_text_of_two_outlets_is_two_articles_and_of_two_servers_too(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    one = article(tmp_path, "one.md", HARBOUR, outlet="Lumen Courier")
    two = article(tmp_path, "two.md", HARBOUR, outlet="Velden Weekly")
    report = await newsroom.ingest([one, two])
    assert (became(report), told(report)) == ((2, 0, 0), [("two.md", "outlet")])
    assert [one.outlet for one in await articles(newsroom)] == ["Lumen Courier", "Velden Weekly"]
    assert became(await newsroom.ingest([one], "1")) == (1, 0, 0)
    assert became(await newsroom.intake.upload("b.txt", HARBOUR.encode(), "2")) == (1, 0, 0)


async def test_short_notes_of_one_form_are_not_one_article(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    notes = [article(tmp_path, f"{day}.txt", "No letters came today.") for day in ("mon", "tue")]
    assert became(await newsroom.ingest(notes)) == (2, 0, 0)


async def test_what_states_its_source_takes_the_place_of_what_does_not(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bare = article(tmp_path, "pasted.txt", HARBOUR)
    full = article(tmp_path, "quay.md", HARBOUR, title="Quay open again", outlet="Lumen Courier")
    assert became(await newsroom.ingest([bare])) == (1, 0, 0)
    report = await newsroom.ingest([full])
    assert (became(report), told(report)) == ((0, 1, 0), [("quay.md", "stated")])
    (only,) = await articles(newsroom)
    assert (only.version, only.outlet, only.title) == (2, "Lumen Courier", "Quay open again")
    for _ in range(2):
        assert became(await newsroom.ingest([bare, full])) == (0, 0, 2)
    # Each name goes on to stand for the one article.
    article(tmp_path, "pasted.txt", f"{HARBOUR} It cost a million.")
    assert became(await newsroom.ingest([bare, full])) == (0, 1, 1)
    assert [one.version for one in await articles(newsroom)] == [3]


async def test_an_edited_text_under_a_second_name_is_a_version(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    one, two = article(tmp_path, "a.txt", HARBOUR), article(tmp_path, "b.txt", HARBOUR)
    await newsroom.ingest([one, two])
    article(tmp_path, "b.txt", f"{HARBOUR} Nobody was hurt.")
    assert became(await newsroom.ingest([one, two])) == (0, 1, 1)
    article(tmp_path, "b.txt", MINE)
    report = await newsroom.ingest([one, two])
    assert (became(report), told(report)) == ((1, 0, 1), [("b.txt", "another")])
    assert [one.text.split()[-1] for one in await articles(newsroom)] == ["hurt.", "letter."]


async def test_another_text_in_a_file_that_is_written_anew_each_day_is_another_article(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    days = {"one": HARBOUR, "two": ORCHARD, "three": SATELLITE}
    for text in days.values():
        report = await newsroom.ingest([article(tmp_path, "today.txt", text)])
        first = text is HARBOUR
        assert became(report) == (1, 0, 0)
        assert told(report) == ([] if first else [("today.txt", "another")])
    for text in (*days.values(), *reversed(days.values())):
        report = await newsroom.ingest([article(tmp_path, "today.txt", text)])
        assert (became(report), told(report)) == ((0, 0, 1), [])
    # The second day's article is still corrected under the same name.
    report = await newsroom.ingest([article(tmp_path, "today.txt", f"{ORCHARD} So it says.")])
    assert (became(report), told(report)) == ((0, 1, 0), [])
    found = await articles(newsroom)
    assert [one.version for one in found] == [1, 2, 1]
    assert len({one.id for one in found}) == 3
    assert (await newsroom.brief("blossom")).found
    assert (await newsroom.brief("silt")).found


async def test_equal_ids_of_different_sources_are_different_articles(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    post = objects(tmp_path, "a.json", {"id": 1, "text": HARBOUR, "outlet": "Lumen Courier"})
    echo = objects(tmp_path, "b.json", {"id": 1, "text": MINE, "outlet": "Grindal Echo"})
    alike = f"{HARBOUR} The mayor was there."
    third = objects(tmp_path, "c.json", {"id": 1, "text": alike, "outlet": "Velden Weekly"})
    for _ in range(2):
        report = await newsroom.ingest([post, echo, third])
    assert became(report) == (0, 0, 3)
    assert [one.outlet for one in await articles(newsroom)] == [
        "Lumen Courier",
        "Grindal Echo",
        "Velden Weekly",
    ]


async def test_lines_that_repeat_an_id_are_versions_or_articles_by_what_they_say(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    texts = (HARBOUR, MINE, f"{HARBOUR} Corrected.", ORCHARD, MINE)
    file = objects(tmp_path, "many.jsonl", *(stated(1, text) for text in texts))
    report = await newsroom.ingest([file])
    assert (became(report), told(report)) == ((3, 1, 1), [("many.jsonl", "another")] * 2)
    assert [one.version for one in await articles(newsroom)] == [2, 1, 1]


async def test_a_web_address_is_one_in_all_its_forms(newsroom: Newsroom, tmp_path: Path) -> None:
    forms = (
        "http://www.courier.example/quay/?utm_source=mail",
        "https://courier.example/quay",
        "https://m.courier.example/quay",
        "http://courier.example/quay?fbclid=9",
    )
    for number, form in enumerate(forms):
        file = objects(tmp_path, "a.json", {"url": form, "text": f"{HARBOUR} Edition {number}."})
        assert became(await newsroom.ingest([file])) == (int(number == 0), int(number > 0), 0)
    other = objects(tmp_path, "b.json", {"url": f"{forms[1]}?page=2", "text": MINE})
    assert became(await newsroom.ingest([other])) == (1, 0, 0)


async def test_what_was_taken_out_comes_back_only_when_it_is_brought_again(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    one, two = article(tmp_path, "a.txt", HARBOUR), article(tmp_path, "b.txt", HARBOUR)
    await newsroom.ingest([one, two])
    (only,) = await articles(newsroom)
    assert await newsroom.intake.remove(only.id, "operator")
    assert await articles(newsroom) == []
    assert became(await newsroom.ingest([two, one])) == (1, 0, 1)
    assert became(await newsroom.ingest([two, one])) == (0, 0, 2)


async def test_a_batch_of_everything_at_once_is_as_one_after_the_other(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    lines = [
        stated(1, HARBOUR),
        stated(2, HARBOUR, outlet="Lumen Courier"),
        stated(3, MINE),
        stated(1, f"{HARBOUR} Corrected."),
        stated(4, MINE, title="Mine closes"),
        stated(3, FERRY),
        stated(5, FERRY, outlet="Strait Gazette"),
    ]
    file = objects(tmp_path, "all.jsonl", *lines)
    together = became(await newsroom.ingest([file], "1"))
    monkeypatch.setattr("bot.services.article_batches.BATCH_ARTICLES", 1)
    assert became(await newsroom.ingest([file], "2")) == together
    facts = [
        [(one.text, one.title, one.outlet, one.version) for one in await articles(newsroom, name)]
        for name in ("1", "2")
    ]
    assert facts[0] == facts[1]
    assert len(facts[0]) == 3


async def test_two_newsrooms_that_take_in_one_text_at_once_keep_it_once(tmp_path: Path) -> None:
    async with (
        await Newsroom.open(tmp_path / "data") as one,
        await Newsroom.open(tmp_path / "data") as other,
    ):
        texts = (HARBOUR, MINE, FERRY, ORCHARD)
        files = [
            [article(tmp_path / name, f"{n}.txt", text) for n, text in enumerate(texts)]
            for name in ("one", "other")
        ]
        reports = await asyncio.gather(one.ingest(files[0]), other.ingest(files[1]))
        assert sum(report.added for report in reports) == len(texts)
        assert sum(report.unchanged for report in reports) == len(texts)
        assert sorted(found.text.strip() for found in await articles(one)) == sorted(texts)
        assert became(await one.ingest(files[1])) == (0, 0, len(texts))
