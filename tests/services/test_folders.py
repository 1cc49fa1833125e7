"""Which files are taken from the paths that a person names."""

import os
from pathlib import Path

import pytest

from bot.services.folders import Findings, bundled_files, found_files
from tests.examples import ORCHARD, article, news


def names(findings: Findings) -> list[str]:
    return [file.path.name for file in findings.files]


def refusals(findings: Findings) -> list[tuple[str, str]]:
    return [(Path(item.source).name, item.error.utterance) for item in findings.rejected]


def test_a_folder_gives_everything_in_it_in_order_and_nothing_hidden(tmp_path: Path) -> None:
    for name in ("b.txt", "a.md", "below/c.html", ".hidden.txt", ".git/d.txt", "synonyms.toml"):
        (tmp_path / name).parent.mkdir(exist_ok=True)
        (tmp_path / name).write_text("words", encoding="utf-8")
    assert names(found_files([tmp_path])) == ["a.md", "b.txt", "c.html"]


def test_a_path_named_twice_is_taken_once(tmp_path: Path) -> None:
    file = article(tmp_path, "a.txt", ORCHARD)
    link = tmp_path / "link.txt"
    link.symlink_to(file)
    assert names(found_files([file, str(file), link])) == ["a.txt"]


def test_a_sidecar_tells_of_the_files_beside_it(tmp_path: Path) -> None:
    folder = news(tmp_path / "news")
    article(folder, "sources.toml", '["orchard.md"]\noutlet = "Other Weekly"')
    facts = {file.path.name: file.facts.outlet for file in found_files([folder]).files}
    assert facts == {"harbour.md": None, "orchard.md": "Other Weekly", "satellite.md": None}
    (alone,) = found_files([folder / "orchard.md"]).files
    assert alone.facts.outlet == "Other Weekly"


@pytest.mark.parametrize(
    ("content", "utterance"),
    [
        ("not toml", "refused/sidecar"),
        ('["a.txt"]\nmood = "good"', "refused/sidecar_key"),
        ('["a.txt"]\noutlet = 5', "refused/sidecar_value"),
        ('["a.txt"]\npublished = "2024-02-30"', "refused/bad_date"),
        ("#" * 2_000_001, "refused/too_large"),
    ],
)
def test_a_broken_sidecar_is_named_once_and_the_files_go_in(
    tmp_path: Path, content: str, utterance: str
) -> None:
    article(tmp_path, "a.txt", ORCHARD)
    article(tmp_path, "b.txt", ORCHARD)
    (tmp_path / "sources.toml").write_text(content, encoding="utf-8")
    findings = found_files([tmp_path])
    assert names(findings) == ["a.txt", "b.txt"]
    assert refusals(findings) == [("sources.toml", utterance)]


def test_a_pipe_is_never_waited_for(tmp_path: Path) -> None:
    article(tmp_path, "a.txt", ORCHARD)
    os.mkfifo(tmp_path / "pipe.txt")
    os.mkfifo(tmp_path / "sources.toml")
    findings = found_files([tmp_path, "/dev/null", "/dev/zero"])
    assert names(findings) == ["a.txt"]
    assert ("pipe.txt", "refused/unreadable") in refusals(findings)
    assert ("sources.toml", "refused/unreadable") in refusals(findings)
    assert ("zero", "refused/unreadable") in refusals(findings)


def test_links_that_lead_nowhere_or_round_are_refused(tmp_path: Path) -> None:
    (tmp_path / "loop").symlink_to(tmp_path / "loop")
    (tmp_path / "folder").mkdir()
    (tmp_path / "folder" / "up").symlink_to(tmp_path)
    (tmp_path / "gone.txt").symlink_to(tmp_path / "nothing")
    assert refusals(found_files([tmp_path / "loop"])) == [("loop", "refused/unreadable")]
    findings = found_files([tmp_path])
    assert names(findings) == []
    assert sorted(refusals(findings)) == [
        ("gone.txt", "refused/missing"),
        ("loop", "refused/unreadable"),
    ]


@pytest.mark.parametrize(
    ("name", "utterance"),
    [
        ("nothing.txt", "refused/missing"),
        ("file/below.txt", "refused/unreadable"),
        ("x" * 300, "refused/unreadable"),
    ],
)
def test_a_path_that_leads_nowhere_is_refused(tmp_path: Path, name: str, utterance: str) -> None:
    (tmp_path / "file").touch()
    findings = found_files([tmp_path / name])
    assert names(findings) == []
    assert [told for _, told in refusals(findings)] == [utterance]


def test_a_name_that_is_no_text_is_shown_with_question_marks(tmp_path: Path) -> None:
    folder = os.fsencode(tmp_path)
    Path(os.fsdecode(folder + b"/caf\xe9.txt")).write_text(ORCHARD, encoding="utf-8")
    assert len(found_files([tmp_path]).files) == 1
    (missing,) = found_files([os.fsdecode(folder + b"/th\xe9.txt")]).rejected
    assert missing.source.endswith("/th?.txt")


def test_a_folder_that_cannot_be_read_is_named(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    def forbidden(path: str) -> None:
        raise PermissionError(13, "Permission denied", os.fspath(path))

    monkeypatch.setattr(os, "scandir", forbidden)
    assert [told for _, told in refusals(found_files([tmp_path]))] == ["refused/unreadable"]


def test_the_sample_articles_are_the_markdown_files(tmp_path: Path) -> None:
    news(tmp_path)
    (tmp_path / "synonyms.toml").touch()
    assert names(bundled_files(tmp_path)) == ["harbour.md", "orchard.md", "satellite.md"]
