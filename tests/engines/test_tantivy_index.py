"""The index on disk: what it finds, and what it keeps apart."""

from pathlib import Path

import pytest

from bot.engines import tantivy_index as index_module
from bot.engines.forward_index import SECTION, TERMS_FILE, read_state
from bot.engines.tantivy_index import TantivyIndex
from bot.search.passage_index import IndexState
from tests.search.indexes import EVERYTHING, article, found


def test_a_very_frequent_term_is_counted_roughly(
    index: TantivyIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "COUNTED_EXACTLY", 1)
    assert index.frequency([("ferri",)], [1]) == 2


def test_the_state_is_kept_with_the_index(index: TantivyIndex, folder: Path) -> None:
    assert index.state == read_state(folder) == IndexState("this database", 7)
    assert TantivyIndex.open(folder).state == index.state
    assert found(TantivyIndex.open(folder), "ferri") == [10, 20]


def test_another_reader_sees_a_commit_when_it_looks_again(
    index: TantivyIndex, folder: Path
) -> None:
    reader = TantivyIndex.open(folder)
    index.apply([article(6, "whale")], 8)
    assert found(reader, "whale") == []
    reader.refresh()
    assert found(reader, "whale") == [60]


def test_a_new_index_takes_the_place_of_what_was_there(index: TantivyIndex, folder: Path) -> None:
    assert len(index) == 6
    assert len(TantivyIndex.create(folder, "another")) == 0
    assert read_state(folder) == IndexState("another", 0)
    assert (folder / TERMS_FILE).stat().st_size == 0


@pytest.mark.parametrize("passages", [SECTION, SECTION + 1, 3 * SECTION, 3 * SECTION + 5])
def test_an_article_of_many_passages_is_in_sections(folder: Path, passages: int) -> None:
    index = TantivyIndex.create(folder, "this database")
    terms = [f"sea t{number}" for number in range(passages)]
    index.apply([article(1, *terms, title="whale")], 1)
    assert len(index) == passages
    matches = index.candidates([[("sea",)]], [1], EVERYTHING, passages + 1)
    records = index.records(matches)
    assert len({id(record) for record in records}) == -(-passages // SECTION)
    assert max(map(len, records)) <= SECTION
    told = [record.span(match.ordinal) for match, record in zip(matches, records, strict=True)]
    assert sorted(told) == [(10 * n, 10 * n + 9) for n in range(passages)]
    (last,) = index.candidates([[(f"t{passages - 1}",)]], [1], EVERYTHING, 2)
    (held,) = index.records([last])
    assert held.span(last.ordinal) == told[told.index((10 * passages - 10, 10 * passages - 1))]
    index.apply([article(1)], 2)
    assert len(index) == 0


def test_replaced_articles_leave_their_terms_behind(index: TantivyIndex) -> None:
    before = index.forward_bytes
    index.apply([article(1)], 8)
    assert index.forward_bytes == before
    index.apply([article(1, "whale")], 9)
    assert index.forward_bytes > before
