"""Taking articles in: each file is whole in the corpus or refused with a reason."""

import json
from collections.abc import AsyncIterator, Callable
from pathlib import Path

import pytest

from bot.articles.article import Draft
from bot.articles.boilerplate import marking
from bot.services import preparing
from bot.services.folders import found_files
from bot.services.newsroom import Newsroom
from tests.examples import ORCHARD, article, news

MEGABYTE = 1_000_000

REFUSED = {
    "empty.txt": (b"", "refused/empty"),
    "blank.txt": (b" \n\t\n", "refused/empty"),
    "unseen.txt": ("\u200b\u202e\ufeff".encode(), "refused/empty"),
    "binary.txt": (bytes(range(256)) * 40, "refused/not_text"),
    "nul.txt": (b"a word\0and another", "refused/not_text"),
    "picture.md": (b"\x89PNG\r\n\x1a\n" + b"\0" * 100, "refused/not_text"),
    "large.txt": (b"words " * MEGABYTE, "refused/too_large"),
    "numbers.txt": (b"1 2 3 4", "refused/no_words"),
    "letter.doc": (b"words", "refused/unknown_format"),
    "yaml.md": (b"---\ntitle: - unclosed: [\n  x\n---\nSome words.", "refused/front_matter"),
    "nested.md": (
        b"---\nx:\n  " + b"[" * 2_000 + b"\n---\nSome words.",
        "refused/front_matter_shape",
    ),
    "february.md": (b"---\npublished: 2024-02-30\n---\nSome words.", "refused/bad_date"),
    "broken.json": (b'{"text": ', "refused/json"),
    "deep.json": (b"[" * 100_000, "refused/json_deep"),
    "none.json": (b'{"title": "t"}', "refused/json_missing"),
}

TAKEN = {
    "one line.txt": b"A long tale of herring and mist. " * 30_000,
    "western.txt": "Der Bürgermeister ließ die Brücke sperren.".encode("cp1252"),
    "wide.txt": "The bridge was closed by the mayor.".encode("utf-16"),
    "surrogate.json": rb'{"text": "A lone half \ud800 of a sign stood at the bridge."}',
    "bidi.txt": "The \u202ebridge\u202c was cl\u200bosed.".encode(),
    "mention.txt": b"@everyone [look](https://example.org) at <@1> and the bridge.",
    "brackets.txt": b"The bridge " + b"[a](" * 16_384,
    "escape.txt": b"The \x1b[31mbridge\x1b[0m was closed. " + b"And opened again. " * 20,
}


@pytest.fixture
async def newsroom(tmp_path: Path) -> AsyncIterator[Newsroom]:
    async with await Newsroom.open(tmp_path / "data") as opened:
        yield opened


def write(folder: Path, contents: dict[str, bytes]) -> Path:
    folder.mkdir()
    for name, content in contents.items():
        (folder / name).write_bytes(content)
    return folder


def extend(file: Path, size: int) -> None:
    with file.open("wb") as stream:
        stream.truncate(size)


