"""A watched folder: what is new or changed in it, once it is written to the end."""

import os
from pathlib import Path

from bot.services.folders import WatchedFolders


def names(found: list[Path]) -> list[str]:
    return [path.name for path in found]


def looked(watched: WatchedFolders) -> list[str]:
    return names([file.path for file in watched.changed().files])


def test_a_file_is_taken_when_it_is_seen_unchanged_a_second_time(tmp_path: Path) -> None:
    watched = WatchedFolders([tmp_path])
    assert looked(watched) == []
    (tmp_path / "a.txt").write_text("half of")
    assert looked(watched) == []
    (tmp_path / "a.txt").write_text("half of a text")
    assert looked(watched) == []
    assert looked(watched) == ["a.txt"]
    assert looked(watched) == []


def test_a_changed_file_is_taken_again_and_only_that(tmp_path: Path) -> None:
    watched = WatchedFolders([tmp_path])
    for name in ("a.txt", "b.txt"):
        (tmp_path / name).write_text("a text")
    looked(watched)
    assert looked(watched) == ["a.txt", "b.txt"]
    (tmp_path / "b.txt").write_text("another")
    os.utime(tmp_path / "a.txt", (1, 1))
    looked(watched)
    assert looked(watched) == ["a.txt", "b.txt"]
    assert looked(watched) == []


def test_what_the_sidecar_says_anew_is_a_change(tmp_path: Path) -> None:
    watched = WatchedFolders([tmp_path])
    (tmp_path / "a.txt").write_text("a text")
    looked(watched)
    assert looked(watched) == ["a.txt"]
    (tmp_path / "sources.toml").write_text('["a.txt"]\noutlet = "Island Post"\n')
    looked(watched)
    found = watched.changed()
    assert [file.facts.outlet for file in found.files] == ["Island Post"]


def test_what_cannot_be_read_is_told_once(tmp_path: Path) -> None:
    watched = WatchedFolders([tmp_path])
    os.mkfifo(tmp_path / "pipe.txt")
    assert [item.error.utterance for item in watched.changed().rejected] == ["refused/unreadable"]
    assert watched.changed().rejected == []


def test_a_folder_that_is_away_for_a_while_does_no_harm(tmp_path: Path) -> None:
    mount = tmp_path / "mount"
    mount.mkdir()
    (mount / "a.txt").write_text("a text")
    watched = WatchedFolders([mount])
    looked(watched)
    assert looked(watched) == ["a.txt"]
    mount.rename(tmp_path / "away")
    assert looked(watched) == []
    (tmp_path / "away").rename(mount)
    looked(watched)
    assert looked(watched) == ["a.txt"]


def test_files_that_could_not_be_taken_in_are_found_again(tmp_path: Path) -> None:
    watched = WatchedFolders([tmp_path])
    (tmp_path / "a.txt").write_text("a text")
    looked(watched)
    found = watched.changed()
    watched.forget(found)
    assert looked(watched) == ["a.txt"]


def test_a_file_that_vanishes_between_two_glances_does_no_harm(tmp_path: Path) -> None:
    (tmp_path / "a.txt").symlink_to(tmp_path / "b.txt")
    (tmp_path / "b.txt").write_text("a text")
    watched = WatchedFolders([tmp_path])
    looked(watched)
    (tmp_path / "b.txt").unlink()
    assert looked(watched) == []
