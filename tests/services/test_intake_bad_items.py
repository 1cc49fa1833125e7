"""One bad item among good ones is refused by name, in whatever way it comes in."""

import json
from collections.abc import AsyncIterator
from pathlib import Path

import pytest

from bot.services.folders import WatchedFolders
from bot.services.newsroom import Newsroom
from bot.services.report import IngestReport
from tests.examples import HARBOUR, ORCHARD

GOOD: list[object] = [{"id": "first", "text": HARBOUR}, {"id": "last", "text": ORCHARD}]
BAD_OBJECTS: dict[str, object] = {
    "no object": 7,
    "no text": {"id": "x", "title": "Nothing"},
    "empty text": {"id": "x", "text": " \u200b "},
    "no words": {"id": "x", "text": "1 2 3 4"},
    "text of another kind": {"id": "x", "text": ["a", "list"]},
    "no date": {"id": "x", "text": HARBOUR, "published": "next Tuesday"},
    "id of another kind": {"id": {"a": 1}, "text": HARBOUR},
    "null": None,
}
BAD_LINES: dict[str, bytes] = {
    "cut off": b'{"text": "The ferry',
    "deep": b"[" * 100_000,
    "binary": b"\x00\x01\x02",
    "no JSON": b"The ferry left.",
    "too long": b'{"text": "' + b"word " * 1_100_000 + b'"}',
}
BAD_FILES: dict[str, tuple[str, bytes]] = {
    "empty": ("b.txt", b""),
    "binary": ("b.txt", bytes(range(256)) * 9),
    "no page": ("b.html", b"<p>Menu</p>"),
    "hidden page": ("b.html", b"<noscript hidden><p>x</p></noscript><div hidden><p>y</p></div>"),
    "front matter": ("b.md", b"---\ntitle: Ferry\nThe ferry left."),
    "JSON": ("b.json", b"{"),
    "kind": ("b.docx", b"The ferry left."),
}


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        yield opened


async def only_the_bad_one_is_refused(
    newsroom: Newsroom, report: IngestReport, place: str, collection: str = "operator"
) -> None:
    """Both good ones went in, and can be found; the other is named."""
    assert (report.added, report.told) == (2, [])
    (refused,) = report.refused
    assert refused.source.endswith(place)
    assert not refused.trace
    for word in ("silt", "blossom"):
        assert (await newsroom.brief(word, collection)).found


def lines(bad: bytes) -> bytes:
    first, last = (json.dumps(one).encode() for one in GOOD)
    return b"\n".join((first, bad, last))


@pytest.mark.parametrize("bad", BAD_OBJECTS.values(), ids=BAD_OBJECTS)
async def test_an_object_among_objects(newsroom: Newsroom, bad: object) -> None:
    content = json.dumps([GOOD[0], bad, GOOD[1]]).encode()
    report = await newsroom.intake.upload("all.json", content, "operator")
    await only_the_bad_one_is_refused(newsroom, report, "all.json#2")


@pytest.mark.parametrize(
    "bad",
    [*BAD_LINES.values(), *(json.dumps(one).encode() for one in BAD_OBJECTS.values())],
    ids=[*BAD_LINES, *BAD_OBJECTS],
)
async def test_a_line_among_lines(newsroom: Newsroom, bad: bytes) -> None:
    report = await newsroom.intake.upload("all.jsonl", lines(bad), "1")
    await only_the_bad_one_is_refused(newsroom, report, "all.jsonl, line 2", "1")


@pytest.mark.parametrize(("name", "bad"), BAD_FILES.values(), ids=BAD_FILES)
@pytest.mark.parametrize("way", ["folder", "watched"])
async def test_a_file_among_files(
    newsroom: Newsroom, tmp_path: Path, way: str, name: str, bad: bytes
) -> None:
    folder = tmp_path / "in"
    folder.mkdir()
    for file, content in (("a.txt", HARBOUR.encode()), (name, bad), ("c.txt", ORCHARD.encode())):
        (folder / file).write_bytes(content)
    if way == "folder":
        report = await newsroom.ingest([folder])
    else:
        watched = WatchedFolders([folder])
        await newsroom.feeds.look(watched)
        report = await newsroom.feeds.look(watched)
    await only_the_bad_one_is_refused(newsroom, report, name)