async def test_each_bad_file_is_named_with_its_reason_and_the_others_go_in(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    bad = {name: content for name, (content, _) in REFUSED.items()}
    report = await newsroom.ingest([write(tmp_path / "files", bad | TAKEN)])
    assert report.added == len(TAKEN)
    found = {Path(item.source).name: item.error.utterance for item in report.refused}
    assert found == {name: utterance for name, (_, utterance) in REFUSED.items()}


async def test_what_was_taken_in_is_clean_and_quoted_word_for_word(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    await newsroom.ingest([write(tmp_path / "files", TAKEN)])
    texts = [one.text async for one in newsroom.articles.articles()]
    assert len(texts) == len(TAKEN)
    assert not any(sign in text for text in texts for sign in "\ud800\0\u202e\u200b\x1b")
    answer = await newsroom.brief("bridge")
    assert answer.found
    for cited in answer.cited:
        assert cited.quote.text in texts[0] or any(cited.quote.text in text for text in texts)


async def test_a_file_of_fifty_megabytes_is_refused_without_being_read(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    extend(tmp_path / "huge.txt", 50 * MEGABYTE)
    (refused,) = (await newsroom.ingest([tmp_path / "huge.txt"])).refused
    assert refused.error.utterance == "refused/too_large"


async def test_lines_of_json_are_articles_of_their_own(newsroom: Newsroom, tmp_path: Path) -> None:
    lines = [json.dumps({"id": str(n), "text": f"{n}. {ORCHARD}"}) for n in range(450)]
    lines[7] = "{"
    file = tmp_path / "many.jsonl"
    write(tmp_path / "files", {"many.jsonl": "\n".join(lines).encode()})
    done: list[tuple[int, int]] = []
    found = found_files([tmp_path / "files"])
    report = await newsroom.intake.files(
        found, "operator", lambda at, whole: done.append((at, whole))
    )
    assert (report.added, len(report.refused)) == (449, 1)
    assert report.refused[0].source.endswith(f"{file.name}, line 8")
    assert done[-1][0] == done[-1][1]
    assert len(set(report.article_ids)) == 449


async def test_the_last_of_two_articles_with_one_name_stays(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    lines = [json.dumps({"id": "same", "text": f"{word} {ORCHARD}"}) for word in ("One", "Two")]
    write(tmp_path / "files", {"two.jsonl": "\n".join(lines).encode()})
    report = await newsroom.ingest([tmp_path / "files"])
    assert (report.added, report.updated, report.taken) == (1, 1, 2)
    assert [one.text[:3] async for one in newsroom.articles.articles()] == ["Two"]


async def test_many_articles_are_found_before_all_are_in(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("bot.services.intake.UNFOUND", 1)
    monkeypatch.setattr("bot.services.article_batches.BATCH_ARTICLES", 1)
    monkeypatch.setattr("bot.services.article_batches.BATCH_CHARACTERS", 1)
    assert (await newsroom.ingest([news(tmp_path / "news")])).added == 3
    assert (await newsroom.brief("frost")).found


async def test_a_file_that_vanishes_or_breaks_while_it_is_read_is_named(
    newsroom: Newsroom, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    folder = news(tmp_path / "news")

    def broken(name: str, *_: object) -> object:
        raise OSError(5, "Input/output error", name)

    monkeypatch.setattr("bot.services.intake.drafts", broken)
    report = await newsroom.ingest([folder])
    assert [item.error.utterance for item in report.refused] == ["refused/unreadable"] * 3
    assert report.taken == 0


async def test_a_stated_fact_that_changed_makes_a_new_version(
    newsroom: Newsroom, tmp_path: Path
) -> None:
    file = article(tmp_path, "a.md", ORCHARD, outlet="Velden Weekly")
    await newsroom.ingest([file])
    article(tmp_path, "a.md", ORCHARD, outlet="Velden Daily")
    assert (await newsroom.ingest([file])).updated == 1
    assert await newsroom.articles.names("outlet", "", None) == ["Velden Daily"]
    assert [one.version async for one in newsroom.articles.articles()] == [2]


async def test_whatever_one_article_breaks_is_its_own_failure_and_logged(
    newsroom: Newsroom,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    caplog: pytest.LogCaptureFixture,
) -> None:
    def breaking(at: str, real: Callable[..., object]) -> Callable[..., object]:
        """The function, but for an article that says so."""

        def called(first: Draft | str, *rest: object, **more: object) -> object:
            if at in (first if isinstance(first, str) else first.text):
                raise RecursionError(at)
            return real(first, *rest, **more)

        return called

    steps: dict[str, tuple[str, Callable[..., object]]] = {
        "reading": ("bot.articles.drafting.marks", marking.marks),
        "hashing": ("bot.services.article_batches.content_hash", preparing.content_hash),
        "preparing": ("bot.services.workers.prepared", preparing.prepared),
    }
    for at, (name, real) in steps.items():
        monkeypatch.setattr(name, breaking(f"breaks at {at}", real))
    lines = [{"text": f"The ferry {word} the pier."} for word in ("left", "found", "passed")]
    lines[1:1] = [{"text": f"This article breaks at {step}."} for step in steps]
    folder = write(
        tmp_path / "in",
        {
            "a.txt": b"This file breaks at reading.",
            "b.jsonl": "\n".join(map(json.dumps, lines)).encode(),
            "c.txt": b"The last one stays whole.",
        },
    )
    report = await newsroom.ingest([folder])
    assert (report.added, len(report.refused)) == (4, 4)
    assert {one.error.utterance for one in report.refused} == {"feeds/broke"}
    for one in report.refused:
        assert f"{one.source} broke its reader" in caplog.text
    assert "RecursionError: breaks at preparing" in caplog.text
