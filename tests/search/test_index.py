"""The index on disk: what it finds, what it keeps apart, and how damage shows."""

import json
from collections.abc import Sequence
from pathlib import Path

import pytest

from bot.search import index as index_module
from bot.search.index import (
    DamagedIndex,
    Filters,
    IndexedArticle,
    IndexState,
    Match,
    TantivyIndex,
    read_state,
)

EVERYTHING = Filters()


def article(
    row: int,
    *passages: str,
    collection: int = 1,
    outlet: str | None = None,
    day: int | None = None,
) -> IndexedArticle:
    """An article whose passages have the rows 10 * row, 10 * row + 1 and so on."""
    numbered = [(10 * row + number, terms) for number, terms in enumerate(passages)]
    return IndexedArticle(row, collection, outlet, day, numbered)


def found(
    index: TantivyIndex,
    *words: str,
    collections: Sequence[int] = (1,),
    filters: Filters = EVERYTHING,
    limit: int = 10,
) -> list[int]:
    concepts = [[tuple(word.split())] for word in words]
    return rows(index.candidates(concepts, collections, filters, limit))


def rows(matches: Sequence[Match]) -> list[int]:
    return [match.row for match in matches]


@pytest.fixture
def folder(tmp_path: Path) -> Path:
    return tmp_path / "data" / "index"


@pytest.fixture
def index(folder: Path) -> TantivyIndex:
    made = TantivyIndex.create(folder, "this database")
    made.apply(
        [
            article(1, "ferri sail ferri", "storm pier", outlet="post", day=20240305),
            article(2, "ferri pier", outlet="echo", day=20240401),
            article(3, "electr car", "car electr storm"),
            article(4, "ferri storm", collection=2, outlet="post", day=20240305),
        ],
        7,
    )
    return made


def test_passages_with_a_word_are_found_best_first(index: TantivyIndex) -> None:
    assert found(index, "ferri") == [10, 20]
    assert found(index, "ferri", limit=1) == [10]
    assert set(found(index, "sail", "storm")) == {10, 11, 31}
    assert found(index, "unknown") == []


def test_a_way_of_several_terms_needs_all_of_them(index: TantivyIndex) -> None:
    assert set(found(index, "electr car")) == {30, 31}
    assert found(index, "electr ferri") == []
    either = index.candidates([[("electr", "storm"), ("sail",)]], [1], EVERYTHING, 10)
    assert set(rows(either)) == {31, 10}


def test_nothing_asked_finds_nothing(index: TantivyIndex) -> None:
    assert found(index) == []
    assert found(index, "ferri", collections=[]) == []
    assert rows(index.similar("ferri", [], 10)) == []


def test_collections_never_mix(index: TantivyIndex) -> None:
    assert found(index, "ferri", collections=[2]) == [40]
    assert set(found(index, "ferri", collections=[1, 2])) == {10, 20, 40}
    assert found(index, "ferri", collections=[3]) == []
    assert index.frequency([("ferri",)], [1]) == 2
    assert index.frequency([("ferri",)], [2]) == 1
    assert index.frequency([("ferri",)], [1, 2]) == 3


def test_filters_leave_other_outlets_and_days_out(index: TantivyIndex) -> None:
    assert found(index, "ferri", filters=Filters(outlet="post")) == [10]
    assert found(index, "ferri", filters=Filters(outlet="Post")) == []
    assert found(index, "ferri", filters=Filters(since=20240306)) == [20]
    assert found(index, "ferri", filters=Filters(until=20240305)) == [10]
    assert set(found(index, "ferri", filters=Filters(since=20240305, until=20240401))) == {10, 20}
    assert found(index, "ferri", filters=Filters("echo", 20240101, 20240331)) == []
    assert found(index, "car", filters=Filters(since=1)) == []


def test_frequencies_count_passages(index: TantivyIndex) -> None:
    assert index.frequency([("storm",)], [1]) == 2
    assert index.frequency([("unknown",)], [1]) == 0
    assert index.frequency([("electr", "car")], [1]) == 2
    assert index.frequency([("sail",), ("electr", "car")], [1]) == 3


def test_deleted_passages_are_not_counted(index: TantivyIndex) -> None:
    index.apply([article(1)], 8)
    assert index.frequency([("ferri",)], [1]) == 1
    assert found(index, "ferri") == [20]
    assert len(index) == 4


