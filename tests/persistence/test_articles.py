"""Reading articles and lists of them."""

import pytest

from bot.articles.article import public_id
from bot.persistence.article_rows import Inquiry
from bot.persistence.store import Store
from tests.persistence.examples import prepared

HERE = ("here",)


@pytest.mark.parametrize("version", [0, -1, 2, 2**31, 2**70])
async def test_a_version_that_never_was_is_not_there(store: Store, version: int) -> None:
    (saved,) = await store.writer.save([prepared("a")], "here")
    assert await store.articles.one(saved.article_id, HERE, version) is None


@pytest.mark.parametrize("article_id", ["", "nobody", "\ud800", "\0", "%"])
async def test_an_id_that_never_was_is_not_there(store: Store, article_id: str) -> None:
    assert await store.articles.one(article_id, HERE) is None


async def test_articles_are_found_by_row_in_any_number(store: Store) -> None:
    await store.writer.save([prepared(f"k{n}", passages=0) for n in range(700)], "here")
    await store.writer.remove(public_id("here", "k3"), "here")
    found = await store.articles.by_row(range(1, 900))
    assert len(found) == 699
    assert found[1].key == "k0"
    assert await store.articles.by_row([]) == {}


async def test_paging_goes_through_every_article_once(store: Store) -> None:
    await store.writer.save([prepared(f"k{n}") for n in range(7)], "here")
    await store.writer.save([prepared("k0", content="two")], "here")
    seen: list[str] = []
    after = 0
    while page := await store.articles.page(HERE, after, limit=3):
        after = page[-1][0]
        seen += [article.key for _, article in page]
    assert seen == [f"k{n}" for n in range(7)]


async def test_heads_come_newest_first_and_undated_last_over_collections(store: Store) -> None:
    days = {"old": "1999-01-01", "new": "2024-01-01", "none": None}
    await store.writer.save([prepared(key, published=day) for key, day in days.items()], "here")
    await store.writer.save([prepared("middle", published="2010-01-01")], "there")
    both = ("here", "there", "here")
    heads = await store.articles.heads(both, 10)
    assert [head.title for head in heads] == [
        f"Title of {key}" for key in ("new", "middle", "old", "none")
    ]
    assert await store.articles.heads(both, 2, 1) == heads[1:3]
    assert heads[0].id == public_id("here", "new")
    assert (heads[0].outlet, heads[0].published) == ("Harbour Post", "2024-01-01")
    assert await store.articles.heads((), 10) == []


async def test_titles_are_found_by_a_word_in_any_case(store: Store) -> None:
    titles = {"a": "Storm over the Straße", "b": "A quiet day", "c": "After the STORM"}
    await store.writer.save([prepared(key, title=title) for key, title in titles.items()], "here")
    assert [title for _, title in await store.articles.titles(HERE, " storm ")] == [
        titles["c"],
        titles["a"],
    ]
    assert [article_id for article_id, _ in await store.articles.titles(HERE, "STRASSE")] == [
        public_id("here", "a")
    ]
    assert len(await store.articles.titles(HERE, "", limit=2)) == 2
    assert await store.articles.titles(HERE, "%") == []
    assert await store.articles.titles((), "storm") == []


async def test_the_most_common_names_come_first_merged_over_collections(store: Store) -> None:
    ports, trade = ("ports", "Ports"), ("trade", "Trade")
    await store.writer.save(
        [prepared("a", topics=[trade]), prepared("b", topics=[trade, ports])], "here"
    )
    await store.writer.save([prepared("c", topics=[trade], outlet="HARBOUR  post")], "there")
    both = ("here", "there")
    assert await store.catalogue.names(both, "topic", 5) == [("Trade", 3), ("Ports", 1)]
    assert await store.catalogue.names(both, "topic", 1) == [("Trade", 3)]
    assert [count for _, count in await store.catalogue.names(both, "outlet", 5)] == [3]


