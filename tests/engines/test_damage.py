"""What an index says of itself, and what counts as damage."""

import json
from pathlib import Path

import pytest

from bot.engines.forward_index import STATE, damage, read_state, write_state
from bot.search.passage_index import INDEX_FORMAT, DamagedIndex, IndexState


class PanicException(BaseException):
    """Named like what the engine raises when it cannot go on."""


def test_a_state_is_read_as_it_was_written(tmp_path: Path) -> None:
    write_state(tmp_path, IndexState("this database", 1))
    write_state(tmp_path, IndexState("this database", 7))
    assert read_state(tmp_path) == IndexState("this database", 7, INDEX_FORMAT)
    assert [file.name for file in tmp_path.iterdir()] == [STATE]


def test_a_missing_state_is_damage(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex, match=str(tmp_path)):
        read_state(tmp_path)


@pytest.mark.parametrize(
    "state",
    [
        b"",
        b"{",
        b"\xff\xfe",
        b"[]",
        b"null",
        b"{}",
        b'{"identity": "x", "change": 1, "more": 2}',
        json.dumps({"identity": "x", "change": 1, "format": INDEX_FORMAT - 1}).encode(),
        json.dumps({"identity": "x", "change": 1, "format": INDEX_FORMAT + 1}).encode(),
    ],
)
def test_a_state_of_another_form_is_damage(tmp_path: Path, state: bytes) -> None:
    (tmp_path / STATE).write_bytes(state)
    with pytest.raises(DamagedIndex):
        read_state(tmp_path)


@pytest.mark.parametrize("error", [OSError(5, "broken disk"), ValueError("?"), PanicException("!")])
def test_what_broken_files_raise_is_damage(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(DamagedIndex, match=str(tmp_path)) as told, damage(tmp_path):
        raise error
    assert told.value.__cause__ is error


@pytest.mark.parametrize("error", [KeyError("x"), KeyboardInterrupt(), DamagedIndex("elsewhere")])
def test_other_errors_stay_what_they_are(tmp_path: Path, error: BaseException) -> None:
    with pytest.raises(type(error)) as told, damage(tmp_path):
        raise error
    assert told.value is error


def test_no_error_is_no_damage(tmp_path: Path) -> None:
    with damage(tmp_path):
        found = 1
    assert found == 1
