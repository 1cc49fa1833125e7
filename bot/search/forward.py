"""The forward index: the terms of each article's passages, in order, as numbers in one file.

The inverted index finds passages by their terms; scoring them needs the opposite way, and reading
it here costs one short read an article. A term's number is its CRC-32: of a million different
terms about one in four thousand shares its number with another one.

A record is a row of 32-bit numbers: a checksum of the rest, the article, its version and the number
of its passages; the passages' starts and ends; how many terms the title and each passage have;
then these terms. Records are only ever added; what no passage of the inverted index points to is
waste until the index is made anew.
"""

import os
from array import array
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path
from zlib import crc32

import numpy as np
import numpy.typing as npt

TERMS_FILE = "terms.bin"
HEADER = 4
NUMBER_BYTES = 4

SECTION = 64
"""Passages of one record at most: an article of more words than a newspaper's longest has several,
so that a book is not read whole for one of its passages."""

REMEMBERED_NUMBERS = 500_000

Numbers = npt.NDArray[np.uint32]


@dataclass(frozen=True, slots=True)
class IndexedPassage:
    """A span of an article's text and its terms, joined by spaces."""

    start: int
    end: int
    terms: str


@dataclass(frozen=True, slots=True)
class Record:
    """What the forward index holds of an article, or of a part of a very long one.

    `terms` are those of the title and then of each passage, as many as `lengths` says.
    """

    article: int
    version: int
    starts: Numbers
    ends: Numbers
    lengths: Numbers
    terms: Numbers

    def __len__(self) -> int:
        """How many passages it has."""
        return len(self.starts)

    def span(self, ordinal: int) -> tuple[int, int]:
        """Where a passage stands in the article's text."""
        return int(self.starts[ordinal]), int(self.ends[ordinal])


@lru_cache(REMEMBERED_NUMBERS)
def number_of(term: str) -> int:
    """The number that stands for a term, the same on every machine."""
    return crc32(term.encode())


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
    parts = [[number_of(term) for term in words.split()] for words in (title, *_words(passages))]
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


def _words(passages: Sequence[IndexedPassage]) -> Iterator[str]:
    return (passage.terms for passage in passages)


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
        for at, size in places:
            _announce(self._file, at, size)
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
        _write_all(self._file, b"".join(records))
        return places

    def keep(self) -> None:
        """Have what was added survive a power cut."""
        os.fsync(self._file)


def _announce(file: int, at: int, size: int) -> None:
    """Let the system begin to read a place: a disk reads many at once when it knows them all."""
    if hasattr(os, "posix_fadvise"):  # not on every system
        os.posix_fadvise(file, at, size, os.POSIX_FADV_WILLNEED)


def _write_all(file: int, content: bytes) -> None:
    rest = memoryview(content)
    while rest:
        rest = rest[os.write(file, rest) :]
