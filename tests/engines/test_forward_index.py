"""The terms of passages as numbers in a file: what is written is read, and nothing else."""

import os
from pathlib import Path
from zlib import crc32

import pytest
from hypothesis import given
from hypothesis import strategies as st

from bot.engines.forward_index import TERMS_FILE, ForwardIndex, record_of
from bot.search.passage_index import IndexedPassage, Record, number_of
from tests.search.examples import spanned, written

TERMS = st.lists(st.sampled_from(["ferri", "pier", "½", "x" * 64, "0"]), max_size=20)
PASSAGES = st.builds(
    IndexedPassage,
    st.integers(0, 2**32 - 1),
    st.integers(0, 2**32 - 1),
    TERMS.map(" ".join),
)

FERRY = written(7, 2, "ferri sail", spanned("storm pier storm", "pier"))
STORM = written(8, 1, "", spanned("storm"))


def told(record: Record) -> tuple[int, int, list[tuple[int, int]], list[list[int]]]:
    """An article, its version, its spans, and the numbers of its title and each passage."""
    numbers = iter(record.terms.tolist())
    parts = [[next(numbers) for _ in range(length)] for length in record.lengths.tolist()]
    assert list(numbers) == []
    spans = [record.span(ordinal) for ordinal in range(len(record))]
    return record.article, record.version, spans, parts


def opened(folder: Path) -> ForwardIndex:
    """The forward index of a folder, made when it is missing."""
    ForwardIndex.create(folder)
    return ForwardIndex(folder)


def numbers(terms: str) -> list[int]:
    return [number_of(term) for term in terms.split()]


def test_a_term_has_the_same_number_on_every_machine() -> None:
    assert number_of("ferri") == crc32(b"ferri") == 2_730_101_879
    assert number_of("½") == crc32("½".encode())


def test_a_record_tells_spans_and_terms() -> None:
    parts = ["ferri sail", "storm pier storm", "pier"]
    assert told(record_of(FERRY)) == (7, 2, [(0, 9), (10, 19)], list(map(numbers, parts)))


@given(
    st.integers(0, 2**32 - 1),
    st.integers(0, 99),
    TERMS.map(" ".join),
    st.lists(PASSAGES, min_size=1, max_size=9),
)
def test_any_record_is_read_as_it_was_written(
    article: int, version: int, title: str, passages: list[IndexedPassage]
) -> None:
    spans = [(passage.start, passage.end) for passage in passages]
    parts = [numbers(terms) for terms in (title, *(passage.terms for passage in passages))]
    content = written(article, version, title, passages)
    assert told(record_of(content)) == (article, version, spans, parts)


@pytest.mark.parametrize("at", range(len(FERRY)))
def test_a_record_with_a_changed_byte_is_none(at: int) -> None:
    changed = bytearray(FERRY)
    changed[at] ^= 0x10
    with pytest.raises(ValueError, match="no record"):
        record_of(bytes(changed))


@pytest.mark.parametrize("length", range(1, len(FERRY)))
def test_a_part_of_a_record_is_none(length: int) -> None:
    with pytest.raises(ValueError, match="no record"):
        record_of(FERRY[:length])


@pytest.mark.parametrize("content", [b"", bytes(4), bytes(16), bytes(64)])
def test_empty_bytes_are_no_record(content: bytes) -> None:
    with pytest.raises(ValueError, match=r".+"):
        record_of(content)


def test_records_are_found_where_they_were_put(tmp_path: Path) -> None:
    index = opened(tmp_path)
    assert len(index) == 0
    places = index.add([FERRY, STORM])
    index.keep()
    assert places == [(0, len(FERRY)), (len(FERRY), len(STORM))]
    assert [record.article for record in index.read(places[::-1])] == [8, 7]
    assert len(index) == len(FERRY) + len(STORM)
    assert index.read([]) == []
    assert index.add([]) == []


def test_another_reader_finds_what_was_added_since(tmp_path: Path) -> None:
    writer, reader = opened(tmp_path), ForwardIndex(tmp_path)
    (place,) = writer.add([STORM])
    assert told(reader.read([place])[0]) == told(record_of(STORM))


def test_a_record_cut_by_a_kill_is_skipped_by_the_next_writer(tmp_path: Path) -> None:
    opened(tmp_path).add([STORM])
    file = tmp_path / TERMS_FILE
    file.write_bytes(file.read_bytes() + FERRY[: len(FERRY) // 2 + 1])
    index = opened(tmp_path)
    (place,) = index.add([FERRY])
    assert place == (len(STORM) + len(FERRY) // 2 + 1, len(FERRY))
    kept = index.read([(0, len(STORM)), place])
    assert list(map(told, kept)) == [told(record_of(STORM)), told(record_of(FERRY))]


def test_a_file_written_in_small_steps_is_whole(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    whole = os.write
    monkeypatch.setattr(os, "write", lambda file, content: whole(file, content[:5]))
    index = opened(tmp_path)
    assert [record.article for record in index.read(index.add([FERRY, STORM]))] == [7, 8]


def test_records_are_read_on_a_system_that_takes_no_advice(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.delattr(os, "posix_fadvise", raising=False)
    index = opened(tmp_path)
    assert [record.article for record in index.read(index.add([FERRY]))] == [7]


@pytest.mark.parametrize("place", [(0, 8), (4, 40), (10_000, 40), (0, 0)])
def test_other_places_hold_no_record(tmp_path: Path, place: tuple[int, int]) -> None:
    index = opened(tmp_path)
    index.add([FERRY])
    with pytest.raises(ValueError, match=r".+"):
        index.read([place])


def test_a_folder_that_is_missing_is_told_at_once(tmp_path: Path) -> None:
    with pytest.raises(FileNotFoundError):
        ForwardIndex(tmp_path / "nothing")
