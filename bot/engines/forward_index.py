"""The forward index: the terms of each article's passages, in a checksummed file."""

import json
import os
from array import array
from collections.abc import Sequence
from dataclasses import asdict
from pathlib import Path
from zlib import crc32

import numpy as np

from bot.search.passage_index import (
    INDEX_FORMAT,
    DamagedIndex,
    IndexedPassage,
    IndexState,
    Record,
    number_of,
)

TERMS_FILE = "terms.bin"
HEADER = 4
NUMBER_BYTES = 4

SECTION = 64
"""Passages of one record at most: an article of more words than a newspaper's longest has several,
so that a book is not read whole for one of its passages."""


def bodies_of(title: str, passages: Sequence[IndexedPassage]) -> tuple[bytes, ...]:
    """What the records of an article say of its passages: most of the work of making them."""
    return tuple(
        _body(title, passages[first : first + SECTION])
        for first in range(0, len(passages), SECTION)
    )


def record_bytes(article: int, version: int, passages: int, body: bytes) -> bytes:
    """A record as it stands in the file, of so many passages."""
    told = array("I", [article, version, passages]).tobytes() + body
    return crc32(told).to_bytes(NUMBER_BYTES, "little") + told


def _body(title: str, passages: Sequence[IndexedPassage]) -> bytes:
    texts = (title, *(passage.terms for passage in passages))
    parts = [[number_of(term) for term in text.split()] for text in texts]
    body = array("I", [passage.start for passage in passages])
    body.extend(passage.end for passage in passages)
    body.extend(len(part) for part in parts)
    for part in parts:
        body.extend(part)
    return body.tobytes()


def record_of(content: bytes) -> Record:
    """The record that these bytes are; ValueError when they are none."""
    if int.from_bytes(content[:NUMBER_BYTES], "little") != crc32(content[NUMBER_BYTES:]):
        raise ValueError("no record")
    numbers = np.frombuffer(content, "<u4")
    article, version, count = numbers[1:HEADER].tolist()
    ends, lengths = HEADER + count, HEADER + 2 * count
    terms = lengths + count + 1
    return Record(
        article,
        version,
        numbers[HEADER:ends],
        numbers[ends:lengths],
        numbers[lengths:terms],
        numbers[terms:],
    )


class ForwardIndex:
    """The file of records in an index's folder, for reading and for adding to."""

    def __init__(self, folder: Path) -> None:
        self._file = os.open(folder / TERMS_FILE, os.O_RDWR | os.O_APPEND)

    def __del__(self) -> None:
        if hasattr(self, "_file"):
            os.close(self._file)

    @staticmethod
    def create(folder: Path) -> None:
        """Make an empty file for records."""
        (folder / TERMS_FILE).touch()

    def __len__(self) -> int:
        """Bytes of all records, those no longer in use among them."""
        return os.fstat(self._file).st_size

    def read(self, places: Sequence[tuple[int, int]]) -> list[Record]:
        """The records at these places, a byte offset and a size each; ValueError for none."""
        if hasattr(os, "posix_fadvise"):  # not on every system; a disk reads many at once
            for at, size in places:
                os.posix_fadvise(self._file, at, size, os.POSIX_FADV_WILLNEED)
        return [record_of(os.pread(self._file, size, at)) for at, size in places]

    def add(self, records: Sequence[bytes]) -> list[tuple[int, int]]:
        """Where each of the records was put: a byte offset and a size.

        One writer at a time; what a writer left unfinished is skipped, for it is never pointed to.
        """
        at = len(self)
        places = []
        for record in records:
            places.append((at, len(record)))
            at += len(record)
        rest = memoryview(b"".join(records))
        while rest:
            rest = rest[os.write(self._file, rest) :]
        return places

    def keep(self) -> None:
        """Have what was added survive a power cut."""
        os.fsync(self._file)


STATE = "state.json"
"""Where an index says what it holds."""


def read_state(folder: Path) -> IndexState:
    """What the index in `folder` says it holds; DamagedIndex when it does not say."""
    try:
        state = IndexState(**json.loads((folder / STATE).read_text(encoding="utf-8")))
    except (OSError, ValueError, TypeError) as error:
        raise DamagedIndex(str(folder)) from error
    if state.format != INDEX_FORMAT:
        raise DamagedIndex(str(folder))
    return state


def write_state(folder: Path, state: IndexState) -> None:
    """Let the index say that it holds this; a reader sees the old state or the new one."""
    fresh = folder / f"{STATE}.new"
    fresh.write_text(json.dumps(asdict(state)), encoding="utf-8")
    fresh.replace(folder / STATE)


class damage:  # noqa: N801 - reads as a clause: with damage(folder)
    """Turns whatever the engine raises on broken files into DamagedIndex.

    The engine panics with a BaseException of its own, so its name is what there is to go by.
    """

    def __init__(self, folder: Path) -> None:
        self._folder = folder

    def __enter__(self) -> None:
        pass

    def __exit__(
        self, kind: type[BaseException] | None, error: BaseException | None, _: object
    ) -> None:
        if error is None or isinstance(error, DamagedIndex):
            return
        if isinstance(error, OSError | ValueError) or type(error).__name__ == "PanicException":
            raise DamagedIndex(str(self._folder)) from error