def test_a_very_frequent_term_is_counted_roughly(
    index: TantivyIndex, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(index_module, "COUNTED_EXACTLY", 1)
    assert index.frequency([("ferri",)], [1]) == 2


def test_an_article_put_in_anew_replaces_itself(index: TantivyIndex) -> None:
    index.apply([article(1, "whale"), article(5)], 8)
    assert found(index, "whale") == [10]
    assert found(index, "sail") == []
    assert found(index, "ferri", collections=[2]) == [40]


def test_mistyped_words_are_found_in_their_collection_only(index: TantivyIndex) -> None:
    assert set(rows(index.similar("fery", [1], 10))) == set()
    assert set(rows(index.similar("feri", [1], 10))) == {10, 20}
    assert rows(index.similar("feri", [2], 10)) == [40]
    assert rows(index.similar("elektrr", [1], 10)) == [30, 31]
    assert rows(index.similar("stormy", [1], 1)) in ([11], [31])


@pytest.mark.parametrize(("mine", "other"), [(7, 8), (7, 77), (1, 12)])
def test_similar_words_of_another_collection_stay_there(
    folder: Path, mine: int, other: int
) -> None:
    index = TantivyIndex.create(folder, "this database")
    index.apply(
        [article(1, "sanction", collection=mine), article(2, "sanction", collection=other)], 1
    )
    assert rows(index.similar("sanctio", [mine], 10)) == [10]
    assert rows(index.similar("sanctio", [other], 10)) == [20]


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


def test_a_missing_index_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex):
        TantivyIndex.open(tmp_path / "nothing")


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
        json.dumps({"identity": "x", "change": 1, "format": 0}).encode(),
        json.dumps({"identity": "x", "change": 1, "format": 99}).encode(),
    ],
)
@pytest.mark.usefixtures("index")
def test_a_state_of_another_form_is_damage(folder: Path, state: bytes) -> None:
    (folder / "state.json").write_bytes(state)
    with pytest.raises(DamagedIndex):
        TantivyIndex.open(folder)


def segments(folder: Path) -> list[Path]:
    """The files that hold the passages."""
    return sorted(file for file in folder.iterdir() if len(file.stem) == 32)


def use(folder: Path) -> None:
    """Open an index and ask it everything that it can be asked."""
    index = TantivyIndex.open(folder)
    found(index, "ferri", "electr car", filters=Filters("post", 20240101, 20240601))
    index.frequency([("ferri",)], [1])
    rows(index.similar("feri", [1], 10))
    index.apply([article(9, "whale")], 9)


@pytest.mark.usefixtures("index")
def test_a_deleted_segment_is_damage(folder: Path) -> None:
    for file in segments(folder):
        file.unlink()
    with pytest.raises(DamagedIndex):
        use(folder)


@pytest.mark.parametrize("length", [0, 1, 40])
@pytest.mark.usefixtures("index")
def test_truncated_segments_are_damage(folder: Path, length: int) -> None:
    for file in segments(folder):
        file.write_bytes(file.read_bytes()[:length])
    with pytest.raises(DamagedIndex):
        use(folder)


@pytest.mark.usefixtures("index")
def test_a_missing_list_of_segments_is_damage(folder: Path) -> None:
    (folder / "meta.json").unlink()
    with pytest.raises(DamagedIndex):
        TantivyIndex.open(folder)


@pytest.mark.parametrize("content", [b"", b"{", b'{"segments": 5}'])
@pytest.mark.usefixtures("index")
def test_a_damaged_list_of_segments_is_damage(folder: Path, content: bytes) -> None:
    (folder / "meta.json").write_bytes(content)
    with pytest.raises(DamagedIndex):
        use(folder)


@pytest.mark.usefixtures("index")
def test_any_one_truncated_file_is_damage_or_does_not_matter(folder: Path) -> None:
    for file in segments(folder):
        whole = file.read_bytes()
        file.write_bytes(whole[: len(whole) // 2])
        try:
            TantivyIndex.open(folder)
        except DamagedIndex:
            file.write_bytes(whole)
        else:
            pytest.fail(f"{file.suffix} was not missed")
    assert found(TantivyIndex.open(folder), "ferri") == [10, 20]


def test_an_index_that_vanishes_while_it_is_open_is_damage(
    index: TantivyIndex, folder: Path
) -> None:
    (folder / "meta.json").unlink()
    with pytest.raises(DamagedIndex):
        index.refresh()


def test_articles_that_cannot_be_read_leave_the_index_as_it_was(
    index: TantivyIndex, folder: Path
) -> None:
    def failing() -> list[IndexedArticle]:
        raise DamagedIndex("elsewhere")

    with pytest.raises(DamagedIndex, match="elsewhere"):
        index.apply((item for item in failing()), 8)
    with pytest.raises(ZeroDivisionError):
        index.apply((article(1 // 0) for _ in range(1)), 8)
    assert read_state(folder).change == 7
    index.apply([article(6, "whale")], 8)
    assert found(index, "whale") == [60]
