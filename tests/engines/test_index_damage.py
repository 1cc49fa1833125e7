"""How damage of an index on disk shows, and that it never passes for an answer."""

from pathlib import Path

import pytest

from bot.engines.forward_index import STATE, TERMS_FILE, read_state
from bot.engines.tantivy_index import TantivyIndex
from bot.search.passage_index import DamagedIndex, Filters, IndexedArticle, Match
from tests.search.indexes import EVERYTHING, article, found, rows


def test_a_missing_index_is_damaged(tmp_path: Path) -> None:
    with pytest.raises(DamagedIndex):
        TantivyIndex.open(tmp_path / "nothing")


@pytest.mark.usefixtures("index")
def test_a_state_of_another_form_is_damage(folder: Path) -> None:
    (folder / STATE).write_bytes(b"{}")
    with pytest.raises(DamagedIndex):
        TantivyIndex.open(folder)


def segments(folder: Path) -> list[Path]:
    """The files that hold the passages."""
    return sorted(file for file in folder.iterdir() if len(file.stem) == 32)


def use(folder: Path) -> None:
    """Open an index and ask it everything that it can be asked."""
    index = TantivyIndex.open(folder)
    filters = Filters(("post",), 20240101, 20240601, (("ferri", "sail"),), (("storm",),))
    found(index, "ferri", "electr car", filters=filters)
    index.records(index.candidates([[("ferri",)]], [1], EVERYTHING, 10))
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


def spoil(folder: Path, content: bytes) -> None:
    (folder / TERMS_FILE).write_bytes(content)


@pytest.mark.parametrize("part", [0, 0.5, 0.99])
@pytest.mark.usefixtures("index")
def test_truncated_terms_are_damage(folder: Path, part: float) -> None:
    whole = (folder / TERMS_FILE).read_bytes()
    spoil(folder, whole[: int(len(whole) * part)])
    opened = TantivyIndex.open(folder)
    with pytest.raises(DamagedIndex):
        opened.records(opened.candidates([[("ferri",)], [("car",)]], [1, 2], EVERYTHING, 10))


@pytest.mark.usefixtures("index")
def test_garbled_terms_are_damage(folder: Path) -> None:
    whole = (folder / TERMS_FILE).read_bytes()
    for changed in (bytes(len(whole)), b"\xa5" * len(whole), whole[4:], whole[::-1]):
        spoil(folder, changed)
        opened = TantivyIndex.open(folder)
        with pytest.raises(DamagedIndex):
            opened.records(opened.candidates([[("ferri",)]], [1], EVERYTHING, 10))


@pytest.mark.usefixtures("index")
def test_missing_terms_are_damage(folder: Path) -> None:
    (folder / TERMS_FILE).unlink()
    with pytest.raises(DamagedIndex):
        use(folder)


def test_a_passage_that_its_articles_terms_lack_is_damage(index: TantivyIndex) -> None:
    (match,) = index.candidates([[("sail",)]], [1], EVERYTHING, 10)
    beyond = Match(match.article, match.place, 2, match.day)
    with pytest.raises(DamagedIndex):
        index.records([match, beyond])


@pytest.mark.usefixtures("index")
def test_terms_that_a_kill_cut_short_do_no_harm(folder: Path) -> None:
    whole = (folder / TERMS_FILE).read_bytes()
    spoil(folder, whole + whole[: len(whole) // 3 + 1])
    index = TantivyIndex.open(folder)
    index.apply([article(6, "whale ferri")], 8)
    matches = index.candidates([[("ferri",)], [("whale",)]], [1], EVERYTHING, 10)
    assert {record.article for record in index.records(matches)} == {1, 2, 6}
