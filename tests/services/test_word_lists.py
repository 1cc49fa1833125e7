"""The word lists that an operator may edit: found, replaced, and named when they are broken."""

from pathlib import Path

import pytest

from bot.errors import WrongConfiguration
from bot.services.newsroom import Newsroom
from bot.services.word_lists import BOILERPLATE, LISTS, SENSITIVE, WordLists
from bot.settings import resource
from tests.examples import article


def test_the_lists_that_come_with_pullquote_are_in_order() -> None:
    assert WordLists().problems() == []


def test_every_list_beside_the_samples_is_one_that_is_read() -> None:
    assert sorted(path.name for path in resource("corpus").glob("*.toml")) == [*LISTS]


def test_every_list_says_in_comments_what_a_line_does() -> None:
    for name in LISTS:
        assert (resource("corpus") / name).read_text(encoding="utf-8").startswith("# ")


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("written", ["words = [", "a = 1", "\udcff"])
def test_a_list_that_cannot_be_used_is_named_and_no_other(
    tmp_path: Path, name: str, written: str
) -> None:
    (tmp_path / name).write_bytes(written.encode("utf-8", "surrogateescape"))
    (problem,) = WordLists(tmp_path).problems()
    assert problem.utterance == f"setting/{Path(name).stem}"
    assert problem.variables == {"file": name}


def test_a_folder_that_is_none_is_a_wrong_setting(tmp_path: Path) -> None:
    with pytest.raises(WrongConfiguration) as caught:
        WordLists(tmp_path / "none").synonyms()
    assert caught.value.variables == {"setting": "PULLQUOTE_CORPUS"}


def test_a_fingerprint_is_that_of_the_list_in_use(tmp_path: Path) -> None:
    bundled = WordLists(tmp_path).fingerprint(SENSITIVE)
    assert bundled == WordLists().fingerprint(SENSITIVE)
    (tmp_path / SENSITIVE).write_text("story = []\nsentence = []\n", encoding="utf-8")
    assert WordLists(tmp_path).fingerprint(SENSITIVE) != bundled


async def test_an_operators_list_stands_in_place_of_the_bundled_one(tmp_path: Path) -> None:
    lists = tmp_path / "lists"
    lists.mkdir()
    (lists / BOILERPLATE).write_text(
        "[words]\n[anywhere]\nshare = ['hail (the|this) ferry']\n[at_the_edges]\n"
        "[credits]\nagencies = []\ninitials = []\noutlet_words = []\n",
        encoding="utf-8",
    )
    text = "The ferry left the pier.\n\nHail the ferry\n\nShare this article"
    article(tmp_path / "in", "a.md", text)
    async with await Newsroom.open(tmp_path / "data", lists=WordLists(lists)) as newsroom:
        await newsroom.ingest([tmp_path / "in"])
        (kept,) = [one async for one in newsroom.articles.articles()]
    assert [kept.text[mark.start : mark.end] for mark in kept.marks] == ["Hail the ferry"]