async def test_changes_come_in_order_and_only_the_latest_of_an_article(store: Store) -> None:
    await store.writer.save([prepared("a"), prepared("b"), prepared("c", passages=0)], "here")
    await store.writer.save([prepared("a", content="two")], "here")
    await store.writer.remove(public_id("here", "b"), "here")
    changes = await store.changes.after(0, 10)
    assert [(change.number, change.article_row) for change in changes] == [(3, 3), (4, 1), (5, 2)]
    assert [len(change.passages) for change in changes] == [0, 2, 0]
    kept, gone = changes[1:]
    assert (kept.version, kept.outlet, kept.day) == (2, "Harbour Post", 20240305)
    assert (kept.title, kept.text) == ("Title of a", prepared("a", content="two").draft.text)
    assert kept.passages == ((0, 9), (1, 10))
    assert (gone.version, gone.outlet, gone.day) == (1, None, None)
    assert (gone.title, gone.text, gone.passages) == ("", "", ())
    assert await store.changes.after(0, 2) == changes[:2]
    assert await store.changes.after(4, 10) == changes[2:]
    assert await store.changes.after(await store.changes.last(), 10) == []


async def test_statistics_count_what_each_collection_holds(store: Store) -> None:
    await store.writer.save([prepared("a"), prepared("b", passages=1)], "here")
    await store.writer.save([prepared("a")], "there")
    (here, there) = await store.changes.statistics(["there", "here", "nowhere"])
    assert (here.name, here.articles, here.passages, here.words) == ("here", 2, 3, 9)
    assert (there.name, there.articles, there.passages, there.words) == ("there", 1, 2, 6)
    assert await store.changes.passage_count() == 5
    assert await store.changes.term_count() == 15


async def test_an_inquiry_is_remembered_replaced_and_forgotten(store: Store) -> None:
    asked = Inquiry("t1", "here", "brief", "steel\0\ud800", "Post", "2024-01-01", None, 100)
    await store.inquiries.remember(asked)
    found = await store.inquiries.recall("t1")
    assert found == Inquiry("t1", "here", "brief", "steel??", "Post", "2024-01-01", None, 100)
    await store.inquiries.remember(Inquiry("t1", "there", "ask", "coal", None, None, None, 200))
    again = await store.inquiries.recall("t1")
    assert again is not None
    assert (again.query, again.outlet, again.asked) == ("coal", None, 200)
    await store.inquiries.forget(200)
    assert await store.inquiries.recall("t1")
    await store.inquiries.forget(201)
    assert await store.inquiries.recall("t1") is None
    assert await store.inquiries.recall("\ud800") is None


async def test_a_value_is_kept_under_its_name(store: Store) -> None:
    assert await store.notes.value("sample_corpus") is None
    await store.notes.keep("sample_corpus", "1")
    await store.notes.keep("sample_corpus", "2")
    assert await store.notes.value("sample_corpus") == "2"


Asked = tuple[str, ...]


@pytest.mark.parametrize("asked", [(), ("nowhere",), ("there",), ("HERE",), ("her%",), ("' OR 1",)])
async def test_nothing_of_another_collection_comes_out(store: Store, asked: Asked) -> None:
    (saved,) = await store.writer.save([prepared("secret", topics=[("plan", "Plan")])], "here")
    await store.writer.save([prepared("secret", content="old")], "here")
    await store.writer.save([prepared("public", topics=[("fair", "Fair")], outlet="Echo")], "there")
    answers = [
        await store.articles.one(saved.article_id, asked),
        await store.articles.one(saved.article_id, asked, 1),
        await store.articles.page(asked),
        await store.articles.heads(asked, 10, 0),
        await store.articles.titles(asked, "secret"),
        await store.changes.statistics(asked),
        await store.catalogue.names(asked, "topic", 10),
        await store.catalogue.names(asked, "outlet", 10),
        [await store.writer.content_hashes(name, ["secret"]) for name in asked],
        [await store.writer.remove(saved.article_id, name) for name in asked],
    ]
    told = repr(answers)
    assert not any(word in told for word in ("secret", "lan'", "arbour", "True", saved.article_id))
    assert all(counted.articles == 1 for counted in await store.changes.statistics(asked))
    assert await store.articles.one(saved.article_id, HERE)
