"""Saving, updating and removing articles."""

import asyncio
import sqlite3
from contextlib import closing
from dataclasses import asdict, replace
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st
from sqlalchemy.exc import IntegrityError

from bot.articles.article import public_id
from bot.persistence.article_rows import Prepared, SavedPlace, day_of, fold
from bot.persistence.store import Store
from tests.persistence.examples import content, miscounts, prepared, rows, url_of

HERE = ("here",)


async def outcomes(store: Store, *batch: Prepared) -> list[str]:
    return [saved.outcome for saved in await store.writer.save(batch, "here")]


async def test_a_saved_article_comes_back_as_it_was(store: Store) -> None:
    one = prepared("a")
    (saved,) = await store.writer.save([one], "here")
    article = await store.articles.one(saved.article_id, HERE)
    assert article is not None
    place = {"id": saved.article_id, "version": 1, "collection": "here"}
    assert asdict(article) == asdict(one.draft) | place


async def test_an_id_is_the_hash_of_collection_and_key(store: Store) -> None:
    (saved,) = await store.writer.save([prepared("a")], "here")
    assert saved.article_id == public_id("here", "a") != public_id("there", "a")


async def test_the_same_content_changes_nothing(store: Store) -> None:
    assert await outcomes(store, prepared("a")) == ["added"]
    before = await store.changes.last()
    assert await outcomes(store, prepared("a")) == ["unchanged"]
    assert await store.changes.last() == before


async def test_other_content_makes_a_new_version_and_keeps_the_old_text(store: Store) -> None:
    (saved,) = await store.writer.save([prepared("a")], "here")
    assert await outcomes(store, prepared("a", content="two")) == ["updated"]
    old = await store.articles.one(saved.article_id, HERE, version=1)
    new = await store.articles.one(saved.article_id, HERE)
    assert old is not None
    assert new is not None
    assert (old.version, new.version) == (1, 2)
    assert "one" in old.text
    assert "two" in new.text


async def test_a_key_twice_in_a_batch_is_saved_in_order(store: Store, file: Path) -> None:
    twice = prepared("a", content="two")
    batch = [prepared("a"), prepared("b"), twice, twice]
    assert await outcomes(store, *batch) == ["added", "added", "updated", "unchanged"]
    assert miscounts(file) == []


async def test_nothing_to_save_is_fine(store: Store) -> None:
    assert await store.writer.save([], "here") == []


async def test_passage_rows_are_never_used_again(store: Store, file: Path) -> None:
    await outcomes(store, prepared("a", passages=3))
    first = rows(file, "SELECT id FROM passage")
    await outcomes(store, prepared("a", content="two", passages=1))
    (second,) = rows(file, "SELECT id FROM passage")
    assert second > max(first)


async def test_what_was_saved_tells_the_index_where_it_went(store: Store) -> None:
    batch = [prepared("a"), prepared("b"), prepared("a"), prepared("a", content="two")]
    saved = await store.writer.save(batch, "here")
    places = [one.place for one in saved]
    assert places == [SavedPlace(1, 1, 1, 1), SavedPlace(2, 2, 1, 1), None, SavedPlace(3, 1, 2, 1)]
    (there,) = await store.writer.save([prepared("a")], "there")
    assert there.place == SavedPlace(4, 3, 1, 2)
    kept = [
        (c.number, c.article_row, c.version, c.collection_row)
        for c in await store.changes.after(0, 9)
    ]
    assert kept == [(2, 2, 1, 1), (3, 1, 2, 1), (4, 3, 1, 2)]


async def test_a_removed_article_is_gone_with_every_version(store: Store, file: Path) -> None:
    (saved,) = await store.writer.save([prepared("a", content="zebra")], "here")
    await outcomes(store, prepared("a", content="giraffe"))
    assert await store.writer.remove(saved.article_id, "here")
    assert await store.articles.one(saved.article_id, HERE) is None
    assert await store.articles.one(saved.article_id, HERE, version=1) is None
    assert not await store.writer.remove(saved.article_id, "here")
    assert miscounts(file) == []
    await store.close()
    assert not any(word in content(file) for word in (b"zebra", b"giraffe"))


async def test_only_its_own_collection_can_remove_an_article(store: Store) -> None:
    (saved,) = await store.writer.save([prepared("a")], "here")
    assert not await store.writer.remove(saved.article_id, "there")
    assert not await store.writer.remove("\ud800", "here")
    assert await store.articles.one(saved.article_id, HERE)


async def test_a_removed_article_may_come_back_as_its_next_version(
    store: Store, file: Path
) -> None:
    (saved,) = await store.writer.save([prepared("a")], "here")
    await store.writer.remove(saved.article_id, "here")
    assert await outcomes(store, prepared("a")) == ["added"]
    article = await store.articles.one(saved.article_id, HERE)
    assert article is not None
    assert article.version == 2
    assert await store.articles.one(saved.article_id, HERE, version=1) is None
    assert miscounts(file) == []


async def test_content_hashes_are_known_of_more_keys_than_fit_one_statement(store: Store) -> None:
    keys = [f"k{number}" for number in range(1_100)]
    await store.writer.save([prepared(key, passages=1) for key in keys], "here")
    await store.writer.remove(public_id("here", "k7"), "here")
    found = await store.writer.content_hashes("here", [*keys, "other"])
    assert found == {key: {"hash of one"} for key in keys if key != "k7"}
    assert await store.writer.content_hashes("there", keys) == {}


async def test_a_batch_that_fails_leaves_nothing(store: Store, file: Path) -> None:
    await outcomes(store, prepared("a"))
    before = rows(file, "SELECT * FROM article")
    nobody = prepared("c")
    object.__setattr__(nobody.draft, "text", None)
    with pytest.raises(IntegrityError):
        await store.writer.save([prepared("a", content="two"), prepared("b"), nobody], "here")
    assert rows(file, "SELECT * FROM article") == before
    assert miscounts(file) == []


async def test_a_cancelled_save_leaves_all_or_nothing_and_the_store_usable(
    store: Store, file: Path
) -> None:
    kept: list[object] = []  # what a cancelled save leaves in memory must hold no lock
    for pause in range(0, 150, 5):
        batch = [prepared(f"{pause}-{number}", passages=5) for number in range(30)]
        task = asyncio.create_task(store.writer.save(batch, "here"))
        for _ in range(pause):
            await asyncio.sleep(0)
        task.cancel()
        kept += await asyncio.gather(task, return_exceptions=True)
        keys = [one.draft.key for one in batch]
        assert len(await store.writer.content_hashes("here", keys)) in (0, 30)
        with closing(sqlite3.connect(file, timeout=0)) as other:
            other.execute("BEGIN IMMEDIATE")
    assert await outcomes(store, prepared("a")) == ["added"]
    assert miscounts(file) == []


Step = tuple[str, str, str, set[tuple[str, str]], str | None]
STEPS = st.lists(
    st.tuples(
        st.sampled_from(["here", "there"]),
        st.sampled_from("abc"),
        st.sampled_from(["one", "two", "remove"]),
        st.sets(st.sampled_from([("trade", "Trade"), ("ports", "Ports")])),
        st.sampled_from([None, "Post", "POST", "Echo"]),
    ),
    max_size=12,
)


@settings(max_examples=10)
@given(STEPS)
async def test_counts_equal_what_they_count_after_any_steps(
    tmp_path_factory: pytest.TempPathFactory, steps: list[Step]
) -> None:
    file = tmp_path_factory.mktemp("steps") / "news.db"
    store = await Store.open(url_of(file))
    for name, key, words, topics, outlet in steps:
        if words == "remove":
            await store.writer.remove(public_id(name, key), name)
        else:
            one = prepared(key, content=words, topics=sorted(topics), outlet=outlet)
            await store.writer.save(
                [replace(one, content_hash=repr((words, topics, outlet)))], name
            )
    await store.close()
    assert miscounts(file) == []
    assert rows(file, "SELECT count(*) FROM catalogue WHERE articles < 1") == [(0,)]


@pytest.mark.parametrize(
    ("published", "day"),
    [
        ("2024-03-05", 20240305),
        ("2024-03-05T10:00:00+02:00", 20240305),
        ("soon", None),
        ("", None),
        (None, None),
    ],
)
def test_a_day_is_the_date_that_was_published(published: str | None, day: int | None) -> None:
    assert day_of(published) == day


def test_an_outlet_is_the_same_in_other_case_accents_and_spaces() -> None:
    assert fold("  L’Écho  de Paris ") == fold("l’echo de PARIS")
